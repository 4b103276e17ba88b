public import Ledger
public import Quantities

extension BookWriter {
  /// Appends a message and puts it into the outbox; false when one of its key stands there.
  func insert(_ message: QueuedMessage, under header: Header) throws -> Bool {
    guard try reader.standingMessage(message.key, in: company) == nil else { return false }
    let row = try connection.prepare(
      """
      INSERT INTO message_entry (number, company, customer, currency, happened, learned, key,
        purpose, channel, mode, recipient, subject, text, language, documents, asking, principal,
        reminder, follows)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
      """)
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, header.owner)
    row.bind(4, header.currency)
    row.bind(5, header.happened)
    row.bind(6, header.learned)
    let texts = [
      message.key, message.purpose, message.channel.rawValue, message.mode.rawValue,
      message.recipient, message.subject, message.text, message.language.rawValue,
      message.documents.map { String($0.raw) }.joined(separator: " "),
    ]
    for (place, text) in texts.enumerated() { row.bind(Int32(7 + place), text) }
    row.bind(16, message.asking.cents)
    row.bind(17, message.principal.cents)
    row.bind(18, message.reminder?.raw)
    row.bind(19, message.follows?.raw)
    try row.run()
    try insert(message.attachments, of: header.number)
    try putIntoOutbox(message, under: header)
    return true
  }

  private func putIntoOutbox(_ message: QueuedMessage, under header: Header) throws {
    let box = try connection.prepare(
      """
      INSERT INTO outbox (message, company, customer, key, channel, state, moment, until_moment,
        tries)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, 0)
      """)
    box.bind(1, header.number)
    box.bind(2, header.company)
    box.bind(3, header.owner)
    box.bind(4, message.key)
    box.bind(5, message.channel.rawValue)
    box.bind(6, MessageState(message.mode).rawValue)
    try box.run()
  }

  private func insert(_ attachments: [Attachment], of message: Int64) throws {
    for (place, attachment) in attachments.enumerated() {
      let row = try connection.prepare(
        """
        INSERT INTO attachment_entry (message, position, name, type, digest, byte_count)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """)
      row.bind(1, message)
      row.bind(2, Int64(place))
      row.bind(3, attachment.name)
      row.bind(4, attachment.type)
      row.bindOrNull(5, attachment.kept?.digest ?? "")
      row.bind(6, Int64(attachment.byteCount))
      try row.run()
      // What rests in the archive is not stored again.
      guard let bytes = attachment.bytes else { continue }
      let file = try connection.prepare(
        "INSERT INTO message_file (message, position, bytes) VALUES (?1, ?2, ?3)")
      file.bind(1, message)
      file.bind(2, Int64(place))
      file.bind(3, bytes)
      try file.run()
    }
  }

  /// A message that was taken out keeps its words, not the files that it held: a book in which
  /// messages wait, and are written anew each day, would grow by them.
  private func dropFiles(of message: EntryNumber) throws {
    let row = try connection.prepare("DELETE FROM message_file WHERE message = ?1")
    row.bind(1, message.raw)
    try row.run()
  }

  /// Appends what happened to a message; false when it cannot happen to one that stands where this
  /// one does.
  func insert(_ event: MessageEvent, under header: Header) throws -> Bool {
    guard let state = try reader.state(of: event.message)?.after(event.kind) else { return false }
    let row = try connection.prepare(
      """
      INSERT INTO message_event_entry (number, company, customer, happened, learned, message, kind,
        moment, until_moment, words)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """)
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, header.customer)
    row.bind(4, header.happened)
    row.bind(5, header.learned)
    row.bind(6, event.message.raw)
    row.bind(7, event.kind.rawValue)
    row.bind(8, event.at.seconds)
    row.bind(9, event.until?.seconds)
    row.bind(10, event.words)
    try row.run()
    let box = try connection.prepare(
      """
      UPDATE outbox SET state = ?2, moment = ?3, until_moment = ?4, tries = tries + ?5
      WHERE message = ?1
      """)
    box.bind(1, event.message.raw)
    box.bind(2, state.rawValue)
    box.bind(3, event.at.seconds)
    box.bind(4, event.until?.seconds ?? 0)
    box.bind(5, event.kind == .inFlight ? 1 : 0)
    try box.run()
    if state == .cancelled { try dropFiles(of: event.message) }
    return true
  }

  /// Files a message that came in; false when it was filed before.
  func insert(_ message: ReceivedMessage, under header: Header) throws -> Bool {
    let row = try connection.prepare(
      """
      INSERT INTO received_entry (number, company, customer, happened, learned, kind, sender,
        subject, text, answers, status, failed_recipient, fingerprint, moment)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
      ON CONFLICT (company, fingerprint) DO NOTHING
      """)
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, header.customer)
    row.bind(4, header.happened)
    row.bind(5, header.learned)
    row.bind(6, message.kind.rawValue)
    row.bind(7, message.sender)
    row.bind(8, message.subject)
    row.bind(9, message.text)
    row.bind(10, message.answers?.raw)
    row.bind(11, message.status)
    row.bind(12, message.failedRecipient)
    row.bind(13, message.fingerprint)
    row.bind(14, message.at.seconds)
    try row.run()
    return connection.changes == 1
  }

  /// Puts a message into the outbox with the reminder by which the accounts know of it, in one
  /// transaction; nil when one of its key stands there already.
  public func queue(
    _ message: QueuedMessage, to customer: CustomerID, in currency: Currency = .eur,
    as reminder: Reminder? = nil
  ) throws -> EntryNumber? {
    guard try reader.standingMessage(message.key, in: company) == nil else { return nil }
    var message = message
    message.follows = try reader.lastMessage(of: customer, about: message.documents, in: company)
    if let reminder {
      message.reminder = try append(
        .reminder(reminder), customer: customer, currency: currency, happened: learned)
    }
    return try append(.message(message), customer: customer, currency: currency, happened: learned)
  }

  /// Books what happened to a message; false when it cannot happen to it any more, because somebody
  /// else was faster. One that surely did not leave takes its reminder back: it was never made.
  @discardableResult
  public func note(_ event: MessageEvent) throws -> Bool {
    let known = try reader.owner(ofMessage: event.message)
    guard let known,
      try append(
        .messageEvent(event), customer: known.customer, happened: event.at.parisDay) != nil
    else { return false }
    if [.cancelled, .withdrawn, .rehearsed, .failed].contains(event.kind),
      let reminder = known.reminder, try !reader.isReversed(reminder)
    {
      try append(
        .reversal(Reversal(of: reminder, reason: event.words)), customer: known.customer,
        happened: event.at.parisDay)
    }
    return true
  }
}
