public import Ledger
public import Quantities

/// A document as the matching weighs it: what money may settle of it, and by what a line names it.
public struct PayableDocument: Sendable {
  public let id: EntryNumber
  public let customer: CustomerID
  public let currency: Currency
  public let number: String
  public let issue: Day
  public let due: Day
  /// What is left of it, signed as the document; zero when settled.
  public let open: Money
  public let total: Money
  /// The buyer's order and the reference to quote, of an invoice; empty when none.
  public let order: String
  public let paymentReference: String
  /// The invoice that a credit note corrects; empty when unknown.
  public let corrects: String
}

extension BookReader {
  /// The documents that are not settled, and those issued since a day that are, in the order of
  /// their numbers.
  ///
  /// The whole table is read from end to end: that is quicker than looking up every third row.
  public func forEachPayable(
    _ company: CompanyID, settledSince day: Day?, _ body: (PayableDocument) throws -> Void
  ) throws {
    let balances = try openBalances(company)
    let undone = try undoneImportNumbers(company)
    let since = day.map { Int64($0.number) } ?? .max
    var next = 0
    try rows(
      """
      SELECT d.number, d.happened, d.import, d.customer, d.currency, d.kind, d.reference, d.due,
        d.gross, d.payable, d.purchase_order, d.payment_reference, d.corrects
      FROM document_entry d WHERE +d.company = ?1 ORDER BY d.number
      """, [company.raw]
    ) { row in
      let number = row.int(0)
      var open: Int64 = 0
      if next < balances.count, balances[next].document == number {
        open = balances[next].open
        next += 1
      } else if row.int(1) < since || !undone.isEmpty && undone.contains(row.int(2)) {
        return
      }
      try body(payable(row, leaving: open))
    }
  }

  private func payable(_ row: SQLiteStatement, leaving open: Int64) -> PayableDocument {
    let isCredit = row.int(5) == 2
    let issue = Day(number: Int32(row.int(1)))
    return PayableDocument(
      id: EntryNumber(row.int(0)), customer: CustomerID(row.int(3)), currency: row.currency(4),
      number: row.text(6), issue: issue,
      due: isCredit ? issue : Day(number: Int32(row.int(7))), open: Money(cents: open),
      total: Money(cents: row.int(isCredit ? 8 : 9)), order: isCredit ? "" : row.text(10),
      paymentReference: isCredit ? "" : row.text(11), corrects: isCredit ? row.text(12) : "")
  }

  private struct Balance {
    let document: Int64
    let open: Int64
  }

  /// What is left of each document that is not settled, in the order of their numbers.
  private func openBalances(_ company: CompanyID) throws -> [Balance] {
    var balances: [Balance] = []
    balances.reserveCapacity(try openDocumentCount(company))
    try rows("SELECT document, open FROM open_item WHERE company = ?1", [company.raw]) {
      balances.append(Balance(document: $0.int(0), open: $0.int(1)))
    }
    balances.sort { $0.document < $1.document }
    return balances
  }

  private func undoneImportNumbers(_ company: CompanyID) throws -> Set<Int64> {
    var undone: Set<Int64> = []
    try rows("SELECT import FROM import_undone_entry WHERE company = ?1", [company.raw]) {
      undone.insert($0.int(0))
    }
    return undone
  }
}

extension BookReader {
  /// What the matching reads of a line; the rest stays in the book.
  private static let weighedColumns = """
    b.currency, b.happened, b.amount, b.payer, b.payer_iban, b.words, b.end_to_end, b.operation
    """

  private func weighedLine(
    _ row: SQLiteStatement, from first: Int32, amount: Int64, withWords: Bool = true
  ) -> BankLine {
    BankLine(
      account: "", currency: row.currency(first), booked: Day(number: Int32(row.int(first + 1))),
      amount: Money(cents: amount), payer: row.text(first + 3), payerIBAN: row.text(first + 4),
      text: withWords ? row.text(first + 5) : "", endToEnd: withWords ? row.text(first + 6) : "",
      operation: row.operation(first + 7))
  }

  /// A line as the matching reads it; nil when there is none.
  public func weighedLine(_ number: EntryNumber) throws -> BankLine? {
    var found: BankLine?
    try rows(
      "SELECT \(BookReader.weighedColumns) FROM bank_line_entry b WHERE b.number = ?1",
      [number.raw]
    ) { found = weighedLine($0, from: 0, amount: $0.int(2)) }
    return found
  }

  /// The bank lines booked since a day, in the order of their numbers, each read when it is asked
  /// for: who pays, how much, and with which words if they are wanted too.
  public func forEachLine(
    _ company: CompanyID, bookedSince day: Day,
    _ body: (EntryNumber, _ line: (_ withWords: Bool) -> BankLine) throws -> Void
  ) throws {
    try rows(
      """
      SELECT b.number, \(BookReader.weighedColumns) FROM bank_line_entry b
      WHERE +b.company = ?1 AND +b.happened >= ?2 ORDER BY b.number
      """, [company.raw, Int64(day.number)]
    ) { row in
      try body(EntryNumber(row.int(0))) {
        weighedLine(row, from: 1, amount: row.int(3), withWords: $0)
      }
    }
  }

  /// What is left of the lines that wait, in the order they were booked: the same of each.
  public func forEachRest(
    _ company: CompanyID, _ body: (EntryNumber, BankLine) throws -> Void
  ) throws {
    try rows(
      """
      SELECT o.line, o.open, \(BookReader.weighedColumns)
      FROM (
          SELECT line, open FROM open_line WHERE company = ?1 ORDER BY booked, line LIMIT -1) o
        CROSS JOIN bank_line_entry b ON b.number = o.line
      """, [company.raw]
    ) { row in
      try body(EntryNumber(row.int(0)), weighedLine(row, from: 2, amount: row.int(1)))
    }
  }
}

extension BookReader {
  /// What the customer file says about who pays for a customer.
  public struct PayerFile: Sendable {
    public let customer: CustomerID
    public let name: String
    public let parent: String
    public let iban: String
    public let means: PaymentMeans?
  }

  /// The customers as their payers are known by, in the order of their numbers.
  public func forEachPayerFile(
    _ company: CompanyID, _ body: (PayerFile) throws -> Void
  ) throws {
    try rows(
      """
      SELECT c.id, e.name, e.parent, e.iban, e.means FROM customer c
        JOIN customer_entry e ON e.number = c.entry
      WHERE c.company = ?1 ORDER BY c.id
      """, [company.raw]
    ) { row in
      try body(
        PayerFile(
          customer: CustomerID(row.int(0)), name: row.text(1), parent: row.text(2),
          iban: row.text(3), means: PaymentMeans(rawValue: row.text(4))))
    }
  }
}
