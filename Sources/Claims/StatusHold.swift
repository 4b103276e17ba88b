import Law
public import Ledger
public import Quantities

/// A lifecycle status that keeps a document, or part of it, from being asked for (R11.4).
public struct StatusHold: Hashable, Sendable {
  public let status: Dated<LifecycleStatus>
  /// The last day on which it holds by itself: a payment said to have left is waited for some
  /// working days. Nil when only a later status, or a person, ends it.
  public let until: Day?

  /// Whether it is a partial approval that does not say how much is contested.
  var isAmountUnknown: Bool {
    LifecycleEffect(status: status.fact.code) == .contestsPart && status.fact.amount == nil
  }

  /// Whether the document is set aside without being contested.
  var isAside: Bool {
    switch LifecycleEffect(status: status.fact.code) {
    case .contests, .contestsPart: false
    // Refused by the buyer: contested. Rejected by a platform, cancelled or lost: never asked for.
    case .stops: status.fact.code != 210
    case .none, .clears, .announcesPayment, .assigns: true
    }
  }
}

extension Account {
  /// What the statuses of the account hold on a day, by document.
  ///
  /// The newest status that speaks for itself decides, whatever the order in which the messages
  /// came; a document assigned to a factor stays so until the factor gives it back.
  public func statusHolds(
    on today: Day, calendar: BankCalendar = .france
  ) -> [EntryNumber: StatusHold] {
    guard !statuses.isEmpty else { return [:] }
    var standing: [EntryNumber: DocumentStanding] = [:]
    for status in statuses.filter({ $0.happened <= today }).sorted(by: { $0.precedes($1) }) {
      guard let document = status.fact.document else { continue }
      standing[document, default: DocumentStanding()].take(status)
    }
    return standing.compactMapValues { $0.hold(on: today, calendar) }
  }
}

/// Where one document stands after some of its statuses.
private struct DocumentStanding {
  private var held: Dated<LifecycleStatus>?
  private var assigned: Dated<LifecycleStatus>?

  mutating func take(_ status: Dated<LifecycleStatus>) {
    let code = status.fact.code
    if let held, LifecycleEffect.isHold(of: held.fact.code, endedBy: code) { self.held = nil }
    if let assigned, LifecycleEffect.isHold(of: assigned.fact.code, endedBy: code) {
      self.assigned = nil
    }
    switch LifecycleEffect(status: code) {
    case .none, .clears: break
    case .assigns: assigned = status
    case .contestsPart, .contests, .stops, .announcesPayment: held = status
    }
  }

  func hold(on today: Day, _ calendar: BankCalendar) -> StatusHold? {
    if let assigned { return StatusHold(status: assigned, until: nil) }
    guard let held else { return nil }
    guard LifecycleEffect(status: held.fact.code) == .announcesPayment else {
      return StatusHold(status: held, until: nil)
    }
    var limit = calendar.onOrAfter(held.happened)
    for _ in 0..<LifecycleEffect.paymentGraceInDays { limit = calendar.onOrAfter(limit.nextDay) }
    return today <= limit ? StatusHold(status: held, until: limit) : nil
  }
}
