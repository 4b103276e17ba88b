import Ledger
import Quantities

/// The movements of the book that a file may tell of again, in whatever format.
///
/// A movement is known by what it is: account, booking day, amount, and how many equal ones the
/// file has on that day. Its reference decides only within one format, as each has its own.
struct KnownMovements {
  /// Entries from here on came with the file itself.
  let start: Int64
  /// The format of the file; empty for lines that come from none, known by their content alone.
  let format: String
  /// The book has movements from before.
  let hasEarlier: Bool
  /// Our accounts that the book names.
  let accounts: Set<String>
  /// Entries that lines of this file were matched with: each stands for one.
  var matched: Set<Int64> = []
  /// The batch whose details are coming, and whether the book knows it.
  var batch: (total: Money, booked: Day, isKnown: Bool)?

  /// The format of the firm's books (FEC).
  private static let books = "fec"

  /// A movement of the book with the same day and amount.
  struct Candidate {
    let number: Int64
    let account: String
    let fingerprint: Int64
    let hasReference: Bool
    let payerIBAN: String
    let format: String
  }

  /// Whether a movement of the book may be the one that the line tells of.
  func allows(_ candidate: Candidate, for line: BankLine) -> Bool {
    // What the firm's books tell of is paired with the bank's movements by whose money it is.
    guard !format.isEmpty, format != KnownMovements.books, candidate.format != KnownMovements.books,
      isSame(candidate.account, line.account)
    else { return false }
    // Two payers are two payments.
    if !line.payerIBAN.isEmpty, !candidate.payerIBAN.isEmpty,
      line.payerIBAN != candidate.payerIBAN
    {
      return false
    }
    return candidate.format != format || line.reference.isEmpty || !candidate.hasReference
  }

  private func isSame(_ known: String, _ told: String) -> Bool {
    if known == told || AccountNames.areOfOne(known, told) { return true }
    // A file that names no account speaks of the only one there is.
    guard known.isEmpty || told.isEmpty else { return false }
    return accounts.union([told]).subtracting([""]).count <= 1
  }
}

extension BookWriter {
  /// Whether the book knows the movement from an earlier file.
  func isKnown(_ line: BankLine) throws -> Bool {
    if movements == nil { movements = try knownMovements() }
    guard movements?.hasEarlier == true else { return false }
    if line.part > 1, let total = line.batchTotal, let batch = movements?.batch,
      batch.total == total, batch.booked == line.booked
    {
      return batch.isKnown
    }
    let isKnown = try match(line)
    if let total = line.batchTotal { movements?.batch = (total, line.booked, isKnown) }
    return isKnown
  }

  private func knownMovements() throws -> KnownMovements {
    let start = nextNumber.raw
    let earlier = try reader.number(
      """
      SELECT number FROM bank_line_entry WHERE company = ?1 AND number < ?2
        AND coalesce(import, 0) NOT IN \(BookReader.undoneImports) LIMIT 1
      """,
      company.raw, start)
    var format = ""
    var accounts: Set<String> = []
    if let source, earlier != nil {
      try reader.rows("SELECT format FROM import WHERE number = ?1", [source]) {
        format = $0.text(0)
      }
      try reader.rows(
        """
        SELECT DISTINCT account FROM statement_entry
        WHERE company = ?1 AND coalesce(import, 0) NOT IN \(BookReader.undoneImports)
        """, [company.raw]
      ) { accounts.insert($0.text(0)) }
    }
    return KnownMovements(
      start: start, format: format, hasEarlier: earlier != nil, accounts: accounts)
  }

  /// Finds a movement of the book that no line of this file was matched with yet: the one of the
  /// same content first, else one that may be it.
  private func match(_ line: BankLine) throws -> Bool {
    guard let known = movements else { return false }
    let print = Fingerprint(line).signed
    var allowed: Int64?
    let row = try prepared(.equalMovements)
    defer { row.reset() }
    row.bind(1, company.raw)
    row.bind(2, Int64(line.booked.number))
    row.bind(3, (line.batchTotal ?? line.amount).cents)
    row.bind(4, line.currency.code)
    row.bind(5, known.start)
    while try row.step() {
      let candidate = KnownMovements.Candidate(
        number: row.int(0), account: row.text(1), fingerprint: row.int(2),
        hasReference: row.int(3) == 0, payerIBAN: row.text(4), format: row.text(5))
      if known.matched.contains(candidate.number) { continue }
      if candidate.fingerprint == print {
        movements?.matched.insert(candidate.number)
        return true
      }
      if allowed == nil, known.allows(candidate, for: line) { allowed = candidate.number }
    }
    guard let allowed else { return false }
    movements?.matched.insert(allowed)
    return true
  }
}
