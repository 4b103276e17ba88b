import Ledger
import Quantities

/// Documents that the text mentions by a short number, an order or with a slip.
extension CashRun {
  mutating func mentioned() -> Explanation? {
    let cents = evidence.line.cents
    guard !evidence.payers.isEmpty, mayMention else { return nil }
    var hinted: [Int32] = []
    for place in evidence.pool where mayBeShort(place) && mention(of: place) >= .short {
      if !evidence.named.contains(place) { hinted.append(place) }
    }
    let exact = hinted.filter { index.items[Int($0)].open == cents }
    if let first = exact.first {
      let isOnly = exact.count == 1 && !hasSettledTwin() && !quotesAnotherDay(first)
      return exactMention(first, isOnly: isOnly)
    }
    if let slip = slip() { return slip }
    let documents = hinted.filter { index.items[Int($0)].open > 0 }
    guard evidence.named.isEmpty, !documents.isEmpty else { return nil }
    let isTelling = documents.count == 1 && !isStrange(documents[0])
    let grounds = Grounds(
      trust: isTelling ? 975 : 850, reasons: documents.prefix(4).map { hint($0) })
    if open(documents) == cents {
      return Explanation(
        parts: whole(documents), score: 990,
        reasons: grounds.reasons + [.sum(documents.count), ground])
    }
    if open(documents) > cents {
      return netOfCredits(documents, grounds) ?? cut(documents, grounds)
    }
    return completed(documents, grounds)
  }

  /// Whether anything in the text may mention a document that it does not name.
  var mayMention: Bool { evidence.line.mayMention }

  /// Whether the text quotes a day that may be a document's, but is not this one's.
  private func quotesAnotherDay(_ document: Int32) -> Bool {
    let item = index.items[Int(document)]
    return evidence.line.figures.range.contains {
      let day = waiting.figures[$0].day
      return day != item.issue && (evidence.line.day - 500..<evidence.line.day).contains(day)
    }
  }

  func hint(_ place: Int32) -> Reason {
    mention(of: place) == .order
      ? .order(number(place)) : .shortReference(number(place))
  }

  private func exactMention(_ place: Int32, isOnly: Bool) -> Explanation {
    Explanation(
      parts: whole([place]), score: isOnly ? 995 : 700,
      reasons: [hint(place), .exactAmount, isOnly ? ground : .ambiguous])
  }

  /// Who pays on order, or on a pro-forma invoice, pays before the invoice is issued: the payer's
  /// one document of just this amount, issued soon after, whose order or short number he quotes.
  mutating func paidInAdvance() -> Explanation? {
    guard evidence.named.isEmpty, mayMention else { return nil }
    let (cents, day) = (evidence.line.cents, evidence.line.day)
    equals.removeAll(keepingCapacity: true)
    for customer in evidence.payers {
      index.openItems(of: customer, leaving: cents, on: day + CashRun.longestAdvance, into: &equals)
    }
    let later = equals.filter {
      index.items[Int($0)].issue > day && mayBeShort($0) && mention(of: $0) >= .short
    }
    guard later.count == 1, let one = later.first,
      !equals.contains(where: { $0 != one && (mention(of: $0) != .none || isSlip($0)) })
    else { return nil }
    // An order is known long before the invoice; its number is not.
    let advance = index.items[Int(one)].issue - day
    let isOrder = quotesOrder(of: one)
    guard isOrder || advance <= 10, !hasSettledTwin() else { return nil }
    return Explanation(
      parts: whole(later), score: isOrder ? 990 : 980,
      reasons: [hint(one), .exactAmount, ground])
  }

  /// How many days before its invoice a payment on order may come.
  private static let longestAdvance: Int32 = 60

  /// The payer's document of this amount whose number the text misses by one sign.
  private mutating func slip() -> Explanation? {
    guard hasLongNumber else { return nil }
    let close = evidence.pool.filter {
      index.items[Int($0)].open == evidence.line.cents && isSlip($0)
    }
    guard let first = close.first else { return nil }
    let isOnly = close.count == 1 && !hasSettledTwin()
    return Explanation(
      parts: whole([first]), score: isOnly ? 990 : 700,
      reasons: [.misspelt(number(first)), .exactAmount, isOnly ? ground : .ambiguous])
  }

  /// Whether a document of the payer and of this amount that was settled lately is mentioned or
  /// misspelt: then the line may pay it a second time.
  mutating func hasSettledTwin() -> Bool {
    guard mayMention else { return false }
    equals.removeAll(keepingCapacity: true)
    let (cents, day) = (evidence.line.cents, evidence.line.day)
    for customer in evidence.payers {
      index.settledItems(of: customer, asking: cents, on: day, into: &equals)
    }
    return mayBeSecond(of: equals)
  }

  /// Whether the line in hand may pay one of these documents a second time.
  private func mayBeSecond(of documents: [Int32]) -> Bool {
    for document in documents {
      let paid = index.items[Int(document)].paid
      let isLate = paid != .min && abs(evidence.line.day - paid) > CashRun.longestSecond
      if !isLate, mention(of: document) != .none || isSlip(document) { return true }
    }
    return false
  }
}
