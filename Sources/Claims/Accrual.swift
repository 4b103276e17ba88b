import Law
import Ledger
import Quantities

extension RateSchedule {
  /// Appends the interest of one instalment through a day, cut wherever its balance changed, and
  /// gives its sum.
  func accrue(
    on part: DuePart, _ history: BalanceHistory, through last: Day, document: EntryNumber,
    to lines: inout [ClaimLine]
  ) throws(UnknownRate) -> Money {
    // The due date itself is not late (R2.1).
    let start = part.due.nextDay
    var settled = history.fromTheStart
    var balance = part.bearing(settled: settled)
    var first = start
    var sum = Money.zero
    for step in history.steps where step.day <= last {
      settled += step.amount
      let next = part.bearing(settled: settled)
      if next == balance, !history.cutsAtEachStep { continue }
      // The day the money arrives still bears interest on what it settles (R2.2).
      if balance.isPositive, first <= step.day {
        let days = DayRange(first: first, last: step.day)
        sum += try append(balance, over: days, since: start, document: document, to: &lines)
      }
      balance = next
      first = max(start, step.day.nextDay)
    }
    if balance.isPositive, first <= last {
      let days = DayRange(first: first, last: last)
      sum += try append(balance, over: days, since: start, document: document, to: &lines)
    }
    return sum
  }
}

extension BalanceHistory {
  /// The same history with each payment settling first the interest accrued on its day (C. civ.
  /// 1343-1), and the lines that say how much interest each one settled.
  func interestFirst(
    on parts: DueParts, at schedule: RateSchedule, through last: Day, document: EntryNumber
  ) throws(UnknownRate) -> (history: BalanceHistory, settled: [ClaimLine]) {
    var lines: [ClaimLine] = []
    var sofar = self
    sofar.steps = []
    sofar.cutsAtEachStep = true
    var settledInterest = Money.zero
    for step in steps {
      var amount = step.amount
      if step.cause == .payment, amount.isPositive {
        var scratch: [ClaimLine] = []
        var accrued = Money.zero
        for part in parts {
          accrued += try schedule.accrue(
            on: part, sofar, through: min(step.day, last), document: document, to: &scratch)
        }
        let taken = min(amount, accrued - settledInterest)
        if taken.isPositive {
          lines.append(
            ClaimLine(.interestSettled(on: step.day), document: document, amount: -taken))
          settledInterest += taken
          amount -= taken
        }
      }
      sofar.steps.append(Step(day: step.day, amount: amount, cause: step.cause))
    }
    return (sofar, lines)
  }
}
