public import Law
public import Quantities

/// When a claim can no longer be brought to court (prescription): the prudent date, from delivery
/// or issue, and the late one, from the due date (R6.1). Only the prudent one is relied upon.
public struct LimitationDate: Hashable, Sendable {
  public static let citation = LimitationPeriod.citation
  /// The last useful day counted from delivery, else from issue.
  public let prudent: Day
  /// The last useful day counted from the due date.
  public let late: Day

  /// `start` is the day of delivery, else of issue; the period is in years (R6.2). Of the events
  /// that restart the clock only acknowledgements of the debt are counted, each of which a person
  /// has confirmed on a proof (R6.3, R6.10).
  public init(start: Day, due: Day, periodInYears: Int, acknowledged: [Day] = []) {
    func end(from start: Day) -> Day {
      let period = LimitationPeriod(
        start: start, years: periodInYears,
        events: acknowledged.map(LimitationPeriod.Event.acknowledged))
      return period.prudentEnd ?? period.bareEnd
    }
    prudent = end(from: start)
    late = max(prudent, end(from: due))
  }

  /// Whether the prudent date has passed.
  public func isPast(on day: Day) -> Bool { day > prudent }

  /// The alarm that has gone off: 12, 6, 3 or 1 months before the prudent date (R6.1); nil before.
  public func alarmInMonths(on day: Day) -> Int? {
    [1, 3, 6, 12].first { prudent.adding(months: -$0) <= day }
  }
}
