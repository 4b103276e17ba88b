public import Ledger
public import Quantities

/// What a person asks of an instalment plan before it is drawn up.
public struct PlanTerms: Hashable, Sendable {
  /// How what is left after the first payment is split.
  public enum Split: Hashable, Sendable {
    /// Into so many equal monthly parts.
    case parts(Int)
    /// As many months as it takes at what the customer can pay.
    case monthly(Money)
  }

  /// Paid on the start day; zero for none.
  public var first = Money.zero
  public var split: Split
  /// The day of the first payment, or of the first part when there is none.
  public var start: Day
  /// Whether interest stands still while the plan is kept (R2.21).
  public var suspendsInterest = true
  /// Whether one part missed makes all due.
  public var hasAcceleration = true
  /// Beyond so many months a plan is rather a loan: said, not refused.
  public var mostMonths = 12
  /// A plan begins within so many months.
  public static let mostMonthsToStart = 6

  public init(split: Split, start: Day) {
    self.split = split
    self.start = start
  }
}

/// An instalment plan as the program proposes it from a claim: parts that add up to it.
public struct PlanProposal: Hashable, Sendable {
  /// What a person should know before it is offered.
  public enum Warning: Hashable, Sendable {
    /// The last part falls after the claim may be brought to court: only a signed acknowledgement
    /// of the debt restarts that time (R6.3).
    case beyondLimitation(Day)
    /// Longer than the firm likes.
    case longerThan(months: Int)
    /// Part of the account is contested and not in the plan.
    case leavesDispute(Money)
  }

  public let terms: PlanTerms
  public let plan: InstalmentPlan
  /// What the parts come to: the claim of the day.
  public let total: Money
  public let principal: Money
  public let interest: Money
  public let compensation: Money
  /// Credit notes and money on the account, taken off.
  public let deductions: Money
  public let warnings: [Warning]
  public let claim: Claim
}

/// Why no plan can be drawn up.
public enum PlanRefusal: Error, Hashable, Sendable {
  /// Nothing is claimable.
  case nothingOwed
  /// Collective proceedings are open: no instalment plan with an insolvent debtor (R8.13).
  case insolvent
  case startsInThePast(Day)
  /// It would begin so late that it puts the debt off: a slip of the pen would silence the
  /// reminders for years. The last day on which it may begin.
  case startsTooLate(Day, last: Day)
  case firstTooLarge(Money, total: Money)
  /// Fewer than one part, more than a hundred and twenty, or parts below a cent.
  case unworkableSplit
}

/// An instalment plan for all that is claimable on the day of the claim.
///
/// The parts add up to it to the cent: equal parts rounded down, what is left on the last. A part
/// that would fall on a day without bank business moves to the next working day.
public func propose(
  _ terms: PlanTerms, for claim: Claim, calendar: BankCalendar = .france, periodInYears: Int = 5
) throws(PlanRefusal) -> PlanProposal {
  if claim.holds.contains(where: { if case .insolvent = $0 { true } else { false } }) {
    throw .insolvent
  }
  guard claim.total.isPositive else { throw .nothingOwed }
  guard terms.start >= claim.day else { throw .startsInThePast(terms.start) }
  let last = claim.day.adding(months: PlanTerms.mostMonthsToStart)
  guard terms.start <= last else { throw .startsTooLate(terms.start, last: last) }
  guard terms.first < claim.total, !terms.first.isNegative else {
    throw .firstTooLarge(terms.first, total: claim.total)
  }
  let amounts = try terms.split.amounts(of: claim.total - terms.first)
  let all = (terms.first.isPositive ? [terms.first] : []) + amounts
  let parts = all.enumerated().map { place, amount in
    InstalmentPlan.Part(
      on: calendar.onOrAfter(terms.start.adding(months: place)), amount: amount)
  }
  let plan = InstalmentPlan(
    parts: parts, documents: claim.claimed.map(\.document),
    hasAcceleration: terms.hasAcceleration, suspendsInterest: terms.suspendsInterest)
  return PlanProposal(
    terms: terms, plan: plan, total: claim.total, principal: claim.principal,
    interest: claim.interest, compensation: claim.compensation,
    deductions: claim.principal + claim.interest + claim.compensation - claim.total,
    warnings: terms.warnings(of: plan, claim, periodInYears), claim: claim)
}

extension PlanTerms.Split {
  /// Equal parts of an amount, the last one taking what rounding left.
  fileprivate func amounts(of total: Money) throws(PlanRefusal) -> [Money] {
    switch self {
    case .parts(let count):
      guard (1...120).contains(count), total.cents >= Int64(count) else { throw .unworkableSplit }
      let part = Money(cents: total.cents / Int64(count))
      let last = total - Money(cents: part.cents * Int64(count - 1))
      return Array(repeating: part, count: count - 1) + [last]
    case .monthly(let amount):
      guard amount.isPositive, total.cents / amount.cents < 120 else { throw .unworkableSplit }
      let count = Int(total.cents / amount.cents)
      let rest = total - Money(cents: amount.cents * Int64(count))
      return Array(repeating: amount, count: count) + (rest.isPositive ? [rest] : [])
    }
  }
}

extension PlanTerms {
  fileprivate func warnings(
    of plan: InstalmentPlan, _ claim: Claim, _ periodInYears: Int
  ) -> [PlanProposal.Warning] {
    var warnings: [PlanProposal.Warning] = []
    guard let last = plan.parts.last?.on else { return [] }
    let limitation = plan.documents.compactMap { claim.item($0) }
      .map { $0.limitation(ofYears: periodInYears).prudent }.min()
    if let limitation, last > limitation { warnings.append(.beyondLimitation(limitation)) }
    if last > claim.day.adding(months: mostMonths) {
      warnings.append(.longerThan(months: mostMonths))
    }
    if claim.disputed.isPositive { warnings.append(.leavesDispute(claim.disputed)) }
    return warnings
  }
}
