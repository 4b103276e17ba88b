import Behaviour
import Claims
import Correspondence
import CreditPolicy
import Law
import Ledger
import Office
import Quantities
import Store
import Testing

/// A rush order from the telephone to the invoice that follows it.
@Suite struct RushTests {
  private let header =
    "N° facture;Date facture;Échéance;Code client;Client;Montant HT;TVA;Montant TTC;"
    + "Date de commande;Date de livraison;N° commande\n"

  private func line(
    _ number: String, _ issue: String, _ due: String, _ amount: String,
    ordered: String = "", order: String = ""
  ) -> String {
    "\(number);\(issue);\(due);C1;Dubois SARL;\(amount);0,00;\(amount);"
      + "\(ordered);\(issue);\(order)\n"
  }

  private func bench(
    _ today: Day = Day(2026, 11, 23), isPaid: Bool = false
  ) throws -> Bench {
    let bench = try Bench(today: today)
    var text = header
    for (place, month) in ["04", "05", "06", "07", "08"].enumerated() {
      text += line(
        "F-10\(place)", "16/\(month)/2026", "15/\(place + 6)/2026", "1200,00",
        ordered: "01/\(month)/2026")
    }
    try bench.take("a.csv", text)
    if isPaid {
      try bench.take(
        "p.csv",
        Papers.bank(
          ("15/06/2026", "VIR DUBOIS SARL F-100", "1200,00"),
          ("15/07/2026", "VIR DUBOIS SARL F-101", "1200,00"),
          ("14/08/2026", "VIR DUBOIS SARL F-102", "1200,00"),
          ("28/08/2026", "VIR DUBOIS SARL F-103", "1200,00"),
          ("29/08/2026", "VIR DUBOIS SARL F-104", "1200,00")))
    }
    return bench
  }

  private func ask(
    _ bench: Bench, _ amount: Int64 = 800_000, asked: Int = 3
  ) throws -> RushFile {
    try bench.desk.rushFile(
      for: RushQuestion(
        customer: try bench.customer("Dubois"), amount: Money(cents: amount),
        askedLeadInDays: asked))
  }

  @Test func whatIsUsualIsReadFromTheAccount() throws {
    let file = try ask(try bench())
    #expect(file.usual.leadInDays == 15 && file.usual.leadOrigin == .observed)
    #expect(file.usual.term.averageInDays == 60 && file.usual.termOrigin == .observed)
    #expect(file.offer.counterpart.term == .onOrder)
    // Five invoices of 1 200 € are unpaid, the last one due on 15 October.
    #expect(file.standing.overdueAmount == Money(cents: 600_000))
    #expect(file.offer.light == .red)
    #expect(file.offer.alternative(.settleOverdue) != nil)
  }

  @Test func whereCreditWouldBeUnwiseOnlyPaymentWithTheOrderIsOffered() throws {
    let bench = try bench()
    let file = try ask(bench, asked: 7)
    #expect(file.offer.light == .red && file.offer.counterpart.term == .credit(.net(30)))
    #expect(file.proposal.ask == .orderOnly)
    let offer = try bench.desk.record(file)
    try bench.desk.answer(offer, .accepted, by: .shorterTerm)
    #expect(try bench.desk.rushStories().first?.answer?.fact.term == .onOrder)
  }

  @Test func theLeadTimeIsRememberedWithTheOffer() throws {
    let bench = try bench()
    let customer = try bench.customer("Dubois")
    let file = try bench.desk.rushFile(
      for: RushQuestion(
        customer: customer, amount: Money(cents: 800_000), usualLeadInDays: 20,
        askedLeadInDays: 10))
    try bench.desk.record(file)
    let usual = try bench.desk.usualTerms(of: customer)
    #expect(usual.leadInDays == 20 && usual.leadOrigin == .remembered)
  }

  @Test func anAcceptedTermIsMetAgainOnTheInvoiceThatForgotIt() throws {
    let bench = try bench(Day(2026, 8, 31), isPaid: true)
    let file = try ask(bench, asked: 7)
    #expect(file.offer.counterpart.term == .credit(.net(30)))
    let offer = try bench.desk.record(file, order: "BC-77")
    try bench.desk.answer(offer, .accepted, by: .shorterTerm)
    bench.setToday(Day(2026, 10, 12))
    // Invoiced on 7 September at the old 60 days, for another amount than spoken of.
    try bench.take(
      "b.csv",
      header + line("F-200", "07/09/2026", "06/11/2026", "8300,00", order: "bc 77"))
    let story = try #require(try bench.desk.rushStories().first)
    #expect(story.invoice?.fact.document == (try bench.document("F-200")))
    let document = try #require(try bench.desk.documentFile(try bench.document("F-200")))
    let open = try #require(document.open)
    // Asked for by the day agreed, 7 October; no interest before the day printed.
    #expect(open.agreedDue == Day(2026, 10, 7) && open.due == Day(2026, 10, 7))
    #expect(open.principal == Money(cents: 830_000) && open.daysOverdue == 5)
    #expect(open.interest == .zero && open.compensation == .zero)
    bench.setToday(Day(2026, 11, 20))
    let late = try #require(try bench.desk.documentFile(try bench.document("F-200"))?.open)
    #expect(late.interest.isPositive && late.compensation == Money(cents: 4_000))
  }

  @Test func anInvoiceThatKeepsToTheTermIsNotFlagged() throws {
    let bench = try bench(isPaid: true)
    let offer = try bench.desk.record(try ask(bench, asked: 7))
    // The invoice is in the book before the answer is written down.
    bench.setToday(Day(2026, 12, 2))
    try bench.take("b.csv", header + line("F-200", "30/11/2026", "30/12/2026", "8000,00"))
    try bench.desk.answer(offer, .accepted, by: .shorterTerm)
    let story = try #require(try bench.desk.rushStories().first)
    #expect(story.invoice?.fact.document == (try bench.document("F-200")))
    let open = try bench.desk.documentFile(try bench.document("F-200"))?.open
    #expect(open?.agreedDue == nil && open?.due == Day(2026, 12, 30))
  }

  @Test func anInvoiceIsMetOnceAndOnlyForItsOwnOrder() throws {
    let bench = try bench(isPaid: true)
    let offer = try bench.desk.record(try ask(bench, asked: 7))
    try bench.desk.answer(offer, .accepted, by: .shorterTerm)
    bench.setToday(Day(2026, 12, 2))
    try bench.take("b.csv", header + line("F-200", "30/11/2026", "29/01/2027", "950,00"))
    #expect(try bench.desk.rushStories().first?.invoice == nil)
    try bench.take("c.csv", header + line("F-201", "01/12/2026", "30/01/2027", "8000,00"))
    try bench.take("d.csv", header + line("F-202", "02/12/2026", "31/01/2027", "8000,00"))
    let met = try bench.desk.rushStories().first?.invoice?.fact.document
    #expect(met == (try bench.document("F-201")))
    #expect(try bench.desk.verify().isSound)
  }

  @Test func whatWasObtainedIsAddedUp() throws {
    let bench = try bench()
    let file = try ask(bench, asked: 7)
    let first = try bench.desk.record(file)
    let second = try bench.desk.record(file)
    try bench.desk.record(file)
    try bench.desk.answer(first, .accepted, by: .surcharge, amount: Money(cents: 9_000))
    try bench.desk.answer(second, .refused, words: "jamais")
    let balance = RushBalance(try bench.desk.rushStories())
    #expect(balance.offers == 3 && balance.accepted == 1 && balance.refused == 1)
    #expect(balance.unanswered == 1 && balance.gained == file.offer.worth)
  }

  @Test func whatCannotBeIsRefused() throws {
    let bench = try bench()
    #expect(throws: RushFault.amountNotPositive) { try ask(bench, 0) }
    #expect(throws: RushFault.askedLead(0)) { try ask(bench, asked: 0) }
    #expect(throws: DeskRefusal.unknownCustomer(CustomerID(99))) {
      try bench.desk.rushFile(
        for: RushQuestion(
          customer: CustomerID(99), amount: Money(cents: 100), askedLeadInDays: 3))
    }
    #expect(throws: DeskRefusal.unknownOffer(EntryNumber(99))) {
      try bench.desk.answer(EntryNumber(99), .refused)
    }
    let offer = try bench.desk.record(try ask(bench))
    #expect(throws: DeskRefusal.nothingChosen) { try bench.desk.answer(offer, .accepted) }
  }

  @Test func aFastDeliveryWithoutCounterpartIsAnOccasion() throws {
    let bench = try bench(isPaid: true)
    let asked = try ask(bench, asked: 7)
    let offer = try bench.desk.record(asked, order: "BC-78")
    try bench.desk.answer(offer, .accepted, by: .shorterTerm)
    bench.setToday(Day(2026, 12, 20))
    try bench.take(
      "b.csv",
      header
        + line("F-200", "05/12/2026", "03/02/2027", "8000,00", ordered: "02/12/2026")
        + line("F-201", "06/12/2026", "04/02/2027", "8000,00", ordered: "22/11/2026")
        + line("F-202", "07/12/2026", "06/01/2027", "8000,00", ordered: "04/12/2026")
        + line(
          "F-203", "07/12/2026", "05/02/2027", "5000,00", ordered: "04/12/2026", order: "BC-78"))
    let found = try bench.desk.occasions()
    // F-201 took its time, F-202 bears a shorter term, F-203 is the rush order that was answered.
    #expect(found.list.map(\.number) == ["F-200"])
    #expect(found.daysGiven == 12)
    #expect(found.list.first?.offer.counterpart.term == .onOrder)
    #expect(found.worth[.eur]?.isPositive == true)
  }

  @Test func theLimitIsProposedAndDecided() throws {
    let bench = try bench()
    let customer = try bench.customer("Dubois")
    let before = try bench.desk.credit(of: customer)
    // 6 000 € in a year, 60 days: 6 000 × 60 × 1,2 / 365 = 1 183,56, rounded up; the first
    // invoice, due on 15 June, is more than ninety days late: halved, 591,78.
    #expect(before.proposed.amount == Money(cents: 60_000))
    #expect(before.exposure.limit == Money(cents: 60_000) && before.granted == nil)
    try bench.desk.grantLimit(customer, Money(cents: 1_000_000), reason: "garantie reçue")
    let after = try bench.desk.credit(of: customer)
    #expect(after.exposure.limit == Money(cents: 1_000_000))
    #expect(after.granted?.fact.reason == "garantie reçue")
  }

  @Test func theHouseKeepsItsPolicy() throws {
    let bench = try bench()
    var house = try bench.desk.housePolicy()
    #expect(house == HousePolicy())
    house.counterpart = CounterpartPolicy(
      .proportional, rounding: .forSupplier, step: .rung, rungsInDays: [45, 15])
    house.costOfMoney = .percent(11, 25)
    house.prior = .init(chance: .percent(2))
    house.sector = .transport
    house.usualLeadInDays = 21
    try bench.desk.save(house)
    #expect(try bench.fresh().housePolicy() == house)
  }
}
