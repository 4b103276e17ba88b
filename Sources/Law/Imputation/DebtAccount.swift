public import Quantities

/// One debt through its payments: what it bore, and what is left of principal and interest.
public struct DebtAccount: Hashable, Sendable {
  /// The principal still owed.
  public private(set) var principal: Money
  /// Interest accrued and not paid.
  public private(set) var openInterest = Money.zero
  /// What was paid beyond principal and interest: a credit of the debtor (R3.10).
  public private(set) var excess = Money.zero
  /// Every line of interest, in order.
  public private(set) var segments: [Segment] = []

  /// Runs the account of a debt due on `due` through `lastDay`, both conventions of R2.1 and R2.2:
  /// the due date bears nothing, the last day and each payment's day do.
  ///
  /// `interest` gives the lines of a balance over days. Payments in any order; those after
  /// `lastDay` are left out. A debt already settled bears nothing more.
  public init(
    principal: Money, due: Day, payments: [DatedAmount], through lastDay: Day,
    order: ImputationOrder = .interestFirst,
    interest: (Money, DayRange) throws(UnknownRate) -> [Segment]
  ) throws(UnknownRate) {
    self.principal = principal
    var first = due.nextDay
    for payment in payments.sorted(by: { $0.day < $1.day }) where payment.day <= lastDay {
      try accrue(DayRange(first: first, last: payment.day), interest)
      first = max(first, payment.day.nextDay)
      settle(payment, order)
    }
    try accrue(DayRange(first: first, last: lastDay), interest)
  }

  private mutating func accrue(
    _ days: DayRange, _ interest: (Money, DayRange) throws(UnknownRate) -> [Segment]
  ) throws(UnknownRate) {
    guard !days.isEmpty, principal.isPositive else { return }
    let lines = try interest(principal, days)
    segments += lines
    openInterest += lines.total
  }

  private mutating func settle(_ payment: DatedAmount, _ order: ImputationOrder) {
    var rest = payment.amount
    if payment.kind == .payment, order == .interestFirst {
      DebtAccount.pay(&openInterest, from: &rest)
    }
    DebtAccount.pay(&principal, from: &rest)
    DebtAccount.pay(&openInterest, from: &rest)
    excess += rest
  }

  private static func pay(_ debt: inout Money, from rest: inout Money) {
    let part = min(debt, rest)
    debt -= part
    rest -= part
  }
}
