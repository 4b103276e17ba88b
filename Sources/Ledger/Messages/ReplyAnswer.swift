/// What a customer wrote, as long as nobody has dealt with it.
public struct WaitingReply: Hashable, Sendable {
  public let sender: String
  public let subject: String

  public init(sender: String, subject: String) {
    self.sender = sender
    self.subject = subject
  }
}

/// A person dealt with a message that came in: what came of it, and what was written down with it.
public struct ReplyAnswer: Hashable, Sendable {
  /// What came of it: what a call may come to, or nothing to do.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    case promise, dispute, paid, callBack, wrongContact, nothing
  }

  /// The message that came in.
  public let reply: EntryNumber
  public let outcome: Outcome
  /// Who wrote, or is to be asked for; may be empty.
  public let person: String
  public let words: String
  /// The entries written down with it: they are taken back when it is.
  public let facts: [EntryNumber]

  public init(
    _ outcome: Outcome, to reply: EntryNumber, person: String = "", words: String = "",
    facts: [EntryNumber] = []
  ) {
    self.outcome = outcome
    self.reply = reply
    self.person = person
    self.words = words
    self.facts = facts
  }
}

/// A person filed a message that came in with the customer it concerns.
public struct ReplyFiling: Hashable, Sendable {
  public let reply: EntryNumber
  /// Where it was before; nil for nowhere.
  public let former: CustomerID?

  public init(of reply: EntryNumber, from former: CustomerID?) {
    self.reply = reply
    self.former = former
  }
}
