import Quantities

/// A stretch of UTF-8 as a reader meets it, before it is worth a `String`.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// Without the white space around it.
  var trimmed: Bytes {
    var first = 0
    var last = count
    while first < last, self[first] <= 32 { first += 1 }
    while last > first, self[last - 1] <= 32 { last -= 1 }
    return Bytes(rebasing: self[first..<last])
  }

  var text: String { String(decoding: self, as: UTF8.self) }

  func equals(_ known: StaticString) -> Bool {
    guard count == known.utf8CodeUnitCount else { return false }
    for place in 0..<count where self[place] != known.utf8Start[place] { return false }
    return true
  }

  /// Whether the text stands anywhere in these bytes.
  func contains(_ known: StaticString) -> Bool {
    let length = known.utf8CodeUnitCount
    guard length > 0, count >= length else { return false }
    let first = known.utf8Start[0]
    for start in 0...(count - length) where self[start] == first {
      if Bytes(rebasing: self[start..<(start + length)]).equals(known) { return true }
    }
    return false
  }

  /// `2026-11-23`, also with a time or zone after it; nil when there is no such day.
  var isoDay: Day? {
    guard count >= 10, self[4] == 45, self[7] == 45 else { return nil }
    if count > 10, ![84, 90, 43, 45, 32].contains(self[10]) { return nil }
    guard let year = digits(0, 4), let month = digits(5, 7), let day = digits(8, 10) else {
      return nil
    }
    return Day(year: year, month: month, day: day)
  }

  private func digits(_ first: Int, _ end: Int) -> Int? {
    var value = 0
    for place in first..<end {
      let byte = self[place]
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }

  /// An amount with a decimal point. Nil for letters, a third decimal that counts, or an amount
  /// past ten million million: beyond it sums would no longer be safe.
  var amount: Money? {
    var place = 0
    let isNegative = first == 45
    if isNegative || first == 43 { place = 1 }
    var value: Int64 = 0
    var decimals = -1
    var digits = 0
    while place < count {
      let byte = self[place]
      place += 1
      if byte == 46, decimals < 0 {
        decimals = 0
        continue
      }
      guard byte >= 48, byte <= 57 else { return nil }
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
    guard value <= Money.largestRead.cents else { return nil }
    return Money(cents: isNegative ? -value : value)
  }
}

extension Money {
  /// The largest amount accepted from a file: 10 000 000 000 000,00.
  static let largestRead = Money(cents: 1_000_000_000_000_000)

  /// Adds without ever stopping the program; the sum stays at its bound once it is reached.
  mutating func addBounded(_ amount: Money) {
    let (sum, isOver) = cents.addingReportingOverflow(amount.cents)
    cents = isOver ? (amount.isNegative ? .min : .max) : sum
  }
}
