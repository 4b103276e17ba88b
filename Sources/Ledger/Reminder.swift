public import Quantities

/// One message that asked, or a call that was made, whoever made it.
public struct Reminder: Hashable, Sendable {
  /// The way the message went; a task asks the customer nothing, an SMS leaves by a gateway.
  public enum Channel: String, CaseIterable, Sendable {
    case email, letter, registeredLetter, call, visit, task, sms

    /// Whether the customer hears of it.
    public var reachesCustomer: Bool { self != .task }
  }

  /// Which step of which plan it was: keys do not change from one version to the next.
  public struct Step: Hashable, Sendable {
    public let key: String
    public let plan: String
    public let version: Int

    public init(key: String, plan: String, version: Int) {
      self.key = key
      self.plan = plan
      self.version = version
    }
  }

  /// The name of the dunning level, such as `courtesy` or `formalNotice`.
  public let level: String
  public let channel: Channel
  /// The documents it asked for.
  public let documents: [EntryNumber]
  public let note: String
  /// Nil for what a person did outside a plan.
  public let step: Step?

  public init(
    level: String, channel: Channel, documents: [EntryNumber], note: String, step: Step? = nil
  ) {
    self.level = level
    self.channel = channel
    self.documents = documents
    self.note = note
    self.step = step
  }
}

/// A reason given by a person to leave a customer, or one document, alone until a day ("pas
/// maintenant").
public struct Snooze: Hashable, Sendable {
  public let until: Day
  public let reason: String
  /// The document left alone; nil when it is the whole customer.
  public let document: EntryNumber?

  public init(until: Day, reason: String, document: EntryNumber? = nil) {
    self.until = until
    self.reason = reason
    self.document = document
  }
}
