public import Ledger
public import Quantities

/// One invoice as the customer's habit shows in it: when it fell due and when it was settled.
public struct PastPayment: Hashable, Sendable {
  public let issued: Day
  public let due: Day
  /// The day its last payment came; nil while something is open.
  public let settled: Day?

  public init(issued: Day, due: Day, settled: Day?) {
    self.issued = issued
    self.due = due
    self.settled = settled
  }

  /// Days past the due date: of the settlement, or of a day where it is still open.
  public func delayInDays(on day: Day) -> Int { due.days(to: settled ?? day) }
}

extension Account {
  /// The invoices that tell how the customer pays, as known on a day, oldest first.
  ///
  /// Left out: what was contested, given up, or settled without money. Its delay is no habit.
  public func pastPayments(on today: Day) -> [PastPayment] {
    let contested = Set(disputes.lazy.filter { $0.happened <= today }.map(\.fact.document))
    return items.compactMap { item in
      guard case .invoice(let invoice) = item.kind, invoice.issue <= today,
        let due = invoice.instalments.last?.due, !contested.contains(item.id)
      else { return nil }
      if item.balance(on: today).isPositive {
        return PastPayment(issued: invoice.issue, due: due, settled: nil)
      }
      guard !item.movements.contains(where: { $0.cause == .writeOff && $0.day <= today }),
        let settled = item.settledByPayment(through: today)
      else { return nil }
      return PastPayment(issued: invoice.issue, due: due, settled: settled)
    }
  }
}

extension AccountItem {
  /// The day of the last payment; nil when no money came for it: a credit note is no habit.
  func settledByPayment(through today: Day) -> Day? {
    movements.lazy.filter { $0.cause == .payment && $0.amount.isPositive && $0.day <= today }
      .map(\.day).max()
  }
}
