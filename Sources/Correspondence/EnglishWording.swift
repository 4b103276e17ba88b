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

  func statementSubject(_ facts: Facts) -> String {
    "Statement of account no. \(facts.occasion.number) as of \(date(facts.day))"
  }

  func banner(_ facts: Facts) -> String? {
    switch facts.message {
    case .formalNotice: "FORMAL NOTICE TO PAY (MISE EN DEMEURE)"
    case .statement: "Statement of account"
    default: nil
    }
  }

  func days(_ count: Int) -> String { EnglishWording.days(count) }
  static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

  var greeting: Prose { "Dear Sir or Madam," }
  var closing: String { "Yours faithfully," }
  var lessThanACent: String { "less than a cent" }
  var semicolon: String { "; " }
}

extension Day {
  /// `23 Nov 2026`: a date in figures would be read differently on the two sides of an ocean.
  var englishShort: String {
    let words = englishLong.split { $0 == " " || $0 == "\u{A0}" }
    return "\(words[0])\u{A0}\(words[1].prefix(3))\u{A0}\(words[2])"
  }
}
