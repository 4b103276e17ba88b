import Law
import Ledger
import Quantities

/// The rates that a firm claims, laid out once in order of their days, so that each of a million
/// invoices finds its segments without searching the tables of the law.
struct RateSchedule: Sendable {
  struct Span: Sendable {
    let first: Day
    let last: Day
    let rate: Rate
    let basis: RateBasis
    let daysInYear: Int
  }

  /// In order; a half-year without a known rate leaves a gap.
  let spans: [Span]
  let table: RateTable
  /// A public buyer's rate stays that of the first day of the delay (R1.24).
  let keepsFirstRate: Bool
  /// Whether segments are cut at each span even where the rate stays the same.
  let cutsAtEachSpan: Bool

  /// Appends a line for each rate that `balance` bore over `days`, and gives their sum.
  ///
  /// `start` is the first day of the whole delay, which decides a public buyer's rate.
  func append(
    _ balance: Money, over days: DayRange, since start: Day, document: EntryNumber,
    to lines: inout [ClaimLine]
  ) throws(UnknownRate) -> Money {
    let fixed = keepsFirstRate ? try spans[place(of: start)] : nil
    if let fixed, !cutsAtEachSpan {
      let segment = InterestSegment(
        balance: balance, days: days, rate: fixed.rate, basis: fixed.basis,
        daysInYear: fixed.daysInYear)
      return RateSchedule.append(segment, document: document, to: &lines)
    }
    var sum = Money.zero
    var first = days.first
    while first <= days.last {
      let span = try spans[place(of: first)]
      let rate = fixed ?? span
      let segment = InterestSegment(
        balance: balance, days: DayRange(first: first, last: min(days.last, span.last)),
        rate: rate.rate, basis: rate.basis, daysInYear: span.daysInYear)
      sum += RateSchedule.append(segment, document: document, to: &lines)
      first = span.last.nextDay
    }
    return sum
  }

  private static func append(
    _ segment: InterestSegment, document: EntryNumber, to lines: inout [ClaimLine]
  ) -> Money {
    let amount = segment.amount
    if !amount.isZero {
      lines.append(ClaimLine(.interest(segment), document: document, amount: amount))
    }
    return amount
  }

  /// Most days asked for are recent: the search starts from the newest span.
  private func place(of day: Day) throws(UnknownRate) -> Int {
    var place = spans.count - 1
    while place >= 0, spans[place].first > day { place -= 1 }
    guard place >= 0, day <= spans[place].last else {
      throw UnknownRate(half: HalfYear(of: day), table: table)
    }
    return place
  }
}

extension RateSchedule {
  /// What a business owes: the law's rate, or the contract's where it stands.
  static func business(_ choices: Practice.Choices, _ rates: LegalRates) -> RateSchedule {
    let legal = LatePaymentRate(rates)
    let floor = PenaltyFloor(rates)
    let isLegal = choices.contractRate == nil
    return RateSchedule(
      counting: choices.dayCount, table: isLegal ? .refinancing : .legalInterest, cuts: isLegal
    ) { half throws(UnknownRate) in
      if let contract = choices.contractRate {
        let least = try floor.rate(for: half)
        return contract < least ? (least, .floorForContract) : (contract, .contract)
      }
      let rate = try legal.rate(for: half)
      guard choices.floorReading == .raisesDefault else { return (rate, .legal) }
      let least = try floor.rate(for: half)
      return rate < least ? (least, .floorForDefault) : (rate, .legal)
    }
  }

  /// What a public buyer owes.
  static func publicBuyer(_ choices: Practice.Choices, _ rates: LegalRates) -> RateSchedule {
    let rule = PublicBuyerRate(rates)
    return RateSchedule(
      counting: choices.dayCount, table: .refinancing, cuts: choices.dayCount == .actualActual,
      keepsFirstRate: true
    ) { half throws(UnknownRate) in (try rule.rate(for: half), .publicBuyer) }
  }

  private init(
    counting: DayCount, table: RateTable, cuts: Bool, keepsFirstRate: Bool = false,
    rate: (HalfYear) throws(UnknownRate) -> (Rate, RateBasis)
  ) {
    var spans: [Span] = []
    var half = HalfYear(1999, 1)
    while half.year < 2100 {
      if let (rate, basis) = try? rate(half) {
        let span = Span(
          first: half.firstDay, last: half.lastDay, rate: rate, basis: basis,
          daysInYear: counting.base(inYear: half.year))
        // A fixed contract rate is not cut at the half-year (R2.11).
        if !cuts, !keepsFirstRate, let last = spans.last, last.joins(span) {
          spans[spans.count - 1] = last.lengthened(to: span.last)
        } else {
          spans.append(span)
        }
      }
      half = half.next
    }
    self.spans = spans
    self.table = table
    self.keepsFirstRate = keepsFirstRate
    cutsAtEachSpan = cuts
  }
}

extension RateSchedule.Span {
  fileprivate func joins(_ next: Self) -> Bool {
    last.nextDay == next.first && rate == next.rate && basis == next.basis
      && daysInYear == next.daysInYear
  }

  fileprivate func lengthened(to last: Day) -> Self {
    Self(first: first, last: last, rate: rate, basis: basis, daysInYear: daysInYear)
  }
}
