import Claims
import Ledger
import Quantities

/// What an English letter asks for, and how it ends.
extension EnglishWording {
  var closing: String { "Yours faithfully," }

  func request(_ facts: Facts) -> [Prose] {
    let total = Prose.strong(amount(facts.amount, in: facts))
    switch facts.message {
    case .preDue:
      return [
        """
        If you lack a document or an order number, or if a line looks wrong to you, please \
        tell us now: we can then answer before the due date.
        """
      ]
    case .courtesy:
      return [
        "Please be so kind as to send us " + total + Prose(including(facts))
          + """
           as soon as you can. If a question is holding up your payment, simply tell us: we \
          will answer at once.
          """
      ]
    case .reminder:
      return [
        "Please pay " + total + Prose(including(facts))
          + " on receipt of this letter, or tell us the date on which it will reach us.",
        reminderOfAccessories(facts),
      ].compactMap(\.self)
    case .firm: return firmRequest(facts, total)
    case .formalNotice: return noticeRequest(facts, total)
    case .statement:
      guard facts.amount.isPositive else { return [] }
      return ["The amount payable today is " + total + ". Please send us your payment."]
    case .thanks: return []
    }
  }

  private func reminderOfAccessories(_ facts: Facts) -> Prose? {
    let accessories = facts.claim.interest + facts.claim.compensation
    guard accessories.isPositive, !facts.occasion.asksAccessories else { return nil }
    return
      """
      For your information, French law provides for late-payment interest and a fixed \
      compensation of €40 per invoice (\(articles(facts))). They amount to \
      \(amount(accessories, in: facts)) today and are not included in the sum above.
      """
  }

  /// Between the sum and what follows it: what the sum holds beside the invoices, and why.
  private func including(_ facts: Facts) -> String {
    facts.includesAccessories
      ? ", late-payment interest and fixed compensation included (\(articles(facts)))," : ""
  }

  private func articles(_ facts: Facts) -> String {
    facts.isPublicBuyer
      ? "articles L2192-13 and D2192-35 of the French public procurement code"
      : "articles L441-10 and D441-5 of the French commercial code"
  }

  private func firmRequest(_ facts: Facts, _ total: Prose) -> [Prose] {
    let last = date(facts.day.adding(days: facts.occasion.deadlineInDays))
    return [
      "We ask you to pay " + total + Prose(including(facts)) + " by " + .strong(last)
        + " at the latest.",
      """
      If something prevents you from keeping this date, or if you contest part of this \
      sum, please call us\(contact(facts)): we will look for a solution with you, such \
      as payment in instalments. Without payment or an answer, the next step will be a \
      formal notice.
      """,
    ]
  }

  private func contact(_ facts: Facts) -> String {
    facts.sender.phone.isEmpty ? "" : " on \(facts.sender.phone)"
  }

  private func noticeRequest(_ facts: Facts, _ total: Prose) -> [Prose] {
    var paragraphs: [Prose] = []
    if !facts.running.isEmpty {
      let daily = facts.dailyInterest
      let text = daily.isPositive ? amount(daily, in: facts) : "less than a cent"
      paragraphs.append(
        """
        Late-payment interest continues to run until the day of payment, at \
        \(text) a day as of today (\(rates(facts))).
        """
      )
    }
    paragraphs.append(
      "We therefore give you formal notice to pay " + total + " within "
        + .strong(EnglishWording.days(facts.occasion.deadlineInDays))
        + " of receiving this letter.")
    paragraphs.append(Prose(legalBasis(facts)))
    let what =
      facts.accessories.isEmpty
      ? "this sum" : "these sums, of the interest accrued until payment,"
    paragraphs.append(
      """
      Failing full payment within this time, we reserve the right to bring the matter before \
      the competent court to obtain payment of \
      \(what) \
      and of the costs that the law places on the debtor.
      """
    )
    return paragraphs
  }

  private func rates(_ facts: Facts) -> String {
    var seen: [String] = []
    for segment in facts.running {
      let text = "yearly rate of \(segment.rate.percent)%: \(segment.basis.wording(in: .english))"
      if !seen.contains(text) { seen.append(text) }
    }
    return seen.joined(separator: "; ")
  }

  private func legalBasis(_ facts: Facts) -> String {
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

  func ending(_ facts: Facts) -> [Prose] {
    switch facts.message {
    case .preDue:
      [
        """
        If your payment is already scheduled, there is nothing you need to do. Thank you \
        for your custom.
        """
      ]
    case .courtesy, .reminder:
      ["If you have paid in the meantime, please disregard this message and accept our thanks."]
    case .firm: ["If you have paid in the meantime, please tell us the date of your payment."]
    case .formalNotice:
      [
        """
        If you contest all or part of this sum, or if you are in temporary difficulty, \
        please write to us or call us\(contact(facts)) within the same time: your answer \
        will be considered, and an amicable solution remains possible.
        """
      ]
    case .statement: []
    case .thanks: ["We remain at your disposal for any question."]
    }
  }

  func enclosures(_ facts: Facts) -> [String] {
    switch facts.message {
    case .formalNotice:
      if facts.items.isEmpty { return ["account of the sums due"] }
      return facts.items.count > 6
        ? ["copies of the \(facts.items.count) invoices listed above"]
        : facts.items.map { "copy of invoice \($0.number) of \(shortDate($0.issue))" }
    // Only what a person will really put in the envelope is announced.
    case .preDue, .courtesy, .reminder, .firm, .statement, .thanks: return []
    }
  }
}
