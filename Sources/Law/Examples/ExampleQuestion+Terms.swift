import Quantities

extension ExampleQuestion {
  /// `due_date`: the due date, the day its count starts, or both readings beside 60 days.
  mutating func dueDate() throws(Unanswerable) -> String {
    let dates = try termDates()
    let reading = try inputs.choice(
      "reading", ["a": EndOfMonthReading.daysThenEndOfMonth, "b": .endOfMonthThenDays])
    let asksStart =
      try inputs.choice("ask", ["count_start": true, "due": false])
      ?? title.split { !$0.isLetter }.contains {
        ["start", "starts", "starting", "begin", "begins"].contains($0)
      }
    if try isPublicBuyer() { return try publicDue(dates).iso }
    guard let term = try term() else { return try withoutTerm(dates, reading) }
    guard let formula = ExampleQuestion.settled(term, by: reading) else {
      let due = try term.readings.map { formula throws(Unanswerable) in
        try ExampleQuestion.due(formula, dates).iso
      }
      return "A=\(due[0]);B=\(due[1])"
    }
    if asksStart {
      do throws(MissingDay) {
        return "count_start=\(try DueDate.countStart(formula, from: dates).iso)"
      } catch { throw Unanswerable(error) }
    }
    return try capped(formula, dates)
  }

  private static func settled(
    _ term: TermWording, by reading: EndOfMonthReading?
  ) -> TermFormula? {
    if term.isReadingStated { return term.formula }
    guard let reading, case .daysThenEndOfMonth(let days) = term.formula else { return nil }
    return reading.term(days: days)
  }

  /// No term given: the two readings of 45 days end of month and 60 days; the legal 30 days when
  /// only the receipt is known (R1.1).
  private mutating func withoutTerm(
    _ dates: TermDates, _ reading: EndOfMonthReading?
  ) throws(Unanswerable) -> String {
    guard let issue = dates.issue else { return try ExampleQuestion.due(.none, dates).iso }
    let readings = EndOfMonthDates(days: try inputs.count("days", in: 0...400) ?? 45, issue: issue)
    if let reading { return readings.due(under: reading).iso }
    return "A=\(readings.daysFirst.iso);B=\(readings.monthFirst.iso)"
      + ";net60=\(issue.adding(days: 60).iso)"
  }

  /// The contract's date, cut to the ceiling when the question names a sector (R1.15).
  private mutating func capped(
    _ formula: TermFormula, _ dates: TermDates
  ) throws(Unanswerable) -> String {
    let due = try ExampleQuestion.due(formula, dates)
    let isPeriodic = try inputs.flag("periodic") ?? false
    let allowsEndOfMonth = try inputs.flag("contract_end_of_month") ?? false
    guard let name = try inputs.text("sector") else {
      guard isPeriodic || allowsEndOfMonth else { return due.iso }
      return try ceiling(
        .init(isPeriodic: isPeriodic, allowsEndOfMonth: allowsEndOfMonth), due, dates)
    }
    guard let sector = Sector(rawValue: name.uppercased()) else {
      throw Unanswerable(
        "sector", found: name,
        wanted: Sector.allCases.map(\.rawValue).joined(separator: " | "))
    }
    return try ceiling(
      .init(sector, isPeriodic: isPeriodic, allowsEndOfMonth: allowsEndOfMonth), due, dates)
  }

  private func ceiling(
    _ rule: SectorCeiling, _ due: Day, _ dates: TermDates
  ) throws(Unanswerable) -> String {
    do throws(MissingDay) {
      let ceiling = try rule.latestDay(from: dates)
      return TermCeiling(contractual: due, ceiling: ceiling, source: rule.citation).due.iso
    } catch { throw Unanswerable(error) }
  }

  /// `e_invoicing`: whether a duty binds a firm of this size on a day, or from which day it does.
  mutating func eInvoicing() throws(Unanswerable) -> String {
    let sizes: [String: EInvoicingCalendar.Size] = [
      "large": .large, "ge": .large, "mid": .mid, "midsize": .mid, "mid-size": .mid, "eti": .mid,
      "sme": .sme, "pme": .sme, "micro": .micro, "tpe": .micro, "small": .sme, "medium": .sme,
    ]
    let size = try ExampleInputs.needed(
      try inputs.choice("size", sizes), "size", "large, mid, sme or micro")
    let duties: [String: EInvoicingCalendar.Duty] = [
      "receive": .receive, "receiving": .receive, "reception": .receive, "issue": .issue,
      "issuing": .issue, "emission": .issue, "send": .issue,
    ]
    let duty = try inputs.choice("duty", duties) ?? (asks("receiv", "recept") ? .receive : .issue)
    guard let day = try inputs.day("date") else {
      return "from=\(EInvoicingCalendar.firstDay(of: duty, for: size).iso)"
    }
    return "mandatory=\(EInvoicingCalendar.isMandatory(duty, for: size, on: day))"
  }
}
