public import Claims
public import Dunning
public import Intake
public import Ledger
public import Quantities
import Store

/// Why an invoice was asked for on a day, or not: only with what was known that day.
public struct InvoiceStory: Sendable {
  public let day: Day
  /// Whether the day is over: some of what stood then is not kept.
  public let isPast: Bool
  public let customer: Customer
  public let currency: Currency
  public let item: AccountItem
  public let claim: Claim
  /// The plan by which the customer was asked that day.
  public let plan: DunningPlan
  /// The kind of payer that chose it, by what was known that day; nil where no plan asks for one.
  public let profile: String?
  /// The reminders about the invoice by then, oldest first.
  public let reminders: [Dated<Reminder>]
  /// What stood in the way of this invoice alone, the rest of the account being asked for.
  public let ownHolds: [Hold]
  public let decision: Decision
  /// The next contact if nothing changed: neither payment nor answer.
  public let next: ForeseenContact?

  /// What was left of the invoice that day.
  public var balance: Money { item.balance(on: day) }
  /// Whether a contact of that day asks for the invoice.
  public var isAskedFor: Bool {
    if case .send(let contact) = decision { contact.documents.contains(item.id) } else { false }
  }
}

/// Why there is no story.
public enum StoryRefusal: Error, Hashable, Sendable {
  /// Nobody knew of the invoice on that day.
  case notKnownYet(String, on: Day, learned: Day)

  public var words: Phrase {
    switch self {
    case .notKnownYet(let number, let day, let learned):
      Phrase(
        french: "Le \(day.french), le livre ne connaissait pas encore \(number) : elle y est "
          + "depuis le \(learned.french).",
        english: "On \(day.iso) the book did not know \(number) yet: it has since "
          + "\(learned.iso).")
    }
  }
}

extension Desk {
  /// The story of an invoice on a day, today when nil; nil when there is no such document.
  public func story(of id: EntryNumber, on day: Day? = nil) throws -> InvoiceStory? {
    let day = day ?? today
    return try store.read { reader in
      guard let owner = try reader.owner(of: id), let document = try reader.document(id) else {
        return nil
      }
      let moment = Moment(asOf: day, knownOn: day)
      let accounts = try reader.accounts(of: owner, at: moment)
      guard let account = accounts.first(where: { $0.items.contains { $0.id == id } }) else {
        throw StoryRefusal.notKnownYet(
          document.number, on: day, learned: max(document.learned, document.issue))
      }
      return try story(of: id, on: account, day, reader)
    }
  }

  private func story(
    of id: EntryNumber, on account: Account, _ day: Day, _ reader: BookReader
  ) throws -> InvoiceStory? {
    guard let item = account.items.first(where: { $0.id == id }) else { return nil }
    let practice = try practice(reader)
    let plans = try shelf(reader, on: day).book
    let payers = PayerKinds(on: day, by: practice.choices, reader)
    let run = DailyRun(
      on: day, practice: practice, plans: plans,
      newestBankDay: try reader.newestBankDay(.first, by: day, knownOn: day),
      kind: payers.kind(of:))
    let open = account.unsettled(on: day)
    let finding = try run.finding(on: open, namingPlan: true)
    let ahead = DayRange(first: day.nextDay, last: day.adding(days: 120))
    var future = open
    if case .send(let contact) = finding.decision {
      future.reminders.append(
        Dated(number: id, happened: day, learned: day, fact: contact.reminder()))
    }
    var simulated = SimulatedPractice(practice)
    simulated.profile =
      try finding.profile
      ?? (plans.needsProfiles ? payers.kind(of: account.customer.id) : nil)
    let foreseen = try Dunning.simulate(
      future, over: ahead, by: plans, for: simulated)
    return InvoiceStory(
      day: day, isPast: day < today, customer: account.customer, currency: account.currency,
      item: item,
      claim: finding.claim, plan: finding.plan, profile: finding.profile,
      reminders: account.reminders.filter { $0.fact.documents.contains(id) },
      ownHolds: account.holds(of: item, on: day, practice, finding.claim),
      decision: finding.decision, next: foreseen.first)
  }
}

extension Account {
  /// What stands in the way of one document on a day.
  fileprivate func holds(
    of item: AccountItem, on day: Day, _ practice: Practice, _ claim: Claim
  ) -> [Hold] {
    var holds = disputes.filter { $0.fact.document == item.id && $0.happened <= day }
      .map { Hold.disputed($0.fact, since: $0.happened) }
    let statuses = statusHolds(on: day, calendar: practice.choices.calendar)
    if let hold = statuses[item.id] { holds.append(.lifecycle(hold, document: item.number)) }
    for snooze in snoozes
    where snooze.fact.document == item.id && snooze.happened <= day && day < snooze.fact.until {
      holds.append(.snoozed(snooze.fact))
    }
    if let open = claim.item(item.id), open.isTimeBarred {
      holds.append(.timeBarred(since: open.limitation(ofYears: 5).prudent))
    }
    return holds
  }
}
