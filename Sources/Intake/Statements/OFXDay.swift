import Quantities

/// The day of `20260303`, `20260303120000.000[-7:PDT]`; the last one is remembered.
struct OFXDayMemory {
  private var digits: UInt64 = 0
  private var remembered: Day?

  init() {}

  mutating func day(_ text: Bytes) -> Day? {
    guard text.count >= 8 else { return nil }
    var packed: UInt64 = 0
    for place in 0..<8 {
      guard text[place] &- 48 <= 9 else { return nil }
      packed = packed << 8 | UInt64(text[place])
    }
    if packed != digits {
      digits = packed
      remembered = Day(
        year: number(text, 0, 4), month: number(text, 4, 6), day: number(text, 6, 8))
    }
    guard text.count > 8, let remembered else { return remembered }
    return isTomorrow(text, after: remembered) ? remembered.adding(days: 1) : remembered
  }

  private func number(_ text: Bytes, _ first: Int, _ end: Int) -> Int {
    (first..<end).reduce(0) { $0 * 10 + Int(text[$1]) - 48 }
  }

  /// French banks that write midnight in Greenwich's time say 22 or 23 h of the day before. Days in
  /// any other zone, or without one, are the bank's own.
  private func isTomorrow(_ text: Bytes, after day: Day) -> Bool {
    guard text.count >= 14, text[8...].prefix(6).allSatisfy({ $0 &- 48 <= 9 }),
      let bracket = text.firstIndex(of: UInt8(ascii: "["))
    else { return false }
    let zone = Bytes(rebasing: text[(bracket + 1)...].prefix { $0 != 58 && $0 != 93 })
    let isGreenwich =
      zone.equals("0") || zone.equals("+0") || zone.equals("-0") || zone.equals("00")
    return isGreenwich && number(text, 8, 10) >= (day.isInSummerTime ? 22 : 23)
  }
}

extension Day {
  /// From the last Sunday of March to the one of October, France is two hours before Greenwich.
  fileprivate var isInSummerTime: Bool {
    let parts = parts
    guard let march = Day(year: parts.year, month: 3, day: 31),
      let october = Day(year: parts.year, month: 10, day: 31)
    else { return false }
    return self >= march.sundayBefore && self < october.sundayBefore
  }

  /// The last Sunday, this day included. 4 January 1970 was one.
  private var sundayBefore: Day {
    let weekday = (Int(number) - 3) % 7
    return adding(days: -(weekday < 0 ? weekday + 7 : weekday))
  }
}
