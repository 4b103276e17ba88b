import Ledger
import Quantities
import Store
import Testing

/// Earlier versions wrote what a customer says to have paid as a promise.
@Suite struct FormerSaidPaidTests {
  private static let said = "dit avoir payé / says it has paid · Mme Rey"

  private func promise(_ cents: Int64) -> Fact {
    .promise(
      PromiseToPay(
        on: today.adding(days: 2), amount: Money(cents: cents), words: "", saidBy: "Mme Rey"))
  }

  private func call(_ note: String) -> Fact {
    .reminder(Reminder(level: "reminder", channel: .call, documents: [], note: note))
  }

  /// Said on the telephone, promised on the telephone, said in a reply, promised in a reply.
  private func made(_ path: String) throws -> CustomerID {
    let store = try Store(path: path, creates: true)
    return try store.write(learned: today) { pen in
      let id = try pen.open("Client")
      try pen.append(
        .invoice(.plain("F-1", 900_00, on: today.adding(days: -60))), customer: id, happened: today)
      let facts = [
        promise(100_00), call(Self.said), promise(200_00), call("promesse / promise · Mme Rey"),
        // A call behind it that says so too, but not of its transaction.
        promise(250_00), call("pas de réponse / no answer"), call(Self.said),
      ]
      for fact in facts { try pen.append(fact, customer: id, happened: today) }
      for (outcome, cents) in [(ReplyAnswer.Outcome.paid, 300_00), (.promise, 400_00)] {
        let number = try #require(
          try pen.append(promise(Int64(cents)), customer: id, happened: today))
        try pen.append(
          .replyAnswered(
            ReplyAnswer(outcome, to: EntryNumber(1), facts: [number, EntryNumber(number.raw + 9)])),
          customer: id, happened: today)
      }
      return id
    }
  }

  @Test func isReadAsWhatItWas() throws {
    let folder = try Folder()
    let path = folder.file("ancien.encaisse")
    let customer = try made(path)
    // As version 18 left it, without what came later.
    let before =
      "DROP TABLE said_paid_before; ALTER TABLE customer_entry DROP COLUMN means; "
      + "PRAGMA user_version = 18"
    guard try tamper(path, before) else { return }
    let store = try Store(path: path, creates: false)
    let account = try #require(try store.read { try $0.accounts(of: customer) }.first)
    #expect(account.saidPaid.map(\.fact.amount.cents) == [100_00, 300_00])
    #expect(account.saidPaid.allSatisfy { $0.fact.on == today && $0.fact.saidBy == "Mme Rey" })
    #expect(account.promises.map(\.fact.amount.cents) == [200_00, 250_00, 400_00])
    let told = try store.read { try $0.timeline(of: customer) }
    #expect(told.count { if case .saidPaid = $0.fact { true } else { false } } == 2)
    #expect(try store.read { try $0.verify() }.isSound)
  }
}
