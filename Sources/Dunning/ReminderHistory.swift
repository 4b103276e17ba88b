import Claims
import Ledger
import Quantities

/// What was already said to a customer, as it matters for one item.
struct ReminderHistory {
  /// The days of all contacts with the customer.
  private(set) var contacts: [Day] = []
  private(set) var lastContact: Day?
  /// The furthest step made on the item since it fell due.
  private(set) var reached: DunningLevel.Name?
  private(set) var reachedDay: Day?
  /// Steps made on it since it fell due.
  private(set) var count = 0

  init(_ reminders: [Dated<Reminder>], on item: OpenItem, through today: Day) {
    guard !reminders.isEmpty else { return }
    for reminder in reminders where reminder.happened <= today {
      contacts.append(reminder.happened)
      lastContact = max(lastContact ?? reminder.happened, reminder.happened)
      // A new instalment starts its own steps: what was said before it fell due is not about it.
      guard reminder.happened > item.due, reminder.fact.documents.contains(item.document),
        let level = DunningLevel.Name(rawValue: reminder.fact.level), level > .preDue
      else { continue }
      count += 1
      if reached.map({ level >= $0 }) ?? true {
        reached = level
        reachedDay = max(reachedDay ?? reminder.happened, reminder.happened)
      }
    }
  }
}
