import CCurl
import Ledger

/// What became of a message that was given to a server.
public enum Outcome: Hashable, Sendable {
  /// The server has it.
  case accepted(String)
  /// The server does not want it, now or ever.
  case refused(String)
  /// It did not arrive whole, or the server asks to come back later: it may be tried again.
  case deferred(String)
  /// The server cannot be reached or does not let us in: no message leaves for the moment.
  case unreachable(String)
  /// The connection broke between the last byte and the server's answer.
  case doubtful(String)
}

/// The way out: one connection to a mail server, kept for one message after the other.
///
/// Blocks while it sends; used by one thread at a time.
public final class Outbox {
  private let session: CurlSession

  public init(_ server: MailServer) {
    session = CurlSession(server, scheme: server.security == .tls ? "smtps" : "smtp")
    let scheme = server.security == .tls ? "smtps" : "smtp"
    session.set(CURLOPT_URL, "\(scheme)://\(server.host):\(server.port)")
    session.set(CURLOPT_UPLOAD, 1)
  }

  /// Gives one message to the server and waits for its answer.
  public func send(_ envelope: Envelope) -> Outcome {
    session.set(CURLOPT_MAIL_FROM, "<\(envelope.returnPath.text)>")
    session.set(CURLOPT_MAIL_RCPT, listOf: "<\(envelope.recipient.text)>")
    let (code, reply) = session.perform(sending: envelope.bytes)
    if code == CURLE_OK { return .accepted(session.answer) }
    let words = reply >= 400 ? session.answer : CurlSession.words(for: code)
    let isRefusedHere = reply >= 400 && (session.isAllHandedOver || code == CURLE_SEND_ERROR)
    switch reply {
    // 421: the server closes the channel, whatever it was about.
    case 421 where isRefusedHere, 400..<500 where isRefusedHere: return .deferred(words)
    case 500... where isRefusedHere: return .refused(words)
    default: break
    }
    if session.isAllHandedOver { return .doubtful(words) }
    switch code {
    // The end mark never left: no server can have taken the message.
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE:
      return .deferred(words)
    case CURLE_OPERATION_TIMEDOUT where reply == 354: return .deferred(words)
    default: return .unreachable(words)
    }
  }
}

/// Gives messages to a server one after the other over one connection; stops where the body says
/// so.
public func send(
  _ envelopes: some Sequence<Envelope>, by outbox: Outbox,
  _ body: (Envelope, Outcome) throws -> Bool
) rethrows {
  for envelope in envelopes where try !body(envelope, outbox.send(envelope)) { return }
}
