public import Ledger

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
}
