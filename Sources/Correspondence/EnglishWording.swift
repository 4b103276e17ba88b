import Claims
import Ledger
import Quantities

/// English, for customers abroad or who prefer it; the law remains the French one.
struct EnglishWording: Wording {
  let labels = Labels(
    subject: "Subject", enclosures: "Enclosures", customerNumber: "Customer no.",
    ourReference: "Our reference", registered: "Registered letter with advice of delivery",
    invoice: "Invoice", issued: "Issued", due: "Due", gross: "Total incl. VAT", paid: "Paid",
    balance: "Balance", demandable: "Overdue", daysLate: "Days late", total: "Total",
    deductions: "Credit notes and payments to deduct", toPay: "Still to pay", item: "Item",
    derivation: "Calculation", article: "Article", amount: "Amount",
    accessories: "Late-payment interest and fixed compensation", summary: "Summary",
    principal: "Principal", interest: "Late-payment interest",
    compensation: "Fixed recovery compensation", ageing: "Age of the amounts",
    unallocated: "Unallocated", accountBalance: "Account balance",
    ofWhichOverdue: "of which overdue",
    receipts: "Payments received, not allocated", disputed: "(disputed)", payTo: "Payee",
    reference: "Reference to quote",
    amountToPay: "Amount to pay", scan: "Pay by bank transfer: scan")

  func amount(_ amount: Money, _ currency: Currency) -> String { amount.english(in: currency) }
  func date(_ day: Day) -> String { day.englishLong }
  func shortDate(_ day: Day) -> String { day.englishShort }

  func period(_ days: DayRange) -> String {
    "\(shortDate(days.first)) to \(shortDate(days.last))"
  }

  func dateline(_ city: String, _ day: Day) -> String {
    city.isEmpty ? date(day) : "\(city), \(date(day))"
  }

  func subject(_ facts: Facts) -> String {
    let late =
      facts.isOne
      ? "invoice \(facts.items[0].number)"
      : facts.items.isEmpty ? "your account" : "\(facts.items.count) overdue invoices"
    switch facts.message {
    case .preDue:
      return facts.isOne
        ? "Your invoice \(facts.items[0].number) falls due on "
          + date(facts.items[0].nextDue ?? facts.items[0].due)
        : "\(facts.items.count) invoices will soon fall due"
    case .courtesy: return "\(late.uppercasedFirst): perhaps an oversight"
    case .reminder: return "Reminder: \(late) awaiting payment"
    case .firm: return "Payment expected: \(late), \(amount(facts.amount, in: facts))"
    case .formalNotice: return "Formal notice to pay \(amount(facts.amount, in: facts))"
    case .statement:
      return "Statement of account no. \(facts.occasion.number) as of \(date(facts.day))"
    case .thanks: return "We have received your payment: thank you"
    }
  }

  func banner(_ facts: Facts) -> String? {
    switch facts.message {
    case .formalNotice: "FORMAL NOTICE TO PAY (MISE EN DEMEURE)"
    case .statement: "Statement of account"
    default: nil
    }
  }

  func opening(_ facts: Facts) -> [Prose] {
    ["Dear Sir or Madam,"] + body(facts) + brokenPromise(facts)
  }

  private func body(_ facts: Facts) -> [Prose] {
    let due = facts.items.first.map { date($0.due) } ?? ""
    let since = EnglishWording.days(facts.claim.daysOverdue)
    switch facts.message {
    case .preDue:
      return [
        facts.isOne
          ? """
          To help you plan, here is the invoice that will fall due on \
          \(facts.items.first.map { date($0.nextDue ?? $0.due) } ?? "").
          """
          : """
          To help you plan, here are the \(facts.items.count) invoices that will soon fall \
          due, \(amount(facts.amount, in: facts)) in all.
          """
      ]
    case .courtesy:
      return [
        facts.isOne
          ? """
          Unless we are mistaken, the invoice below, due on \(due), has not reached us as \
          paid. It is no doubt a simple oversight.
          """
          : """
          Unless we are mistaken, the \(facts.items.count) invoices below are past their due \
          dates and have not reached us as paid. It is no doubt a simple oversight.
          """
      ]
    case .reminder:
      return [
        facts.isOne
          ? """
          At the date of this letter the invoice below, \(since) past its due date, remains \
          to be paid.
          """
          : """
          At the date of this letter the \(facts.items.count) invoices below remain to be \
          paid; the oldest is \(since) past its due date.
          """
      ]
    case .firm, .formalNotice: return [unpaid(facts, since)]
    case .statement:
      return [
        facts.items.isEmpty
          ? "As of \(date(facts.day)) your account has no open item."
          : """
          Here is your account in our books as of \(date(facts.day)). If a line does not \
          match your own records, please let us know.
          """
      ]
    case .thanks(let received, let day):
      return [
        "On \(date(day)) we received your payment of " + .strong(amount(received, in: facts))
          + ". Thank you.", thanksBalance(facts),
      ]
    }
  }

  private func unpaid(_ facts: Facts, _ since: String) -> Prose {
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

  static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}

extension Day {
  /// `23 Nov 2026`: a date in figures would be read differently on the two sides of an ocean.
  var englishShort: String {
    let words = englishLong.split { $0 == " " || $0 == "\u{A0}" }
    return "\(words[0])\u{A0}\(words[1].prefix(3))\u{A0}\(words[2])"
  }
}
