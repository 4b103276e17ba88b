public import Law
public import Quantities

/// The rule that gives a customer's or an invoice's due date, and where we have it from (délai).
public struct PaymentTerm: Hashable, Sendable {
  /// Where the term is known from.
  public enum Origin: String, Sendable {
    /// Written in the contract or on the invoice.
    case stated
    /// Worked out by us from earlier invoices, and shown as such.
    case deduced
    /// The law's default of 30 days, nothing having been agreed.
    case legalDefault
  }

  public let formula: TermFormula
  public let origin: Origin

  public init(_ formula: TermFormula, origin: Origin = .stated) {
    self.formula = formula
    self.origin = origin
  }
}

/// A part of an invoice with its own due date (tranche).
public struct Instalment: Hashable, Sendable {
  public let due: Day
  public let amount: Money

  public init(due: Day, amount: Money) {
    self.due = due
    self.amount = amount
  }
}
