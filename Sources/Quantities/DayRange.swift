/// Consecutive days, the first and the last both counted. Empty when the last precedes the first.
public struct DayRange: Hashable, Sendable {
  public let first: Day
  public let last: Day

  public init(first: Day, last: Day) {
    self.first = first
    self.last = last
  }

  /// Number of days, zero when empty.
  public var count: Int { max(0, first.days(to: last) + 1) }
  public var isEmpty: Bool { count == 0 }

  /// Whether a day lies in the range; both ends do.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// The days that both ranges hold.
  public func intersection(_ other: DayRange) -> DayRange {
    DayRange(first: max(first, other.first), last: min(last, other.last))
  }

  /// The range cut at each 1 January and 1 July, in order.
  public var halfYears: [DayRange] {
    var pieces: [DayRange] = []
    var start = first
    while start <= last {
      let end = min(last, HalfYear(of: start).lastDay)
      pieces.append(DayRange(first: start, last: end))
      start = end.nextDay
    }
    return pieces
  }
}
