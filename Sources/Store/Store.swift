import CMigrations
public import Ledger
public import Quantities
import Synchronization

/// An open book: one SQLite file, one writer at a time, any number of readers beside it.
public final class Store: Sendable {
  public let path: String
  /// The files that rest beside the book.
  public let archive: Archive
  private let writer: Mutex<Lent>
  private let readers = Mutex<[Lent]>([])

  /// Opens the book, making it when `creates` is true and there is none, and brings it up to date.
  public init(path: String, creates: Bool) throws {
    self.path = path
    archive = Archive(beside: path)
    let connection = try Store.connect(path: path, creates: creates)
    writer = Mutex(Lent(connection: connection))
  }

  // A connection that only reads cannot move what was written beside the book into it: the writer
  // is closed last. Where no other program has the book open, the book is then one file again.
  deinit { readers.withLock { $0.removeAll() } }

  private static func connect(path: String, creates: Bool) throws -> SQLite {
    let connection = try SQLite(path: path, isReadOnly: false, creates: creates)
    try Migration.bringUpToDate(connection, creates: creates)
    return connection
  }

  /// Reads the book as it stands at one moment, while others may write.
  public func read<Result>(_ body: (BookReader) throws -> Result) throws -> Result {
    let idle = readers.withLock { $0.popLast() }
    let lent = try idle ?? Lent(connection: SQLite(path: path, isReadOnly: true))
    try lent.connection.execute("BEGIN")
    defer {
      try? lent.connection.execute("ROLLBACK")
      readers.withLock { $0.append(lent) }
    }
    return try body(BookReader(lent.connection))
  }

  /// Changes the book in one transaction: all of what the body appends, or nothing.
  /// With `isDurable` it outlives a power cut, not only the end of the program: what must be known
  /// before something leaves the house.
  @discardableResult
  public func write<Result: Sendable>(
    learned: Day, for company: CompanyID = .first, isDurable: Bool = false,
    _ body: (BookWriter) throws -> Result
  ) throws -> Result {
    try writer.withLock { lent in
      if isDurable { try lent.connection.execute("PRAGMA synchronous = FULL") }
      defer { if isDurable { try? lent.connection.execute("PRAGMA synchronous = NORMAL") } }
      return try lent.connection.transaction {
        let pen = try BookWriter(lent.connection, company: company, learned: learned)
        let result = try body(pen)
        try pen.finish()
        return result
      }
    }
  }

  /// Moves what was written into the book's main file, so that reading needs no detour. Done after
  /// large changes; does nothing while somebody reads an older state.
  public func settle() throws {
    try writer.withLock { try $0.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)") }
  }

  /// A consistent copy of the book into a new file, while others use it.
  public func backup(to target: String) throws {
    try writer.withLock { try $0.connection.backup(to: target) }
  }

  /// A connection handed from one thread to another: it is used by one of them at a time.
  private struct Lent: @unchecked Sendable { let connection: SQLite }
}

/// The numbered SQL files, applied in order, each in its own transaction.
enum Migration {
  static let applicationID = 0x454E_4341  // "ENCA"

  static func bringUpToDate(_ connection: SQLite, creates: Bool) throws {
    let version = try check(connection, creates: creates)
    // Only now is the file known to be ours: a foreign one is left as it was.
    try connection.execute("PRAGMA journal_mode = WAL")
    var next = version
    defer { if version > 0, next > version { shrink(connection) } }
    while let sql = text(next) {
      try connection.transaction {
        // Another process may have done it while we waited for the lock.
        guard try number(connection, "PRAGMA user_version") == next else { return }
        try connection.execute(inSQLite(sql))
        if next == 0 { try connection.execute("PRAGMA application_id = \(applicationID)") }
        try connection.execute("PRAGMA user_version = \(next + 1)")
      }
      next += 1
    }
  }

  /// Gives the room back to the disk where bringing a book up to date left much of it empty. A book
  /// for whose copy there is no room works all the same.
  private static func shrink(_ connection: SQLite) {
    guard let empty = try? number(connection, "PRAGMA freelist_count"),
      let all = try? number(connection, "PRAGMA page_count"), empty * 4 > all
    else { return }
    // The copy is as large as the book: not in memory.
    try? connection.execute("PRAGMA temp_store = FILE")
    try? connection.execute("VACUUM")
    try? connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    try? connection.execute("PRAGMA temp_store = MEMORY")
  }

  /// The schema's version of a file that is a book, or may become one.
  private static func check(_ connection: SQLite, creates: Bool) throws -> Int {
    // One reading: another process may be making the book at this moment.
    try connection.execute("BEGIN")
    defer { try? connection.execute("ROLLBACK") }
    let application = try number(connection, "PRAGMA application_id")
    let tables = try number(connection, "SELECT count(*) FROM sqlite_schema")
    guard application == applicationID || (tables == 0 && application == 0 && creates) else {
      throw StoreFailure.notABook(path: connection.path)
    }
    let version = try number(connection, "PRAGMA user_version")
    if version > latest { throw StoreFailure.tooNew(path: connection.path, version: version) }
    return version
  }

  /// How many migrations there are.
  private static let latest: Int = {
    var count = 0
    while text(count) != nil { count += 1 }
    return count
  }()

  /// The SQL of a migration, from 0; nil past the last.
  static func text(_ index: Int) -> String? {
    var length = 0
    guard let start = migration_text(Int32(index), &length) else { return nil }
    return String(
      decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }

  /// The portable SQL as SQLite wants it: its own words uncovered, BIGINT as INTEGER, BYTEA as
  /// BLOB.
  static func inSQLite(_ sql: String) -> String {
    var result = ""
    var rest = Substring(sql)
    while let mark = rest.firstRange(of: "/*sqlite:"), let end = rest.firstRange(of: "*/") {
      result += rest[..<mark.lowerBound] + rest[mark.upperBound..<end.lowerBound]
      rest = rest[end.upperBound...]
    }
    return (result + rest).replacing("BIGINT", with: "INTEGER").replacing("BYTEA", with: "BLOB")
  }

  static func number(_ connection: SQLite, _ sql: String) throws -> Int {
    let statement = try connection.prepare(sql)
    defer { statement.reset() }
    return try statement.step() ? Int(statement.int(0)) : 0
  }
}
