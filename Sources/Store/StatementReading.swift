public import Ledger
public import Quantities

/// A statement of the book and the import it came with.
public struct BookedStatement: Hashable, Sendable {
  public let statement: Statement
  public let source: Int64?

  public init(_ statement: Statement, source: Int64?) {
    self.statement = statement
    self.source = source
  }
}

extension BookReader {
  /// The accounts that some imports brought statements of.
  public func accounts(
    ofImports imports: [Int64], in company: CompanyID = .first
  ) throws -> [String] {
    var accounts: Set<String> = []
    for number in imports {
      try rows(
        "SELECT DISTINCT account FROM statement_entry WHERE import = ?1 AND company = ?2",
        [number, company.raw]
      ) { accounts.insert($0.text(0)) }
    }
    return accounts.sorted()
  }

  /// The statements of an account that say their days, by their first day and last.
  public func statements(
    of account: String, in company: CompanyID = .first
  ) throws -> [BookedStatement] {
    var statements: [BookedStatement] = []
    let row = try connection.prepare(
      """
      SELECT currency, first_day, last_day, opening, closing, import FROM statement_entry
      WHERE company = ?1 AND account = ?2 AND first_day IS NOT NULL AND last_day IS NOT NULL
        AND coalesce(import, 0) NOT IN \(BookReader.undoneImports)
      ORDER BY first_day, last_day, number
      """)
    defer { row.reset() }
    row.bind(1, company.raw)
    row.bind(2, account)
    while try row.step() {
      let statement = Statement(
        account: account, currency: Currency(row.text(0)) ?? .eur,
        first: Day(number: Int32(row.int(1))), last: Day(number: Int32(row.int(2))),
        opening: row.intOrNil(3).map { Money(cents: $0) },
        closing: row.intOrNil(4).map { Money(cents: $0) })
      statements.append(BookedStatement(statement, source: row.intOrNil(5)))
    }
    return statements
  }

  /// The sum of the movements of an account in some days, those booked under another of its names
  /// too. A line without account is of the only one there is.
  public func movements(
    of account: String, in currency: Currency, during days: DayRange,
    in company: CompanyID = .first
  ) throws -> Money {
    var sums: [(account: String, sum: Int64)] = []
    let row = try connection.prepare(
      """
      SELECT account, sum(amount) FROM bank_line_entry
      WHERE company = ?1 AND happened BETWEEN ?2 AND ?3 AND currency = ?4
        AND coalesce(import, 0) NOT IN \(BookReader.undoneImports) GROUP BY account
      """)
    defer { row.reset() }
    row.bind(1, company.raw)
    row.bind(2, Int64(days.first.number))
    row.bind(3, Int64(days.last.number))
    row.bind(4, currency.code)
    while try row.step() { sums.append((row.text(0), row.int(1))) }
    let isOnly = sums.allSatisfy { $0.account.isEmpty || isOne($0.account, account) }
    let ours = sums.filter { isOne($0.account, account) || ($0.account.isEmpty && isOnly) }
    return Money(cents: ours.reduce(0) { $0 + $1.sum })
  }

  private func isOne(_ name: String, _ account: String) -> Bool {
    AccountNames.areOfOne(name, account)
  }
}
