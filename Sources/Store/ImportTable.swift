public import Ledger
public import Quantities

/// One file taken in, with what became of its records.
public struct ImportRecord: Hashable, Sendable {
  public let number: Int64
  public let learned: Day
  public let file: String
  public let bytes: Int
  public let format: String
  public let accepted: Int
  public let known: Int
  public let rejected: Int
  /// The day it was undone as a whole.
  public let undone: Day?
}

/// A record that the book did not take, kept so that a person can mend it.
public struct StoredRejection: Hashable, Sendable {
  public let place: String
  public let field: String
  public let found: String
  public let wanted: String
  public let message: String
  public let raw: String

  public init(
    place: String, field: String, found: String, wanted: String, message: String, raw: String
  ) {
    self.place = place
    self.field = field
    self.found = found
    self.wanted = wanted
    self.message = message
    self.raw = raw
  }
}

extension BookWriter {
  /// Notes a file. Nil when a file of the same content was taken in before.
  public func beginImport(
    file: String, bytes: Int, digest: String, format: String
  ) throws -> Int64? {
    let number = (try reader.number("SELECT max(number) FROM import") ?? 0) + 1
    let row = try connection.prepare(
      """
      INSERT INTO import (number, company, learned, file, bytes, digest, format, accepted, known,
        rejected, first_entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 0, 0, ?8) ON CONFLICT (company, digest) DO NOTHING
      """)
    row.bind(1, number)
    row.bind(2, company.raw)
    row.bind(3, Int64(learned.number))
    row.bind(4, file)
    row.bind(5, Int64(bytes))
    row.bind(6, digest)
    row.bind(7, format)
    row.bind(8, nextNumber.raw)
    try row.run()
    guard connection.changes == 1 else { return nil }
    source = number
    return number
  }

  /// Closes the import that was begun with its counts.
  public func endImport(_ number: Int64, accepted: Int, known: Int, rejected: Int) throws {
    let row = try connection.prepare(
      """
      UPDATE import SET accepted = ?2, known = ?3, rejected = ?4, last_entry = ?5
      WHERE number = ?1
      """)
    row.bind(1, number)
    row.bind(2, Int64(accepted))
    row.bind(3, Int64(known))
    row.bind(4, Int64(rejected))
    row.bind(5, nextNumber.raw - 1)
    try row.run()
    source = nil
  }

  public func add(_ rejection: StoredRejection, at position: Int, of number: Int64) throws {
    let row = try connection.prepare(
      """
      INSERT INTO rejection (import, position, place, field, found, wanted, message, raw)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """)
    row.bind(1, number)
    row.bind(2, Int64(position))
    let texts = [
      rejection.place, rejection.field, rejection.found, rejection.wanted, rejection.message,
      rejection.raw,
    ]
    for (place, text) in texts.enumerated() { row.bind(Int32(place + 3), text) }
    try row.run()
  }
}

extension BookReader {
  /// The import that took in a file of this content; nil when none did.
  public func importNumber(digest: String, in company: CompanyID = .first) throws -> Int64? {
    let row = try connection.prepare("SELECT number FROM import WHERE company = ?1 AND digest = ?2")
    row.bind(1, company.raw)
    row.bind(2, digest)
    defer { row.reset() }
    return try row.step() ? row.int(0) : nil
  }

  /// The files taken in, newest first.
  public func imports(_ company: CompanyID, limit: Int) throws -> [ImportRecord] {
    try imports(
      company, condition: "number > (SELECT max(number) FROM import) - ?2", [Int64(limit)])
  }

  func imports(
    _ company: CompanyID, condition: String, _ values: [Int64]
  ) throws -> [ImportRecord] {
    var imports: [ImportRecord] = []
    try rows(
      """
      SELECT number, learned, file, bytes, format, accepted, known, rejected,
        (SELECT u.happened FROM import_undone_entry u WHERE u.import = i.number)
      FROM import i WHERE company = ?1 AND \(condition) ORDER BY number DESC
      """, [company.raw] + values
    ) { row in
      imports.append(
        ImportRecord(
          number: row.int(0), learned: Day(number: Int32(row.int(1))), file: row.text(2),
          bytes: Int(row.int(3)), format: row.text(4), accepted: Int(row.int(5)),
          known: Int(row.int(6)), rejected: Int(row.int(7)),
          undone: row.intOrNil(8).map { Day(number: Int32($0)) }))
    }
    return imports
  }

  /// The rejections of a file, in its order.
  public func rejections(of number: Int64) throws -> [StoredRejection] {
    var rejections: [StoredRejection] = []
    try rows(
      """
      SELECT place, field, found, wanted, message, raw FROM rejection
      WHERE import = ?1 ORDER BY position
      """, [number]
    ) { row in
      rejections.append(
        StoredRejection(
          place: row.text(0), field: row.text(1), found: row.text(2), wanted: row.text(3),
          message: row.text(4), raw: row.text(5)))
    }
    return rejections
  }
}

extension BookWriter {
  /// Lets a file come again: some of its records were not taken.
  public func reopen(_ number: Int64, digest: String) throws {
    let row = try connection.prepare("UPDATE import SET digest = ?2 WHERE number = ?1")
    row.bind(1, number)
    row.bind(2, digest + "#" + String(number))
    try row.run()
  }
}
