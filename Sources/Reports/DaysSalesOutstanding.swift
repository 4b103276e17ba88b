public import Quantities

/// How many days of sales customers still owe (DSO, DMP), by counting back month by month.
///
/// The balance is used up on the newest month's sales, then on the one before: each month used up
/// counts all its days, the last one its share (épuisement du chiffre d'affaires). The current
/// month counts the days gone by.
public struct DaysSalesOutstanding: Hashable, Sendable {
  public let day: Day
  /// What customers owe on the day, tax included.
  public let balance: Money
  /// Days, to a tenth; nil when the balance is larger than all the sales known.
  public let tenths: Int?

  /// - Parameter sales: invoiced amounts less credit notes, tax included, by month of issue.
  public init(on day: Day, balance: Money, sales: MonthlySales) {
    self.day = day
    self.balance = balance
    tenths = DaysSalesOutstanding.count(back: balance, from: day, through: sales)
  }

  private static func count(
    back balance: Money, from day: Day, through sales: MonthlySales
  ) -> Int? {
    var left = balance
    var tenths = 0
    var last = day
    while left.isPositive {
      guard let oldest = sales.oldest, last >= oldest else { return nil }
      let (year, month, days) = last.parts
      let sold = max(.zero, sales[year, month])
      if sold > left {
        let share = Money(cents: Int64(days) * 10).scaled(by: left.cents, over: sold.cents)
        return tenths + Int(share.cents)
      }
      left -= sold
      tenths += days * 10
      last = Day(year, month, 1).previousDay
    }
    return tenths
  }
}

/// What was invoiced each month, tax included, less credit notes.
public struct MonthlySales: Hashable, Sendable {
  private var amounts: [Int32: Money] = [:]
  /// The first day of the oldest month with sales.
  public private(set) var oldest: Day?

  public init() {}

  /// Adds an invoice by its day of issue; a credit note as a negative amount.
  public mutating func add(issued day: Day, _ amount: Money) {
    let (year, month, _) = day.parts
    amounts[MonthlySales.key(year, month), default: .zero] += amount
    let first = Day(year, month, 1)
    oldest = min(oldest ?? first, first)
  }

  /// What was invoiced in a month.
  public subscript(year: Int, month: Int) -> Money {
    amounts[MonthlySales.key(year, month)] ?? .zero
  }

  private static func key(_ year: Int, _ month: Int) -> Int32 { Int32(year * 12 + month - 1) }
}
