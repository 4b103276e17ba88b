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
    let amounts = places.map { index.items[Int($0)].open }
    guard amounts.reduce(0, { $0 + max(0, $1) }) >= target else { return nil }
    if let run = run(of: places, summing: target, counting: invoices) { return run }
    let odds = places.map { self.odds(of: $0, in: company) }
    let near = places.count <= SumSearch.most ? Array(places.indices) : likeliest(odds)
    let search = SumSearch(
      near.map { SumSearch.Candidate(cents: amounts[$0], odds: odds[$0]) }, summing: target,
      counting: invoices)
    guard let answer = search.likeliest() else { return nil }
    return Chosen(
      documents: answer.chosen.map { places[near[$0]] },
      share: near.count == places.count ? answer.share : answer.share * 0.95)
  }

  /// The places of the highest odds, in order.
  private func likeliest(_ odds: [Double]) -> [Int] {
    // Odds and place in one number, sorted as such: the highest odds have the lowest numbers.
    var keys = odds.indices.map { UInt64(1_000_000 / odds[$0]) << 32 | UInt64($0) }
    keys.sort()
    return keys.prefix(SumSearch.most).map { Int($0 & 0xFFFF_FFFF) }.sorted()
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
    guard company == .all else { return min(0.4, chance + 0.002) }
    return min(20, chance / max(0.02, habits.patience(of: delay, for: item.customer)))
  }
}
