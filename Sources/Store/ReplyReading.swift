public import Ledger
public import Quantities

/// Which of the messages that came in are looked at.
public enum ReplyView: String, CaseIterable, Hashable, Sendable {
  /// A customer wrote, and nobody has dealt with it.
  case waiting
  case answered
  /// Someone wrote to us, and nobody can tell for which customer.
  case unfiled
  case all
}

/// A message that came in, with what a person did about it.
public struct FiledReply: Hashable, Sendable {
  public let number: EntryNumber
  /// Whom it concerns, as filed last; nil for nobody yet.
  public let customer: CustomerID?
  public let name: String
  public let filed: Day
  public let message: ReceivedMessage
  /// What came of it; nil as long as nobody has dealt with it.
  public internal(set) var answer: Dated<ReplyAnswer>?
}

extension BookReader {
  /// Where a message is filed at a moment, as SQL over `received_entry m`.
  private static func owner(_ limits: String = "") -> String {
    """
    coalesce((SELECT f.customer FROM reply_entry f WHERE f.reply = m.number AND f.kind = 'filed'
      \(limits.replacing("@", with: "f")) ORDER BY f.number DESC LIMIT 1), m.customer)
    """
  }

  /// Whether a person has dealt with it by a moment, as SQL over `received_entry m`.
  private static func answered(_ limits: String = "") -> String {
    """
    EXISTS (SELECT 1 FROM reply_entry a
      LEFT JOIN reversal_entry r ON r.target = a.number \(limits.replacing("@", with: "r"))
      WHERE a.reply = m.number AND a.kind = 'answered' AND r.number IS NULL
      \(limits.replacing("@", with: "a")))
    """
  }

  /// What customers wrote and nobody had dealt with at a moment, oldest first; of all of them, or
  /// of one.
  func forEachWaitingReply(
    of customer: CustomerID?, in company: CompanyID, at moment: Moment,
    _ body: (CustomerID, Dated<WaitingReply>) -> Void
  ) throws {
    let limits = "AND @.happened <= ?2 AND @.learned <= ?3"
    let whose =
      customer == nil
      ? ""
      : """
      AND (m.customer = ?4
        OR m.number IN (SELECT reply FROM reply_entry WHERE company = ?1 AND customer = ?4))
      """
    try rows(
      """
      SELECT m.number, \(BookReader.owner(limits)), m.happened, m.learned, m.sender, m.subject
      FROM received_entry m
      WHERE m.company = ?1 AND m.kind = 'reply' \(limits.replacing("@", with: "m")) \(whose)
        AND NOT \(BookReader.answered(limits))
      ORDER BY m.number
      """, [company.raw] + moment.limits + (customer.map { [$0.raw] } ?? [])
    ) { row in
      guard let owner = row.intOrNil(1) else { return }
      body(
        CustomerID(owner),
        Dated(
          number: EntryNumber(row.int(0)), happened: Day(number: Int32(row.int(2))),
          learned: Day(number: Int32(row.int(3))),
          fact: WaitingReply(sender: row.text(4), subject: row.text(5))))
    }
  }

  private static func condition(_ view: ReplyView) -> String {
    switch view {
    case .waiting: "m.kind = 'reply' AND \(owner()) IS NOT NULL AND NOT \(answered())"
    case .answered: answered()
    case .unfiled: "m.kind = 'reply' AND \(owner()) IS NULL AND NOT \(answered())"
    case .all: "1 = 1"
    }
  }

  /// The messages that came in, of a view, the newest first.
  public func replies(
    _ view: ReplyView, in company: CompanyID = .first, limit: Int = 100, offset: Int = 0
  ) throws -> [FiledReply] {
    try replies(
      "WHERE m.company = ?1 AND \(BookReader.condition(view)) ORDER BY m.number DESC "
        + "LIMIT ?2 OFFSET ?3", [company.raw, Int64(limit), Int64(offset)])
  }

  /// A message that came in; nil when there is none of that number.
  public func reply(_ number: EntryNumber) throws -> FiledReply? {
    try replies("WHERE m.number = ?1", [number.raw]).first
  }

  private func replies(_ which: String, _ values: [Int64]) throws -> [FiledReply] {
    var found: [FiledReply] = []
    try rows(
      """
      SELECT m.number, \(BookReader.owner()), m.happened, \(BookReader.receivedColumns
        .split(separator: ", ").map { "m." + $0 }.joined(separator: ", "))
      FROM received_entry m \(which)
      """, values
    ) { row in
      guard let message = receivedMessage(row, from: 3) else { return }
      let owner = row.intOrNil(1).map(CustomerID.init)
      found.append(
        FiledReply(
          number: EntryNumber(row.int(0)), customer: owner,
          name: try owner.flatMap { try customer($0)?.name } ?? "",
          filed: Day(number: Int32(row.int(2))), message: message))
    }
    for place in found.indices { found[place].answer = try answer(to: found[place].number) }
    return found
  }

  /// What came of a message; nil as long as nobody has dealt with it.
  private func answer(to reply: EntryNumber) throws -> Dated<ReplyAnswer>? {
    var found: Dated<ReplyAnswer>?
    try rows(
      """
      SELECT a.number, a.happened, a.learned, a.outcome, a.facts, a.person, a.words
      FROM reply_entry a LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE a.reply = ?1 AND a.kind = 'answered' AND r.number IS NULL ORDER BY a.number
      """, [reply.raw]
    ) { row in
      found = Dated(
        number: EntryNumber(row.int(0)), happened: Day(number: Int32(row.int(1))),
        learned: Day(number: Int32(row.int(2))), fact: replyAnswer(row, from: 3, to: reply))
    }
    return found
  }

  private func replyAnswer(
    _ row: SQLiteStatement, from first: Int32, to reply: EntryNumber
  ) -> ReplyAnswer {
    ReplyAnswer(
      ReplyAnswer.Outcome(rawValue: row.text(first)) ?? .nothing, to: reply,
      person: row.text(first + 2), words: row.text(first + 3),
      facts: row.text(first + 1).split(separator: " ").compactMap { Int64($0) }
        .map(EntryNumber.init))
  }

  /// How many messages came in, by view.
  public func replyCounts(_ company: CompanyID = .first) throws -> [ReplyView: Int] {
    var counts: [ReplyView: Int] = [:]
    for view in ReplyView.allCases {
      counts[view] = Int(
        try number(
          "SELECT count(*) FROM received_entry m WHERE m.company = ?1 AND "
            + BookReader.condition(view), company.raw) ?? 0)
    }
    return counts
  }

  /// How many messages of customers wait for a person.
  public func waitingReplyCount(_ company: CompanyID = .first) throws -> Int {
    Int(
      try number(
        "SELECT count(*) FROM received_entry m WHERE m.company = ?1 AND "
          + BookReader.condition(.waiting), company.raw) ?? 0)
  }

  /// What people did about messages that came in, of a customer or of all.
  func forEachReplyEntry(
    of customer: CustomerID?, in company: CompanyID, _ body: (Entry) throws -> Void
  ) throws {
    try rows(
      """
      SELECT number, customer, happened, learned, kind, reply, former, outcome, facts, person,
        words FROM reply_entry WHERE company = ?1
      \(customer == nil ? "" : "AND customer = ?2") ORDER BY number
      """, [company.raw] + (customer.map { [$0.raw] } ?? [])
    ) { row in
      let reply = EntryNumber(row.int(5))
      let fact: Fact =
        row.text(4) == "filed"
        ? .replyFiled(ReplyFiling(of: reply, from: row.intOrNil(6).map(CustomerID.init)))
        : .replyAnswered(replyAnswer(row, from: 7, to: reply))
      try body(
        Entry(
          number: EntryNumber(row.int(0)), customer: row.intOrNil(1).map(CustomerID.init),
          happened: Day(number: Int32(row.int(2))), learned: Day(number: Int32(row.int(3))),
          fact: fact))
    }
  }
}
