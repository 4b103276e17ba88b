import Ledger
import Quantities

/// One record of a QIF file while its lines are read.
struct QIFRecord {
  var line = 0
  var isEmpty = true
  var date: Bytes?
  var amount: Bytes?
  var payee = Bytes(start: nil, count: 0)
  var number = Bytes(start: nil, count: 0)
  var category = Bytes(start: nil, count: 0)
  /// The sum of the parts of a split, and whether one of them could not be read.
  var splits: Money?
  var hasBadSplit = false

  init(line: Int) { self.line = line }

  /// Takes a line by its letter; the words meant for us go into `words`.
  mutating func take(_ line: Bytes, _ amounts: inout MixedAmount, into words: TextBuffer) {
    guard let letter = line.first else { return }
    isEmpty = false
    let value = Bytes(rebasing: line.dropFirst()).trimmed
    switch letter {
    case UInt8(ascii: "D"): date = value
    case UInt8(ascii: "T"): amount = value
    case UInt8(ascii: "U"): if amount == nil { amount = value }
    case UInt8(ascii: "P"):
      payee = value
      words.appendWord(value)
    case UInt8(ascii: "M"), UInt8(ascii: "E"): words.appendWord(value)
    case UInt8(ascii: "N"): number = value
    case UInt8(ascii: "L"): category = value
    case UInt8(ascii: "$"):
      guard let part = amounts.amount(value) else {
        hasBadSplit = true
        return
      }
      splits = splits ?? .zero
      splits?.addBounded(part)
    default: break
    }
  }

  /// Quicken opens an account with a record that is no movement.
  var isOpening: Bool {
    guard payee.count < 40 else { return false }
    var words = FoldedWords(payee)
    let first = words.next()
    let second = words.next()
    return first == QIFRecord.opening && second == QIFRecord.balance
      || first == QIFRecord.solde && (second == QIFRecord.initial || second == QIFRecord.ouverture)
  }

  private static let opening = FoldedWords.key("OPENING")
  private static let balance = FoldedWords.key("BALANCE")
  private static let solde = FoldedWords.key("SOLDE")
  private static let initial = FoldedWords.key("INITIAL")
  private static let ouverture = FoldedWords.key("OUVERTURE")

  func bankLine(
    on statement: OpenStatement, booked: Day, amount: Money, words: TextBuffer
  ) -> BankLine {
    let isCheque = !number.isEmpty && number.allSatisfy { $0 &- 48 <= 9 }
    if isCheque { words.appendWord(number) }
    // `[Livret A]`: the other side of a transfer between our own accounts.
    let isOwn = category.first == UInt8(ascii: "[")
    if isOwn { words.appendWord(category) }
    let kind = kind(words.bytes, amount, isCheque: isCheque, isOwn: isOwn)
    return BankLine(
      account: statement.account, currency: .eur, booked: booked, amount: amount,
      payer: BankLabel.name(inField: payee, isPaidOut: amount.isNegative).unescaped,
      text: words.bytes.written, operation: kind,
      returnReason: kind == .returned ? BankWords.returnReason(in: words.bytes) : "")
  }

  /// The record as a line of a table, its amount where it could be read.
  func mendingLine(
    on statement: OpenStatement, _ read: Money?, _ words: TextBuffer
  ) -> MendingLine {
    var line = MendingLine()
    line.date = date?.written ?? ""
    line.amount = read.map { MendingLine.written($0) } ?? amount?.written ?? ""
    line.label = words.bytes.written
    line.account = statement.account
    return line
  }

  private func kind(
    _ words: Bytes, _ amount: Money, isCheque: Bool, isOwn: Bool
  ) -> BankLine.Operation {
    if BankWords.saysReturned(words, isPaidOut: amount.isNegative) { return .returned }
    if isCheque { return .cheque }
    if isOwn { return .transfer }
    let said = BankWords.kind(in: words)
    return said == .other || said == .returned ? BankWords.kind(in: number) : said
  }
}
