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
  /// Of each of these that is a message: what had become of it by the end of that day.
  public let fates: [EntryNumber: MadeContact.Fate]
  /// What stood in the way of this invoice alone, the rest of the account being asked for.
  public let ownHolds: [Hold]
  /// What was decided that day, before what was done on it.
  public let decision: Decision
  /// What was said about the invoice on that very day, rehearsals too, and what was written before
  /// and had not left by its morning.
  public let made: [MadeContact]
  /// The next contact about the invoice if nothing changed: neither payment nor answer.
  public let next: ForeseenContact?
  /// The next one with the customer about other invoices alone.
  public let nextOfOthers: ForeseenContact?

  /// What was left of the invoice that day.
  public var balance: Money { item.balance(on: day) }
  /// Whether something of its own keeps it from being asked for, whatever the rest of the account.
  public var isHeld: Bool {
    guard let open = claim.item(item.id) else { return false }
    return !ownHolds.isEmpty && open.principal.isZero && !isAskedFor
  }
  /// Whether a contact of that day asks for the invoice.
  public var isAskedFor: Bool {
    if case .send(let contact) = decision { contact.documents.contains(item.id) } else { false }
  }
}

/// Why there is no story.
public enum StoryRefusal: Error, Hashable, Sendable {
  /// Nobody knew of the invoice on that day.
  case notKnownYet(String, on: Day, learned: Day)
  /// Nothing was decided on a day that is still to come.
  case ahead(Day)

  public var words: Phrase {
    switch self {
    case .ahead(let day):
      Phrase(
        french: "Le \(day.french) n’est pas encore venu : rien n’y est décidé. Pour la suite "
          + "prévue, demandez aujourd’hui.",
        english: "\(day.iso) is still to come: nothing is decided then. For what is foreseen, ask "
          + "about today.")
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
    guard day <= today else { throw StoryRefusal.ahead(day) }
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
    let contacts = try reader.contacts(about: id, on: day, of: account)
    let made = contacts.made
    var open = account.unsettled(on: day)
    // What waits has not been said: it is written anew on the day it leaves.
    open.reminders.removeAll { $0.happened < day && contacts.untold.contains($0.number) }
    var before = open
    // What was decided that day, not what it left to decide.
    if made.contains(where: { $0.day == day }) { before.reminders.removeAll { $0.happened == day } }
    let finding = try run.finding(on: before, namingPlan: true)
    if made.allSatisfy({ $0.isUndone || $0.day < day }), case .send(let contact) = finding.decision
    {
      open.reminders.append(
        Dated(number: id, happened: day, learned: day, fact: contact.reminder()))
    }
    let ahead = DayRange(first: day.nextDay, last: day.adding(days: 120))
    var simulated = SimulatedPractice(practice)
    simulated.profile =
      try finding.profile
      ?? (plans.needsProfiles ? payers.kind(of: account.customer.id) : nil)
    let foreseen = try Dunning.simulate(
      open, over: ahead, by: plans, for: simulated)
    return InvoiceStory(
      day: day, isPast: day < today, customer: account.customer, currency: account.currency,
      item: item,
      claim: finding.claim, plan: finding.plan, profile: finding.profile,
      reminders: account.reminders.filter { $0.fact.documents.contains(id) },
      fates: contacts.fates,
      ownHolds: account.holds(of: item, on: day, practice, finding.claim),
      decision: finding.decision, made: made,
      next: foreseen.first { $0.documents.contains(id) },
      nextOfOthers: foreseen.first { !$0.documents.contains(id) })
  }
}

extension Account {
  private func openDisputes(about item: AccountItem, on day: Day) -> [Hold] {
    disputes.filter { dispute in
      guard dispute.fact.document == item.id, dispute.happened <= day else { return false }
      switch standing(of: dispute, on: day) {
      case .open, .awaitingCredit: return true
      case .closed, .settled: return false
      }
    }.map { Hold.disputed($0.fact, since: $0.happened) }
  }

  /// What stands in the way of one document on a day.
  fileprivate func holds(
    of item: AccountItem, on day: Day, _ practice: Practice, _ claim: Claim
  ) -> [Hold] {
    var holds = openDisputes(about: item, on: day)
    if let open = claim.item(item.id), open.announcedUntil != nil { holds += claim.announced }
    if let open = claim.item(item.id), open.deferred.isPositive {
      holds += claim.plans.filter { $0.isRunning && $0.covers(item.id) }.map(Hold.instalmentPlan)
    }
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
