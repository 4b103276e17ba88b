public import Claims
public import Ledger
public import Quantities

/// The aged balances of a whole book, one for each currency: two currencies are never added.
public struct AgedBook: Sendable {
  public let day: Day
  private var balances: [Currency: AgedBalance] = [:]

  public init(on day: Day) { self.day = day }

  /// Adds what is left on the day of one instalment or document.
  public mutating func add(customer: CustomerID, due: Day, open: Money, in currency: Currency) {
    balances[currency, default: AgedBalance(on: day, currency: currency)]
      .add(customer: customer, due: due, open: open)
  }

  /// Adds money or a credit of the customer's that stands on no document: a positive amount.
  public mutating func addUnallocated(
    customer: CustomerID, _ amount: Money, in currency: Currency
  ) {
    balances[currency, default: AgedBalance(on: day, currency: currency)]
      .addUnallocated(customer: customer, amount)
  }

  /// Adds a whole account.
  public mutating func add(_ claim: Claim) {
    balances[claim.currency, default: AgedBalance(on: day, currency: claim.currency)].add(claim)
  }

  /// The balance in one currency; nil when nothing is open in it.
  public subscript(currency: Currency) -> AgedBalance? { balances[currency] }

  /// The euro first, then by code; none without an open item.
  public var currencies: [Currency] {
    balances.keys.sorted { $0.isEuro != $1.isEuro ? $0.isEuro : $0 < $1 }
  }
}
