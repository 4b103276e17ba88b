public import Ledger
public import Quantities

/// The pen of a transaction: appends facts and keeps the derived tables in step with them.
public final class BookWriter {
  let connection: SQLite
  public let company: CompanyID
  public let learned: Day
  /// The import that the facts come from, when they come from a file.
  public var source: Int64? { didSet { movements = nil } }
  private var next: Int64
  /// What is known of the movements that the file tells of again; made with its first line.
  var movements: KnownMovements?
  /// Balances of new documents on their way into `open_item`, written in its order.
  var newBalances: [NewBalance] = []
  /// Statements of the hot paths: found by place, not by their text.
  private var hot: [SQLiteStatement?] = Array(repeating: nil, count: HotSQL.allCases.count)
  private var isBulk = false

  init(_ connection: SQLite, company: CompanyID, learned: Day) throws {
    self.connection = connection
    self.company = company
    self.learned = learned
    let counter = try connection.prepare("SELECT value FROM counter WHERE name = 'entry'")
    let isBegun = try counter.step()
    next = isBegun ? counter.int(0) + 1 : 1
    counter.reset()
    if !isBegun {
      try connection.execute("INSERT INTO counter (name, value) VALUES ('entry', 0)")
      try connection.execute("INSERT INTO company (id, name) VALUES (1, '')")
    }
  }

  func finish() throws {
    try writeNewBalances()
    if isBulk { try connection.execute(BookWriter.customerIndex) }
    let counter = try connection.prepare("UPDATE counter SET value = ?1 WHERE name = 'entry'")
    counter.bind(1, next - 1)
    try counter.run()
    // Settings and proposals change without an entry: a page kept in memory must hear of it.
    try connection.execute(
      """
      INSERT INTO counter (name, value) VALUES ('revision', 1)
      ON CONFLICT (name) DO UPDATE SET value = counter.value + 1
      """)
  }

  /// The number that the next entry will bear.
  public var nextNumber: EntryNumber { EntryNumber(next) }

  func takeNumber() -> Int64 {
    defer { next += 1 }
    return next
  }

  /// Reads the book as this transaction sees it.
  public var reader: BookReader {
    get throws {
      try writeNewBalances()
      return BookReader(connection)
    }
  }

  /// Makes ready for very many documents at once: the index by customer is built at the end, in
  /// one go, instead of row by row.
  public func beginBulk() throws {
    guard !isBulk else { return }
    try connection.execute("DROP INDEX document_customer")
    isBulk = true
  }

  private static let customerIndex =
    "CREATE INDEX document_customer ON document_entry (company, customer)"

  func prepared(_ sql: HotSQL) throws -> SQLiteStatement {
    if let known = hot[sql.rawValue] { return known }
    let statement = try connection.prepare(sql.text)
    hot[sql.rawValue] = statement
    return statement
  }

  /// Appends a fact; nil when the book knows it already (same document number, same bank line).
  @discardableResult
  public func append(
    _ fact: Fact, customer: CustomerID? = nil, currency: Currency = .eur, happened: Day
  ) throws -> EntryNumber? {
    let header = Header(
      number: next, company: company.raw, customer: customer?.raw, currency: currency.code,
      happened: Int64(happened.number), learned: Int64(learned.number), source: source)
    guard try insert(fact, under: header) else { return nil }
    return EntryNumber(takeNumber())
  }

  private func insert(_ fact: Fact, under header: Header) throws -> Bool {
    switch fact {
    case .customer(let customer): try insert(customer, under: header)
    case .invoice(let invoice): return try insert(invoice, under: header)
    case .creditNote(let credit): return try insert(credit, under: header)
    case .invoiceCopy(let copy): try insert(copy, under: header)
    case .bankLine(let line): return try insert(line, under: header)
    case .statement(let statement): return try insert(statement, under: header)
    case .allocation(let allocation): try insert(allocation, under: header)
    case .reversal(let reversal): return try insert(reversal, under: header)
    case .importUndone(let undone): return try insert(undone, under: header)
    case .rushOffer, .rushAnswer, .rushInvoice: try insertRush(fact, under: header)
    case .lifecycle(let status): return try insert(status, under: header)
    case .payerRule(let rule): try insert(rule, under: header)
    case .savedPlan, .activatedPlan: try insertPlan(fact, under: header)
    case .message(let message): return try insert(message, under: header)
    case .messageEvent(let event): return try insert(event, under: header)
    case .received(let message): return try insert(message, under: header)
    case .replyAnswered(let answer): try insert(answer, under: header)
    case .replyFiled(let filing): try insert(filing, under: header)
    default: try insertIncident(fact, under: header)
    }
    return true
  }

  /// What every fact has beside itself.
  struct Header {
    let number: Int64
    let company: Int64
    let customer: Int64?
    let currency: String
    let happened: Int64
    let learned: Int64
    let source: Int64?

    /// The customer of a fact that cannot be without one.
    var owner: Int64 {
      guard let customer else { preconditionFailure("this fact belongs to a customer") }
      return customer
    }
  }
}
