public import Quantities

/// The two accepted readings of "45 jours fin de mois"; the contract should say which (R1.4).
public enum EndOfMonthReading: String, Hashable, Sendable, CaseIterable {
  /// Reading A: the days first, then to the end of that month.
  case daysThenEndOfMonth
  /// Reading B: to the end of the month of issue first, then the days.
  case endOfMonthThenDays

  /// The term under this reading.
  public func term(days: Int) -> TermFormula {
    switch self {
    case .daysThenEndOfMonth: .daysThenEndOfMonth(days)
    case .endOfMonthThenDays: .endOfMonthThenDays(days)
    }
  }
}

/// Both due dates of a term "n jours fin de mois" whose reading the contract does not say.
public struct EndOfMonthDates: Rule, Hashable {
  public static let citation = Citation("Code de commerce", "L441-10 I", sheet: "R1.4")
  /// Reading A: days, then end of month.
  public let daysFirst: Day
  /// Reading B: end of month, then days.
  public let monthFirst: Day

  public init(days: Int, issue: Day) {
    daysFirst = issue.adding(days: days).endOfMonth
    monthFirst = issue.endOfMonth.adding(days: days)
  }

  /// The day after which penalties may be claimed: the later of the two.
  public var dueForCreditor: Day { max(daysFirst, monthFirst) }
  /// The day a careful buyer pays by: the earlier of the two.
  public var dueForBuyer: Day { min(daysFirst, monthFirst) }

  /// The date that one reading gives.
  public func due(under reading: EndOfMonthReading) -> Day {
    reading == .daysThenEndOfMonth ? daysFirst : monthFirst
  }
}
