public import Ledger
public import Quantities

/// A mention that a booked document lacks or gets wrong, as the check said it on that day.
public struct StoredFinding: Hashable, Sendable {
  /// The lint's number in the law sheet: `INV-07`.
  public var lint = ""
  /// `error` or `warning`.
  public var level = ""
  public var found = ""
  public var foundInEnglish = ""
  public var wanted = ""
  public var wantedInEnglish = ""
  public var remedy = ""
  public var code = ""
  public var article = ""
  public var sheet = ""

  public init() {}

  fileprivate static let columns = """
    lint, level, found, found_english, wanted, wanted_english, remedy, code, article, sheet
    """

  fileprivate static let paths: [any WritableKeyPath<StoredFinding, String> & Sendable] = [
    \.lint, \.level, \.found, \.foundInEnglish, \.wanted, \.wantedInEnglish, \.remedy, \.code,
    \.article, \.sheet,
  ]

  fileprivate init(_ row: SQLiteStatement, from first: Int32) {
    for (place, path) in StoredFinding.paths.enumerated() {
      self[keyPath: path] = row.text(first + Int32(place))
    }
  }
}

/// A document of an import with what was found in it.
public struct FaultyDocument: Hashable, Sendable {
  public let document: EntryNumber
  public let number: String
  public var findings: [StoredFinding]
}

extension BookWriter {
  /// Keeps what was found in a document that was just booked.
  public func add(_ findings: [StoredFinding], to document: EntryNumber) throws {
    let row = try connection.prepare(
      """
      INSERT INTO finding_entry (document, position, company, learned, import,
        \(StoredFinding.columns))
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
      """)
    for (position, finding) in findings.enumerated() {
      row.bind(1, document.raw)
      row.bind(2, Int64(position))
      row.bind(3, company.raw)
      row.bind(4, Int64(learned.number))
      row.bind(5, source)
      for (place, path) in StoredFinding.paths.enumerated() {
        row.bind(Int32(place + 6), finding[keyPath: path])
      }
      try row.run()
    }
  }
}

extension BookReader {
  /// What was found in a document when it was taken in, in the order of the law sheet.
  public func findings(in document: EntryNumber) throws -> [StoredFinding] {
    var findings: [StoredFinding] = []
    try rows(
      "SELECT \(StoredFinding.columns) FROM finding_entry WHERE document = ?1 ORDER BY position",
      [document.raw]
    ) { findings.append(StoredFinding($0, from: 0)) }
    return findings
  }

  /// The documents of an import in which something was found, in the order of the book; at most
  /// `limit` findings.
  public func faultyDocuments(
    of number: Int64, limit: Int, in company: CompanyID = .first
  ) throws -> [FaultyDocument] {
    var documents: [FaultyDocument] = []
    try rows(
      """
      SELECT f.document, d.reference, \(StoredFinding.columns) FROM finding_entry f
      JOIN document_entry d ON d.number = f.document
      WHERE f.company = ?1 AND f.import = ?2
        AND f.import NOT IN \(BookReader.undoneImports) ORDER BY f.document, f.position LIMIT ?3
      """, [company.raw, number, Int64(limit)]
    ) { row in
      let document = EntryNumber(row.int(0))
      if documents.last?.document != document {
        documents.append(FaultyDocument(document: document, number: row.text(1), findings: []))
      }
      documents[documents.count - 1].findings.append(StoredFinding(row, from: 2))
    }
    return documents
  }

  /// How many documents of each import have an error, the newest imports first.
  public func faultyCounts(_ company: CompanyID, limit: Int) throws -> [Int64: Int] {
    var counts: [Int64: Int] = [:]
    try rows(
      """
      SELECT import, count(DISTINCT document) FROM finding_entry
      WHERE company = ?1 AND level = 'error' AND import NOT IN \(BookReader.undoneImports)
        AND import > (SELECT coalesce(max(number), 0) - ?2 FROM import)
      GROUP BY import
      """, [company.raw, Int64(limit)]
    ) { counts[$0.int(0)] = Int($0.int(1)) }
    return counts
  }

  /// The numbers, days and totals of all documents of a kind: what INV-01 looks at.
  public func eachReference(
    _ company: CompanyID, _ body: (String, Day, Money) throws -> Void
  ) throws {
    try rows(
      """
      SELECT reference, happened, gross FROM document_entry
      WHERE company = ?1 AND coalesce(import, 0) NOT IN \(BookReader.undoneImports)
      """, [company.raw]
    ) { row in
      try body(row.text(0), Day(number: Int32(row.int(1))), Money(cents: row.int(2)))
    }
  }

  /// The documents whose numbers come last before a number and begin alike, the last one first.
  public func references(
    before number: String, beginning prefix: String, limit: Int, in company: CompanyID
  ) throws -> [(number: String, issue: Day, gross: Money)] {
    var found: [(String, Day, Money)] = []
    for kind in [1, 2] as [Int64] {
      let row = try connection.prepare(
        """
        SELECT reference, happened, gross FROM document_entry
        WHERE company = ?1 AND kind = ?2 AND reference < ?3 AND reference >= ?4
          AND coalesce(import, 0) NOT IN \(BookReader.undoneImports)
        ORDER BY reference DESC LIMIT ?5
        """)
      row.bind(1, company.raw)
      row.bind(2, kind)
      row.bind(3, number)
      row.bind(4, prefix)
      row.bind(5, Int64(limit))
      defer { row.reset() }
      while try row.step() {
        found.append(
          (row.text(0), Day(number: Int32(row.int(1))), Money(cents: row.int(2))))
      }
    }
    return found
  }
}
