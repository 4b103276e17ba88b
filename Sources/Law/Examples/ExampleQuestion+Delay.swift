import Quantities

extension ExampleQuestion {
  /// The due date: given, or from the term and the days it counts from.
  mutating func dueIfKnown() throws(Unanswerable) -> Day? {
    if let due = try inputs.day("due") { return due }
    guard inputs.has("term") || inputs.has("received") || inputs.has("issue") else { return nil }
    let dates = try termDates()
    if try isPublicBuyer() { return try publicDue(dates) }
    guard let term = try term() else { return nil }
    guard term.isReadingStated else {
      // The contract is silent: penalties only from the later date (R1.4).
      return try term.readings.map { formula throws(Unanswerable) in
        try ExampleQuestion.due(formula, dates)
      }.max()
    }
    return try ExampleQuestion.due(term.formula, dates)
  }

  /// The last day that bears interest: payment, statement, or the eve of insolvency (R2.2, R8.4).
  mutating func lastDayIfKnown() throws(Unanswerable) -> Day? {
    let ends = [
      try inputs.day("paid"), try inputs.day("statement"), try inputs.day("to"),
      try inputs.day("opening").map { InsolvencyStop.lastDay(opening: $0) },
    ]
    return ends.compactMap { $0 }.min()
  }

  /// The days of lateness, from `first_day` and `last_day`, or from the day after the due date.
  mutating func lateDaysIfKnown() throws(Unanswerable) -> DayRange? {
    let first = try inputs.day("first_day", "from")
    let due = try dueIfKnown()
    guard let start = first ?? due?.nextDay else { return nil }
    if let first, let due, first <= due {
      throw Unanswerable("first_day", found: first.iso, wanted: "a day after the due date")
    }
    let last = try inputs.day("last_day")
    let end = try lastDayIfKnown()
    let count = try inputs.count("days", in: 0...36_500)
    let stop = [last, end, count.map { start.adding(days: $0 - 1) }].compactMap { $0 }.min()
    guard let stop else {
      throw Unanswerable("paid", wanted: "paid, statement, last_day or days, such as 2026-11-23")
    }
    guard start.days(to: stop) <= 36_500 else {
      throw Unanswerable("paid", found: stop.iso, wanted: "a delay of 100 years at most")
    }
    return DayRange(first: start, last: stop)
  }

  mutating func lateDays() throws(Unanswerable) -> DayRange {
    try ExampleInputs.needed(
      try lateDaysIfKnown(), "due", "due and paid, or first_day and last_day")
  }

  /// The days that a term may count from.
  mutating func termDates() throws(Unanswerable) -> TermDates {
    let delivery = try inputs.day("delivery")
    return TermDates(
      issue: try inputs.day("issue", "invoice"), delivery: delivery,
      receipt: try inputs.day("receipt", "performance", "service") ?? delivery)
  }

  /// `term`: the notation, a plain `30d`, or the words of an invoice.
  mutating func term() throws(Unanswerable) -> TermWording? {
    guard let text = try inputs.text("term") else { return nil }
    guard let wording = TermWording(text) else {
      throw Unanswerable(
        "term", found: text,
        wanted: "net(30), daysThenEOM(45), eomThenDays(45), daysThenEOMThe(30,10), decade(30), "
          + "afterDeliveryMonth(30), publicBuyer(30), none, or words such as 45 jours fin de mois")
    }
    return wording
  }

  /// A public buyer's due date: the term from reception, with at most one suspension (R1.20-R1.23).
  mutating func publicDue(_ dates: TermDates) throws(Unanswerable) -> Day {
    let buyer = try inputs.text("buyer").flatMap(PublicBuyerTerm.Buyer.init(rawValue:))
    let length: Int
    switch try term()?.formula {
    case nil: length = (buyer ?? .authority).days
    case .net(let days), .publicBuyer(let days): length = days
    case let other?:
      throw Unanswerable("term", found: other.notation, wanted: "30d, 50d or 60d")
    }
    let start = PublicBuyerTerm.start(
      received: try inputs.day("received"), performed: dates.receipt,
      requested: try inputs.day("requested") ?? dates.issue)
    let suspended = try inputs.ranges("suspended")
    guard suspended.count <= 1 else {
      throw Unanswerable("suspended", found: "twice", wanted: "one suspension at most (R1.23)")
    }
    let first = try ExampleInputs.needed(start, "received", "2026-11-23, the day of reception")
    return PublicBuyerTerm(days: length).due(
      start: first,
      suspension: suspended.first.map { .init(from: $0.first, until: $0.last) })
  }

  static func due(_ formula: TermFormula, _ dates: TermDates) throws(Unanswerable) -> Day {
    do throws(MissingDay) { return try DueDate.day(formula, from: dates) } catch {
      throw Unanswerable(error)
    }
  }
}
