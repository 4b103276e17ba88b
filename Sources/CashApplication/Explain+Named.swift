import Ledger
import Quantities

/// What the documents named in the text explain.
extension CashRun {
  /// The best reading of a line that the pass allows.
  mutating func explain(_ place: Int, _ pass: Pass) -> Explanation? {
    guard var best = bestReading(place, pass) else { return nil }
    if isSure(best), isContested(best, place, pass) {
      best.score = min(900, rules.appliedFrom - 1)
    }
    return best
  }

  private mutating func bestReading(_ place: Int, _ pass: Pass) -> Explanation? {
    let line = lines[place].line
    keepNamed(on: line.booked.number)
    var best = exactlyNamed(line)
    if isSure(best) || pass == .named || isNoise(line) { return best }
    gatherPool(on: line.booked.number)
    remember(place)
    evidence.prepareMentions()
    best = better(best, namedInPart(line))
    if isSure(best) || pass == .namedInPart { return best }
    best = better(best, mentioned(line))
    if isSure(best) || pass == .mentioned { return best }
    best = better(best, byPayer(line))
    if isSure(best) || pass.rawValue < Pass.amount.rawValue { return best }
    return better(best, byAmount(line))
  }

  /// Whether earlier lines of this payer and amount may be what settled the document named, so
  /// that this one pays it a second time. Later passes compare with how many such documents
  /// there are.
  private mutating func isContested(_ answer: Explanation, _ place: Int, _ pass: Pass) -> Bool {
    guard answer.parts.count == 1, answer.onAccount == 0 else { return false }
    let document = index.items[Int(answer.parts[0].place)]
    let rivals = earlierRivals(place, since: document.issue)
    guard rivals > 0, pass.rawValue >= Pass.payer.rawValue else { return rivals > 0 }
    gatherPool(on: lines[place].line.booked.number)
    let cents = lines[place].line.amount.cents
    return pool.count { index.items[Int($0)].open == cents } <= rivals
  }

  func isSure(_ answer: Explanation?) -> Bool { (answer?.score ?? 0) >= rules.appliedFrom }

  func better(_ left: Explanation?, _ right: Explanation?) -> Explanation? {
    (right?.score ?? -1) > (left?.score ?? -1) ? right : left
  }

  /// The payer's documents that were open on the day.
  private mutating func gatherPool(on day: Int32) {
    pool.removeAll(keepingCapacity: true)
    for customer in evidence.payers { index.openItems(of: customer, on: day, into: &pool) }
    if evidence.payers.isEmpty, let first = evidence.named.first {
      index.openItems(of: index.items[Int(first)].customer, on: day, into: &pool)
    }
  }

  /// Of the documents named, keeps those with something open; the payer's where a number is
  /// borne by several.
  private mutating func keepNamed(on day: Int32) {
    for place in evidence.named where index.items[Int(place)].open == 0 { evidence.settled = place }
    evidence.named.removeAll { index.items[Int($0)].open == 0 }
    guard evidence.named.count > 1, !evidence.payers.isEmpty else { return }
    let own = evidence.named.filter {
      evidence.payers.contains(index.items[Int($0)].customer)
    }
    if !own.isEmpty { evidence.named = own }
  }

  /// The documents named sum to the line.
  private mutating func exactlyNamed(_ line: BankLine) -> Explanation? {
    let named = evidence.named
    guard !named.isEmpty, open(named) == line.amount.cents else { return nil }
    let isFromPayer = isFromPayer(named)
    let isEarly = named.contains { index.items[Int($0)].openSince > line.booked.number }
    var reasons = named.prefix(4).map { Reason.reference(number($0)) }
    reasons.append(named.count == 1 ? .exactAmount : .sum(named.count))
    if isFromPayer {
      reasons.append(evidence.payerGround)
    } else if !evidence.payers.isEmpty {
      reasons.append(.otherPayer)
    }
    var score = isFromPayer ? 999 : evidence.payers.isEmpty ? 996 : 960
    if isEarly, !isFromPayer { score = 900 }
    return Explanation(
      parts: whole(named), score: score, reasons: reasons, teaches: isFromPayer || score >= 996)
  }

  /// The documents named explain part of the line, or the line part of them.
  private mutating func namedInPart(_ line: BankLine) -> Explanation? {
    let day = line.booked.number
    let named = evidence.named.filter { index.items[Int($0)].openSince <= day }
    guard !named.isEmpty else { return nil }
    let sum = open(named)
    let reasons = named.prefix(4).map { Reason.reference(number($0)) }
    let trust = isFromPayer(named) ? 985 : evidence.payers.isEmpty ? 900 : 600
    guard sum > line.amount.cents else {
      return completed(named, line, Grounds(trust: trust, reasons: reasons))
    }
    return netOfCredits(named, line, Grounds(trust: trust, reasons: reasons))
      ?? cut(named, line, Grounds(trust: trust, reasons: reasons))
  }

  struct Grounds {
    var trust: Int
    var reasons: [Reason]
  }

  /// Less than the documents: part of one, or short by charges or a discount.
  func cut(_ named: [Int32], _ line: BankLine, _ grounds: Grounds) -> Explanation {
    var left = line.amount.cents
    var parts: [Explanation.Part] = []
    for place in named where index.items[Int(place)].open > 0 && left > 0 {
      let cents = min(left, index.items[Int(place)].open)
      parts.append(.init(place: place, cents: cents))
      left -= cents
    }
    let short = open(named) - line.amount.cents
    var score = named.count == 1 ? grounds.trust : min(grounds.trust, 800)
    // Another document of the payer has just this amount: the number may be a slip.
    if evidence.settled >= 0
      || pool.contains(where: { index.items[Int($0)].open == line.amount.cents })
    {
      score = min(score, 700)
    }
    return Explanation(
      parts: parts, onAccount: left, score: score,
      reasons: grounds.reasons + [shortfall(short, of: open(named)), evidence.payerGround],
      teaches: false)
  }

  func shortfall(_ short: Int64, of whole: Int64) -> Reason {
    if short <= rules.highestCharge.cents, short * 5 <= whole {
      return .charges(Money(cents: short))
    }
    if short * 1_000 <= whole * rules.highestDiscountInThousandths {
      return .discount(Money(cents: short))
    }
    return .partial(left: Money(cents: short))
  }

  /// The documents less some of the payer's credit notes.
  func netOfCredits(_ named: [Int32], _ line: BankLine, _ grounds: Grounds) -> Explanation? {
    let owner = index.items[Int(named[0])].customer
    let target = line.amount.cents - open(named)
    var credits = pool.filter {
      let item = index.items[Int($0)]
      return item.open < 0 && item.open >= target && item.customer == owner && !named.contains($0)
    }
    guard !credits.isEmpty else { return nil }
    credits = credits.suffix(12)
    let amounts = credits.map { index.items[Int($0)].open }
    guard let answer = SumSearch.anySet(amounts, summing: target) else { return nil }
    let chosen = answer.chosen.map { credits[$0] }
    let score = answer.isOnly && answer.chanceInThousandths <= 20 ? grounds.trust : 800
    return Explanation(
      parts: whole(named + chosen), score: min(grounds.trust, score),
      reasons: grounds.reasons + [.creditNotes(chosen.count), evidence.payerGround],
      teaches: grounds.trust >= 985)
  }

  /// More than the documents: others of the payer make up the rest, or it is too much.
  func completed(_ named: [Int32], _ line: BankLine, _ grounds: Grounds) -> Explanation? {
    let rest = line.amount.cents - open(named)
    let others = pool.filter { !named.contains($0) }
    if let bySuffix = suffixed(named, others, rest, grounds) { return bySuffix }
    if rest > 0, let answer = subset(others, summing: rest, line) {
      let chosen = answer.chosen
      let isSound = answer.isSound && grounds.trust >= 985
      return Explanation(
        parts: whole(named + chosen), score: isSound ? 978 : min(grounds.trust, 850),
        reasons: grounds.reasons + [.sum(named.count + chosen.count), evidence.payerGround])
    }
    guard named.count == 1, evidence.suffixes.isEmpty, index.items[Int(named[0])].open > 0 else {
      return Explanation(
        parts: whole(named), onAccount: rest, score: min(grounds.trust, 700),
        reasons: grounds.reasons + [.excess(Money(cents: rest)), evidence.payerGround])
    }
    let item = index.items[Int(named[0])]
    let isModest = rest <= rules.highestExcess.cents && item.open == item.total
    return Explanation(
      parts: whole(named), onAccount: rest, score: min(grounds.trust, isModest ? 980 : 800),
      reasons: grounds.reasons + [.excess(Money(cents: rest)), evidence.payerGround])
  }

  /// The short runs after the first number are the last digits of the payer's other documents.
  private func suffixed(
    _ named: [Int32], _ others: [Int32], _ rest: Int64, _ grounds: Grounds
  ) -> Explanation? {
    guard !evidence.suffixes.isEmpty else { return nil }
    var chosen: [Int32] = []
    for suffix in evidence.suffixes {
      let fitting = others.filter {
        index.items[Int($0)].tail % powersOfTen[Int(suffix.length)] == suffix.value
      }
      guard fitting.count == 1, !chosen.contains(fitting[0]) else { continue }
      chosen.append(fitting[0])
    }
    guard !chosen.isEmpty, open(chosen) == rest else { return nil }
    return Explanation(
      parts: whole(named + chosen), score: grounds.trust,
      reasons: grounds.reasons + chosen.prefix(4).map { .shortReference(number($0)) }
        + [.sum(named.count + chosen.count), evidence.payerGround],
      teaches: grounds.trust >= 985)
  }
}
