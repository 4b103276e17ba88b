public import Ledger
public import Quantities

/// The documents of all customers as payers' habits show in them, read in one go.
///
/// Held in columns, some forty bytes a document: a firm of a million invoices reads them whole in
/// the time that a few hundred customers would take one by one.
public struct DocumentTraces: Sendable {
  /// The documents that a dispute was raised about.
  public fileprivate(set) var contested: Set<EntryNumber> = []
  private var documents = Documents()
  private var movements = Movements()
  /// The place of the newest document of a customer, by its number; -1 for none.
  private var newest: [Int32]
  /// The place of a document, by its number less the first one's; -1 for none.
  private var places: [Int32]
  private let first: Int64
  /// Those of whom the open account of one currency, as it stands now, does not tell the rest.
  private var special: Set<Int64> = []

  /// Columns, each with one value a document.
  private struct Documents {
    var number: [Int64] = []
    var issue: [Int32] = []
    var due: [Int32] = []
    var total: [Int64] = []
    var kind: [Kind] = []
    var currency: [UInt32] = []
    /// The customer's document before it, and the document's newest movement; -1 for none.
    var former: [Int32] = []
    var moved: [Int32] = []
  }

  private enum Kind: UInt8 { case credit, dueAtOnce, dueInParts }

  /// Columns, each with one value a movement.
  private struct Movements {
    var number: [Int64] = []
    var day: [Int32] = []
    var amount: [Int64] = []
    var cause: [AccountItem.Movement.Cause] = []
    var former: [Int32] = []
  }

  fileprivate init(customersThrough last: Int64, documents numbers: ClosedRange<Int64>) {
    newest = [Int32](repeating: -1, count: Int(last) + 1)
    places = [Int32](repeating: -1, count: Int(numbers.upperBound - numbers.lowerBound) + 1)
    first = numbers.lowerBound
  }

  /// Whether these documents and what stands now beside the customer's open ones are all there was
  /// to know on the day: one currency, no rush order, nothing that happens or was learned later.
  public func areAll(of id: CustomerID) -> Bool { !special.contains(id.raw) }

  /// The customers that have a document, by number.
  public var customers: [CustomerID] {
    newest.indices.filter { newest[$0] >= 0 }.map { CustomerID(Int64($0)) }
  }

  /// The documents of a customer, oldest first.
  public func traces(of id: CustomerID) -> [DocumentTrace] {
    guard newest.indices.contains(Int(id.raw)) else { return [] }
    var found: [DocumentTrace] = []
    var place = newest[Int(id.raw)]
    while place >= 0 {
      found.append(trace(Int(place)))
      place = documents.former[Int(place)]
    }
    return found.sorted { ($0.issue, $0.id) < ($1.issue, $1.id) }
  }

  private func trace(_ place: Int) -> DocumentTrace {
    var moved: [(number: Int64, movement: DocumentTrace.Movement)] = []
    var next = documents.moved[place]
    while next >= 0 {
      let at = Int(next)
      let movement = DocumentTrace.Movement(
        day: Day(number: movements.day[at]), amount: Money(cents: movements.amount[at]),
        cause: movements.cause[at])
      moved.append((movements.number[at], movement))
      next = movements.former[at]
    }
    if moved.count > 1 {
      moved.sort { ($0.movement.day, $0.number) < ($1.movement.day, $1.number) }
    }
    let kind = documents.kind[place]
    return DocumentTrace(
      id: EntryNumber(documents.number[place]), issue: Day(number: documents.issue[place]),
      due: kind == .credit ? nil : Day(number: documents.due[place]),
      isDueAtOnce: kind != .dueInParts, total: Money(cents: documents.total[place]),
      movements: moved.map(\.movement))
  }
}

extension DocumentTraces {
  /// A row of `number, customer, happened, due, kind, instalments, gross, payable, currency`.
  fileprivate mutating func addDocument(_ row: SQLiteStatement) {
    let (number, customer) = (row.int(0), Int(row.int(1)))
    let (place, currency) = (Int32(documents.number.count), row.letters(8))
    let isCredit = row.int(4) == 2
    places[Int(number - first)] = place
    documents.number.append(number)
    documents.issue.append(Int32(row.int(2)))
    documents.due.append(Int32(row.int(3)))
    documents.total.append(isCredit ? row.int(6) : row.int(7))
    documents.kind.append(isCredit ? .credit : row.int(5) == 1 ? .dueAtOnce : .dueInParts)
    documents.currency.append(currency)
    documents.moved.append(-1)
    let former = newest[customer]
    if former >= 0, documents.currency[Int(former)] != currency {
      special.insert(Int64(customer))
    }
    documents.former.append(former)
    newest[customer] = place
  }

  /// The last due date of a document that is due in parts.
  fileprivate mutating func setDue(_ document: Int64, _ due: Int64) {
    guard let place = place(of: document) else { return }
    documents.due[place] = Int32(due)
  }

  fileprivate mutating func setSpecial(_ customer: Int64) { special.insert(customer) }

  /// A row of `number, document, happened, amount, customer, is it of a later day`.
  fileprivate mutating func addMovement(
    _ row: SQLiteStatement, _ cause: AccountItem.Movement.Cause
  ) {
    if row.int(5) == 1 {
      special.insert(row.int(4))
      return
    }
    guard let place = place(of: row.int(1)) else { return }
    movements.former.append(documents.moved[place])
    documents.moved[place] = Int32(movements.number.count)
    movements.number.append(row.int(0))
    movements.day.append(Int32(row.int(2)))
    movements.amount.append(row.int(3))
    movements.cause.append(cause)
  }

  private func place(of document: Int64) -> Int? {
    let at = Int(document - first)
    guard places.indices.contains(at), places[at] >= 0 else { return nil }
    return Int(places[at])
  }
}

extension BookReader {
  /// The documents of all customers with what changed their balances, of what had happened and was
  /// known by the end of a day: the same as `accounts(of:at:)` tells customer by customer.
  public func documentTraces(
    _ company: CompanyID = .first, on day: Day
  ) throws -> DocumentTraces {
    let range = try documentNumbers(company)
    var traces = DocumentTraces(
      customersThrough: try number("SELECT max(id) FROM customer") ?? 0, documents: range)
    let values = [company.raw, Int64(day.number)]
    // The plus keeps the index by customer away: the table is read from end to end.
    try rows(
      """
      SELECT number, customer, happened, due, kind, instalments, gross, payable, currency
      FROM document_entry WHERE +company = ?1 AND happened <= ?2 AND learned <= ?2
        AND coalesce(import, 0) NOT IN \(BookReader.undoneImports)
      """, values
    ) { traces.addDocument($0) }
    try rows("SELECT document, due FROM instalment_entry ORDER BY document, position") {
      traces.setDue($0.int(0), $0.int(1))
    }
    try readMovements(values, into: &traces)
    try readSpecial(values, into: &traces)
    try rows(
      """
      SELECT i.document FROM incident_entry i LEFT JOIN reversal_entry r
        ON r.target = i.number AND r.happened <= ?2 AND r.learned <= ?2
      WHERE i.company = ?1 AND i.kind = 'dispute' AND i.document IS NOT NULL
        AND r.number IS NULL AND i.happened <= ?2 AND i.learned <= ?2
      """, values
    ) { traces.contested.insert(EntryNumber($0.int(0))) }
    return traces
  }

  private func documentNumbers(_ company: CompanyID) throws -> ClosedRange<Int64> {
    var range: ClosedRange<Int64> = 0...0
    try rows("SELECT min(number), max(number) FROM document_entry") {
      if let first = $0.intOrNil(0), let last = $0.intOrNil(1) { range = first...last }
    }
    return range
  }

  private func readMovements(_ values: [Int64], into traces: inout DocumentTraces) throws {
    func sql(_ columns: String) -> String {
      """
      SELECT a.number, a.document, a.happened, a.amount, a.customer,
        a.happened > ?2 OR a.learned > ?2, \(columns) LEFT JOIN reversal_entry r
        ON r.target = a.number AND r.happened <= ?2 AND r.learned <= ?2
      WHERE +a.company = ?1 AND r.number IS NULL
      """
    }
    try rows(sql("a.mode = 'setOff' FROM allocation_entry a"), values) {
      traces.addMovement($0, $0.int(6) == 1 ? .setOff : .payment)
    }
    try rows(sql("0 FROM incident_entry a") + " AND a.kind = 'writeOff'", values) {
      traces.addMovement($0, .writeOff)
    }
  }

  private func readSpecial(_ values: [Int64], into traces: inout DocumentTraces) throws {
    let later = "(happened > ?2 OR learned > ?2) AND customer IS NOT NULL"
    for sql in [
      "SELECT customer FROM incident_entry WHERE company = ?1 AND \(later)",
      "SELECT customer FROM reversal_entry WHERE company = ?1 AND \(later)",
      "SELECT customer FROM rush_entry WHERE company = ?1 AND ?2 IS NOT NULL",
    ] {
      try rows(sql, values) { traces.setSpecial($0.int(0)) }
    }
  }
}
