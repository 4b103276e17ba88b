import Law
import Quantities

/// When a customer pays, by its habit.
struct Timing {
  private let customer: DemoCustomer
  private let plan: WorldPlan
  /// The customer's own slowness in days, around which its payments vary.
  private let slowness: Int
  /// From this day on nothing is paid any more.
  private let stops: Day?

  init(_ customer: DemoCustomer, plan: WorldPlan, _ random: inout SplitMix64) {
    self.customer = customer
    self.plan = plan
    switch customer.habit {
    case .late: slowness = random.within(5...10)
    case .veryLate: slowness = random.within(24...38)
    case .publicBuyer: slowness = random.within(-4...8)
    case .disputes, .parentPays: slowness = random.within(1...5)
    case .insolvent: slowness = 30
    default: slowness = 0
    }
    stops = Timing.stop(customer, plan, &random)
  }

  private static func stop(
    _ customer: DemoCustomer, _ plan: WorldPlan, _ random: inout SplitMix64
  ) -> Day? {
    switch customer.habit {
    case .stopped: plan.today.adding(days: -random.within(45...100))
    case .insolvent: plan.today.adding(days: -random.within(70...120))
    default: nil
    }
  }

  /// What falls on one day is paid at once. A direct debit is collected invoice by invoice.
  var joins: Bool {
    switch customer.habit {
    case .directDebit, .parts: false
    default: true
    }
  }

  /// The first day on which the customer might pay the invoice.
  func earliest(_ invoice: DemoDocument) -> Day {
    if invoice.isScene { return plan.lastDay }
    return invoice.due.adding(days: min(0, slowness) - 3)
  }

  /// The days and amounts of an invoice's payments; nothing when it stays open.
  func plan(
    _ invoice: DemoDocument, _ random: inout SplitMix64
  ) -> [(day: Day, cents: Int64)] {
    if invoice.isScene { return [] }
    let cents = invoice.openCents
    guard cents > 0 else { return [] }
    if customer.habit == .instalments, invoice.form == .cii {
      var left = cents
      return invoice.instalments.compactMap { part in
        let share = min(part.cents, left)
        left -= share
        return share > 0 ? (payday(part.due, &random), share) : nil
      }
    }
    let day = payday(invoice.due, contested: invoice.dispute > 0, &random)
    if let stops, day >= stops { return [] }
    guard customer.habit == .parts, random.chance(600) else { return [(day, cents)] }
    let first = Money(cents: cents).scaled(by: Int64(random.within(3...6)), over: 10).cents
    let second = plan.workdays.onOrAfter(day.adding(days: random.within(15...40)))
    return [(day, first), (second, cents - first)]
  }

  private func payday(
    _ due: Day, contested: Bool = false, _ random: inout SplitMix64
  ) -> Day {
    var day = due.adding(days: lag(&random))
    if contested { day = day.adding(days: random.within(50...90)) }
    switch customer.habit {
    case .runs: day = Timing.nextRun(day)
    case .grouped: day = day.endOfMonth
    // Their accountant comes on Thursdays.
    case .late: day = day.adding(days: (11 - day.weekday) % 7)
    case .cheque: day = day.adding(days: (12 - day.weekday) % 7)
    default: break
    }
    return plan.workdays.onOrAfter(day)
  }

  private func lag(_ random: inout SplitMix64) -> Int {
    switch customer.habit {
    case .directDebit: 0
    case .runs, .grouped: -10
    case .cheque: random.within(-3...3)
    case .late: slowness + random.within(-2...2)
    case .veryLate, .insolvent: slowness + random.within(-8...12)
    case .publicBuyer: slowness + random.within(-3...6)
    case .overpays, .punctual:
      customer.term == .onReceipt ? random.within(2...6) : random.within(-2...1)
    default: slowness + random.within(-1...3)
    }
  }

  /// The next 10th or 25th.
  private static func nextRun(_ day: Day) -> Day {
    let (year, month, date) = day.parts
    if date <= 10 { return Day(year, month, 10) }
    if date <= 25 { return Day(year, month, 25) }
    return Day(year, month, 10).adding(months: 1)
  }
}
