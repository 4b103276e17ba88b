public import Ledger
public import Quantities

/// What a statement adds up to, counted while it was read.
public struct StatementFigures: Hashable, Sendable {
  public let statement: Statement
  /// The account as the file names it, before it was brought to an IBAN.
  public var written: String
  /// Movements that the bank has booked, as it counts them: a batch with its details is one.
  public var entries: Int
  /// Sum of the movements that bring money in, positive.
  public var credits: Money
  /// Sum of the movements that take money out, positive.
  public var debits: Money
  /// Transactions that a CAMT or CFONB file details under its movements; nil elsewhere.
  public var details: Int?
  /// Movements that bear a number of the bank, in OFX; nil elsewhere.
  public var numbered: Int?
  /// The file gave no account, or no currency, of its own.
  public var isAnonymous: Bool
  public var hasCurrency: Bool

  /// Whether the movements lead from the opening balance to the closing one; nil without both.
  public var isBalanced: Bool? {
    guard let opening = statement.opening, let closing = statement.closing else { return nil }
    var sum = opening
    sum.addBounded(credits)
    sum.addBounded(Money(cents: -debits.cents))
    return sum == closing
  }

  public init(
    _ statement: Statement, entries: Int, credits: Money, debits: Money,
    isAnonymous: Bool = false, hasCurrency: Bool = true, written: String? = nil
  ) {
    self.statement = statement
    self.written = written ?? statement.account
    self.entries = entries
    self.credits = credits
    self.debits = debits
    self.isAnonymous = isAnonymous
    self.hasCurrency = hasCurrency
  }
}
