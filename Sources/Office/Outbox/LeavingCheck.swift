import Claims
import Dunning
import Intake
import Ledger
import Quantities
import Store

/// Looks at a message once more just before it leaves, with all that the book knows by then.
struct LeavingCheck {
  /// What is found.
  enum Verdict {
    case goes
    /// Not now, and not wrong: our bank data are too old.
    case waits(Phrase)
    /// This one stays for now, and why.
    case stays(Phrase)
    /// It would ask for what is not owed, or reach nobody.
    case isCancelled(String)
  }

  private let assessor: Assessor
  private let gate: FreshnessGate
  private let day: Day
  private let plans: [DunningPlan]

  init(_ desk: Desk, _ reader: BookReader, by plans: [DunningPlan], on day: Day) throws {
    assessor = Assessor(try desk.practice(reader))
    gate = FreshnessGate(newest: try reader.newestBankDay(.first, by: day), on: day)
    self.day = day
    self.plans = plans
  }

  /// Messages older than this say amounts of another time.
  private static let mostDaysQueued = 14

  func verdict(on kept: OutboxMessage, _ reader: BookReader) throws -> Verdict {
    var account: Account?
    try reader.forEachOpenAccount(.first, of: kept.customer) { found in
      if found.currency == kept.currency { account = found }
    }
    if let account,
      let fault = account.addresses.fault(
        of: kept.message.recipient, by: kept.message.channel, on: day)
    {
      return .isCancelled("adresse fautive : \(fault.fact.reason)")
    }
    if let reason = try withdrawn(from: kept, reader) { return .isCancelled(reason) }
    if kept.isStep || kept.isLetter, kept.queued != day { return .stays(kept.isOfAnotherDay) }
    guard kept.message.asks else { return .goes }
    if kept.queued.days(to: day) > LeavingCheck.mostDaysQueued {
      return .isCancelled("écrit le \(kept.queued.french) : ses montants ne sont plus ceux du jour")
    }
    let documents = Set(kept.message.documents)
    let owed = (account?.items ?? []).lazy.filter { documents.contains($0.id) }.map(\.open).sum()
    guard let account, owed.isPositive else { return .isCancelled("réglé entre-temps") }
    guard owed >= kept.message.principal else {
      return .isCancelled(
        "il ne reste que \(owed.french(in: kept.currency)) sur les "
          + "\(kept.message.principal.french(in: kept.currency)) demandés")
    }
    let claim = try assessor.assess(account, on: day).claim
    // A confirmation says what was agreed: the promise that it confirms does not hold it.
    let isAnswer = kept.message.purpose == "confirmation"
    if let hold = claim.holds.first(where: { !isAnswer || $0.silencesAnswers }) {
      return .isCancelled(hold.explanation(in: .french, kept.currency))
    }
    if let stale = gate.hold {
      return .waits(
        Phrase(
          french: stale.explanation(in: .french, kept.currency),
          english: stale.explanation(in: .english, kept.currency)))
    }
    return try verdict(on: kept, beside: account, reader)
  }

  /// What else was said to the customer, for certain or perhaps: by the message's own plan it may
  /// be too much, and the message may speak of what was never received.
  private func verdict(
    on kept: OutboxMessage, beside account: Account, _ reader: BookReader
  ) throws -> Verdict {
    guard let own = kept.message.reminder, kept.isStep || kept.isLetter else { return .goes }
    guard account.reminders.contains(where: { $0.number == own }) else {
      return .stays(kept.isOfAnotherDay)
    }
    let pending = try reader.unsettled(apartFrom: day, of: kept.customer)
      .first { $0.currency == kept.currency }
    if let pending { return .stays(pending.words(about: account.customer)) }
    if try reader.wasTakenBack(
      aReminderTo: kept.customer, in: kept.currency, after: kept.number)
    {
      return .isCancelled("une relance dont il parle a été annulée")
    }
    guard kept.isStep else { return .goes }
    let step = try reader.reminder(own)?.step
    let toCome = try reader.remindersToCome(for: kept.customer)
    let contacts = account.reminders.filter {
      $0.number != own && !toCome.contains($0.number) && $0.happened <= day && $0.fact.hasReached
        // The call that goes with a message is the same step.
        && !($0.happened == day && $0.fact.step?.key == step?.key)
    }.map(\.happened)
    // The plan may have been put aside since.
    guard let plan = plans.first(where: { $0.key == step?.plan }) ?? plans.last,
      let last = contacts.max(), let rest = plan.rest(after: contacts, on: day), day < rest
    else { return .goes }
    return .isCancelled("dernier contact le \(last.french) : pas avant le \(rest.french)")
  }

  /// Why a copy that the message brings is no longer the one that counts; nil when all are. It may
  /// have been the wrong file, another customer's even: it is never sent on.
  private func withdrawn(from kept: OutboxMessage, _ reader: BookReader) throws -> String? {
    let files = kept.enclosures.filter { $0.kept != nil }
    if files.isEmpty { return nil }
    let standing = try reader.copies(of: kept.message.documents).values.map(\.file)
    let gone = files.first { file in file.kept.map { !standing.contains($0) } ?? false }
    guard let gone else { return nil }
    return "la copie \(gone.name) a été remplacée ou retirée depuis"
  }
}

extension OutboxMessage {
  fileprivate var isOfAnotherDay: Phrase {
    Phrase(
      french:
        "Le message n° \(number.raw), du \(queued.french), est à réécrire avant de partir.",
      english: "Message \(number.raw) of \(queued.iso) has to be written anew before it leaves.")
  }
}

extension Reminder {
  /// Whether the customer heard of it: nobody may have answered a call.
  fileprivate var hasReached: Bool {
    channel.reachesCustomer && !(channel == .call && level == "call")
  }
}

extension Hold {
  /// Whether even an answer to the customer should not leave.
  fileprivate var silencesAnswers: Bool {
    switch self {
    case .insolvent, .legalStop: true
    default: false
    }
  }
}
