/// CFONB 120 records written here, zone by zone.
enum CFONB {
  static let account = "00010234567"

  /// A balance: `01` before the movements, `07` after them.
  static func balance(
    _ code: String, _ amount: String, on day: String, account: String = account,
    currency: String = "EUR2"
  ) -> String {
    "\(code)30004    00812\(currency) \(account)  \(day)" + String(repeating: " ", count: 50)
      + amount + String(repeating: " ", count: 16)
  }

  /// A movement (04).
  static func movement(
    _ amount: String, _ label: String, operation: String = "05", day: String = "030326",
    reason: String = "  ", reference: String = "", number: String = "0000000"
  ) -> String {
    "04300040568" + "00812EUR2 \(account)\(operation)\(day)\(reason)040326" + padded(label, 31)
      + "  " + padded(number, 7) + "  " + amount + padded(reference, 16)
  }

  /// A detail (05) of the movement before.
  static func detail(_ qualifier: String, _ text: String) -> String {
    "05300040568" + "00812EUR2 \(account)05030326     \(qualifier)" + padded(text, 72)
  }

  static func padded(_ text: String, _ length: Int) -> String {
    text + String(repeating: " ", count: max(0, length - text.unicodeScalars.count))
  }

  /// One statement around the movements, from 10.00 to 90.00.
  static func statement(_ records: String...) -> [String] {
    [balance("01", "0000000000100{", on: "020326")] + records
      + [balance("07", "0000000000900{", on: "030326")]
  }

  static func file(_ records: [String], end: String = "\r\n") -> String {
    records.map { $0 + end }.joined()
  }

  /// A line of 80.00 with every detail that banks give.
  static let full = statement(
    movement("0000000000800{", "VIR SEPA DUPONT ET FILS", reference: "B000000001"),
    detail("NPY", "DUPONT & FILS SARL"), detail("CPY", "FR7630006000011234567890189"),
    detail("RCN", padded("E2E-2026-77", 35) + "SUPP"), detail("LCC", "FACTURE FA-2026-0012"),
    detail("LC2", "ET FA-2026-0013"), detail("LCS", "RF18539007547034"))
}
