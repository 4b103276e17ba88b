import Ledger
import Quantities

extension Assessment {
  /// The promise made last, with what became of it.
  struct PromiseOutcome {
    let promise: Dated<PromiseToPay>
    let standing: PromiseStanding

    var isBroken: Bool { if case .broken = standing { true } else { false } }
  }

  var newestPromise: PromiseOutcome? {
    guard !account.promises.isEmpty else { return nil }
    let known = account.promises.filter { $0.happened <= today }
    guard let promise = known.max(by: { ($0.happened, $0.number) < ($1.happened, $1.number) })
    else { return nil }
    let standing = account.standing(
      of: promise, on: today, grace: practice.choices.promiseGraceInDays,
      calendar: practice.choices.calendar)
    return PromiseOutcome(promise: promise, standing: standing)
  }

  /// Why the customer should be left alone today, the gravest reason first.
  func holds(total: Money, _ announced: [Hold]) -> [Hold] {
    var holds: [Hold] = []
    if opened != nil, let insolvency = account.insolvency {
      holds.append(.insolvent(insolvency.fact))
    }
    for stop in account.legalStops where stop.happened <= today {
      holds.append(.legalStop(stop.fact, since: stop.happened))
    }
    if let reply = account.waitingReplies.first(where: { $0.happened <= today }) {
      holds.append(.replyWaiting(reply.fact, since: reply.happened))
    }
    addCash(to: &holds)
    holds += announced
    for snooze in account.snoozes where snooze.fact.document == nil && snooze.isOpen(on: today) {
      holds.append(.snoozed(snooze.fact))
    }
    guard ageing.overdue.isPositive else { return holds }
    if principal.isZero {
      addSetAside(to: &holds)
    } else if total.isZero {
      holds.append(.nothingToClaim(credits: principal + interest + compensation))
    }
    return holds
  }

  private func addCash(to holds: inout [Hold]) {
    guard !account.unapplied.isEmpty else { return }
    for certainty in [UnappliedCash.Certainty.onAccount, .proposed] {
      let cash = account.unapplied.filter { $0.certainty == certainty && $0.received <= today }
      let sum = cash.lazy.map(\.amount).sum()
      guard sum.isPositive, let last = cash.lazy.map(\.received).max() else { continue }
      holds.append(.unappliedCash(sum, received: last, certainty: certainty))
    }
  }

  /// All that is overdue is contested, kept back by a status, or too old: says which.
  private func addSetAside(to holds: inout [Hold]) {
    for dispute in account.disputes
    where dispute.happened <= today
      && account.setAside(by: dispute, on: today)?.isPositive ?? true
      && items.contains(where: { $0.document == dispute.fact.document && $0.overdue.isPositive })
    {
      holds.append(.disputed(dispute.fact, since: dispute.happened))
    }
    for item in items where item.overdue.isPositive {
      guard let hold = statusHolds[item.document] else { continue }
      holds.append(.lifecycle(hold, document: item.number))
    }
    for snooze in account.snoozes where snooze.isOpen(on: today) {
      guard let document = snooze.fact.document,
        items.contains(where: { $0.document == document && $0.overdue.isPositive })
      else { continue }
      holds.append(.snoozed(snooze.fact))
    }
    for plan in planned.standings
    where plan.isRunning
      && items.contains(where: { $0.overdue.isPositive && plan.covers($0.document) })
    {
      holds.append(.instalmentPlan(plan))
    }
    let barred = items.lazy.filter { $0.isTimeBarred && $0.overdue.isPositive }
    if let first = barred.map({ $0.limitation(ofYears: limitationInYears).prudent }).min() {
      holds.append(.timeBarred(since: first))
    }
  }
}

extension Dated<Snooze> {
  /// Whether it stands on a day: until its last day is there.
  func isOpen(on today: Day) -> Bool { happened <= today && today < fact.until }
}
