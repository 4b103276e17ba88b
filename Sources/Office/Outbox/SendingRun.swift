import Delivery
import Foundation
public import Intake
import Ledger
public import Quantities
import Store

/// What a sending run did.
public struct SendingReport: Hashable, Sendable {
  public var sent = 0
  public var deferred = 0
  public var refused = 0
  /// Left as they are because a file of theirs is gone; the first ten in words.
  public var lacking = 0
  public var lost: [Phrase] = []
  public var cancelled = 0
  /// Found in flight from a run that broke off, or cut off without an answer: a person looks.
  public var doubtful = 0
  /// What became of those of earlier days that had not left.
  public var rewriting = RewritingReport()
  /// Why the rest stays; nil when nothing stays.
  public var stopped: Phrase?
  public init() {}
}

/// Sends what may leave, each message once: what is about to happen is written down, then done,
/// then what came of it is written down.
///
/// A message's flight is in the book, beyond a power cut, before its first byte leaves. Whoever
/// finds one there later cannot know whether it arrived, and asks a person. The flights of a few
/// messages are booked together, as many as leave in a quarter of a second.
public final class SendingRun {
  let desk: Desk
  let settings: MailSettings
  let now: () -> Instant
  var report = SendingReport()
  private var failuresInARow = 0
  private var isServerAway = false
  private var budget = 0
  /// What came of the last messages, booked with the flights of the next: one write for both.
  private var pending: [MessageEvent] = []
  private var pace = SendingPace()
  private let hours: LeavingHours
  /// Why the last message that had to stay, while others left, stays.
  private var waiting: Phrase?

  public init(_ desk: Desk, now: (() -> Instant)? = nil) throws {
    self.desk = desk
    self.now = now ?? { desk.now }
    settings = try desk.mailSettings()
    hours = LeavingHours(try desk.planShelf(on: desk.today))
  }

  /// Sends until nothing is left that may leave.
  public func send() throws -> SendingReport {
    guard let journal = SendingJournal(book: desk.store.path) else {
      report.stopped = Phrase(
        french: "Un autre envoi est en cours pour ce livre.",
        english: "Another sending run works on this book.")
      return report
    }
    defer { journal.release() }
    try clearUp(after: journal.traces)
    journal.restart()
    guard try desk.store.read({ try !$0.due(at: now(), limit: 1).isEmpty }) else { return report }
    if let silence = hours.silence(at: now()) {
      report.stopped = silence
      return report
    }
    try checkSettings()
    report.rewriting = try desk.rewriteUnsent()
    let outbox = Outbox(try settings.outgoing.server())
    let hourAgo = now().adding(minutes: -60)
    budget = settings.mostAnHour - (try desk.store.read { try $0.messagesSent(since: hourAgo) })
    do {
      try sendAll(by: outbox, journal)
    } catch {
      try? book()
      throw error
    }
    try book()
    if report.stopped == nil { report.stopped = waiting }
    return report
  }

  private func checkSettings() throws {
    guard MailAddress(settings.sender) != nil else { throw MailFault.noSender(settings.sender) }
    if settings.isRehearsal, MailAddress(settings.rehearsalAddress) == nil {
      throw MailFault.noRehearsalAddress(settings.rehearsalAddress)
    }
  }

  /// Messages in flight while nobody sends belong to a run that broke off. What its journal says of
  /// them is booked; whether the others left, a person finds out.
  private func clearUp(after traces: [EntryNumber: SendingJournal.Trace]) throws {
    let now = now()
    report.doubtful += try desk.store.write(learned: desk.today, isDurable: true) { pen in
      var doubtful = 0
      for kept in try pen.reader.messages([.inFlight], limit: 10_000) {
        let event: MessageEvent
        switch traces[kept.number] {
        case .ended(let kind, let words):
          event = MessageEvent(kind, of: kept.number, at: now, words: words)
        case .booked: event = SendingRun.grounded(kept.number, at: now)
        case .begun, nil:
          event = MessageEvent(
            .doubtful, of: kept.number, at: now, words: "le programme s’est arrêté pendant l’envoi")
          doubtful += 1
        }
        try pen.note(event)
      }
      return doubtful
    }
  }

  private func sendAll(by outbox: Outbox, _ journal: SendingJournal) throws {
    var last = EntryNumber(0)
    while report.stopped == nil {
      let due = try desk.store.read { try $0.due(at: now(), after: last, limit: 2_000) }
      guard let end = due.last else { return }
      last = end
      var rest = due[...]
      while !rest.isEmpty, report.stopped == nil, mayGoOn() {
        let group = rest.prefix(min(pace.count, budget))
        rest = rest.dropFirst(group.count)
        try send(group, by: outbox, journal)
      }
    }
  }

  /// Whether the limit of the hour and the firm's hours let another message leave.
  private func mayGoOn() -> Bool {
    if budget <= 0 {
      report.stopped = Phrase(
        french:
          "\(settings.mostAnHour) e-mails par heure, c’est votre limite : la suite plus tard.",
        english: "\(settings.mostAnHour) e-mails an hour is your limit: the rest later.")
    } else if let silence = hours.silence(at: now()) {
      report.stopped = silence
    }
    return report.stopped == nil
  }

  private func send(
    _ group: ArraySlice<EntryNumber>, by outbox: Outbox, _ journal: SendingJournal
  ) throws {
    journal.book(group)
    let flights = try takeOff(group)
    budget -= flights.count
    pace.begin()
    for flight in flights {
      try send(flight, by: outbox, journal)
    }
    pace.end(after: flights.count)
  }

  private func send(_ flight: Flight, by outbox: Outbox, _ journal: SendingJournal) throws {
    let number = flight.kept.number
    guard !isServerAway else { return ground(number) }
    var envelope = flight.envelope
    do {
      // Only now: the files of a whole group would fill the memory.
      envelope.attachments = try desk.whole(envelope.attachments, of: flight.kept)
    } catch let lost as LostFile {
      return setAside(number, lost)
    }
    guard journal.begin(number) else { return ground(number) }
    note(outbox.send(envelope), of: number)
    if let outcome = pending.last { journal.end(outcome) }
  }

  /// A message whose flight is booked.
  private struct Flight {
    let kept: OutboxMessage
    let envelope: Envelope
  }

  /// Checks messages and books the flights of those that leave, in one write that outlives a power
  /// cut.
  private func takeOff(_ group: ArraySlice<EntryNumber>) throws -> [Flight] {
    let now = now()
    let outcomes = pending
    let (flights, cancelled, wait) = try desk.store.write(learned: desk.today, isDurable: true) {
      pen in
      for outcome in outcomes { try pen.note(outcome) }
      let reader = try pen.reader
      let check = try LeavingCheck(desk, reader, by: hours.plans, on: now.parisDay)
      var flights: [Flight] = []
      var cancelled = 0
      for number in group {
        guard let kept = try reader.message(number), [.ready, .deferred].contains(kept.state) else {
          continue
        }
        if let silence = try hours.silence(of: kept, at: now, reader) {
          waiting = silence
          continue
        }
        switch try check.verdict(on: kept, reader) {
        case .goes:
          flights.append(
            Flight(kept: kept, envelope: try envelope(of: kept, reader, at: now)))
          try pen.note(MessageEvent(.inFlight, of: number, at: now))
        case .isCancelled(let reason):
          try pen.note(MessageEvent(.cancelled, of: number, at: now, words: reason))
          cancelled += 1
        case .stays(let words): waiting = words
        case .waits(let words): return (flights, cancelled, Phrase?.some(words))
        }
      }
      return (flights, cancelled, nil)
    }
    pending = []
    report.cancelled += cancelled
    if let wait { report.stopped = wait }
    return flights
  }

  /// Books the outcomes of the last messages, when there are no next ones to book them with.
  private func book() throws {
    let outcomes = pending
    guard !outcomes.isEmpty else { return }
    pending = []
    _ = try desk.store.write(learned: desk.today, isDurable: true) { pen in
      for outcome in outcomes { try pen.note(outcome) }
    }
  }

  // Outcomes -------------------------------------------------------------------------------------

  private func note(_ outcome: Outcome, of number: EntryNumber) {
    let now = now()
    func event(
      _ kind: MessageEvent.Kind, _ words: String, until: Instant? = nil
    ) -> MessageEvent {
      MessageEvent(kind, of: number, at: now, until: until, words: words)
    }
    let isTrouble: Bool
    switch outcome {
    case .accepted(let words):
      report.sent += 1
      isTrouble = false
      pending.append(event(settings.isRehearsal ? .rehearsed : .sent, words))
    case .refused(let words):
      report.refused += 1
      isTrouble = false
      pending.append(event(.failed, words))
    case .deferred(let words), .unreachable(let words):
      report.deferred += 1
      isTrouble = true
      pending.append(event(.deferred, words, until: now.adding(minutes: wait(number))))
    case .doubtful(let words):
      report.doubtful += 1
      isTrouble = true
      pending.append(event(.doubtful, words))
    }
    failuresInARow = isTrouble ? failuresInARow + 1 : 0
    if case .unreachable(let words) = outcome { stop(words) }
    if failuresInARow >= 5 { stop("") }
  }

  /// A message that lacks one of its files surely does not leave; a person finds it refused.
  private func setAside(_ number: EntryNumber, _ lost: LostFile) {
    report.lacking += 1
    if report.lost.count < 10 { report.lost.append(lost.words) }
    pending.append(MessageEvent(.failed, of: number, at: now(), words: lost.words.french))
  }

  private func ground(_ number: EntryNumber) {
    pending.append(SendingRun.grounded(number, at: now()))
  }

  /// A message whose turn did not come: it surely did not leave, and may at once.
  private static func grounded(_ number: EntryNumber, at now: Instant) -> MessageEvent {
    MessageEvent(.deferred, of: number, at: now, until: now, words: "son tour n’est pas venu")
  }

  private func stop(_ words: String) {
    isServerAway = true
    report.stopped = Phrase(
      french: "Le serveur de messagerie ne répond pas comme il faut. \(words) Rien n’est perdu : "
        + "réessayez plus tard.",
      english: "The mail server does not answer as it should. \(words) Nothing is lost: try later.")
  }

  /// Minutes to the next try, longer each time.
  private func wait(_ number: EntryNumber) -> Int {
    let tries = (try? desk.store.read { try $0.message(number)?.tries }) ?? 1
    return [5, 15, 60, 180, 360, 720][min(max(tries, 1), 6) - 1]
  }
}
