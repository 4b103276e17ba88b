public import Quantities

/// The last day to pay on time under a payment term (sheet 1.5), never rolled over a weekend
/// (R1.8).
public struct DueDate: Rule {
  public static let citation = Citation("Code de commerce", "L441-10 I", sheet: "R1.1 to R1.12")

  /// Days allowed when nothing was agreed (R1.1).
  public static let defaultDays = 30

  /// The due date; throws when the day that the term counts from is not known.
  ///
  /// Days are calendar days, the starting day is not counted (R1.30). A term "on receipt" falls on
  /// the day of receipt, or of issue when receipt is not known.
  public static func day(
    _ term: TermFormula, from dates: TermDates
  ) throws(MissingDay) -> Day {
    let start = try countStart(term, from: dates)
    switch term {
    case .none: return start.adding(days: defaultDays)
    case .onReceipt: return start
    case .net(let days), .decade(let days), .publicBuyer(let days), .endOfMonthThenDays(let days),
      .afterDeliveryMonth(let days):
      return start.adding(days: days)
    case .daysThenEndOfMonth(let days): return start.adding(days: days).endOfMonth
    case .daysThenEndOfMonthThe(let days, let number):
      return next(number, after: start.adding(days: days).endOfMonth)
    }
  }

  /// The day that the term's days count from, itself not counted.
  public static func countStart(
    _ term: TermFormula, from dates: TermDates
  ) throws(MissingDay) -> Day {
    switch term {
    case .none, .publicBuyer: return try known(dates.receipt, else: .receiptOrPerformance)
    case .onReceipt: return try known(dates.receipt ?? dates.issue, else: .issue)
    case .net, .daysThenEndOfMonth, .daysThenEndOfMonthThe:
      return try known(dates.issue, else: .issue)
    case .endOfMonthThenDays: return try known(dates.issue, else: .issue).endOfMonth
    case .decade: return try known(dates.delivery, else: .delivery).endOfDecade
    case .afterDeliveryMonth: return try known(dates.delivery, else: .delivery).endOfMonth
    }
  }

  /// The first day after `day` with this number in its month, or the last day of a shorter month.
  static func next(_ number: Int, after day: Day) -> Day {
    var month = Day(day.year, day.month, 1)
    while true {
      let length = Day.length(ofMonth: month.month, year: month.year)
      let candidate = month.adding(days: min(number, length) - 1)
      if candidate > day { return candidate }
      month = month.adding(months: 1)
    }
  }

  private static func known(_ day: Day?, else missing: MissingDay) throws(MissingDay) -> Day {
    guard let day else { throw missing }
    return day
  }
}
