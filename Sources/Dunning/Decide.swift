public import Claims
public import Ledger
public import Quantities

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
  let history = ReminderHistory(reminders, on: lead, through: claim.day, by: plan)
  let isLetDown = claim.isLetDown(since: history.lastContact)
  guard let next = plan.next(after: history, due: lead.due, asking: asked, on: claim.day),
    let level = plan.softened(
      isLetDown ? plan.firmer(next, after: history, asking: asked) : next, after: history,
      asking: asked)
  else { return .wait(because: [plan.ending(after: history, asking: asked, on: claim.day)]) }
  // A word that was not kept does not wait for the day of the step, but for that of a notice.
  let ordinary = plan.opening(of: level, due: lead.due)
  let opening =
    isLetDown && level.name < .formalNotice ? min(ordinary, claim.day) : ordinary
  // The call of a step and its message are one contact: neither waits for the other.
  let apart = ReminderHistory(
    reminders.filter { !plan.isCall($0.fact, of: level, about: lead) }, on: lead,
    through: claim.day, by: plan)
  if let delay = plan.delay(of: level, opening: opening, after: apart, on: claim.day) {
    return delay
  }
  return claim.contact(level, lead, opened: opening, history, by: plan).unlessUnreachable(claim)
}

extension DunningPlan {
  /// Whether a reminder is the call that goes with the message of a level, about a document.
  func isCall(_ reminder: Reminder, of level: DunningLevel, about lead: OpenItem) -> Bool {
    level.channel != .call && reminder.step?.key == level.key && reminder.isBesideStep(of: self)
      && reminder.documents.contains(lead.document)
  }
}

extension Claim {
  func contact(
    _ level: DunningLevel, _ lead: OpenItem, opened: Day, _ history: ReminderHistory,
    by plan: DunningPlan
  ) -> Contact {
    Contact(
      level: level, step: plan.step(of: level), lead: lead,
      claiming: level.asksAccessories ? total : principalLessCredits,
      documents: claimedDocuments, opened: opened, lastContact: history.lastContact,
      lastLevel: history.reached, lastLevelDay: history.reachedDay,
      brokenPromise: brokenPromise?.fact, recipient: recipient(of: level))
  }
}

/// Nothing overdue may be asked for: either a reason stands in the way, or something falls due.
private func decideWithoutPrincipal(
  _ claim: Claim, after reminders: [Dated<Reminder>], by plan: DunningPlan, gate: FreshnessGate
) -> Decision {
  if claim.overdue.isPositive {
    return reasonsToWait(claim, gate: gate).map { .wait(because: $0) } ?? .nothingDue
  }
  guard !plan.heralding.isEmpty, claim.notYetDue >= plan.minimumAmountBeforeDue else {
    return .nothingDue
  }
  let upcoming = claim.upcoming(after: reminders, by: plan)
  let amount = upcoming.lazy.map(\.nextAmount).sum()
  let isWorthAWord = amount - claim.credits - claim.unapplied >= plan.minimumAmountBeforeDue
  guard let lead = upcoming.first, isWorthAWord,
    let level = plan.herald(due: lead.due, amount: amount, on: claim.day)
  else { return .nothingDue }
  if let reasons = reasonsToWait(claim, gate: gate) { return .wait(because: reasons) }
  let history = ReminderHistory(reminders, on: lead, through: claim.day, by: plan)
  let opening = plan.opening(of: level, due: lead.due)
  if let delay = plan.delay(of: level, opening: opening, after: history, on: claim.day) {
    return delay
  }
  let contact = Contact(
    level: level, step: plan.step(of: level), lead: lead, claiming: amount,
    documents: upcoming.map(\.document), opened: plan.opening(of: level, due: lead.due),
    lastContact: history.lastContact, lastLevel: nil, lastLevelDay: nil, brokenPromise: nil,
    recipient: claim.recipient(of: level))
  return contact.unlessUnreachable(claim)
}

extension Claim {
  /// The items that fall due and call for a word, the next due date first.
  fileprivate func upcoming(
    after reminders: [Dated<Reminder>], by plan: DunningPlan
  ) -> [OpenItem] {
    items.filter { item in
      guard let due = item.nextDue, !item.isTimeBarred, item.disputed.isZero,
        item.deferred.isZero, item.heldByStatus == 0, item.snoozedUntil == nil,
        let level = plan.herald(due: due, amount: notYetDue, on: day)
      else { return false }
      let opening = plan.opening(of: level, due: due)
      return !reminders.contains {
        $0.happened >= opening && $0.fact.documents.contains(item.document)
      }
    }.sorted { ($0.due, $0.document) < ($1.due, $1.document) }
  }

  fileprivate func recipient(of level: DunningLevel) -> Recipient? {
    addresses.recipient(of: customer, for: level.role, by: level.channel, on: day)
  }
}

extension Contact {
  /// The contact; a wait where no address works and nobody looks before it leaves.
  ///
  /// A step that a person makes or confirms stays on the list: the person sees what lacks.
  fileprivate func unlessUnreachable(_ claim: Claim) -> Decision {
    guard recipient == nil, level.channel.reachesCustomer, level.mode != .manual else {
      return .send(self)
    }
    let fault = claim.addresses.fault(
      of: claim.customer, for: level.role, by: level.channel, on: claim.day)
    if let fault {
      return .wait(because: [.held(.wrongAddress(fault.fact, since: fault.happened))])
    }
    guard level.mode == .automatic else { return .send(self) }
    return .wait(because: [.held(.noAddress(level.channel, level.role))])
  }
}

func reasonsToWait(_ claim: Claim, gate: FreshnessGate) -> [Decision.Reason]? {
  var reasons = claim.holds.map(Decision.Reason.held)
  if let stale = gate.hold { reasons.append(.held(stale)) }
  return reasons.isEmpty ? nil : reasons
}

extension DunningPlan {
  /// Why no step is left.
  fileprivate func ending(
    after history: ReminderHistory, asking amount: Money, on today: Day
  ) -> Decision.Reason {
    let left = asking.dropFirst(history.place + 1)
    if let minimum = left.lazy.map(\.minimumAmount).min(), minimum > amount {
      return .belowMinimum(amount, minimum: minimum)
    }
    if history.reached == .formalNotice { return .noticeGiven(on: history.reachedDay ?? today) }
    return .planEnded(on: history.lastStep ?? today)
  }

  /// Why the level cannot be sent today; nil when it can.
  fileprivate func delay(
    of level: DunningLevel, opening: Day, after history: ReminderHistory, on today: Day
  ) -> Decision? {
    if let last = history.lastContact, let rest = rest(after: history.contacts, on: today) {
      let rested = onOrAfter(rest, for: level)
      if today < rested, rested >= opening {
        return .tooSoon(until: rested, because: .contacted(on: last))
      }
    }
    if today < opening { return .tooSoon(until: opening, because: .level(level.name)) }
    if history.isDoneToday {
      return .tooSoon(until: onOrAfter(today.nextDay, for: level), because: .contacted(on: today))
    }
    guard allows(today, for: level) else {
      return .tooSoon(until: onOrAfter(today, for: level), because: .dayOff)
    }
    return nil
  }

  /// The first day on which a customer may be contacted again, after contacts on some days; nil
  /// where there were none.
  public func rest(after contacts: [Day], on today: Day) -> Day? {
    guard let last = contacts.max() else { return nil }
    let gap = last.adding(days: minimumGapInDays)
    let week = contacts.filter { $0 > today.adding(days: -7) }
    guard week.count >= mostContactsAWeek, mostContactsAWeek > 0 else { return gap }
    return max(gap, week.sorted()[week.count - mostContactsAWeek].adding(days: 7))
  }
}
