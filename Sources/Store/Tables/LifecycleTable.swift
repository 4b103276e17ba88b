public import Ledger
import Quantities

extension BookWriter {
  /// False when the book knows the status: the same document, code, moment, amount and reasons.
  func insert(_ status: LifecycleStatus, under header: Header) throws -> Bool {
    let row = try prepared(.insertStatus)
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, header.customer)
    row.bind(4, header.currency)
    row.bind(5, header.happened)
    row.bind(6, header.learned)
    row.bind(7, header.source)
    row.bind(8, status.document?.raw)
    row.bind(9, status.isCredit ? 2 : 1)
    row.bind(10, status.reference)
    row.bind(11, status.issue.map { Int64($0.number) })
    row.bind(12, Int64(status.code))
    row.bind(13, status.time)
    row.bind(14, status.amount?.cents)
    row.bind(15, status.amountKind?.rawValue ?? "")
    row.bind(16, StatusReason.stored(status.reasons))
    row.bind(17, status.fingerprint(on: header.happened))
    try row.run()
    return connection.changes == 1
  }
}

extension LifecycleStatus {
  static let columns = """
    l.document, l.kind, l.reference, l.issued, l.code, l.time, l.amount, l.amount_kind, l.reasons
    """

  init(_ row: SQLiteStatement, from first: Int32) {
    self.init(
      document: row.intOrNil(first).map(EntryNumber.init), reference: row.text(first + 2),
      isCredit: row.int(first + 1) == 2,
      issue: row.intOrNil(first + 3).map { Day(number: Int32($0)) }, code: Int(row.int(first + 4)),
      time: row.text(first + 5), amount: row.intOrNil(first + 6).map { Money(cents: $0) },
      amountKind: AmountKind(rawValue: row.text(first + 7)),
      reasons: StatusReason.read(row.text(first + 8)))
  }

  /// What makes a status the same in two messages. One that waits for its invoice and the same one
  /// attached to it are two facts.
  fileprivate func fingerprint(on day: Int64) -> Int64 {
    var print = Fingerprint()
    print.add(document == nil ? "waiting" : "attached")
    print.add(isCredit ? 2 : 1)
    print.add(reference)
    print.add(Int64(code))
    print.add(day)
    print.add(time)
    print.add(amount?.cents ?? .min)
    print.add(StatusReason.stored(reasons))
    return Int64(bitPattern: print.value)
  }
}

extension BookReader {
  /// The statuses whose document is not in the book, oldest entry first.
  public func waitingStatuses(_ company: CompanyID) throws -> [Dated<LifecycleStatus>] {
    var waiting: [Dated<LifecycleStatus>] = []
    try rows(
      """
      SELECT l.number, l.happened, l.learned, \(LifecycleStatus.columns) FROM lifecycle_entry l
      WHERE l.company = ?1 AND l.document IS NULL
        AND coalesce(l.import, 0) NOT IN \(BookReader.undoneImports)
        AND NOT EXISTS (SELECT 1 FROM document_entry d
          WHERE d.company = l.company AND d.kind IN (1, 2) AND d.reference = l.reference
            AND coalesce(d.import, 0) NOT IN \(BookReader.undoneImports))
      ORDER BY l.number
      """, [company.raw]
    ) { waiting.append(dated($0)) }
    return waiting
  }

  private func dated(_ row: SQLiteStatement) -> Dated<LifecycleStatus> {
    Dated(
      number: EntryNumber(row.int(0)), happened: Day(number: Int32(row.int(1))),
      learned: Day(number: Int32(row.int(2))), fact: LifecycleStatus(row, from: 3))
  }

  /// The statuses that waited for documents that the book has since an entry, each with its
  /// document: of the kind that the message names, else of the other.
  public func arrivedStatuses(
    _ company: CompanyID, since first: EntryNumber
  ) throws -> [(Dated<LifecycleStatus>, BookedDocument)] {
    let waits = "SELECT 1 FROM lifecycle_entry WHERE company = ?1 AND document IS NULL LIMIT 1"
    guard try number(waits, company.raw) != nil else { return [] }
    var arrived: [(Dated<LifecycleStatus>, BookedDocument)] = []
    try rows(
      """
      SELECT l.number, l.happened, l.learned, \(LifecycleStatus.columns), d.number, d.customer,
        d.currency, d.happened, d.payable
      FROM document_entry d CROSS JOIN lifecycle_entry l
      WHERE d.number >= ?2 AND d.company = ?1 AND l.company = ?1 AND l.document IS NULL
        AND coalesce(l.import, 0) NOT IN \(BookReader.undoneImports)
        AND l.reference = d.reference AND (l.kind = d.kind OR NOT EXISTS (
          SELECT 1 FROM document_entry e
          WHERE e.company = ?1 AND e.kind = l.kind AND e.reference = l.reference
            AND coalesce(e.import, 0) NOT IN \(BookReader.undoneImports)))
      ORDER BY l.number
      """, [company.raw, first.raw]
    ) { row in
      let document = BookedDocument(
        number: EntryNumber(row.int(12)), customer: CustomerID(row.int(13)),
        currency: Currency(row.text(14)) ?? .eur, issue: Day(number: Int32(row.int(15))),
        payable: Money(cents: row.int(16)))
      arrived.append((dated(row), document))
    }
    return arrived
  }

  /// The statuses of open documents, or of all documents of a customer, that stand at a moment.
  func forEachStatus(
    _ company: CompanyID, of customer: CustomerID?, onlyOpen: Bool, at moment: Moment,
    _ body: (CustomerID, Currency, Dated<LifecycleStatus>) throws -> Void
  ) throws {
    // Most books have none: a million open documents are not searched for them.
    guard try number("SELECT 1 FROM lifecycle_entry LIMIT 1") != nil else { return }
    let open = """
      open_item o JOIN lifecycle_entry l
        ON l.document = o.document AND l.customer = o.customer AND l.company = o.company
      """
    try rows(
      """
      SELECT l.number, l.customer, l.happened, l.learned, l.currency, \(LifecycleStatus.columns)
      FROM \(onlyOpen ? open : "lifecycle_entry l") LEFT JOIN reversal_entry r
        ON r.target = l.number AND r.happened <= ?2 AND r.learned <= ?3
      WHERE \(onlyOpen ? "o" : "l").company = ?1 AND r.number IS NULL
        AND l.happened <= ?2 AND l.learned <= ?3
        AND \(customer == nil ? "l.customer IS NOT NULL" : "l.customer = ?4")
      ORDER BY l.number
      """, [company.raw] + moment.limits + (customer.map { [$0.raw] } ?? [])
    ) { row in
      try body(
        CustomerID(row.int(1)), Currency(row.text(4)) ?? .eur,
        Dated(
          number: EntryNumber(row.int(0)), happened: Day(number: Int32(row.int(2))),
          learned: Day(number: Int32(row.int(3))), fact: LifecycleStatus(row, from: 5)))
    }
  }
}
