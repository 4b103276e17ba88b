import Claims
import Ledger
import Quantities

/// What an English letter says of articles, rates and balances: figures and law, in no tone.
extension EnglishWording {
  func statementOpening(_ facts: Facts) -> Prose {
    facts.items.isEmpty
      ? "As of \(date(facts.day)) your account has no open item."
      : """
      Here is your account in our books as of \(date(facts.day)). If a line does not \
      match your own records, please let us know.
      """
  }

  func statementRequest(_ facts: Facts) -> [Prose] {
    guard facts.amount.isPositive else { return [] }
    let what: Prose =
      facts.occasion.asksAccessories
      ? "The amount payable today is " : "The amount to pay for the overdue invoices is "
    return [
      what + .strong(amount(facts.amount, in: facts))
        + ". Please send us your payment."
    ]
  }

  func messages(on days: [Day]) -> String {
    let last = days.last.map(date) ?? ""
    guard days.count > 1 else { return "our message of " + last }
    return "our messages of " + days.dropLast().map(date).joined(separator: ", ") + " and " + last
  }

  func including(_ facts: Facts) -> String {
    "late-payment interest and fixed compensation included (\(articles(facts)))"
  }

  func articles(_ facts: Facts) -> String {
    facts.isPublicBuyer
      ? "articles L2192-13 and D2192-35 of the French public procurement code"
      : "articles L441-10 and D441-5 of the French commercial code"
  }

  func rate(_ segment: InterestSegment) -> String {
    "yearly rate of \(segment.rate.percent)%: \(segment.basis.wording(in: .english))"
  }

  func legalBasis(_ facts: Facts) -> String {
    let notice = "This notice is given under article 1344 of the French civil code."
    if facts.accessories.isEmpty { return notice }
    if facts.isPublicBuyer {
      return notice
        + """
         Default interest is due by operation of law (articles L2192-13 and R2192-31 of \
        the French public procurement code), as is the fixed compensation of €40 for \
        recovery costs (article D2192-35 of the same code).
        """
    }
    return notice
      + """
       Late-payment interest is due by operation of law, without any reminder (article \
      L441-10, II of the French commercial code), as is the fixed compensation for \
      recovery costs of €40 per invoice paid late (articles L441-10, II and D441-5 of \
      the same code).
      """
  }

  func sums(_ facts: Facts) -> String {
    facts.accessories.isEmpty
      ? "this sum" : "these sums, of the interest accrued until payment,"
  }

  func invoices(_ numbers: [String]) -> String {
    guard let last = numbers.last, numbers.count > 1 else {
      return "invoice " + (numbers.first ?? "")
    }
    return "invoices " + numbers.dropLast().joined(separator: ", ") + " and " + last
  }

  func balance(_ facts: Facts) -> String {
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
    if balance.isZero, facts.claim.total.isPositive { return "" }
    return balance.isNegative
      ? "After this payment your account shows \(amount(-balance, in: facts)) in your favour."
      : "Your account is up to date."
  }
}
