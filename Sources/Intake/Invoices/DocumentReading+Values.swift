import Ledger
import Quantities

/// Single values of an invoice, each rejected with its element when it cannot be read.
extension DocumentReading {
  /// A text that must be there.
  mutating func required(_ node: XMLNode?, _ field: Field, named name: String) -> String {
    places[field] = node
    if let node, !node.text.isEmpty { return node.text }
    reject(node, field: name, wanted: Wanted.value)
    return ""
  }

  /// An amount, or nil when the element is absent.
  mutating func amount(_ node: XMLNode?, _ field: Field, named name: String) -> Money? {
    places[field] = node
    guard let node, !node.text.isEmpty else { return nil }
    let amount = node.text.withBytes { $0.amount }
    if amount == nil {
      hasUnreadableAmount = true
      reject(node, field: name, wanted: Wanted.amount)
    }
    return amount
  }

  /// A date as UBL writes it.
  mutating func isoDay(_ node: XMLNode?, named name: String) -> Day? {
    guard let node, !node.text.isEmpty else { return nil }
    let day = node.text.withBytes { $0.isoDay }
    if day == nil { reject(node, field: name, wanted: Wanted.isoDay) }
    return day
  }

  /// A date as CII writes it: `20261123` in `DateTimeString` or `DateString`, formats 102 and 203.
  mutating func compactDay(_ node: XMLNode?, named name: String) -> Day? {
    guard let node else { return nil }
    let inner = node.first("DateTimeString") ?? node.first("DateString") ?? node.first("DateTime")
    let value = inner ?? node
    guard !value.text.isEmpty else { return nil }
    let day = value.text.withBytes { bytes in
      bytes.count >= 8 && bytes[4] != 45
        ? Day(compact: String(decoding: bytes.prefix(8), as: UTF8.self)) : bytes.isoDay
    }
    if day == nil { reject(value, field: name, wanted: Wanted.compactDay) }
    return day
  }

  mutating func currency(_ node: XMLNode?, named name: String) -> Currency {
    let text = required(node, .currency, named: name)
    if let currency = Currency(text) { return currency }
    if !text.isEmpty { reject(node, field: name, wanted: Wanted.currency) }
    return .eur
  }
}

extension String {
  func withBytes<Value>(_ body: (Bytes) -> Value) -> Value {
    var copy = self
    return copy.withUTF8(body)
  }
}

extension Wanted {
  static let value = Phrase(french: "une valeur", english: "a value")
  static let compactDay = Phrase(
    french: "une date qui existe, telle que 20261123",
    english: "a date that exists, such as 20261123")
}
