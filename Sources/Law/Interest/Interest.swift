public import Quantities

/// Simple interest on one balance, over one run of days, at one yearly rate, half-up to the cent.
///
/// balance × rate × days / base (R2.9, R2.12). Days of a leap year counted actual/actual weigh
/// 1/366 each; the whole is rounded once. An empty range gives zero.
public func interest(
  on balance: Money, over days: DayRange, at rate: Rate, counting: DayCount = .fixed365
) -> Money {
  let count = Int64(days.count)
  guard count > 0 else { return .zero }
  switch counting {
  case .fixed365: return share(of: balance, rate, days: count, base: 365)
  case .fixed366: return share(of: balance, rate, days: count, base: 366)
  case .actualActual: break
  }
  let leap = leapDays(in: days)
  if leap == 0 { return share(of: balance, rate, days: count, base: 365) }
  if leap == count { return share(of: balance, rate, days: count, base: 366) }
  let weight = (count - leap) * 366 + leap * 365
  return share(of: balance, rate, days: weight, base: 365 * 366)
}

/// balance × rate × days / base to the cent, on 64 bits where they suffice.
func share(of balance: Money, _ rate: Rate, days: Int64, base: Int64) -> Money {
  let weight = rate.partsPerMillion * days
  let whole = base * 1_000_000
  let (product, overflows) = balance.cents.multipliedReportingOverflow(by: weight)
  guard !overflows, product >= 0 else { return balance.scaled(by: weight, over: whole) }
  let (quotient, remainder) = product.quotientAndRemainder(dividingBy: whole)
  return Money(cents: remainder &* 2 >= whole ? quotient + 1 : quotient)
}

private func leapDays(in days: DayRange) -> Int64 {
  var leap: Int64 = 0
  for year in days.first.year...days.last.year where Day.isLeap(year) {
    let whole = DayRange(first: Day(year, 1, 1), last: Day(year, 12, 31))
    leap += Int64(days.intersection(whole).count)
  }
  return leap
}
