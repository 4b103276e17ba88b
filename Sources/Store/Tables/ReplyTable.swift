import Ledger

extension BookWriter {
  /// Appends that a person dealt with a message.
  func insert(_ answer: ReplyAnswer, under header: Header) throws {
    let row = try replyRow(under: header, about: answer.reply, "answered")
    row.bind(8, nil as Int64?)
    row.bind(9, answer.outcome.rawValue)
    row.bind(10, answer.facts.map { String($0.raw) }.joined(separator: " "))
    row.bind(11, answer.person)
    row.bind(12, answer.words)
    try row.run()
  }

  /// Appends whom a message concerns.
  func insert(_ filing: ReplyFiling, under header: Header) throws {
    let row = try replyRow(under: header, about: filing.reply, "filed")
    row.bind(8, filing.former?.raw)
    for column in Int32(9)...12 { row.bind(column, "") }
    try row.run()
  }

  private func replyRow(
    under header: Header, about reply: EntryNumber, _ kind: String
  ) throws -> SQLiteStatement {
    let row = try connection.prepare(
      """
      INSERT INTO reply_entry (number, company, customer, happened, learned, kind, reply, former,
        outcome, facts, person, words)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
      """)
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, header.customer)
    row.bind(4, header.happened)
    row.bind(5, header.learned)
    row.bind(6, kind)
    row.bind(7, reply.raw)
    return row
  }
}
