public import Ledger

/// Who paid for whom before: bank accounts and names learned from allocations that were certain
/// or that a person confirmed.
public struct PayerMemory: Sendable {
  private var customers: [UInt64: [CustomerID]] = [:]

  public init() {}

  /// Remembers that this line paid for this customer.
  public mutating func learn(_ customer: CustomerID, from line: BankLine) {
    learn(customer, account: payerKey(line.payerIBAN, seed: 11))
    learn(customer, name: payerKey(line.payer, seed: 13))
    var scratch = RemittanceText()
    learn(customer, name: PayerName(line.payer, scratch: &scratch).plainKey)
  }

  mutating func learn(_ customer: CustomerID, account: UInt64?) { remember(customer, for: account) }
  mutating func learn(_ customer: CustomerID, name: UInt64?) { remember(customer, for: name) }

  /// The customers an account or a name paid for; empty when none is known.
  func customers(of key: UInt64?) -> [CustomerID] { key.flatMap { customers[$0] } ?? [] }

  private mutating func remember(_ customer: CustomerID, for key: UInt64?) {
    guard let key, !(customers[key]?.contains(customer) ?? false) else { return }
    customers[key, default: []].append(customer)
  }
}

/// A key of a name or account number in plain capitals, blanks left out; nil when empty.
@inline(__always) func payerKey(_ text: String, seed: UInt64) -> UInt64? {
  var rolling = RollingKey(seed: seed)
  var isEmpty = true
  // The first of two bytes that are one accented letter.
  var lead: UInt8 = 0
  for byte in text.utf8 where byte != 0x20 {
    isEmpty = false
    if lead != 0 {
      for letter in plainLetters(lead, byte) { rolling.add(letter) }
      lead = 0
    } else if byte >= 0xC3, byte <= 0xC5 {
      lead = byte
    } else {
      rolling.add(byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte)
    }
  }
  return isEmpty ? nil : rolling.key
}
