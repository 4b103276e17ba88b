public import Quantities

/// A file that goes with a message.
public struct Attachment: Hashable, Sendable {
  /// Where its content is.
  public enum Content: Hashable, Sendable {
    case bytes([UInt8])
    /// In the archive beside the book, until the message leaves.
    case kept(KeptFile)
    /// Held no longer: the message was taken out before it left.
    case dropped(byteCount: Int)
  }

  /// `releve.pdf`
  public let name: String
  /// `application/pdf`
  public let type: String
  public let content: Content

  public init(name: String, type: String = "application/pdf", content: Content) {
    self.name = name
    self.type = type
    self.content = content
  }

  public init(name: String, type: String = "application/pdf", bytes: [UInt8]) {
    self.init(name: name, type: type, content: .bytes(bytes))
  }

  /// The content; nil while it rests in the archive, and once it is dropped.
  public var bytes: [UInt8]? {
    if case .bytes(let bytes) = content { bytes } else { nil }
  }

  public var byteCount: Int {
    switch content {
    case .bytes(let bytes): bytes.count
    case .kept(let file): file.byteCount
    case .dropped(let byteCount): byteCount
    }
  }

  /// The file of the archive that it is; nil for one that the message itself holds.
  public var kept: KeptFile? {
    if case .kept(let file) = content { file } else { nil }
  }
}

/// A message as it was put into the outbox: numbered and whole, before anything of it leaves.
public struct QueuedMessage: Hashable, Sendable {
  /// Whether a person looks at it first.
  public enum Mode: String, Hashable, Sendable { case automatic, afterConfirmation }

  /// What makes it the only one of its kind: a second message of this key is not queued while the
  /// first stands. Such as `reminder/courtesy/12/345`.
  public var key: String
  /// What it is: the name of a step (`courtesy`), or `statement`, `thanks`, `confirmation`…
  public var purpose: String
  public var channel: Reminder.Channel
  public var mode: Mode
  /// The electronic address, or the lines of the postal one.
  public var recipient: String
  public var subject: String
  public var text: String
  public var language: Customer.Language
  public var attachments: [Attachment]
  /// The documents it speaks of.
  public var documents: [EntryNumber]
  /// What it asks for in all; zero for one that asks for nothing, such as a thank-you.
  public var asking: Money
  /// What was left to pay on its documents when it was written: less of it later, and it is not
  /// sent.
  public var principal: Money
  /// The entry by which the accounts know of it; given when it is queued.
  public var reminder: EntryNumber?
  /// The earlier message of the same case that it follows; given when it is queued.
  public var follows: EntryNumber?

  public init(
    key: String, purpose: String, channel: Reminder.Channel = .email, mode: Mode,
    recipient: String, subject: String, text: String, language: Customer.Language = .french,
    attachments: [Attachment] = [], documents: [EntryNumber] = [], asking: Money = .zero,
    principal: Money = .zero
  ) {
    self.key = key
    self.purpose = purpose
    self.channel = channel
    self.mode = mode
    self.recipient = recipient
    self.subject = subject
    self.text = text
    self.language = language
    self.attachments = attachments
    self.documents = documents
    self.asking = asking
    self.principal = principal
  }

  /// Whether it asks the customer to pay.
  public var asks: Bool { asking.isPositive }
}
