import Dunning
import Intake
import Ledger
import Quantities
import Store

/// When messages may leave: the hours and days of the plan that each of them came from. What came
/// from no plan, a letter that a person queued or a thank-you, follows the plan for everyone.
struct LeavingHours {
  let plans: [DunningPlan]

  init(_ shelf: PlanShelf) { plans = shelf.book.plans }

  /// Why no message at all may leave at an instant; nil when one may.
  func silence(at now: Instant) -> Phrase? {
    let silences = plans.map { silence(at: now, by: $0, .email) }
    return silences.contains { $0 == nil } ? nil : silences.last ?? nil
  }

  /// Why a message may not leave at an instant; nil when it may.
  func silence(of kept: OutboxMessage, at now: Instant, _ reader: BookReader) throws -> Phrase? {
    let step = try kept.message.reminder.flatMap { try reader.reminder($0)?.step }
    // The plan may have been put aside since.
    guard let plan = plans.first(where: { $0.key == step?.plan }) ?? plans.last else { return nil }
    return silence(at: now, by: plan, kept.message.channel)
  }

  private func silence(
    at now: Instant, by plan: DunningPlan, _ channel: Reminder.Channel
  ) -> Phrase? {
    let (today, minute) = (now.parisDay, now.parisMinute)
    let opening = plan.leaving(by: channel, ready: today, minute: minute)
    guard opening != (today, minute) else { return nil }
    let next = Instant(parisDay: opening.day, minute: opening.minute)
    return Phrase(
      french: "Le \(today.french) à \(now.frenchTime), rien ne part\u{A0}: les heures du scénario "
        + "«\u{A0}\(plan.name(in: .french))\u{A0}» (\(plan.hours.wording)) rouvrent le "
        + "\(opening.day.french) à \(next.frenchTime).",
      english: "On \(today.iso) at \(now.englishTime) nothing leaves: the hours of the plan "
        + "“\(plan.name(in: .english))” (\(plan.hours.wording)) open again on "
        + "\(opening.day.iso) at \(next.englishTime).")
  }
}

/// The hours that the mail settings held before plans' own decided.
struct FormerHours {
  let hours: SendingHours
  let keepsAlsaceMoselle: Bool
  /// Plans saved by then bear hours that decided nothing yet.
  let through: EntryNumber

  /// Nil in a book that never had any.
  init?(_ settings: [String: String]) {
    guard let through = settings["plan.formerHoursThrough"].flatMap({ Int64($0) }),
      let first = settings["mail.opens"].flatMap({ Int($0) }),
      let end = settings["mail.closes"].flatMap({ Int($0) }),
      let hours = SendingHours(first: first, end: end)
    else { return nil }
    self.hours = hours
    self.through = EntryNumber(through)
    keepsAlsaceMoselle = settings["mail.keepsAlsaceMoselle"] == "1"
  }

  func applied(to plan: DunningPlan) -> DunningPlan {
    var plan = plan
    plan.hours = hours
    if keepsAlsaceMoselle { plan.calendar = BankCalendar(keepsAlsaceMoselle: true) }
    return plan
  }
}
