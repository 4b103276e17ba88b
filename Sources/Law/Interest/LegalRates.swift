public import Quantities

/// The published rates that late-payment rules stand on, each with its source (R2.3 to R2.5).
public struct LegalRates: Sendable {
  /// ECB main refinancing rate, by the day each rate took effect.
  public let refinancing: DatedTable<Rate>
  /// Legal interest, "all other cases" (professionals), by half-year.
  public let legalInterest: DatedTable<Rate>
  /// Legal interest for natural persons outside trade, by half-year.
  public let legalInterestIndividual: DatedTable<Rate>

  /// Days between known ECB figures of which nothing is known: no rate may be read there.
  private let unknownDays: [DayRange]

  public init(
    refinancing: DatedTable<Rate>, legalInterest: DatedTable<Rate>,
    legalInterestIndividual: DatedTable<Rate>
  ) {
    self.init(refinancing, legalInterest, legalInterestIndividual, unknownDays: [])
  }

  private init(
    _ refinancing: DatedTable<Rate>, _ legalInterest: DatedTable<Rate>,
    _ legalInterestIndividual: DatedTable<Rate>, unknownDays: [DayRange]
  ) {
    self.refinancing = refinancing
    self.legalInterest = legalInterest
    self.legalInterestIndividual = legalInterestIndividual
    self.unknownDays = unknownDays
  }

  /// Every rate published up to the state date of the law sheet.
  public static let published = LegalRates(
    refinancing: refinancingPublished, legalInterest: legalInterestPublished,
    legalInterestIndividual: legalInterestIndividualPublished)

  /// The rows of one published table.
  public subscript(table: RateTable) -> DatedTable<Rate> {
    switch table {
    case .refinancing: refinancing
    case .legalInterest: legalInterest
    case .legalInterestIndividual: legalInterestIndividual
    }
  }

  /// The figure of a table in force on the first day of the half-year.
  ///
  /// Throws `UnknownRate` before the first row, after the last published day and in any gap: the
  /// rate of another half-year never stands in (R2.4).
  public func figure(_ table: RateTable, for half: HalfYear) throws(UnknownRate) -> Rate {
    let day = half.firstDay
    guard let row = self[table].row(on: day) else { throw UnknownRate(half: half, table: table) }
    // The ECB's rate lasts until it changes; an order on legal interest lasts one half-year.
    let isKnown =
      table == .refinancing ? !unknownDays.contains { $0.contains(day) } : row.from == day
    guard isKnown else { throw UnknownRate(half: half, table: table) }
    return row.figure
  }

  /// The rates with one more sourced row.
  ///
  /// An ECB row makes its own first day known, a row of legal interest its half-year. An ECB rate
  /// that did not change is confirmed by a row dated the first day of the half-year.
  public func adding(_ row: RateRow) -> LegalRates {
    let last = row.table == .refinancing ? row.from : HalfYear(of: row.from).lastDay
    let added = self[row.table].adding(
      .init(from: row.from, row.rate, source: row.source), publishedThrough: last)
    switch row.table {
    case .refinancing:
      return LegalRates(
        added, legalInterest, legalInterestIndividual, unknownDays: gaps(adding: row.from))
    case .legalInterest:
      return LegalRates(refinancing, added, legalInterestIndividual, unknownDays: unknownDays)
    case .legalInterestIndividual:
      return LegalRates(refinancing, legalInterest, added, unknownDays: unknownDays)
    }
  }

  /// The rates with all rows of a user's file, in any order.
  public func adding(_ rows: [RateRow]) -> LegalRates {
    rows.reduce(self) { rates, row in rates.adding(row) }
  }

  private func gaps(adding day: Day) -> [DayRange] {
    var gaps = unknownDays
    if day > refinancing.publishedThrough {
      gaps.append(DayRange(first: refinancing.publishedThrough.nextDay, last: day.previousDay))
    } else if let first = refinancing.rows.first?.from, day < first {
      gaps.append(DayRange(first: day.nextDay, last: first.previousDay))
    }
    let cut = gaps.flatMap { gap in
      gap.contains(day)
        ? [
          DayRange(first: gap.first, last: day.previousDay),
          DayRange(first: day.nextDay, last: gap.last),
        ] : [gap]
    }
    return cut.filter { !$0.isEmpty }
  }
}
