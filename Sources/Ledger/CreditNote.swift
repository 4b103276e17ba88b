public import Quantities

/// Cancels all or part of an invoice (avoir).
public struct CreditNote: Hashable, Sendable {
  /// Why the claim shrinks, which decides from when interest shrinks with it (R3.7).
  public enum Reason: String, Sendable {
    /// The amount was never owed: interest is counted again from the invoice's date.
    case error
    /// Granted later: it counts from its own date.
    case allowance
    /// Not said. Counted as an error, the reading that claims less, and shown as a question.
    case unknown
  }

  public let number: String
  public let issue: Day
  /// What the customer owes less: a positive amount, tax included.
  public let gross: Money
  public let net: Money
  public let tax: Money
  /// The number of the invoice it corrects; empty when the file does not say.
  public let corrects: String
  public let reason: Reason

  public init(
    number: String, issue: Day, gross: Money, net: Money, tax: Money, corrects: String = "",
    reason: Reason = .unknown
  ) {
    self.number = number
    self.issue = issue
    self.gross = gross
    self.net = net
    self.tax = tax
    self.corrects = corrects
    self.reason = reason
  }
}
