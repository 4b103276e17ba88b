public import Ledger
import Quantities

extension BookWriter {
  /// A version of a plan as it was saved, or which version decides from now on.
  func insertPlan(_ fact: Fact, under header: Header) throws {
    let row = try connection.prepare(
      """
      INSERT INTO plan_entry (number, company, happened, learned, kind, plan, version, text, words)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """)
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, header.happened)
    row.bind(4, header.learned)
    switch fact {
    case .savedPlan(let plan):
      row.bind(5, "saved")
      row.bind(6, plan.key)
      row.bind(7, Int64(plan.version))
      row.bind(8, plan.text)
      row.bind(9, plan.note)
    case .activatedPlan(let plan):
      row.bind(5, "activated")
      row.bind(6, plan.key)
      row.bind(7, plan.version.map(Int64.init))
      row.bind(8, "")
      row.bind(9, plan.note)
    default: preconditionFailure("a fact with a table of its own")
    }
    try row.run()
  }
}

extension BookReader {
  /// What was saved and activated of the plans, oldest entry first, as it stood at a moment.
  public func planEntries(
    in company: CompanyID = .first, at moment: Moment = .now
  ) throws -> [Dated<Fact>] {
    var found: [Dated<Fact>] = []
    try rows(
      """
      SELECT number, happened, learned, kind, plan, version, text, words FROM plan_entry
      WHERE company = ?1 AND happened <= ?2 AND learned <= ?3 ORDER BY number
      """, [company.raw] + moment.limits
    ) { row in
      let version = row.intOrNil(5).map(Int.init)
      let fact: Fact =
        row.text(3) == "saved"
        ? .savedPlan(
          SavedPlan(
            key: row.text(4), version: version ?? 0, text: row.text(6), note: row.text(7)))
        : .activatedPlan(ActivatedPlan(key: row.text(4), version: version, note: row.text(7)))
      found.append(
        Dated(
          number: EntryNumber(row.int(0)), happened: Day(number: Int32(row.int(1))),
          learned: Day(number: Int32(row.int(2))), fact: fact))
    }
    return found
  }
}
