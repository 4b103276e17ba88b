public import Ledger
public import Quantities

/// What became of a promise to pay.
public enum PromiseStanding: Hashable, Sendable {
  /// Awaited through a day, grace included.
  case open(until: Day)
  /// The amount came in time.
  case kept
  /// The day and the grace passed without the amount.
  case broken(since: Day)
}

extension Account {
  /// What became of a promise, on a day.
  ///
  /// The bank needs some working days to show a transfer sent in time: `grace` grants them.
  public func standing(
    of promise: Dated<PromiseToPay>, on today: Day, grace: Int, calendar: BankCalendar
  ) -> PromiseStanding {
    var limit = calendar.onOrAfter(promise.fact.on)
    for _ in 0..<grace { limit = calendar.onOrAfter(limit.nextDay) }
    let kept = DayRange(first: promise.happened, last: min(limit, today))
    if promise.fact.amount.isPositive, received(over: kept) >= promise.fact.amount { return .kept }
    return today <= limit ? .open(until: limit) : .broken(since: limit.nextDay)
  }

  /// Money received over some days, on documents or not.
  public func received(over days: DayRange) -> Money {
    var sum = Money.zero
    for item in items {
      for movement in item.movements
      where movement.cause == .payment && days.contains(movement.day) && item.total.isPositive {
        sum += movement.amount
      }
    }
    for cash in unapplied where days.contains(cash.received) { sum += cash.amount }
    return sum
  }
}
