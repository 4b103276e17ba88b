import Foundation
import Ledger
import Office
import Quantities
import Store
import Testing

/// What a past day knew of a message: prepared, left or taken out by then, whatever came later.
@Suite struct WaitingStoryTests {
  private let bench: Bench
  private let monday = Day(2026, 11, 23)

  init() throws {
    bench = try Bench()
    try bench.take(
      "clients.csv",
      "Code;Nom;Adresse;Code postal;Ville;Email\n"
        + "C2;Brunel SAS;1 rue Haute;69001;Lyon;compta@brunel.example\n")
    try bench.take("factures.csv", Papers.three)
    try bench.take("banque.csv", Papers.bank(("22/11/2026", "AUTRE CHOSE", "1,00")))
  }

  private func begin(_ day: Day) throws {
    bench.setToday(day)
    try bench.take(
      "banque-\(day.iso).csv",
      Papers.bank((day.adding(days: -1).french, "FRAIS \(day.iso)", "-1,00")))
  }

  private func chapter(_ title: String, on day: Day) throws -> [String] {
    let story = try #require(
      try bench.desk.story(of: try bench.document("FA-2026-0002"), on: day))
    return story.chapters(in: .french).first { $0.title == title }?.lines
      .map { $0.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") } ?? []
  }

  private func waiting() throws -> OutboxMessage {
    try #require(try bench.desk.store.read { try $0.messages([.waiting]) }.first)
  }

  private func leave(_ message: EntryNumber, on day: Day) throws {
    let now = Instant(parisDay: day, minute: 600)
    try bench.desk.approve([message])
    try bench.desk.store.write(learned: day) { pen in
      for kind in [MessageEvent.Kind.inFlight, .sent] {
        let isBooked = try pen.note(MessageEvent(kind, of: message, at: now))
        #expect(isBooked)
      }
    }
  }

  @Test func eachDayKnowsWhatWasSoThen() throws {
    _ = try bench.desk.dunningRun()
    let subject = try waiting().message.subject.replacing("\u{A0}", with: " ")
    let said = "rappel courtois, e-mail, « \(subject) », "
    // Tuesday: nobody ran anything. Wednesday: written anew, confirmed, gone.
    let (tuesday, wednesday) = (monday.nextDay, monday.adding(days: 2))
    try begin(tuesday)
    let waits = "relance préparée le 23/11/2026 : \(said)préparée, elle attend votre accord"
    #expect(try chapter("La décision", on: tuesday)[0] == waits)
    #expect(try !chapter("La décision", on: tuesday).contains { $0.contains("dernier contact") })
    try begin(wednesday)
    _ = try bench.desk.dunningRun()
    let subjectNow = try waiting().message.subject.replacing("\u{A0}", with: " ")
    try leave(try waiting().number, on: wednesday)
    try begin(monday.adding(days: 3))

    #expect(
      try chapter("La décision", on: monday)[0]
        == "relance préparée ce jour-là : \(said)préparée, elle attend votre accord")
    #expect(try chapter("La décision", on: tuesday)[0] == waits)
    let decided = try chapter("La décision", on: wednesday)
    #expect(
      decided.prefix(2) == [
        "relance préparée le 23/11/2026 : \(said)retirée avant de partir (réécrit le 25/11/2026)",
        "relancée ce jour-là : rappel courtois, e-mail, « \(subjectNow) », partie le 25/11/2026",
      ])
    // What was done by then: one message that waits, later one that left.
    let done = try [monday, tuesday, wednesday].map { try chapter("Ce qui a été fait", on: $0) }
    #expect(done.allSatisfy { $0.count == 1 })
    #expect(done[0][0].hasPrefix("23/11/2026 · ") && done[1] == done[0])
    #expect(done[0][0].hasSuffix(", préparée, elle attend votre accord"))
    #expect(done[2][0].hasPrefix("25/11/2026 · ") && done[2][0].hasSuffix("partie le 25/11/2026"))
    // Thursday: only what left is a contact.
    #expect(
      try chapter("La décision", on: monday.adding(days: 3)).contains {
        $0.contains("25/11/2026") && !$0.contains("23/11/2026")
      })
  }

  @Test func theCustomersFileSaysTheSame() throws {
    _ = try bench.desk.dunningRun()
    let number = try waiting().number
    let reminder = try #require(try waiting().message.reminder)
    let brunel = try bench.customer("Brunel")
    try begin(monday.nextDay)
    try bench.desk.cancel(number, because: "je l’appelle")
    func fate(on day: Day) throws -> String? {
      try bench.desk.customerFile(brunel, on: day)?.fates[reminder]?.wording(in: .french)
    }
    #expect(try fate(on: monday) == "préparée, elle attend votre accord")
    #expect(try fate(on: monday.nextDay) == "annulée avant de partir (je l’appelle)")
  }

  /// In doubt on the day, found to have left two days later: it left on that day.
  @Test func whatAPersonFindsLaterIsOfItsDay() throws {
    let message = QueuedMessage(
      key: "k", purpose: "reminder", mode: .automatic, recipient: "a@b.example", subject: "s",
      text: "t")
    func event(_ kind: MessageEvent.Kind, _ day: Int) -> MessageEvent {
      MessageEvent(
        kind, of: EntryNumber(1), at: Instant(parisDay: monday.adding(days: day), minute: 600))
    }
    let events = [event(.inFlight, 0), event(.doubtful, 0), event(.confirmedSent, 2)]
    let fates = [0, 2].map {
      MadeContact.Fate(of: message, queued: monday, events, by: monday.adding(days: $0))
    }
    #expect(fates == [.queued(.doubtful), .left(on: monday)])
  }
}
