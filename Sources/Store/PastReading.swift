public import Ledger
public import Quantities

/// A part of a bank line that stands on a document.
public struct StandingPart: Sendable {
  public let line: EntryNumber
  public let document: EntryNumber
  public let amount: Money
  /// Decided by the program from what the bank says: neither by a person nor by the books.
  public let isDeduced: Bool
}

/// A credit note that the program set off against a part of an invoice that is still open.
public struct StandingSetOff: Sendable {
  /// The entries of its two halves.
  public let halves: [EntryNumber]
  public let invoice: EntryNumber
  public let creditNote: EntryNumber
  public let customer: CustomerID
  public let amount: Money
}

extension BookReader {
  /// The day of the first waiting line from an entry on; nil when none waits.
  public func firstOpenDay(_ company: CompanyID, from entry: EntryNumber) throws -> Day? {
    try number(
      "SELECT min(booked) FROM open_line WHERE company = ?1 AND line >= ?2", company.raw, entry.raw
    ).map { Day(number: Int32($0)) }
  }

  /// What lines booked since a day were put on, line by line.
  public func forEachStandingPart(
    _ company: CompanyID, bookedSince day: Day, _ body: (StandingPart) throws -> Void
  ) throws {
    try rows(
      """
      SELECT a.line, a.document, a.amount, a.mode = 'applied' AND a.score < 1000
      FROM bank_line_entry b JOIN allocation_entry a ON a.line = b.number
        LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE +b.company = ?1 AND +b.happened >= ?2 AND a.document IS NOT NULL AND r.number IS NULL
      ORDER BY b.number, a.number
      """, [company.raw, Int64(day.number)]
    ) { row in
      try body(
        StandingPart(
          line: EntryNumber(row.int(0)), document: EntryNumber(row.int(1)),
          amount: Money(cents: row.int(2)), isDeduced: row.int(3) == 1))
    }
  }

  /// The bank lines booked since a day, in the order of their numbers.
  public func forEachLine(
    _ company: CompanyID, bookedSince day: Day, _ body: (EntryNumber, BankLine) throws -> Void
  ) throws {
    try rows(
      """
      SELECT b.number, \(BookReader.lineColumns) FROM bank_line_entry b
      WHERE +b.company = ?1 AND +b.happened >= ?2 ORDER BY b.number
      """, [company.raw, Int64(day.number)]
    ) { try body(EntryNumber($0.int(0)), bankLine($0, from: 1)) }
  }

  /// The documents issued since a day that are settled, with whose they are.
  public func forEachSettledDocument(
    _ company: CompanyID, issuedSince day: Day,
    _ body: (AccountItem, CustomerID, Currency) throws -> Void
  ) throws {
    // The plus keeps the index by customer away: the table is read from end to end, in order.
    try rows(
      """
      SELECT d.customer, d.currency, \(BookReader.documentColumns)
      FROM document_entry d LEFT JOIN open_item o
        ON o.company = d.company AND o.customer = d.customer AND o.document = d.number
      WHERE +d.company = ?1 AND d.happened >= ?2 AND o.document IS NULL
        AND coalesce(d.import, 0) NOT IN \(BookReader.undoneImports) ORDER BY d.number
      """, [company.raw, Int64(day.number)]
    ) { row in
      try body(try item(row, from: 2), CustomerID(row.int(0)), Currency(row.text(1)) ?? .eur)
    }
  }

  /// The documents that are not settled and whose number ends with these digits, newest first.
  public func openDocuments(
    endingIn digits: String, in company: CompanyID = .first, limit: Int
  ) throws -> [EntryNumber] {
    guard digits.utf8.count >= 2, digits.utf8.allSatisfy({ $0 &- 48 <= 9 }) else { return [] }
    var found: [EntryNumber] = []
    try rows(
      """
      SELECT o.document FROM open_item o JOIN document_entry d ON d.number = o.document
      WHERE o.company = ?1 AND d.reference LIKE '%\(digits)' ORDER BY o.document DESC LIMIT ?2
      """, [company.raw, Int64(limit)]
    ) { found.append(EntryNumber($0.int(0))) }
    return found
  }

  /// Whether a document was entered from an entry on.
  public func hasDocuments(_ company: CompanyID, enteredFrom entry: EntryNumber) throws -> Bool {
    try number(
      "SELECT 1 FROM document_entry WHERE number >= ?2 AND company = ?1 LIMIT 1", company.raw,
      entry.raw) != nil
  }

  /// The customers of whom anything was entered from an entry on that may change what money pays.
  public func customersTouched(
    _ company: CompanyID, from entry: EntryNumber
  ) throws -> Set<CustomerID> {
    let tables = [
      "customer_entry", "document_entry", "allocation_entry", "reversal_entry", "incident_entry",
      "payer_rule_entry",
    ]
    var found: Set<CustomerID> = []
    for table in tables {
      try rows(
        """
        SELECT DISTINCT customer FROM \(table)
        WHERE number >= ?2 AND company = ?1 AND customer IS NOT NULL
        """, [company.raw, entry.raw]
      ) { found.insert(CustomerID($0.int(0))) }
    }
    return found
  }

  /// The set-offs of the program on invoices that are still open in part.
  public func setOffsOnOpenInvoices(_ company: CompanyID) throws -> [StandingSetOff] {
    var found: [StandingSetOff] = []
    try rows(
      """
      SELECT a.number, b.number, a.document, b.document, a.customer, a.amount
      FROM allocation_entry a JOIN allocation_entry b ON b.number = a.number + 1
        JOIN open_item o
          ON o.company = a.company AND o.customer = a.customer AND o.document = a.document
        LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE a.company = ?1 AND a.mode = 'setOff' AND b.mode = 'setOff' AND a.amount > 0
        AND b.amount = -a.amount AND r.number IS NULL AND a.reasons LIKE 'avoir % sur %'
      ORDER BY a.number
      """, [company.raw]
    ) { row in
      found.append(
        StandingSetOff(
          halves: [EntryNumber(row.int(0)), EntryNumber(row.int(1))],
          invoice: EntryNumber(row.int(2)), creditNote: EntryNumber(row.int(3)),
          customer: CustomerID(row.int(4)), amount: Money(cents: row.int(5))))
    }
    return found
  }
}
