import Ledger
import Quantities

/// A movement of a CFONB statement while its detail records follow.
struct CFONBMovement {
  private(set) var booked: Day
  private(set) var value: Day?
  private(set) var amount: Money
  private var operation: BankLine.Operation
  private var returnReason: String
  private var reference: String
  /// The name that the label holds.
  private var label: String
  private var debtor = ""
  private var creditor = ""
  private var debtorAccount = ""
  private var creditorAccount = ""
  private var endToEnd = ""
  /// The remittance text filled its zone: the next one goes on within the word.
  private var isTextFull = false

  /// Nil parts are told apart by the reader, which says what is wrong with them.
  init(_ record: CFONBRecord, booked: Day, value: Day?, amount: Money) {
    self.booked = booked
    self.value = value
    self.amount = amount
    returnReason = CFONBOperation.returnReason(record.zone(41, 42))
    let kind = CFONBOperation.kind(record.zone(33, 34))
    operation = returnReason.isEmpty ? kind : .returned
    reference = record.zone(105, 120).written
    label = BankLabel(record.zone(49, 79).trimmed).name(isPaidOut: amount.isNegative).written
  }

  /// The words of the movement record itself.
  func begin(_ words: TextBuffer, _ record: CFONBRecord) {
    words.clear()
    words.append(record.zone(49, 79).trimmed)
    // The number of the entry is that of the cheque.
    let number = record.zone(82, 88).trimmed
    if operation == .cheque, number.contains(where: { $0 > 48 }) { words.appendWord(number) }
  }

  /// Takes one detail record, by its qualifier of three letters.
  mutating func take(_ record: CFONBRecord, into words: TextBuffer) {
    let qualifier = record.zone(46, 48)
    let text = record.zone(49, 118)
    if text.isBlank { return }
    guard qualifier.count == 3 else { return words.appendWord(text.trimmed) }
    let isAfterFullText = isTextFull
    isTextFull = false
    switch (qualifier[0], qualifier[1], qualifier[2]) {
    case (UInt8(ascii: "N"), UInt8(ascii: "P"), UInt8(ascii: "Y")): debtor = text.written
    case (UInt8(ascii: "N"), UInt8(ascii: "P"), UInt8(ascii: "O")):
      if debtor.isEmpty { debtor = text.written }
    case (UInt8(ascii: "N"), UInt8(ascii: "B"), UInt8(ascii: "E")): creditor = text.written
    case (UInt8(ascii: "N"), UInt8(ascii: "B"), UInt8(ascii: "U")):
      if creditor.isEmpty { creditor = text.written }
    case (UInt8(ascii: "R"), UInt8(ascii: "C"), UInt8(ascii: "N")):
      takeReference(record, into: words)
    case (UInt8(ascii: "L"), UInt8(ascii: "C"), UInt8(ascii: "C")):
      words.appendWord(text.trimmed)
      isTextFull = text.count == 70 && text[69] > 32
    case (UInt8(ascii: "L"), UInt8(ascii: "C"), UInt8(ascii: "2")):
      if isAfterFullText, text[0] > 32 {
        words.append(text.trimmed)
      } else {
        words.appendWord(text.trimmed)
      }
    default: takeOther(qualifier, text, into: words)
    }
  }

  /// Thirty-five characters of the payer's reference, then thirty-five of purpose.
  private mutating func takeReference(_ record: CFONBRecord, into words: TextBuffer) {
    let reference = record.zone(49, 83).trimmed
    if !reference.equals("NOTPROVIDED"), endToEnd.isEmpty { endToEnd = reference.written }
    words.appendWord(record.zone(84, 118).trimmed)
  }

  private mutating func takeOther(_ qualifier: Bytes, _ text: Bytes, into words: TextBuffer) {
    switch qualifier.text {
    // The payer's account or identifier, and the payee's.
    case "CPY", "IPY", "IPO":
      let iban = AccountNumber.leadingIBAN(text)
      if iban.isEmpty { return words.appendWord(text.trimmed) }
      debtorAccount = iban
    case "CBE", "IBE", "IBU":
      let iban = AccountNumber.leadingIBAN(text)
      // Else it is the creditor's own identifier: nothing about the payment.
      if !iban.isEmpty { creditorAccount = iban }
    case "MMO", "FEE":
      guard let amount = CFONBMovement.foreignAmount(text) else {
        return words.appendWord(text.trimmed)
      }
      var written = amount
      written.withUTF8 { words.appendWord($0) }
    default: words.appendWord(text.trimmed)
    }
  }

  /// `USD2000000000060300` is USD 603.00: currency, number of decimals, fourteen digits.
  private static func foreignAmount(_ text: Bytes) -> String? {
    guard text.count >= 18, text[3] &- 48 <= 9 else { return nil }
    let digits = Bytes(rebasing: text[4..<18])
    guard let amount = digits.overpunched(decimals: Int(text[3]) - 48) else { return nil }
    return Bytes(rebasing: text[0..<3]).written + " " + amount.magnitude.decimal
  }

  /// The line, once the last detail has been taken.
  func line(on statement: OpenStatement, words: TextBuffer) -> BankLine {
    // The customer of a direct debit that comes back is the debtor still.
    let isPaying = amount.isNegative != (operation == .returned)
    let name = isPaying ? firstOf(creditor, debtor) : firstOf(debtor, creditor)
    let account = isPaying ? creditorAccount : debtorAccount
    return BankLine(
      account: statement.account, currency: statement.currency ?? .eur, booked: booked,
      value: value, amount: amount, payer: name.isEmpty ? label : name,
      payerIBAN: account, text: words.bytes.written, endToEnd: endToEnd, reference: reference,
      operation: operation, returnReason: returnReason)
  }

  private func firstOf(_ first: String, _ second: String) -> String {
    first.isEmpty ? second : first
  }
}
