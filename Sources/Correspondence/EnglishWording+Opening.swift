import Claims
import Ledger
import Quantities

/// How an English letter begins.
extension EnglishWording {
  func opening(_ facts: Facts) -> [Prose] {
    ["Dear Sir or Madam,"] + body(facts) + brokenPromise(facts)
  }

  private func body(_ facts: Facts) -> [Prose] {
    switch facts.message {
    case .preDue: return [preDueOpening(facts)]
    case .courtesy: return [courtesyOpening(facts)]
    case .reminder: return [reminderOpening(facts)]
    case .firm, .formalNotice: return [unpaid(facts)]
    case .statement: return [statementOpening(facts)]
    case .thanks(let received, let day):
      return [
        "On \(date(day)) we received your payment of " + .strong(amount(received, in: facts))
          + ". Thank you.", thanksBalance(facts),
      ]
    }
  }

  private func preDueOpening(_ facts: Facts) -> Prose {
    facts.isOne
      ? """
      To help you plan, here is the invoice that will fall due on \
      \(date(facts.items[0].nextDue ?? facts.items[0].due)).
      """
      : """
      To help you plan, here are the \(facts.items.count) invoices that will soon fall \
      due, \(amount(facts.amount, in: facts)) in all.
      """
  }

  private func courtesyOpening(_ facts: Facts) -> Prose {
    if facts.items.isEmpty { return unpaid(facts) }
    return facts.isOne
      ? """
      Unless we are mistaken, the invoice below, due on \(date(facts.items[0].due)), has not \
      been paid yet. It is no doubt a simple oversight.
      """
      : """
      Unless we are mistaken, the \(facts.items.count) invoices below are past their due \
      dates and have not been paid yet. It is no doubt a simple oversight.
      """
  }

  private func reminderOpening(_ facts: Facts) -> Prose {
    if facts.items.isEmpty { return unpaid(facts) }
    let since = EnglishWording.days(facts.claim.daysOverdue)
    return facts.isOne
      ? """
      At the date of this letter the invoice below, \(since) past its due date, remains \
      to be paid.
      """
      : """
      At the date of this letter the \(facts.items.count) invoices below remain to be \
      paid; the oldest is \(since) past its due date.
      """
  }

  private func statementOpening(_ facts: Facts) -> Prose {
    facts.items.isEmpty
      ? "As of \(date(facts.day)) your account has no open item."
      : """
      Here is your account in our books as of \(date(facts.day)). If a line does not \
      match your own records, please let us know.
      """
  }

  private func unpaid(_ facts: Facts) -> Prose {
    let since = EnglishWording.days(facts.claim.daysOverdue)
    let earlier = facts.earlier
    let state =
      facts.items.isEmpty
      ? "amounts remain due because earlier payments were late"
      : facts.isOne
        ? "invoice \(facts.items[0].number), \(since) past its due date, remains unpaid"
        : "\(facts.items.count) invoices remain unpaid; the oldest is \(since) past its due date"
    let caveat =
      facts.message == .formalNotice ? ", and unless a payment has reached us meanwhile" : ""
    let head = Prose("At the date of this letter\(caveat), \(state).")
    guard let last = earlier.last else { return head }
    let days = earlier.dropLast().map(date).joined(separator: ", ")
    return head
      + Prose(
        " We wrote to you about this on " + (days.isEmpty ? "" : days + " and ") + "\(date(last)).")
  }

  private func brokenPromise(_ facts: Facts) -> [Prose] {
    guard let promise = facts.occasion.brokenPromise else { return [] }
    return [
      """
      You told us of a payment of \(amount(promise.amount, in: facts)) for \(date(promise.on)); \
      unless we are mistaken, it has not reached us.
      """
    ]
  }

  private func thanksBalance(_ facts: Facts) -> Prose {
    let balance = facts.claim.balance
    if balance.isPositive {
      let overdue = facts.claim.overdue
      let state =
        overdue.isZero
        ? "none of it due yet"
        : overdue >= balance
          ? "past its due date" : "of which \(amount(overdue, in: facts)) is past its due date"
      return """
        After this payment your account shows a balance of \(amount(balance, in: facts)), \
        \(state).
        """
    }
    return balance.isNegative
      ? "After this payment your account shows \(amount(-balance, in: facts)) in your favour."
      : "Your account is up to date."
  }
}
