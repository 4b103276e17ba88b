public import Ledger
import Quantities

/// How a table was cut and read when it was imported: what it takes to write its records again.
public struct StoredTable: Hashable, Sendable {
  public let delimiter: String
  public let names: [String]
  /// Our account, where lines above a bank's table named it.
  public let account: String
  /// How the columns were found, and which hold what.
  public let source: String
  public let columns: String

  public init(
    names: [String], delimiter: String, account: String, columns: (source: String, text: String)
  ) {
    self.delimiter = delimiter
    self.names = names
    self.account = account
    source = columns.source
    self.columns = columns.text
  }

  static let separator: Character = "\u{1F}"
}

/// A rejection that nobody mended yet.
public struct PendingRejection: Hashable, Sendable {
  /// Its place among the rejections of its import, from 0.
  public let position: Int
  public let rejection: StoredRejection
}

extension BookWriter {
  /// Keeps how a table was read, so that what was not taken of it can be mended.
  public func add(_ table: StoredTable, of number: Int64) throws {
    let row = try connection.prepare(
      """
      INSERT INTO import_table_entry (import, delimiter, header, account, source, columns)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """)
    row.bind(1, number)
    let header = table.names.joined(separator: String(StoredTable.separator))
    let texts = [table.delimiter, header, table.account, table.source, table.columns]
    for (place, text) in texts.enumerated() { row.bind(Int32(place + 2), text) }
    try row.run()
  }

  /// Notes that a rejected record came again with an import; nothing when there is no such record.
  public func answer(_ position: Int, of source: Int64, by number: Int64) throws {
    let row = try connection.prepare(
      """
      INSERT INTO rejection_answer_entry (import, position, answer, company, learned)
      SELECT r.import, r.position, ?3, ?4, ?5 FROM rejection r JOIN import i ON i.number = r.import
      WHERE r.import = ?1 AND r.position = ?2 AND i.company = ?4 AND r.import < ?3
      ON CONFLICT DO NOTHING
      """)
    row.bind(1, source)
    row.bind(2, Int64(position))
    row.bind(3, number)
    row.bind(4, company.raw)
    row.bind(5, Int64(learned.number))
    try row.run()
  }

  /// A file came again with all that was taken of it before: what was rejected then came too.
  public func answerEarlier(of file: String, by number: Int64, known: Int) throws {
    let row = try connection.prepare(
      """
      INSERT INTO rejection_answer_entry (import, position, answer, company, learned)
      SELECT r.import, r.position, ?1, ?2, ?3 FROM rejection r JOIN import i ON i.number = r.import
      WHERE i.company = ?2 AND i.file = ?4 AND i.number < ?1 AND i.accepted + i.known > 0
        AND i.accepted + i.known <= ?5 AND \(BookReader.isPending)
      """)
    row.bind(1, number)
    row.bind(2, company.raw)
    row.bind(3, Int64(learned.number))
    row.bind(4, file)
    row.bind(5, Int64(known))
    try row.run()
  }
}

extension BookReader {
  /// Of `rejection r`: no later import that stands told of the record again.
  static let isPending = """
    r.import NOT IN \(undoneImports) AND NOT EXISTS (SELECT 1 FROM rejection_answer_entry a
      WHERE a.import = r.import AND a.position = r.position AND a.answer NOT IN \(undoneImports))
    """

  /// The rejections of an import that wait to be mended, in the order of the file; only the one at
  /// a position when it is given.
  public func pendingRejections(
    of number: Int64, from first: Int = 0, limit: Int = .max, at position: Int? = nil
  ) throws -> [PendingRejection] {
    var found: [PendingRejection] = []
    try rows(
      """
      SELECT r.position, r.place, r.field, r.found, r.wanted, r.message, r.raw FROM rejection r
      WHERE r.import = ?1 AND \(BookReader.isPending) AND (?4 < 0 OR r.position = ?4)
      ORDER BY r.position LIMIT ?2 OFFSET ?3
      """, [number, Int64(limit), Int64(first), Int64(position ?? -1)]
    ) { row in
      found.append(
        PendingRejection(
          position: Int(row.int(0)),
          rejection: StoredRejection(
            place: row.text(1), field: row.text(2), found: row.text(3), wanted: row.text(4),
            message: row.text(5), raw: row.text(6))))
    }
    return found
  }

  /// How many records of each import wait to be mended, the oldest import first.
  public func pendingRejectionCounts(
    _ company: CompanyID = .first
  ) throws -> [(source: Int64, count: Int)] {
    var found: [(Int64, Int)] = []
    try rows(
      """
      SELECT r.import, count(*) FROM rejection r JOIN import i ON i.number = r.import
      WHERE i.company = ?1 AND \(BookReader.isPending) GROUP BY r.import ORDER BY r.import
      """, [company.raw]
    ) { found.append(($0.int(0), Int($0.int(1)))) }
    return found
  }

  /// How the table of an import was read; nil when it was none, or came before this was kept.
  public func table(of number: Int64) throws -> StoredTable? {
    var found: StoredTable?
    try rows(
      """
      SELECT delimiter, header, account, source, columns FROM import_table_entry WHERE import = ?1
      """, [number]
    ) { row in
      let names = row.text(1).components(by: StoredTable.separator)
      found = StoredTable(
        names: names, delimiter: row.text(0), account: row.text(2),
        columns: (row.text(3), row.text(4)))
    }
    return found
  }
}

extension String {
  /// The parts between separators, empty ones too.
  fileprivate func components(by separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
