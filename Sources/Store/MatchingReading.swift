public import Ledger
public import Quantities

extension BookReader {
  static let lineColumns = """
    b.account, b.currency, b.happened, b.value_day, b.amount, b.payer, b.payer_iban, b.words,
    b.end_to_end, b.reference, b.part, b.operation, b.return_reason, b.batch_total
    """

  func bankLine(_ row: SQLiteStatement, from first: Int32) -> BankLine {
    BankLine(
      account: row.text(first), currency: Currency(row.text(first + 1)) ?? .eur,
      booked: Day(number: Int32(row.int(first + 2))),
      value: row.intOrNil(first + 3).map { Day(number: Int32($0)) },
      amount: Money(cents: row.int(first + 4)), payer: row.text(first + 5),
      payerIBAN: row.text(first + 6), text: row.text(first + 7), endToEnd: row.text(first + 8),
      reference: row.text(first + 9), part: Int(row.int(first + 10)),
      operation: BankLine.Operation(rawValue: row.text(first + 11)) ?? .other,
      returnReason: row.text(first + 12),
      batchTotal: row.intOrNil(first + 13).map { Money(cents: $0) })
  }

  /// A bank line by its entry; nil when there is none, or when its import was undone.
  public func bankLine(_ number: EntryNumber) throws -> BankLine? {
    var found: BankLine?
    try rows(
      """
      SELECT \(BookReader.lineColumns) FROM bank_line_entry b
      WHERE b.number = ?1 AND coalesce(b.import, 0) NOT IN \(BookReader.undoneImports)
      """, [number.raw]
    ) { found = bankLine($0, from: 0) }
    return found
  }

  /// What is left of a bank line, to the cent.
  public func open(ofLine line: EntryNumber, in company: CompanyID = .first) throws -> Money {
    Money(
      cents: try number(
        "SELECT open FROM open_line WHERE company = ?1 AND line = ?2", company.raw, line.raw) ?? 0)
  }

  /// What is left of a document, to the cent; signed as the document.
  public func open(ofDocument document: EntryNumber, in company: CompanyID = .first) throws -> Money
  {
    Money(
      cents: try number(
        """
        SELECT o.open FROM document_entry d JOIN open_item o
          ON o.company = d.company AND o.customer = d.customer AND o.document = d.number
        WHERE d.company = ?1 AND d.number = ?2
        """, company.raw, document.raw) ?? 0)
  }

  /// The documents of which just this much is left, newest entries first.
  public func documents(
    leaving open: Money, in company: CompanyID = .first, limit: Int
  ) throws -> [EntryNumber] {
    var found: [EntryNumber] = []
    try rows(
      """
      SELECT document FROM open_item WHERE company = ?1 AND open = ?2
      ORDER BY document DESC LIMIT ?3
      """, [company.raw, open.cents, Int64(limit)]
    ) { found.append(EntryNumber($0.int(0))) }
    return found
  }

  /// How many documents are not settled.
  public func openDocumentCount(_ company: CompanyID) throws -> Int {
    Int(try number("SELECT count(*) FROM open_item WHERE company = ?1", company.raw) ?? 0)
  }

  /// The credit notes that are not used up, with whose they are.
  public func forEachOpenCreditNote(
    _ company: CompanyID,
    _ body: (CreditNote, EntryNumber, CustomerID, Currency) throws -> Void
  ) throws {
    try rows(
      """
      SELECT d.customer, d.currency, \(BookReader.documentColumns)
      FROM document_entry d JOIN open_item o
        ON o.company = d.company AND o.customer = d.customer AND o.document = d.number
      WHERE d.company = ?1 AND d.kind = 2 ORDER BY d.number
      """, [company.raw]
    ) { row in
      let item = try item(row, from: 2)
      guard case .creditNote(let credit) = item.kind else { return }
      try body(credit, item.id, CustomerID(row.int(0)), Currency(row.text(1)) ?? .eur)
    }
  }

  /// The lines of which something is left, in the order they were booked; sorted as above.
  public func forEachOpenLine(
    _ company: CompanyID, _ body: (EntryNumber, BankLine, _ open: Money) throws -> Void
  ) throws {
    try rows(
      """
      SELECT o.line, o.open, \(BookReader.lineColumns)
      FROM (
          SELECT line, open FROM open_line WHERE company = ?1 ORDER BY booked, line LIMIT -1) o
        CROSS JOIN bank_line_entry b ON b.number = o.line
      """, [company.raw]
    ) { row in
      try body(EntryNumber(row.int(0)), bankLine(row, from: 2), Money(cents: row.int(1)))
    }
  }
}

extension BookReader {
  /// The lines for which more is proposed on a document than is left of it, with the customer: of
  /// one customer, or of some lines.
  public func staleProposals(
    of customer: CustomerID? = nil, in company: CompanyID = .first
  ) throws -> [CustomerID: Set<EntryNumber>] {
    try staleProposals(customer.map { ("customer", [$0.raw]) }, company)
  }

  public func staleProposals(
    for lines: Set<EntryNumber>, in company: CompanyID = .first
  ) throws -> [CustomerID: Set<EntryNumber>] {
    try staleProposals(("line", lines.map(\.raw)), company)
  }

  private func staleProposals(
    _ some: (column: String, values: [Int64])?, _ company: CompanyID
  ) throws -> [CustomerID: Set<EntryNumber>] {
    var found: [CustomerID: Set<EntryNumber>] = [:]
    let sql = """
      SELECT p.customer, p.line FROM proposal p
        LEFT JOIN document_entry d ON d.number = p.document
        LEFT JOIN open_item o
        ON o.company = p.company AND o.customer = d.customer AND o.document = p.document
      WHERE p.company = ?1 AND p.document IS NOT NULL AND (o.open IS NULL
        OR (o.open < 0) <> (p.amount < 0) OR abs(o.open) < abs(p.amount))
        \(some.map { "AND p.\($0.column) = ?2" } ?? "")
      """
    for value in some?.values.map(Optional.some) ?? [nil] {
      try rows(sql, [company.raw] + (value.map { [$0] } ?? [])) {
        found[CustomerID($0.int(0)), default: []].insert(EntryNumber($0.int(1)))
      }
    }
    return found
  }

  /// The lines that wait and were paid from the same account, or under the same name where the bank
  /// gives none.
  public func openLines(
    paidLike line: BankLine, in company: CompanyID = .first
  ) throws -> [EntryNumber] {
    let isByAccount = !line.payerIBAN.isEmpty
    let row = try connection.prepare(
      """
      SELECT o.line FROM open_line o JOIN bank_line_entry b ON b.number = o.line
      WHERE o.company = ?1 AND b.currency = ?2
        AND \(isByAccount ? "b.payer_iban = ?3" : "b.payer_iban IS NULL AND b.payer = ?3")
      ORDER BY o.line
      """)
    defer { row.reset() }
    row.bind(1, company.raw)
    row.bind(2, line.currency.code)
    row.bind(3, isByAccount ? line.payerIBAN : line.payer)
    var found: [EntryNumber] = []
    while try row.step() { found.append(EntryNumber(row.int(0))) }
    return found
  }
}

extension BookReader {
  /// The allocations of bank lines on documents that stand, then what is proposed.
  public func forEachAllocation(
    _ company: CompanyID,
    _ body: (_ reference: String, _ document: String, Money, _ mode: String) throws -> Void
  ) throws {
    try rows(
      """
      SELECT b.reference, d.reference, a.amount, a.mode
      FROM allocation_entry a JOIN bank_line_entry b ON b.number = a.line
        JOIN document_entry d ON d.number = a.document
        LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE a.company = ?1 AND r.number IS NULL ORDER BY a.number
      """, [company.raw]
    ) { try body($0.text(0), $0.text(1), Money(cents: $0.int(2)), $0.text(3)) }
    try rows(
      """
      SELECT b.reference, d.reference, p.amount FROM proposal p
        JOIN bank_line_entry b ON b.number = p.line JOIN document_entry d ON d.number = p.document
      WHERE p.company = ?1 ORDER BY p.line, p.position
      """, [company.raw]
    ) { try body($0.text(0), $0.text(1), Money(cents: $0.int(2)), "proposed") }
  }
}
