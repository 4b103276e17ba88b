import Claims
import Correspondence
import Dunning
import Intake
import Law
import Ledger
import Quantities
import Store

/// Messages of one account that had not left, and what is to be said in their place.
private struct Redraft: Sendable {
  /// What is to be said today.
  enum End: Sendable {
    case step(DueStep)
    /// Nothing, and why.
    case nothing(String)
    /// Nothing leaves today anyway: it is written anew on a day when something may.
    case stays
  }

  let old: [OutboxMessage]
  let end: End
}

extension Desk {
  /// Writes anew what was written on an earlier day and has not begun to leave: what leaves is of
  /// the day it leaves. The old messages are taken out with their reminders and the step of today
  /// is put in their place, in one transaction for a few customers.
  ///
  /// Where our bank data are too old nobody is asked for anything, so nothing changes.
  func rewriteUnsent(of customers: Set<CustomerID>? = nil) throws -> RewritingReport {
    var report = RewritingReport()
    let today = today
    let old = try store.read { reader -> [OutboxMessage] in
      let old = try reader.unsent(before: today)
      if old.isEmpty { return [] }
      let gate = FreshnessGate(newest: try reader.newestBankDay(.first, by: today), on: today)
      return gate.hold == nil ? old : old.filter { !$0.message.asks }
    }.filter { customers?.contains($0.customer) ?? true }
    for kept in old where kept.isLetter { report.add(try rewriteLetter(kept)) }
    let accounts = Dictionary(grouping: old.filter(\.isStep)) {
      AccountKey(customer: $0.customer, currency: $0.currency)
    }
    var rest = accounts.values.sorted { $0[0].number < $1[0].number }[...]
    while !rest.isEmpty {
      report.add(try rewriteSteps(Array(rest.prefix(Desk.stepsAtOnce))))
      rest = rest.dropFirst(Desk.stepsAtOnce)
    }
    report.add(try rewriteThanks(old.filter { !$0.isLetter && !$0.isStep }))
    return report
  }

  private func rewriteSteps(_ groups: [[OutboxMessage]]) throws -> RewritingReport {
    let (today, now) = (today, now)
    let (drafts, writer) = try store.read { reader in
      let run = try dailyRun(on: today, reader)
      let writer = ReminderWriter(try reader.settings(), store.archive, pdf, on: today)
      return (try groups.map { try redraft($0, by: run, writer, reader) }, writer)
    }
    let messages = drafts.mappedOnAllCores { draft -> QueuedMessage? in
      guard case .step(let step) = draft.end else { return nil }
      return writer.message(step.contact, step.claim, step.copies)
    }
    return try store.write(learned: today) { pen in
      var report = RewritingReport()
      for (draft, message) in zip(drafts, messages) {
        try pen.replace(draft, with: message, at: now, &report)
      }
      return report
    }
  }

  /// What is to be said today to a customer, as if the messages that did not leave had never been.
  private func redraft(
    _ old: [OutboxMessage], by run: DailyRun, _ writer: ReminderWriter, _ reader: BookReader
  ) throws -> Redraft {
    let (customer, currency) = (old[0].customer, old[0].currency)
    var found: Account?
    try reader.forEachOpenAccount(.first, of: customer) {
      if $0.currency == currency { found = $0 }
    }
    guard var account = found else { return Redraft(old: old, end: .nothing("réglé entre-temps")) }
    let untold = Set(old.compactMap(\.message.reminder))
    account.reminders.removeAll { untold.contains($0.number) }
    let other = try reader.unsettled(apartFrom: today, of: customer)
      .first { $0.currency == currency && !untold.contains($0.reminder) }
    if let other { return Redraft(old: old, end: .nothing(other.words.french)) }
    let finding = try run.finding(on: account)
    switch finding.decision {
    case .tooSoon(_, .dayOff): return Redraft(old: old, end: .stays)
    case .send(let contact):
      let level = contact.level
      if level.mode == .manual || !writer.writes(level.channel) {
        return Redraft(old: old, end: .nothing("l’étape est maintenant à faire vous-même"))
      }
      if finding.missingRate != nil, level.asksAccessories {
        return Redraft(old: old, end: .nothing("un taux n’est pas encore publié"))
      }
      let copies = try reader.copiesToEnclose(of: contact.documents)
      return Redraft(
        old: old, end: .step(DueStep(contact: contact, claim: finding.claim, copies: copies)))
    default:
      let why = finding.decision.whyNot(in: .french, currency) ?? ""
      return Redraft(old: old, end: .nothing(why))
    }
  }
}

extension BookWriter {
  /// Takes out a message that was written on another day; false when it has begun to leave.
  func withdraw(
    _ message: EntryNumber, at now: Instant, because words: String
  ) throws -> Bool {
    try note(MessageEvent(.withdrawn, of: message, at: now, words: words))
  }

  /// Takes old messages out and puts the one of today in their place. One that has begun to leave
  /// meanwhile stays, and nothing is put beside it.
  fileprivate func replace(
    _ draft: Redraft, with message: QueuedMessage?, at now: Instant,
    _ report: inout RewritingReport
  ) throws {
    let old = draft.old
    var words = "réécrit le \(learned.french)"
    switch draft.end {
    case .stays: return
    case .nothing(let why): words = "pas parti le \(old[0].queued.french) : \(why)"
    case .step: break
    }
    let approved = try old.filter { try wasApproved($0.number) }
    let taken = try old.filter { try withdraw($0.number, at: now, because: words) }
    guard taken.count == old.count, case .step(let step) = draft.end, let message,
      let number = try queueAnew(message, of: step)
    else {
      report.withdrawn += taken.count
      return
    }
    let isSame = old.contains { $0.isStep(of: message.key) }
    if isSame { report.rewritten += 1 } else { report.changed += 1 }
    report.withdrawn += old.count - 1
    for kept in old { report.successors[kept.number] = number }
    guard message.mode == .afterConfirmation, !approved.isEmpty else { return }
    if let same = approved.first(where: { $0.isStep(of: message.key) }) {
      let words = "confirmé sous le n° \(same.number.raw)"
      try note(MessageEvent(.approved, of: number, at: now, words: words))
    } else {
      report.toConfirmAgain += 1
    }
  }

  /// The number of the message; nil when a person took it out today, or it has nowhere to go.
  private func queueAnew(_ message: QueuedMessage, of step: DueStep) throws -> EntryNumber? {
    guard try !reader.wasTakenOut(message.key, on: learned) else { return nil }
    do {
      return try queueChecked(
        message, to: step.claim.customer.id, in: step.claim.currency,
        as: step.contact.reminder(note: message.subject))
    } catch is OutboxRefusal {
      return nil
    }
  }

  private func wasApproved(_ message: EntryNumber) throws -> Bool {
    try reader.events(of: message).contains { $0.kind == .approved || $0.kind == .requeued }
  }
}

extension BookReader {
  /// Whether a message is not to be put back: a person took it out today, or it was rehearsed today
  /// and rehearsals go on. In earnest, a rehearsed message is written anew the same day.
  func wasTakenOut(_ key: String, on today: Day) throws -> Bool {
    guard let end = try lastEnd(ofKey: key), end.at.parisDay == today else { return false }
    return switch end.kind {
    case .cancelled: true
    case .rehearsed: MailSettings(settings: try settings()).isRehearsal
    default: false
    }
  }
}
