import Quantities

extension ExampleQuestion {
  /// How the question's balance bears interest.
  enum Schedule {
    /// One rate for the whole delay.
    case fixed(Rate, Citation)
    /// Each half-year at its own rate.
    case halfYears((HalfYear) throws(UnknownRate) -> Rate, Citation)
  }

  /// `rate`: default and public-buyer rates of a half-year, legal rates with or without increase.
  mutating func rate() throws(Unanswerable) -> String {
    let increase = try inputs.rate("increase")
    if let legal = try inputs.rate("legal_rate") {
      return (legal + (increase ?? EnforcedTitleRate.increase)).percent
    }
    let rule = try statutoryRate(isIncreased: increase != nil)
    let half = try inputs.halfYear("half_year")
    let day = try inputs.day("date")
    let asked = try ExampleInputs.needed(
      half ?? day.map { HalfYear(of: $0) }, "half_year", "2026S1 or 2026S2")
    return
      (try ExampleQuestion.answering { () throws(UnknownRate) in try rule(asked) }
      + (increase ?? .zero)).percent
  }

  private mutating func statutoryRate(
    isIncreased: Bool
  ) throws(Unanswerable) -> (HalfYear) throws(UnknownRate) -> Rate {
    if try isPublicBuyer() { return PublicBuyerRate(rates).rate(for:) }
    let creditor = try inputs.choice(
      "creditor", ["individual": true, "professional": false])
    let name = try inputs.text("rate")
    if creditor != nil || isIncreased || name == "legal" {
      return LegalInterest(rates, isIndividual: creditor ?? false).rate(for:)
    }
    guard let schedule = try statutory(named: name), case .halfYears(let rule, _) = schedule else {
      return LatePaymentRate(rates).rate(for:)
    }
    return rule
  }

  /// `floor`: three times the legal rate, the test of a contract rate, or the three figures (R2.7).
  mutating func floor() throws(Unanswerable) -> String {
    let contract = try inputs.rate("rate_percent")
    if let half = try inputs.halfYear("half_year") {
      let floor = PenaltyFloor(rates)
      let figure = try ExampleQuestion.answering { () throws(UnknownRate) in
        try floor.rate(for: half)
      }
      return contract.map { "below_floor=\($0 < figure)" } ?? figure.percent
    }
    let principal = try inputs.money("principal")
    let days = try lateDays()
    guard let contract else {
      throw Unanswerable("rate_percent", wanted: "the contract's rate, such as 8")
    }
    let rule = ContractRate(contract, legal: rates)
    let below = try ExampleQuestion.answering { () throws(UnknownRate) in
      try rule.halfYearsBelowFloor(over: days)
    }
    let isStatement = asks(" is below", " is above", " is not below", " is under")
    let isBelowThroughout = !below.isEmpty && below.count == days.halfYears.count
    guard let principal, isBelowThroughout, !isStatement else {
      return "below_floor=\(!below.isEmpty)"
    }
    return try threeFigures(principal, days, contract)
  }

  private mutating func threeFigures(
    _ principal: Money, _ days: DayRange, _ contract: Rate
  ) throws(Unanswerable) -> String {
    let counting = try dayCount()
    let floor = PenaltyFloor(rates)
    let standard = LatePaymentRate(rates)
    let agreed = segments(on: principal, over: days, at: contract, counting: counting).total
    let lines = try ExampleQuestion.answering { () throws(UnknownRate) in
      (
        try segments(on: principal, over: days, counting: counting, rate: floor.rate).total,
        try segments(on: principal, over: days, counting: counting, rate: standard.rate).total
      )
    }
    let figures = [("contract", agreed), ("floor", lines.0), ("default", lines.1)]
    return figures.map { "\($0.0)=\(ExampleQuestion.print($0.1))" }.joined(separator: ";")
  }

  /// The rate the question names: a figure, or a rule; the law's default when it names none.
  mutating func schedule(firstDay: Day?) throws(Unanswerable) -> Schedule {
    let isPublic = try isPublicBuyer()
    let name = try inputs.text("rate")
    if let contract = try inputs.rate("rate_percent") {
      guard name == nil else {
        throw Unanswerable("rate", found: name ?? "", wanted: "rate or rate_percent, not both")
      }
      return .fixed(contract, ContractRate.citation)
    }
    if isPublic, let firstDay, name == nil || name == "default" {
      let rule = PublicBuyerRate(rates)
      let rate = try ExampleQuestion.answering { () throws(UnknownRate) in
        try rule.rate(startingOn: firstDay)
      }
      return .fixed(rate, PublicBuyerRate.citation)
    }
    return try statutory(named: name)
      ?? .halfYears(LatePaymentRate(rates).rate(for:), LatePaymentRate.citation)
  }

  private func statutory(named name: String?) throws(Unanswerable) -> Schedule? {
    switch name {
    case nil, "default": nil
    case "legal": .halfYears(LegalInterest(rates).rate(for:), LegalInterest.citation)
    case "legal_individual":
      .halfYears(LegalInterest(rates, isIndividual: true).rate(for:), LegalInterest.citation)
    case "floor": .halfYears(PenaltyFloor(rates).rate(for:), PenaltyFloor.citation)
    case "enforced": .halfYears(EnforcedTitleRate(rates).rate(for:), EnforcedTitleRate.citation)
    default:
      throw Unanswerable(
        "rate", found: name ?? "", wanted: "default, legal, legal_individual, enforced or floor")
    }
  }

  /// `buyer=public`, or the name of a public buyer.
  mutating func isPublicBuyer() throws(Unanswerable) -> Bool {
    try inputs.choice(
      "buyer",
      [
        "public": true, "authority": true, "hospital": true, "undertaking": true,
        "private": false, "professional": false,
      ]) ?? false
  }

  mutating func dayCount() throws(Unanswerable) -> DayCount {
    try inputs.choice(
      "base",
      [
        "365": .fixed365, "36500": .fixed365, "366": .fixed366, "36600": .fixed366,
        "actual": .actualActual, "actual/actual": .actualActual,
      ]) ?? .fixed365
  }

  /// Turns the refusal of an unpublished rate into the example's own.
  static func answering<Value>(
    _ body: () throws(UnknownRate) -> Value
  ) throws(Unanswerable) -> Value {
    do throws(UnknownRate) { return try body() } catch { throw Unanswerable(error) }
  }
}
