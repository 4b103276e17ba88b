import Law
import Ledger
import Quantities

extension Assessment {
  /// What of one invoice may be asked for: its overdue part not contested, and its accessories.
  ///
  /// `asked` are the dates to ask by, `parts` those the invoice bears, which accessories go by.
  mutating func claim(
    _ parts: DueParts, asking asked: DueParts, _ history: BalanceHistory, of open: inout OpenItem
  ) throws(UnknownRate) {
    let contested = contestedPart(of: open)
    open.disputed = max(.zero, min(contested ?? open.balance, open.balance))
    if let hold = statusHolds[open.document] {
      open.heldByStatus = hold.status.fact.code
      // Set aside without being contested: a payment on its way, an invoice to be sent again.
      if hold.isAside { return }
    }
    if isLetAlone(&open) { return }
    let deferral = planned.deferral(of: open.document, balance: open.balance)
    open.deferred = deferral ?? open.balance
    if open.overdue.isPositive { disputed += min(open.disputed, open.overdue) }
    // Contested in whole, too old, or given up: nothing of it is asked for.
    let isGivenUp = open.isTimeBarred || (open.isSettled && history.hasWriteOff)
    guard contested != nil, deferral != nil, !isGivenUp else { return }
    let aside = min(open.disputed + open.deferred, open.balance)
    guard aside < open.balance || open.isSettled else { return }
    let waived = waivedAccessories(of: open.document)
    var history = history
    // What is contested, or to be paid later, is set aside from the start, oldest instalment first.
    history.fromTheStart += max(.zero, aside)
    let lastInterestDay = planned.lastInterestDay(of: open.document, before: lastInterestDay)
    var settled: [ClaimLine] = []
    let schedule = waived.interest ? nil : schedule
    if let schedule, practice.choices.order == .interestFirst, !open.isSettled {
      (history, settled) = try history.interestFirst(
        on: parts, at: schedule, through: lastInterestDay, document: open.document)
    }
    askPrincipal(asked, history, of: &open)
    if let schedule {
      for part in parts where part.due < lastInterestDay {
        open.interest += try schedule.accrue(
          on: part, history, through: lastInterestDay, document: open.document, to: &lines)
      }
      for line in settled { open.interest += line.amount }
      lines += settled
    }
    if claimsCompensation, !waived.compensation { askCompensation(parts, history, of: &open) }
  }

  /// A person wants it left alone, or money is announced that pays it whole.
  private func isLetAlone(_ open: inout OpenItem) -> Bool {
    open.snoozedUntil = snoozes[open.document]
    if open.snoozedUntil == nil { open.announcedUntil = announced[open.document] }
    return open.snoozedUntil != nil || open.announcedUntil != nil
  }

  private mutating func askPrincipal(
    _ parts: DueParts, _ history: BalanceHistory, of open: inout OpenItem
  ) {
    guard !open.isSettled else { return }
    let settled = history.total - history.open
    for part in parts where part.due < today { open.principal += part.open(settled: settled) }
    guard open.principal.isPositive else { return }
    lines.append(ClaimLine(.principal, document: open.document, amount: open.principal))
  }

  /// Forty euros an invoice, once any part of it is late (D441-5, R2.17); not for what fell due on
  /// or after the opening of collective proceedings (R2.20).
  private mutating func askCompensation(
    _ parts: DueParts, _ history: BalanceHistory, of open: inout OpenItem
  ) {
    for part in parts where part.open(settled: history.settled(through: part.due)).isPositive {
      let owed = FixedCompensation.due(part.due, settledOrSeen: today, opening: opened)
      open.compensation = max(open.compensation, owed)
    }
    guard open.compensation.isPositive else { return }
    let kind = ClaimLine.Kind.compensation(toPublicBuyer: account.customer.kind == .publicBuyer)
    lines.append(ClaimLine(kind, document: open.document, amount: open.compensation))
  }

  /// How much of an item the customer contests; nil when it is the whole.
  private func contestedPart(of open: OpenItem) -> Money? {
    var contested = Money.zero
    for dispute in account.disputes
    where dispute.fact.document == open.document && dispute.happened <= today {
      guard let amount = account.setAside(by: dispute, on: today) else { return nil }
      contested += amount
    }
    if let hold = statusHolds[open.document], !hold.isAside {
      guard let part = hold.status.fact.contestedPart(ofTotal: open.total) else {
        // The amount that a person gave since stands for the one that the message left out.
        return isSaid(of: open.document, since: hold) ? contested : nil
      }
      contested = max(contested, part)
    }
    return contested
  }

  /// Whether a person has recorded, since a partial approval, what of the document is contested.
  private func isSaid(of document: EntryNumber, since hold: StatusHold) -> Bool {
    LifecycleEffect(status: hold.status.fact.code) == .contestsPart
      && account.disputes.contains {
        $0.fact.document == document && $0.happened <= today
          && $0.happened >= hold.status.happened
      }
  }

  private func waivedAccessories(
    of document: EntryNumber
  ) -> (interest: Bool, compensation: Bool) {
    var waived = (interest: false, compensation: false)
    for waiver in account.waivers
    where waiver.fact.document == document && waiver.happened <= today {
      waived.interest = waived.interest || waiver.fact.waivesInterest
      waived.compensation = waived.compensation || waiver.fact.waivesCompensation
    }
    return waived
  }
}
