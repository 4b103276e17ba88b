public import Ledger
import Quantities

extension BookReader {
  /// What happened to a message, in order.
  public func events(of message: EntryNumber) throws -> [MessageEvent] {
    var found: [MessageEvent] = []
    try rows(
      """
      SELECT kind, moment, until_moment, words FROM message_event_entry
      WHERE message = ?1 ORDER BY number
      """, [message.raw]
    ) { row in
      guard let kind = MessageEvent.Kind(rawValue: row.text(0)) else { return }
      found.append(
        MessageEvent(
          kind, of: message, at: Instant(seconds: row.int(1)),
          until: row.intOrNil(2).map(Instant.init), words: row.text(3)))
    }
    return found
  }

  /// The messages to a customer, what happened to them and what came back; of all customers for
  /// nil.
  func forEachMessage(
    of customer: CustomerID?, in company: CompanyID, _ body: (Entry) throws -> Void
  ) throws {
    let whose = "WHERE company = ?1" + (customer == nil ? "" : " AND customer = ?2")
    let values = [company.raw] + (customer.map { [$0.raw] } ?? [])
    var queued: [(EntryNumber, Day)] = []
    try rows(
      "SELECT number, customer, happened, learned FROM message_entry \(whose) ORDER BY number",
      values
    ) { queued.append((EntryNumber($0.int(0)), Day(number: Int32($0.int(3))))) }
    for (number, learned) in queued {
      // A message's files stay where they are: no story is told by their bytes.
      guard let kept = try message(number) else { continue }
      try body(
        Entry(
          number: number, customer: kept.customer, currency: kept.currency, happened: kept.queued,
          learned: learned, fact: .message(kept.message)))
    }
    try forEachMessageEvent(whose, values, body)
  }

  private func forEachMessageEvent(
    _ whose: String, _ values: [Int64], _ body: (Entry) throws -> Void
  ) throws {
    func entry(_ row: SQLiteStatement, _ fact: Fact) -> Entry {
      Entry(
        number: EntryNumber(row.int(0)), customer: row.intOrNil(1).map(CustomerID.init),
        happened: Day(number: Int32(row.int(2))), learned: Day(number: Int32(row.int(3))),
        fact: fact)
    }
    try rows(
      """
      SELECT number, customer, happened, learned, message, kind, moment, until_moment, words
      FROM message_event_entry \(whose) ORDER BY number
      """, values
    ) { row in
      guard let kind = MessageEvent.Kind(rawValue: row.text(5)) else { return }
      let event = MessageEvent(
        kind, of: EntryNumber(row.int(4)), at: Instant(seconds: row.int(6)),
        until: row.intOrNil(7).map(Instant.init), words: row.text(8))
      try body(entry(row, .messageEvent(event)))
    }
    try rows(
      "SELECT number, customer, happened, learned, \(BookReader.receivedColumns) "
        + "FROM received_entry \(whose) ORDER BY number", values
    ) { row in
      if let message = receivedMessage(row, from: 4) {
        try body(entry(row, .received(message)))
      }
    }
  }
}
