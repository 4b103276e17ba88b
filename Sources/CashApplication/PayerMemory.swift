public import Ledger

/// Who paid for whom before: bank accounts and names learned from allocations that were certain
/// or that a person confirmed.
public struct PayerMemory: Sendable {
  private var customers: [UInt64: [CustomerID]] = [:]

  public init() {}

  /// Remembers that this line paid for this customer.
  public mutating func learn(_ customer: CustomerID, from line: BankLine) {
    if let key = payerKey(line.payerIBAN, seed: 11) { remember(customer, for: key) }
    if let key = payerKey(line.payer, seed: 13) { remember(customer, for: key) }
  }

  /// The customers this account paid for; empty when none is known.
  func customers(ofAccount iban: String) -> [CustomerID] {
    payerKey(iban, seed: 11).flatMap { customers[$0] } ?? []
  }

  /// The customers a payer of this name paid for; empty when none is known.
  func customers(ofName name: String) -> [CustomerID] {
    payerKey(name, seed: 13).flatMap { customers[$0] } ?? []
  }

  private mutating func remember(_ customer: CustomerID, for key: UInt64) {
    guard !(customers[key]?.contains(customer) ?? false) else { return }
    customers[key, default: []].append(customer)
  }
}

/// A key of a name or account number as written, blanks left out; nil when empty.
@inline(__always) func payerKey(_ text: String, seed: UInt64) -> UInt64? {
  var rolling = RollingKey(seed: seed)
  var isEmpty = true
  for byte in text.utf8 where byte != 0x20 {
    rolling.add(byte)
    isEmpty = false
  }
  return isEmpty ? nil : rolling.key
}
