import Ledger
import Quantities

extension Account {
  /// The last day money came from the customer.
  func lastPayment(by today: Day) -> Day? {
    let applied = items.lazy.compactMap { $0.settledByPayment(through: today) }.max()
    let resting = unapplied.lazy.map(\.received).filter { $0 <= today }.max()
    return [applied, resting].compactMap(\.self).max()
  }

  /// The days the customer paid, promised or contested: any answer at all.
  func reactions(by today: Day) -> [Day] {
    ([lastPayment(by: today)].compactMap(\.self) + promises.map(\.happened)
      + disputes.map(\.happened)).filter { $0 <= today }
  }

  /// The last due date of an invoice on the account.
  func due(_ document: EntryNumber) -> Day? {
    items.lazy.first { $0.id == document }.flatMap { item in
      if case .invoice(let invoice) = item.kind { invoice.instalments.last?.due } else { nil }
    }
  }
}

extension AccountItem {
  func isInvoice(issuedBy day: Day) -> Bool {
    if case .invoice(let invoice) = kind { invoice.issue <= day } else { false }
  }

  /// Whether a payment left a tenth or more open where one date was agreed for all of it.
  func isPaidInParts(by today: Day) -> Bool {
    guard case .invoice(let invoice) = kind, invoice.instalments.count == 1 else { return false }
    var left = total
    let payments = movements.filter { $0.day <= today }.sorted { $0.day < $1.day }
    for movement in payments {
      left -= movement.amount
      if movement.cause == .payment, movement.amount.isPositive, left.cents * 10 >= total.cents,
        left < total
      {
        return true
      }
    }
    return false
  }
}
