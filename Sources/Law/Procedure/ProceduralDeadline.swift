public import Quantities

/// A time limit of procedure: months first, then days, rolled to a working day (CPC 640 to 643).
public struct ProceduralDeadline: Rule, Hashable {
  public static let citation = Citation(
    "Code de procédure civile", "640 à 643", sheet: "R6.11 to R6.13")

  /// How far the person lives for whom the limit runs (CPC 643).
  public enum Distance: String, Hashable, Sendable, CaseIterable {
    case metropolitan
    /// One month more.
    case overseas
    /// Two months more.
    case abroad

    var months: Int { self == .metropolitan ? 0 : self == .overseas ? 1 : 2 }
  }

  public let months: Int
  public let days: Int
  public let distance: Distance
  let calendar: BankCalendar

  public init(
    months: Int = 0, days: Int = 0, distance: Distance = .metropolitan,
    calendar: BankCalendar = .france
  ) {
    self.months = months
    self.days = days
    self.distance = distance
    self.calendar = calendar
  }

  /// The last day before any roll: the act's own day is not counted, a missing day number becomes
  /// the last of its month.
  public func bareLastDay(after act: Day) -> Day {
    act.adding(months: months + distance.months).adding(days: days)
  }

  /// The last day to act: a Saturday, Sunday or holiday moves to the next working day (R6.12).
  public func lastDay(after act: Day) -> Day { calendar.onOrAfter(bareLastDay(after: act)) }

  /// The careful day for one's own acts: the last working day before any roll (R6.12).
  public func prudentLastDay(after act: Day) -> Day { calendar.onOrBefore(bareLastDay(after: act)) }
}
