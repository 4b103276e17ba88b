public import Quantities

/// One line of an interest account: one balance, one run of days, one rate (tranche).
public struct Segment: Hashable, Sendable {
  /// The unpaid amount, tax included, that bears interest.
  public let balance: Money
  /// First and last day, both counted.
  public let days: DayRange
  public let rate: Rate
  /// Days in the year of account: 365, or 366.
  public let base: Int
  /// balance × rate × days / base, half-up to the cent.
  public let amount: Money
  public let citation: Citation

  public init(balance: Money, days: DayRange, rate: Rate, base: Int, citation: Citation) {
    self.balance = balance
    self.days = days
    self.rate = rate
    self.base = base
    self.citation = citation
    amount = share(of: balance, rate, days: Int64(days.count), base: Int64(base))
  }
}

extension [Segment] {
  /// The sum of the lines, each already rounded, so that a letter adds up (R2.12).
  public var total: Money { reduce(.zero) { $0 + $1.amount } }
}

/// The interest account of one balance, cut at each 1 January and 1 July, each part at its rate.
///
/// Empty when the balance is not positive or no day is late. For many accounts use `HalfYearRates`.
public func segments(
  on balance: Money, over days: DayRange, counting: DayCount = .fixed365,
  citation: Citation = LatePaymentRate.citation, rate: (HalfYear) throws(UnknownRate) -> Rate
) throws(UnknownRate) -> [Segment] {
  var lines: [Segment] = []
  guard balance.isPositive, !days.isEmpty else { return lines }
  for piece in days.halfYears {
    let half = HalfYear(of: piece.first)
    lines.append(
      Segment(
        balance: balance, days: piece, rate: try rate(half),
        base: counting.base(inYear: half.year), citation: citation))
  }
  return lines
}

/// The interest account of one balance at one fixed rate: a single line, R2.11, cut only where the
/// year of account changes length.
public func segments(
  on balance: Money, over days: DayRange, at rate: Rate, counting: DayCount = .fixed365,
  citation: Citation = ContractRate.citation
) -> [Segment] {
  guard balance.isPositive, !days.isEmpty else { return [] }
  var lines: [Segment] = []
  var first = days.first
  while first <= days.last {
    let base = counting.base(inYear: first.year)
    var year = first.year
    while Day(year, 12, 31) < days.last, counting.base(inYear: year + 1) == base { year += 1 }
    let last = min(days.last, Day(year, 12, 31))
    lines.append(
      Segment(
        balance: balance, days: DayRange(first: first, last: last), rate: rate, base: base,
        citation: citation))
    first = last.nextDay
  }
  return lines
}
