/// A mail that came in, as far as its filing needs it.
public struct IncomingMail: Hashable, Sendable {
  /// What it is by its own account.
  public enum Nature: Hashable, Sendable {
    case written
    /// A machine answered (RFC 3834).
    case automatic
    /// A mail server tells what became of a message (RFC 3464).
    case report(failed: Bool, status: String, recipient: String)
  }

  public var nature = Nature.written
  /// The address it says it comes from.
  public var sender = ""
  public var senderName = ""
  /// The addresses it was sent to, ours with its mark among them.
  public var recipients: [String] = []
  public var subject = ""
  public var text = ""
  public var messageID = ""
  /// The messages it says it answers, and for a report the one it is about.
  public var answers: [String] = []

  public init() {}

  /// Reads a mail; what cannot be read is left empty, never guessed.
  public init(_ bytes: [UInt8]) {
    let root = MailPart(bytes[...], depth: 0)
    sender = MailPart.addresses(root["from"]).first ?? ""
    senderName = MailPart.displayName(root["from"])
    for name in ["to", "cc", "delivered-to", "x-original-to"] {
      recipients += MailPart.addresses(root[name])
    }
    subject = String(MailPart.decodedWords(root["subject"]).prefix(400))
    messageID = MailPart.identifiers(root["message-id"]).first ?? ""
    answers = MailPart.identifiers(root["in-reply-to"]) + MailPart.identifiers(root["references"])
    let parts = root.leaves
    text = MailPart.readableText(parts)
    takeReport(root, parts)
    if case .written = nature, root.isAutomatic(subject) { nature = .automatic }
  }

  private mutating func takeReport(_ root: MailPart, _ parts: [MailPart]) {
    for part in parts {
      switch part.type {
      case "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers":
        // The message that is given back, or its head.
        answers += MailPart.identifiers(MailPart(part.body, depth: 4)["message-id"])
      default: continue
      }
    }
    if let report = parts.first(where: { $0.type == "message/delivery-status" }) {
      let fields = MailPart.fields(of: report.decoded[...], blocks: true)
      let action = (fields["action"] ?? "").lowercased()
      guard action == "failed" || action == "delayed" else { return }
      nature = .report(
        failed: action == "failed",
        status: String((fields["status"] ?? "").prefix(20)),
        recipient: MailPart.address(ofReport: fields["final-recipient"] ?? ""))
      return
    }
    // Servers that write no report still write as their postmaster.
    let name = sender.split(separator: "@").first?.lowercased() ?? ""
    guard name == "mailer-daemon" || name == "postmaster" else { return }
    let status = text.firstMatch(of: /\b([45])\.\d{1,3}\.\d{1,3}\b/)
    let recipient = MailPart.addresses(text).first { $0 != sender } ?? ""
    nature = .report(
      failed: status.map { $0.1 == "5" } ?? true, status: status.map { String($0.0) } ?? "",
      recipient: recipient)
  }
}
