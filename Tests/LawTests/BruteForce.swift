import Law
import Quantities

/// A second, independent account of interest: day by day, in exact fractions, from the published
/// table itself, with nothing shared but the rates and the calendar.
enum BruteForce {
  /// The yearly rate of each half-year of the sheet, R2.4, in hundredths of a percent.
  static let sheet: [(HalfYear, Int128)] = [
    (HalfYear(2023, 2), 1400), (HalfYear(2024, 1), 1450), (HalfYear(2024, 2), 1425),
    (HalfYear(2025, 1), 1315), (HalfYear(2025, 2), 1215), (HalfYear(2026, 1), 1215),
    (HalfYear(2026, 2), 1240),
  ]

  /// Interest from 1 July 2023 to 31 December 2026, each half-year rounded to the cent.
  static func interest(on balance: Money, over days: DayRange, isActual: Bool) -> Money {
    var total = Int128(0)
    var exact = Int128(0)
    var half: HalfYear?
    // Hundredths of a percent: 10 000 × 365 × 366 makes every daily share whole.
    let whole = Int128(10_000 * 365 * 366)
    func close() {
      total += (2 * exact + whole) / (2 * whole)
      exact = 0
    }
    var day = days.first
    while day <= days.last {
      let (year, month, _) = day.parts
      let current = HalfYear(year, month <= 6 ? 1 : 2)
      if half != current { close() }
      half = current
      let rate = sheet.first { $0.0 == current }?.1 ?? 0
      let isLeap = isActual && year % 4 == 0
      exact += Int128(balance.cents) * rate * (isLeap ? 365 : 366)
      day = day.adding(days: 1)
    }
    close()
    return Money(cents: Int64(total))
  }
}

/// A small generator with a seed that a failure prints (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func day(_ range: DayRange) -> Day {
    range.first.adding(days: Int.random(in: 0..<range.count, using: &self))
  }

  mutating func money(upTo euros: Int64 = 2_000_000) -> Money {
    Money(cents: Int64.random(in: 1...(euros * 100), using: &self))
  }
}
