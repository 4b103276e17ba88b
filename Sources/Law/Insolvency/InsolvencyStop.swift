public import Quantities

/// Interest stops at the judgment that opens insolvency: its last day is the day before (R8.4).
public struct InsolvencyStop: Rule {
  public static let citation = Citation("Code de commerce", "L622-28", sheet: "R8.4")

  /// The last day that bears interest.
  public static func lastDay(opening: Day) -> Day { opening.previousDay }

  /// The days of a delay that still bear interest: all of them when no insolvency opened.
  public static func limiting(_ days: DayRange, opening: Day?) -> DayRange {
    guard let opening else { return days }
    return DayRange(first: days.first, last: min(days.last, lastDay(opening: opening)))
  }
}
