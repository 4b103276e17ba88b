import Correspondence
import CreditPolicy
import Intake
import Law
import Ledger
import Office
import Printing
import Quantities
import Testing

/// The fields of a rush order, typed or sent, and what is said of wrong ones.
@Suite struct RushReadingTests {
  private func typed(_ fields: (String, String)...) -> RushReading {
    RushReading(fields.map { ($0.0, .text($0.1)) }, .typed)
  }

  private func sent(_ fields: (String, JSON)...) -> RushReading { RushReading(fields, .sent) }

  private func amount(_ text: String) -> Int64? {
    typed(("amount", text), ("askedDays", "3")).question?.amount.cents
  }

  @Test func whatIsTypedIsText() throws {
    let question = try #require(
      typed(
        ("amount", "8 000,00"), ("usualDays", "15"), ("askedDays", "3"),
        ("usualTerm", "45 jours fin de mois"), ("policy", "proportional")
      ).question)
    #expect(question.amount == Money(cents: 800_000) && question.currency == .eur)
    #expect(question.usualLeadInDays == 15 && question.askedLeadInDays == 3)
    #expect(question.usualTerm == .credit(.daysThenEndOfMonth(45)))
    #expect(question.method == .proportional)
  }

  @Test(
    arguments: [
      ("8000", 800_000), ("8000.5", 800_050), ("8 000,00 €", 800_000), ("8.000,00", 800_000),
      ("8\u{202F}000,5", 800_050), ("8'000.00 EUR", 800_000), ("8000,00 EUR", 800_000),
      ("8,000", nil), ("8.000", nil), ("8.000 €", nil), ("douze", nil), ("", nil), ("8e3", nil),
      ("NaN", nil), ("0,001", nil), ("99999999999999999999", nil),
    ] as [(String, Int64?)])
  func anAmountIsReadOneWayOrNotAtAll(_ text: String, _ cents: Int64?) {
    #expect(amount(text) == cents)
  }

  @Test func whatIsSentHasItsTypes() throws {
    let question = try #require(
      sent(
        ("amount", .decimal("8000.50")), ("currency", "eur"), ("usualDays", .decimal("15.0")),
        ("askedDays", 3), ("usualTerm", .object([("kind", "net"), ("days", 60)]))
      ).question)
    #expect(question.amount == Money(cents: 800_050) && question.usualLeadInDays == 15)
    #expect(question.usualTerm == .credit(.net(60)))
    let texts = sent(
      ("amount", "8000.00"), ("currency", "EUR"), ("usualDays", "15"), ("askedDays", "3"))
    #expect(texts.faults.map(\.field) == ["usualDays", "askedDays"])
  }

  @Test func allThatIsWrongIsSaidAtOnce() {
    let reading = sent(
      ("amount", 0), ("usualDays", .decimal("1.5")), ("askedDays", -3), ("usualTerm", 400),
      ("policy", "echelle"), ("tone", .null), ("language", 7), ("customer", true),
      ("order", "a\nb"), ("record", "oui"), ("urgent", true))
    #expect(
      reading.faults.map(\.field) == [
        "urgent", "policy", "tone", "language", "order", "record", "currency", "amount",
        "usualDays", "askedDays", "usualTerm", "customer",
      ])
    #expect(reading.question == nil)
    #expect(reading.faults.allSatisfy { $0.words.french != $0.words.english })
    #expect(reading.faults[6].words.french == "Indiquez la devise, par exemple \"EUR\".")
    #expect(reading.faults[9].words.french.contains("-3 saisi"))
    #expect(reading.faults[1].words.french.contains("ladder, proportional"))
  }

  @Test func aCurrencyIsGivenOnce() {
    #expect(sent(("amount", "8000 €"), ("askedDays", 3)).question?.currency == .eur)
    #expect(
      sent(("amount", "8000 €"), ("currency", "USD"), ("askedDays", 3)).faults.map(\.field)
        == ["currency"])
    #expect(
      sent(("amount", "8000"), ("currency", "USD"), ("askedDays", 3)).question?.currency.code
        == "USD")
  }

  @Test(arguments: [
    SaleTerm.onOrder, .credit(.net(30)), .credit(.daysThenEndOfMonth(45)), .credit(.onReceipt),
    .credit(.endOfMonthThenDays(15)), .credit(.daysThenEndOfMonthThe(30, day: 10)),
    .credit(.decade(20)), .credit(.afterDeliveryMonth(30)), .credit(.publicBuyer(30)),
    .credit(.none),
  ])
  func aTermIsReadAsItIsWritten(_ term: SaleTerm) {
    let reading = sent(
      ("amount", 1), ("currency", "EUR"), ("askedDays", 3), ("usualTerm", term.json))
    #expect(reading.question?.usualTerm == term)
  }

  @Test func aTermThatIsNoneIsRefused() {
    for wrong: JSON in [
      .object([("kind", "net")]), .object([("kind", "onOrder"), ("days", 3)]), .object([]),
      .object([("kind", "net"), ("days", 401)]), .object([("kind", "weeks"), ("days", 4)]),
      .object([("kind", "net"), ("days", 30), ("why", "so")]), .list([60]), "bientôt", -60, .null,
    ] {
      let reading = sent(
        ("amount", 1), ("currency", "EUR"), ("askedDays", 3), ("usualTerm", wrong))
      #expect(reading.faults.map(\.field) == ["usualTerm"], "\(wrong)")
    }
  }

  @Test func aCustomerIsNamedByOneOfItsNames() throws {
    let bench = try Bench()
    try bench.take(
      "a.csv",
      """
      N° facture;Date facture;Échéance;Code client;Client;Montant HT;TVA;Montant TTC
      F-1;05/06/2026;05/07/2026;C1;Aubois SARL;1000,00;200,00;1200,00
      F-2;05/09/2026;05/10/2026;C2;Brunel SAS;500,00;100,00;600,00
      F-3;05/11/2026;20/12/2026;C3;Carrel SA;250,00;50,00;300,00
      """)
    let customer = try bench.desk.customer(named: "Brunel")
    #expect(customer.name == "Brunel SAS")
    #expect(try bench.desk.customer(named: "C2") == customer)
    #expect(try bench.desk.customer(named: String(customer.id.raw)) == customer)
    #expect(throws: UnclearCustomer.unknown("Zola")) { try bench.desk.customer(named: "Zola") }
    #expect(throws: UnclearCustomer.unknown("%")) { try bench.desk.customer(named: "%") }
    let several = #expect(throws: UnclearCustomer.self) { try bench.desk.customer(named: "SA") }
    #expect(several?.words.french.contains("C2 Brunel SAS, C3 Carrel SA") == true)
  }

  @Test func withoutABookTheHouseAnswers() throws {
    let question = RushQuestion(
      amount: Money(cents: 800_000), askedLeadInDays: 7, usualTerm: .credit(.net(60)))
    let file = try RushFile(question, on: Day(2026, 11, 23))
    #expect(file.offer.counterpart.term == .credit(.net(30)) && file.usual.leadInDays == 15)
    let speech = try RushSpeech(file, tone: nil, language: nil)
    #expect(speech.texts.phone.contains("30 jours") && speech.texts.mail.contains("commercial"))
    #expect(try RushSpeech(file, tone: .firm, language: .english).texts.mail.hasSuffix("Sales"))
  }
}
