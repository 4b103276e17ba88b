import Ledger
import Quantities

extension BookReader {
  /// Goes through every entry of a company, or of one customer, table by table.
  ///
  /// Within a table entries come in the order of their numbers; the whole is sorted by the caller
  /// where the order across tables matters.
  func forEachEntry(
    of customer: CustomerID?, in company: CompanyID, _ body: (Entry) throws -> Void
  ) throws {
    try forEachDocument(of: customer, in: company, body)
    try forEachAllocation(of: customer, in: company, body)
    try forEachRush(of: customer, in: company, body)
    try forEachMessage(of: customer, in: company, body)
    try forEachReplyEntry(of: customer, in: company, body)
    try forEachCopyEntry(of: customer, in: company, body)
    let whose = customer == nil ? "" : "AND t.customer = ?2"
    let values = [company.raw] + (customer.map { [$0.raw] } ?? [])
    try rows(
      """
      SELECT t.number, t.customer, t.currency, t.happened, t.learned, \(Incident.columns(of: "t"))
      FROM incident_entry t WHERE t.company = ?1 \(whose) ORDER BY t.number
      """, values
    ) { row in
      if let fact = Incident(row, from: 5).fact { try body(entry(row, fact)) }
    }
    try rows(
      """
      SELECT l.number, l.customer, l.currency, l.happened, l.learned, \(LifecycleStatus.columns)
      FROM lifecycle_entry l WHERE l.company = ?1
      \(customer == nil ? "" : "AND l.customer = ?2") ORDER BY l.number
      """, values
    ) { row in try body(entry(row, .lifecycle(LifecycleStatus(row, from: 5)))) }
    try rows(
      """
      SELECT t.number, t.customer, 'EUR', t.happened, t.learned, t.target, t.reason
      FROM reversal_entry t WHERE t.company = ?1 \(whose) ORDER BY t.number
      """, values
    ) { row in
      let reversal = Reversal(of: EntryNumber(row.int(5)), reason: row.text(6))
      try body(entry(row, .reversal(reversal)))
    }
  }

  /// The customers' own entries, then their invoices and credit notes.
  private func forEachDocument(
    of customer: CustomerID?, in company: CompanyID, _ body: (Entry) throws -> Void
  ) throws {
    let whose = customer == nil ? "" : "AND t.customer = ?2"
    let values = [company.raw] + (customer.map { [$0.raw] } ?? [])
    try rows(
      """
      SELECT t.number, t.customer, 'EUR', t.happened, t.learned, \(Customer.columns)
      FROM customer_entry t JOIN customer_entry e ON e.number = t.number
      WHERE t.company = ?1 \(whose) ORDER BY t.number
      """, values
    ) { row in try body(entry(row, .customer(Customer(row, from: 5)))) }
    try rows(
      """
      SELECT d.number, d.customer, d.currency, d.happened, d.learned, \(BookReader.documentColumns)
      FROM document_entry d WHERE d.company = ?1
      \(customer == nil ? "" : "AND d.customer = ?2") ORDER BY d.number
      """, values
    ) { row in
      switch try item(row, from: 5).kind {
      case .invoice(let invoice): try body(entry(row, .invoice(invoice)))
      case .creditNote(let credit): try body(entry(row, .creditNote(credit)))
      }
    }
  }

  private func forEachAllocation(
    of customer: CustomerID?, in company: CompanyID, _ body: (Entry) throws -> Void
  ) throws {
    // A customer's allocations are found by their documents: no index of them is kept for this.
    let whose =
      customer == nil
      ? ""
      : """
      AND t.number IN (
        SELECT a.number FROM document_entry d JOIN allocation_entry a ON a.document = d.number
        WHERE d.company = ?1 AND d.customer = ?2
        UNION ALL SELECT number FROM allocation_entry
        WHERE company = ?1 AND customer = ?2 AND document IS NULL)
      """
    try rows(
      """
      SELECT t.number, t.customer, t.currency, t.happened, t.learned, t.line, t.document, t.amount,
        t.mode, t.score, t.reasons, t.credit_reason
      FROM allocation_entry t WHERE t.company = ?1 \(whose) ORDER BY t.number
      """, [company.raw] + (customer.map { [$0.raw] } ?? [])
    ) { row in try body(entry(row, .allocation(allocation(row, from: 5)))) }
  }

  func entry(_ row: SQLiteStatement, _ fact: Fact) -> Entry {
    Entry(
      number: EntryNumber(row.int(0)), customer: row.intOrNil(1).map(CustomerID.init),
      currency: Currency(row.text(2)) ?? .eur, happened: Day(number: Int32(row.int(3))),
      learned: Day(number: Int32(row.int(4))), fact: fact)
  }

  func allocation(_ row: SQLiteStatement, from first: Int32) -> Allocation {
    Allocation(
      line: row.intOrNil(first).map(EntryNumber.init),
      document: row.intOrNil(first + 1).map(EntryNumber.init),
      amount: Money(cents: row.int(first + 2)),
      mode: Allocation.Mode(rawValue: row.text(first + 3)) ?? .applied,
      score: Int(row.int(first + 4)), reasons: row.text(first + 5),
      creditReason: CreditNote.Reason(rawValue: row.text(first + 6)))
  }
}
