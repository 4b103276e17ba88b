public import Ledger
public import Quantities

/// What a statement adds up to, counted while it was read.
public struct StatementFigures: Hashable, Sendable {
  public let statement: Statement
  /// The account as the file names it, before it was brought to an IBAN.
  public var written: String
  /// Movements as the bank counts them: a batch with its details is one. Those not booked yet too.
  public var entries: Int
  /// Sum of the movements that bring money in, positive.
  public var credits: Money
  /// Sum of the movements that take money out, positive.
  public var debits: Money
  /// The file gave no account, or no currency, of its own.
  public var isAnonymous: Bool
  public var hasCurrency: Bool

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
