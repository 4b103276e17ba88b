public import Ledger
public import Quantities

/// An invoice that says when it was ordered and when it was delivered.
public struct Delivery: Hashable, Sendable {
  public let document: EntryNumber
  public let issue: Day
  public let ordered: Day
  public let delivered: Day

  public var leadInDays: Int { ordered.days(to: delivered) }
}

extension BookReader {
  /// The deliveries of each customer over some days, by their invoices, oldest first.
  public func deliveries(
    since first: Day, through last: Day, in company: CompanyID = .first
  ) throws -> [CustomerID: [Delivery]] {
    var found: [CustomerID: [Delivery]] = [:]
    try rows(
      """
      SELECT customer, number, happened, ordered, delivery FROM document_entry
      WHERE company = ?1 AND ordered IS NOT NULL AND kind = 1
        AND coalesce(import, 0) NOT IN \(BookReader.undoneImports) AND delivery >= ordered
        AND happened BETWEEN ?2 AND ?3
      ORDER BY customer, happened, number
      """, [company.raw, Int64(first.number), Int64(last.number)]
    ) { row in
      found[CustomerID(row.int(0)), default: []].append(
        Delivery(
          document: EntryNumber(row.int(1)), issue: Day(number: Int32(row.int(2))),
          ordered: Day(number: Int32(row.int(3))), delivered: Day(number: Int32(row.int(4)))))
    }
    return found
  }
}
