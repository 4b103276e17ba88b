public import Ledger
public import Quantities

extension BookReader {
  /// A document that money settled, and what settled it.
  public struct SettledDocument: Sendable {
    public let item: AccountItem
    public let customer: CustomerID
    public let currency: Currency
    /// The end-to-end reference of the movement that paid it; empty when none.
    public let endToEnd: String
  }

  /// The day of the first waiting line that takes money back, and all their amounts.
  public func openReturns(
    _ company: CompanyID
  ) throws -> (first: Day?, amounts: Set<Money>) {
    var first: Day?
    var amounts: Set<Money> = []
    try rows("SELECT booked, open FROM open_line WHERE company = ?1 AND open < 0", [company.raw]) {
      let day = Day(number: Int32($0.int(0)))
      first = min(first ?? day, day)
      amounts.insert(Money(cents: -$0.int(1)))
    }
    return (first, amounts)
  }

  /// The currencies of the lines that wait.
  public func openLineCurrencies(_ company: CompanyID) throws -> Set<Currency> {
    var found: Set<Currency> = []
    try rows("SELECT DISTINCT currency FROM open_line WHERE company = ?1", [company.raw]) {
      found.insert(Currency($0.text(0)) ?? .eur)
    }
    return found
  }

  /// The documents that movements booked since a day settled whole, with an allocation of just one
  /// of these amounts: what comes back unpaid may have been theirs.
  public func forEachSettledDocument(
    _ company: CompanyID, paidSince day: Day, by amounts: Set<Money>,
    _ body: (SettledDocument) throws -> Void
  ) throws {
    // One allocation in a thousand has one of the amounts: those are read from end to end, and the
    // lines of these few are looked up.
    var found: [(document: Int64, line: Int64)] = []
    try rows(
      """
      SELECT amount, document, line FROM allocation_entry
      WHERE +company = ?1 AND amount > 0 AND document IS NOT NULL AND line IS NOT NULL
      ORDER BY number
      """, [company.raw]
    ) { row in
      guard amounts.contains(Money(cents: row.int(0))) else { return }
      found.append((row.int(1), row.int(2)))
    }
    var paid: [(document: Int64, endToEnd: String)] = []
    for (document, line) in found {
      try rows(
        """
        SELECT b.end_to_end FROM bank_line_entry b
        WHERE b.number = ?3 AND b.company = ?1 AND b.happened >= ?2
          AND coalesce(b.import, 0) NOT IN \(BookReader.undoneImports)
        """, [company.raw, Int64(day.number), line]
      ) { paid.append((document, $0.text(0))) }
    }
    var seen: Set<Int64> = []
    for (document, endToEnd) in paid.reversed() where seen.insert(document).inserted {
      try forSettled(document, of: company, endToEnd, body)
    }
  }

  private func forSettled(
    _ document: Int64, of company: CompanyID, _ endToEnd: String,
    _ body: (SettledDocument) throws -> Void
  ) throws {
    try rows(
      """
      SELECT d.customer, d.currency, \(BookReader.documentColumns)
      FROM document_entry d LEFT JOIN open_item o
        ON o.company = d.company AND o.customer = d.customer AND o.document = d.number
      WHERE d.company = ?1 AND d.number = ?2 AND o.document IS NULL
        AND coalesce(d.import, 0) NOT IN \(BookReader.undoneImports)
      """, [company.raw, document]
    ) { row in
      try body(
        SettledDocument(
          item: try item(row, from: 2), customer: CustomerID(row.int(0)),
          currency: Currency(row.text(1)) ?? .eur, endToEnd: endToEnd))
    }
  }
}
