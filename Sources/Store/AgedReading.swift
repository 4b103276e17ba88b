public import Ledger
public import Quantities

/// What is left of one document.
public struct OpenAmount: Hashable, Sendable {
  public let document: EntryNumber
  public let customer: CustomerID
  public let currency: Currency
  /// The earliest due date of the document.
  public let due: Day
  public let open: Money
}

extension BookReader {
  /// What is open today: customer, currency, due date and balance of every unsettled document.
  public func forEachOpenAmount(
    _ company: CompanyID, _ body: (OpenAmount) throws -> Void
  ) throws {
    var currencies = CurrencyCache()
    try rows(
      "SELECT customer, currency, due, open, document FROM open_item WHERE company = ?1",
      [company.raw]
    ) { row in
      try body(
        OpenAmount(
          document: EntryNumber(row.int(4)), customer: CustomerID(row.int(0)),
          currency: currencies[row.text(1)], due: Day(number: Int32(row.int(2))),
          open: Money(cents: row.int(3))))
    }
  }

  /// What was open at the end of a past day, from the facts: every document issued by then, less
  /// what had been allocated by then.
  public func forEachOpenAmount(
    _ company: CompanyID, asOf day: Day, _ body: (OpenAmount) throws -> Void
  ) throws {
    let limit = [company.raw, Int64(day.number)]
    let moved = try movements(limit)
    var currencies = CurrencyCache()
    try rows(
      """
      SELECT number, customer, currency, due, payable FROM document_entry
      WHERE company = ?1 AND happened <= ?2
        AND coalesce(import, 0) NOT IN \(BookReader.undoneImports)
      """, limit
    ) { row in
      let open = row.int(4) - moved[Int(row.int(0))]
      if open == 0 { return }
      try body(
        OpenAmount(
          document: EntryNumber(row.int(0)), customer: CustomerID(row.int(1)),
          currency: currencies[row.text(2)], due: Day(number: Int32(row.int(3))),
          open: Money(cents: open)))
    }
  }

  /// What was taken off each document by the end of a day, by the number of its entry: entry
  /// numbers are dense, so an array holds them.
  private func movements(_ limit: [Int64]) throws -> [Int64] {
    var moved = [Int64](repeating: 0, count: Int(try newestEntry().raw) + 1)
    try rows(
      """
      SELECT document, amount FROM allocation_entry
      WHERE company = ?1 AND happened <= ?2 AND document IS NOT NULL
      """, limit
    ) { moved[Int($0.int(0))] += $0.int(1) }
    try rows(
      """
      SELECT document, amount FROM incident_entry
      WHERE company = ?1 AND happened <= ?2 AND kind = 'writeOff'
      """, limit
    ) { moved[Int($0.int(0))] += $0.int(1) }
    try rows(
      """
      SELECT t.document, t.amount FROM reversal_entry r
      JOIN (SELECT number, document, amount, happened FROM allocation_entry UNION ALL
        SELECT number, document, amount, happened FROM incident_entry WHERE kind = 'writeOff') t
        ON t.number = r.target
      WHERE r.company = ?1 AND r.happened <= ?2 AND t.happened <= ?2 AND t.document IS NOT NULL
      """, limit
    ) { moved[Int($0.int(0))] -= $0.int(1) }
    return moved
  }

  /// The instalments of the documents that have several, oldest first.
  public func instalmentSchedules() throws -> [EntryNumber: [Instalment]] {
    var schedules: [EntryNumber: [Instalment]] = [:]
    try rows("SELECT document, due, amount FROM instalment_entry ORDER BY document, position") {
      schedules[EntryNumber($0.int(0)), default: []].append(
        Instalment(due: Day(number: Int32($0.int(1))), amount: Money(cents: $0.int(2))))
    }
    return schedules
  }

  /// Money received by the end of a day and put on an account but on no document, by customer.
  public func forEachOnAccountAmount(
    _ company: CompanyID, asOf day: Day?,
    _ body: (CustomerID, Currency, Money) throws -> Void
  ) throws {
    let limit = Int64(day?.number ?? Int32.max)
    try rows(
      """
      SELECT a.customer, a.currency, sum(a.amount) FROM allocation_entry a
      LEFT JOIN reversal_entry r ON r.target = a.number AND r.happened <= ?2
      WHERE a.company = ?1 AND a.document IS NULL AND a.happened <= ?2 AND r.number IS NULL
      GROUP BY a.customer, a.currency
      """, [company.raw, limit]
    ) { row in
      try body(
        CustomerID(row.int(0)), Currency(row.text(1)) ?? .eur, Money(cents: row.int(2)))
    }
  }
}

/// The few currencies of a book, so that a million rows do not make a million of them.
private struct CurrencyCache {
  private var known: [String: Currency] = [:]

  subscript(code: String) -> Currency {
    mutating get {
      if let currency = known[code] { return currency }
      let currency = Currency(code) ?? .eur
      known[code] = currency
      return currency
    }
  }
}
