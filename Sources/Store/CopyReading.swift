public import Ledger
import Quantities

extension BookReader {
  /// The copy of a document that counts, the newest that stands; nil when there is none.
  public func copy(
    of document: EntryNumber, at moment: Moment = .now
  ) throws -> Dated<InvoiceCopy>? {
    var found: Dated<InvoiceCopy>?
    try rows(
      """
      SELECT c.number, c.happened, c.learned, \(InvoiceCopy.columns)
      FROM copy_entry c LEFT JOIN reversal_entry r
        ON r.target = c.number AND r.happened <= ?2 AND r.learned <= ?3
      WHERE c.document = ?1 AND r.number IS NULL AND c.happened <= ?2 AND c.learned <= ?3
      ORDER BY c.number DESC LIMIT 1
      """, [document.raw] + moment.limits
    ) { row in
      found = Dated(
        number: EntryNumber(row.int(0)), happened: Day(number: Int32(row.int(1))),
        learned: Day(number: Int32(row.int(2))), fact: InvoiceCopy(row, from: 3))
    }
    return found
  }

  /// The copies that count of some documents.
  public func copies(
    of documents: some Sequence<EntryNumber>, at moment: Moment = .now
  ) throws -> [EntryNumber: InvoiceCopy] {
    var found: [EntryNumber: InvoiceCopy] = [:]
    for document in documents { found[document] = try copy(of: document, at: moment)?.fact }
    return found
  }

  /// Whether a copy stands that an import brought.
  public func hasCopy(from source: Int64) throws -> Bool {
    guard let trace = try trace(of: source) else { return false }
    return try number(
      """
      SELECT c.number FROM copy_entry c LEFT JOIN reversal_entry r ON r.target = c.number
      WHERE c.number BETWEEN ?1 AND ?2 AND r.number IS NULL LIMIT 1
      """, trace.first.raw, trace.last.raw) != nil
  }

  /// How many copies an import brought of documents that came another way, and that stand.
  public func copyCount(of trace: ImportTrace) throws -> Int {
    Int(
      try number(
        """
        SELECT count(*) FROM copy_entry c LEFT JOIN reversal_entry r ON r.target = c.number
        WHERE c.number BETWEEN ?1 AND ?2 AND c.document NOT BETWEEN ?1 AND ?2 AND r.number IS NULL
        """, trace.first.raw, trace.last.raw) ?? 0)
  }

  /// Every copy that stands, with the number of its document: all that a message may still need.
  public func forEachCopy(
    _ company: CompanyID = .first, _ body: (InvoiceCopy, _ reference: String) throws -> Void
  ) throws {
    try rows(
      """
      SELECT d.reference, \(InvoiceCopy.columns)
      FROM copy_entry c JOIN document_entry d ON d.number = c.document
      LEFT JOIN reversal_entry r ON r.target = c.number
      WHERE c.company = ?1 AND r.number IS NULL ORDER BY c.number
      """, [company.raw]
    ) { try body(InvoiceCopy($0, from: 1), $0.text(0)) }
  }

  /// The number of each document that stands, invoices and credit notes.
  public func forEachReference(
    _ company: CompanyID = .first, _ body: (EntryNumber, String) throws -> Void
  ) throws {
    try rows(
      """
      SELECT number, reference FROM document_entry WHERE company = ?1 AND kind IN (1, 2)
        AND coalesce(import, 0) NOT IN \(BookReader.undoneImports)
      """, [company.raw]
    ) { try body(EntryNumber($0.int(0)), $0.text(1)) }
  }

  /// Goes through the copies as entries, those of one customer when it is given.
  func forEachCopyEntry(
    of customer: CustomerID?, in company: CompanyID, _ body: (Entry) throws -> Void
  ) throws {
    // A customer's copies are found by their documents: no index of them is kept for this.
    let whose =
      customer == nil
      ? ""
      : """
      AND c.document IN (SELECT d.number FROM document_entry d
        WHERE d.company = ?1 AND d.customer = ?2)
      """
    try rows(
      """
      SELECT c.number, c.customer, 'EUR', c.happened, c.learned, \(InvoiceCopy.columns)
      FROM copy_entry c WHERE c.company = ?1 \(whose) ORDER BY c.number
      """, [company.raw] + (customer.map { [$0.raw] } ?? [])
    ) { try body(entry($0, .invoiceCopy(InvoiceCopy($0, from: 5)))) }
  }
}
