public import Ledger
public import Quantities

/// What became of a promise to pay.
public enum PromiseStanding: Hashable, Sendable {
  /// Awaited through a day, grace included.
  case open(until: Day)
  /// The amount came in time.
  case kept
  /// The amount came whole, after the day and the grace.
  case late(on: Day)
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
    let limit = calendar.limit(of: promise.fact.on, grace: grace)
    if promise.fact.amount.isPositive {
      let receipts = receipts(on: promise.fact.documents, from: promise.happened, through: today)
      if let day = receipts.dayReaching(promise.fact.amount) {
        return day <= limit ? .kept : .late(on: day)
      }
    }
    return today <= limit ? .open(until: limit) : .broken(since: limit.nextDay)
  }

  /// What has come since a promise was made, on what it speaks of: less than the amount when it
  /// was kept in part.
  public func received(toward promise: Dated<PromiseToPay>, through today: Day) -> Money {
    receipts(on: promise.fact.documents, from: promise.happened, through: today)
      .lazy.map(\.amount).sum()
  }

  /// Money received over some days, on documents or not.
  public func received(over days: DayRange) -> Money {
    receipts(on: [], from: days.first, through: days.last).lazy.map(\.amount).sum()
  }

  /// Money received on some documents, or on no document yet, oldest first; on all the account for
  /// an empty list. What the bank took back is among it, negative.
  func receipts(on documents: [EntryNumber], from first: Day, through last: Day) -> [Received] {
    func concerns(_ document: EntryNumber) -> Bool {
      documents.isEmpty || documents.contains(document)
    }
    var found: [Received] = []
    for item in items where item.total.isPositive && concerns(item.id) {
      for movement in item.movements where movement.cause == .payment {
        found.append(Received(day: movement.day, amount: movement.amount))
      }
    }
    for receipt in settledReceipts where concerns(receipt.document) {
      found.append(Received(day: receipt.day, amount: receipt.amount))
    }
    for cash in unapplied { found.append(Received(day: cash.received, amount: cash.amount)) }
    found.removeAll { $0.day < first || $0.day > last }
    return found.sorted { $0.day < $1.day }
  }
}

/// Money of the customer's on a day.
struct Received {
  let day: Day
  let amount: Money
}

extension [Received] {
  /// The day on which the sum reached an amount for good: what the bank took back afterwards no
  /// longer counts. Nil while it has not.
  func dayReaching(_ amount: Money) -> Day? {
    var sum = Money.zero
    var reached: Day?
    for received in self {
      sum += received.amount
      if sum < amount { reached = nil } else if reached == nil { reached = received.day }
    }
    return reached
  }
}

extension BankCalendar {
  /// The last day on which money sent on a day may still show at the bank: its working day, and
  /// some more working days of grace.
  func limit(of day: Day, grace: Int) -> Day {
    var limit = onOrAfter(day)
    for _ in 0..<grace { limit = onOrAfter(limit.nextDay) }
    return limit
  }
}
