public import Ledger
public import Quantities

/// Money that the firm's books hold on a customer's account without a letter: it is theirs, and
/// what it pays is still open.
public struct RestingCash: Sendable {
  public let line: EntryNumber
  public let bankLine: BankLine
  public let customer: CustomerID
  public let amount: Money
}

extension BookReader {
  private static let resting = """
    a.document IS NULL AND a.line IS NOT NULL AND a.mode = 'applied' AND a.score = 1000
    """

  /// The money that rests on accounts, line by line; a line of several customers is left out.
  public func forEachRestingCash(
    _ company: CompanyID, _ body: (RestingCash) throws -> Void
  ) throws {
    try rows(
      """
      SELECT a.line, min(a.customer), sum(a.amount), \(BookReader.lineColumns)
      FROM allocation_entry a JOIN bank_line_entry b ON b.number = a.line
        LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE a.company = ?1 AND \(BookReader.resting) AND r.number IS NULL
      GROUP BY a.line, \(BookReader.lineColumns)
      HAVING min(a.customer) = max(a.customer) AND sum(a.amount) <> 0 ORDER BY a.line
      """, [company.raw]
    ) { row in
      try body(
        RestingCash(
          line: EntryNumber(row.int(0)), bankLine: bankLine(row, from: 3),
          customer: CustomerID(row.int(1)), amount: Money(cents: row.int(2))))
    }
  }

  /// The allocations by which money of a line rests on accounts.
  public func resting(of line: EntryNumber) throws -> [StandingAllocation] {
    try allocationsStanding("a.line = ?1 AND \(BookReader.resting)", line.raw)
  }

  /// The lines out of the firm's books of which something is left, and those of statements that
  /// stand for them: an advance, an amount to clear.
  public func openLinesOfBooks(_ company: CompanyID) throws -> Set<EntryNumber> {
    let aside = try linesSetAside(company).compactMap(\.fact.twin)
    var lines = Set(aside)
    let hasBooks = try number("SELECT 1 FROM import WHERE format = 'fec' LIMIT 1") != nil
    if !hasBooks { return lines }
    try rows(
      """
      SELECT o.line FROM open_line o JOIN bank_line_entry b ON b.number = o.line
        JOIN import i ON i.number = b.import
      WHERE o.company = ?1 AND i.format = 'fec'
      """, [company.raw]
    ) { lines.insert(EntryNumber($0.int(0))) }
    return lines
  }
}
