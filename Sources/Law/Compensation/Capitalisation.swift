public import Quantities

/// Accrued interest joins the capital once a full year of it is due (anatocisme).
///
/// It needs the contract's clause or a judge's order; the caller says on which days it was asked.
public struct Capitalisation: Rule {
  public static let citation = Citation("Code civil", "1343-2", sheet: "R2.22")

  /// Whether interest counted from `start` may join the capital on `day`: a full year is due.
  public static func isAllowed(since start: Day, on day: Day) -> Bool {
    day >= start.adding(years: 1)
  }

  /// The interest account of `principal` over `days`, capitalised on each of `joinings` that falls
  /// at least a year after the start or the joining before; the others are ignored.
  ///
  /// The day of joining already bears interest on the new capital.
  public static func account(
    of principal: Money, over days: DayRange, joinings: [Day], counting: DayCount = .fixed365,
    rate: (HalfYear) throws(UnknownRate) -> Rate
  ) throws(UnknownRate) -> [Segment] {
    var lines: [Segment] = []
    var capital = principal
    var start = days.first
    for day in joinings.sorted() where isAllowed(since: start, on: day) && day <= days.last {
      let piece = DayRange(first: start, last: day.previousDay)
      let accrued = try segments(on: capital, over: piece, counting: counting, rate: rate)
      lines += accrued
      capital += accrued.total
      start = day
    }
    let rest = DayRange(first: start, last: days.last)
    return lines + (try segments(on: capital, over: rest, counting: counting, rate: rate))
  }

  /// Interest of whole years at one rate, joined to the capital at the end of each year.
  public static func interest(on principal: Money, at rate: Rate, years: Int) -> Money {
    var capital = principal
    for _ in 0..<max(0, years) {
      capital += capital.scaled(by: rate.partsPerMillion, over: 1_000_000)
    }
    return capital - principal
  }
}
