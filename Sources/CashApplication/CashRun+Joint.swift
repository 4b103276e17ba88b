import Ledger
import Quantities

/// Transfers that name documents of several customers: a factor, or a head office, pays for all.
extension CashRun {
  /// Books the lines whose documents are of several households and sum to the cent, before any
  /// household takes what they name.
  mutating func settleJointly() {
    household = households.count
    defer { household = 0 }
    let places = waiting.lines.indices.filter {
      let line = waiting.lines[$0]
      return line.named.count > 1 && isWaiting[$0] && !isKept[$0] && line.cents > 0
        && !line.isNoise && namesSeveral(line)
    }
    let order = places.sorted {
      let (left, right) = (waiting.lines[$0], waiting.lines[$1])
      return (left.day, left.id) < (right.day, right.id)
    }
    for place in order {
      look(at: Int32(place))
      if let answer = joint() { book(modest(answer)) }
    }
  }

  private func namesSeveral(_ line: WaitingLine) -> Bool {
    let homes = waiting.named[line.named.range].map {
      households.homes[Int(index.items[Int($0)].customer)]
    }
    return homes.contains { $0 != homes[0] }
  }

  private func joint() -> Explanation? {
    let named = Array(waiting.named[evidence.line.named.range])
    guard open(named) == evidence.line.cents,
      named.allSatisfy({ index.items[Int($0)].open != 0 })
    else { return nil }
    let isEarly = named.contains { index.items[Int($0)].openSince > evidence.line.day }
    let isKnown = evidence.payers.isEmpty || named.contains { isFromPayer($0) }
    var reasons = named.prefix(4).map { Reason.reference(number($0)) } + [.sum(named.count)]
    if !evidence.payers.isEmpty { reasons.append(.otherPayer) }
    return Explanation(
      parts: whole(named), score: isEarly ? 900 : isKnown ? 985 : 960, reasons: reasons)
  }

  /// Proposes what a line paid whose text tells several customers by name, as a deposit of their
  /// cheques: the documents of all of them that sum to it.
  mutating func proposeTold(_ place: Int32) {
    look(at: place)
    let told = Array(waiting.told[evidence.line.told.range])
    guard told.count > 1, evidence.line.cents > 0, !evidence.line.isNoise, evidence.named.isEmpty
    else { return }
    evidence.pool.removeAll(keepingCapacity: true)
    for customer in told {
      index.openItems(of: customer, on: evidence.line.day, into: &evidence.pool)
    }
    guard let sum = subset(evidence.pool, summing: evidence.line.cents), sum.documents.count > 1
    else { return }
    let owners = Set(sum.documents.map { index.items[Int($0)].customer })
    let isAll = told.allSatisfy { owners.contains($0) }
    book(
      Explanation(
        parts: whole(sum.documents), score: min(isAll ? 940 : 700, Int(sum.share * 1_000)),
        reasons: [
          .toldName, .sum(sum.documents.count), sum.share > 0.9 ? .onlyCandidate : .ambiguous,
        ]))
  }
}
