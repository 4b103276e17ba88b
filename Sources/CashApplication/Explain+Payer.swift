import Ledger
import Quantities

/// What the payer and the amount explain, without a word in the text.
extension CashRun {
  /// How far this line lies from the day on which the customer would pay the document.
  func strangeness(_ place: Int32) -> Double {
    let item = index.items[Int(place)]
    return habits.strangeness(of: evidence.line.day - item.due, for: item.customer)
  }

  /// Beyond so many deviations from the habit a document is hardly meant.
  static let strangest = 4.0

  func isStrange(_ place: Int32) -> Bool { strangeness(place) > CashRun.strangest }

  /// The one of these that the payer's habit speaks for.
  func likeliest(_ places: [Int32]) -> Int32? {
    places.min { (strangeness($0), $0) < (strangeness($1), $1) }
  }

  /// Only the payer and the amount speak.
  mutating func byPayer() -> Explanation? {
    guard !evidence.payers.isEmpty, !evidence.pool.isEmpty else { return nil }
    let cents = evidence.line.cents
    // A number was named that does not fit: what the payer meant is for a person to say.
    let most = evidence.named.isEmpty && evidence.settled < 0 ? 999 : 800
    let equal = evidence.pool.filter { index.items[Int($0)].open == cents }
    if let first = likeliest(equal) {
      return Explanation(
        parts: whole([first]), score: 560,
        reasons: [.exactAmount, ground, equal.count == 1 ? .onlyCandidate : .ambiguous])
    }
    let counted = Int(evidence.line.counted)
    let usual = subset(evidence.pool, summing: cents, counting: counted)
    if let sum = usual ?? unlikely(evidence.pool, summing: cents, counting: counted) {
      let credits = sum.documents.count { index.items[Int($0)].open < 0 }
      var reasons: [Reason] = [.sum(sum.documents.count), ground]
      if credits > 0 { reasons.append(.creditNotes(credits)) }
      reasons.append(sum.share >= 0.97 ? .onlyCandidate : .ambiguous)
      return Explanation(
        parts: whole(sum.documents), score: min(most, Int(sum.share * 1_000)), reasons: reasons)
    }
    return nearAmount()
  }

  /// The payer's document that a payment in whole euros exceeds by some cents.
  private func roundedUp(_ invoices: [Int32]) -> Explanation? {
    let cents = evidence.line.cents
    let below = invoices.filter {
      cents % 100 == 0 && cents > index.items[Int($0)].open
        && cents - index.items[Int($0)].open < 100
    }
    guard let first = likeliest(below) else { return nil }
    let excess = cents - index.items[Int(first)].open
    return Explanation(
      parts: whole([first]), onAccount: excess, score: below.count == 1 ? 950 : 350,
      reasons: [.excess(Money(cents: excess)), ground])
  }

  /// The payer's document that the line pays all but a little, or in part.
  private func nearAmount() -> Explanation? {
    let cents = evidence.line.cents
    let invoices = evidence.pool.filter { index.items[Int($0)].open > 0 }
    let near = invoices.filter {
      let open = index.items[Int($0)].open
      guard open > cents else { return false }
      if case .partial = shortfall(open - cents, of: open) { return false }
      return true
    }
    if let first = likeliest(near) { return nearly(first, isOnly: near.count == 1) }
    if let over = roundedUp(invoices) { return over }
    let larger = invoices.filter { index.items[Int($0)].open > cents }
    if let first = likeliest(larger) {
      return cut([first], Grounds(trust: 450, reasons: []))
    }
    guard invoices.count == 1, open(invoices) < cents else { return nil }
    return Explanation(
      parts: whole(invoices), onAccount: cents - open(invoices), score: 500,
      reasons: [.excess(Money(cents: cents - open(invoices))), ground])
  }

  /// A document that the line pays all but what a bank or a discount would take.
  private func nearly(_ document: Int32, isOnly: Bool) -> Explanation {
    let open = index.items[Int(document)].open
    var trust = isOnly ? 860 : 400
    if case .discount = shortfall(open - evidence.line.cents, of: open) {
      trust = isOnly ? 450 : 80
    }
    var answer = cut([document], Grounds(trust: trust, reasons: []))
    if !isOnly { answer.reasons.append(.ambiguous) }
    return answer
  }
}
