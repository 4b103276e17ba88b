public import Ledger
import Quantities

/// A fact about a customer's collective proceedings, and whether a person took it back.
public struct KnownProceedings: Sendable {
  public let fact: Fact
  public let isTakenBack: Bool
}

extension BookReader {
  /// All that the book knows of a customer's collective proceedings, oldest entry first, what was
  /// taken back too: the notice that told it is not news a second time. What was taken back with
  /// its import may come again.
  public func proceedings(
    of customer: CustomerID, in company: CompanyID
  ) throws -> [KnownProceedings] {
    var known: [KnownProceedings] = []
    try rows(
      """
      SELECT r.number, \(Incident.columns(of: "i"))
      FROM incident_entry i LEFT JOIN reversal_entry r ON r.target = i.number
      WHERE i.company = ?1 AND i.customer = ?2 AND i.kind IN ('insolvency', 'proceedings')
        AND NOT EXISTS (SELECT 1 FROM import_undone_entry u
          WHERE i.number BETWEEN u.first_entry AND u.last_entry)
      ORDER BY i.number
      """, [company.raw, customer.raw]
    ) { row in
      guard let fact = Incident(row, from: 1).fact else { return }
      known.append(KnownProceedings(fact: fact, isTakenBack: row.intOrNil(0) != nil))
    }
    return known
  }

  /// Why a credit note was granted, as a person answered last; nil when nobody did.
  public func creditAnswer(of credit: EntryNumber) throws -> Dated<CreditAnswer>? {
    var found: Dated<CreditAnswer>?
    try rows(
      """
      SELECT i.number, i.happened, i.learned, \(Incident.columns(of: "i"))
      FROM incident_entry i LEFT JOIN reversal_entry r ON r.target = i.number
      WHERE i.document = ?1 AND i.kind = 'creditAnswer' AND r.number IS NULL ORDER BY i.number
      """, [credit.raw]
    ) { row in
      guard case .creditAnswer(let answer) = Incident(row, from: 3).fact else { return }
      found = Dated(
        number: EntryNumber(row.int(0)), happened: Day(number: Int32(row.int(1))),
        learned: Day(number: Int32(row.int(2))), fact: answer)
    }
    return found
  }

  /// The allocations by which a credit note was set against invoices, on the invoices' side.
  public func setOffs(of credit: EntryNumber) throws -> [EntryNumber] {
    var halves: [EntryNumber] = []
    try rows(
      """
      SELECT a.number FROM allocation_entry a LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE a.document = ?1 AND a.line IS NULL AND r.number IS NULL ORDER BY a.number
      """, [credit.raw]
    ) { halves.append(EntryNumber($0.int(0))) }
    return try halves.compactMap { try otherHalf(ofSetOff: $0) }
  }

  /// The money on a customer's documents of which nothing is left, since a day.
  func settledReceipts(
    of customer: CustomerID, in company: CompanyID, since first: Day
  ) throws -> [(receipt: Receipt, currency: Currency)] {
    var found: [(receipt: Receipt, currency: Currency)] = []
    try rows(
      """
      SELECT a.document, a.happened, a.amount, d.currency
      FROM document_entry d JOIN allocation_entry a ON a.document = d.number
      LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE d.company = ?1 AND d.customer = ?2 AND d.kind = 1 AND a.line IS NOT NULL
        AND a.happened >= ?3 AND r.number IS NULL AND NOT EXISTS (SELECT 1 FROM open_item o
          WHERE o.company = ?1 AND o.customer = ?2 AND o.document = d.number)
      ORDER BY a.happened, a.number
      """, [company.raw, customer.raw, Int64(first.number)]
    ) { row in
      let receipt = Receipt(
        document: EntryNumber(row.int(0)), day: Day(number: Int32(row.int(1))),
        amount: Money(cents: row.int(2)))
      found.append((receipt, Currency(row.text(3)) ?? .eur))
    }
    return found
  }
}
