public import Ledger
public import Quantities

/// A message of the outbox with where it stands. Its files are listed, not loaded.
public struct OutboxMessage: Hashable, Sendable {
  /// A file that goes with it.
  public struct Enclosure: Hashable, Sendable {
    public let name: String
    public let type: String
    public let byteCount: Int
    /// Whether its content rests in the archive beside the book.
    public let kept: KeptFile?
    /// Whether its content is no longer held: the message was taken out and never left.
    public let isDropped: Bool
  }
  public let number: EntryNumber
  public let customer: CustomerID
  public let currency: Currency
  /// The day it was queued.
  public let queued: Day
  public let message: QueuedMessage
  public internal(set) var enclosures: [Enclosure] = []
  public let state: MessageState
  /// When the last thing happened to it; nil before anything has.
  public let moment: Instant?
  public let until: Instant?
  public let tries: Int
  /// The last thing that happened to it; nil before anything has.
  public let last: MessageEvent.Kind?
}

/// A message that came in, as filed.
public struct FiledMessage: Hashable, Sendable {
  public let number: EntryNumber
  public let customer: CustomerID?
  public let filed: Day
  public let message: ReceivedMessage
}

extension BookReader {
  /// The message of a key that stands: queued, sent or in doubt, and not cancelled.
  public func standingMessage(
    _ key: String, in company: CompanyID = .first
  ) throws -> EntryNumber? {
    let row = try connection.prepare(
      "SELECT message FROM outbox WHERE company = ?1 AND key = ?2 AND state <> 'cancelled'")
    defer { row.reset() }
    row.bind(1, company.raw)
    row.bind(2, key)
    return try row.step() ? EntryNumber(row.int(0)) : nil
  }

  /// How the last message of a key that did not leave came to its end, and when; nil for none.
  public func lastEnd(
    ofKey key: String, in company: CompanyID = .first
  ) throws -> (kind: MessageEvent.Kind, at: Instant)? {
    let row = try connection.prepare(
      """
      SELECT e.kind, e.moment FROM outbox o JOIN message_event_entry e ON e.message = o.message
      WHERE o.company = ?1 AND o.key = ?2 AND o.state = 'cancelled' ORDER BY e.number DESC LIMIT 1
      """)
    defer { row.reset() }
    row.bind(1, company.raw)
    row.bind(2, key)
    guard try row.step(), let kind = MessageEvent.Kind(rawValue: row.text(0)) else { return nil }
    return (kind, Instant(seconds: row.int(1)))
  }

  /// Where a message stands; nil when there is none of that number.
  public func state(of message: EntryNumber) throws -> MessageState? {
    let row = try connection.prepare("SELECT state FROM outbox WHERE message = ?1")
    defer { row.reset() }
    row.bind(1, message.raw)
    return try row.step() ? MessageState(rawValue: row.text(0)) : nil
  }

  func owner(
    ofMessage message: EntryNumber
  ) throws -> (customer: CustomerID, reminder: EntryNumber?)? {
    var found: (CustomerID, EntryNumber?)?
    try rows("SELECT customer, reminder FROM message_entry WHERE number = ?1", [message.raw]) {
      found = (CustomerID($0.int(0)), $0.intOrNil(1).map(EntryNumber.init))
    }
    return found
  }

  /// The last e-mail to a customer of the same case: one that spoke of some of the documents.
  func lastMessage(
    of customer: CustomerID, about documents: [EntryNumber], in company: CompanyID
  ) throws -> EntryNumber? {
    let wanted = Set(documents)
    var found: EntryNumber?
    try rows(
      """
      SELECT m.number, m.documents FROM message_entry m JOIN outbox o ON o.message = m.number
      WHERE m.company = ?1 AND m.customer = ?2 AND m.channel = 'email' AND o.state <> 'cancelled'
      ORDER BY m.number DESC LIMIT 20
      """, [company.raw, customer.raw]
    ) { row in
      let spoken = numbers(row.text(1))
      if found == nil, !wanted.isDisjoint(with: spoken) { found = EntryNumber(row.int(0)) }
    }
    return found
  }

  /// The message that each follows, oldest last: the thread of a case.
  public func thread(of message: EntryNumber, atMost limit: Int = 10) throws -> [EntryNumber] {
    var thread: [EntryNumber] = []
    var next: EntryNumber? = message
    while let current = next, thread.count <= limit {
      next = try number("SELECT follows FROM message_entry WHERE number = ?1", current.raw)
        .map(EntryNumber.init)
      if let next { thread.append(next) }
    }
    return thread
  }

  static let messageColumns = """
    m.number, m.customer, m.currency, m.happened, m.key, m.purpose, m.channel, m.mode, m.recipient,
    m.subject, m.text, m.language, m.documents, m.asking, m.principal, m.reminder, m.follows,
    o.state, o.moment, o.until_moment, o.tries,
    (SELECT e.kind FROM message_event_entry e WHERE e.message = m.number
      ORDER BY e.number DESC LIMIT 1)
    """

  func outboxMessage(_ row: SQLiteStatement) -> OutboxMessage {
    var message = QueuedMessage(
      key: row.text(4), purpose: row.text(5),
      channel: Reminder.Channel(rawValue: row.text(6)) ?? .email,
      mode: QueuedMessage.Mode(rawValue: row.text(7)) ?? .afterConfirmation,
      recipient: row.text(8), subject: row.text(9), text: row.text(10),
      language: Customer.Language(rawValue: row.text(11)) ?? .french,
      documents: numbers(row.text(12)), asking: Money(cents: row.int(13)),
      principal: Money(cents: row.int(14)))
    message.reminder = row.intOrNil(15).map(EntryNumber.init)
    message.follows = row.intOrNil(16).map(EntryNumber.init)
    func instant(_ column: Int32) -> Instant? {
      row.int(column) == 0 ? nil : Instant(seconds: row.int(column))
    }
    return OutboxMessage(
      number: EntryNumber(row.int(0)), customer: CustomerID(row.int(1)),
      currency: Currency(row.text(2)) ?? .eur, queued: Day(number: Int32(row.int(3))),
      message: message, state: MessageState(rawValue: row.text(17)) ?? .doubtful,
      moment: instant(18), until: instant(19), tries: Int(row.int(20)),
      last: MessageEvent.Kind(rawValue: row.text(21)))
  }

  private func numbers(_ text: String) -> [EntryNumber] {
    text.split(separator: " ").compactMap { Int64($0) }.map(EntryNumber.init)
  }

  /// A reminder by its number; nil when there is none.
  public func reminder(_ number: EntryNumber) throws -> Reminder? {
    var found: Reminder?
    try rows(
      "SELECT \(Incident.columns(of: "incident_entry")) FROM incident_entry WHERE number = ?1",
      [number.raw]
    ) {
      if case .reminder(let reminder) = Incident($0, from: 0).fact { found = reminder }
    }
    return found
  }

  /// A message with the list of its files; nil when there is none of that number.
  public func message(_ number: EntryNumber) throws -> OutboxMessage? {
    var found: OutboxMessage?
    try rows(
      """
      SELECT \(BookReader.messageColumns)
      FROM message_entry m JOIN outbox o ON o.message = m.number WHERE m.number = ?1
      """, [number.raw]
    ) { found = outboxMessage($0) }
    try rows(
      """
      SELECT name, type, byte_count, digest, EXISTS (SELECT 1 FROM message_file f
        WHERE f.message = a.message AND f.position = a.position)
      FROM attachment_entry a WHERE message = ?1 ORDER BY position
      """, [number.raw]
    ) { row in
      let (byteCount, digest) = (Int(row.int(2)), row.text(3))
      found?.enclosures.append(
        OutboxMessage.Enclosure(
          name: row.text(0), type: row.text(1), byteCount: byteCount,
          kept: digest.isEmpty ? nil : KeptFile(digest: digest, byteCount: byteCount),
          isDropped: digest.isEmpty && row.int(4) == 0))
    }
    return found
  }

  /// The files of a message; those of the archive are named, not read, and those of a message that
  /// was taken out are named alone.
  public func attachments(of message: EntryNumber) throws -> [Attachment] {
    var found: [Attachment] = []
    try rows(
      """
      SELECT a.name, a.type, f.bytes, a.digest, a.byte_count, f.message
      FROM attachment_entry a
      LEFT JOIN message_file f ON f.message = a.message AND f.position = a.position
      WHERE a.message = ?1 ORDER BY a.position
      """, [message.raw]
    ) { row in
      let (digest, byteCount) = (row.text(3), Int(row.int(4)))
      let content: Attachment.Content =
        if !digest.isEmpty {
          .kept(KeptFile(digest: digest, byteCount: byteCount))
        } else if row.intOrNil(5) == nil {
          .dropped(byteCount: byteCount)
        } else {
          .bytes(row.bytes(2))
        }
      found.append(Attachment(name: row.text(0), type: row.text(1), content: content))
    }
    return found
  }

  /// The messages that stand somewhere, the newest first; those of one customer when it is given.
  public func messages(
    _ states: [MessageState] = MessageState.allCases, of customer: CustomerID? = nil,
    in company: CompanyID = .first, limit: Int = 200, offset: Int = 0
  ) throws -> [OutboxMessage] {
    let wanted = states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    var found: [OutboxMessage] = []
    try rows(
      """
      SELECT \(BookReader.messageColumns)
      FROM outbox o JOIN message_entry m ON m.number = o.message
      WHERE o.company = ?1 AND o.state IN (\(wanted))
        \(customer == nil ? "" : "AND o.customer = ?4")
      ORDER BY o.message DESC LIMIT ?2 OFFSET ?3
      """, [company.raw, Int64(limit), Int64(offset)] + (customer.map { [$0.raw] } ?? [])
    ) { found.append(outboxMessage($0)) }
    return found
  }

  /// The e-mails that may leave at an instant, the oldest first, after one that was looked at.
  public func due(
    at instant: Instant, after last: EntryNumber = EntryNumber(0),
    channels: [Reminder.Channel] = [.email], in company: CompanyID = .first, limit: Int
  ) throws -> [EntryNumber] {
    let wanted = channels.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    var found: [EntryNumber] = []
    try rows(
      """
      SELECT message FROM outbox
      WHERE company = ?1 AND state IN ('ready', 'deferred') AND channel IN (\(wanted))
        AND until_moment <= ?2 AND message > ?3
      ORDER BY message LIMIT ?4
      """, [company.raw, instant.seconds, last.raw, Int64(limit)]
    ) { found.append(EntryNumber($0.int(0))) }
    return found
  }

  /// How many messages stand where.
  public func messageCounts(_ company: CompanyID = .first) throws -> [MessageState: Int] {
    var counts: [MessageState: Int] = [:]
    try rows(
      "SELECT state, count(*) FROM outbox WHERE company = ?1 GROUP BY state", [company.raw]
    ) { row in
      if let state = MessageState(rawValue: row.text(0)) { counts[state] = Int(row.int(1)) }
    }
    return counts
  }

  /// E-mails that were given to the server since an instant.
  public func messagesSent(since instant: Instant, in company: CompanyID = .first) throws -> Int {
    Int(
      try number(
        """
        SELECT count(*) FROM outbox
        WHERE company = ?1 AND state = 'sent' AND moment > ?2 AND channel = 'email'
        """, company.raw, instant.seconds) ?? 0)
  }
}
