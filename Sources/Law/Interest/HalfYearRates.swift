public import Quantities

/// A rule's rates laid out by half-year once, for a book of a million claims.
///
/// Gives the same lines as asking the rule each time, without searching its tables.
public struct HalfYearRates: Sendable {
  public let citation: Citation
  public let table: RateTable
  /// Parts per million for each half-year from 1999S1, `unknown` where nothing is published.
  private let rates: [Int64]
  /// First day number of each half-year, and of the one after the last.
  private let starts: [Int32]

  private static let unknown = Int64.min
  private static let years = 1999...2099

  /// Asks `rate` once for each half-year from 1999 to 2099; what it refuses stays unknown.
  public init(
    table: RateTable, citation: Citation, rate: (HalfYear) throws(UnknownRate) -> Rate
  ) {
    var rates: [Int64] = []
    var starts: [Int32] = []
    var half = HalfYear(HalfYearRates.years.lowerBound, 1)
    while half.year <= HalfYearRates.years.upperBound {
      starts.append(half.firstDay.number)
      do throws(UnknownRate) {
        rates.append(try rate(half).partsPerMillion)
      } catch {
        rates.append(HalfYearRates.unknown)
      }
      half = half.next
    }
    starts.append(half.firstDay.number)
    self.rates = rates
    self.starts = starts
    self.table = table
    self.citation = citation
  }

  /// The rates of L441-10 II: ECB plus ten points.
  public static func latePayment(_ rates: LegalRates = .published) -> HalfYearRates {
    let rule = LatePaymentRate(rates)
    return HalfYearRates(table: .refinancing, citation: LatePaymentRate.citation, rate: rule.rate)
  }

  /// A contract's fixed rate, raised to the floor where it lies below it (R2.7).
  public static func prudent(_ contract: ContractRate) -> HalfYearRates {
    HalfYearRates(
      table: .legalInterest, citation: ContractRate.citation, rate: contract.prudentRate)
  }

  /// Legal interest alone (R2.24).
  public static func legalInterest(_ rule: LegalInterest) -> HalfYearRates {
    HalfYearRates(
      table: rule.isIndividual ? .legalInterestIndividual : .legalInterest,
      citation: LegalInterest.citation, rate: rule.rate)
  }

  /// The rate of a half-year; throws when it is not published.
  public func rate(for half: HalfYear) throws(UnknownRate) -> Rate {
    let place = (half.year - HalfYearRates.years.lowerBound) * 2 + half.half - 1
    guard rates.indices.contains(place), rates[place] != HalfYearRates.unknown else {
      throw UnknownRate(half: half, table: table)
    }
    return Rate(partsPerMillion: rates[place])
  }

  /// The interest account of one balance: one line a half-year, empty when nothing is late.
  public func segments(
    on balance: Money, over days: DayRange, counting: DayCount = .fixed365
  ) throws(UnknownRate) -> [Segment] {
    var lines: [Segment] = []
    if balance.isPositive, !days.isEmpty { lines.reserveCapacity(days.count / 181 + 2) }
    try visit(balance, days) { piece, rate, year in
      lines.append(
        Segment(
          balance: balance, days: piece, rate: rate, base: counting.base(inYear: year),
          citation: citation))
    }
    return lines
  }

  /// The total of `segments`, without making the lines.
  public func interest(
    on balance: Money, over days: DayRange, counting: DayCount = .fixed365
  ) throws(UnknownRate) -> Money {
    var total = Money.zero
    try visit(balance, days) { piece, rate, year in
      total += share(
        of: balance, rate, days: Int64(piece.count), base: Int64(counting.base(inYear: year)))
    }
    return total
  }

  private func visit(
    _ balance: Money, _ days: DayRange, _ body: (DayRange, Rate, Int) -> Void
  ) throws(UnknownRate) {
    guard balance.isPositive, !days.isEmpty else { return }
    var first = days.first.number
    let last = days.last.number
    guard first >= starts[0], last < starts[starts.count - 1] else {
      let isEarly = first < starts[0]
      throw UnknownRate(half: HalfYear(of: isEarly ? days.first : days.last), table: table)
    }
    // A half-year has 181 to 184 days: the estimate is never late and at most one place early.
    var place = Int(first - starts[0]) / 184
    while starts[place + 1] <= first { place += 1 }
    while first <= last {
      let year = HalfYearRates.years.lowerBound + place / 2
      guard rates[place] != HalfYearRates.unknown else {
        throw UnknownRate(half: HalfYear(year, place % 2 + 1), table: table)
      }
      let end = min(last, starts[place + 1] - 1)
      let piece = DayRange(first: Day(number: first), last: Day(number: end))
      body(piece, Rate(partsPerMillion: rates[place]), year)
      first = end + 1
      place += 1
    }
  }
}
