import Quantities

extension ExampleQuestion {
  /// `deadline`: limits of procedure and of insolvency, or of limitation, by the facts given.
  mutating func deadline() throws(Unanswerable) -> String {
    let limitationKeys = [
      "service", "completion", "suit", "partial_payment", "acknowledgment", "mediation",
    ]
    if limitationKeys.contains(where: { inputs.has($0) }) { return try limitation() }
    let calendar = BankCalendar(keepsAlsaceMoselle: try inputs.flag("alsace_moselle") ?? false)
    let distance =
      try inputs.choice(
        "distance",
        Dictionary(
          uniqueKeysWithValues: ProceduralDeadline.Distance.allCases.map { ($0.rawValue, $0) }))
      ?? .metropolitan
    var parts = try insolvencyDeadlines(calendar)
    if let order = try inputs.day("order") {
      parts.append("serve_by=\(PaymentOrder.serveBy(rendered: order, calendar: calendar).iso)")
    }
    if let served = try inputs.day("served") {
      let opposed = PaymentOrder.oppositionUntil(
        served: served, distance: distance, calendar: calendar)
      let executed = PaymentOrder.enforceableFrom(served: served, calendar: calendar)
      parts.append("opposition_until=\(opposed.iso)")
      parts.append("execution_from=\(executed.iso)")
    }
    if !parts.isEmpty { return parts.joined(separator: ";") }
    return try plainDeadline(distance, calendar).iso
  }

  private mutating func insolvencyDeadlines(
    _ calendar: BankCalendar
  ) throws(Unanswerable) -> [String] {
    guard let published = try inputs.day("bodacc") else { return [] }
    let days = InsolvencyDeadlines(published: published, calendar: calendar)
    return [
      "claim=\(days.claim.iso)", "claim_abroad=\(days.claimAbroad.iso)",
      "retention=\(days.retentionOfTitle.iso)", "relief=\(days.relief.iso)",
    ]
  }

  private mutating func plainDeadline(
    _ distance: ProceduralDeadline.Distance, _ calendar: BankCalendar
  ) throws(Unanswerable) -> Day {
    if let end = try inputs.day("contest_end") {
      let wait = try inputs.period("wait")
      return wait.map { end.adding(months: $0.months).adding(days: $0.days) }
        ?? UncontestedClaim.recordFrom(contestEnd: end)
    }
    let act = try ExampleInputs.needed(
      try inputs.day("act"), "act", "act and period, bodacc, order, served, contest_end or service")
    let period = try ExampleInputs.needed(
      try inputs.period("period"), "period", "10d, 1m or 1m+15d")
    let limit = ProceduralDeadline(
      months: period.months, days: period.days, distance: distance, calendar: calendar)
    // The only source on the L126 procedure does not roll the debtor's month (R7.3).
    let rolls = try inputs.flag("roll") ?? !asks("l126", "commandement")
    return rolls ? limit.lastDay(after: act) : limit.bareLastDay(after: act)
  }

  /// `limitation`: whether a suit came too late, or the last days before and after each event.
  mutating func limitation() throws(Unanswerable) -> String {
    let completion = try inputs.day("service", "completion", "delivery")
    let due = try inputs.day("due")
    let invoice = try inputs.day("invoice", "issue")
    let start = try ExampleInputs.needed(
      completion ?? due ?? invoice, "service", "the day of completion, such as 2022-03-10")
    let years = try limitationYears()
    let acknowledged = try inputs.days("partial_payment") + (try inputs.days("acknowledgment"))
    let orders = try inputs.days("order_served")
    let mediated = try inputs.ranges("mediation")
    let interruptions: [LimitationPeriod.Event] =
      acknowledged.map { .acknowledged($0) } + orders.map { .orderServed($0) }
    let suspensions = mediated.map {
      LimitationPeriod.Event.mediated(from: $0.first, until: $0.last)
    }
    let whole = LimitationPeriod(start: start, years: years, events: interruptions + suspensions)
    if let suit = try inputs.day("suit") {
      return "time_barred=\(whole.optimisticEnd.map { suit > $0 } ?? false)"
    }
    var parts = ["before=\(whole.bareEnd.iso)"]
    if !interruptions.isEmpty, let end = whole.prudentEnd { parts.append("after_ack=\(end.iso)") }
    if !suspensions.isEmpty, let end = whole.optimisticEnd {
      parts.append("with_suspension=\(end.iso)")
    }
    return parts.joined(separator: ";")
  }

  private mutating func limitationYears() throws(Unanswerable) -> Int {
    let kind = try inputs.choice(
      "kind",
      Dictionary(uniqueKeysWithValues: LimitationPeriod.Kind.allCases.map { ($0.rawValue, $0) }))
    guard let period = try inputs.period("period") else { return (kind ?? .commercial).years }
    guard period.days == 0, period.months % 12 == 0, period.months > 0 else {
      throw Unanswerable("period", found: "not whole years", wanted: "5y")
    }
    return period.months / 12
  }
}
