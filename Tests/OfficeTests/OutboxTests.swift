import Foundation
import Ledger
import Office
import Quantities
import Store
import Testing

/// The outbox: written down, then sent, once.
@Suite struct OutboxTests {
  private func bench() throws -> (Bench, CustomerID) {
    let bench = try Bench()
    try bench.take("factures.csv", Papers.three)
    return (bench, try bench.customer("Brunel"))
  }

  private func reminder(_ bench: Bench, key: String = "k1") throws -> QueuedMessage {
    QueuedMessage(
      key: key, purpose: "courtesy", mode: .afterConfirmation,
      recipient: "compta@brunel.example", subject: "Facture FA-2026-0002",
      text: "Bonjour,\n\nété\u{A0}: 600,00\u{A0}€.",
      attachments: [
        Attachment(name: "releve.pdf", bytes: [0x25, 0, 255, 10])
      ], documents: [try bench.document("FA-2026-0002")], asking: Money(cents: 600_00),
      principal: Money(cents: 600_00))
  }

  private func asReminder(_ message: QueuedMessage) -> Reminder {
    Reminder(
      level: "courtesy", channel: .email, documents: message.documents, note: message.subject)
  }

  @Test func whatIsQueuedIsKeptWhole() throws {
    let (bench, brunel) = try bench()
    let message = try reminder(bench)
    let number = try #require(
      try bench.desk.queue(message, to: brunel, as: asReminder(message)))
    let kept = try #require(try bench.desk.store.read { try $0.message(number) })
    #expect(kept.state == .waiting)
    #expect(kept.customer == brunel)
    #expect(kept.message.text == message.text)
    #expect(kept.message.subject == message.subject)
    #expect(kept.message.documents == message.documents)
    #expect(kept.message.asking == message.asking)
    #expect(kept.enclosures.map(\.byteCount) == [4])
    let files = try bench.desk.store.read { try $0.attachments(of: number) }
    #expect(files == message.attachments)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func theReminderIsBookedWithTheMessage() throws {
    let (bench, brunel) = try bench()
    let message = try reminder(bench)
    try bench.desk.queue(message, to: brunel, as: asReminder(message))
    let account = try #require(try bench.desk.store.read { try $0.accounts(of: brunel) }.first)
    #expect(account.reminders.map(\.fact.level) == ["courtesy"])
    #expect(account.reminders.first?.happened == bench.today)
  }

  @Test func aSecondMessageOfTheKeyIsNotQueued() throws {
    let (bench, brunel) = try bench()
    let message = try reminder(bench)
    #expect(try bench.desk.queue(message, to: brunel, as: asReminder(message)) != nil)
    #expect(try bench.desk.queue(message, to: brunel, as: asReminder(message)) == nil)
    // Another process, that remembers nothing.
    let other = try bench.fresh()
    #expect(try other.queue(message, to: brunel, as: asReminder(message)) == nil)
    let account = try #require(try bench.desk.store.read { try $0.accounts(of: brunel) }.first)
    #expect(account.reminders.count == 1)
  }

  @Test func twoProcessesAtOnceQueueOnce() async throws {
    let (bench, brunel) = try bench()
    let base = try reminder(bench)
    let desks = try (0..<4).map { _ in try bench.fresh() }
    try await withThrowingTaskGroup(of: Int.self) { group in
      for desk in desks {
        group.addTask {
          var queued = 0
          for place in 0..<25 {
            var message = base
            message.key = "k\(place)"
            if try desk.queue(message, to: brunel) != nil { queued += 1 }
          }
          return queued
        }
      }
      var total = 0
      for try await queued in group { total += queued }
      #expect(total == 25)
    }
    #expect(try bench.desk.verify().isSound)
  }

  @Test func aCancelledMessageGivesItsReminderBack() throws {
    let (bench, brunel) = try bench()
    let message = try reminder(bench)
    let number = try #require(
      try bench.desk.queue(message, to: brunel, as: asReminder(message)))
    try bench.desk.cancel(number, because: "réglée ce matin")
    let account = try #require(try bench.desk.store.read { try $0.accounts(of: brunel) }.first)
    #expect(account.reminders.isEmpty)
    #expect(throws: OutboxRefusal.elsewhere(number, .cancelled)) {
      try bench.desk.cancel(number, because: "encore")
    }
    // Its key is free again.
    #expect(try bench.desk.queue(message, to: brunel, as: asReminder(message)) != nil)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func aMessageFollowsTheOneOfItsCase() throws {
    let (bench, brunel) = try bench()
    let first = try #require(try bench.desk.queue(try reminder(bench), to: brunel))
    let second = try #require(try bench.desk.queue(try reminder(bench, key: "k2"), to: brunel))
    var other = try reminder(bench, key: "k3")
    other.documents = []
    let third = try #require(try bench.desk.queue(other, to: brunel))
    let threads = try bench.desk.store.read { reader in
      try [second, third].map { try reader.thread(of: $0) }
    }
    #expect(threads == [[first], []])
  }

  @Test(arguments: [
    "", "compta", "a@b@", "a b@c.fr", "a@c.fr, b@c.fr", "a@c.fr\r\nBcc: x@y.fr", "<a@c.fr>",
    "a@-c.fr", ".a@c.fr",
  ])
  func whatIsNoAddressIsRefused(_ address: String) throws {
    let (bench, brunel) = try bench()
    var message = try reminder(bench)
    message.recipient = address
    #expect(throws: OutboxRefusal.self) { try bench.desk.queue(message, to: brunel) }
    #expect(try bench.desk.store.read { try $0.messageCounts() }.isEmpty)
  }

  @Test func onlyWhatMayHappenHappens() {
    // From every state, by every event: sent is reached from a flight or by a person, never twice.
    for state in MessageState.allCases {
      for event in MessageEvent.Kind.allCases {
        let next = state.after(event)
        if event == .inFlight { #expect((next != nil) == [.ready, .deferred].contains(state)) }
        if event == .sent { #expect((next != nil) == (state == .inFlight)) }
        if state == .cancelled { #expect(next == nil) }
        if state == .sent, let next { #expect([.sent, .bounced].contains(next)) }
      }
    }
  }

  @Test func parisTimeKeepsSummerAndWinter() {
    #expect(Instant(parisDay: Day(2026, 3, 28), minute: 600).mailDate.contains("09:00:00"))
    #expect(Instant(parisDay: Day(2026, 3, 29), minute: 600).mailDate.contains("08:00:00"))
    #expect(Instant(parisDay: Day(2026, 10, 25), minute: 600).mailDate.contains("09:00:00"))
    for day in [Day(2026, 1, 1), Day(2026, 7, 1), Day(1969, 12, 31), Day(2026, 10, 25)] {
      for minute in [0, 179, 1439] {
        let instant = Instant(parisDay: day, minute: minute)
        #expect(instant.parisDay == day && instant.parisMinute == minute, "\(day) \(minute)")
      }
    }
    #expect(Instant(seconds: 1_795_438_800).mailDate == "Mon, 23 Nov 2026 13:00:00 +0000")
  }
}
