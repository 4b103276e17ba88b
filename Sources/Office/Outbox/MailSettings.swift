public import Delivery
import Foundation
import Intake
public import Ledger
public import Quantities
import Store

/// How the firm sends and receives mail, as it stands in the book. Passwords are not in the book.
public struct MailSettings: Hashable, Sendable {
  /// A server as settings name it.
  public struct Place: Hashable, Sendable {
    public var host = ""
    public var port = ""
    public var security = MailServer.Security.startTLS
    public var user = ""
    /// Where the password is: `file:/etc/encaisse/smtp` or `env:ENCAISSE_SMTP_PASSWORD`.
    public var secret = ""
    public var authorityFile = ""
    public init() {}
  }

  public var outgoing = Place()
  public var incoming = Place()
  /// Who writes.
  public var sender = ""
  public var senderName = ""
  /// Whether the mail server hands `compta+D12@…` to the mailbox of `compta@…`.
  public var isMarking = false
  /// E-mails in any hour, at most.
  public var mostAnHour = 200
  /// A rehearsal: everything goes to `rehearsalAddress`, nothing to customers.
  public var isRehearsal = true
  public var rehearsalAddress = ""
  /// Whether the copies of the invoices go with the messages that ask for them.
  public var enclosesCopies = true
  /// Whether a payment is thanked for.
  public var thanks = false
  /// The first day whose payments are thanked for.
  public var thanksSince: Day?
  /// Tells our messages from those of another book.
  public var token = ""

  public init() {}

  private static let texts: [(String, any WritableKeyPath<MailSettings, String> & Sendable)] = [
    ("mail.host", \.outgoing.host), ("mail.port", \.outgoing.port),
    ("mail.user", \.outgoing.user), ("mail.secret", \.outgoing.secret),
    ("mail.authorities", \.outgoing.authorityFile), ("mailbox.host", \.incoming.host),
    ("mailbox.port", \.incoming.port), ("mailbox.user", \.incoming.user),
    ("mailbox.secret", \.incoming.secret), ("mailbox.authorities", \.incoming.authorityFile),
    ("mail.sender", \.sender), ("mail.senderName", \.senderName),
    ("mail.rehearsalAddress", \.rehearsalAddress), ("mail.token", \.token),
  ]

  public init(settings: [String: String]) {
    for (name, path) in MailSettings.texts { self[keyPath: path] = settings[name] ?? "" }
    if let text = settings["mail.security"] { outgoing.security = .init(rawValue: text) ?? .tls }
    if let text = settings["mailbox.security"] { incoming.security = .init(rawValue: text) ?? .tls }
    isMarking = settings["mail.isMarking"] == "1"
    mostAnHour = settings["mail.mostAnHour"].flatMap { Int($0) } ?? mostAnHour
    isRehearsal = settings["mail.isRehearsal"] != "0"
    enclosesCopies = settings["mail.enclosesCopies"] != "0"
    thanks = settings["thanks.isOn"] == "1"
    thanksSince = settings["thanks.since"].flatMap { Day(iso: $0) }
  }

  func save(with pen: BookWriter, on today: Day) throws {
    var settings = self
    if settings.token.isEmpty {
      settings.token = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    }
    if !thanks { settings.thanksSince = nil }
    for (name, path) in MailSettings.texts { try pen.set(name, to: settings[keyPath: path]) }
    try pen.set("mail.security", to: outgoing.security.rawValue)
    try pen.set("mailbox.security", to: incoming.security.rawValue)
    try pen.set("mail.isMarking", to: isMarking ? "1" : "0")
    try pen.set("mail.mostAnHour", to: String(mostAnHour))
    try pen.set("mail.isRehearsal", to: isRehearsal ? "1" : "0")
    try pen.set("mail.enclosesCopies", to: enclosesCopies ? "1" : "0")
    try pen.set("thanks.isOn", to: thanks ? "1" : "0")
    try pen.set("thanks.since", to: thanks ? (settings.thanksSince ?? today).iso : "")
  }

  /// The mail identifier of one of our messages.
  public func messageID(of number: EntryNumber) -> String {
    "M\(number.raw).\(token)@\(MailAddress(sender)?.domain ?? "localhost")"
  }

  /// The number in one of our mail identifiers; nil for another's.
  public func message(ofID text: String) -> EntryNumber? {
    let name = text.drop { $0 == "<" }.prefix { $0 != "@" && $0 != ">" }
    let parts = name.split(separator: ".")
    guard parts.count == 2, parts[1] == token, !token.isEmpty, parts[0].first == "M" else {
      return nil
    }
    return Int64(parts[0].dropFirst()).map(EntryNumber.init)
  }
}

extension Desk {
  /// How the firm sends and receives mail.
  public func mailSettings() throws -> MailSettings {
    try store.read { MailSettings(settings: try $0.settings()) }
  }

  /// Saves how the firm sends and receives mail.
  public func save(_ settings: MailSettings) throws {
    let today = today
    try store.write(learned: today) { try settings.save(with: $0, on: today) }
  }
}
