import Ledger
import Quantities

/// The movement line (`:61:`) of an MT940 statement.
struct MT940Movement {
  var line = 0
  var booked: Day
  var value: Day
  /// Positive when money comes in; a reversed credit takes it out.
  var amount: Money
  var isReversal = false
  /// Three letters that say what kind of movement it is: `TRF`, `DDT`, `CHK`.
  var type: Bytes
  /// The payer's reference, or ours for what we pay; empty for `NONREF`.
  var customerReference: Bytes
  var bankReference: Bytes

  /// `2311260126C1234,56NTRFREF12345//B000123456`: value date, entry date without its year where
  /// given, mark, funds code where given, amount, type, references. Nil when it is not so.
  init?(_ text: Bytes, dates: inout ShortDayMemory) {
    var rest = Rest(text)
    guard let value = dates.day(rest.take(6)) else { return nil }
    self.value = value
    booked = value
    if rest.digits(4) == 4 {
      let entry = rest.take(4)
      guard let day = MT940Movement.entryDay(entry, near: value) else { return nil }
      booked = day
    }
    guard let mark = rest.mark() else { return nil }
    if let next = rest.first, next >= 65, next <= 90 { _ = rest.take(1) }
    guard let amount = rest.commaAmount() else { return nil }
    self.amount = mark.isDebit ? -amount : amount
    isReversal = mark.isReversal
    if let next = rest.first, next >= 65, next <= 90 { _ = rest.take(1) }
    type = rest.take(3)
    let (customer, bank) = rest.references()
    customerReference = customer.isNoReference ? Bytes(rebasing: customer[..<0]) : customer
    bankReference = bank.isNoReference ? Bytes(rebasing: bank[..<0]) : bank
  }

  /// Month and day, in the year that brings them nearest to the value date: entries of January
  /// have value dates of December and the other way round.
  private static func entryDay(_ text: Bytes, near value: Day) -> Day? {
    let month = Int(text[0] - 48) * 10 + Int(text[1] - 48)
    let day = Int(text[2] - 48) * 10 + Int(text[3] - 48)
    let parts = value.parts
    if parts.month == month, parts.day == day { return value }
    let candidates = (-1...1).compactMap { Day(year: parts.year + $0, month: month, day: day) }
    return candidates.min { distance($0, value) < distance($1, value) }
  }

  private static func distance(_ one: Day, _ other: Day) -> Int32 {
    abs(one.number - other.number)
  }

  var operation: BankLine.Operation {
    isReversal ? .returned : SwiftOperation.kind(type)
  }
}

/// What is left of a movement line while it is taken apart.
private struct Rest {
  private var text: Bytes

  init(_ text: Bytes) { self.text = text }

  var first: UInt8? { text.first }

  mutating func take(_ count: Int) -> Bytes {
    let taken = Bytes(rebasing: text.prefix(count))
    text = Bytes(rebasing: text.dropFirst(count))
    return taken
  }

  /// How many digits come next, at most `most`.
  func digits(_ most: Int) -> Int {
    var count = 0
    while count < most, count < text.count, text[count] &- 48 <= 9 { count += 1 }
    return count
  }

  /// `C`, `D`, and with R before them their reversals; E stands before what is expected only.
  mutating func mark() -> (isDebit: Bool, isReversal: Bool)? {
    guard var mark = take(1).first else { return nil }
    let isReversal = mark == UInt8(ascii: "R")
    if isReversal || mark == UInt8(ascii: "E") {
      guard let next = take(1).first else { return nil }
      mark = next
    }
    switch mark {
    case UInt8(ascii: "D"): return (!isReversal, isReversal)
    case UInt8(ascii: "C"): return (isReversal, isReversal)
    default: return nil
    }
  }

  /// Digits with a comma, or a point, before the decimals: `1234,`, `12,3`, `12,30`.
  mutating func commaAmount() -> Money? {
    var length = 0
    while length < text.count, text[length] &- 48 <= 9 || text[length] == 44 || text[length] == 46 {
      length += 1
    }
    return take(length).commaAmount
  }

  /// What stands before `//` and after it.
  func references() -> (Bytes, Bytes) {
    var place = 0
    while place + 1 < text.count {
      if text[place] == 47, text[place + 1] == 47 {
        return (
          Bytes(rebasing: text[..<place]).trimmed, Bytes(rebasing: text[(place + 2)...]).trimmed
        )
      }
      place += 1
    }
    return (text.trimmed, Bytes(rebasing: text[text.count...]))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// An amount with a decimal comma or point and no sign.
  var commaAmount: Money? {
    var value: Int64 = 0
    var decimals = -1
    var digits = 0
    for byte in self {
      if byte == 44 || byte == 46 {
        guard decimals < 0 else { return nil }
        decimals = 0
        continue
      }
      guard byte &- 48 <= 9 else { return nil }
      digits += 1
      if decimals >= 2 {
        guard byte == 48 else { return nil }
        continue
      }
      if decimals >= 0 { decimals += 1 }
      value = value * 10 + Int64(byte - 48)
      guard value <= Money.largestRead.cents else { return nil }
    }
    guard digits > 0 else { return nil }
    for _ in Swift.max(decimals, 0)..<2 { value *= 10 }
    return value <= Money.largestRead.cents ? Money(cents: value) : nil
  }

  /// Nothing, or a word that stands for nothing.
  fileprivate var isNoReference: Bool {
    isEmpty || equals("NONREF") || equals("NOTPROVIDED") || equals("NOREF") || equals("EREF")
      || equals("KREF") || last == UInt8(ascii: "+")
  }
}
