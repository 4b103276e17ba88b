public import Ledger
public import Quantities

/// A part of a bank line that stands on a document.
public struct StandingPart: Sendable {
  public let line: EntryNumber
  /// The allocation's entry.
  public let number: EntryNumber
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

  /// Whether an import was undone by an entry from one on.
  public func hasUndoneImport(from entry: EntryNumber) throws -> Bool {
    try number("SELECT 1 FROM import_undone_entry WHERE number >= ?1 LIMIT 1", entry.raw) != nil
  }

  /// Whether anything is left of any bank line.
  public func hasOpenLine(_ company: CompanyID) throws -> Bool {
    try number("SELECT 1 FROM open_line WHERE company = ?1 LIMIT 1", company.raw) != nil
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
        SELECT DISTINCT +customer FROM \(table)
        WHERE number >= ?2 AND +company = ?1 AND customer IS NOT NULL
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
      FROM open_item o CROSS JOIN allocation_entry a ON a.document = o.document
        JOIN allocation_entry b ON b.number = a.number + 1
        LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE o.company = ?1 AND o.touched = 1 AND a.company = o.company
        AND a.customer = o.customer AND a.mode = 'setOff' AND b.mode = 'setOff' AND a.amount > 0
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
