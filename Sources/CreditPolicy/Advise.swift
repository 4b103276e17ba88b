import Behaviour
import Law
import Ledger
import Quantities

/// What to answer a customer who wants an order faster than usual: the counterpart under the
/// house's policy, alternatives of the same value, and what to look at before saying yes.
///
/// `policy.sector` bounds the term by its legal ceiling (R1.2, sheet 1.2).
public func advise(
  _ order: RushOrder, from standing: Standing, by policy: HousePolicy
) -> CounterOffer {
  let sector = SectorCeiling(policy.sector)
  let kind = standing.customer?.kind ?? .business
  let found = counterpart(for: order, by: policy.counterpart, in: sector, from: kind)
  let bargain = Bargain(order, found, standing, policy)
  let conditions = conditions(
    for: order, from: standing, ceiling: ceiling(on: order, in: policy.sector))
  return CounterOffer(
    order: order, counterpart: found, alternatives: bargain.alternatives,
    beyondOrder: bargain.beyondOrder,
    conditions: conditions, light: Light(conditions),
    usualReceipt: bargain.usualReceipt, worth: bargain.worth, costOfMoney: policy.costOfMoney,
    habit: standing.habit)
}

/// How many days the trade's ceiling leaves on an order, end of month supposed agreed where the
/// term counts by months.
private func ceiling(on order: RushOrder, in sector: Sector) -> (days: Int, citation: Citation)? {
  let countsByMonth: Bool =
    switch order.usualTerm {
    case .credit(.daysThenEndOfMonth), .credit(.endOfMonthThenDays),
      .credit(.daysThenEndOfMonthThe):
      true
    default: false
    }
  let rule = SectorCeiling(sector, allowsEndOfMonth: countsByMonth)
  let day = order.invoiced
  let dates = TermDates(issue: day, delivery: day, receipt: day)
  guard let latest = try? rule.latestDay(from: dates) else { return nil }
  return (day.days(to: latest), rule.citation)
}

/// The counterpart and what is worth as much, for one order.
private struct Bargain {
  let order: RushOrder
  let found: Counterpart
  let standing: Standing
  let value: TimeValue
  let policy: HousePolicy
  let usualReceipt: Day
  /// What has to be given: the amount, and how many days sooner.
  let daysAsked: Int

  init(
    _ order: RushOrder, _ found: Counterpart, _ standing: Standing, _ policy: HousePolicy
  ) {
    self.order = order
    self.found = found
    self.standing = standing
    self.policy = policy
    let delay = order.usualTerm.isOnOrder ? 0 : max(0, standing.habit.averageDelayInDays)
    usualReceipt =
      order.usualTerm.isOnOrder ? order.ordered : found.usualDue.adding(days: delay)
    let horizon = order.ordered.days(to: usualReceipt)
    let rung = policy.counterpart.rungHeightInDays
    value = TimeValue(
      costOfMoney: policy.costOfMoney, chance: standing.habit.chanceOfDefault,
      horizonInDays: horizon > 0 ? horizon : rung)
    switch found.term {
    case .onOrder?: daysAsked = horizon
    case .credit?: daysAsked = found.due.days(to: found.usualDue)
    case nil: daysAsked = found.halvingsBelowOrder * rung
    }
  }

  private var horizon: Int { order.ordered.days(to: usualReceipt) }
  private var centDays: Int128 { Int128(order.amount.cents) * Int128(daysAsked) }

  var worth: Money { value.worth(centDays: centDays) }

  /// For halvings that go below "with the order", a rung each.
  var beyondOrder: Money {
    guard found.term != nil, found.halvingsBelowOrder > 0 else { return .zero }
    let days = found.halvingsBelowOrder * policy.counterpart.rungHeightInDays
    return value.surcharge(
      worthCentDays: Int128(order.amount.cents) * Int128(days), after: 0) ?? .zero
  }

  var alternatives: [Alternative] {
    guard daysAsked > 0 else { return [] }
    return [shorterTerm, deposit, surcharge, overdueFirst].compactMap { $0 }
  }

  private var shorterTerm: Alternative? {
    guard let term = found.term else { return nil }
    let delay = found.usualDue.days(to: usualReceipt)
    let received = term.isOnOrder ? order.ordered : found.due.adding(days: delay)
    return sooner(
      .shorterTerm, order.amount, by: daysAsked, lacking: .zero,
      [.init(day: received, amount: order.amount)])
  }

  /// Part of the price with the order, the rest at the usual term. Where only the whole would do,
  /// half of it is proposed and a surcharge makes up the rest.
  private var deposit: Alternative? {
    guard horizon > 0 else { return nil }
    var amount = Money(cents: rounded(centDays, over: Int128(horizon)))
    if amount >= order.amount { amount = order.amount.scaled(by: 1, over: 2) }
    let left = centDays - Int128(amount.cents) * Int128(horizon)
    guard let lacking = makeUp(left) else { return nil }
    return sooner(
      .deposit, amount, by: horizon, lacking: lacking,
      [
        .init(day: order.ordered, amount: amount),
        .init(day: usualReceipt, amount: order.amount - amount + lacking),
      ])
  }

  /// The usual term, and a higher price.
  private var surcharge: Alternative? {
    guard let amount = value.surcharge(worthCentDays: centDays, after: horizon),
      amount.isPositive
    else { return nil }
    let (risk, step) = surchargeStep(amount)
    return Alternative(
      kind: .surcharge, amount: amount, complement: .zero,
      receipts: [.init(day: usualReceipt, amount: order.amount + amount)],
      riskRemoved: -risk, value: value.worth(centDays: 0, surcharge: amount, after: horizon),
      derivation: [step])
  }

  /// What is overdue, settled with the order; a surcharge makes up what it falls short of.
  private var overdueFirst: Alternative? {
    guard let oldest = standing.overdue.first else { return nil }
    let late = max(0, oldest.due.days(to: order.ordered))
    let wait = standing.habit.expectedWait(afterDaysOverdue: late)
    let wanted = Money(cents: rounded(centDays, over: Int128(wait)))
    let amount = min(wanted, standing.overdueAmount)
    let left = amount == wanted ? 0 : centDays - Int128(amount.cents) * Int128(wait)
    guard let lacking = makeUp(left) else { return nil }
    return sooner(
      .settleOverdue, amount, by: wait, lacking: lacking,
      [
        .init(day: order.ordered, amount: amount),
        .init(day: usualReceipt, amount: order.amount + lacking),
      ])
  }

  /// The surcharge for cent-days that are still lacking; nil when none would be fair.
  private func makeUp(_ centDays: Int128) -> Money? {
    guard centDays > 0 else { return .zero }
    return value.surcharge(worthCentDays: centDays, after: horizon)
  }

  private func sooner(
    _ kind: RushAnswer.Counterpart, _ amount: Money, by days: Int, lacking: Money,
    _ receipts: [Alternative.Receipt]
  ) -> Alternative {
    let centDays = Int128(amount.cents) * Int128(days)
    let worth = value.worth(centDays: centDays, surcharge: lacking, after: horizon)
    var risk = value.risk(of: amount, days: days)
    // Interest takes what rounding left: the lines sum to the value.
    let interest = value.worth(centDays: centDays) - risk
    var steps: [ValueStep] = [
      .interestSpared(amount, days: days, at: value.costOfMoney, gives: interest),
      .riskRemoved(
        amount, days: days, over: value.horizonInDays, chance: value.chance, gives: risk),
    ]
    if lacking.isPositive {
      let (lost, step) = surchargeStep(lacking, worth: worth - interest - risk)
      risk -= lost
      steps.append(step)
    }
    return Alternative(
      kind: kind, amount: amount, complement: lacking, receipts: receipts, riskRemoved: risk,
      value: worth, derivation: steps)
  }

  /// What a surcharge is worth, and the part of it that risk takes.
  private func surchargeStep(_ amount: Money, worth: Money? = nil) -> (Money, ValueStep) {
    let gives = worth ?? value.worth(centDays: 0, surcharge: amount, after: horizon)
    return (
      value.risk(of: amount, days: horizon),
      .surcharge(
        amount, days: horizon, at: value.costOfMoney, chance: value.chance, gives: gives)
    )
  }

  private func rounded(_ amount: Int128, over whole: Int128) -> Int64 {
    Int64((2 * amount + whole) / (2 * whole))
  }
}
