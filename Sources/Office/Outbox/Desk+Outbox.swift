public import Ledger
public import Quantities
public import Store

extension Desk {
  /// The messages to a customer that a person has to confirm, newest first.
  public func waitingMessages(to id: CustomerID) throws -> [OutboxMessage] {
    try store.read { try $0.messages([.waiting], of: id, limit: 5) }
  }

  /// The most that the files of one message may weigh together.
  public static let mostAttached = 10 * 1_048_576
  /// What is left of it for a letter whose pages are not set yet.
  static let roomForLetter = 512 * 1024

  /// Puts a message into the outbox, with the reminder by which the accounts know of it, in one
  /// transaction. Nothing leaves here.
  ///
  /// Gives the message's number; nil when one of the same key stands already, so that whoever runs
  /// twice queues once.
  @discardableResult
  public func queue(
    _ message: QueuedMessage, to customer: CustomerID, in currency: Currency = .eur,
    as reminder: Reminder? = nil
  ) throws -> EntryNumber? {
    try store.write(learned: today) {
      try $0.queueChecked(message, to: customer, in: currency, as: reminder)
    }
  }

  /// Lets messages go that waited for a person. Those that were written on an earlier day are
  /// written anew: a person's word stands for the same step, and is asked again for another one.
  ///
  /// Throws when the only one was cancelled meanwhile.
  @discardableResult
  public func approve(_ messages: [EntryNumber]) throws -> ApprovalReport {
    let (today, now) = (today, now)
    var report = ApprovalReport()
    var approved: Set<EntryNumber> = []
    (approved, report.cancelled) = try store.write(learned: today) { pen in
      let approved = try messages.filter { try pen.note(MessageEvent(.approved, of: $0, at: now)) }
      let reader = try pen.reader
      let cancelled = try messages.filter { try reader.state(of: $0) == .cancelled }
      if messages.count == 1, try reader.state(of: messages[0]) == nil {
        throw OutboxRefusal.unknownMessage(messages[0])
      }
      if messages.count == 1, let cancelled = cancelled.first {
        let words = try reader.events(of: cancelled).last?.words ?? ""
        throw OutboxRefusal.cancelled(cancelled, because: words)
      }
      return (Set(approved), cancelled.count)
    }
    report.approved = approved.count
    let old = try store.read { try $0.unsent(before: today) }
    let customers = Set(old.lazy.filter { approved.contains($0.number) }.map(\.customer))
    if !customers.isEmpty { report.rewriting = try rewriteUnsent(of: customers) }
    return report
  }

  /// A message that is not to leave, or no longer; the reminder it stood for is taken back.
  public func cancel(_ message: EntryNumber, because reason: String) throws {
    guard !reason.isEmpty else { throw DeskRefusal.emptyReason }
    try note(.cancelled, of: message, reason)
  }

  /// A person found that a message in doubt had left.
  public func confirmSent(_ message: EntryNumber, words: String = "") throws {
    try note(.confirmedSent, of: message, words)
  }

  /// A person wants a message sent again: one in doubt, one refused, one that came back.
  public func sendAgain(_ message: EntryNumber, words: String = "") throws {
    try note(.requeued, of: message, words)
  }

  /// A person gave a letter to the post; registered ones have a tracking number.
  public func handOver(_ message: EntryNumber, tracking: String) throws {
    try note(.handedOver, of: message, tracking)
  }

  private func note(
    _ kind: MessageEvent.Kind, of message: EntryNumber, _ words: String
  ) throws {
    let now = now
    try store.write(learned: today) { pen in
      guard let state = try pen.reader.state(of: message) else {
        throw OutboxRefusal.unknownMessage(message)
      }
      guard try pen.note(MessageEvent(kind, of: message, at: now, words: words)) else {
        throw OutboxRefusal.elsewhere(message, state)
      }
    }
  }
}

extension BookWriter {
  /// As `queue`, once the message is one that can leave.
  func queueChecked(
    _ message: QueuedMessage, to id: CustomerID, in currency: Currency, as reminder: Reminder?
  ) throws -> EntryNumber? {
    guard let customer = try reader.customer(id) else { throw DeskRefusal.unknownCustomer(id) }
    if message.channel == .email, MailAddress(message.recipient) == nil {
      throw OutboxRefusal.noAddress(customer: customer.name, found: message.recipient)
    }
    if message.channel == .sms, message.recipient.count(where: \.isWholeNumber) < 6 {
      throw OutboxRefusal.noPhone(customer: customer.name)
    }
    guard !message.subject.isEmpty, !message.text.isEmpty else { throw OutboxRefusal.empty }
    let byteCount = message.attachments.map(\.byteCount).reduce(0, +)
    guard byteCount <= Desk.mostAttached else {
      throw OutboxRefusal.tooLarge(byteCount: byteCount)
    }
    return try queue(message, to: id, in: currency, as: reminder)
  }
}
