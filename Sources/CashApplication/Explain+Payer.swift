import Ledger
import Quantities

/// What the payer and the amount explain, with or without a hint in the text.
extension CashRun {
  struct Chosen {
    let chosen: [Int32]
    /// The only set, and not one that chance would give.
    var isSound: Bool
  }

  /// The documents among these that sum exactly: a run of neighbours, or any few of them.
  func subset(
    _ places: [Int32], summing target: Int64, _ line: BankLine, counting invoices: Int = 0
  ) -> Chosen? {
    guard target != 0, !places.isEmpty else { return nil }
    let amounts = places.map { index.items[Int($0)].open }
    guard amounts.reduce(0, { $0 + max(0, $1) }) >= target else { return nil }
    let equal = amounts.indices.filter { amounts[$0] == target }
    if let first = equal.first {
      return Chosen(chosen: [places[first]], isSound: equal.count == 1)
    }
    if places.count <= 400, let run = SumSearch.neighbours(amounts, summing: target), run.isOnly,
      run.chanceInThousandths <= 5, invoices == 0 || run.chosen.count == invoices
    {
      return Chosen(chosen: run.chosen.map { places[$0] }, isSound: true)
    }
    let most = min(20, rules.mostDocumentsInSearch)
    let near = places.count <= most ? places : nearest(places, line, most)
    let nearAmounts = near.map { index.items[Int($0)].open }
    guard let any = SumSearch.anySet(nearAmounts, summing: target, counting: invoices)
    else { return nil }
    let isSound = any.isOnly && any.chanceInThousandths <= 10 && near.count == places.count
    let chosen = any.chosen.map { near[$0] }
    return Chosen(
      chosen: isSound ? chosen : likeliest(chosen, among: places, line), isSound: isSound)
  }

  /// Where documents of equal amount could take each other's place, those the habit speaks for.
  private func likeliest(_ chosen: [Int32], among places: [Int32], _ line: BankLine) -> [Int32] {
    var wanted: [Int64: Int] = [:]
    for place in chosen { wanted[index.items[Int(place)].open, default: 0] += 1 }
    let fitting = places.filter { wanted[index.items[Int($0)].open] != nil }
      .map { (strangeness: strangeness($0, line), place: $0) }
    let sorted = fitting.sorted { ($0.strangeness, $0.place) < ($1.strangeness, $1.place) }
      .map(\.place)
    var taken: [Int32] = []
    for place in sorted {
      let open = index.items[Int(place)].open
      guard let count = wanted[open], count > 0 else { continue }
      wanted[open] = count - 1
      taken.append(place)
    }
    return taken.sorted()
  }

  /// How far this line lies from the day on which the customer would pay the document.
  func strangeness(_ place: Int32, _ line: BankLine) -> Double {
    let item = index.items[Int(place)]
    return habits.strangeness(of: line.booked.number - item.due, for: item.customer)
  }

  /// The one of these that the payer's habit speaks for.
  func likeliest(_ places: [Int32], _ line: BankLine) -> Int32? {
    places.min { (strangeness($0, line), $0) < (strangeness($1, line), $1) }
  }

  /// The documents that the customer would most likely pay on the day of the line.
  private func nearest(_ places: [Int32], _ line: BankLine, _ most: Int) -> [Int32] {
    // Distance and place in one number: sorted without looking at the documents again.
    var keys = places.map {
      UInt64(min(1_000_000, strangeness($0, line) * 1_000)) << 32 | UInt64($0)
    }
    keys.sort()
    return keys.prefix(most).map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }.sorted()
  }

  /// Documents that the text mentions by a short number, an order or with a slip.
  mutating func mentioned(_ line: BankLine) -> Explanation? {
    let cents = line.amount.cents
    guard !evidence.payers.isEmpty else { return mentionedWithoutPayer(line) }
    var hinted: [Int32] = []
    for place in pool where evidence.mention(of: index.items[Int(place)]) != .none {
      if !evidence.named.contains(place) { hinted.append(place) }
    }
    let exact = hinted.filter { index.items[Int($0)].open == cents }
    if let first = exact.first {
      return exactMention(first, isOnly: exact.count == 1 && !hasSettledTwin(line, .short))
    }
    if let slip = slip(line) { return slip }
    let documents = hinted.filter { index.items[Int($0)].open > 0 }
    guard evidence.named.isEmpty, !documents.isEmpty else { return nil }
    let grounds = Grounds(
      trust: documents.count == 1 ? 975 : 850, reasons: documents.prefix(4).map(ground))
    if open(documents) == cents {
      return Explanation(
        parts: whole(documents), score: 990,
        reasons: grounds.reasons + [.sum(documents.count), evidence.payerGround], teaches: true)
    }
    if open(documents) > cents {
      return netOfCredits(documents, line, grounds) ?? cut(documents, line, grounds)
    }
    return completed(documents, line, grounds)
  }

  private func ground(_ place: Int32) -> Reason {
    evidence.mention(of: index.items[Int(place)]) == .order
      ? .order(number(place)) : .shortReference(number(place))
  }

  private func exactMention(_ place: Int32, isOnly: Bool) -> Explanation {
    Explanation(
      parts: whole([place]), score: isOnly ? 995 : 700,
      reasons: [ground(place), .exactAmount, isOnly ? evidence.payerGround : .ambiguous],
      teaches: isOnly)
  }

  /// The payer's document of this amount whose number the text misses by one sign.
  private mutating func slip(_ line: BankLine) -> Explanation? {
    guard evidence.hasLongNumber else { return nil }
    var close: [Int32] = []
    for place in pool where index.items[Int(place)].open == line.amount.cents {
      if isSlip(place) { close.append(place) }
    }
    guard let first = close.first else { return nil }
    let isOnly = close.count == 1 && !hasSettledTwin(line, .slip)
    return Explanation(
      parts: whole([first]), score: isOnly ? 990 : 700,
      reasons: [
        .misspelt(number(first)), .exactAmount, isOnly ? evidence.payerGround : .ambiguous,
      ], teaches: isOnly)
  }

  private enum Likeness { case short, slip }

  /// Whether a document of the payer and of this amount that is settled already is named as well
  /// or better: then the line may pay it a second time.
  private mutating func hasSettledTwin(_ line: BankLine, _ likeness: Likeness) -> Bool {
    equals.removeAll(keepingCapacity: true)
    let (cents, day) = (line.amount.cents, line.booked.number)
    for customer in evidence.payers {
      index.settledItems(of: customer, asking: cents, on: day, into: &equals)
    }
    for place in equals {
      if evidence.mention(of: index.items[Int(place)]) != .none { return true }
      if likeness == .slip, isSlip(place) { return true }
    }
    return false
  }

  private mutating func isSlip(_ place: Int32) -> Bool {
    scratch.clear()
    scratch.add(number(place))
    var digits: [UInt8] = []
    for run in scratch.runs where run.isDigits {
      digits += scratch.bytes[Int(run.start)..<Int(run.start + run.length)]
    }
    return evidence.isOneSlip(from: digits)
  }

  /// No payer is known: a document of this very amount that the text mentions.
  private mutating func mentionedWithoutPayer(_ line: BankLine) -> Explanation? {
    guard line.operation != .cheque,
      evidence.hasLongNumber
    else { return nil }
    equals.removeAll(keepingCapacity: true)
    let isWhole = index.items(
      ofAmount: line.amount.cents, on: line.booked.number, into: &equals)
    var hinted: [Int32] = []
    for place in equals.prefix(256) {
      if evidence.mention(of: index.items[Int(place)]) != .none || isSlip(place) {
        hinted.append(place)
      }
    }
    guard let first = hinted.first else { return nil }
    let isOnly = hinted.count == 1 && isWhole
    return Explanation(
      parts: whole([first]), score: isOnly ? 980 : 650,
      reasons: [ground(first), .exactAmount, isOnly ? .onlyCandidate : .ambiguous],
      teaches: isOnly)
  }

  /// Only the payer and the amount speak.
  mutating func byPayer(_ line: BankLine) -> Explanation? {
    guard !evidence.payers.isEmpty, !pool.isEmpty else { return nil }
    let cents = line.amount.cents
    // A number was named that does not fit: what the payer meant is for a person to say.
    let most = evidence.named.isEmpty && evidence.settled < 0 ? 999 : 800
    let equal = pool.filter { index.items[Int($0)].open == cents }
    if let first = likeliest(equal, line) {
      // Round amounts meet by chance: then the day must be one on which this customer pays.
      let isUsual =
        strangeness(first, line) < (cents % 1_000 == 0 ? 2.5 : 4.5) && !hasSettledTwin(line, .short)
      return Explanation(
        parts: whole([first]), score: min(most, equal.count > 1 ? 650 : isUsual ? 985 : 950),
        reasons: [
          .exactAmount, evidence.payerGround, equal.count == 1 ? .onlyCandidate : .ambiguous,
        ])
    }
    let counted = evidence.counted
    if var sum = subset(pool, summing: cents, line, counting: counted) {
      let credits = sum.chosen.count { index.items[Int($0)].open < 0 }
      if counted > 0, counted != sum.chosen.count - credits { sum.isSound = false }
      var reasons: [Reason] = [.sum(sum.chosen.count), evidence.payerGround]
      if credits > 0 { reasons.append(.creditNotes(credits)) }
      reasons.append(sum.isSound ? .onlyCandidate : .ambiguous)
      return Explanation(
        parts: whole(sum.chosen), score: min(most, sum.isSound ? 975 : 600), reasons: reasons)
    }
    return nearAmount(line)
  }

  /// The payer's document that a payment in whole euros exceeds by some cents.
  private func roundedUp(_ invoices: [Int32], _ line: BankLine) -> Explanation? {
    let cents = line.amount.cents
    let below = invoices.filter {
      cents % 100 == 0 && cents > index.items[Int($0)].open
        && cents - index.items[Int($0)].open < 100
    }
    guard let first = likeliest(below, line) else { return nil }
    let excess = cents - index.items[Int(first)].open
    return Explanation(
      parts: whole([first]), onAccount: excess, score: below.count == 1 ? 860 : 600,
      reasons: [.excess(Money(cents: excess)), evidence.payerGround])
  }

  /// The payer's document that the line pays all but a little, or in part.
  private func nearAmount(_ line: BankLine) -> Explanation? {
    let cents = line.amount.cents
    let invoices = pool.filter { index.items[Int($0)].open > 0 }
    let near = invoices.filter {
      let open = index.items[Int($0)].open
      guard open > cents else { return false }
      if case .partial = shortfall(open - cents, of: open) { return false }
      return true
    }
    if let first = likeliest(near, line) {
      var answer = cut([first], line, Grounds(trust: near.count == 1 ? 850 : 600, reasons: []))
      if near.count > 1 { answer.reasons.append(.ambiguous) }
      return answer
    }
    if let over = roundedUp(invoices, line) { return over }
    let larger = invoices.filter { index.items[Int($0)].open > cents }
    if let first = likeliest(larger, line) {
      return cut([first], line, Grounds(trust: 550, reasons: []))
    }
    guard invoices.count == 1, open(invoices) < cents else { return nil }
    return Explanation(
      parts: whole(invoices), onAccount: cents - open(invoices), score: 700,
      reasons: [.excess(Money(cents: cents - open(invoices))), evidence.payerGround])
  }
}
