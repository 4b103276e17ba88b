import Quantities

extension ExampleQuestion {
  /// `capitalisation`: whole years at one rate, or dated periods with the days of joining (R2.22).
  mutating func capitalisation() throws(Unanswerable) -> String {
    let principal = try neededPrincipal()
    let isYearly = try inputs.choice("capitalise", ["yearly": true, "none": false])
    guard let years = try inputs.count("years", in: 0...100) else {
      return try capitalisedByDates(principal, isYearly: isYearly ?? false)
    }
    let rate = try rateWithoutDates()
    guard isYearly ?? true else {
      return ExampleQuestion.print(
        principal.scaled(by: rate.partsPerMillion * Int64(years), over: 1_000_000))
    }
    try ExampleQuestion.refuseOverflow(of: principal, at: rate, years: years)
    return ExampleQuestion.print(Capitalisation.interest(on: principal, at: rate, years: years))
  }

  private mutating func capitalisedByDates(
    _ principal: Money, isYearly: Bool
  ) throws(Unanswerable) -> String {
    let days = try lateDays()
    var joinings = try inputs.days("capitalised")
    if isYearly {
      for count in stride(from: 1, through: 100, by: 1) {
        joinings.append(days.first.adding(years: count))
      }
    }
    let schedule = try schedule(firstDay: days.first)
    let counting = try dayCount()
    // No published rate comes near 110 % a year.
    let highest = if case .fixed(let rate, _) = schedule { rate } else { Rate.percent(110) }
    try ExampleQuestion.refuseOverflow(of: principal, at: highest, years: days.count / 365 + 1)
    let lines = try ExampleQuestion.answering { () throws(UnknownRate) in
      try Capitalisation.account(
        of: principal, over: days, joinings: joinings, counting: counting
      ) { half throws(UnknownRate) in
        switch schedule {
        case .fixed(let rate, _): rate
        case .halfYears(let rule, _): try rule(half)
        }
      }
    }
    return ExampleQuestion.print(lines.total)
  }

  /// Refuses a capital that would grow beyond what an amount can hold.
  private static func refuseOverflow(
    of principal: Money, at rate: Rate, years: Int
  ) throws(Unanswerable) {
    var capital = Int128(principal.cents)
    for _ in 0..<years where capital < 100_000_000_000_000_000 {
      capital += capital * Int128(rate.partsPerMillion) / 1_000_000
    }
    guard capital < 100_000_000_000_000_000 else {
      throw Unanswerable(
        "principal", found: principal.decimal, wanted: "a sum that stays below 10^15 with interest")
    }
  }
}
