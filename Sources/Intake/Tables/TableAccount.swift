import Ledger
import Quantities

/// One of our accounts in a bank's table, in one currency: the days told of, and its balances.
struct TableAccount: Comparable {
  private let account: String
  private let currency: Currency
  private var first: Day
  private var last: Day
  var balances = BalanceChain()

  init(_ account: String, _ currency: Currency, _ day: Day) {
    self.account = account
    self.currency = currency
    (first, last) = (day, day)
  }

  @inline(__always)
  func isOf(_ account: String, _ currency: Currency) -> Bool {
    self.account == account && self.currency == currency
  }

  mutating func take(_ day: Day) {
    if day < first { first = day }
    if day > last { last = day }
  }

  var statement: Statement {
    Statement(
      account: account, currency: currency, first: first, last: last, opening: nil, closing: nil)
  }

  static func < (left: TableAccount, right: TableAccount) -> Bool {
    (left.account, left.currency) < (right.account, right.currency)
  }

  static func == (left: TableAccount, right: TableAccount) -> Bool {
    left.account == right.account && left.currency == right.currency
  }
}
