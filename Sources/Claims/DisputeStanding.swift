public import Ledger
public import Quantities

/// Where a dispute stands.
public enum DisputeStanding: Hashable, Sendable {
  /// Nobody has decided: the contested part is not asked for (R3.11).
  case open
  /// We recognised that an amount was never owed: it is not asked for, the credit note is to come.
  case awaitingCredit(Money)
  /// Decided, and nothing of it is set aside any more.
  case closed(DisputeResolution.Outcome, on: Day)
  /// Nobody decided, and nothing is left of the document: it ended by itself.
  case settled(on: Day)
}

extension Account {
  /// Where a dispute stands on a day, by the last decision about it.
  public func standing(of dispute: Dated<Dispute>, on today: Day) -> DisputeStanding {
    guard let decision = resolution(of: dispute, on: today) else {
      return settlement(of: dispute.fact.document, on: today).map { .settled(on: $0) } ?? .open
    }
    let left = decision.fact.recognised - credited(since: dispute, on: today)
    return left.isPositive
      ? .awaitingCredit(left) : .closed(decision.fact.outcome, on: decision.happened)
  }

  /// The last decision about a dispute; nil while there is none.
  public func resolution(
    of dispute: Dated<Dispute>, on today: Day
  ) -> Dated<DisputeResolution>? {
    resolutions.last { $0.fact.dispute == dispute.number && $0.happened <= today }
  }

  /// What a dispute keeps from being asked for; nil when it is the whole document.
  ///
  /// A dispute that was rejected or given up keeps nothing back, and never did: interest runs from
  /// the due date as if it had not been raised.
  func setAside(by dispute: Dated<Dispute>, on today: Day) -> Money? {
    switch standing(of: dispute, on: today) {
    case .open: dispute.fact.amount
    case .awaitingCredit(let left): left
    case .closed, .settled: .zero
    }
  }

  /// Who looks after a dispute on our side; empty when nobody was named.
  public func owner(of dispute: Dated<Dispute>, on today: Day) -> String {
    disputeOwners.last { $0.fact.dispute == dispute.number && $0.happened <= today }?.fact.name
      ?? dispute.fact.owner
  }

  /// The day on which nothing was left of a document, for good by a day; nil while something is.
  private func settlement(of document: EntryNumber, on today: Day) -> Day? {
    guard let item = items.first(where: { $0.id == document }),
      item.issue <= today, !item.balance(on: today).isPositive
    else { return nil }
    var settled = item.issue
    for day in Set(item.movements.map(\.day)).sorted() where day <= today {
      if item.balance(on: day.previousDay).isPositive { settled = day }
    }
    return settled
  }

  /// Credit notes set against the document since it was contested.
  private func credited(since dispute: Dated<Dispute>, on today: Day) -> Money {
    guard let item = items.first(where: { $0.id == dispute.fact.document }) else { return .zero }
    return item.movements.lazy.filter {
      $0.cause == .setOff && $0.day >= dispute.happened && $0.day <= today
    }.map(\.amount).sum()
  }
}
