import Law
import Ledger
import Quantities

/// The reckoning of one account on one day, document after document.
struct Assessment {
  let account: Account
  let today: Day
  let practice: Practice
  /// Nil when no interest may be claimed from the customer.
  let schedule: RateSchedule?
  /// The opening of collective proceedings, when they are open.
  let opened: Day?
  /// Interest stops the day before the opening judgment (R8.4).
  let lastInterestDay: Day
  let claimsCompensation: Bool
  let limitationInYears: Int
  /// What lifecycle statuses keep back, by document.
  let statusHolds: [EntryNumber: StatusHold]
  /// The documents that a person wants left alone, each until its day.
  let snoozes: [EntryNumber: Day]
  /// What instalment plans do to the documents that they cover.
  let planned: PlannedDocuments
  /// The documents that announced money pays whole, each with the day through which it is awaited.
  let announced: [EntryNumber: Day]

  var items: [OpenItem] = []
  var lines: [ClaimLine] = []
  var principal = Money.zero
  var interest = Money.zero
  var compensation = Money.zero
  var credits = Money.zero
  var disputed = Money.zero
  var ageing = AgedAmounts()
  var oldestPlace: Int?

  init(
    _ account: Account, on today: Day, by practice: Practice,
    lettingAlone announced: [EntryNumber: Day] = [:]
  ) {
    self.account = account
    self.announced = announced
    self.today = today
    self.practice = practice
    let choices = practice.choices
    switch account.customer.kind {
    case .business: schedule = choices.claimsInterest ? practice.business : nil
    case .publicBuyer: schedule = choices.claimsInterest ? practice.publicBuyer : nil
    case .consumer: schedule = nil  // L441-10 binds professionals only (R2.19)
    }
    claimsCompensation = choices.claimsCompensation && account.customer.kind != .consumer
    let period: LimitationPeriod.Kind = account.customer.kind == .consumer ? .consumer : .commercial
    limitationInYears = period.years
    statusHolds = account.statusHolds(on: today, calendar: choices.calendar)
    snoozes = account.documentSnoozes(on: today)
    planned = PlannedDocuments(of: account, on: today, by: choices)
    let judgment = account.insolvency?.fact.opened
    opened = judgment.flatMap { $0 <= today ? $0 : nil }
    lastInterestDay = opened.map { min(today, InsolvencyStop.lastDay(opening: $0)) } ?? today
    items.reserveCapacity(account.items.count)
    lines.reserveCapacity(account.items.count * 3)
  }

  mutating func add(_ item: borrowing AccountItem) throws(UnknownRate) {
    guard item.issue <= today else { return }
    let history =
      item.movements.isEmpty
      ? BalanceHistory(total: item.total) : BalanceHistory(of: copy item, through: today)
    let balance = history.open
    guard case .invoice(let invoice) = item.kind else { return addCredit(item, balance) }
    let start = invoice.delivery ?? invoice.issue
    let last = invoice.instalments[invoice.instalments.count - 1].due
    var open = OpenItem(item, due: last, balance: balance, limitationStart: start)
    open.acknowledged = planned.acknowledged[item.id] ?? []
    // A year has 365 days or more: the exact date is worked out for old items only.
    open.isTimeBarred =
      start.days(to: today) > 365 * limitationInYears
      && LimitationPeriod(
        start: start, years: limitationInYears,
        events: open.acknowledged.map(LimitationPeriod.Event.acknowledged)
      ).isBarred(on: today)
    let parts = invoice.parts
    open.agreedDue = account.rushInvoices[item.id]?.forgottenDue(on: invoice)
    // Asked for by the day that was agreed; interest counts from the day the invoice bears.
    let asked = open.agreedDue.map { DueParts(wholeDue: $0, invoice.payable) } ?? parts
    if balance.isPositive { spread(asked, history, over: &open) }
    try claim(parts, asking: asked, history, of: &open)
    guard !balance.isZero || open.claimable.isPositive else { return }
    keep(open)
  }

  private mutating func addCredit(_ item: borrowing AccountItem, _ balance: Money) {
    guard !balance.isZero else { return }
    keep(OpenItem(item, due: item.issue, balance: balance, limitationStart: item.issue))
  }

  /// The balance by due date: payments fill the oldest instalment first.
  private mutating func spread(
    _ parts: DueParts, _ history: BalanceHistory, over open: inout OpenItem
  ) {
    let settled = open.total - open.balance
    var isFound = false
    for part in parts {
      let left = part.open(settled: settled)
      guard left.isPositive else { continue }
      if !isFound {
        isFound = true
        open.due = part.due
      }
      let late = max(0, part.due.days(to: today))
      ageing[AgeingBucket(daysOverdue: late)] += left
      if late > 0 {
        open.overdue += left
        open.daysOverdue = max(open.daysOverdue, late)
      } else {
        open.notYetDue += left
        if open.nextDue == nil {
          open.nextDue = part.due
          open.nextAmount = left
        }
      }
    }
  }

  private mutating func keep(_ open: OpenItem) {
    if open.balance.isNegative {
      credits -= open.balance
      ageing.unallocated += open.balance
    }
    principal += open.principal
    interest += open.interest
    compensation += open.compensation
    if open.principal.isPositive, oldestPlace.map({ open.due < items[$0].due }) ?? true {
      oldestPlace = items.count
    }
    items.append(open)
  }
}

extension Account {
  /// The documents left alone on a day, with the day on which that ends.
  func documentSnoozes(on today: Day) -> [EntryNumber: Day] {
    guard !snoozes.isEmpty else { return [:] }
    var found: [EntryNumber: Day] = [:]
    for snooze in snoozes where snooze.isOpen(on: today) {
      guard let document = snooze.fact.document else { continue }
      found[document] = max(found[document] ?? snooze.fact.until, snooze.fact.until)
    }
    return found
  }
}

extension Invoice {
  /// The instalments with what falls due before each; the last one takes what rounding left.
  var parts: DueParts {
    if instalments.count == 1 {
      let only = DuePart(due: instalments[0].due, before: .zero, amount: payable)
      return DueParts(first: only, others: [])
    }
    let first = DuePart(due: instalments[0].due, before: .zero, amount: instalments[0].amount)
    var before = first.amount
    let others = instalments.indices.dropFirst().map { place in
      let isLast = place == instalments.count - 1
      let amount = isLast ? payable - before : instalments[place].amount
      defer { before += amount }
      return DuePart(due: instalments[place].due, before: before, amount: amount)
    }
    return DueParts(first: first, others: others)
  }
}
