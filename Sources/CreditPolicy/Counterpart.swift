public import Law
public import Ledger
public import Quantities

/// The payment term asked in return for a shorter lead time, and how it was found.
public struct Counterpart: Hashable, Sendable {
  public let policy: CounterpartPolicy
  /// Halvings of the lead time that count.
  public let halvings: Int
  /// The shorter term; nil when there is nothing to ask for, or nothing left to shorten.
  public let term: SaleTerm?
  /// Halvings that go below "with the order": an alternative answers for them.
  public let halvingsBelowOrder: Int
  /// The due date at the usual term, were the order invoiced on the day of delivery.
  public let usualDue: Day
  /// The due date at the shorter term; the usual one when there is none.
  public let due: Day
  /// The steps that lead to the term, in their order.
  public let derivation: [CounterpartStep]
}

/// One step of the derivation of a counterpart.
public enum CounterpartStep: Hashable, Sendable {
  /// The lead time is not shorter: nothing is asked in return.
  case notFaster(usual: Int, asked: Int)
  /// So many halvings of the lead time count.
  case halvings(usual: Int, asked: Int, count: Int, CounterpartPolicy.Rounding)
  /// The usual term lies between two rungs: the first halving leads to the rung below.
  case betweenRungs(averageInDays: Int, below: SaleTerm)
  /// One rung down.
  case rungDown(from: SaleTerm, to: SaleTerm)
  /// So many halvings are left below "with the order".
  case belowOrder(count: Int)
  /// The term times the asked lead time over the usual one, rounded down.
  case proportion(averageInDays: Int, usual: Int, asked: Int, days: Int)
  /// Rounded down to a rung of the house.
  case downToRung(days: Int, to: SaleTerm)
  /// The law allows no more than this many days.
  case ceiling(days: Int, Citation)
  /// By the calendar, the usual term ends no later on this order.
  case noDayGained(Day)
  /// The customer already pays with the order: only an alternative is left.
  case alreadyOnOrder
  /// A public buyer pays on the terms of the Code de la commande publique.
  case publicBuyer(Citation)
}

/// The counterpart of a rush order under a policy of the house.
///
/// Never longer than the usual term, never above the trade's legal ceiling (R1.2, R1.15); a lead
/// time that is not shorter gives none. A public buyer's term is set by law (R1.20): none is asked.
public func counterpart(
  for order: RushOrder, by policy: CounterpartPolicy, in sector: SectorCeiling = SectorCeiling(),
  from kind: Customer.Kind = .business
) -> Counterpart {
  var search = CounterpartSearch(order: order, policy: policy, sector: sector)
  search.find(for: kind)
  let usualDue = order.usualTerm.due(invoicedOn: order.invoiced)
  let due = search.term.map { $0.due(invoicedOn: order.invoiced) } ?? usualDue
  return Counterpart(
    policy: policy, halvings: search.halvings, term: search.term,
    halvingsBelowOrder: search.below, usualDue: usualDue, due: min(due, usualDue),
    derivation: search.steps)
}

/// The search for the counterpart, step by step.
private struct CounterpartSearch {
  let order: RushOrder
  let policy: CounterpartPolicy
  let sector: SectorCeiling
  var halvings = 0
  var below = 0
  var term: SaleTerm?
  var steps: [CounterpartStep] = []

  mutating func find(for kind: Customer.Kind) {
    let (usual, asked) = (order.usualLeadInDays, order.askedLeadInDays)
    guard order.isFaster else {
      steps.append(.notFaster(usual: usual, asked: asked))
      return
    }
    if kind == .publicBuyer {
      steps.append(.publicBuyer(PublicBuyerTerm.citation))
      return
    }
    halvings = policy.halvings(from: usual, to: asked)
    if order.usualTerm.isOnOrder {
      below = halvings
      steps.append(.halvings(usual: usual, asked: asked, count: halvings, policy.rounding))
      steps.append(.alreadyOnOrder)
      return
    }
    switch policy.method {
    case .ladder: climbDown()
    case .proportional: takeProportion()
    }
    keepLawful()
  }

  /// The house's rungs, "with the order" at the bottom.
  private var rungs: [SaleTerm] {
    policy.rungsInDays.map { .credit(.net($0)) } + [.onOrder]
  }

  private mutating func climbDown() {
    let (usual, asked) = (order.usualLeadInDays, order.askedLeadInDays)
    steps.append(.halvings(usual: usual, asked: asked, count: halvings, policy.rounding))
    guard halvings > 0 else { return }
    let average = order.usualTerm.averageInDays
    // The first rung strictly below the usual term is where the first halving leads.
    let first = rungs.firstIndex { $0 == .onOrder || $0.averageInDays < average }!
    if order.usualTerm != .credit(.net(average)) || !policy.rungsInDays.contains(average) {
      steps.append(.betweenRungs(averageInDays: average, below: rungs[first]))
    }
    var from = order.usualTerm
    let last = min(first + halvings - 1, rungs.count - 1)
    for rung in rungs[first...last] {
      steps.append(.rungDown(from: from, to: rung))
      from = rung
    }
    term = from
    below = first + halvings - 1 - last
    if below > 0 { steps.append(.belowOrder(count: below)) }
  }

  private mutating func takeProportion() {
    let (usual, asked) = (order.usualLeadInDays, order.askedLeadInDays)
    let average = order.usualTerm.averageInDays
    let days = average * asked / usual
    steps.append(.proportion(averageInDays: average, usual: usual, asked: asked, days: days))
    var found: SaleTerm = days == 0 ? .onOrder : .credit(.net(days))
    if policy.step == .rung {
      found = rungs.first { $0.averageInDays <= days }!
      steps.append(.downToRung(days: days, to: found))
    }
    term = found == order.usualTerm ? nil : found
  }

  /// Cuts the term to the ceiling of the trade, and says when this order gains no day by it.
  private mutating func keepLawful() {
    guard let found = term else { return }
    if case .credit(.net(let days)) = found, let most = sector.netDaysAllowed(from: order.invoiced),
      days > most
    {
      term = .credit(.net(most))
      steps.append(.ceiling(days: most, sector.citation))
    }
    let usualDue = order.usualTerm.due(invoicedOn: order.invoiced)
    if let term, term.due(invoicedOn: order.invoiced) >= usualDue {
      steps.append(.noDayGained(usualDue))
    }
  }
}

extension SectorCeiling {
  /// The days that a net term may have whatever the day of the month: ceilings that run to the end
  /// of a month leave the least to invoices issued on its last day.
  fileprivate func netDaysAllowed(from day: Day) -> Int? {
    (0..<12).compactMap { month in
      let last = day.adding(months: month).endOfMonth
      let dates = TermDates(issue: last, delivery: last, receipt: last)
      return (try? latestDay(from: dates)).map { last.days(to: $0) }
    }.min()
  }
}
