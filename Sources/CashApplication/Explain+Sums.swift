import Ledger
import Quantities

/// Documents that together make up an amount.
extension CashRun {
  /// Some documents and how likely they are what was paid.
  struct Chosen {
    let documents: [Int32]
    let share: Double
  }

  /// Whether few documents are more likely than many, or all that should be paid by the day are.
  enum Company { case few, all }

  /// The documents among these that sum exactly: a run of neighbours, or any few of them.
  func subset(
    _ places: [Int32], summing target: Int64, counting invoices: Int = 0,
    company: Company = .few
  ) -> Chosen? {
    guard target != 0, !places.isEmpty else { return nil }
    var (owed, deductible): (Int64, Int64) = (0, 0)
    for place in places {
      let open = index.items[Int(place)].open
      if open > 0 { owed += open } else { deductible -= open }
    }
    guard owed >= target else { return nil }
    if let run = run(of: places, summing: target, counting: invoices) { return run }
    // What is larger than the line and all credit notes cannot be in the sum.
    let small = places.filter { index.items[Int($0)].open <= target + deductible }
    guard isEnough(small, target) else { return nil }
    let all = self.odds(of: small, in: company)
    let near = small.count <= SumSearch.most ? Array(small.indices) : likeliest(all)
    let (places, odds) = inOrderOfDue(near.map { (small[$0], all[$0]) })
    let amounts = places.map { index.items[Int($0)].open }
    guard amounts.reduce(0, { $0 + max(0, $1) }) >= target else { return nil }
    let search = SumSearch(
      zip(amounts, odds).map { SumSearch.Candidate(cents: $0, odds: $1) }, summing: target,
      counting: invoices)
    guard let answer = search.likeliest() else { return nil }
    return Chosen(
      documents: answer.chosen.map { places[$0] }.sorted(),
      share: near.count == small.count ? answer.share : answer.share * 0.95)
  }

  /// A few documents in order of due date, with how likely each is in the payment. Day and rank are
  /// sorted as one number.
  private func inOrderOfDue(_ some: [(place: Int32, odds: Double)]) -> ([Int32], [Double]) {
    var keys = some.indices.map {
      Int64(index.items[Int(some[$0].place)].due) << 32 | Int64($0)
    }
    sortNearlySorted(&keys)
    let ranks = keys.map { Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
    return (ranks.map { some[$0].place }, ranks.map { some[$0].odds })
  }

  /// Whether the invoices among some documents come to a sum.
  private func isEnough(_ places: [Int32], _ sum: Int64) -> Bool {
    places.reduce(0) { $0 + max(0, index.items[Int($1)].open) } >= sum
  }

  /// Where the documents that the habit speaks for most do not sum: a payment run, or two or three
  /// of them all.
  func unlikely(_ places: [Int32], summing target: Int64, counting invoices: Int) -> Chosen? {
    guard evidence.isThorough else { return nil }
    if invoices == 0, let run = upToCutoff(places, summing: target) { return run }
    guard invoices <= 3 else { return nil }
    let small = places.filter { (1..<target).contains(index.items[Int($0)].open) }
    guard isReached(target, by: small) else { return nil }
    let cheques = cheques(of: small)
    // The same search does for two and three, unless there are too many documents for three.
    let isSmall = invoices == 0 && cheques.count <= DepositSearch.mostSearched[3]
    let most = isSmall ? 3 : max(2, invoices)
    var search = DepositSearch(cheques, choosing: most)
    for count in invoices == 0 ? 2...3 : invoices...invoices where count > 1 {
      if count > most { search = DepositSearch(cheques, choosing: count) }
      guard let found = search.likeliest(count, summing: target) else { continue }
      return Chosen(documents: found.documents, share: 0.9 * found.share)
    }
    return nil
  }

  /// Whether the three largest of some invoices come to a sum.
  private func isReached(_ sum: Int64, by invoices: [Int32]) -> Bool {
    var largest: (Int64, Int64, Int64) = (0, 0, 0)
    for place in invoices {
      let open = index.items[Int(place)].open
      if open > largest.0 {
        largest = (open, largest.0, largest.1)
      } else if open > largest.1 {
        largest = (largest.0, open, largest.1)
      } else {
        largest.2 = max(largest.2, open)
      }
    }
    return largest.0 + largest.1 + largest.2 >= sum
  }

  /// Some invoices in order of amount, with how likely each is in the payment.
  private func cheques(of invoices: [Int32]) -> [DepositSearch.Cheque] {
    let odds = odds(of: invoices, in: .few)
    // Amounts are below a thousand billion units: amount and rank are sorted as one number.
    var keys = invoices.indices.prefix(1 << 16).map {
      index.items[Int(invoices[$0])].open << 16 | Int64($0)
    }
    keys.sort()
    return keys.map {
      let rank = Int($0 & 0xFFFF)
      return DepositSearch.Cheque(document: invoices[rank], cents: $0 >> 16, weight: odds[rank])
    }
  }

  /// All that was due up to some day, of the documents given, but for a few; less a credit note if
  /// need be. So a payer settles what its books hold as due.
  func upToCutoff(_ places: [Int32], summing target: Int64) -> Chosen? {
    let invoices = places.filter { index.items[Int($0)].open > 0 }
    guard invoices.count <= CashRun.longestCutoff else { return nil }
    let byDue = inOrderOfDue(invoices)
    let search = CutoffSearch(byDue.map { index.items[Int($0)].open })
    let credits = places.filter { index.items[Int($0)].open < 0 }.suffix(6)
    var (best, bestWeight, all): ([Int32], Double, Double) = ([], 0, 0)
    for credit in [nil] + credits.map({ Optional($0) }) {
      let deducted = credit.map { index.items[Int($0)].open } ?? 0
      guard let run = search.find(summing: target - deducted) else { continue }
      let weight = [1, 0.2, 0.04][run.gaps] * (credit == nil ? 1 : 0.3)
      all += weight * Double(run.ways)
      guard weight > bestWeight else { continue }
      bestWeight = weight
      best = run.chosen.map { byDue[$0] } + (credit.map { [$0] } ?? [])
    }
    guard bestWeight > 0 else { return nil }
    return Chosen(documents: best.sorted(), share: 0.95 * bestWeight / (all + 0.002))
  }

  /// The longest list of which a run up to some day is looked for.
  private static let longestCutoff = 120

  /// The places of the highest odds, in order. The odds of documents in order of issue mostly rise
  /// and fall once: looked through from the highest on, those that come later are mostly too low.
  private func likeliest(_ odds: [Double]) -> [Int] {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: SumSearch.most) { best in
      odds.withUnsafeBufferPointer { odds in
        var peak = 0
        for place in odds.indices where odds[place] > odds[peak] { peak = place }
        var count = 0
        for place in peak..<odds.count { count = rank(place, by: odds, into: best, count) }
        for place in (0..<peak).reversed() { count = rank(place, by: odds, into: best, count) }
        return best[..<count].sorted()
      }
    }
  }

  /// Takes a place among the best ones, if it is one; of equal odds the first places are. Gives how
  /// many there are.
  @inline(__always) private func rank(
    _ place: Int, by odds: UnsafeBufferPointer<Double>, into best: UnsafeMutableBufferPointer<Int>,
    _ count: Int
  ) -> Int {
    let own = odds[place]
    if count == best.count {
      let last = best[count - 1]
      if own < odds[last] || own == odds[last] && place > last { return count }
    }
    var rank = min(count, best.count - 1)
    while rank > 0 {
      let other = best[rank - 1]
      if odds[other] > own || odds[other] == own && other < place { break }
      best[rank] = other
      rank -= 1
    }
    best[rank] = place
    return min(count + 1, best.count)
  }

  /// Neighbours in order of issue or of due date that sum exactly, all or all but one, where chance
  /// would hardly give such a run.
  private func run(
    of places: [Int32], summing target: Int64, counting invoices: Int
  ) -> Chosen? {
    guard places.count > CashRun.fewest, places.count <= CashRun.longestRun,
      Int64(places.count) * 2_000 < target
    else { return nil }
    let byDue = inOrderOfDue(places)
    for (order, isWhole) in [(places, true), (byDue, true), (byDue, false)] {
      let amounts = order.map { index.items[Int($0)].open }
      let run =
        isWhole
        ? SumSearch.neighbours(amounts, summing: target)
        : SumSearch.neighboursButOne(amounts, summing: target)
      guard let run, invoices == 0 || run.count == invoices else { continue }
      let documents = run.map { order[$0] }.sorted()
      let isUsual = isWhole && !documents.contains { isStrange($0) }
      return Chosen(documents: documents, share: isUsual ? 0.99 : 0.9)
    }
    return nil
  }

  /// Of so few documents all sets are weighed: neighbours have no claim before them.
  private static let fewest = 6
  /// The most documents among which a run is looked for.
  private static let longestRun = 400

  /// How likely the payer who pays on this day pays each of these documents with it.
  private func odds(of places: [Int32], in company: Company) -> [Double] {
    var atHand = HabitAtHand()
    return places.map { place in
      let item = index.items[Int(place)]
      // A credit note is deducted as soon as it is there.
      if item.open < 0 { return 0.3 }
      let delay = evidence.line.day - item.due
      let habit = atHand.habit(of: item.customer, in: habits)
      let chance = 8 * habit.likelihood(of: delay)
      if company == .few { return min(0.4, 0.002 + chance) }
      return min(20, chance / max(0.02, habit.patience(of: delay)))
    }
  }
}
