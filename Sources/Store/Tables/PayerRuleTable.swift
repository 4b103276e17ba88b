public import Ledger
public import Quantities

extension BookWriter {
  func insert(_ rule: PayerRule, under header: Header) throws {
    let row = try connection.prepare(
      """
      INSERT INTO payer_rule_entry (number, company, customer, happened, learned, kind, payer,
        iban, words, line)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """)
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, header.customer)
    row.bind(4, header.happened)
    row.bind(5, header.learned)
    row.bind(6, rule.kind.rawValue)
    row.bind(7, rule.payer)
    row.bind(8, rule.iban)
    row.bind(9, rule.words)
    row.bind(10, rule.line?.raw)
    try row.run()
  }
}

/// A rule about a payer that nobody took back.
public struct StandingRule: Hashable, Sendable {
  public let number: EntryNumber
  /// Whom the payer pays for, or not; nil for a rule that speaks of no customer.
  public let customer: CustomerID?
  public let happened: Day
  public let rule: PayerRule

  public init(number: EntryNumber, customer: CustomerID?, happened: Day, rule: PayerRule) {
    self.number = number
    self.customer = customer
    self.happened = happened
    self.rule = rule
  }
}

extension BookReader {
  /// The rules about payers that stand, oldest first; those learned from one line when it is given.
  public func payerRules(
    _ company: CompanyID = .first, learnedFrom line: EntryNumber? = nil
  ) throws -> [StandingRule] {
    var found: [StandingRule] = []
    try rows(
      """
      SELECT p.number, p.customer, p.happened, p.kind, p.payer, p.iban, p.words, p.line
      FROM payer_rule_entry p LEFT JOIN reversal_entry r ON r.target = p.number
      WHERE p.company = ?1 AND r.number IS NULL \(line == nil ? "" : "AND p.line = ?2")
      ORDER BY p.number
      """, [company.raw] + (line.map { [$0.raw] } ?? [])
    ) { row in
      guard let kind = PayerRule.Kind(rawValue: row.text(3)) else { return }
      found.append(
        StandingRule(
          number: EntryNumber(row.int(0)), customer: row.intOrNil(1).map(CustomerID.init),
          happened: Day(number: Int32(row.int(2))),
          rule: PayerRule(
            kind, payer: row.text(4), iban: row.text(5), words: row.text(6),
            line: row.intOrNil(7).map(EntryNumber.init))))
    }
    return found
  }

  /// The lines that rules set aside: those that stand so, and those that a person took back.
  public func setAsides(
    byRuleIn company: CompanyID = .first
  ) throws -> [(entry: EntryNumber, line: EntryNumber, rule: EntryNumber, stands: Bool)] {
    var found: [(EntryNumber, EntryNumber, EntryNumber, Bool)] = []
    try rows(
      """
      SELECT i.number, i.line, i.label, r.number FROM incident_entry i
      LEFT JOIN reversal_entry r ON r.target = i.number
      WHERE i.company = ?1 AND i.kind = 'setAside' AND i.label <> '' ORDER BY i.number
      """, [company.raw]
    ) { row in
      guard let rule = Int64(row.text(2)) else { return }
      found.append(
        (
          EntryNumber(row.int(0)), EntryNumber(row.int(1)), EntryNumber(rule),
          row.intOrNil(3) == nil
        ))
    }
    return found
  }

  /// The newest lines of which a part stands on a customer's account.
  public func forEachPaidLine(
    _ company: CompanyID = .first, newest limit: Int, _ body: (BankLine) throws -> Void
  ) throws {
    try rows(
      """
      SELECT \(BookReader.lineColumns) FROM bank_line_entry b
      WHERE b.company = ?1 AND EXISTS (SELECT 1 FROM allocation_entry a
        LEFT JOIN reversal_entry r ON r.target = a.number
        WHERE a.line = b.number AND r.number IS NULL)
      ORDER BY b.number DESC LIMIT ?2
      """, [company.raw, Int64(limit)]
    ) { try body(bankLine($0, from: 0)) }
  }
}
