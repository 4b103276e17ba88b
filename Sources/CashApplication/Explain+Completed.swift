import Ledger
import Quantities

/// Where the documents named are not all that was paid.
extension CashRun {
  /// More than the documents: others of the payer make up the rest, or it is too much.
  mutating func completed(_ named: [Int32], _ grounds: Grounds) -> Explanation? {
    let rest = evidence.line.cents - open(named)
    let others = evidence.pool.filter { !named.contains($0) }
    if let bySuffix = suffixed(named, others, rest, grounds) { return bySuffix }
    if rest > 0, let answer = missing(named, others, rest) {
      let isSound = answer.share >= 0.97 && grounds.trust >= 985
      return Explanation(
        parts: whole(named + answer.documents),
        score: isSound ? 978 : min(grounds.trust, Int(answer.share * 900)),
        reasons: grounds.reasons + [.sum(named.count + answer.documents.count), ground])
    }
    guard named.count == 1, suffixes.isEmpty, index.items[Int(named[0])].open > 0 else {
      return Explanation(
        parts: whole(named), onAccount: rest, score: min(grounds.trust, trustInExcess(rest, named)),
        reasons: grounds.reasons + [.excess(Money(cents: rest)), ground])
    }
    let item = index.items[Int(named[0])]
    let isModest =
      rest <= rules.highestExcess.cents && rest < item.open && item.open == item.total
      && !mayMeanAnother()
    return Explanation(
      parts: whole(named), onAccount: rest, score: min(grounds.trust, isModest ? 980 : 800),
      reasons: grounds.reasons + [.excess(Money(cents: rest)), ground])
  }

  /// Whether the payer owes another document of just this amount, or settled one a short while
  /// before: the number may be a slip.
  private mutating func mayMeanAnother() -> Bool {
    if evidence.pool.contains(where: { index.items[Int($0)].open == evidence.line.cents }) {
      return true
    }
    equals.removeAll(keepingCapacity: true)
    let (cents, day) = (evidence.line.cents, evidence.line.day)
    for customer in evidence.payers {
      index.settledItems(of: customer, asking: cents, on: day, into: &equals)
    }
    let lately = (day - CashRun.longestSecond)...day
    return equals.contains { lately.contains(index.items[Int($0)].paid) }
  }

  /// How sure it is that several documents were paid with so much too much, and no other one: what
  /// is less than any document still open is no document.
  private func trustInExcess(_ rest: Int64, _ named: [Int32]) -> Int {
    let isModest = rest > 0 && rest <= rules.highestExcess.cents && rest * 2 <= open(named)
    guard isModest, suffixes.isEmpty, evidence.named.count == named.count else { return 20 }
    let isLess = evidence.pool.allSatisfy {
      let left = index.items[Int($0)].open
      return left <= 0 || left > rest || named.contains($0)
    }
    return isLess ? 850 : 300
  }

  /// The documents that a list does not name because the bank cut it: those that come after the
  /// ones named, else any.
  private func missing(_ named: [Int32], _ others: [Int32], _ rest: Int64) -> Chosen? {
    let last = named.max() ?? -1
    let following = others.filter { $0 > last || index.items[Int($0)].open < 0 }
    let usual = subset(following, summing: rest, company: .all)
    if let usual, usual.share >= 0.9 { return usual }
    let run = evidence.isThorough ? upToCutoff(following, summing: rest) : nil
    if let run, run.share > usual?.share ?? 0 { return run }
    if let usual { return usual }
    return subset(others, summing: rest).map {
      Chosen(documents: $0.documents, share: $0.share * 0.9)
    }
  }

  /// The short figures after the first number.
  var suffixes: [Figure] {
    var found: [Figure] = []
    for place in evidence.line.figures.range
    where waiting.figures[place].traits.contains(.isSuffix) { found.append(waiting.figures[place]) }
    return found
  }

  /// The short figures after the first number are the last digits of the payer's other documents.
  func suffixed(
    _ named: [Int32], _ others: [Int32], _ rest: Int64, _ grounds: Grounds
  ) -> Explanation? {
    var chosen: [Int32] = []
    for suffix in suffixes {
      let fitting = others.filter {
        index.marks[Int($0)].tail % powersOfTen[Int(suffix.length)] == suffix.value
      }
      guard fitting.count == 1, !chosen.contains(fitting[0]) else { continue }
      chosen.append(fitting[0])
    }
    guard !chosen.isEmpty else { return nil }
    if open(chosen) > rest { return netOfCredits(named + chosen, grounds) }
    guard open(chosen) == rest else { return nil }
    return Explanation(
      parts: whole(named + chosen), score: grounds.trust,
      reasons: grounds.reasons + chosen.prefix(4).map { .shortReference(number($0)) }
        + [.sum(named.count + chosen.count), ground])
  }
}
