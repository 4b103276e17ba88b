import CSQLite
import Intake
import Ledger
import Quantities

/// Reads a file of any format into drafts, and does nothing with them; the second line is what they
/// add up to, in cents, and the lines that were refused.
func readFile(_ path: String) throws {
  let file = try SourceFile(path: path)
  var total = Money.zero
  var refused = 0
  try measure("read") {
    var count = 0
    try read(file, pdf: .inProcess) { reading in
      refused += reading.rejections.count
      for draft in reading.drafts {
        switch draft {
        case .bankLine(let line): total += line.amount
        case .document(let document):
          let gross = document.gross ?? .zero
          total += document.isCredit ? -gross.magnitude : gross
        case .customer: break
        default: continue
        }
        count += 1
      }
    }
    return count
  }
  print("total \(total.cents) \(refused)")
}

/// The peer of an import: the same rows, already parsed, into one table by one prepared statement.
///
/// The rows are read into memory first and the reading is not counted. The table has the columns
/// of an invoice and the one index that an import cannot do without: its number is unique.
func insertBare(_ csv: String, into path: String) throws {
  let file = try SourceFile(path: csv)
  var documents: [DocumentDraft] = []
  try read(file, pdf: .inProcess) { reading in
    for case .document(let draft) in reading.drafts { documents.append(draft) }
  }
  var database: OpaquePointer?
  guard sqlite3_open(path, &database) == SQLITE_OK else { fatalError("cannot open \(path)") }
  defer { sqlite3_close(database) }
  let schema = """
    PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE invoice (id INTEGER PRIMARY KEY, company INTEGER NOT NULL,
      customer TEXT NOT NULL, currency TEXT NOT NULL, issue INTEGER NOT NULL,
      due INTEGER NOT NULL, kind INTEGER NOT NULL, number TEXT NOT NULL, net INTEGER NOT NULL,
      tax INTEGER NOT NULL, gross INTEGER NOT NULL, purchase_order TEXT) STRICT;
    CREATE UNIQUE INDEX invoice_number ON invoice (company, kind, number);
    BEGIN
    """
  sqlite3_exec(database, schema, nil, nil, nil)
  var row: OpaquePointer?
  sqlite3_prepare_v2(
    database, "INSERT INTO invoice VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)", -1, &row, nil)
  measure("bare-insert") {
    for (place, document) in documents.enumerated() { insert(document, place, row) }
    sqlite3_exec(database, "COMMIT", nil, nil, nil)
    return documents.count
  }
  sqlite3_finalize(row)
}

private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

private func insert(_ document: DocumentDraft, _ place: Int, _ row: OpaquePointer?) {
  sqlite3_bind_int64(row, 1, Int64(place + 1))
  sqlite3_bind_int64(row, 2, 1)
  sqlite3_bind_text(row, 3, document.buyer?.code ?? "", -1, copied)
  sqlite3_bind_text(row, 4, document.currency.code, -1, copied)
  sqlite3_bind_int64(row, 5, Int64(document.issue?.number ?? 0))
  sqlite3_bind_int64(row, 6, Int64(document.dues.first?.day.number ?? 0))
  sqlite3_bind_int64(row, 7, document.isCredit ? 2 : 1)
  sqlite3_bind_text(row, 8, document.number, -1, copied)
  sqlite3_bind_int64(row, 9, document.net?.cents ?? 0)
  sqlite3_bind_int64(row, 10, document.tax?.cents ?? 0)
  sqlite3_bind_int64(row, 11, document.gross?.cents ?? 0)
  sqlite3_bind_text(row, 12, document.order, -1, copied)
  sqlite3_step(row)
  sqlite3_reset(row)
}
