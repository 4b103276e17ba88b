import Law
import Ledger
import Quantities
import Store
import Testing

/// Rush orders in the book: offered, answered, met again on the invoice.
@Suite struct RushTests {
  private let offer = RushOffer(
    amount: Money(cents: 800_000), usualLeadInDays: 15, askedLeadInDays: 3,
    usualTerm: .credit(.daysThenEndOfMonthThe(45, day: 10)), counterTerm: .onOrder,
    worth: Money(cents: 13_151), policy: "ladder", order: "BC « 12 »", words: "d’accord ?")

  @Test func everythingComesBackAsItWasWritten() throws {
    let folder = try Folder()
    let store = try folder.book()
    let id = try store.write(learned: today) { try $0.open("Client") }
    let invoice = Invoice(
      number: "F-1", issue: today, delivery: today,
      instalments: [Instalment(due: today.adding(days: 60), amount: offer.amount)],
      net: offer.amount, tax: .zero, gross: offer.amount, payable: offer.amount,
      ordered: today.adding(days: -3))
    let number = try store.write(learned: today) { pen in
      let number = try pen.append(.rushOffer(offer), customer: id, happened: today)!
      for answer in [
        RushAnswer(offer: number, outcome: .noAnswer),
        RushAnswer(
          offer: number, outcome: .accepted, counterpart: .shorterTerm, term: .onOrder,
          amount: Money(cents: 1), words: "oui"),
      ] { try pen.append(.rushAnswer(answer), customer: id, happened: today) }
      let document = try pen.append(.invoice(invoice), customer: id, happened: today)!
      try pen.append(
        .rushInvoice(RushInvoice(offer: number, document: document, term: .onOrder)),
        customer: id, happened: today)
      return number
    }
    let story = try #require(try store.read { try $0.rushStories(of: id) }.first)
    #expect(story.offer.number == number && story.offer.fact == offer)
    #expect(story.answer?.fact.outcome == .accepted && story.answer?.fact.words == "oui")
    #expect(story.answer?.fact.counterpart == .shorterTerm && story.answer?.fact.term == .onOrder)
    let account = try #require(try store.read { try $0.accounts(of: id) }.first)
    let item = try #require(account.items.first)
    #expect(item.kind == .invoice(invoice))
    #expect(account.rushInvoices[item.id]?.forgottenDue(on: invoice) == today)
    let timeline = try store.read { try $0.timeline(of: id) }.map(\.fact)
    #expect(timeline.contains(.rushOffer(offer)) && timeline.count == 6)
    let deliveries = try store.read { try $0.deliveries(since: today, through: today) }
    #expect(deliveries[id]?.map(\.leadInDays) == [3])
    #expect(try store.read { try $0.verify() }.isSound)
  }

  @Test func anAnswerTakenBackLeavesTheOneBefore() throws {
    let folder = try Folder()
    let store = try folder.book()
    let id = try store.write(learned: today) { try $0.open("Client") }
    let second = try store.write(learned: today) { pen in
      let number = try pen.append(.rushOffer(offer), customer: id, happened: today)!
      try pen.append(
        .rushAnswer(RushAnswer(offer: number, outcome: .refused)), customer: id, happened: today)
      return try pen.append(
        .rushAnswer(RushAnswer(offer: number, outcome: .noAnswer)), customer: id,
        happened: today)!
    }
    #expect(try store.read { try $0.isReversible(second) })
    try store.write(learned: today) {
      try $0.append(
        .reversal(Reversal(of: second, reason: "erreur")), customer: id, happened: today)
    }
    let story = try store.read { try $0.rushStories() }.first
    #expect(story?.answer?.fact.outcome == .refused)
  }

  @Test func theLimitDecidedLastStands() throws {
    let folder = try Folder()
    let store = try folder.book()
    let id = try store.write(learned: today) { try $0.open("Client") }
    for cents in [500_000, 900_000] as [Int64] {
      try store.write(learned: today) {
        try $0.append(
          .limit(GrantedLimit(amount: Money(cents: cents), reason: "revu")), customer: id,
          happened: today)
      }
    }
    let account = try store.read { try $0.accounts(of: id) }.first
    #expect(account?.limit?.fact == GrantedLimit(amount: Money(cents: 900_000), reason: "revu"))
  }
}
