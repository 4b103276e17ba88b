public import Quantities

/// A message that came to our mailbox, filed on the account it concerns.
public struct ReceivedMessage: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Someone wrote to us.
    case reply
    /// A machine answered: away, on leave.
    case autoReply
    /// A mail server gives a message back, for good.
    case bounce
    /// A mail server tells of a delay, or of a trouble that passes.
    case delay
  }

  public var kind: Kind
  public var sender: String
  public var subject: String
  public var text: String
  /// Our message that it answers; nil when it names none.
  public var answers: EntryNumber?
  /// What a server says of a message it gives back (RFC 3463): `5.1.1`.
  public var status: String
  /// Whom a server could not reach.
  public var failedRecipient: String
  /// What tells it from any other, so that it is filed once.
  public var fingerprint: String
  public var at: Instant

  public init(
    _ kind: Kind, from sender: String, subject: String, text: String, answers: EntryNumber? = nil,
    status: String = "", failedRecipient: String = "", fingerprint: String, at: Instant
  ) {
    self.kind = kind
    self.sender = sender
    self.subject = subject
    self.text = text
    self.answers = answers
    self.status = status
    self.failedRecipient = failedRecipient
    self.fingerprint = fingerprint
    self.at = at
  }
}
