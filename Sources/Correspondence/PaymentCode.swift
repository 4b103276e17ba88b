public import Quantities

/// The text of the QR code that banking applications read to prepare a SEPA transfer, version 002
/// of the European Payments Council's guideline EPC069-12.
public struct PaymentCode: Hashable, Sendable {
  /// What a payer's application reads, line by line.
  public let text: String
  public let amount: Money
  public let iban: String
  public let reference: String

  /// Nil when the IBAN's check digits are wrong, the name is missing, or the amount is outside
  /// 0,01 € to 999 999 999,99 €. The name is cut at 70 characters, the reference at 140.
  public init?(
    payee: String, iban: String, bic: String, amount: Money, reference: String
  ) {
    let iban = iban.compact
    let bic = bic.compact
    let name = PaymentCode.line(payee, limit: 70)
    guard iban.isIBAN, !name.isEmpty, amount.cents >= 1, amount.cents <= 99_999_999_999 else {
      return nil
    }
    self.amount = amount
    self.iban = iban
    self.reference = PaymentCode.line(reference, limit: 140)
    // Line 5 may be empty inside the European Economic Area; a BIC has 8 or 11 characters.
    let knownBIC = bic.utf8.count == 8 || bic.utf8.count == 11 ? bic : ""
    let lines = [
      "BCD", "002", "1", "SCT", knownBIC, name, iban, "EUR" + amount.decimal, "", "",
      self.reference,
    ]
    var text = lines.joined(separator: "\n")
    while text.hasSuffix("\n") { text.removeLast() }
    // A code of version 13 holds 331 bytes; names in long alphabets are the only way past it.
    guard text.utf8.count <= 331 else { return nil }
    self.text = text
  }

  /// One line of at most `limit` characters.
  private static func line(_ text: String, limit: Int) -> String {
    let flat = String(text.map { $0.isNewline ? " " : $0 }.prefix(limit))
    return String(flat.trimmingSuffix { $0 == " " })
  }
}

extension String {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return rest
  }
}
