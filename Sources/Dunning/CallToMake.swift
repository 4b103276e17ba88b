public import Claims
public import Ledger
import Quantities

/// The call to make today: the step itself where it is a call, else the one that goes with its
/// message, before the message is written or after.
///
/// Once the message is written the call stays until somebody is reached, or a person puts it aside;
/// until nothing is asked for, a hold stands, or the next step comes. A call that reached nobody
/// comes back on a later day, once.
public func callToMake(
  _ decision: Decision, _ claim: Claim, after reminders: [Dated<Reminder>], by plan: DunningPlan,
  gate: FreshnessGate
) -> Contact? {
  if case .send(let contact) = decision {
    if contact.level.channel == .call { return contact }
    guard contact.level.isWithCall else { return nil }
    let calls = StepCalls(
      of: contact.level, about: contact.lead, reminders, by: plan, on: claim.day)
    return calls.isOpen(on: claim.day) ? contact : nil
  }
  guard !reminders.isEmpty, let lead = claim.oldest,
    plan.days[.call, default: .workingDays].include(claim.day, plan.calendar),
    let made = plan.lastStep(about: lead, reminders, through: claim.day),
    let level = made.fact.step.flatMap({ plan.level($0.key) }),
    level.isWithCall, level.channel != .call,
    StepCalls(
      of: level, about: lead, reminders, by: plan, on: claim.day, after: made.number
    ).isOpen(on: claim.day),
    claim.principalLessCredits >= plan.minimumAmount, reasonsToWait(claim, gate: gate) == nil
  else { return nil }
  let history = ReminderHistory(reminders, on: lead, through: claim.day, by: plan)
  return claim.contact(level, lead, opened: made.happened, history, by: plan)
}

/// The calls that were made for one step, beside its message.
private struct StepCalls {
  /// Somebody was reached, or a person put the call aside.
  private(set) var isDone = false
  /// The days of those that reached nobody.
  private(set) var tries: [Day] = []

  /// Calls that reach nobody, at most, for one step: more would press (R10.3).
  private static let mostTries = 2

  /// `message` is the entry after which a call that a person noted outside the plan is this one.
  init(
    of level: DunningLevel, about lead: OpenItem, _ reminders: [Dated<Reminder>],
    by plan: DunningPlan, on today: Day, after message: EntryNumber? = nil
  ) {
    for reminder in reminders
    where reminder.happened > lead.due && reminder.happened <= today
      && reminder.fact.documents.contains(lead.document)
    {
      if let step = reminder.fact.step {
        guard step.plan == plan.key, step.key == level.key, reminder.fact.isBesideStep(of: plan)
        else { continue }
      } else {
        guard reminder.fact.channel == .call, let message, reminder.number > message else {
          continue
        }
      }
      if reminder.fact.level == Reminder.unreached, reminder.fact.channel == .call {
        tries.append(reminder.happened)
      } else {
        isDone = true
      }
    }
  }

  func isOpen(on day: Day) -> Bool {
    !isDone && tries.count < StepCalls.mostTries && !tries.contains(day)
  }
}

extension DunningPlan {
  /// The last step of the plan made on an item since it fell due, calls beside it left out.
  fileprivate func lastStep(
    about lead: OpenItem, _ reminders: [Dated<Reminder>], through today: Day
  ) -> Dated<Reminder>? {
    reminders.last {
      $0.happened > lead.due && $0.happened <= today && $0.fact.step?.plan == key
        && $0.fact.documents.contains(lead.document) && !$0.fact.isBesideStep(of: self)
    }
  }
}
