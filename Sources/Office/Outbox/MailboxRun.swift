import Delivery
import Ledger
import Quantities
import Store

/// What a reading of the mailbox filed.
public struct MailboxReport: Hashable, Sendable {
  public var replies = 0
  public var automatic = 0
  public var bounced = 0
  public var delayed = 0
  /// Someone answers us, and nobody can tell for which customer: a person files it.
  public var unfiled = 0
  /// Mails that speak of no customer we know: left to the mailbox.
  public var others = 0
  public init() {}
}

extension Desk {
  /// The most mails that one reading takes.
  private static let mostMails = 500

  /// Reads what came to the mailbox since last time and files what concerns our customers. A mail
  /// is filed once, and the place we are at moves with it.
  public func readMailbox() throws -> MailboxReport {
    let settings = try mailSettings()
    let mailbox = Mailbox(try settings.incoming.server(patienceInSeconds: 30))
    var report = MailboxReport()
    let unread = try mailbox.unread()
    let place = try store.read { try $0.setting("mailbox.place") } ?? ""
    let parts = place.split(separator: " ").map(String.init)
    var last = unread.first.map { $0 - 1 } ?? 0
    if parts.count == 2, parts[0] == mailbox.edition, let known = UInt32(parts[1]) {
      last = known
    } else if !unread.isEmpty || place.isEmpty {
      try keepPlace(mailbox, last)
    }
    for number in try mailbox.after(last).prefix(Desk.mostMails) {
      try file(IncomingMail(try mailbox.mail(number)), number, mailbox, settings, &report)
    }
    return report
  }

  private func keepPlace(_ mailbox: Mailbox, _ last: UInt32) throws {
    try store.write(learned: today) {
      try $0.set("mailbox.place", to: "\(mailbox.edition) \(last)")
    }
  }

  private func file(
    _ mail: IncomingMail, _ number: UInt32, _ mailbox: Mailbox, _ settings: MailSettings,
    _ report: inout MailboxReport
  ) throws {
    let now = now
    let received = ReceivedMessage(
      mail, answers: mail.answers.lazy.compactMap(settings.message(ofID:)).first,
      fallback: "\(mailbox.edition)/\(number)", at: now)
    let place = "\(mailbox.edition) \(number)"
    let filing = try store.write(learned: today) { pen in
      try pen.set("mailbox.place", to: place)
      var received = received
      let customer = try pen.reader.customer(of: mail, &received)
      guard customer != nil || mail.seemsToAnswer else { return Filing.left }
      let filed = try pen.append(.received(received), customer: customer, happened: now.parisDay)
      guard let customer else { return .unfiled }
      if filed != nil { try pen.takeConsequences(of: received, for: customer) }
      return .filed
    }
    switch (filing, received.kind) {
    case (.left, _): report.others += 1
    case (.unfiled, _): report.unfiled += 1
    case (_, .reply): report.replies += 1
    case (_, .autoReply): report.automatic += 1
    case (_, .bounce): report.bounced += 1
    case (_, .delay): report.delayed += 1
    }
  }
}

/// What becomes of a mail that came in.
private enum Filing { case filed, unfiled, left }

extension IncomingMail {
  /// Whether a person answers something: filed for someone to look at, even when nobody can tell
  /// for whom. What opens a subject of its own stays in the mailbox.
  fileprivate var seemsToAnswer: Bool {
    guard case .written = nature else { return false }
    let subject = subject.lowercased().filter { !$0.isWhitespace }
    return !answers.isEmpty || subject.hasPrefix("re:")
  }
}

extension ReceivedMessage {
  /// A mail as it is filed.
  init(_ mail: IncomingMail, answers: EntryNumber?, fallback: String, at now: Instant) {
    var kind = Kind.reply
    var status = ""
    var recipient = ""
    switch mail.nature {
    case .written: kind = .reply
    case .automatic: kind = .autoReply
    case .report(let failed, let told, let address):
      kind = failed ? .bounce : .delay
      (status, recipient) = (told, address)
    }
    self.init(
      kind, from: mail.sender, subject: mail.subject, text: mail.text, answers: answers,
      status: status, failedRecipient: recipient,
      fingerprint: mail.messageID.isEmpty ? fallback : mail.messageID, at: now)
  }
}

extension BookReader {
  /// Whom a mail concerns: by the message it answers, else by the mark of our address, else by who
  /// wrote it; nil when nobody can be told. An answer to a message we do not have is none.
  fileprivate func customer(
    of mail: IncomingMail, _ received: inout ReceivedMessage
  ) throws -> CustomerID? {
    if let answered = received.answers {
      if let owner = try addressee(of: answered) { return owner }
      received.answers = nil
    }
    for address in mail.recipients {
      guard let mark = MailAddress(address)?.mark, mark.first?.uppercased() == "D",
        let number = Int64(mark.dropFirst()), try customer(CustomerID(number)) != nil
      else { continue }
      return CustomerID(number)
    }
    let writer = received.failedRecipient.isEmpty ? mail.sender : received.failedRecipient
    return try customer(withAddress: writer)
  }
}

extension BookWriter {
  /// A message that came back for good says so, and its address is not written to again.
  fileprivate func takeConsequences(
    of received: ReceivedMessage, for customer: CustomerID
  ) throws {
    guard let answered = received.answers, let kept = try reader.message(answered) else { return }
    let words = [received.status, received.failedRecipient].filter { !$0.isEmpty }
      .joined(separator: " ")
    switch received.kind {
    case .bounce:
      try note(MessageEvent(.bounced, of: answered, at: received.at, words: words))
      guard received.isAddressFault else { return }
      let address =
        received.failedRecipient.isEmpty ? kept.message.recipient : received.failedRecipient
      // The case of letters is the customer's: the fault bears the address as we wrote to it.
      let known = kept.message.recipient.lowercased() == address.lowercased()
      let fault = AddressFault(
        channel: .email, address: known ? kept.message.recipient : address,
        reason: "message n° \(answered.raw) revenu" + (words.isEmpty ? "" : " (\(words))"))
      try append(.addressFault(fault), customer: customer, happened: received.at.parisDay)
    case .delay: try note(MessageEvent(.delayed, of: answered, at: received.at, words: words))
    case .reply, .autoReply: break
    }
  }
}

extension ReceivedMessage {
  /// Whether what the server says is about the address itself (RFC 3463), and not about a full
  /// mailbox or a policy.
  fileprivate var isAddressFault: Bool {
    ["5.1.", "5.2.1", "5.4.4", "5.0.0"].contains { status.hasPrefix($0) } || status.isEmpty
  }
}
