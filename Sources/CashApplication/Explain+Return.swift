import Ledger
import Quantities

/// What comes back unpaid.
extension CashRun {
  /// A direct debit or cheque that comes back re-opens the document it had paid.
  mutating func comeBack() -> Explanation? {
    guard evidence.line.isReturn else { return nil }
    let owed = -evidence.line.cents
    let named = waiting.named[evidence.line.named.range]
    let paid = named.filter { wasPaid($0, at: owed) }
    guard let document = paid.first, paid.count == 1 else { return nil }
    let item = index.items[Int(document)]
    let isWhole = item.total - item.open == owed
    let isTheirs = evidence.payers.isEmpty || evidence.payers.contains(item.customer)
    return Explanation(
      parts: [.init(place: document, cents: -owed)], score: isWhole && isTheirs ? 995 : 800,
      reasons: [.returned(number(document)), isWhole ? .exactAmount : .ambiguous])
  }

  private func wasPaid(_ document: Int32, at least: Int64) -> Bool {
    let item = index.items[Int(document)]
    return item.total > 0 && item.total - item.open >= least && item.issue <= evidence.line.day
  }
}
