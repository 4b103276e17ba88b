import Quantities

/// The day read last: the lines of a statement mostly share theirs.
struct DayMemory {
  private var bytes: (UInt64, UInt16) = (0, 0)
  private var remembered: Day?

  init() {}

  mutating func day(_ text: Bytes) -> Day? {
    guard text.count >= 10, let start = text.baseAddress else { return nil }
    let raw = UnsafeRawPointer(start)
    let key = (
      raw.loadUnaligned(as: UInt64.self), raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
    )
    if text.count == 10, let remembered, key == bytes { return remembered }
    let day = text.isoDay
    if text.count == 10 {
      bytes = key
      remembered = day
    }
    return day
  }
}

/// The currency read last.
struct CurrencyMemory {
  private var bytes: (UInt8, UInt8, UInt8) = (0, 0, 0)
  private var remembered: Currency?

  init() {}

  mutating func currency(_ text: Bytes) -> Currency? {
    guard text.count == 3 else { return nil }
    let key = (text[0], text[1], text[2])
    if let remembered, key == bytes { return remembered }
    let currency = Currency(text.text)
    bytes = key
    remembered = currency
    return currency
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The text with every run of white space as one space.
  var words: String {
    var previous: UInt8 = 0
    var isPlain = true
    for byte in self {
      if byte < 32 || (byte == 32 && previous == 32) {
        isPlain = false
        break
      }
      previous = byte
    }
    if isPlain { return text }
    return text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
      .joined(separator: " ")
  }

  /// An account number without its spaces.
  var iban: String { contains(32) ? String(text.filter { $0 != " " }) : text }
}
