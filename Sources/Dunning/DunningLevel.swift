public import Ledger
public import Quantities

/// One step of a dunning plan (niveau): when, how and in which tone we ask.
public struct DunningLevel: Hashable, Sendable {
  /// The steps from the gentlest to the last; the raw value is what a `Reminder` keeps.
  public enum Name: String, CaseIterable, Hashable, Comparable, Sendable {
    case preDue, courtesy, reminder, firm, formalNotice

    private var place: Int {
      switch self {
      case .preDue: 0
      case .courtesy: 1
      case .reminder: 2
      case .firm: 3
      case .formalNotice: 4
      }
    }

    public static func < (left: Name, right: Name) -> Bool { left.place < right.place }
  }

  /// How it speaks; one tone a level, never harsher than the step before it earned.
  public enum Tone: String, CaseIterable, Hashable, Sendable {
    case courteous, factual, firm, formal
  }

  /// Who sets it off.
  public enum Mode: String, CaseIterable, Hashable, Sendable {
    /// The program, by itself.
    case automatic
    /// The program, once a person has said yes.
    case afterConfirmation
    /// A person does it, and says so.
    case manual
  }

  /// Its name in the plan, which no new version changes: what a `Reminder` remembers.
  public let key: String
  public let name: Name
  /// Calendar days after the due date; negative before it.
  public let delayInDays: Int
  public let tone: Tone
  public let channel: Reminder.Channel
  /// Whether someone also calls.
  public let isWithCall: Bool
  /// Whether interest and the 40 € are asked for, or the principal alone.
  public let asksAccessories: Bool
  /// Whom it speaks to.
  public var role = ContactRole.payables
  /// Below this principal the step is left out.
  public var minimumAmount = Money.zero
  public var mode: Mode

  /// A step; its key is that of its name where none is given.
  public init(
    _ name: Name, key: String? = nil, delayInDays: Int, tone: Tone,
    channel: Reminder.Channel = .email, isWithCall: Bool = false, asksAccessories: Bool = true
  ) {
    self.key = key ?? name.rawValue
    self.name = name
    self.delayInDays = delayInDays
    self.tone = tone
    self.channel = channel
    self.isWithCall = isWithCall
    self.asksAccessories = asksAccessories
    mode = channel == .email ? .afterConfirmation : .manual
  }

  /// Whether it asks before the due date, or on it.
  public var isBeforeDue: Bool { name == .preDue }
}

extension DunningLevel.Name {
  /// The step's name for French readers.
  public var french: String {
    switch self {
    case .preDue: "rappel avant échéance"
    case .courtesy: "rappel courtois"
    case .reminder: "relance"
    case .firm: "relance ferme"
    case .formalNotice: "mise en demeure"
    }
  }

  /// The step's name for English readers.
  public var english: String {
    switch self {
    case .preDue: "notice before the due date"
    case .courtesy: "courtesy reminder"
    case .reminder: "reminder"
    case .firm: "firm reminder"
    case .formalNotice: "formal notice"
    }
  }
}
