import CSQLite
import Foundation
import Ledger
import Quantities

/// What went wrong in the book's database, in the user's terms.
public enum StoreFailure: Error, Sendable {
  /// Another program is writing to the book.
  case inUse(path: String)
  case full(path: String)
  case cannotOpen(path: String, reason: String)
  /// A file cannot be laid beside the book.
  case cannotKeep(path: String, reason: String)
  case notABook(path: String)
  /// The file was made by a newer version of the program.
  case tooNew(path: String, version: Int)
  case damaged(path: String, reason: String)
  case failed(reason: String, sql: String)
}

/// One connection to one SQLite file. Not shared between threads at the same time.
final class SQLite {
  private let handle: OpaquePointer
  let path: String
  private var statements: [String: SQLiteStatement] = [:]
  /// Terms by their stored text: a book of a million invoices has a handful.
  private var terms: [String: PaymentTerm] = [:]
  /// Currencies by the letters of their codes.
  private var currencies: [UInt32: Currency] = [:]

  init(path: String, isReadOnly: Bool, creates: Bool = false) throws {
    // SQLite takes a file of a few bytes for an empty database and would write over it.
    guard SQLite.mayBeDatabase(path) else { throw StoreFailure.notABook(path: path) }
    var handle: OpaquePointer?
    let flags = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
    let code = sqlite3_open_v2(
      path, &handle, flags | (creates ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      let reason = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(handle)
      throw StoreFailure.cannotOpen(path: path, reason: reason)
    }
    self.handle = handle
    self.path = path
    sqlite3_busy_timeout(handle, 5_000)
    try execute("PRAGMA synchronous = NORMAL")
    try execute("PRAGMA foreign_keys = ON")
    try execute("PRAGMA temp_store = MEMORY")
    try execute("PRAGMA trusted_schema = OFF")
    try execute(isReadOnly ? "PRAGMA cache_size = -32768" : "PRAGMA cache_size = -196608")
    try execute("PRAGMA mmap_size = 4294967296")
  }

  /// Whether a file is long enough for a database's head; true for an empty one and for none.
  ///
  /// The file is never opened beside SQLite: closing any other handle to it would drop the locks of
  /// this whole process (fcntl), and another process could then clear away what is being written.
  private static func mayBeDatabase(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    return status.st_size == 0 || status.st_size >= 512
  }

  deinit {
    for statement in statements.values { statement.finalize() }
    sqlite3_close_v2(handle)
  }

  func execute(_ sql: String) throws {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    if code != SQLITE_OK { throw failure(code, sql) }
  }

  /// The prepared statement for a text, kept for the life of the connection and reset for use.
  func prepare(_ sql: String) throws -> SQLiteStatement {
    if let known = statements[sql], !known.isBusy {
      known.reset()
      return known
    }
    var pointer: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
    guard code == SQLITE_OK, let pointer else { throw failure(code, sql) }
    let statement = SQLiteStatement(pointer, of: self, sql: sql)
    if statements[sql] == nil { statements[sql] = statement } else { statement.isLoose = true }
    return statement
  }

  /// Runs the body in one transaction: all of it or nothing.
  func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// The payment term that a column holds; nil for none.
  func term(_ stored: String) -> PaymentTerm? {
    if stored.isEmpty { return nil }
    if let known = terms[stored] { return known }
    guard let term = PaymentTerm(stored: stored) else { return nil }
    if terms.count < 1_000 { terms[stored] = term }
    return term
  }

  /// The currency of a code as it is stored.
  func currency(_ letters: UInt32, _ stored: () -> String) -> Currency {
    if let known = currencies[letters] { return known }
    let currency = Currency(stored()) ?? .eur
    currencies[letters] = currency
    return currency
  }

  var changes: Int { Int(sqlite3_changes64(handle)) }

  func failure(_ code: Int32, _ sql: String) -> StoreFailure {
    let reason = String(cString: sqlite3_errmsg(handle))
    return switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .inUse(path: path)
    case SQLITE_FULL: .full(path: path)
    case SQLITE_NOTADB: .notABook(path: path)
    case SQLITE_CORRUPT: .damaged(path: path, reason: reason)
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_IOERR:
      .cannotOpen(path: path, reason: reason)
    default: .failed(reason: reason, sql: sql)
    }
  }

  /// Copies the whole book, consistent, into another file while others read and write.
  func backup(to path: String) throws {
    var target: OpaquePointer?
    let opened = sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
    defer { sqlite3_close_v2(target) }
    guard opened == SQLITE_OK, let target,
      let copy = sqlite3_backup_init(target, "main", handle, "main")
    else { throw StoreFailure.cannotOpen(path: path, reason: "backup could not begin") }
    let stepped = sqlite3_backup_step(copy, -1)
    let finished = sqlite3_backup_finish(copy)
    guard stepped == SQLITE_DONE, finished == SQLITE_OK else {
      throw StoreFailure.cannotOpen(path: path, reason: String(cString: sqlite3_errmsg(target)))
    }
  }
}

/// A prepared statement: bind, step, read columns.
final class SQLiteStatement {
  private let pointer: OpaquePointer
  private unowned let owner: SQLite
  private let sql: String
  private(set) var isBusy = false
  /// A second copy of a statement that was busy: it is not kept.
  var isLoose = false

  init(_ pointer: OpaquePointer, of owner: SQLite, sql: String) {
    self.pointer = pointer
    self.owner = owner
    self.sql = sql
  }

  deinit { if isLoose { sqlite3_finalize(pointer) } }

  func finalize() { sqlite3_finalize(pointer) }

  func reset() {
    sqlite3_reset(pointer)
    isBusy = false
  }

  // The copy is taken by SQLite before the call returns.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  func bind(_ place: Int32, _ value: Int64) { sqlite3_bind_int64(pointer, place, value) }
  func bind(_ place: Int32, _ value: Int64?) {
    if let value { bind(place, value) } else { sqlite3_bind_null(pointer, place) }
  }
  func bind(_ place: Int32, _ value: String) {
    var value = value
    value.withUTF8 { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text(
          pointer, place, $0.baseAddress ?? UnsafePointer(bitPattern: 1), Int32($0.count),
          SQLiteStatement.copied)
      }
    }
  }
  /// Binds NULL for the empty text: an absent text costs no room in the row.
  func bindOrNull(_ place: Int32, _ value: String) {
    if value.isEmpty { sqlite3_bind_null(pointer, place) } else { bind(place, value) }
  }

  func bind(_ place: Int32, _ bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes {
      sqlite3_bind_blob64(
        pointer, place, $0.baseAddress ?? UnsafeRawPointer(bitPattern: 1), UInt64($0.count),
        SQLiteStatement.copied)
    }
  }

  /// Advances to the next row; false when there is none.
  func step() throws -> Bool {
    isBusy = true
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      reset()
      return false
    case let code:
      let failure = owner.failure(code, sql)
      reset()
      throw failure
    }
  }

  /// Runs a statement that gives no rows, and makes it ready for the next use.
  func run() throws {
    let code = sqlite3_step(pointer)
    let failure = code == SQLITE_DONE || code == SQLITE_ROW ? nil : owner.failure(code, sql)
    sqlite3_reset(pointer)
    if let failure { throw failure }
  }

  func int(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }
  func intOrNil(_ column: Int32) -> Int64? {
    sqlite3_column_type(pointer, column) == SQLITE_NULL ? nil : int(column)
  }
  /// The bytes of a column; none for NULL.
  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(pointer, column) else { return [] }
    let count = Int(sqlite3_column_bytes(pointer, column))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }
  /// The first four bytes of a text, such as a currency's code, as one number.
  func letters(_ column: Int32) -> UInt32 {
    guard let start = sqlite3_column_text(pointer, column) else { return 0 }
    let count = min(4, Int(sqlite3_column_bytes(pointer, column)))
    return UnsafeBufferPointer(start: start, count: count).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// A number for a text: equal texts have the same one. Nil for NULL.
  func key(_ column: Int32) -> UInt64? {
    guard let start = sqlite3_column_text(pointer, column) else { return nil }
    let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))
    return bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { key, byte in
      let word = (key ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      return word ^ word >> 29
    }
  }

  /// The payment term that a column holds; nil for none.
  func term(_ column: Int32) -> PaymentTerm? { owner.term(text(column)) }

  /// The currency whose code a column holds.
  func currency(_ column: Int32) -> Currency { owner.currency(letters(column)) { text(column) } }

  /// What kind of operation of the bank a column tells.
  func operation(_ column: Int32) -> BankLine.Operation {
    // A movement is a transfer, as a rule: that need not be read as a word.
    if letters(column) == 0x7472_616E { return .transfer }
    return BankLine.Operation(rawValue: text(column)) ?? .other
  }

  /// The text of a column; empty for NULL.
  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(pointer, column) else { return "" }
    let count = Int(sqlite3_column_bytes(pointer, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
