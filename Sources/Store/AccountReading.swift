import Law
public import Ledger
public import Quantities

/// Which moment of the book is read: what had happened by a day, of what was known by another.
public struct Moment: Hashable, Sendable {
  /// Only what had happened by the end of this day; nil for everything.
  public let asOf: Day?
  /// Only what we had learned by the end of this day; nil for everything.
  public let knownOn: Day?

  public static let now = Moment(asOf: nil, knownOn: nil)

  public init(asOf: Day?, knownOn: Day? = nil) {
    self.asOf = asOf
    self.knownOn = knownOn
  }

  var limits: [Int64] {
    [Int64(asOf?.number ?? Int32.max), Int64(knownOn?.number ?? Int32.max)]
  }
}

extension BookReader {
  static let documentColumns = """
    d.number, d.kind, d.reference, d.happened, d.learned, d.due, d.due_deduced, d.delivery, d.term,
    d.net, d.tax, d.gross, d.payable, d.purchase_order, d.payment_reference, d.corrects, d.reason,
    d.instalments, d.ordered
    """

  /// The document of a row that begins with `documentColumns`.
  func item(_ row: SQLiteStatement, from first: Int32) throws -> AccountItem {
    let id = EntryNumber(row.int(first))
    let issue = Day(number: Int32(row.int(first + 3)))
    let learned = Day(number: Int32(row.int(first + 4)))
    let (net, tax) = (Money(cents: row.int(first + 9)), Money(cents: row.int(first + 10)))
    let gross = Money(cents: row.int(first + 11))
    if row.int(first + 1) == 2 {
      let credit = CreditNote(
        number: row.text(first + 2), issue: issue, gross: -gross, net: -net, tax: -tax,
        corrects: row.text(first + 15),
        reason: CreditNote.Reason(rawValue: row.text(first + 16)) ?? .unknown)
      return AccountItem(id: id, kind: .creditNote(credit), learned: learned)
    }
    let payable = Money(cents: row.int(first + 12))
    let due = Day(number: Int32(row.int(first + 5)))
    let invoice = Invoice(
      number: row.text(first + 2), issue: issue,
      delivery: row.intOrNil(first + 7).map { Day(number: Int32($0)) },
      instalments: row.int(first + 17) == 1
        ? [Instalment(due: due, amount: payable)] : try instalments(of: id),
      isDueDeduced: row.int(first + 6) == 1, term: connection.term(row.text(first + 8)),
      net: net, tax: tax, gross: gross, payable: payable, order: row.text(first + 13),
      paymentReference: row.text(first + 14),
      ordered: row.intOrNil(first + 18).map { Day(number: Int32($0)) })
    return AccountItem(id: id, kind: .invoice(invoice), learned: learned)
  }

  private func instalments(of document: EntryNumber) throws -> [Instalment] {
    var instalments: [Instalment] = []
    try rows(
      "SELECT due, amount FROM instalment_entry WHERE document = ?1 ORDER BY position",
      [document.raw]
    ) {
      instalments.append(
        Instalment(due: Day(number: Int32($0.int(0))), amount: Money(cents: $0.int(1))))
    }
    return instalments
  }

  /// A document as it was issued, without what happened to it since; nil when there is none.
  public func document(_ number: EntryNumber) throws -> AccountItem? {
    var found: AccountItem?
    try rows(
      """
      SELECT \(BookReader.documentColumns) FROM document_entry d
      WHERE d.number = ?1 AND coalesce(d.import, 0) NOT IN \(BookReader.undoneImports)
      """,
      [number.raw]
    ) { found = try item($0, from: 0) }
    return found
  }

  private static let movementColumns = """
    a.number, a.happened, a.learned, a.amount, a.mode, a.credit_reason, a.line, a.document
    """

  private func movement(_ row: SQLiteStatement) -> AccountItem.Movement {
    let mode = row.text(4)
    return AccountItem.Movement(
      number: EntryNumber(row.int(0)), day: Day(number: Int32(row.int(1))),
      learned: Day(number: Int32(row.int(2))), amount: Money(cents: row.int(3)),
      cause: mode == "setOff" ? .setOff : mode == "writeOff" ? .writeOff : .payment,
      creditReason: CreditNote.Reason(rawValue: row.text(5)),
      line: row.intOrNil(6).map(EntryNumber.init))
  }

  /// What changed the balance of a document, oldest first. A reversed movement is not among them
  /// once its reversal is known.
  func movements(of document: EntryNumber, at moment: Moment) throws -> [AccountItem.Movement] {
    var movements: [AccountItem.Movement] = []
    try rows(
      """
      SELECT \(BookReader.movementColumns)
      FROM allocation_entry a LEFT JOIN reversal_entry r
        ON r.target = a.number AND r.happened <= ?2 AND r.learned <= ?3
      WHERE a.document = ?1 AND r.number IS NULL AND a.happened <= ?2 AND a.learned <= ?3
      UNION ALL
      SELECT a.number, a.happened, a.learned, a.amount, 'writeOff', NULL, NULL, a.document
      FROM incident_entry a LEFT JOIN reversal_entry r
        ON r.target = a.number AND r.happened <= ?2 AND r.learned <= ?3
      WHERE a.document = ?1 AND a.kind = 'writeOff' AND r.number IS NULL
        AND a.happened <= ?2 AND a.learned <= ?3
      ORDER BY 2, 1
      """, [document.raw] + moment.limits
    ) { movements.append(movement($0)) }
    return movements
  }

  /// The movements of all documents of a customer in one go, each document's oldest first.
  private func movements(
    ofCustomer id: CustomerID, in company: CompanyID, at moment: Moment
  ) throws -> [EntryNumber: [AccountItem.Movement]] {
    var movements: [EntryNumber: [AccountItem.Movement]] = [:]
    try rows(
      """
      SELECT \(BookReader.movementColumns)
      FROM document_entry d JOIN allocation_entry a ON a.document = d.number
        LEFT JOIN reversal_entry r
        ON r.target = a.number AND r.happened <= ?3 AND r.learned <= ?4
      WHERE d.company = ?1 AND d.customer = ?2 AND r.number IS NULL
        AND a.happened <= ?3 AND a.learned <= ?4
      UNION ALL
      SELECT a.number, a.happened, a.learned, a.amount, 'writeOff', NULL, NULL, a.document
      FROM incident_entry a LEFT JOIN reversal_entry r
        ON r.target = a.number AND r.happened <= ?3 AND r.learned <= ?4
      WHERE a.company = ?1 AND a.customer = ?2 AND a.kind = 'writeOff' AND r.number IS NULL
        AND a.happened <= ?3 AND a.learned <= ?4
      ORDER BY 2, 1
      """, [company.raw, id.raw] + moment.limits
    ) { movements[EntryNumber($0.int(7)), default: []].append(movement($0)) }
    return movements
  }

  /// Every document of a customer, settled or not, as accounts by currency, with all that stands
  /// beside them.
  public func accounts(
    of id: CustomerID, in company: CompanyID = .first, at moment: Moment = .now
  ) throws -> [Account] {
    guard let customer = try customer(id) else { return [] }
    var accounts: [Currency: Account] = [:]
    var movements = try movements(ofCustomer: id, in: company, at: moment)
    try rows(
      """
      SELECT \(BookReader.documentColumns), d.currency FROM document_entry d
      WHERE d.company = ?1 AND d.customer = ?2 AND d.happened <= ?3 AND d.learned <= ?4
        AND coalesce(d.import, 0) NOT IN \(BookReader.undoneImports)
      ORDER BY d.happened, d.number
      """, [company.raw, id.raw] + moment.limits
    ) { row in
      let currency = Currency(row.text(19)) ?? .eur
      var item = try item(row, from: 0)
      item.movements = movements.removeValue(forKey: item.id) ?? []
      accounts[currency, default: Account(customer: customer, currency: currency)].items
        .append(item)
    }
    var beside = try Beside(self, company: company, customer: id, moment: moment)
    if accounts.isEmpty {
      accounts[.eur] = Account(customer: customer, currency: .eur)
    }
    return accounts.keys.sorted().map { currency in
      var account = accounts[currency]!
      beside.complete(&account)
      return account
    }
  }

  /// The accounts that have an open document, one after the other, with those documents only; the
  /// accounts of one customer when `id` is given.
  public func forEachOpenAccount(
    _ company: CompanyID, of id: CustomerID? = nil, _ body: (Account) throws -> Void
  ) throws {
    let customers = try id.map { try customer($0).map { [$0] } ?? [] } ?? customers(company)
    var beside = try Beside(self, company: company, customer: id, onlyOpen: true, moment: .now)
    var place = 0
    var open: [Account] = []
    func flush() throws {
      for var account in open {
        beside.complete(&account)
        try body(account)
      }
      open.removeAll(keepingCapacity: true)
    }
    try rows(
      """
      SELECT o.customer, o.currency, o.touched, \(BookReader.documentColumns)
      FROM open_item o JOIN document_entry d ON d.number = o.document
      WHERE o.company = ?1 \(id == nil ? "" : "AND o.customer = ?2")
      ORDER BY o.customer, o.document
      """, [company.raw] + (id.map { [$0.raw] } ?? [])
    ) { row in
      let owner = CustomerID(row.int(0))
      if open.first?.customer.id != owner {
        try flush()
        while customers[place].id < owner { place += 1 }
      }
      var item = try item(row, from: 3)
      if row.int(2) == 1 { item.movements = try movements(of: item.id, at: .now) }
      let currency = Currency(row.text(1)) ?? .eur
      if let at = open.firstIndex(where: { $0.currency == currency }) {
        open[at].items.append(item)
      } else {
        var account = Account(customer: customers[place], currency: currency)
        account.items.append(item)
        open.append(account)
      }
    }
    try flush()
  }
}
