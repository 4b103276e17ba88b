public import Ledger
public import Quantities

extension BookReader {
  /// The customers with a promise, an announced payment, a plan or a dispute that stands.
  public func customersWithAgreements(_ company: CompanyID) throws -> [CustomerID] {
    var found: [CustomerID] = []
    try rows(
      """
      SELECT DISTINCT i.customer FROM incident_entry i
      LEFT JOIN reversal_entry r ON r.target = i.number
      WHERE i.company = ?1 AND i.kind IN ('promise', 'plan', 'dispute', 'saidPaid')
        AND r.number IS NULL
        AND i.customer IS NOT NULL ORDER BY i.customer
      """, [company.raw]
    ) { found.append(CustomerID($0.int(0))) }
    return found
  }

  /// The calls to make again that nobody has made since, with whom to call.
  public func callBacks(
    _ company: CompanyID
  ) throws -> [(customer: CustomerID, call: Dated<CallBack>)] {
    var found: [CustomerID: Dated<CallBack>] = [:]
    try rows(
      """
      SELECT i.customer, i.number, i.happened, i.learned, \(Incident.columns(of: "i"))
      FROM incident_entry i LEFT JOIN reversal_entry r ON r.target = i.number
      WHERE i.company = ?1 AND i.kind = 'callBack' AND r.number IS NULL AND NOT EXISTS (
        SELECT 1 FROM incident_entry c LEFT JOIN reversal_entry t ON t.target = c.number
        WHERE c.company = i.company AND c.customer = i.customer AND c.kind = 'reminder'
          AND c.channel = 'call' AND c.number > i.number + 1 AND t.number IS NULL)
      ORDER BY i.number
      """, [company.raw]
    ) { row in
      guard case .callBack(let call) = Incident(row, from: 4).fact else { return }
      found[CustomerID(row.int(0))] = Dated(
        number: EntryNumber(row.int(1)), happened: Day(number: Int32(row.int(2))),
        learned: Day(number: Int32(row.int(3))), fact: call)
    }
    return found.map { ($0.key, $0.value) }.sorted { $0.customer < $1.customer }
  }

  /// A dispute that stands, and whose; nil when there is none.
  public func dispute(_ number: EntryNumber) throws -> (Dispute, CustomerID)? {
    guard let (fact, customer, _) = try agreed(number), case .dispute(let dispute) = fact else {
      return nil
    }
    return (dispute, customer)
  }

  /// A promise that stands; nil when there is none of that number.
  public func promise(_ number: EntryNumber) throws -> PromiseToPay? {
    guard case .promise(let promise)? = try agreed(number)?.0 else { return nil }
    return promise
  }

  /// What a customer said to have paid; nil when there is no such entry.
  public func saidPaid(_ number: EntryNumber) throws -> SaidPaid? {
    guard case .saidPaid(let paid)? = try agreed(number)?.0 else { return nil }
    return paid
  }

  /// The last call to a customer that was written down after an entry; nil for none.
  public func call(
    to customer: CustomerID, after entry: EntryNumber, in company: CompanyID = .first
  ) throws -> EntryNumber? {
    var found: EntryNumber?
    try rows(
      """
      SELECT i.number FROM incident_entry i LEFT JOIN reversal_entry r ON r.target = i.number
      WHERE i.company = ?1 AND i.customer = ?2 AND i.kind = 'reminder' AND i.channel = 'call'
        AND i.number > ?3 AND r.number IS NULL ORDER BY i.number
      """, [company.raw, customer.raw, entry.raw]
    ) { found = EntryNumber($0.int(0)) }
    return found
  }

  /// Whose instalment plan it is, and in which currency; nil when there is no such plan.
  public func planOwner(_ number: EntryNumber) throws -> (CustomerID, Currency)? {
    guard let (fact, customer, currency) = try agreed(number), case .instalmentPlan = fact else {
      return nil
    }
    return (customer, currency)
  }

  private func agreed(_ number: EntryNumber) throws -> (Fact, CustomerID, Currency)? {
    var found: (Fact, CustomerID, Currency)?
    try rows(
      """
      SELECT i.customer, i.currency, \(Incident.columns(of: "i"))
      FROM incident_entry i LEFT JOIN reversal_entry r ON r.target = i.number
      WHERE i.number = ?1 AND i.customer IS NOT NULL AND r.number IS NULL
      """, [number.raw]
    ) { row in
      guard let fact = Incident(row, from: 2).fact else { return }
      found = (fact, CustomerID(row.int(0)), Currency(row.text(1)) ?? .eur)
    }
    return found
  }

  /// Bank lines of which just this much came, or is left, newest first: where a customer says
  /// that it has paid.
  public func lines(
    bringing amount: Money, since first: Day, in company: CompanyID = .first, limit: Int
  ) throws -> [EntryNumber] {
    var found: [EntryNumber] = []
    try rows(
      """
      SELECT o.line FROM open_line o JOIN bank_line_entry b ON b.number = o.line
      WHERE o.company = ?1 AND o.booked >= ?2 AND (b.amount = ?3 OR o.open = ?3)
      ORDER BY o.booked DESC, o.line DESC LIMIT ?4
      """, [company.raw, Int64(first.number), amount.cents, Int64(limit)]
    ) { found.append(EntryNumber($0.int(0))) }
    return found
  }
}
