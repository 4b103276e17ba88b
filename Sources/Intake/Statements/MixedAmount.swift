import Quantities

/// Reads amounts of files that do not say whether a comma or a point stands before the decimals.
struct MixedAmount {
  /// Amounts that could be read in one way only, with the comma or with the point.
  private var commas = 0
  private var points = 0

  init() {}

  /// Learns from an amount without reading it.
  mutating func weigh(_ text: Bytes) { _ = amount(text) }

  /// Nil for what is no amount, and for one that could be read in two ways.
  mutating func amount(_ text: Bytes) -> Money? {
    // The plain way first: two decimals behind a point.
    if text.count > 3, text[text.count - 3] == 46, let amount = text.amount {
      points += 1
      return amount
    }
    guard let (digits, isNegative) = MixedAmount.stripped(text) else { return nil }
    guard let cents = cents(digits) else { return nil }
    return Money(cents: isNegative ? -cents : cents)
  }

  private mutating func cents(_ digits: [UInt8]) -> Int64? {
    let marks = digits.indices.filter { digits[$0] == 44 || digits[$0] == 46 }
    guard let last = marks.last else { return MixedAmount.value(digits[...], decimals: []) }
    let sign = digits[last]
    let before = marks.dropLast()
    let decimals = digits[(last + 1)...]
    let isOther = before.contains { digits[$0] != sign }
    // `1.234.567`: the same sign twice groups thousands.
    if !before.isEmpty, !isOther {
      vote(for: sign == 44 ? 46 : 44)
      return grouped(digits[...])
    }
    if isOther || decimals.count != 3 || before.isEmpty && last > 3 || last == 0 {
      vote(for: sign)
      return grouped(digits[..<last], decimals: decimals)
    }
    // `1.234`: the others decide; without them a point and a last zero mean decimals.
    let groups = sign == 44 ? points > 0 : commas > 0
    if groups { return grouped(digits[...]) }
    if (sign == 44 ? commas : points) > 0 || (sign == 46 && decimals.last == 48) {
      return MixedAmount.value(digits[..<last], decimals: decimals)
    }
    return nil
  }

  private mutating func vote(for sign: UInt8) {
    if sign == 44 { commas += 1 } else { points += 1 }
  }

  /// Groups of three digits but for the first.
  private func grouped(_ whole: ArraySlice<UInt8>, decimals: ArraySlice<UInt8> = []) -> Int64? {
    let groups = whole.split(omittingEmptySubsequences: false) { $0 == 44 || $0 == 46 }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    return MixedAmount.value(ArraySlice(groups.joined()), decimals: decimals)
  }

  private static func value(_ whole: ArraySlice<UInt8>, decimals: ArraySlice<UInt8>) -> Int64? {
    guard !whole.isEmpty || !decimals.isEmpty, decimals.dropFirst(2).allSatisfy({ $0 == 48 })
    else { return nil }
    var value: Int64 = 0
    for digit in whole {
      value = value * 10 + Int64(digit - 48)
      guard value <= Money.largestRead.cents else { return nil }
    }
    for place in 0..<2 {
      let digit = place < decimals.count ? decimals[decimals.startIndex + place] : 48
      value = value * 10 + Int64(digit - 48)
    }
    return value <= Money.largestRead.cents ? value : nil
  }

  /// Digits, commas and points alone, with the sign, which may stand before or behind.
  private static func stripped(_ text: Bytes) -> (digits: [UInt8], isNegative: Bool)? {
    var digits: [UInt8] = []
    var isNegative = false
    var hasSign = false
    guard text.count <= 40 else { return nil }
    var place = 0
    while place < text.count {
      let byte = text[place]
      place += 1
      switch byte {
      case 48...57, 44, 46: digits.append(byte)
      // Blanks and apostrophes group; no-break spaces are C2 A0 or A0, E2 80 AF.
      case 32, 39, 0xA0, 0xC2, 0xE2, 0x80, 0xAF: continue
      case 43, 45:
        guard !hasSign else { return nil }
        hasSign = true
        isNegative = byte == 45
      default: return nil
      }
    }
    return digits.contains { $0 >= 48 } ? (digits, isNegative) : nil
  }
}
