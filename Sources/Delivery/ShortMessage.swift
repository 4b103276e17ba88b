public import Ledger

/// One SMS of a batch, for a gateway.
public struct ShortMessage: Hashable, Sendable {
  public let number: EntryNumber
  /// As people write it: `06 12 34 56 78`, `+33 6 12 34 56 78`.
  public let phone: String
  public let text: String

  public init(number: EntryNumber, phone: String, text: String) {
    self.number = number
    self.phone = phone
    self.text = text
  }

  /// The number as gateways take it, digits alone from the country's code on: `33612345678`.
  public var dialled: String {
    let digits = phone.filter(\.isWholeNumber)
    if phone.contains("+") { return digits }
    if digits.hasPrefix("00") { return String(digits.dropFirst(2)) }
    return digits.hasPrefix("0") && digits.count == 10 ? "33" + digits.dropFirst() : digits
  }
}
