import Ledger
import Quantities

/// Lines of which no payer is known, and whose amount no document has: two or three documents of
/// one customer may sum to it.
extension CashRun {
  /// Two or three documents of one customer that a line may have paid.
  private struct Sum {
    let line: Int32
    let documents: [Int32]
    let weight: Double
  }

  /// Proposes the likeliest sum of each line that is left.
  mutating func settleStraySums(_ lines: [Int32]) {
    var targets = KeyTable()
    for line in lines where isWaiting[Int(line)] {
      look(at: line)
      let isMeant = evidence.payers.isEmpty && evidence.named.isEmpty && !evidence.line.isNoise
      guard isMeant, evidence.line.cents > 0, evidence.line.operation != .cheque else { continue }
      targets.insert(line, for: UInt64(bitPattern: evidence.line.cents))
    }
    var found: [Sum] = []
    for customer in index.customers.indices {
      findSums(of: Int32(customer), for: targets, into: &found)
    }
    // The lines in order; of one line the likeliest first.
    found.sort { ($0.line, $1.weight, $0.documents[0]) < ($1.line, $0.weight, $1.documents[0]) }
    var rest = found[...]
    while let best = rest.first {
      let ofLine = rest.prefix { $0.line == best.line }
      rest = rest.dropFirst(ofLine.count)
      propose(best, outOf: ofLine.reduce(0) { $0 + $1.weight })
    }
  }

  /// The most open documents of a customer among which three are looked for, and two.
  private static let fewOpen = (three: 24, two: 200)

  private func findSums(of customer: Int32, for targets: KeyTable, into found: inout [Sum]) {
    let open = index.documents(of: customer).filter { index.items[$0].open != 0 }
    guard open.count >= 2, open.count <= CashRun.fewOpen.two else { return }
    for first in open.indices {
      for second in (first + 1)..<max(first + 1, open.count) {
        let sum = index.items[open[first]].open + index.items[open[second]].open
        if targets.has(sum) { find([open[first], open[second]], for: targets, into: &found) }
        guard open.count <= CashRun.fewOpen.three else { continue }
        for third in open[(second + 1)...] where targets.has(sum + index.items[third].open) {
          find([open[first], open[second], third], for: targets, into: &found)
        }
      }
    }
  }

  private func find(_ places: [Int], for targets: KeyTable, into found: inout [Sum]) {
    let documents = places.map { Int32($0) }
    var entry = targets.first(UInt64(bitPattern: open(documents)))
    while entry >= 0 {
      let line = targets.value(entry)
      entry = targets.next(entry)
      let weight = documents.reduce(1.0) { $0 * likelihood(of: $1, on: line) }
      if weight > 0 { found.append(Sum(line: line, documents: documents, weight: weight)) }
    }
  }

  /// How likely a line pays a document, by its day and kind; a credit note is deducted at any time.
  private func likelihood(of document: Int32, on place: Int32) -> Double {
    let (item, line) = (index.items[Int(document)], waiting.lines[Int(place)])
    guard item.isOpen(on: line.day) else { return 0 }
    if item.open < 0 { return 0.01 }
    return habits.likelihood(of: line.day - item.due, for: item.customer)
      * habits.share(of: line.operation, by: item.customer)
  }

  private mutating func propose(_ sum: Sum, outOf all: Double) {
    look(at: sum.line)
    guard sum.documents.allSatisfy({ index.items[Int($0)].isOpen(on: evidence.line.day) }),
      open(sum.documents) == evidence.line.cents
    else { return }
    let share = sum.weight / (all + 1e-7)
    var reasons: [Reason] = [.sum(sum.documents.count)]
    let credits = sum.documents.count { index.items[Int($0)].open < 0 }
    if credits > 0 { reasons.append(.creditNotes(credits)) }
    reasons.append(share > 0.9 ? .onlyCandidate : .ambiguous)
    book(Explanation(parts: whole(sum.documents), score: Int(share * 955), reasons: reasons))
  }
}

extension KeyTable {
  /// Whether anything is kept for an amount.
  fileprivate func has(_ amount: Int64) -> Bool { first(UInt64(bitPattern: amount)) >= 0 }
}
