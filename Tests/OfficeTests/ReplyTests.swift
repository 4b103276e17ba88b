import Claims
import Dunning
import Ledger
import Office
import Quantities
import Store
import Testing

/// What a customer writes holds the next reminder until a person has dealt with it.
@Suite struct ReplyTests {
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three)
    try bench.take("b.csv", Papers.bank(("20/11/2026", "PRLV EDF", "-50,00")))
    return bench
  }

  @discardableResult
  private func receive(
    _ bench: Bench, from customer: CustomerID?, _ kind: ReceivedMessage.Kind = .reply,
    mark: String = "1"
  ) throws -> EntryNumber {
    let message = ReceivedMessage(
      kind, from: "marie@aubois.example", subject: "Re: Facture", text: "Vendredi.",
      fingerprint: mark, at: Instant(seconds: 1_795_438_800))
    return try #require(
      try bench.desk.store.write(learned: bench.today) {
        try $0.append(.received(message), customer: customer, happened: bench.today)
      })
  }

  private func facts(_ bench: Bench, _ customer: CustomerID) throws -> [Fact] {
    try bench.desk.store.read { try $0.timeline(of: customer) }.map(\.fact)
  }

  @Test func aReplyHoldsUntilItIsDealtWith() throws {
    let bench = try bench()
    #expect(try bench.asked() == ["Aubois SARL", "Brunel SAS"])
    let reply = try receive(bench, from: try bench.customer("Aubois"))
    #expect(try bench.asked() == ["Brunel SAS"] && bench.held() == ["Aubois SARL"])
    let held = try #require(try bench.desk.dayList().worklist.held.first)
    let told = held.reasons.map { $0.explanation(in: .french, .eur) }.joined()
    #expect(told.contains("pas encore traitée") && told.contains("marie@aubois.example"))
    let story = try #require(try bench.desk.story(of: try bench.document("FA-2026-0001")))
    let words = story.chapters(in: .french).flatMap(\.lines).joined(separator: "\n")
    #expect(words.contains("page Réponses"))
    try bench.desk.settle(reply, words: "merci")
    #expect(try bench.asked() == ["Aubois SARL", "Brunel SAS"])
    #expect(throws: DeskRefusal.replyAnswered(reply, on: bench.today)) {
      try bench.desk.settle(reply)
    }
    try bench.desk.reopen(reply, because: "trop vite")
    #expect(try bench.asked() == ["Brunel SAS"])
    #expect(throws: DeskRefusal.replyWaits(reply)) {
      try bench.desk.reopen(reply, because: "encore")
    }
    #expect(try bench.desk.verify().isSound)
  }

  @Test func aPastDayKnowsWhatWaitedThen() throws {
    let bench = try bench()
    let first = bench.today.nextDay
    bench.setToday(first)
    let reply = try receive(bench, from: try bench.customer("Aubois"))
    bench.setToday(first.adding(days: 2))
    try bench.desk.settle(reply)
    let document = try bench.document("FA-2026-0001")
    func words(_ day: Day) throws -> String {
      try #require(try bench.desk.story(of: document, on: day)).chapters(in: .french)
        .flatMap(\.lines).joined(separator: "\n")
    }
    #expect(try words(first.adding(days: -1)).contains("page Réponses") == false)
    #expect(try words(first.nextDay).contains("page Réponses"))
    #expect(try words(bench.today).contains("page Réponses") == false)
  }

  @Test(arguments: [ReceivedMessage.Kind.autoReply, .delay])
  func whatAMachineWroteHoldsNothing(_ kind: ReceivedMessage.Kind) throws {
    let bench = try bench()
    try receive(bench, from: try bench.customer("Aubois"), kind)
    #expect(try bench.asked() == ["Aubois SARL", "Brunel SAS"])
    #expect(try bench.desk.store.read { try $0.replyCounts() }[.waiting] == 0)
  }

  @Test func theHoldGoesWithTheReply() throws {
    let bench = try bench()
    let (aubois, brunel) = (try bench.customer("Aubois"), try bench.customer("Brunel"))
    let reply = try receive(bench, from: aubois)
    #expect(try bench.asked() == ["Brunel SAS"])
    try bench.desk.file(reply, with: brunel)
    #expect(try bench.asked() == ["Aubois SARL"])
    #expect(try bench.fresh().dayList().worklist.entries.map(\.customer.name) == ["Aubois SARL"])
    let stray = try receive(bench, from: nil, mark: "2")
    #expect(try bench.desk.store.read { try $0.replies(.unfiled) }.map(\.number) == [stray])
    #expect(throws: DeskRefusal.replyUnfiled(stray)) {
      try bench.desk.answer(stray, CallOutcome(.promise(Money(cents: 100), on: bench.today)))
    }
    try bench.desk.file(stray, with: aubois)
    #expect(try bench.asked().isEmpty)
    let counts = try bench.desk.store.read { try $0.replyCounts() }
    #expect(counts == [.waiting: 2, .answered: 0, .unfiled: 0, .all: 2])
    #expect(try bench.desk.verify().isSound)
  }

  @Test func theFactsAreThoseOfACall() throws {
    let (called, written) = (try bench(), try bench())
    let outcome = CallOutcome(
      .promise(Money(cents: 500_00), on: called.today.adding(days: 9)), person: "Marie",
      words: "vendredi")
    let aubois = try called.customer("Aubois")
    let sheet = try #require(
      try called.desk.callSheet(CallList.Entry(customer: aubois, currency: .eur)))
    try called.desk.record(outcome, of: sheet)
    let reply = try receive(written, from: try written.customer("Aubois"))
    let record = try written.desk.answer(reply, outcome)
    func promises(_ bench: Bench) throws -> [PromiseToPay] {
      try facts(bench, aubois).compactMap { if case .promise(let one) = $0 { one } else { nil } }
    }
    #expect(try promises(called) == promises(written) && promises(written).count == 1)
    let number = try #require(record.message)
    let message = try #require(try written.desk.store.read { try $0.message(number) })
    #expect(message.message.recipient == "marie@aubois.example" && message.state == .waiting)
    #expect(message.message.text.contains("Merci de votre message"))
    // Taken back, nothing is left of it.
    try written.desk.reopen(reply, because: "autre client")
    #expect(try written.desk.followUp(of: aubois).isEmpty)
    #expect(try written.desk.store.read { try $0.state(of: number) } == .cancelled)
    #expect(try written.desk.verify().isSound)
  }

  @Test func theRunWithholdsAndGoesOn() throws {
    let bench = try bench()
    let reply = try receive(bench, from: try bench.customer("Aubois"))
    func queued() throws -> Int {
      _ = try bench.desk.dunningRun()
      return try bench.desk.store.read {
        try $0.messages(of: try bench.customer("Aubois")).filter { $0.message.asks }.count
      }
    }
    #expect(try queued() == 0)
    try bench.desk.settle(reply)
    let after = try queued()
    let list = try bench.desk.dayList().worklist.entries
    #expect(after == 1 || list.contains { $0.customer.name == "Aubois SARL" })
  }
}
