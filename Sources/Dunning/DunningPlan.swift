import Ledger
public import Quantities

/// The steps by which some customers are asked, and how often at most (scénario).
public struct DunningPlan: Hashable, Sendable {
  /// In order of their delays.
  public let levels: [DunningLevel]
  /// Calendar days between two contacts with a customer, whoever made them.
  public var minimumGapInDays = 7
  /// Contacts with a customer in any seven days, at most: calls made by hand count.
  public var mostContactsAWeek = 2
  /// Below this principal no one is written to.
  public var minimumAmount = Money(cents: 15_00)
  /// Below this amount no one is written to before the due date.
  public var minimumAmountBeforeDue = Money(cents: 1000_00)
  /// Reminders made on an item before it may come to a formal notice.
  public var remindersBeforeNotice = 2
  /// The days on which messages leave.
  public var calendar = BankCalendar.france

  public init(levels: [DunningLevel]) {
    self.levels = levels.sorted { ($0.delayInDays, $0.name) < ($1.delayInDays, $1.name) }
  }

  /// The plan that needs no set-up.
  public static let standard = DunningPlan(levels: [
    DunningLevel(.preDue, delayInDays: -5, tone: .courteous, asksAccessories: false),
    DunningLevel(.courtesy, delayInDays: 3, tone: .courteous, asksAccessories: false),
    DunningLevel(.reminder, delayInDays: 10, tone: .factual),
    DunningLevel(.firm, delayInDays: 20, tone: .firm, isWithCall: true),
    DunningLevel(.formalNotice, delayInDays: 30, tone: .formal, channel: .registeredLetter),
  ])

  /// The day a level opens for something due: its delay, moved to the next working day.
  public func opening(of level: DunningLevel, due: Day) -> Day {
    calendar.onOrAfter(due.adding(days: level.delayInDays))
  }

  /// The level that asks before the due date, when the plan has one.
  var preDue: DunningLevel? { levels.first { $0.name == .preDue } }

  /// The gentlest level after the due date that comes after `name`; the first one for nil.
  func level(after name: DunningLevel.Name?) -> DunningLevel? {
    levels.first { $0.name > (name ?? .preDue) }
  }

  /// Where a first contact begins: the level suited to its age, at most the plain reminder.
  ///
  /// The late steps that were never made are collapsed into one; a book imported for the first
  /// time does not begin with threats.
  func firstLevel(due: Day, on today: Day) -> DunningLevel? {
    let first = level(after: .preDue)
    let suited = levels.last {
      $0.name > .preDue && $0.name <= .reminder && opening(of: $0, due: due) <= today
    }
    return suited ?? first
  }
}
