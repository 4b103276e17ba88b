public import Behaviour
public import Law
public import Ledger
public import Quantities

/// What stands in the way of a plain yes, with its evidence.
public enum Condition: Hashable, Sendable {
  /// Collective proceedings are open: nothing but payment with the order.
  case insolvent(Insolvency)
  /// Invoices past their due date: to be settled before delivery.
  case settleFirst([Standing.OverdueInvoice], late: Int)
  /// Promises that were not kept.
  case brokenPromises(Int)
  /// The order goes beyond the credit limit: a deposit is the way out. Beyond a limit that is only
  /// proposed, it is worth knowing, no more.
  case overLimit(Exposure)
  /// Nothing is known of how this customer pays: a deposit is advised, in percent of the order.
  case newCustomer(depositInPercent: Int)
  /// The chance that an invoice stays unpaid is high: a deposit is advised.
  case risky(Rate, depositInPercent: Int)
  /// The customer contests part of what it owes: talk about it first.
  case disputed(Money)
  /// The usual term goes beyond what the law allows (R1.15).
  case unlawfulTerm(days: Int, Citation)

  /// What kind of payer it is, and what follows from that; a deposit for one in distress.
  case payer(PayerProfile.Kind, depositInPercent: Int)

  /// How much it weighs on the answer.
  public enum Weight: Int, Hashable, Sendable, Comparable {
    case note, caution, stop
    public static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
  }

  public var weight: Weight {
    switch self {
    case .insolvent: .stop
    case .settleFirst(_, let late): late > 60 ? .stop : .caution
    case .overLimit(let exposure): exposure.isGranted ? .caution : .note
    case .brokenPromises, .newCustomer, .risky: .caution
    case .payer(let kind, _): kind == .distress ? .caution : .note
    case .disputed, .unlawfulTerm: .note
    }
  }
}

/// The answer at a glance: a traffic light.
public enum Light: String, Hashable, Sendable {
  /// Nothing stands in the way.
  case green
  /// Yes, on conditions.
  case amber
  /// Not on credit.
  case red

  /// The light that some conditions give: the gravest one decides.
  public init(_ conditions: [Condition]) {
    switch conditions.map(\.weight).max() {
    case .stop?: self = .red
    case .caution?: self = .amber
    case .note?, nil: self = .green
    }
  }
}

/// What to look at before saying yes, the gravest first.
///
/// `ceiling` is how many days the law allows on this sale, with its article.
func conditions(
  for order: RushOrder, from standing: Standing, ceiling: (days: Int, citation: Citation)?
) -> [Condition] {
  var found: [Condition] = []
  if let insolvency = standing.insolvency { found.append(.insolvent(insolvency)) }
  if let oldest = standing.overdue.first {
    found.append(.settleFirst(standing.overdue, late: oldest.due.days(to: order.ordered)))
  }
  if standing.exposure.excess.isPositive { found.append(.overLimit(standing.exposure)) }
  if standing.brokenPromises > 0 { found.append(.brokenPromises(standing.brokenPromises)) }
  if standing.habit.isNew {
    found.append(.newCustomer(depositInPercent: deposit(for: order, from: standing)))
  } else if standing.habit.chanceOfDefault >= riskyChance {
    found.append(
      .risky(
        standing.habit.chanceOfDefault, depositInPercent: deposit(for: order, from: standing)))
  }
  // A public buyer pays by the rules of public purchase: no deposit, no favour to weigh.
  if standing.payer != .unknown, standing.insolvency == nil,
    standing.customer?.kind != .publicBuyer
  {
    found.append(
      .payer(standing.payer, depositInPercent: deposit(for: order, from: standing)))
  }
  if standing.disputed.isPositive { found.append(.disputed(standing.disputed)) }
  let days = order.invoiced.days(to: order.usualTerm.due(invoicedOn: order.invoiced))
  if let ceiling, days > ceiling.days {
    found.append(.unlawfulTerm(days: days, ceiling.citation))
  }
  return found.enumerated().sorted {
    ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
  }.map(\.element)
}

/// From five invoices in a hundred a customer counts as risky.
let riskyChance = Rate.percent(5)

/// The deposit advised, in percent of the order: thirty, or what brings the exposure back to the
/// limit, by tens, the whole order at the most.
func deposit(for order: RushOrder, from standing: Standing) -> Int {
  let excess = standing.exposure.isGranted ? min(standing.exposure.excess, order.amount) : .zero
  let share = excess.scaled(by: 100, over: order.amount.cents).cents
  return max(30, min(100, Int((share + 9) / 10 * 10)))
}
