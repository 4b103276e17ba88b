public import Ledger
public import Quantities

/// What stands in the outbox and has not left.
extension BookReader {
  /// The messages written before a day that have not begun to leave and whose figures are of their
  /// day: those of the dunning run, letters made by hand and thanks. With them those that a person
  /// wants sent again though their reminder was taken back. The oldest first.
  public func unsent(
    before day: Day, of customer: CustomerID? = nil, in company: CompanyID = .first
  ) throws -> [OutboxMessage] {
    var found: [OutboxMessage] = []
    try rows(
      """
      SELECT \(BookReader.messageColumns)
      FROM outbox o JOIN message_entry m ON m.number = o.message
      WHERE o.company = ?1 AND o.state IN ('waiting', 'ready', 'deferred')
        AND (o.key LIKE 'reminder/%' OR o.key LIKE 'letter/%' OR o.key LIKE 'thanks/%')
        AND (m.happened < ?2 OR (o.tries > 0
          AND EXISTS (SELECT 1 FROM reversal_entry r WHERE r.target = m.reminder)))
        \(customer == nil ? "" : "AND o.customer = ?3")
      ORDER BY o.message
      """, [company.raw, Int64(day.number)] + (customer.map { [$0.raw] } ?? [])
    ) { found.append(outboxMessage($0)) }
    return found
  }

  /// The reminders whose messages of other days than this one have not left for certain: each with
  /// its message and where it stands. Those of one customer when it is given.
  public func unsettled(
    apartFrom day: Day, of customer: CustomerID? = nil, in company: CompanyID = .first
  ) throws -> [UnsettledMessage] {
    try unsettled(
      """
      o.state IN ('waiting', 'ready', 'deferred', 'inFlight', 'doubtful', 'printed')
        AND m.happened <> ?2
      """, day, customer, company)
  }

  /// The reminders of a customer whose messages have not begun to leave, of whatever day.
  public func remindersToCome(
    for customer: CustomerID, in company: CompanyID = .first
  ) throws -> Set<EntryNumber> {
    let found = try unsettled(
      "o.state IN ('waiting', 'ready', 'deferred', 'failed') AND ?2 = ?2", Day(2000, 1, 1),
      customer, company)
    return Set(found.map(\.reminder))
  }

  private func unsettled(
    _ condition: String, _ day: Day, _ customer: CustomerID?, _ company: CompanyID
  ) throws -> [UnsettledMessage] {
    var found: [UnsettledMessage] = []
    try rows(
      """
      SELECT o.message, o.customer, m.currency, o.state, m.reminder
      FROM outbox o JOIN message_entry m ON m.number = o.message
      WHERE o.company = ?1 AND m.reminder IS NOT NULL AND \(condition)
        \(customer == nil ? "" : "AND o.customer = ?3")
      ORDER BY o.message
      """, [company.raw, Int64(day.number)] + (customer.map { [$0.raw] } ?? [])
    ) { row in
      found.append(
        UnsettledMessage(
          number: EntryNumber(row.int(0)), customer: CustomerID(row.int(1)),
          currency: Currency(row.text(2)) ?? .eur,
          state: MessageState(rawValue: row.text(3)) ?? .doubtful,
          reminder: EntryNumber(row.int(4))))
    }
    return found
  }

  /// Whether an entry was taken back.
  public func isReversed(_ entry: EntryNumber) throws -> Bool {
    try number("SELECT count(*) FROM reversal_entry WHERE target = ?1", entry.raw) ?? 0 > 0
  }

  /// Whether an earlier reminder to a customer was taken back after a message was written: its
  /// text may speak of it.
  public func wasTakenBack(
    aReminderTo customer: CustomerID, in currency: Currency, after message: EntryNumber,
    of company: CompanyID = .first
  ) throws -> Bool {
    let row = try connection.prepare(
      """
      SELECT count(*) FROM incident_entry i JOIN reversal_entry r ON r.target = i.number
      WHERE i.company = ?1 AND i.customer = ?2 AND i.currency = ?3 AND i.kind = 'reminder'
        AND i.number < ?4 AND r.number > ?4
      """)
    defer { row.reset() }
    row.bind(1, company.raw)
    row.bind(2, customer.raw)
    row.bind(3, currency.code)
    row.bind(4, message.raw)
    return try row.step() && row.int(0) > 0
  }
}

/// A message with a reminder that has not left for certain.
public struct UnsettledMessage: Hashable, Sendable {
  public let number: EntryNumber
  public let customer: CustomerID
  public let currency: Currency
  public let state: MessageState
  public let reminder: EntryNumber
}
