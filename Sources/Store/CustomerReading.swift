public import Ledger
public import Quantities

extension BookReader {
  /// Every customer of the firm, as known now.
  public func customers(_ company: CompanyID) throws -> [Customer] {
    var customers: [Customer] = []
    try rows(
      """
      SELECT \(Customer.columns) FROM customer c JOIN customer_entry e ON e.number = c.entry
      WHERE c.company = ?1 ORDER BY c.id
      """, [company.raw]
    ) { customers.append(Customer($0)) }
    return customers
  }

  /// A customer as known now; nil when there is none of that number.
  public func customer(_ id: CustomerID) throws -> Customer? {
    var found: Customer?
    try rows(
      """
      SELECT \(Customer.columns) FROM customer c JOIN customer_entry e ON e.number = c.entry
      WHERE c.id = ?1
      """, [id.raw]
    ) { found = Customer($0) }
    return found
  }

  /// The people to speak to at a customer's, the one named last at the end.
  public func people(
    at id: CustomerID, in company: CompanyID = .first
  ) throws -> [ContactPerson] {
    var found: [ContactPerson] = []
    try rows(
      """
      SELECT \(Incident.columns(of: "i")) FROM incident_entry i LEFT JOIN reversal_entry r
        ON r.target = i.number
      WHERE i.company = ?1 AND i.customer = ?2 AND i.kind = 'contactPerson' AND r.number IS NULL
      ORDER BY i.number
      """, [company.raw, id.raw]
    ) {
      if case .contactPerson(let person) = Incident($0, from: 0).fact { found.append(person) }
    }
    return found
  }

  /// The customers whose name, code or SIREN holds the words, by name; all of them for no words.
  public func customers(
    _ company: CompanyID, matching words: String, limit: Int, offset: Int = 0
  ) throws -> [Customer] {
    let row = try connection.prepare(
      """
      SELECT \(Customer.columns) FROM customer c JOIN customer_entry e ON e.number = c.entry
      WHERE c.company = ?1 AND c.key LIKE ?2 ORDER BY c.key LIMIT ?3 OFFSET ?4
      """)
    defer { row.reset() }
    row.bind(1, company.raw)
    row.bind(2, "%" + SearchKey.of(words).replacing(" ", with: "%") + "%")
    row.bind(3, Int64(limit))
    row.bind(4, Int64(offset))
    var customers: [Customer] = []
    while try row.step() { customers.append(Customer(row)) }
    return customers
  }

  /// The customers whose accounts were changed by entries after a number; nil when they are more
  /// than `limit`. Proposals change without an entry and are not seen here.
  public func customers(
    changedAfter entry: EntryNumber, limit: Int, in company: CompanyID = .first
  ) throws -> Set<CustomerID>? {
    // An import undone changes whom it pleases.
    if try number("SELECT 1 FROM import_undone_entry WHERE number > ?1", entry.raw) != nil {
      return nil
    }
    var changed: Set<CustomerID> = []
    let tables = [
      "SELECT customer FROM customer_entry WHERE number > ?1 LIMIT ?2",
      "SELECT customer FROM document_entry WHERE number > ?1 LIMIT ?2",
      "SELECT customer FROM allocation_entry WHERE number > ?1 LIMIT ?2",
      "SELECT customer FROM incident_entry WHERE number > ?1 AND customer IS NOT NULL LIMIT ?2",
      "SELECT customer FROM reversal_entry WHERE number > ?1 LIMIT ?2",
      "SELECT customer FROM rush_entry WHERE number > ?1 LIMIT ?2",
      "SELECT customer FROM lifecycle_entry WHERE number > ?1 AND customer IS NOT NULL LIMIT ?2",
      "SELECT customer FROM received_entry WHERE number > ?1 LIMIT ?2",
      "SELECT customer FROM reply_entry WHERE number > ?1 LIMIT ?2",
      "SELECT former FROM reply_entry WHERE number > ?1 LIMIT ?2",
    ]
    for sql in tables {
      var count = 0
      try rows(sql, [entry.raw, Int64(limit)]) { row in
        count += 1
        if let id = row.intOrNil(0) { changed.insert(CustomerID(id)) }
      }
      if count == limit { return nil }
    }
    return changed
  }

  /// The customers that had a document by a day.
  public func customersWithDocuments(
    _ company: CompanyID, by day: Day
  ) throws -> [CustomerID] {
    var found: [CustomerID] = []
    try rows(
      """
      SELECT DISTINCT customer FROM document_entry WHERE company = ?1 AND happened <= ?2
        AND coalesce(import, 0) NOT IN \(BookReader.undoneImports)
      ORDER BY customer
      """, [company.raw, Int64(day.number)]
    ) { found.append(CustomerID($0.int(0))) }
    return found
  }
}
