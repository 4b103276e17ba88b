public import Law
public import Ledger
public import Quantities

/// All that may be demanded of a customer on a day: the one place that says how much.
///
/// Counts what happened up to and including the day. Throws when a rate of the delay is not known:
/// no other half-year's rate may stand in (R2.4).
public func assess(
  _ account: Account, on today: Day, by practice: Practice
) throws(UnknownRate) -> Claim {
  let announcements = account.announcements(on: today, by: practice.choices)
  let claim = try assess(account, on: today, by: practice, lettingAlone: [:], announcements)
  let covered = announcements.covered(of: claim)
  if covered.isEmpty { return claim }
  return try assess(account, on: today, by: practice, lettingAlone: covered, announcements)
}

private func assess(
  _ account: Account, on today: Day, by practice: Practice,
  lettingAlone covered: [EntryNumber: Day], _ announcements: [Announcement]
) throws(UnknownRate) -> Claim {
  var assessment = Assessment(account, on: today, by: practice, lettingAlone: covered)
  for place in account.items.indices { try assessment.add(account.items[place]) }
  return assessment.claim(announcements)
}

extension Assessment {
  /// The claim, once every document has been added.
  mutating func claim(_ announcements: [Announcement]) -> Claim {
    var total = principal + interest + compensation
    let unapplied = deductCredits(from: &total)
    let promise = newestPromise
    let asked = max(.zero, principal - credits - unapplied)
    return Claim(
      customer: account.customer, currency: account.currency, day: today, items: items,
      lines: lines,
      holds: holds(total: total, announced.isEmpty ? announcements.holds(asking: asked) : []),
      announced: announcements.map(\.hold),
      brokenPromise: promise.flatMap { $0.isBroken ? $0.promise : nil },
      plans: planned.standings, principal: principal, interest: interest,
      compensation: compensation, credits: credits, unapplied: unapplied, total: total,
      disputed: disputed, ageing: ageing, addresses: account.addresses, oldestPlace: oldestPlace)
  }

  /// Takes credits off, oldest document first, then money on the account; never below zero.
  private mutating func deductCredits(from total: inout Money) -> Money {
    if credits.isPositive {
      for item in items where item.isCredit {
        deduct(.credit, -item.balance, document: item.document, from: &total)
      }
    }
    var unapplied = Money.zero
    for cash in account.unapplied where cash.received <= today && cash.certainty == .onAccount {
      unapplied += cash.amount
      ageing.unallocated -= cash.amount
      deduct(.unapplied(received: cash.received), cash.amount, document: cash.line, from: &total)
    }
    return unapplied
  }

  private mutating func deduct(
    _ kind: ClaimLine.Kind, _ amount: Money, document: EntryNumber, from total: inout Money
  ) {
    let taken = min(amount, total)
    guard taken.isPositive else { return }
    total -= taken
    lines.append(ClaimLine(kind, document: document, amount: -taken))
  }
}
