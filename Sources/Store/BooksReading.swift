public import Ledger
public import Quantities

/// A document as it stands in the book under its number.
public struct BookedDocument: Hashable, Sendable {
  public let number: EntryNumber
  public let customer: CustomerID
  public let currency: Currency
  public let issue: Day
  /// Positive for an invoice, negative for a credit note.
  public let payable: Money
}

/// A bank line with what tells it from others of the same amount.
public struct BookedLine: Sendable {
  public let number: EntryNumber
  public let account: String
  public let booked: Day
  public let amount: Money
  public let reference: String
  public let part: Int
  public let payer: String
  public let operation: BankLine.Operation
  /// It came with the firm's books, not with a statement.
  public let isFromBooks: Bool
}

/// An allocation that stands.
public struct StandingAllocation: Sendable {
  public let number: EntryNumber
  public let line: EntryNumber?
  public let document: EntryNumber?
  public let customer: CustomerID
  public let amount: Money
  public let mode: Allocation.Mode
  public let score: Int

  /// Decided by the program from what the bank says: neither by a person nor by the books.
  public var isDeduced: Bool { mode == .applied && score < 1000 }
}

extension BookReader {
  /// The document that bears a number; nil when there is none of its kind.
  public func booked(
    reference: String, isCredit: Bool, in company: CompanyID = .first
  ) throws -> BookedDocument? {
    let row = try connection.prepare(
      """
      SELECT number, customer, currency, happened, payable FROM document_entry
      WHERE company = ?1 AND kind = ?2 AND reference = ?3
        AND coalesce(import, 0) NOT IN \(BookReader.undoneImports)
      """)
    row.bind(1, company.raw)
    row.bind(2, isCredit ? 2 : 1)
    row.bind(3, reference)
    defer { row.reset() }
    guard try row.step() else { return nil }
    return BookedDocument(
      number: EntryNumber(row.int(0)), customer: CustomerID(row.int(1)),
      currency: Currency(row.text(2)) ?? .eur, issue: Day(number: Int32(row.int(3))),
      payable: Money(cents: row.int(4)))
  }

  /// The bank lines in euros that nobody set aside, in the order of their entries.
  ///
  /// With `after`, only those entered after it.
  public func forEachLine(
    _ company: CompanyID, after entry: EntryNumber = EntryNumber(0),
    _ body: (BookedLine) throws -> Void
  ) throws {
    let aside = Set(try linesSetAside(company).map(\.fact.line))
    try rows(
      """
      SELECT b.number, b.account, b.happened, b.amount, b.reference, b.part, b.payer, b.operation,
        CASE WHEN i.format = 'fec' THEN 1 ELSE 0 END
      FROM bank_line_entry b LEFT JOIN import i ON i.number = b.import
      WHERE b.company = ?1 AND b.number > ?2 AND b.currency = 'EUR'
        AND coalesce(b.import, 0) NOT IN \(BookReader.undoneImports) ORDER BY b.number
      """, [company.raw, entry.raw]
    ) { row in
      let line = BookedLine(
        number: EntryNumber(row.int(0)), account: row.text(1),
        booked: Day(number: Int32(row.int(2))), amount: Money(cents: row.int(3)),
        reference: row.text(4), part: Int(row.int(5)), payer: row.text(6),
        operation: BankLine.Operation(rawValue: row.text(7)) ?? .other,
        isFromBooks: row.int(8) == 1)
      if !aside.contains(line.number) { try body(line) }
    }
  }

  /// The lines that came with the firm's books and stand for no line of a statement yet.
  public func linesOfBooks(
    _ company: CompanyID, until entry: EntryNumber
  ) throws -> [(number: EntryNumber, line: BankLine)] {
    let aside = try linesSetAside(company)
    let paired = Set(aside.compactMap(\.fact.twin) + aside.map(\.fact.line))
    var lines: [(EntryNumber, BankLine)] = []
    try rows(
      """
      SELECT b.number, \(BookReader.lineColumns)
      FROM bank_line_entry b JOIN import i ON i.number = b.import
      WHERE b.company = ?1 AND b.number <= ?2 AND i.format = 'fec'
        AND i.number NOT IN \(BookReader.undoneImports) ORDER BY b.number
      """, [company.raw, entry.raw]
    ) { row in
      let number = EntryNumber(row.int(0))
      if !paired.contains(number) { lines.append((number, bankLine(row, from: 1))) }
    }
    return lines
  }

  /// Whether any line came with the firm's books.
  public func hasBooks(_ company: CompanyID) throws -> Bool {
    try number(
      """
      SELECT 1 FROM import WHERE company = ?1 AND format = 'fec'
        AND number NOT IN \(BookReader.undoneImports) LIMIT 1
      """, company.raw) != nil
  }

  /// The lines that stand aside, each with the entry that says why.
  public func linesSetAside(
    _ company: CompanyID
  ) throws -> [(number: EntryNumber, fact: SetAside)] {
    var lines: [(EntryNumber, SetAside)] = []
    try rows(
      """
      SELECT a.number, a.line, a.documents, a.words FROM incident_entry a
      LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE a.company = ?1 AND a.kind = 'setAside' AND r.number IS NULL
      """, [company.raw]
    ) { row in
      let aside = SetAside(
        line: EntryNumber(row.int(1)), reason: row.text(3),
        twin: Int64(row.text(2)).map(EntryNumber.init))
      lines.append((EntryNumber(row.int(0)), aside))
    }
    return lines
  }

  /// The allocations that stand: those of bank lines, then set-offs, each in their order.
  public func forEachStandingAllocation(
    _ company: CompanyID, _ body: (StandingAllocation) throws -> Void
  ) throws {
    try rows(
      """
      SELECT a.number, a.line, a.document, a.customer, a.amount, a.mode, a.score
      FROM allocation_entry a LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE a.company = ?1 AND r.number IS NULL ORDER BY a.number
      """, [company.raw]
    ) { try body(StandingAllocation($0)) }
  }

  /// The allocations on a document that stand, oldest first.
  public func standingAllocations(on document: EntryNumber) throws -> [StandingAllocation] {
    try allocationsStanding("a.document = ?1", document.raw)
  }

  func allocationsStanding(_ condition: String, _ value: Int64) throws -> [StandingAllocation] {
    var found: [StandingAllocation] = []
    try rows(
      """
      SELECT a.number, a.line, a.document, a.customer, a.amount, a.mode, a.score
      FROM allocation_entry a LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE \(condition) AND r.number IS NULL ORDER BY a.number
      """, [value]
    ) { found.append(StandingAllocation($0)) }
    return found
  }

  /// Whether the book held a document of a customer before a day and before an entry.
  public func hasDocuments(
    of customer: CustomerID, issuedBefore day: Day, enteredBefore entry: EntryNumber,
    in company: CompanyID = .first
  ) throws -> Bool {
    try number(
      """
      SELECT 1 FROM document_entry
      WHERE company = ?1 AND customer = ?2 AND happened < ?3 AND number < ?4
        AND coalesce(import, 0) NOT IN \(BookReader.undoneImports) LIMIT 1
      """, company.raw, customer.raw, Int64(day.number), entry.raw) != nil
  }

  /// What a customer owed in euros at the end of a day, money on the account taken off.
  public func balance(
    of customer: CustomerID, on day: Day, in company: CompanyID = .first
  ) throws -> Money {
    let cents = try number(
      """
      SELECT (SELECT coalesce(sum(payable), 0) FROM document_entry
          WHERE company = ?1 AND customer = ?2 AND currency = 'EUR' AND happened <= ?3
          AND coalesce(import, 0) NOT IN \(BookReader.undoneImports))
        - (SELECT coalesce(sum(a.amount), 0) FROM document_entry d
          JOIN allocation_entry a ON a.document = d.number AND a.line IS NOT NULL
          LEFT JOIN reversal_entry r ON r.target = a.number
          WHERE d.company = ?1 AND d.customer = ?2 AND d.currency = 'EUR' AND a.happened <= ?3
            AND r.number IS NULL)
        - (SELECT coalesce(sum(a.amount), 0) FROM allocation_entry a
          LEFT JOIN reversal_entry r ON r.target = a.number
          WHERE a.company = ?1 AND a.customer = ?2 AND a.document IS NULL AND a.currency = 'EUR'
            AND a.happened <= ?3 AND r.number IS NULL)
      """, company.raw, customer.raw, Int64(day.number))
    return Money(cents: cents ?? 0)
  }
}

extension StandingAllocation {
  fileprivate init(_ row: SQLiteStatement) {
    self.init(
      number: EntryNumber(row.int(0)), line: row.intOrNil(1).map(EntryNumber.init),
      document: row.intOrNil(2).map(EntryNumber.init), customer: CustomerID(row.int(3)),
      amount: Money(cents: row.int(4)),
      mode: Allocation.Mode(rawValue: row.text(5)) ?? .applied, score: Int(row.int(6)))
  }
}
