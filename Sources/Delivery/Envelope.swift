public import Ledger
public import Quantities

/// A message with everything that a mail server and its reader need: who, to whom, about what.
public struct Envelope: Hashable, Sendable {
  public var sender: MailAddress
  public var senderName = ""
  public var recipient: MailAddress
  /// Where answers go; the sender when nil.
  public var replyTo: MailAddress?
  /// Where a server sends the message back to.
  public var returnPath: MailAddress
  public var subject: String
  public var text: String
  public var attachments: [Attachment] = []
  public var language = Customer.Language.french
  /// Without the angle brackets: `M12.7f3a@firme.fr`.
  public var messageID: String
  /// The messages of the same case before it, oldest first.
  public var references: [String] = []
  public var date: Instant

  public init(
    from sender: MailAddress, to recipient: MailAddress, subject: String, text: String,
    messageID: String, date: Instant
  ) {
    self.sender = sender
    self.recipient = recipient
    returnPath = sender
    self.subject = subject
    self.text = text
    self.messageID = messageID
    self.date = date
  }

  /// The message as it goes over the wire (RFC 5322, MIME). Equal envelopes give equal bytes.
  public var bytes: [UInt8] {
    var mail = MailWriter()
    mail.field("Date", date.mailDate)
    mail.field("From", name: senderName, address: sender)
    mail.field("To", name: "", address: recipient)
    if let replyTo { mail.field("Reply-To", name: senderName, address: replyTo) }
    mail.words("Subject", subject)
    mail.field("Message-ID", "<\(messageID)>")
    if let last = references.last { mail.field("In-Reply-To", "<\(last)>") }
    if !references.isEmpty {
      mail.field("References", references.map { "<\($0)>" }.joined(separator: "\r\n "))
    }
    mail.field("Content-Language", language.rawValue)
    mail.field("MIME-Version", "1.0")
    guard !attachments.isEmpty else {
      mail.text(text)
      return mail.bytes
    }
    let fence = "=_" + messageID.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(40)
    mail.field("Content-Type", "multipart/mixed; boundary=\"\(fence)\"")
    mail.line("")
    mail.line("--\(fence)")
    mail.text(text)
    for attachment in attachments {
      mail.line("--\(fence)")
      mail.attachment(attachment)
    }
    mail.line("--\(fence)--")
    return mail.bytes
  }
}
