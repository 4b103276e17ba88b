import Ledger
import Quantities

/// A field at the beginning of a line: `:61:` and what stands behind it.
struct MT940Tag {
  enum Kind {
    case reference, account, opening, movement, details, starMoney, closing, interim, other
  }

  let kind: Kind
  let content: Bytes

  /// Nil for a line that begins no field.
  init?(_ line: Bytes) {
    var line = line
    // Control characters around messages.
    while let first = line.first, first < 32 { line = Bytes(rebasing: line.dropFirst()) }
    guard line.count >= 4, line[0] == 58 else { return nil }
    let end: Int
    if line[3] == 58 {
      end = 3
    } else if line.count >= 5, line[4] == 58 {
      end = 4
    } else {
      return nil
    }
    let letter: UInt8 = end == 4 ? line[3] : 0
    guard MT940Tag.isNameByte(line[1]), MT940Tag.isNameByte(line[2]),
      letter == 0 || MT940Tag.isNameByte(letter)
    else { return nil }
    kind = MT940Tag.kind(line[1], line[2], letter)
    content = Bytes(rebasing: line[(end + 1)...])
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte &- 48 <= 9 || byte >= 65 && byte <= 90
  }

  private static func kind(_ first: UInt8, _ second: UInt8, _ letter: UInt8) -> Kind {
    switch (first, second) {
    case (UInt8(ascii: "2"), UInt8(ascii: "0")): letter == 0 ? .reference : .other
    case (UInt8(ascii: "2"), UInt8(ascii: "5")): .account
    case (UInt8(ascii: "6"), UInt8(ascii: "0")): .opening
    case (UInt8(ascii: "6"), UInt8(ascii: "1")): .movement
    case (UInt8(ascii: "6"), UInt8(ascii: "2")): .closing
    case (UInt8(ascii: "8"), UInt8(ascii: "6")): .details
    case (UInt8(ascii: "N"), UInt8(ascii: "S")): .starMoney
    case (UInt8(ascii: "3"), UInt8(ascii: "4")), (UInt8(ascii: "1"), UInt8(ascii: "3")): .interim
    default: .other
    }
  }
}

/// A balance field: mark, date, currency, amount.
struct MT940Balance {
  let day: Day
  let currency: Currency
  let amount: Money

  init?(_ content: Bytes, dates: inout ShortDayMemory) {
    let text = content.trimmed
    guard text.count > 10, let day = dates.day(Bytes(rebasing: text[1..<7])),
      let currency = Currency(Bytes(rebasing: text[7..<10]).text),
      let amount = Bytes(rebasing: text[10...]).commaAmount
    else { return nil }
    self.day = day
    self.currency = currency
    switch text[0] {
    case UInt8(ascii: "C"): self.amount = amount
    case UInt8(ascii: "D"): self.amount = -amount
    default: return nil
    }
  }
}

extension MT940Movement {
  /// The line, with what its details say.
  func line(
    on statement: OpenStatement, _ details: MT940Details, words: TextBuffer, supplement: Bytes
  ) -> BankLine {
    let isReturned = isReversal || details.isReturned || operation == .returned
    let customerIBAN = AccountNumber.leadingIBAN(customerReference)
    let supplementIBAN = AccountNumber.leadingIBAN(supplement)
    var payer = details.payer(isPaying: amount.isNegative != isReturned)
    if supplementIBAN.isEmpty, !isTechnical(supplement) {
      words.appendWord(supplement)
      // Where the reference is the other party's account, the line behind it is its name.
      if payer.isEmpty, !customerIBAN.isEmpty { payer = supplement.written }
    }
    if customerIBAN.isEmpty, customerReference.count > 2 { words.appendWord(customerReference) }
    var account = details.account
    for iban in [customerIBAN, supplementIBAN] where account.isEmpty { account = iban }
    let known = operation == .other ? details.operation : operation
    return BankLine(
      account: statement.account, currency: statement.currency ?? .eur, booked: booked,
      value: value, amount: amount, payer: payer, payerIBAN: account, text: words.bytes.written,
      endToEnd: details.endToEnd, reference: bankReference.written,
      operation: isReturned ? .returned : known,
      returnReason: isReturned ? reason(details, words.bytes) : "")
  }

  /// The code that the bank gives, else one that stands among the words.
  private func reason(_ details: MT940Details, _ words: Bytes) -> String {
    details.returnReason.isEmpty ? BankWords.returnReason(in: words) : details.returnReason
  }

  /// Codes and original amounts, not words.
  private func isTechnical(_ supplement: Bytes) -> Bool {
    supplement.first == 47
      && ["/TRCD/", "/OCMT/", "/CHGS/", "/EXCH/"].contains { supplement.starts(with: $0.utf8) }
  }
}
