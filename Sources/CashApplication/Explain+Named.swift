import Ledger
import Quantities

/// What the documents named in the text explain.
extension CashRun {
  /// The best reading of the line in hand that the pass allows.
  mutating func explain(_ pass: Pass) -> Explanation? {
    guard var best = bestReading(pass) else { return nil }
    // What gave way is no rival any more.
    if isSure(best), best.displaced.isEmpty, isContested(best, pass) {
      best.score = min(900, rules.appliedFrom - 1)
    }
    return best
  }

  private mutating func bestReading(_ pass: Pass) -> Explanation? {
    var best = exactlyNamed()
    if !isSure(best), pass == .named { best = better(best, displacing()) }
    // He who names the invoice when it is there may pay it a second time.
    if !isSure(best), pass == .named || evidence.isThorough {
      best = better(best, paidInAdvance())
    }
    if isSure(best) || pass == .named || evidence.line.isNoise { return best }
    // Without a word in the text nothing is to be had of it.
    let saysNothing = evidence.named.isEmpty && (pass == .namedInPart || !mayMention)
    if saysNothing, pass.rawValue <= Pass.equals.rawValue { return best }
    gatherPool()
    best = better(best, namedInPart())
    if isSure(best) || pass == .namedInPart { return best }
    best = better(best, mentioned())
    if isSure(best) || pass.rawValue <= Pass.equals.rawValue { return best }
    return guess() == nil ? better(best, byPayer()) : best
  }

  func mayBe(_ line: Int32, from customer: Int32) -> Bool {
    waiting.customers(of: waiting.lines[Int(line)]).contains(customer)
  }

  /// The documents named sum to the line.
  func exactlyNamed() -> Explanation? {
    let named = evidence.named
    guard !named.isEmpty, open(named) == evidence.line.cents else { return nil }
    let isFromPayer = named.allSatisfy { self.isFromPayer($0) }
    let isEarly = named.contains { index.items[Int($0)].openSince > evidence.line.day }
    var reasons = named.prefix(4).map { Reason.reference(number($0)) }
    reasons.append(named.count == 1 ? .exactAmount : .sum(named.count))
    if isFromPayer {
      reasons.append(ground)
    } else if !evidence.payers.isEmpty {
      reasons.append(.otherPayer)
    }
    var score = isFromPayer ? 999 : evidence.payers.isEmpty ? 996 : 960
    if isEarly, !isFromPayer { score = 900 }
    return Explanation(parts: whole(named), score: score, reasons: reasons)
  }

  struct Grounds {
    var trust: Int
    var reasons: [Reason]
  }

  /// The documents named explain part of the line, or the line part of them.
  private mutating func namedInPart() -> Explanation? {
    let day = evidence.line.day
    let named = evidence.named.filter { index.items[Int($0)].openSince <= day }
    guard !named.isEmpty else { return nil }
    let reasons = named.prefix(4).map { Reason.reference(number($0)) }
    let trust = named.allSatisfy { isFromPayer($0) } ? 985 : evidence.payers.isEmpty ? 900 : 600
    var grounds = Grounds(trust: trust, reasons: reasons)
    guard open(named) > evidence.line.cents else { return completed(named, grounds) }
    if let net = netOfCredits(named, grounds) { return net }
    if !suffixes.isEmpty {
      let others = evidence.pool.filter { !named.contains($0) }
      let rest = evidence.line.cents - open(named)
      if let bySuffix = suffixed(named, others, rest, grounds) { return bySuffix }
      grounds.trust = min(grounds.trust, 700)
    }
    return cut(named, grounds)
  }

  /// Less than the documents: part of one, or short by charges or a discount.
  func cut(_ named: [Int32], _ grounds: Grounds) -> Explanation {
    var left = evidence.line.cents
    var parts: [Explanation.Part] = []
    for place in named where index.items[Int(place)].open > 0 && left > 0 {
      let cents = min(left, index.items[Int(place)].open)
      parts.append(.init(place: place, cents: cents))
      left -= cents
    }
    let short = open(named) - evidence.line.cents
    var score = named.count == 1 ? grounds.trust : min(grounds.trust, 800)
    if case .partial = shortfall(short, of: open(named)), !isUsualPart(of: named[0]) {
      score = min(score, 900)
    }
    // Another document of the payer has just this amount: the number may be a slip.
    if evidence.settled >= 0
      || evidence.pool.contains(where: { index.items[Int($0)].open == evidence.line.cents })
    {
      score = min(score, 700)
    }
    return Explanation(
      parts: parts, onAccount: left, score: score,
      reasons: grounds.reasons + [shortfall(short, of: open(named)), ground])
  }

  /// Whether the line is what payers pay of a document when they pay a part: tens of euros, or a
  /// simple share of it. Else it may be the rest of what an earlier line paid in part.
  func isUsualPart(of document: Int32) -> Bool {
    let (cents, total) = (evidence.line.cents, index.items[Int(document)].total)
    if cents % 1_000 == 0 { return true }
    return [25, 30, 40, 50, 60, 70, 75].contains { abs(cents * 100 - total * $0) <= 100 }
  }

  func shortfall(_ short: Int64, of whole: Int64) -> Reason {
    let isDiscount = evidence.line.traits.contains(.tellsDiscount)
    if !isDiscount, short <= rules.highestCharge.cents, short * 5 <= whole {
      return .charges(Money(cents: short))
    }
    if short * 1_000 <= whole * rules.highestDiscountInThousandths {
      return .discount(Money(cents: short))
    }
    return .partial(left: Money(cents: short))
  }

  /// The documents less some of the payer's credit notes.
  func netOfCredits(_ named: [Int32], _ grounds: Grounds) -> Explanation? {
    let owner = index.items[Int(named[0])].customer
    let target = evidence.line.cents - open(named)
    var credits = evidence.pool.filter {
      let item = index.items[Int($0)]
      return item.open < 0 && item.open >= target && item.customer == owner && !named.contains($0)
    }
    guard !credits.isEmpty else { return nil }
    credits = credits.suffix(12)
    let amounts = credits.map { index.items[Int($0)].open }
    let isMeant = credits.map { credit in
      named.contains(index.items[Int(credit)].corrected)
        || mention(of: credit) >= .short
    }
    let candidates = zip(amounts, isMeant).map {
      SumSearch.Candidate(cents: $0, odds: $1 ? 3 : 0.3)
    }
    let search = SumSearch(candidates, summing: target)
    guard let answer = search.likeliest() else { return nil }
    let chosen = answer.chosen.map { credits[$0] }
    // What the text tells, and what corrects the invoice named, is no chance.
    if answer.chosen.allSatisfy({ isMeant[$0] }) {
      return Explanation(
        parts: whole(named + chosen), score: grounds.trust,
        reasons: grounds.reasons + [.creditNotes(chosen.count), ground])
    }
    // One credit note that fits to the cent is no chance, unless the line may as well be a part;
    // many together may be.
    let isRound = isUsualPart(of: named[0])
    let isTelling =
      chosen.count == 1 && answer.share > 0.9
      && !(isRound && amounts[answer.chosen[0]] % 1_000 == 0)
    let score = isTelling || answer.share >= (isRound ? 0.999 : 0.97) ? grounds.trust : 800
    return Explanation(
      parts: whole(named + chosen), score: min(grounds.trust, score),
      reasons: grounds.reasons + [.creditNotes(chosen.count), ground])
  }
}
