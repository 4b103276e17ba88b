public import Ledger
public import Quantities
import Store

/// A bank line that may be the payment of which a customer speaks.
public struct PaidLine: Sendable {
  public let line: EntryNumber
  public let bankLine: BankLine
  public let left: Money
}

extension Desk {
  /// The lines of the last ninety days, not allocated yet, that brought an amount.
  public func lines(bringing amount: Money) throws -> [PaidLine] {
    let first = today.adding(days: -90)
    return try store.read { reader in
      try reader.lines(bringing: amount, since: first, limit: 10).compactMap { line in
        guard let bankLine = try reader.bankLine(line) else { return nil }
        return PaidLine(line: line, bankLine: bankLine, left: try reader.open(ofLine: line))
      }
    }
  }
}
