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
    let places = inOrderOfDue(small)
    let odds = self.odds(of: places, in: company)
    let near = places.count <= SumSearch.most ? Array(places.indices) : likeliest(odds)
    let amounts = places.map { index.items[Int($0)].open }
    guard near.reduce(0, { $0 + max(0, amounts[$1]) }) >= target else { return nil }
    let search = SumSearch(
      near.map { SumSearch.Candidate(cents: amounts[$0], odds: odds[$0]) }, summing: target,
      counting: invoices)
    guard let answer = search.likeliest() else { return nil }
    return Chosen(
      documents: answer.chosen.map { places[near[$0]] }.sorted(),
      share: near.count == places.count ? answer.share : answer.share * 0.95)
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
    let cheques = cheques(of: places)
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

  /// The invoices among some documents, in order of amount, with how likely each is in the payment.
  private func cheques(of places: [Int32]) -> [DepositSearch.Cheque] {
    let invoices = places.filter { index.items[Int($0)].open > 0 }
    var cheques = zip(invoices, odds(of: invoices, in: .few)).map {
      DepositSearch.Cheque(document: $0, cents: index.items[Int($0)].open, weight: $1)
    }
    cheques.sort { ($0.cents, $0.document) < ($1.cents, $1.document) }
    return cheques
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

  /// The places of the highest odds, in order.
  private func likeliest(_ odds: [Double]) -> [Int] {
    // Odds and place in one number: the highest odds have the lowest numbers. The lowest so far are
    // kept in order.
    var lowest: [UInt64] = []
    lowest.reserveCapacity(SumSearch.most + 1)
    for place in odds.indices {
      let isFull = lowest.count == SumSearch.most
      // What is no likelier than the last of them need not be divided.
      if isFull, odds[place] <= odds[Int(lowest[SumSearch.most - 1] & 0xFFFF_FFFF)] { continue }
      let key = UInt64(min(1_000_000 / odds[place], 4e9)) << 32 | UInt64(place)
      if isFull {
        if key > lowest[SumSearch.most - 1] { continue }
        lowest.removeLast()
      }
      var rank = lowest.count
      while rank > 0, lowest[rank - 1] > key { rank -= 1 }
      lowest.insert(key, at: rank)
    }
    return lowest.map { Int($0 & 0xFFFF_FFFF) }.sorted()
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
