public import Ledger
public import Quantities

extension BookReader {
  /// The days on which debits of a customer came back for want of money (AM04), as known then.
  public func returnedDebits(
    of customer: CustomerID, in company: CompanyID = .first, at moment: Moment = .now
  ) throws -> [Day] {
    var days: [Day] = []
    try rows(
      """
      SELECT DISTINCT b.number, b.happened
      FROM document_entry d JOIN allocation_entry a ON a.document = d.number
        JOIN bank_line_entry b ON b.number = a.line
        LEFT JOIN reversal_entry r ON r.target = a.number AND r.happened <= ?3 AND r.learned <= ?4
      WHERE d.company = ?1 AND d.customer = ?2 AND b.return_reason = 'AM04' AND r.number IS NULL
        AND a.happened <= ?3 AND a.learned <= ?4
      """, [company.raw, customer.raw] + moment.limits
    ) { days.append(Day(number: Int32($0.int(1)))) }
    return days.sorted()
  }

  /// The same of all customers in one go; those without any are left out.
  public func returnedDebits(
    _ company: CompanyID = .first, at moment: Moment
  ) throws -> [CustomerID: [Day]] {
    var days: [CustomerID: [Day]] = [:]
    // The plus keeps the index by day away: few lines came back, and they have one of their own.
    try rows(
      """
      SELECT DISTINCT d.customer, b.number, b.happened
      FROM bank_line_entry b JOIN allocation_entry a ON a.line = b.number
        JOIN document_entry d ON d.number = a.document
        LEFT JOIN reversal_entry r ON r.target = a.number AND r.happened <= ?2 AND r.learned <= ?3
      WHERE b.company = ?1 AND b.return_reason IS NOT NULL AND b.return_reason = 'AM04'
        AND r.number IS NULL AND a.happened <= ?2 AND a.learned <= ?3
      ORDER BY +b.happened
      """, [company.raw] + moment.limits
    ) { days[CustomerID($0.int(0)), default: []].append(Day(number: Int32($0.int(2)))) }
    return days
  }

  /// For each customer, the payments that its own payers made since a day for other customers.
  ///
  /// A payer is known by the account it pays from; where the bank shows none, nothing is found.
  public func paymentsForOthers(
    since first: Day, in company: CompanyID = .first, at moment: Moment = .now
  ) throws -> [CustomerID: [(customer: CustomerID, day: Day)]] {
    var accounts: [String: Set<CustomerID>] = [:]
    var payments: [(account: String, customer: CustomerID, day: Day)] = []
    try rows(
      """
      SELECT b.payer_iban, a.customer, b.happened
      FROM bank_line_entry b JOIN allocation_entry a ON a.line = b.number
        LEFT JOIN reversal_entry r ON r.target = a.number AND r.happened <= ?2 AND r.learned <= ?3
      WHERE b.company = ?1 AND b.happened >= ?4 AND b.happened <= ?2 AND b.amount > 0
        AND b.payer_iban <> '' AND a.customer IS NOT NULL AND r.number IS NULL
        AND a.happened <= ?2 AND a.learned <= ?3
      """, [company.raw] + moment.limits + [Int64(first.number)]
    ) { row in
      let payment = (row.text(0), CustomerID(row.int(1)), Day(number: Int32(row.int(2))))
      accounts[payment.0, default: []].insert(payment.1)
      payments.append(payment)
    }
    // Most accounts pay for one customer alone.
    var found: [CustomerID: [(customer: CustomerID, day: Day)]] = [:]
    for payment in payments {
      guard let customers = accounts[payment.account], customers.count > 1 else { continue }
      for id in customers where id != payment.customer {
        found[id, default: []].append((payment.customer, payment.day))
      }
    }
    return found
  }

  /// The payments that a customer's own payers made since a day for other customers.
  public func paymentsForOthers(
    than customer: CustomerID, since first: Day, in company: CompanyID = .first,
    at moment: Moment = .now
  ) throws -> [(customer: CustomerID, day: Day)] {
    try paymentsForOthers(since: first, in: company, at: moment)[customer] ?? []
  }
}
