public import Ledger
public import Quantities

/// The steps by which some customers are asked, and how often at most (scénario).
public struct DunningPlan: Hashable, Sendable {
  /// Its name in the book: small letters, figures and hyphens.
  public let key: String
  /// Counted from 1; 0 for the plan that needs no set-up.
  public var version = 0
  /// What people call it; the plan without set-up is named by each reader's language.
  public var title = ""
  /// Whom it is for.
  public var audience = Audience()
  /// In order of their delays.
  public let levels: [DunningLevel]
  /// Those after the due date.
  let asking: [DunningLevel]
  /// Those before it.
  let heralding: [DunningLevel]
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
  /// The hours in which messages leave.
  public var hours = SendingHours.office
  /// The days on which a channel is used; working days where nothing else is said.
  public var days: [Reminder.Channel: SendingDays] = [:]

  public init(key: String = "standard", levels: [DunningLevel]) {
    self.key = key
    self.levels = levels.sorted { ($0.delayInDays, $0.name) < ($1.delayInDays, $1.name) }
    asking = self.levels.filter { !$0.isBeforeDue }
    heralding = self.levels.filter(\.isBeforeDue)
  }

  /// The same plan with other steps.
  public func with(_ levels: [DunningLevel]) -> DunningPlan {
    var plan = DunningPlan(key: key, levels: levels)
    plan.version = version
    plan.title = title
    plan.audience = audience
    plan.minimumGapInDays = minimumGapInDays
    plan.mostContactsAWeek = mostContactsAWeek
    plan.minimumAmount = minimumAmount
    plan.minimumAmountBeforeDue = minimumAmountBeforeDue
    plan.remindersBeforeNotice = remindersBeforeNotice
    plan.calendar = calendar
    plan.hours = hours
    plan.days = days
    return plan
  }

  /// The plan that needs no set-up.
  public static let standard = DunningPlan(levels: [
    DunningLevel(.preDue, delayInDays: -5, tone: .courteous, asksAccessories: false),
    DunningLevel(.courtesy, delayInDays: 3, tone: .courteous, asksAccessories: false),
    DunningLevel(.reminder, delayInDays: 10, tone: .factual),
    DunningLevel(.firm, delayInDays: 20, tone: .firm, isWithCall: true),
    DunningLevel(.formalNotice, delayInDays: 30, tone: .formal, channel: .registeredLetter),
  ])

  /// The day a level opens for something due: its delay, moved to the next day of its channel.
  public func opening(of level: DunningLevel, due: Day) -> Day {
    onOrAfter(due.adding(days: level.delayInDays), for: level)
  }

  /// Whether some step is left out below an amount of its own.
  var hasMinimums: Bool { levels.contains { $0.minimumAmount.isPositive } }

  /// The step of a key; nil when the plan has none.
  public func level(_ key: String) -> DunningLevel? { levels.first { $0.key == key } }

  /// What to remember of a contact that was made.
  public func step(of level: DunningLevel) -> Reminder.Step {
    Reminder.Step(key: level.key, plan: key, version: version)
  }

  /// The last step before the due date that is open for something due.
  func herald(due: Day, amount: Money, on today: Day) -> DunningLevel? {
    heralding.last { $0.minimumAmount <= amount && opening(of: $0, due: due) <= today }
  }

  /// What comes after the steps made on something due: the first step after them.
  ///
  /// Steps that an outage, a hold or a first import let pass are collapsed into one: the furthest
  /// that is open and no graver than the first of them. Where nothing was said yet that is the
  /// courteous word which supposes an oversight, however late we are with it; a customer who was
  /// asked for another invoice lately gets no softer word than a plain reminder.
  func next(
    after history: ReminderHistory, due: Day, asking amount: Money, on today: Day
  ) -> DunningLevel? {
    let left = asking.dropFirst(history.place + 1).filter { $0.minimumAmount <= amount }
    guard let first = left.first else { return nil }
    let isKnownToOwe = history.place < 0 && history.hasAsked
    let gravest = isKnownToOwe ? max(first.name, .reminder) : first.name
    return left.last { $0.name <= gravest && opening(of: $0, due: due) <= today } ?? first
  }

  /// The level itself, or a softer one while a formal notice was not earned; nil when there is none
  /// for the amount.
  func softened(
    _ level: DunningLevel, after history: ReminderHistory, asking amount: Money
  ) -> DunningLevel? {
    guard level.name == .formalNotice else { return level }
    let softer = asking.filter {
      $0.name < .formalNotice && $0.minimumAmount <= amount && $0.channel.reachesCustomer
    }
    if history.count < remindersBeforeNotice { return softer.last }
    // A plan that a person or the evidence has just changed does not begin with its notice: its
    // call comes first, where it has one, else its last softer step.
    guard history.hasOtherStep, !history.hasOwnStep else { return level }
    return softer.first { $0.channel == .call } ?? softer.last ?? level
  }
}
