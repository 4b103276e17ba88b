public import Quantities

/// What a FEC adds up to, counted while it was read.
public struct JournalFigures: Hashable, Sendable {
  public internal(set) var rows = 0
  public internal(set) var entries = 0
  public internal(set) var debit = Money.zero
  public internal(set) var credit = Money.zero
  /// The same for the rows on customers' accounts (411).
  public internal(set) var customerRows = 0
  public internal(set) var customerDebit = Money.zero
  public internal(set) var customerCredit = Money.zero
  /// Rows on 411 that are lettered, and the customers' accounts met there.
  public internal(set) var letteredRows = 0
  public internal(set) var customers = 0

  mutating func add(debit left: Int64, credit right: Int64) {
    rows += 1
    debit.addBounded(Money(cents: left))
    credit.addBounded(Money(cents: right))
  }

  mutating func addCustomer(debit left: Int64, credit right: Int64, isLettered: Bool) {
    customerRows += 1
    customerDebit.addBounded(Money(cents: left))
    customerCredit.addBounded(Money(cents: right))
    if isLettered { letteredRows += 1 }
  }
}
