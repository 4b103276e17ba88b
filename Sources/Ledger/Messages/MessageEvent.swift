public import Quantities

/// What happened to a message after it was queued.
public struct MessageEvent: Hashable, Sendable {
  /// What may happen to a message.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A person let it go.
    case approved
    /// Booked before the first byte leaves.
    case inFlight
    /// The server took it.
    case sent
    /// The server, or the way to it, asked to come back later.
    case deferred
    /// The server refused it for good: it never left, and its reminder was never made.
    case failed
    /// The connection broke after the last byte and before the answer, or the program did: it may
    /// have left.
    case doubtful
    /// A person found that it had left.
    case confirmedSent
    /// A person wants it sent again.
    case requeued
    /// Not to be sent, or no longer.
    case cancelled
    /// Taken out before any of it left, because it was written on another day: what is still to be
    /// said is written anew.
    case withdrawn
    /// A rehearsal: it went to ourselves instead, and its reminder was never made.
    case rehearsed
    /// It came back.
    case bounced
    /// A server on its way tells of a delay.
    case delayed
    /// Put into a batch for the post.
    case printed
    /// A person gave it to the post; its words hold the tracking number.
    case handedOver
  }

  public let message: EntryNumber
  public let kind: Kind
  public let at: Instant
  /// When a deferred message may be tried again.
  public let until: Instant?
  /// The server's answer, the reason, or the tracking number.
  public let words: String

  public init(
    _ kind: Kind, of message: EntryNumber, at: Instant, until: Instant? = nil, words: String = ""
  ) {
    self.kind = kind
    self.message = message
    self.at = at
    self.until = until
    self.words = words
  }
}

/// Where a message stands.
public enum MessageState: String, CaseIterable, Hashable, Sendable {
  /// A person has to look at it.
  case waiting
  /// It leaves as soon as it may.
  case ready
  case inFlight
  case deferred
  case sent
  /// It may have left: a person has to find out.
  case doubtful
  case failed
  case bounced
  case cancelled
  /// In a batch for the post, not handed over yet.
  case printed

  /// Where a message begins.
  public init(_ mode: QueuedMessage.Mode) {
    self = mode == .automatic ? .ready : .waiting
  }

  /// Where an event leads; nil when it cannot happen to a message that stands here.
  public func after(_ event: MessageEvent.Kind) -> MessageState? {
    switch (self, event) {
    case (.waiting, .approved): .ready
    case (.ready, .inFlight), (.deferred, .inFlight): .inFlight
    case (.inFlight, .sent): .sent
    case (.inFlight, .deferred): .deferred
    case (.inFlight, .failed): .failed
    case (.inFlight, .doubtful): .doubtful
    case (.inFlight, .rehearsed): .cancelled
    case (.doubtful, .confirmedSent): .sent
    case (.doubtful, .requeued), (.failed, .requeued), (.bounced, .requeued): .ready
    case (.printed, .requeued): .ready
    case (.sent, .bounced), (.doubtful, .bounced): .bounced
    case (.sent, .delayed), (.doubtful, .delayed): self
    case (.ready, .printed): .printed
    case (.printed, .handedOver): .sent
    case (.waiting, .cancelled), (.ready, .cancelled), (.deferred, .cancelled),
      (.failed, .cancelled), (.printed, .cancelled):
      .cancelled
    case (.waiting, .withdrawn), (.ready, .withdrawn), (.deferred, .withdrawn): .cancelled
    default: nil
    }
  }

  /// Whether it surely left, whatever became of it.
  public var hasLeft: Bool { self == .sent || self == .bounced }

  /// Whether a person has something to do about it.
  public var wantsPerson: Bool {
    switch self {
    case .waiting, .doubtful, .failed, .bounced, .printed: true
    case .ready, .inFlight, .deferred, .sent, .cancelled: false
    }
  }
}
