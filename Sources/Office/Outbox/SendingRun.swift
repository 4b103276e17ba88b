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
  public var cancelled = 0
  /// Found in flight from a run that broke off, or cut off without an answer: a person looks.
  public var doubtful = 0
  /// Why the rest stays; nil when nothing stays.
  public var stopped: Phrase?
  public init() {}
}

/// Sends what may leave, each message once: what is about to happen is written down, then done,
/// then what came of it is written down.
///
/// A message's flight is in the book, beyond a power cut, before its first byte leaves. Whoever
/// finds one there later cannot know whether it arrived, and asks a person.
public final class SendingRun {
  let desk: Desk
  let settings: MailSettings
  let now: () -> Instant
  var report = SendingReport()
  private var failuresInARow = 0
  private var budget = 0
  /// What came of the last message, booked with the flight of the next: one write for both.
  private var pending: MessageEvent?

  public init(_ desk: Desk, now: (() -> Instant)? = nil) throws {
    self.desk = desk
    self.now = now ?? { desk.now }
    settings = try desk.mailSettings()
  }

  /// Sends until nothing is left that may leave.
  public func send() throws -> SendingReport {
    guard let lock = SendingLock(book: desk.store.path) else {
      report.stopped = Phrase(
        french: "Un autre envoi est en cours pour ce livre.",
        english: "Another sending run works on this book.")
      return report
    }
    defer { lock.release() }
    try clearUp()
    guard try desk.store.read({ try !$0.due(at: now(), limit: 1).isEmpty }) else { return report }
    if let silence = settings.silence(at: now()) {
      report.stopped = silence
      return report
    }
    try checkSettings()
    let outbox = Outbox(try settings.outgoing.server())
    let hourAgo = now().adding(minutes: -60)
    budget = settings.mostAnHour - (try desk.store.read { try $0.messagesSent(since: hourAgo) })
    try sendAll(by: outbox)
    try book()
    return report
  }

  private func checkSettings() throws {
    guard MailAddress(settings.sender) != nil else { throw MailFault.noSender(settings.sender) }
    if settings.isRehearsal, MailAddress(settings.rehearsalAddress) == nil {
      throw MailFault.noRehearsalAddress(settings.rehearsalAddress)
    }
  }

  /// Messages in flight while nobody sends belong to a run that broke off.
  private func clearUp() throws {
    let now = now()
    report.doubtful += try desk.store.write(learned: desk.today, isDurable: true) { pen in
      try pen.reader.messages([.inFlight], limit: 10_000).count { kept in
        try pen.note(
          MessageEvent(
            .doubtful, of: kept.number, at: now,
            words: "le programme s’est arrêté pendant l’envoi"))
      }
    }
  }

  private func sendAll(by outbox: Outbox) throws {
    var last = EntryNumber(0)
    while report.stopped == nil {
      let due = try desk.store.read { try $0.due(at: now(), after: last, limit: 500) }
      guard let end = due.last else { return }
      last = end
      for number in due where report.stopped == nil { try take(number, by: outbox) }
    }
  }

  private func take(_ number: EntryNumber, by outbox: Outbox) throws {
    guard budget > 0 else {
      report.stopped = Phrase(
        french:
          "\(settings.mostAnHour) e-mails par heure, c’est votre limite : la suite plus tard.",
        english: "\(settings.mostAnHour) e-mails an hour is your limit: the rest later.")
      return
    }
    if let silence = settings.silence(at: now()) {
      report.stopped = silence
      return
    }
    guard let envelope = try takeOff(number) else { return }
    budget -= 1
    note(outbox.send(envelope), of: number)
  }

  /// Checks a message and books its flight; nil when it does not leave.
  private func takeOff(_ number: EntryNumber) throws -> Envelope? {
    let now = now()
    let outcome = pending
    pending = nil
    let (verdict, mail) = try desk.store.write(learned: desk.today, isDurable: true) { pen in
      if let outcome { try pen.note(outcome) }
      let reader = try pen.reader
      guard let kept = try reader.message(number), [.ready, .deferred].contains(kept.state) else {
        return (LeavingCheck.Verdict?.none, Envelope?.none)
      }
      let verdict = try LeavingCheck(desk, reader, on: now.parisDay).verdict(on: kept, reader)
      switch verdict {
      case .goes:
        let mail = try envelope(of: kept, reader, at: now)
        try pen.note(MessageEvent(.inFlight, of: number, at: now))
        return (verdict, mail)
      case .isCancelled(let reason):
        try pen.note(MessageEvent(.cancelled, of: number, at: now, words: reason))
        return (verdict, nil)
      case .waits: return (verdict, nil)
      }
    }
    if case .isCancelled = verdict { report.cancelled += 1 }
    if case .waits(let words) = verdict { report.stopped = words }
    return mail
  }

  /// Books the outcome of the last message, when there is no next one to book it with.
  private func book() throws {
    guard let outcome = pending else { return }
    pending = nil
    _ = try desk.store.write(learned: desk.today, isDurable: true) { try $0.note(outcome) }
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
      pending = event(settings.isRehearsal ? .rehearsed : .sent, words)
    case .refused(let words):
      report.refused += 1
      isTrouble = false
      pending = event(.failed, words)
    case .deferred(let words), .unreachable(let words):
      report.deferred += 1
      isTrouble = true
      pending = event(.deferred, words, until: now.adding(minutes: wait(number)))
    case .doubtful(let words):
      report.doubtful += 1
      isTrouble = true
      pending = event(.doubtful, words)
    }
    failuresInARow = isTrouble ? failuresInARow + 1 : 0
    if case .unreachable(let words) = outcome { stop(words) }
    if failuresInARow >= 5 { stop("") }
  }

  private func stop(_ words: String) {
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

/// One sending run for a book at a time; the system lets go of it when the process ends, however.
struct SendingLock {
  private let file: Int32

  init?(book path: String) {
    file = open(path + ".sending", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      return nil
    }
  }

  func release() { close(file) }
}
