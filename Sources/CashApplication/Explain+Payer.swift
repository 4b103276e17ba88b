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
    let most = mostByAmount
    let equal = evidence.pool.filter { index.items[Int($0)].open == cents }
    if let first = likeliest(equal) {
      return Explanation(
        parts: whole([first]), score: 560,
        reasons: [.exactAmount, ground, equal.count == 1 ? .onlyCandidate : .ambiguous])
    }
    let counted = Int(evidence.line.counted)
    let usual = subset(evidence.pool, summing: cents, counting: counted)
    guard let sum = usual ?? unlikely(evidence.pool, summing: cents, counting: counted) else {
      return nearAmount(atMost: most)
    }
    let answer = summed(sum, atMost: most)
    return sum.share >= CashRun.fairShare ? answer : better(answer, nearAmount(atMost: most))
  }

  /// A sum that is likelier than this needs no comparing.
  private static let fairShare = 0.8

  private func summed(_ sum: Chosen, atMost most: Int) -> Explanation {
    let credits = sum.documents.count { index.items[Int($0)].open < 0 }
    var reasons: [Reason] = [.sum(sum.documents.count), ground]
    if credits > 0 { reasons.append(.creditNotes(credits)) }
    reasons.append(sum.share >= 0.97 ? .onlyCandidate : .ambiguous)
    return Explanation(
      parts: whole(sum.documents), score: min(most, Int(sum.share * 1_000)), reasons: reasons)
  }
}
