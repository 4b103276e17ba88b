import Quantities

/// How many days a year has when interest is counted; no statute settles it (R2.10).
public enum DayCount: String, Hashable, Sendable, CaseIterable {
  /// 365 days in every year, as the State counts it: the default.
  case fixed365
  /// 366 days in every year.
  case fixed366
  /// The real length of each year: 366 for the days of a leap year.
  case actualActual

  /// Days in the year of account.
  public func base(inYear year: Int) -> Int {
    switch self {
    case .fixed365: 365
    case .fixed366: 366
    case .actualActual: Day.isLeap(year) ? 366 : 365
    }
  }
}
