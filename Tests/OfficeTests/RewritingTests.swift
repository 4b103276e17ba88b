import Correspondence
import Dunning
import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// What leaves is of the day it leaves: its figures, its date, its step, what it quotes.
@Suite(.enabled(if: TestServer.isHere, "no aiosmtpd: scripts/setup --tests"))
struct RewritingTests {
  let monday = Day(2026, 11, 23)
  let next = Day(2026, 11, 30)

  /// Monday the 23rd: 49 days late, asked once on the 9th. Nobody confirms before the 30th.
  @Test func aWeekOfWaitingThenAllIsConfirmed() throws {
    let asked = Day(2026, 11, 9)
    let firm = try RewritingBench([("ozanne", Day(2026, 10, 5))], asked: asked)
    #expect(try firm.bench.desk.dunningRun().toConfirm == 1)
    let old = try #require(try firm.messages().first)
    #expect(old.message.typed.contains("49"))
    try firm.begin(next)
    let report = try firm.bench.desk.approve([old.number])
    #expect(report.approved == 1 && report.rewriting.rewritten == 1)
    let number = try #require(report.rewriting.successors[old.number])
    let kept = try #require(try firm.bench.desk.store.read { try $0.message(number) })
    #expect(kept.state == .ready && kept.queued == next)
    #expect(kept.message.typed.contains("56") && !kept.message.typed.contains("49"))
    #expect(kept.enclosures.allSatisfy { $0.name.contains("20261130") })
    #expect(try firm.reminders(of: "ozanne") == [asked, next])
    let former = try #require(try firm.bench.desk.store.read { try $0.message(old.number) })
    #expect(former.state == .cancelled && former.french == "retiré")
    #expect(try firm.send().sent == 1)
    // The same day and the next, nothing more; a week later the next step quotes the 30th.
    #expect(try firm.bench.desk.dunningRun().toConfirm == 0)
    try firm.begin(Day(2026, 12, 1))
    #expect(try firm.bench.desk.dunningRun().toConfirm == 0)
    try firm.begin(Day(2026, 12, 7))
    #expect(try firm.bench.desk.dunningRun().toConfirm == 1)
    let second = try #require(try firm.messages([.waiting]).first)
    #expect(second.message.typed.contains("30 novembre 2026"))
    #expect(!second.message.typed.contains("23 novembre 2026"))
    #expect(try firm.bench.desk.verify().isSound)
  }

  /// Due on the 20th: a first word on the 23rd, a second one from the 28th on. One of them leaves.
  @Test func whatBecameAnotherStepIsConfirmedAgain() throws {
    let second = DunningLevel(
      .courtesy, key: "courtesy-2", delayInDays: 8, tone: .factual, asksAccessories: false)
    let firm = try RewritingBench([("hebrard", Day(2026, 11, 20))], more: [second])
    _ = try firm.bench.desk.dunningRun()
    let old = try #require(try firm.messages().first)
    #expect(old.message.purpose == "courtesy")
    try firm.bench.desk.approve([old.number])
    try firm.begin(next)
    let report = try firm.bench.desk.dunningRun()
    #expect(report.rewriting.changed == 1 && report.rewriting.toConfirmAgain == 1)
    #expect(report.toConfirm == 0 && report.rewriting.words?.french.contains("à confirmer") == true)
    let kept = try #require(try firm.messages([.waiting]).first)
    #expect(kept.message.key.contains("/courtesy-2/") && kept.queued == next)
    #expect(!kept.message.typed.contains("novembre 2026, "))
    #expect(try firm.send().sent == 0)
    try firm.bench.desk.approve([kept.number])
    #expect(try firm.send().sent == 1)
    #expect(firm.server.inbox.count == 1)
    #expect(firm.server.inbox.allSatisfy { !$0.contains("In-Reply-To") })
  }

  /// The mail server sleeps from Monday to Monday: one message, of the last day.
  @Test func anOutageOfAWeek() throws {
    let firm = try RewritingBench([("fauvel", Day(2026, 10, 5)), ("savary", Day(2026, 10, 6))])
    _ = try firm.bench.desk.dunningRun()
    try firm.bench.desk.approve(try firm.waiting())
    try firm.setServer(down: true)
    for day in [23, 24, 25, 26, 27] {
      if day > 23 { try firm.begin(Day(2026, 11, day)) }
      #expect(try firm.send().sent == 0)
    }
    try firm.setServer(down: false)
    try firm.begin(next)
    #expect(try firm.send().sent == 2)
    #expect(try firm.messages([.sent]).allSatisfy { $0.queued == next })
    #expect(try firm.reminders(of: "fauvel") == [next])
    #expect(firm.server.inbox.count == 2)
  }

  /// Three an hour on Monday evening: the rest leaves on Tuesday with Tuesday's figures.
  @Test func aBatchSpreadOverTwoDays() throws {
    let firm = try RewritingBench((0..<5).map { ("client\($0)", Day(2026, 10, 5)) })
    try firm.use(port: firm.server.port, mostAnHour: 3)
    _ = try firm.bench.desk.dunningRun()
    try firm.bench.desk.approve(try firm.waiting())
    #expect(try firm.send(minute: 17 * 60 + 30).sent == 3)
    try firm.begin(Day(2026, 11, 24))
    let report = try firm.send()
    #expect(report.sent == 2 && report.rewriting.rewritten == 2)
    for kept in try firm.messages([.sent]) { #expect(try firm.left(kept.number) == kept.queued) }
  }

  /// What never left is not quoted, whoever took it out, and the firm step does not come early.
  @Test func whatWasTakenOutIsNotQuoted() throws {
    let firm = try RewritingBench([("ozanne", Day(2026, 10, 5)), ("refused", Day(2026, 10, 5))])
    _ = try firm.bench.desk.dunningRun()
    let ozanne = try firm.bench.customer("ozanne")
    for kept in try firm.messages() {
      if kept.customer == ozanne {
        try firm.bench.desk.cancel(kept.number, because: "je l’appelle")
      } else {
        try firm.bench.desk.approve([kept.number])
      }
    }
    #expect(try firm.send().refused == 1)
    #expect(try firm.reminders(of: "refused").isEmpty)
    try firm.begin(next)
    #expect(try firm.bench.desk.dunningRun().toConfirm == 1)
    let kept = try #require(try firm.messages([.waiting]).first)
    #expect(kept.message.purpose == "courtesy" && !kept.message.typed.contains("novembre 2026, "))
    #expect(!kept.message.typed.contains("23 novembre"))
    // A person has mended the mailbox: the refused one is written anew.
    let refused = try #require(try firm.messages([.failed]).first)
    try firm.bench.desk.sendAgain(refused.number)
    let report = try firm.bench.desk.dunningRun()
    #expect(report.rewriting.rewritten == 1)
    #expect(try firm.messages([.ready]).map(\.queued) == [next])
    #expect(try firm.bench.desk.verify().isSound)
  }

  @Test func aRehearsalThenInEarnest() throws {
    let firm = try RewritingBench([("ozanne", Day(2026, 10, 5))])
    try firm.use(port: firm.server.port, rehearsal: true)
    _ = try firm.bench.desk.dunningRun()
    try firm.bench.desk.approve(try firm.waiting())
    #expect(try firm.send().sent == 1)
    #expect(try firm.messages().map(\.french) == ["essai"])
    // Rehearsals go on: once a day is enough.
    #expect(try firm.bench.desk.dunningRun().toConfirm == 0)
    try firm.use(port: firm.server.port)
    #expect(try firm.bench.desk.dunningRun().toConfirm == 1)
    try firm.bench.desk.approve(try firm.waiting())
    #expect(try firm.send().sent == 1)
    #expect(try firm.reminders(of: "ozanne") == [monday])
  }

  @Test func twoRunsSideBySide() async throws {
    let firm = try RewritingBench((0..<70).map { ("client\($0)", Day(2026, 10, 5)) })
    _ = try firm.bench.desk.dunningRun()
    try firm.bench.desk.approve(try firm.waiting())
    try firm.begin(next)
    let desks = try (0..<3).map { _ in try firm.bench.fresh() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for desk in desks { group.addTask { _ = try desk.dunningRun() } }
      try await group.waitForAll()
    }
    let standing = try firm.messages([.ready, .waiting])
    #expect(standing.count == 70 && standing.allSatisfy { $0.queued == next && $0.state == .ready })
    #expect(Set(standing.map(\.customer)).count == 70)
    for place in [0, 35, 69] { #expect(try firm.reminders(of: "client\(place)") == [next]) }
    #expect(try firm.bench.desk.verify().isSound)
  }

  /// Killed between the person's word and the writing anew: the next sending run goes on.
  @Test func aWordThatWasGivenOutlivesAKill() throws {
    let firm = try RewritingBench([("ozanne", Day(2026, 10, 5))])
    _ = try firm.bench.desk.dunningRun()
    let old = try #require(try firm.waiting().first)
    try firm.begin(next)
    let now = Instant(parisDay: next, minute: 500)
    try firm.bench.desk.store.write(learned: next) {
      _ = try $0.note(MessageEvent(.approved, of: old, at: now))
    }
    #expect(try firm.send().sent == 1)
    #expect(try firm.messages([.sent]).map(\.queued) == [next])
  }

  @Test func aContactSinceComesBeforeTheMessage() throws {
    let firm = try RewritingBench([("ozanne", Day(2026, 10, 5))])
    _ = try firm.bench.desk.dunningRun()
    try firm.bench.desk.approve(try firm.waiting())
    let customer = try firm.bench.customer("ozanne")
    let letter = Reminder(level: "reminder", channel: .letter, documents: [], note: "par moi")
    try firm.bench.desk.store.write(learned: monday) {
      try $0.append(.reminder(letter), customer: customer, happened: monday)
    }
    #expect(try firm.send().cancelled == 1)
    let number = try #require(try firm.messages().first?.number)
    let words = try firm.bench.desk.store.read { try $0.events(of: number) }.last?.words
    #expect(words == "dernier contact le 23/11/2026 : pas avant le 30/11/2026")
  }

  @Test func whatWasCancelledIsNotConfirmed() throws {
    let firm = try RewritingBench([("ozanne", Day(2026, 10, 5))])
    _ = try firm.bench.desk.dunningRun()
    let number = try #require(try firm.waiting().first)
    try firm.bench.desk.cancel(number, because: "je l’appelle")
    #expect(throws: OutboxRefusal.cancelled(number, because: "je l’appelle")) {
      try firm.bench.desk.approve([number])
    }
  }

  // Letters made by hand -------------------------------------------------------------------------

  @Test func aLetterByHandIsWrittenAnew() throws {
    let firm = try RewritingBench([("ozanne", Day(2026, 10, 5))])
    let customer = try firm.bench.customer("ozanne")
    _ = try firm.bench.desk.dunningRun()
    // It stands for the step that waits: one message to a customer.
    let manner = Manner(language: .english, tone: .firm)
    _ = try firm.bench.desk.queueLetter(.firm, to: customer, by: .email, in: manner)
    #expect(try firm.messages().map(\.state) == [.ready, .cancelled])
    try firm.begin(next)
    #expect(try firm.send().sent == 1)
    let kept = try #require(try firm.messages([.sent]).first)
    #expect(kept.message.key.hasSuffix("R2-20261130-\(customer.raw)/firm"))
    #expect(kept.message.language == .english && kept.message.typed.contains("56"))
    #expect(try firm.reminders(of: "ozanne") == [next])
  }

  @Test func aFormalNoticeBearsTheDayOfItsBatch() throws {
    let firm = try RewritingBench([("ozanne", Day(2026, 10, 5))])
    let customer = try firm.bench.customer("ozanne")
    _ = try firm.bench.desk.queueLetter(
      .formalNotice, to: customer, by: .registeredLetter, in: Manner())
    try firm.begin(next)
    #expect(try firm.bench.desk.post(into: firm.bench.folder + "/courrier").letters == 1)
    let number = try #require(try firm.messages([.printed]).first?.number)
    let kept = try #require(try firm.bench.desk.store.read { try $0.message(number) })
    #expect(
      kept.queued == next && kept.enclosures.map(\.name) == ["MD-20261130-\(customer.raw).pdf"])
    #expect(kept.message.typed.contains("30 novembre 2026"))
  }

  @Test func aLetterOfUnknownToneIsTakenOutWithWords() throws {
    let firm = try RewritingBench([("ozanne", Day(2026, 10, 5))])
    let customer = try firm.bench.customer("ozanne")
    let message = QueuedMessage(
      key: "letter/\(customer.raw)/R1-20261123-\(customer.raw)", purpose: "reminder",
      mode: .automatic, recipient: "ozanne@client.example", subject: "Rappel", text: "Bonjour.\n",
      documents: [try firm.bench.document("FA-0")], asking: Money(cents: 600_00),
      principal: Money(cents: 600_00))
    let number = try #require(try firm.bench.desk.queue(message, to: customer))
    try firm.begin(next)
    #expect(try firm.send().sent == 0)
    let words = try firm.bench.desk.store.read { try $0.events(of: number) }.last?.words
    #expect(
      words == "pas parti le 23/11/2026 : préparez-le de nouveau depuis la fiche du client")
  }
}
