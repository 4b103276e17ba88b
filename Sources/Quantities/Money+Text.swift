extension Money {
  /// Reads a machine amount with a decimal point: `-1234.50`, `12`, `.5`, `+3.00`.
  ///
  /// Zeros past the second decimal are accepted. Anything else (a third significant decimal,
  /// letters, overflow, nothing) gives nil.
  public init?(decimal text: some StringProtocol) {
    var text = String(text)
    let parsed = text.withUTF8 { Money.parse($0, point: UInt8(ascii: "."), groups: []) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// Reads an amount as a French person types it: `1 234,56`, `1.234,56`, `1 234,56 €`, `-12`.
  ///
  /// Spaces of every width, the apostrophe and, before a decimal comma, the dot group thousands.
  public init?(french text: some StringProtocol) {
    guard let parsed = Money.parseFrench(Array(text.utf8)) else { return nil }
    self = parsed
  }

  /// A machine amount with a decimal point and two decimals: `-1234.50`.
  public var decimal: String { digits(point: ".", group: "") }

  /// An amount with a decimal comma and no grouping, for French CSV files: `-1234,50`.
  public var decimalComma: String { digits(point: ",", group: "") }

  /// The amount as France writes it: `1 234,56` with narrow no-break spaces between thousands.
  public var french: String { digits(point: ",", group: "\u{202F}") }

  /// The amount as English readers expect it: `1,234.56`.
  public var english: String { digits(point: ".", group: ",") }

  private func digits(point: String, group: String) -> String {
    let units = cents.magnitude / 100
    let rest = cents.magnitude % 100
    var text = cents < 0 ? "-" : ""
    let whole = Array(String(units).utf8)
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { text += group }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    text += point
    if rest < 10 { text += "0" }
    return text + String(rest)
  }

  private static func parseFrench(_ bytes: [UInt8]) -> Money? {
    var kept: [UInt8] = []
    var place = 0
    // Every space a person or a spreadsheet may group with, and the euro sign, as UTF-8.
    let fillers: [[UInt8]] = [
      [0x20], [0x09], [0x27], [0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x89],
      [0xE2, 0x82, 0xAC], [0xE2, 0x80, 0x99],
    ]
    scan: while place < bytes.count {
      for filler in fillers where bytes[place...].starts(with: filler) {
        place += filler.count
        continue scan
      }
      // The typographic minus counts as a minus.
      if bytes[place...].starts(with: [0xE2, 0x88, 0x92]) {
        kept.append(UInt8(ascii: "-"))
        place += 3
        continue
      }
      kept.append(bytes[place])
      place += 1
    }
    if kept.last == UInt8(ascii: "-") { kept = [UInt8(ascii: "-")] + kept.dropLast() }
    let upper = kept.suffix(3).map { $0 & 0xDF }
    if upper == [69, 85, 82] { kept.removeLast(3) }
    let comma = UInt8(ascii: ",")
    let dot = UInt8(ascii: ".")
    return kept.withUnsafeBufferPointer { buffer in
      if buffer.contains(comma) { return parse(buffer, point: comma, groups: [dot]) }
      return parse(buffer, point: dot, groups: [])
    }
  }

  /// Digits with one decimal point; nil for anything else or on overflow.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>, point: UInt8, groups: [UInt8]) -> Money? {
    var place = 0
    var isNegative = false
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      place = 1
    }
    var value: Int64 = 0
    var decimals = -1
    var digits = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == point, decimals < 0 {
        decimals = 0
        continue
      }
      if decimals < 0, groups.contains(byte) { continue }
      guard byte >= 48, byte <= 57 else { return nil }
      digits += 1
      if decimals >= 2 {
        guard byte == 48 else { return nil }
        continue
      }
      if decimals >= 0 { decimals += 1 }
      let (times, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, more) = times.addingReportingOverflow(Int64(byte - 48))
      if over || more { return nil }
      value = sum
    }
    guard digits > 0 else { return nil }
    for _ in max(decimals, 0)..<2 {
      let (times, over) = value.multipliedReportingOverflow(by: 10)
      if over { return nil }
      value = times
    }
    return Money(cents: isNegative ? -value : value)
  }
}
