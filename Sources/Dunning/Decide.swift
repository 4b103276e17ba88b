public import Claims
public import Ledger
import Quantities

/// What to do about a customer today.
///
/// One contact for all that is owed, led by the oldest item: the step after the last one made on
/// it, never before its day, never too near the last contact, and not while a hold stands.
public func decide(
  _ claim: Claim, after reminders: [Dated<Reminder>], by plan: DunningPlan, gate: FreshnessGate
) -> Decision {
  guard let lead = claim.oldest else {
    return decideWithoutPrincipal(claim, after: reminders, by: plan, gate: gate)
  }
  if let reasons = reasonsToWait(claim, gate: gate) { return .wait(because: reasons) }
  let asked = claim.principalLessCredits
  guard asked >= plan.minimumAmount else {
    return .wait(because: [.belowMinimum(asked, minimum: plan.minimumAmount)])
  }
  let history = ReminderHistory(reminders, on: lead, through: claim.day)
  let next: DunningLevel?
  switch history.reached {
  case nil: next = plan.firstLevel(due: lead.due, on: claim.day)
  case let reached?: next = plan.level(after: reached)
  }
  guard let next else {
    return .wait(because: [.noticeGiven(on: history.reachedDay ?? claim.day)])
  }
  let level = plan.softened(next, after: history)
  if let delay = plan.delay(of: level, due: lead.due, after: history, on: claim.day) {
    return delay
  }
  return .send(
    Contact(
      level: level, lead: lead, claiming: level.asksAccessories ? claim.total : asked,
      documents: claim.claimedDocuments,
      opened: plan.opening(of: level, due: lead.due), lastContact: history.lastContact,
      lastLevel: history.reached, lastLevelDay: history.reachedDay,
      brokenPromise: claim.brokenPromise?.fact))
}

/// Nothing overdue may be asked for: either a reason stands in the way, or something falls due.
private func decideWithoutPrincipal(
  _ claim: Claim, after reminders: [Dated<Reminder>], by plan: DunningPlan, gate: FreshnessGate
) -> Decision {
  if claim.overdue.isPositive {
    return reasonsToWait(claim, gate: gate).map { .wait(because: $0) } ?? .nothingDue
  }
  guard let level = plan.preDue, claim.notYetDue >= plan.minimumAmountBeforeDue else {
    return .nothingDue
  }
  let upcoming = claim.items.filter { item in
    guard let due = item.nextDue, !item.isTimeBarred, item.disputed.isZero,
      item.heldByStatus == 0
    else { return false }
    let opening = plan.opening(of: level, due: due)
    return opening <= claim.day
      && !reminders.contains {
        $0.happened >= opening && $0.fact.documents.contains(item.document)
      }
  }.sorted { ($0.due, $0.document) < ($1.due, $1.document) }
  let amount = upcoming.lazy.map(\.nextAmount).sum()
  let isWorthAWord = amount - claim.credits - claim.unapplied >= plan.minimumAmountBeforeDue
  guard let lead = upcoming.first, isWorthAWord else { return .nothingDue }
  if let reasons = reasonsToWait(claim, gate: gate) { return .wait(because: reasons) }
  let history = ReminderHistory(reminders, on: lead, through: claim.day)
  if let delay = plan.delay(of: level, due: lead.due, after: history, on: claim.day) {
    return delay
  }
  return .send(
    Contact(
      level: level, lead: lead, claiming: amount, documents: upcoming.map(\.document),
      opened: plan.opening(of: level, due: lead.due), lastContact: history.lastContact,
      lastLevel: nil, lastLevelDay: nil, brokenPromise: nil))
}

private func reasonsToWait(_ claim: Claim, gate: FreshnessGate) -> [Decision.Reason]? {
  var reasons = claim.holds.map(Decision.Reason.held)
  if let stale = gate.hold { reasons.append(.held(stale)) }
  return reasons.isEmpty ? nil : reasons
}

extension DunningPlan {
  /// The level itself, or the one before it while a formal notice was not earned.
  fileprivate func softened(_ level: DunningLevel, after history: ReminderHistory) -> DunningLevel {
    guard level.name == .formalNotice, history.count < remindersBeforeNotice else { return level }
    return levels.last { $0.name < .formalNotice && $0.name > .preDue } ?? level
  }

  /// Why the level cannot be sent today; nil when it can.
  fileprivate func delay(
    of level: DunningLevel, due: Day, after history: ReminderHistory, on today: Day
  ) -> Decision? {
    let opening = opening(of: level, due: due)
    if let last = history.lastContact {
      let rested = calendar.onOrAfter(restEnd(after: history, last: last, on: today))
      if today < rested, rested >= opening {
        return .tooSoon(until: rested, because: .contacted(on: last))
      }
    }
    if today < opening { return .tooSoon(until: opening, because: .level(level.name)) }
    guard calendar.isWorkingDay(today) else {
      return .tooSoon(until: calendar.onOrAfter(today), because: .dayOff)
    }
    return nil
  }

  private func restEnd(after history: ReminderHistory, last: Day, on today: Day) -> Day {
    let gap = last.adding(days: minimumGapInDays)
    let week = history.contacts.filter { $0 > today.adding(days: -7) }
    guard week.count >= mostContactsAWeek, mostContactsAWeek > 0 else { return gap }
    return max(gap, week.sorted()[week.count - mostContactsAWeek].adding(days: 7))
  }
}
