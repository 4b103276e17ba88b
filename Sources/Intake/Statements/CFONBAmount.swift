import Quantities

extension UnsafeBufferPointer<UInt8> {
  /// Digits whose last carries the sign: `{ABCDEFGHI` are +0 to +9, `}JKLMNOPQR` −0 to −9. The
  /// number of decimals stands elsewhere in the record. Nil for anything else, and for decimals
  /// below a cent.
  func overpunched(decimals: Int) -> Money? {
    guard let last = self.last, let (digit, isNegative) = overpunch(last) else { return nil }
    var value: Int64 = 0
    for byte in dropLast() {
      // Some banks leave blanks before the first digit.
      if byte == 32, value == 0 { continue }
      guard byte &- 48 <= 9 else { return nil }
      value = value * 10 + Int64(byte - 48)
      guard value <= Money.largestRead.cents else { return nil }
    }
    value = value * 10 + Int64(digit)
    switch decimals {
    case 0, 1: for _ in decimals..<2 { value *= 10 }
    case 2: break
    case 3...6:
      for _ in 2..<decimals {
        guard value % 10 == 0 else { return nil }
        value /= 10
      }
    default: return nil
    }
    guard value <= Money.largestRead.cents else { return nil }
    return Money(cents: isNegative ? -value : value)
  }

  private func overpunch(_ byte: UInt8) -> (digit: UInt8, isNegative: Bool)? {
    switch byte {
    // In the French EBCDIC the two braces are é and è: files converted from it have them.
    case UInt8(ascii: "{"), 0xE9: (0, false)
    case UInt8(ascii: "}"), 0xE8: (0, true)
    case UInt8(ascii: "A")...UInt8(ascii: "I"): (byte - 64, false)
    case UInt8(ascii: "J")...UInt8(ascii: "R"): (byte - 73, true)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): (byte - 48, false)
    default: nil
    }
  }
}
