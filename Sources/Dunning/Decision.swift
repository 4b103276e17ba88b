public import Claims
public import Ledger
public import Quantities

/// What to do about a customer today, with its reasons.
public enum Decision: Hashable, Sendable {
  /// Ask.
  case send(Contact)
  /// Something stands in the way.
  case wait(because: [Reason])
  /// The next step opens on a later day.
  case tooSoon(until: Day, because: Delay)
  /// Nothing is overdue, and nothing falls due that calls for a word.
  case nothingDue

  /// Why a customer who owes us is not asked.
  public enum Reason: Hashable, Sendable {
    case held(Hold)
    /// Too little to write for.
    case belowMinimum(Money, minimum: Money)
    /// The plan ended with a formal notice: a person chooses what comes next.
    case noticeGiven(on: Day)
    /// Every step of the plan was made, and none is a formal notice: a person chooses.
    case planEnded(on: Day)
  }

  /// What has to pass before the next step.
  public enum Delay: Hashable, Sendable {
    /// The level is not open yet.
    case level(DunningLevel.Name)
    /// The last contact is too near.
    case contacted(on: Day)
    /// Messages leave on working days.
    case dayOff
  }
}

/// One contact to make: a single one for all that a customer owes, led by its oldest item.
public struct Contact: Hashable, Sendable {
  public let level: DunningLevel
  /// The step, its plan and its version: what the reminder remembers.
  public let step: Reminder.Step
  /// The item that decides the level.
  public let lead: OpenItem
  /// What is asked for: the principal, with its accessories when the level asks for them.
  public let claiming: Money
  /// The documents it asks for, oldest due date first.
  public let documents: [EntryNumber]
  /// The day the level opened for the lead.
  public let opened: Day
  /// The last contact with the customer, about anything.
  public let lastContact: Day?
  /// The last step made on the lead since it fell due, and its day.
  public let lastLevel: DunningLevel.Name?
  public let lastLevelDay: Day?
  /// A promise that was not kept.
  public let brokenPromise: PromiseToPay?
  /// Whom it goes to; nil when no address is known, or none that works.
  public let recipient: Recipient?

  public var isBeforeDue: Bool { level.isBeforeDue }

  /// The fact to remember once the contact was made, or its message queued.
  public func reminder(note: String = "") -> Reminder {
    Reminder(
      level: level.name.rawValue, channel: level.channel, documents: documents, note: note,
      step: step)
  }
}
