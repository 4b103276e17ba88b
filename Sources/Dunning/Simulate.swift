public import Claims
public import Law
public import Ledger
public import Quantities

/// What a customer would hear from us over some days, if they neither paid nor answered.
///
/// Goes from one day on which something can change to the next: a due date, the opening of a step,
/// the end of a hold. The bank data are taken for fresh.
public func simulate(
  _ account: Account, over days: DayRange, by plans: PlanBook, for practice: SimulatedPractice
) throws(UnknownRate) -> [ForeseenContact] {
  var future = AccountFuture(account, practice: practice)
  var foreseen: [ForeseenContact] = []
  var day = days.first
  while day <= days.last {
    let claim = try assess(account, on: day, by: practice.practice)
    let plan = plans.plan(for: claim, profile: practice.profile)
    switch decide(claim, after: future.reminders, by: plan, gate: .open) {
    case .send(let contact):
      foreseen.append(ForeseenContact(contact, on: day, claim))
      future.remember(contact, on: day)
      // Nothing follows a contact before the gap has passed.
      let gap = contact.level.channel.reachesCustomer ? plan.minimumGapInDays : 1
      day = day.adding(days: max(1, gap))
    case .tooSoon(let until, _):
      // More may be owed by then, and a step that was too dear for less be open.
      let turn = plan.hasMinimums ? future.nextTurn(after: day, by: plan) : nil
      day = max(day.nextDay, min(until, turn ?? until))
    case .wait(let reasons):
      let turn = future.nextTurn(after: day, by: plan, isUnreachable: reasons.hangOnAnAddress)
      guard let turn else { return foreseen }
      day = turn
    case .nothingDue:
      guard let next = future.nextTurn(after: day, by: plan) else { return foreseen }
      day = next
    }
  }
  return foreseen
}

/// How claims are reckoned in a simulation: the principal alone, which decides the steps.
public struct SimulatedPractice: Sendable {
  let practice: Practice
  /// The kind of payer a customer is, where plans ask for it.
  public var profile: String?

  public init(_ practice: Practice) {
    var choices = practice.choices
    choices.claimsInterest = false
    choices.claimsCompensation = false
    self.practice = Practice(choices, rates: practice.rates)
  }
}

/// The days on which something changes by itself on an account.
private struct AccountFuture {
  private(set) var reminders: [Dated<Reminder>]
  private let dues: [Day]
  private let ends: [Day]

  init(_ account: Account, practice: SimulatedPractice) {
    reminders = account.reminders
    var dues: Set<Day> = []
    for item in account.items {
      guard case .invoice(let invoice) = item.kind else { continue }
      for part in invoice.instalments { dues.insert(part.due) }
      if let due = account.rushInvoices[item.id]?.forgottenDue(on: invoice) { dues.insert(due) }
    }
    self.dues = Array(dues)
    let calendar = practice.practice.choices.calendar
    let grace = practice.practice.choices.promiseGraceInDays
    func graced(_ day: Day, _ count: Int) -> Day {
      day.adding(workingDays: count, calendar).nextDay
    }
    var ends: [Day] = account.snoozes.map(\.fact.until)
    for promise in account.promises { ends.append(graced(promise.fact.on, grace)) }
    for paid in account.saidPaid {
      ends.append(graced(max(paid.fact.on, paid.happened), Account.searchInDays))
    }
    for status in account.statuses {
      ends.append(graced(status.happened, LifecycleEffect.paymentGraceInDays))
    }
    for plan in account.plans {
      for part in plan.fact.parts { ends += [part.on.nextDay, graced(part.on, grace)] }
    }
    self.ends = ends
  }

  mutating func remember(_ contact: Contact, on day: Day) {
    reminders.append(
      Dated(number: EntryNumber(.max), happened: day, learned: day, fact: contact.reminder()))
  }

  /// The next day on which the decision may be another. A customer whom one step does not reach
  /// may be reached by the next.
  func nextTurn(after day: Day, by plan: DunningPlan, isUnreachable: Bool = false) -> Day? {
    var next: Day?
    func meet(_ turn: Day) {
      if turn > day, next.map({ turn < $0 }) ?? true { next = turn }
    }
    for end in ends { meet(end) }
    for due in dues {
      meet(due.nextDay)
      for level in isUnreachable ? plan.levels : plan.heralding {
        meet(plan.opening(of: level, due: due))
      }
    }
    return next
  }
}

extension Day {
  /// The working day itself or after it, and some working days more.
  fileprivate func adding(workingDays count: Int, _ calendar: BankCalendar) -> Day {
    var day = calendar.onOrAfter(self)
    for _ in 0..<count { day = calendar.onOrAfter(day.nextDay) }
    return day
  }
}

extension [Decision.Reason] {
  /// Whether the customer would be asked if an address were known.
  fileprivate var hangOnAnAddress: Bool {
    contains { reason in
      switch reason {
      case .held(.noAddress), .held(.wrongAddress): true
      default: false
      }
    }
  }
}

extension ForeseenContact {
  fileprivate init(_ contact: Contact, on day: Day, _ claim: Claim) {
    self.init(
      day: day, customer: claim.customer.id, currency: claim.currency, step: contact.step,
      name: contact.level.name, channel: contact.level.channel,
      isWithCall: contact.level.isWithCall, asked: contact.claiming,
      documents: contact.documents)
  }
}
