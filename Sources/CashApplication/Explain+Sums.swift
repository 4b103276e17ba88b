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
    guard places.reduce(0, { $0 + max(0, index.items[Int($1)].open) }) >= target else {
      return nil
    }
    if let run = run(of: places, summing: target, counting: invoices) { return run }
    // What is larger than the line and all credit notes cannot be in the sum.
    let most = places.reduce(target) { $0 - min(0, index.items[Int($1)].open) }
    let places = inOrderOfDue(places.filter { index.items[Int($0)].open <= most })
    let amounts = places.map { index.items[Int($0)].open }
    guard amounts.reduce(0, { $0 + max(0, $1) }) >= target else { return nil }
    let odds = places.map { self.odds(of: $0, in: company) }
    let near = places.count <= SumSearch.most ? Array(places.indices) : likeliest(odds)
    guard near.reduce(0, { $0 + max(0, amounts[$1]) }) >= target else { return nil }
    let search = SumSearch(
      near.map { SumSearch.Candidate(cents: amounts[$0], odds: odds[$0]) }, summing: target,
      counting: invoices)
    guard let answer = search.likeliest() else { return nil }
    return Chosen(
      documents: answer.chosen.map { places[near[$0]] }.sorted(),
      share: near.count == places.count ? answer.share : answer.share * 0.95)
  }

  /// Where the documents that the habit speaks for most do not sum: a payment run, or two or three
  /// of them all.
  func unlikely(_ places: [Int32], summing target: Int64, counting invoices: Int) -> Chosen? {
    guard evidence.isThorough else { return nil }
    if invoices == 0, let run = upToCutoff(places, summing: target) { return run }
    guard invoices <= 3 else { return nil }
    let cheques = cheques(of: places)
    for count in invoices == 0 ? 2...3 : invoices...invoices where count > 1 {
      var search = DepositSearch(cheques, choosing: count)
      guard let found = search.likeliest(summing: target) else { continue }
      return Chosen(documents: found.documents, share: 0.9 * found.share)
    }
    return nil
  }

  /// The invoices among some documents, in order of amount, with how likely each is in the payment.
  private func cheques(of places: [Int32]) -> [DepositSearch.Cheque] {
    var cheques: [DepositSearch.Cheque] = []
    for place in places where index.items[Int(place)].open > 0 {
      cheques.append(
        DepositSearch.Cheque(
          document: place, cents: index.items[Int(place)].open, weight: odds(of: place, in: .few)))
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
      let key = UInt64(1_000_000 / odds[place]) << 32 | UInt64(place)
      if lowest.count == SumSearch.most {
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

  /// How likely the payer who pays on this day pays this document with it.
  private func odds(of place: Int32, in company: Company) -> Double {
    let item = index.items[Int(place)]
    // A credit note is deducted as soon as it is there.
    if item.open < 0 { return 0.3 }
    let delay = evidence.line.day - item.due
    let chance = 8 * habits.likelihood(of: delay, for: item.customer)
    let patience = max(0.02, habits.patience(of: delay, for: item.customer))
    return company == .all ? min(20, chance / patience) : min(0.4, 0.002 + chance)
  }
}
