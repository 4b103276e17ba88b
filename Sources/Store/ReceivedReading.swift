public import Ledger
public import Quantities

extension BookReader {
  static let receivedColumns = """
    kind, sender, subject, text, answers, status, failed_recipient, fingerprint, moment
    """

  /// The message of a row whose columns are `receivedColumns`; nil for a kind not known here.
  func receivedMessage(_ row: SQLiteStatement, from first: Int32) -> ReceivedMessage? {
    guard let kind = ReceivedMessage.Kind(rawValue: row.text(first)) else { return nil }
    return ReceivedMessage(
      kind, from: row.text(first + 1), subject: row.text(first + 2), text: row.text(first + 3),
      answers: row.intOrNil(first + 4).map(EntryNumber.init), status: row.text(first + 5),
      failedRecipient: row.text(first + 6), fingerprint: row.text(first + 7),
      at: Instant(seconds: row.int(first + 8)))
  }

  /// The messages that came in, the newest first; those of one customer, or those that answer one
  /// message of ours, when it is given.
  public func received(
    from customer: CustomerID? = nil, answering message: EntryNumber? = nil,
    in company: CompanyID = .first, limit: Int = 200
  ) throws -> [FiledMessage] {
    var whose = ""
    if customer != nil { whose += " AND customer = ?3" }
    if message != nil { whose += " AND answers = ?\(customer == nil ? 3 : 4)" }
    var found: [FiledMessage] = []
    try rows(
      """
      SELECT number, customer, happened, \(BookReader.receivedColumns)
      FROM received_entry WHERE company = ?1\(whose) ORDER BY number DESC LIMIT ?2
      """, [company.raw, Int64(limit)] + [customer?.raw, message?.raw].compactMap(\.self)
    ) { row in
      guard let received = receivedMessage(row, from: 3) else { return }
      found.append(
        FiledMessage(
          number: EntryNumber(row.int(0)), customer: row.intOrNil(1).map(CustomerID.init),
          filed: Day(number: Int32(row.int(2))), message: received))
    }
    return found
  }

  /// The customer whom a message of ours was for; nil when there is none of that number.
  public func addressee(of message: EntryNumber) throws -> CustomerID? {
    try owner(ofMessage: message)?.customer
  }

  /// The one customer that wrote from, or is written to at, an address; nil when there is none, or
  /// when there are several.
  public func customer(
    withAddress address: String, in company: CompanyID = .first
  ) throws -> CustomerID? {
    let row = try connection.prepare(
      """
      SELECT c.id FROM customer c JOIN customer_entry e ON e.number = c.entry
      WHERE c.company = ?1 AND lower(e.email) = ?2
      UNION SELECT customer FROM message_entry WHERE company = ?1 AND lower(recipient) = ?2
      """)
    defer { row.reset() }
    row.bind(1, company.raw)
    row.bind(2, address.lowercased())
    guard try row.step() else { return nil }
    let found = CustomerID(row.int(0))
    return try row.step() ? nil : found
  }

  /// The bank lines received since a day that pay documents: whose, how much, and when.
  public func paymentsReceived(
    since day: Day, in company: CompanyID = .first
  ) throws -> [ReceivedPayment] {
    var found: [ReceivedPayment] = []
    try rows(
      """
      SELECT a.customer, a.line, a.currency, sum(a.amount), b.happened
      FROM bank_line_entry b JOIN allocation_entry a ON a.line = b.number
        LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE b.company = ?1 AND b.happened >= ?2 AND a.document IS NOT NULL AND r.number IS NULL
      GROUP BY a.customer, a.line, a.currency, b.happened HAVING sum(a.amount) > 0
      ORDER BY a.line, a.customer
      """, [company.raw, Int64(day.number)]
    ) { row in
      found.append(
        ReceivedPayment(
          customer: CustomerID(row.int(0)), line: EntryNumber(row.int(1)),
          currency: Currency(row.text(2)) ?? .eur, amount: Money(cents: row.int(3)),
          received: Day(number: Int32(row.int(4)))))
    }
    return found
  }

  /// The numbers of a customer's invoices that a bank line paid, the oldest due date first.
  public func invoicesPaid(by line: EntryNumber, of customer: CustomerID) throws -> [String] {
    var found: [String] = []
    try rows(
      """
      SELECT DISTINCT d.reference, d.due FROM allocation_entry a
        JOIN document_entry d ON d.number = a.document
        LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE a.line = ?1 AND a.customer = ?2 AND d.kind = 1 AND r.number IS NULL
      ORDER BY d.due, d.reference
      """, [line.raw, customer.raw]
    ) { found.append($0.text(0)) }
    return found
  }
}

/// What one bank line paid of one customer's documents.
public struct ReceivedPayment: Hashable, Sendable {
  public let customer: CustomerID
  public let line: EntryNumber
  public let currency: Currency
  public let amount: Money
  public let received: Day
}
