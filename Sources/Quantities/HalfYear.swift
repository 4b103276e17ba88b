/// A calendar half-year, S1 from 1 January or S2 from 1 July: the period of the legal rates.
public struct HalfYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  /// 1 or 2.
  public let half: Int

  public init(_ year: Int, _ half: Int) {
    precondition(half == 1 || half == 2, "a year has two halves")
    self.year = year
    self.half = half
  }

  public init(of day: Day) {
    let (year, month, _) = day.parts
    self.init(year, month <= 6 ? 1 : 2)
  }

  /// Reads `2026S2`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "S")
    guard parts.count == 2, let year = Int(parts[0]), let half = Int(parts[1]),
      (1...9999).contains(year), half == 1 || half == 2
    else { return nil }
    self.init(year, half)
  }

  public var firstDay: Day { Day(year, half == 1 ? 1 : 7, 1) }
  public var lastDay: Day { half == 1 ? Day(year, 6, 30) : Day(year, 12, 31) }
  public var next: HalfYear { half == 1 ? HalfYear(year, 2) : HalfYear(year + 1, 1) }
  public var description: String { "\(year)S\(half)" }

  public static func < (left: HalfYear, right: HalfYear) -> Bool {
    (left.year, left.half) < (right.year, right.half)
  }
}
