public import Ledger
public import Quantities

/// Reads the book as it stood when the reading began.
public struct BookReader {
  let connection: SQLite

  init(_ connection: SQLite) { self.connection = connection }

  /// One number, such as a count or a greatest day; nil for NULL or no row.
  func number(_ sql: String, _ values: Int64...) throws -> Int64? {
    let row = try connection.prepare(sql)
    for (place, value) in values.enumerated() { row.bind(Int32(place + 1), value) }
    defer { row.reset() }
    return try row.step() ? row.intOrNil(0) : nil
  }

  /// Goes through the rows of a query.
  func rows(
    _ sql: String, _ values: [Int64?] = [], _ body: (SQLiteStatement) throws -> Void
  ) throws {
    let row = try connection.prepare(sql)
    defer { row.reset() }
    for (place, value) in values.enumerated() { row.bind(Int32(place + 1), value) }
    while try row.step() { try body(row) }
  }

  /// The number of the newest entry: two readings with the same number see the same book.
  public func newestEntry() throws -> EntryNumber {
    EntryNumber(try number("SELECT value FROM counter WHERE name = 'entry'") ?? 0)
  }

  /// Counts the changes of the book, those without an entry too: settings, proposals, imports.
  public func revision() throws -> Int64 {
    try number("SELECT value FROM counter WHERE name = 'revision'") ?? 0
  }

  /// The last day that our bank data speak of; nil before the first statement.
  ///
  /// With a day, the last such day by then; with another, of what was known on it.
  public func newestBankDay(
    _ company: CompanyID, by day: Day? = nil, knownOn: Day? = nil
  ) throws -> Day? {
    let limit = Int64(day?.number ?? Int32.max)
    let stands = "coalesce(import, 0) NOT IN \(BookReader.undoneImports)"
    guard let known = knownOn.map({ Int64($0.number) }) else {
      let line = try number(
        """
        SELECT max(happened) FROM bank_line_entry
        WHERE company = ?1 AND happened <= ?2 AND \(stands)
        """, company.raw, limit)
      let statement = try number(
        """
        SELECT max(last_day) FROM statement_entry
        WHERE company = ?1 AND last_day <= ?2 AND \(stands)
        """, company.raw, limit)
      return [line, statement].compactMap { $0 }.max().map { Day(number: Int32($0)) }
    }
    let newest = try number(
      """
      SELECT max(d) FROM (
        SELECT max(happened) AS d FROM bank_line_entry
          WHERE company = ?1 AND happened <= ?2 AND learned <= ?3 AND \(stands)
        UNION ALL SELECT max(last_day) FROM statement_entry
          WHERE company = ?1 AND last_day <= ?2 AND learned <= ?3 AND \(stands)) AS days
      """, company.raw, limit, known)
    return newest.map { Day(number: Int32($0)) }
  }

  /// How much of everything the book holds.
  public func counts(_ company: CompanyID) throws -> BookCounts {
    func count(_ table: String, _ condition: String = "1 = 1") throws -> Int {
      Int(
        try number("SELECT count(*) FROM \(table) WHERE company = ?1 AND \(condition)", company.raw)
          ?? 0)
    }
    func undone(_ table: String, _ condition: String = "1 = 1") throws -> Int {
      Int(
        try number(
          """
          SELECT count(*) FROM import_undone_entry u JOIN \(table) t
            ON t.number BETWEEN u.first_entry AND u.last_entry
          WHERE u.company = ?1 AND \(condition)
          """, company.raw) ?? 0)
    }
    func standing(_ table: String, _ condition: String = "1 = 1") throws -> Int {
      try count(table, condition) - undone(table, condition)
    }
    return BookCounts(
      invoices: try standing("document_entry", "kind = 1"),
      creditNotes: try standing("document_entry", "kind = 2"),
      bankLines: try standing("bank_line_entry"), customers: try count("customer"),
      openItems: try count("open_item"),
      openLines: try waitingLineCount(company), imports: try count("import"))
  }

  /// Whether any document and any bank line were ever taken in.
  public func hasDocumentsAndLines(
    _ company: CompanyID
  ) throws -> (documents: Bool, lines: Bool) {
    func has(_ table: String) throws -> Bool {
      try number("SELECT number FROM \(table) WHERE company = ?1 LIMIT 1", company.raw) != nil
    }
    return (try has("document_entry"), try has("bank_line_entry"))
  }

  /// How many allocations were ever booked, those taken back too. Reads them all.
  public func allocationCount(_ company: CompanyID) throws -> Int {
    Int(
      try number("SELECT count(*) FROM allocation_entry WHERE company = ?1", company.raw) ?? 0)
  }

  /// A setting of the firm; nil when it was never set.
  public func setting(_ name: String, of company: CompanyID = .first) throws -> String? {
    let row = try connection.prepare(
      "SELECT value FROM setting WHERE company = ?1 AND name = ?2")
    row.bind(1, company.raw)
    row.bind(2, name)
    defer { row.reset() }
    return try row.step() ? row.text(0) : nil
  }

  public func settings(of company: CompanyID = .first) throws -> [String: String] {
    var settings: [String: String] = [:]
    try rows("SELECT name, value FROM setting WHERE company = ?1", [company.raw]) {
      settings[$0.text(0)] = $0.text(1)
    }
    return settings
  }
}

/// How much of everything a book holds.
public struct BookCounts: Hashable, Sendable {
  public var invoices: Int
  public var creditNotes: Int
  public var bankLines: Int
  public var customers: Int
  public var openItems: Int
  public var openLines: Int
  public var imports: Int
}

extension BookWriter {
  /// Sets a setting of the firm.
  public func set(_ name: String, to value: String) throws {
    let row = try connection.prepare(
      """
      INSERT INTO setting (company, name, value) VALUES (?1, ?2, ?3)
      ON CONFLICT (company, name) DO UPDATE SET value = excluded.value
      """)
    row.bind(1, company.raw)
    row.bind(2, name)
    row.bind(3, value)
    try row.run()
  }
}
