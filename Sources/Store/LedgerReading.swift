public import Ledger
public import Quantities

extension BookReader {
  /// All that was ever entered about a customer, oldest entry first; what came with an import that
  /// was undone never came.
  public func timeline(
    of customer: CustomerID, in company: CompanyID = .first
  ) throws -> [Entry] {
    var entries: [Entry] = []
    var undone: [ImportUndone] = []
    try forEachUndone(company) { if case .importUndone(let one) = $0.fact { undone.append(one) } }
    func isGone(_ number: EntryNumber) -> Bool { undone.contains { $0.answers(number) } }
    try forEachEntry(of: customer, in: company) { entry in
      if isGone(entry.number) { return }
      if case .reversal(let reversal) = entry.fact, isGone(reversal.of) { return }
      entries.append(entry)
    }
    return entries.sorted { $0.number < $1.number }
  }

  /// An allocation, a promise or any other entry of a customer by its number.
  public func allocation(_ number: EntryNumber) throws -> (Allocation, CustomerID)? {
    var found: (Allocation, CustomerID)?
    try rows(
      """
      SELECT line, document, amount, mode, score, reasons, credit_reason, customer
      FROM allocation_entry WHERE number = ?1
      """, [number.raw]
    ) { found = (allocation($0, from: 0), CustomerID($0.int(7))) }
    return found
  }

  /// The allocations of a line that stand, oldest first.
  public func allocations(ofLine line: EntryNumber) throws -> [(EntryNumber, Allocation)] {
    var found: [(EntryNumber, Allocation)] = []
    try rows(
      """
      SELECT a.number, a.line, a.document, a.amount, a.mode, a.score, a.reasons, a.credit_reason
      FROM allocation_entry a LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE a.line = ?1 AND r.number IS NULL ORDER BY a.number
      """, [line.raw]
    ) { found.append((EntryNumber($0.int(0)), allocation($0, from: 1))) }
    return found
  }

  /// Whose document it is; nil when there is no such document, or when its import was undone.
  public func owner(of document: EntryNumber) throws -> CustomerID? {
    try number(
      """
      SELECT customer FROM document_entry
      WHERE number = ?1 AND coalesce(import, 0) NOT IN \(BookReader.undoneImports)
      """, document.raw
    )
    .map(CustomerID.init)
  }

  /// The document with a number, of the firm's own numbering; invoices before credit notes.
  public func document(numbered reference: String, in company: CompanyID = .first) throws
    -> EntryNumber?
  {
    let row = try connection.prepare(
      """
      SELECT number FROM document_entry WHERE company = ?1 AND kind IN (1, 2) AND reference = ?2
        AND coalesce(import, 0) NOT IN \(BookReader.undoneImports)
      ORDER BY kind
      """)
    row.bind(1, company.raw)
    row.bind(2, reference)
    defer { row.reset() }
    return try row.step() ? EntryNumber(row.int(0)) : nil
  }

  /// Documents whose number begins with a text, for the search box.
  public func documents(
    numberedLike text: String, in company: CompanyID = .first, limit: Int
  ) throws -> [(EntryNumber, String, CustomerID)] {
    let row = try connection.prepare(
      """
      SELECT number, reference, customer FROM document_entry
      WHERE company = ?1 AND kind IN (1, 2) AND reference >= ?2 AND reference < ?3
        AND coalesce(import, 0) NOT IN \(BookReader.undoneImports) LIMIT ?4
      """)
    row.bind(1, company.raw)
    row.bind(2, text)
    row.bind(3, text + "\u{10FFFF}")
    row.bind(4, Int64(limit))
    defer { row.reset() }
    var found: [(EntryNumber, String, CustomerID)] = []
    while try row.step() {
      found.append((EntryNumber(row.int(0)), row.text(1), CustomerID(row.int(2))))
    }
    return found
  }

  /// Every entry of the book in the order of their numbers, in stretches: for the replay.
  func forEachBalanceEntry(_ company: CompanyID, _ body: (Entry) throws -> Void) throws {
    try rows(
      """
      SELECT d.number, d.customer, d.currency, d.happened, d.learned, \(BookReader.documentColumns)
      FROM document_entry d WHERE d.company = ?1 ORDER BY d.number
      """, [company.raw]
    ) { row in
      switch try item(row, from: 5).kind {
      case .invoice(let invoice): try body(entry(row, .invoice(invoice)))
      case .creditNote(let credit): try body(entry(row, .creditNote(credit)))
      }
    }
    try rows(
      """
      SELECT b.number, NULL, b.currency, b.happened, b.learned, \(BookReader.lineColumns)
      FROM bank_line_entry b WHERE b.company = ?1 ORDER BY b.number
      """, [company.raw]
    ) { row in try body(entry(row, .bankLine(bankLine(row, from: 5)))) }
    var changes: [Entry] = []
    try forEachChange(company) { changes.append($0) }
    // What changes balances only ever speaks of earlier entries, so it may come after them all,
    // in its own order.
    changes.sort { $0.number < $1.number }
    for change in changes { try body(change) }
  }

  private func forEachChange(_ company: CompanyID, _ body: (Entry) throws -> Void) throws {
    try rows(
      """
      SELECT t.number, t.customer, t.currency, t.happened, t.learned, t.line, t.document, t.amount,
        t.mode, t.score, '', t.credit_reason
      FROM allocation_entry t WHERE t.company = ?1
      """, [company.raw]
    ) { row in try body(entry(row, .allocation(allocation(row, from: 5)))) }
    try rows(
      """
      SELECT t.number, t.customer, t.currency, t.happened, t.learned, \(Incident.columns(of: "t"))
      FROM incident_entry t WHERE t.company = ?1 AND t.kind IN ('writeOff', 'setAside')
      """, [company.raw]
    ) { row in
      if let fact = Incident(row, from: 5).fact { try body(entry(row, fact)) }
    }
    try rows(
      """
      SELECT t.number, t.customer, 'EUR', t.happened, t.learned, t.target, t.reason
      FROM reversal_entry t WHERE t.company = ?1
      """, [company.raw]
    ) { row in
      try body(
        entry(row, .reversal(Reversal(of: EntryNumber(row.int(5)), reason: row.text(6)))))
    }
    try forEachUndone(company, body)
  }
}

extension BookReader {
  /// The number that a document bears; nil when there is no such document.
  public func number(of document: EntryNumber) throws -> String? {
    var found: String?
    try rows("SELECT reference FROM document_entry WHERE number = ?1", [document.raw]) {
      found = $0.text(0)
    }
    return found
  }

  public func currency(of document: EntryNumber) throws -> Currency? {
    var found: Currency?
    try rows("SELECT currency FROM document_entry WHERE number = ?1", [document.raw]) {
      found = Currency($0.text(0))
    }
    return found
  }

  /// Whose account an allocation, an incident or a status stands on; nil for none.
  public func owner(ofEntry entry: EntryNumber) throws -> CustomerID? {
    try number(
      """
      SELECT customer FROM (SELECT number, customer FROM allocation_entry WHERE number = ?1
        UNION ALL SELECT number, customer FROM rush_entry WHERE number = ?1
        UNION ALL SELECT number, customer FROM payer_rule_entry WHERE number = ?1
        UNION ALL SELECT number, customer FROM incident_entry WHERE number = ?1
        UNION ALL SELECT number, customer FROM lifecycle_entry WHERE number = ?1) AS entries
      """, entry.raw
    ).map(CustomerID.init)
  }

  /// Lines of which something is left: those with a proposal first, the newest entries first.
  public func waitingLines(
    _ company: CompanyID, limit: Int, offset: Int
  ) throws -> [EntryNumber] {
    var lines: [EntryNumber] = []
    try rows(
      """
      SELECT line FROM proposal WHERE company = ?1 AND position = 0
      ORDER BY line DESC LIMIT ?2 OFFSET ?3
      """, [company.raw, Int64(limit), Int64(offset)]
    ) { lines.append(EntryNumber($0.int(0))) }
    if lines.count == limit { return lines }
    let proposed = try number(
      "SELECT count(*) FROM proposal WHERE company = ?1 AND position = 0", company.raw)
    let skipped = max(0, Int64(offset) - (proposed ?? 0))
    try rows(
      """
      SELECT o.line FROM open_line o WHERE o.company = ?1 AND NOT EXISTS
        (SELECT 1 FROM proposal p WHERE p.line = o.line AND p.position = 0)
      ORDER BY o.line DESC LIMIT ?2 OFFSET ?3
      """, [company.raw, Int64(limit - lines.count), skipped]
    ) { lines.append(EntryNumber($0.int(0))) }
    return lines
  }

  /// How many lines wait for a decision: those of which something is left, and those whose money
  /// rests on an account while the program thinks of a document.
  public func waitingLineCount(_ company: CompanyID) throws -> Int {
    Int(
      try number(
        """
        SELECT (SELECT count(*) FROM open_line WHERE company = ?1)
          + (SELECT count(*) FROM proposal p WHERE p.company = ?1 AND p.position = 0
            AND NOT EXISTS (SELECT 1 FROM open_line o WHERE o.company = ?1 AND o.line = p.line))
        """, company.raw) ?? 0)
  }
}
