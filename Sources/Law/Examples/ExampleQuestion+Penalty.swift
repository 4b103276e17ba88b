import Quantities

extension ExampleQuestion {
  /// `penalty`: interest on a balance over days, with credit notes, payments and the 40 €.
  mutating func penalty() throws(Unanswerable) -> String {
    if inputs.has("months") || inputs.has("years") { return try prorated() }
    guard
      inputs.has("due") || inputs.has("first_day") || inputs.has("from")
        || inputs.has("received") || inputs.has("term") || inputs.has("issue")
    else { return try penaltyByCount() }
    let days = try lateDays()
    let account = try debtAccount(days)
    let indemnity = try compensation(days)
    let asksBoth = try inputs.choice("rounding", ["both": true, "segment": false])
    if asksBoth ?? (asks("on the total") || asks("rounding") && asks("segment")) {
      let total = ExampleQuestion.roundedOnce(account.segments)
      return "per_segment=\(ExampleQuestion.print(account.segments.total + indemnity))"
        + ";on_total=\(ExampleQuestion.print(total + indemnity))"
    }
    return ExampleQuestion.print(account.segments.total + indemnity)
  }

  /// `insolvency`: interest up to the eve of the opening; the deadlines when publication is known.
  mutating func insolvency() throws(Unanswerable) -> String {
    if inputs.has("bodacc") { return try deadline() }
    guard inputs.has("opening") else {
      throw Unanswerable("opening", wanted: "opening or bodacc, such as 2026-06-18")
    }
    return try penalty()
  }

  /// `imputation`: what is left of principal and penalties after the payments (R3.4, R3.5).
  mutating func imputation() throws(Unanswerable) -> String {
    let isOpenEnded = !["paid", "statement", "to", "last_day", "opening", "days"]
      .contains { inputs.has($0) }
    let days: DayRange
    if isOpenEnded {
      let due = try ExampleInputs.needed(try dueIfKnown(), "due", "2026-01-31")
      guard let last = try inputs.datedAmounts("payment").map(\.day).max() else {
        throw Unanswerable("payment", wanted: "4000.00@2026-03-31")
      }
      days = DayRange(first: due.nextDay, last: last)
    } else {
      days = try lateDays()
    }
    let account = try debtAccount(days)
    let indemnity = try compensation(days)
    var parts = [("balance", account.principal), ("penalties_open", account.openInterest)]
    // The rank of the 40 € is not settled: a line of its own (R3.5).
    if indemnity.isPositive { parts.append(("indemnity", indemnity)) }
    if account.excess.isPositive { parts.append(("excess", account.excess)) }
    return parts.map { "\($0.0)=\(ExampleQuestion.print($0.1))" }.joined(separator: ";")
  }

  /// The debt run through its credit notes and payments.
  private mutating func debtAccount(_ days: DayRange) throws(Unanswerable) -> DebtAccount {
    var principal = try neededPrincipal()
    var events = try inputs.datedAmounts("payment")
    for (note, effect) in try creditNotes() {
      if effect.firstLowerDay(creditedOn: note.day) == nil {
        principal -= note.amount
      } else {
        events.append(DatedAmount(note.amount, on: note.day, kind: .allowance))
      }
    }
    let order = try inputs.choice(
      "order", Dictionary(uniqueKeysWithValues: ImputationOrder.allCases.map { ($0.rawValue, $0) }))
    let schedule = try schedule(firstDay: days.first)
    let counting = try dayCount()
    let start = principal
    return try ExampleQuestion.answering { () throws(UnknownRate) in
      try DebtAccount(
        principal: max(start, .zero), due: days.first.previousDay, payments: events,
        through: days.last, order: order ?? .interestFirst
      ) { balance, piece throws(UnknownRate) in
        switch schedule {
        case .fixed(let rate, let source):
          segments(on: balance, over: piece, at: rate, counting: counting, citation: source)
        case .halfYears(let rule, let source):
          try segments(on: balance, over: piece, counting: counting, citation: source, rate: rule)
        }
      }
    }
  }

  private mutating func creditNotes() throws(Unanswerable) -> [(DatedAmount, CreditEffect)] {
    let notes = try inputs.datedAmounts("credit_note")
    let kinds = inputs.list("kind")
    guard kinds.count == notes.count || (kinds.count == 1 && !notes.isEmpty) else {
      throw Unanswerable(
        "kind", found: kinds.joined(separator: "+"), wanted: "error or allowance, for each note")
    }
    var pairs: [(DatedAmount, CreditEffect)] = []
    for (place, note) in notes.enumerated() {
      let kind = kinds.count == 1 ? kinds[0] : kinds[place]
      guard let effect = CreditEffect(rawValue: kind) else {
        throw Unanswerable("kind", found: kind, wanted: "error or allowance")
      }
      pairs.append((note, effect))
    }
    return pairs
  }

  /// The recovery compensation that the question adds, when the delay gave rise to it.
  private mutating func compensation(_ days: DayRange) throws(Unanswerable) -> Money {
    guard let amount = try inputs.money("indemnity") else { return .zero }
    let due = days.first.previousDay
    let opening = try inputs.day("opening")
    // An opening after the due date stops interest, not the compensation already born (R2.20).
    let seen = opening.map { max($0, days.last) } ?? days.last
    let isDue = FixedCompensation.due(due, settledOrSeen: seen, opening: opening).isPositive
    return isDue ? amount : .zero
  }

  mutating func neededPrincipal() throws(Unanswerable) -> Money {
    try ExampleInputs.needed(
      try inputs.money("principal"), "principal", "an amount such as 1000.00")
  }

  /// The interest of all lines, rounded once at the end (the alternative of R2.12).
  static func roundedOnce(_ lines: [Segment]) -> Money {
    var exact = Int128(0)
    for line in lines {
      let weight = Int128(line.rate.partsPerMillion) * Int128(line.days.count)
      exact += Int128(line.balance.cents) * weight * (line.base == 366 ? 365 : 366)
    }
    let whole = Int128(365 * 366) * 1_000_000
    let (quotient, remainder) = exact.quotientAndRemainder(dividingBy: whole)
    return Money(cents: Int64(quotient) + (2 * remainder >= whole ? 1 : 0))
  }
}
