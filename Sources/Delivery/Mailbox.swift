import CCurl

/// What cannot be done with a mailbox, in the server's or the system's words.
public struct MailboxFault: Error, Hashable, Sendable {
  public let words: String
}

/// A mailbox on a server, read by IMAP over one connection.
///
/// Blocks while it reads; used by one thread at a time.
public final class Mailbox {
  /// Which edition of the mailbox this is: its numbers mean something else in another.
  public private(set) var edition = ""
  private let session: CurlSession
  private let address: String

  public init(_ server: MailServer, folder: String = "INBOX") {
    let scheme = server.security == .tls ? "imaps" : "imap"
    session = CurlSession(server, scheme: scheme)
    session.mostBytes = 4 * 1_048_576
    address = "\(scheme)://\(server.host):\(server.port)/\(folder)"
  }

  /// The numbers of the mails that nobody has read.
  public func unread() throws(MailboxFault) -> [UInt32] { try search("UID SEARCH UNSEEN") }

  /// The numbers of the mails after one, read or not.
  public func after(_ number: UInt32) throws(MailboxFault) -> [UInt32] {
    // A range to the end holds the last mail even when it is not after the number.
    try search("UID SEARCH UID \(number + 1):*").filter { $0 > number }
  }

  private func search(_ command: String) throws(MailboxFault) -> [UInt32] {
    session.set(CURLOPT_URL, address)
    session.set(CURLOPT_CUSTOMREQUEST, command)
    let (code, _) = session.perform()
    session.set(CURLOPT_CUSTOMREQUEST, nil)
    guard code == CURLE_OK else { throw fault(code) }
    let heard = String(decoding: session.heard, as: UTF8.self)
    if let mark = heard.firstMatch(of: /UIDVALIDITY (\d+)/) { edition = String(mark.1) }
    let lines = String(decoding: session.content, as: UTF8.self).split(separator: "\r\n")
    return lines.filter { $0.hasPrefix("* SEARCH") }
      .flatMap { $0.split(separator: " ").compactMap { UInt32($0) } }.sorted()
  }

  /// One mail, at most its first four megabytes.
  public func mail(_ number: UInt32) throws(MailboxFault) -> [UInt8] {
    session.set(CURLOPT_URL, address + ";UID=\(number)")
    let (code, _) = session.perform()
    guard code == CURLE_OK else { throw fault(code) }
    return session.content
  }

  private func fault(_ code: CURLcode) -> MailboxFault {
    MailboxFault(words: CurlSession.words(for: code) + " – " + session.answer)
  }
}
