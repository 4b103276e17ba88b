import Quantities

extension ExampleQuestion {
  /// Interest over a bare number of days, at a rate given as a figure or by its half-year.
  mutating func penaltyByCount() throws(Unanswerable) -> String {
    let principal = try neededPrincipal()
    let days = try ExampleInputs.needed(
      try inputs.count("days", in: 0...36_500), "due",
      "due and paid, first_day and last_day, or days")
    let rate = try rateWithoutDates()
    let base: Int64
    switch try dayCount() {
    case .fixed365: base = 365
    case .fixed366: base = 366
    case .actualActual:
      throw Unanswerable("base", found: "actual", wanted: "first_day and last_day as well")
    }
    let interest = share(of: principal, rate, days: Int64(days), base: base)
    let indemnity = try inputs.money("indemnity") ?? .zero
    return ExampleQuestion.print(days > 0 ? interest + indemnity : .zero)
  }

  /// Interest over months or years of equal weight, as some firms prorate it: months / 12.
  mutating func prorated() throws(Unanswerable) -> String {
    let principal = try neededPrincipal()
    let months = try inputs.count("months", in: 0...1200) ?? 0
    let years = try inputs.count("years", in: 0...100) ?? 0
    let weight = Int64(months + 12 * years)
    let rate = try rateWithoutDates()
    let interest = principal.scaled(by: rate.partsPerMillion * weight, over: 12_000_000)
    let indemnity = try inputs.money("indemnity") ?? .zero
    return ExampleQuestion.print(weight > 0 ? interest + indemnity : .zero)
  }

  mutating func rateWithoutDates() throws(Unanswerable) -> Rate {
    let half = try inputs.halfYear("half_year")
    switch try schedule(firstDay: half?.firstDay) {
    case .fixed(let rate, _): return rate
    case .halfYears(let rule, _):
      let half = try ExampleInputs.needed(half, "rate_percent", "a rate such as 12.15")
      return try ExampleQuestion.answering { () throws(UnknownRate) in try rule(half) }
    }
  }
}
