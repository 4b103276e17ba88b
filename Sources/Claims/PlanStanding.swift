public import Ledger
public import Quantities

/// Where an instalment plan stands on a day, part by part, by the money that came.
public struct PlanStanding: Hashable, Sendable {
  /// What became of one part.
  public enum PartState: Hashable, Sendable {
    /// Awaited through a day, grace included.
    case awaited(until: Day)
    case kept(on: Day)
    case late(on: Day)
    case missed(since: Day)
  }

  /// What became of the whole.
  public enum State: Hashable, Sendable {
    /// Nobody has agreed to it.
    case proposed
    case running
    /// Every part came.
    case kept
    /// A part is missing and the clause makes all due (déchéance du terme). Once it has come, the
    /// plan goes on: whoever takes a late payment gives the customer the other days back.
    case accelerated(since: Day)
    /// A part is missing and no clause was agreed: that part is due, the others keep their days.
    case behind(since: Day)
  }

  /// One part with what came for it.
  public struct Part: Hashable, Sendable {
    public let part: InstalmentPlan.Part
    public let received: Money
    public let state: PartState
  }

  public let plan: Dated<InstalmentPlan>
  public let agreement: Dated<PlanAgreement>?
  public let parts: [Part]
  public let state: State

  /// What has come for it in all, at most what it comes to.
  public var received: Money { parts.lazy.map(\.received).sum() }
  /// The next part to wait for; nil when none is left.
  public var next: Part? {
    parts.first { if case .awaited = $0.state { true } else { false } }
  }
  /// How many parts have come whole.
  public var paidCount: Int {
    parts.count { $0.received == $0.part.amount }
  }
  /// What was due by now and has not come.
  public var missing: Money {
    parts.lazy.filter { if case .missed = $0.state { true } else { false } }
      .map { $0.part.amount - $0.received }.sum()
  }
  /// Whether it holds the reminders back: agreed to, and no part missing.
  public var isRunning: Bool { state == .running }
  /// Whether it stopped interest from the day it was signed: only while it is kept (R2.21).
  public var freezesInterest: Bool {
    plan.fact.suspendsInterest && (state == .running || state == .kept)
  }
}

extension Account {
  /// Where each plan stands on a day, oldest first.
  ///
  /// The bank needs some working days to show a transfer sent in time: `grace` grants them.
  public func planStandings(
    on today: Day, grace: Int, calendar: BankCalendar
  ) -> [PlanStanding] {
    plans.filter { $0.happened <= today }.map { plan in
      let agreement = agreements.last { $0.fact.plan == plan.number && $0.happened <= today }
      guard let agreement else {
        return PlanStanding(
          plan: plan, agreement: nil,
          parts: plan.fact.parts.map {
            .init(part: $0, received: .zero, state: .awaited(until: $0.on))
          }, state: .proposed)
      }
      let money = receipts(
        on: plan.fact.documents, from: min(agreement.fact.signed, plan.happened), through: today)
      let parts = plan.fact.parts(filledBy: money, on: today) {
        calendar.limit(of: $0, grace: grace)
      }
      return PlanStanding(
        plan: plan, agreement: agreement, parts: parts,
        state: parts.state(hasAcceleration: plan.fact.hasAcceleration))
    }
  }
}

extension InstalmentPlan {
  /// The parts filled by money, the earliest first.
  fileprivate func parts(
    filledBy money: [Received], on today: Day, limit: (Day) -> Day
  ) -> [PlanStanding.Part] {
    var left = max(.zero, money.lazy.map(\.amount).sum())
    var due = Money.zero
    return parts.map { part in
      due += part.amount
      let received = min(left, part.amount)
      left -= received
      let last = limit(part.on)
      let state: PlanStanding.PartState =
        if let day = money.dayReaching(due) {
          day <= last ? .kept(on: day) : .late(on: day)
        } else if today <= last {
          .awaited(until: last)
        } else {
          .missed(since: last.nextDay)
        }
      return PlanStanding.Part(part: part, received: received, state: state)
    }
  }
}

extension [PlanStanding.Part] {
  fileprivate func state(hasAcceleration: Bool) -> PlanStanding.State {
    var isPaid = true
    for part in self {
      switch part.state {
      case .kept, .late: break
      case .awaited: isPaid = false
      case .missed(let day):
        return hasAcceleration ? .accelerated(since: day) : .behind(since: day)
      }
    }
    return isPaid ? .kept : .running
  }
}
