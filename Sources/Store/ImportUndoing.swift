public import Ledger
public import Quantities

/// The entries that an import wrote.
public struct ImportTrace: Hashable, Sendable {
  public let source: Int64
  public let first: EntryNumber
  public let last: EntryNumber

  /// Whether an entry came with the import.
  public func holds(_ entry: EntryNumber) -> Bool { first <= entry && entry <= last }
}

/// An entry to be answered by a reversal, with whose it is and the day it is of.
public struct AnsweredEntry: Hashable, Sendable {
  public let number: EntryNumber
  public let customer: CustomerID?
  public let happened: Day
}

extension BookReader {
  /// For the conditions of queries: `coalesce(import, 0) NOT IN (imports that were undone)`.
  static let undoneImports = "(SELECT u.import FROM import_undone_entry u)"

  /// An import by its number; nil when there is none.
  public func importRecord(_ number: Int64) throws -> ImportRecord? {
    try imports(.first, condition: "number = ?2", [number]).first
  }

  /// The entries that an import wrote; nil when it wrote none, or does not say which.
  public func trace(of source: Int64) throws -> ImportTrace? {
    var found: ImportTrace?
    try rows(
      "SELECT first_entry, last_entry FROM import WHERE number = ?1 AND last_entry >= first_entry",
      [source]
    ) {
      found = ImportTrace(
        source: source, first: EntryNumber($0.int(0)), last: EntryNumber($0.int(1)))
    }
    return found
  }

  /// The entries of other tables that stand on an import: allocations on its documents and from its
  /// lines, promises, disputes, statuses, rules; and what it booked of the kind itself.
  public func standingOn(
    _ trace: ImportTrace, in company: CompanyID = .first
  ) throws -> [AnsweredEntry] {
    let ours = "BETWEEN ?2 AND ?3"
    let twin = "CASE WHEN t.kind = 'setAside' THEN CAST(nullif(t.documents, '') AS BIGINT) END"
    let disputes = "(SELECT d.number FROM incident_entry d WHERE d.document \(ours))"
    let conditions = [
      (
        "allocation_entry",
        """
        t.document \(ours) OR t.line \(ours) OR (t.number > ?3 AND t.mode = 'applied'
          AND t.score < 1000 AND NOT EXISTS (SELECT 1 FROM import i
            WHERE t.number BETWEEN i.first_entry AND i.last_entry))
        """
      ),
      (
        "incident_entry",
        """
        t.document \(ours) OR t.line \(ours) OR \(twin) \(ours)
          OR (t.kind = 'resolution' AND t.answers IN \(disputes))
        """
      ),
      ("lifecycle_entry", "t.document \(ours)"), ("copy_entry", "t.document \(ours)"),
      ("rush_entry", "t.document \(ours)"),
      ("payer_rule_entry", "t.line \(ours)"),
    ]
    var found: [AnsweredEntry] = []
    for (table, condition) in conditions {
      try rows(
        """
        SELECT t.number, t.customer, t.happened FROM \(table) t
        LEFT JOIN reversal_entry r ON r.target = t.number
        WHERE t.company = ?1 AND r.number IS NULL AND (t.number \(ours) OR \(condition))
        """, [company.raw, trace.first.raw, trace.last.raw]
      ) { row in
        found.append(
          AnsweredEntry(
            number: EntryNumber(row.int(0)), customer: row.intOrNil(1).map(CustomerID.init),
            happened: Day(number: Int32(row.int(2)))))
      }
    }
    return found
  }

  /// The statuses that other files gave of its documents.
  public func statuses(
    on trace: ImportTrace, in company: CompanyID = .first
  ) throws -> [(status: LifecycleStatus, currency: Currency, happened: Day)] {
    var found: [(LifecycleStatus, Currency, Day)] = []
    try rows(
      """
      SELECT l.currency, l.happened, \(LifecycleStatus.columns) FROM lifecycle_entry l
      LEFT JOIN reversal_entry r ON r.target = l.number
      WHERE l.company = ?1 AND r.number IS NULL AND l.document BETWEEN ?2 AND ?3
        AND l.number NOT BETWEEN ?2 AND ?3 ORDER BY l.number
      """, [company.raw, trace.first.raw, trace.last.raw]
    ) { row in
      found.append(
        (
          LifecycleStatus(row, from: 2), Currency(row.text(0)) ?? .eur,
          Day(number: Int32(row.int(1)))
        ))
    }
    return found
  }

  /// Allocations that a person had made and that an import took back: they stand again without it.
  public func confirmedTakenBack(by trace: ImportTrace) throws -> [(Allocation, AnsweredEntry)] {
    var found: [(Allocation, AnsweredEntry)] = []
    try rows(
      """
      SELECT a.line, a.document, a.amount, a.mode, a.score, a.reasons, a.credit_reason, a.number,
        a.customer, a.happened
      FROM reversal_entry r JOIN allocation_entry a ON a.number = r.target
      WHERE r.number BETWEEN ?1 AND ?2 AND a.number < ?1 AND a.mode = 'confirmed'
      ORDER BY a.number
      """, [trace.first.raw, trace.last.raw]
    ) { row in
      let entry = AnsweredEntry(
        number: EntryNumber(row.int(7)), customer: CustomerID(row.int(8)),
        happened: Day(number: Int32(row.int(9))))
      found.append((allocation(row, from: 0), entry))
    }
    return found
  }

  /// The imports that were undone, with the entry that did it.
  func forEachUndone(_ company: CompanyID, _ body: (Entry) throws -> Void) throws {
    try rows(
      """
      SELECT number, NULL, 'EUR', happened, learned, import, first_entry, last_entry, begun, reason
      FROM import_undone_entry WHERE company = ?1 ORDER BY number
      """, [company.raw]
    ) { row in
      let undone = ImportUndone(
        source: row.int(5), first: EntryNumber(row.int(6)), last: EntryNumber(row.int(7)),
        begun: EntryNumber(row.int(8)), reason: row.text(9))
      try body(entry(row, .importUndone(undone)))
    }
  }
}

extension BookWriter {
  /// False when the import was undone before.
  func insert(_ undone: ImportUndone, under header: Header) throws -> Bool {
    try writeNewBalances()
    let row = try connection.prepare(
      """
      INSERT INTO import_undone_entry (number, company, happened, learned, import, first_entry,
        last_entry, begun, reason)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (import) DO NOTHING
      """)
    let values = [
      header.number, header.company, header.happened, header.learned, undone.source,
      undone.first.raw, undone.last.raw, undone.begun.raw,
    ]
    for (place, value) in values.enumerated() { row.bind(Int32(place + 1), value) }
    row.bind(9, undone.reason)
    try row.run()
    guard connection.changes == 1 else { return false }
    let range = [header.company, undone.first.raw, undone.last.raw]
    for sql in [
      "DELETE FROM open_item WHERE company = ?1 AND document BETWEEN ?2 AND ?3",
      "DELETE FROM open_line WHERE company = ?1 AND line BETWEEN ?2 AND ?3",
      """
      DELETE FROM proposal
      WHERE company = ?1 AND (line BETWEEN ?2 AND ?3 OR document BETWEEN ?2 AND ?3)
      """,
    ] { try run(sql, range) }
    // The same file may come again, and so may those that told of the same records since.
    try run(
      """
      UPDATE import SET digest = digest || '#' || CAST(number AS TEXT)
      WHERE company = ?1 AND digest NOT LIKE '%#%' AND (number = ?2 OR (number > ?2 AND known > 0))
      """, [header.company, undone.source])
    try forgetCustomers(of: undone, company: header.company)
    return true
  }

  private func run(_ sql: String, _ values: [Int64]) throws {
    let row = try connection.prepare(sql)
    for (place, value) in values.enumerated() { row.bind(Int32(place + 1), value) }
    try row.run()
  }

  /// Customers that only the import knew are unknown again; those it told more of are as before.
  private func forgetCustomers(of undone: ImportUndone, company: Int64) throws {
    var told: [Int64] = []
    try reader.rows(
      "SELECT DISTINCT customer FROM customer_entry WHERE number BETWEEN ?1 AND ?2",
      [undone.first.raw, undone.last.raw]
    ) { told.append($0.int(0)) }
    for id in told {
      var before: Customer?
      var entry: Int64 = 0
      try reader.rows(
        """
        SELECT e.number, \(Customer.columns) FROM customer_entry e WHERE e.customer = ?1
          AND coalesce(e.import, 0) NOT IN \(BookReader.undoneImports) ORDER BY e.number
        """, [id]
      ) { row in
        entry = row.int(0)
        before = Customer(row, from: 1)
      }
      if let before {
        try setCurrent(before, entry: entry, company: company)
      } else {
        try run("DELETE FROM customer WHERE id = ?1", [id])
      }
    }
  }
}

extension BookReader {
  /// The customers that an import was the first to name and that others need: their documents, or
  /// what a person said of them, came another way.
  public func customersStillNeeded(
    without trace: ImportTrace, in company: CompanyID = .first
  ) throws -> [Customer] {
    let other = "t.customer = e.customer AND t.number NOT BETWEEN ?2 AND ?3"
    let standing = "NOT EXISTS (SELECT 1 FROM reversal_entry r WHERE r.target = t.number)"
    let live = "coalesce(t.import, 0) NOT IN \(BookReader.undoneImports)"
    var found: [Customer] = []
    try rows(
      """
      SELECT \(Customer.columns) FROM customer c JOIN customer_entry e ON e.number = c.entry
      WHERE c.company = ?1 AND e.number BETWEEN ?2 AND ?3
        AND NOT EXISTS (SELECT 1 FROM customer_entry t WHERE \(other) AND \(live))
        AND (EXISTS (SELECT 1 FROM document_entry t
            WHERE t.company = c.company AND \(other) AND \(live))
          OR EXISTS (SELECT 1 FROM allocation_entry t WHERE \(other) AND \(standing))
          OR EXISTS (SELECT 1 FROM incident_entry t WHERE t.company = c.company
            AND \(other) AND \(standing))
          OR EXISTS (SELECT 1 FROM rush_entry t WHERE t.company = c.company
            AND \(other) AND \(standing))
          OR EXISTS (SELECT 1 FROM message_entry t WHERE t.company = c.company AND \(other))
          OR EXISTS (SELECT 1 FROM received_entry t WHERE t.company = c.company AND \(other))
          OR EXISTS (SELECT 1 FROM reply_entry t WHERE t.company = c.company AND \(other))
          OR EXISTS (SELECT 1 FROM payer_rule_entry t WHERE \(other) AND \(standing)))
      """, [company.raw, trace.first.raw, trace.last.raw]
    ) { found.append(Customer($0)) }
    return found
  }
}
