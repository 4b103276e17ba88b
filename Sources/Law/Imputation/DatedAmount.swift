public import Quantities

/// An amount that lowers one debt on a day: money received, or a later credit note.
public struct DatedAmount: Hashable, Sendable {
  /// What lowered the debt.
  public enum Kind: Hashable, Sendable {
    /// Settles interest and principal in the agreed order.
    case payment
    /// Lowers the principal alone, from its own date (R3.7).
    case allowance
  }

  public let amount: Money
  /// The day the money reached the creditor's account; that day still bears interest (R2.2).
  public let day: Day
  public let kind: Kind

  public init(_ amount: Money, on day: Day, kind: Kind = .payment) {
    self.amount = amount
    self.day = day
    self.kind = kind
  }
}
