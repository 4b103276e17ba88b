import Ledger
import Quantities

/// Where neither a document nor a sum of them has the amount: what else firms do.
extension CashRun {
  /// The payer's document that the line most likely pays all but a little, in part, or too much.
  func nearAmount(atMost most: Int) -> Explanation? {
    // It is never sure, so it waits until nothing else can be.
    guard evidence.isThorough, !namesWhatIsPaid() else { return nil }
    let cents = evidence.line.cents
    var (best, bestWeight): (Int32, Double) = (-1, 0)
    // Or none of them: several that were not found, the more likely the more there are.
    var atHand = HabitAtHand()
    var all = 0.01 * CashRun.unusual * Double(evidence.pool.count) / Double(cents)
    for document in evidence.pool where index.items[Int(document)].open > 0 {
      let item = index.items[Int(document)]
      var weight = story(of: cents, for: item.open)
      weight *= atHand.habit(of: item.customer, in: habits)
        .likelihood(of: evidence.line.day - item.due)
      if mention(of: document) != .none || isSlip(document) { weight *= 300 }
      all += weight
      if weight > bestWeight { (best, bestWeight) = (document, weight) }
    }
    guard best >= 0 else { return nil }
    let share = bestWeight / all
    let score = min(most, Int(share * CashRun.trustInNear))
    let open = index.items[Int(best)].open
    let reason =
      open < cents
      ? Reason.excess(Money(cents: cents - open)) : shortfall(open - cents, of: open)
    return Explanation(
      parts: [.init(place: best, cents: min(open, cents))], onAccount: max(0, cents - open),
      score: score, reasons: [reason, ground] + (share > 0.9 ? [] : [.ambiguous]))
  }

  /// Whether the line names a document that was paid before, and has just its amount: it pays that
  /// one twice rather than a bit of another one.
  private func namesWhatIsPaid() -> Bool {
    guard evidence.settled >= 0, isFromPayer(evidence.settled) else { return false }
    return index.items[Int(evidence.settled)].total == evidence.line.cents
  }

  private static let trustInNear = 930.0

  /// How many of a thousand lines, about, are a part of no particular size.
  private static let unusual = 0.001

  /// How likely a payer who owes an amount pays another one: of a thousand lines some are short by
  /// what the bank took, which is a round fee, some by a discount of so many per cent, some are a
  /// simple share or a round part, some too much.
  private func story(of cents: Int64, for open: Int64) -> Double {
    let short = open - cents
    guard short > 0 else { return excessStory(-short, of: open) }
    var story = CashRun.unusual / Double(open)
    if short <= rules.highestCharge.cents, short * 5 <= open {
      story += short % 50 == 0 ? 0.005 / 20 : 0.0005 / 3_000
    }
    let discounts: [Int64] = [10, 15, 20, 25, 30]
    if discounts.contains(where: { isShare($0, of: open, short, within: 1_000) }) {
      story += 0.0004
    }
    let shares: [Int64] = [20, 25, 30, 33, 40, 50, 60, 67, 70, 75, 80]
    if shares.contains(where: { isShare($0, of: open, cents, within: 100) }) { story += 0.0004 }
    if cents % 1_000 == 0 { story += 0.003 * 1_000 / Double(open) }
    return story
  }

  /// Whether an amount is so many parts of a whole, to the cent.
  private func isShare(
    _ parts: Int64, of open: Int64, _ cents: Int64, within whole: Int64
  ) -> Bool {
    abs(cents * whole - open * parts) <= whole
  }

  private func excessStory(_ excess: Int64, of open: Int64) -> Double {
    let cents = open + excess
    if excess < 100, cents % 100 == 0 { return 0.001 }
    if excess <= rules.highestExcess.cents, excess * 2 <= open {
      return 0.002 / Double(rules.highestExcess.cents)
    }
    return 0.1 * CashRun.unusual / Double(cents)
  }
}
