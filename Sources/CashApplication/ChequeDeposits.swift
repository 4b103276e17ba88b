import Ledger
import Quantities

/// Deposits of several cheques that the bank books as one amount, without saying whose they are.
extension CashRun {
  /// Proposes what deposits of several cheques paid, those of the fewest first: each that is found
  /// leaves fewer documents for the next.
  mutating func settleDeposits(_ lines: [Int32]) {
    let deposits = lines.filter {
      let line = waiting.lines[Int($0)]
      return isWaiting[Int($0)] && line.operation == .cheque && line.cents > 0
        && (2...CashRun.mostCheques).contains(Int(line.counted))
    }
    guard !deposits.isEmpty else { return }
    let documents = documentsOfChequePayers()
    let order = deposits.sorted {
      (waiting.lines[Int($0)].counted, $0) < (waiting.lines[Int($1)].counted, $1)
    }
    for deposit in order {
      look(at: deposit)
      if let answer = deposited(documents) { book(answer) }
    }
  }

  /// A deposit of more cheques may be made up in too many ways.
  private static let mostCheques = 20

  /// Customers who pay one bill in fifty by cheque, or less, are not looked at.
  private static let leastInclined = 0.02

  /// An invoice that may be paid by cheque, and how far its customer does so.
  private struct Expected {
    let document: Int32
    let due: Int32
    let cents: Int64
    let share: Double
  }

  /// Open invoices of customers who may pay by cheque, in order of amount.
  private func documentsOfChequePayers() -> [Expected] {
    var found: [Expected] = []
    for (place, item) in index.items.enumerated() where item.open > 0 {
      let share = habits.share(of: .cheque, by: item.customer)
      if share > CashRun.leastInclined {
        found.append(
          Expected(document: Int32(place), due: item.due, cents: item.open, share: share))
      }
    }
    return found.sorted { ($0.cents, $0.document) < ($1.cents, $1.document) }
  }

  /// Beyond so many days before or after the due date nobody looks for a stranger's invoice.
  static let longestWait: (before: Int32, after: Int32) = (45, 150)

  /// The documents that the cheques of the deposit in hand most likely paid, of those given in
  /// order of amount.
  private func deposited(_ documents: [Expected]) -> Explanation? {
    let line = evidence.line
    let count = Int(line.counted)
    let days = (line.day - CashRun.longestWait.after)...(line.day + CashRun.longestWait.before)
    var likely: [DepositSearch.Cheque] = []
    for expected in documents {
      if expected.cents >= line.cents { break }
      guard days.contains(expected.due) else { continue }
      let item = index.items[Int(expected.document)]
      guard item.open == expected.cents, item.isOpen(on: line.day) else { continue }
      let weight = habits.likelihood(of: line.day - item.due, for: item.customer) * expected.share
      likely.append(.init(document: expected.document, cents: expected.cents, weight: weight))
    }
    guard let answer = DepositSearch.likeliest(count, of: likely, summing: line.cents)
    else { return nil }
    return Explanation(
      parts: whole(answer.documents),
      score: min(Int(answer.share * 1_000), rules.appliedFrom - 1),
      reasons: [.sum(count), answer.share > 0.9 ? .onlyCandidate : .ambiguous])
  }
}
