import Claims
public import Ledger
import Quantities

/// What was already said to a customer, as it matters for one item.
struct ReminderHistory {
  /// The days of all contacts with the customer.
  private(set) var contacts: [Day] = []
  private(set) var lastContact: Day?
  /// The place, among the steps after the due date, of the furthest one made; -1 for none.
  private(set) var place = -1
  /// The furthest message made on the item since it fell due, and its day.
  private(set) var reached: DunningLevel.Name?
  private(set) var reachedDay: Day?
  /// Whether the customer was asked for anything overdue of late, this item or another.
  private(set) var hasAsked = false
  /// Whether something was done today already, a task of our own included.
  private(set) var isDoneToday = false
  /// The day of the furthest step made, tasks of our own included.
  private(set) var lastStep: Day?
  /// Messages made on it since it fell due.
  private(set) var count = 0
  /// Whether a step of this plan was made on it since it fell due, a call that reached nobody too.
  private(set) var hasOwnStep = false
  /// Whether a step of another plan was.
  private(set) var hasOtherStep = false
  /// The day of the last step that named no step of this plan.
  private var lastByName: Day?

  /// How long a customer remembers that we asked.
  private static let memoryInDays = 90

  init(
    _ reminders: [Dated<Reminder>], on item: OpenItem, through today: Day, by plan: DunningPlan
  ) {
    for reminder in reminders {
      if reminder.happened == today { isDoneToday = true }
      let reaches = reminder.fact.channel.reachesCustomer
      // A step that a wrong clock dated in the future was made all the same; its day tells nothing.
      if reaches, reminder.happened <= today {
        contacts.append(reminder.happened)
        lastContact = max(lastContact ?? reminder.happened, reminder.happened)
        let isHerald = reminder.fact.level == DunningLevel.Name.preDue.rawValue
        if !isHerald, reminder.happened.days(to: today) <= ReminderHistory.memoryInDays {
          hasAsked = true
        }
      }
      // A new instalment starts its own steps: what was said before it fell due is not about it.
      guard reminder.happened > item.due, reminder.fact.documents.contains(item.document) else {
        continue
      }
      if let step = reminder.fact.step {
        if step.plan == plan.key { hasOwnStep = true } else { hasOtherStep = true }
      }
      // The call that goes with a message, or one that reached nobody, is not the step itself.
      if reminder.fact.isBesideStep(of: plan) { continue }
      let former = place
      take(reminder, by: plan)
      if place > former { lastStep = reminder.happened }
      guard let level = DunningLevel.Name(rawValue: reminder.fact.level), level > .preDue, reaches
      else { continue }
      count += 1
      if reached.map({ level >= $0 }) ?? true {
        let former = reached == level ? reachedDay : nil
        reachedDay = max(former ?? reminder.happened, reminder.happened)
        reached = level
      }
    }
  }

  /// Moves the place on: to the step that the reminder names, else to one of its level.
  private mutating func take(_ reminder: Dated<Reminder>, by plan: DunningPlan) {
    if let step = reminder.fact.step, step.plan == plan.key,
      let made = plan.asking.firstIndex(where: { $0.key == step.key })
    {
      place = max(place, made)
      return
    }
    guard let level = DunningLevel.Name(rawValue: reminder.fact.level), level > .preDue else {
      return
    }
    let alike = plan.asking.indices.filter { plan.asking[$0].name == level }
    guard let last = alike.last else {
      place = max(place, plan.asking.lastIndex { $0.name < level } ?? -1)
      return
    }
    // A letter and the call about it on one day are one step.
    let next = lastByName == reminder.happened ? nil : alike.first { $0 > place }
    lastByName = reminder.happened
    place = max(place, next ?? min(last, place))
  }
}

extension Reminder {
  /// The level of a call that did not come to its point: nobody answered, or somebody else.
  public static let unreached = "call"

  /// Whether it is a call that leaves the step of the plan to be made: its message is still to be
  /// written, or nobody was reached; or the call of a message that a person put aside.
  func isBesideStep(of plan: DunningPlan) -> Bool {
    guard let step, step.plan == plan.key, channel == .call || channel == .task,
      let level = plan.level(step.key)
    else { return false }
    if channel == .task { return level.channel != .task && level.channel != .call }
    return self.level == Reminder.unreached || (level.isWithCall && level.channel != .call)
  }
}
