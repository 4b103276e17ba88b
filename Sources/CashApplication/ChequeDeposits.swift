import Ledger
import Quantities

/// Deposits of several cheques that the bank books as one amount, without saying whose they are.
extension CashRun {
  /// Proposes what deposits of a few cheques paid, those of the fewest first: each that is found
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
  private static let mostCheques = 4
  /// Among how many invoices those of so many cheques are looked for.
  static let mostSearched = [0, 0, 4_000, 400, 80]

  /// Customers who pay one bill in fifty by cheque, or less, are not looked at.
  private static let leastInclined = 0.02

  /// Open invoices of customers who may pay by cheque, in order of due date.
  private func documentsOfChequePayers() -> [Int32] {
    var found: [Int32] = []
    for (place, item) in index.items.enumerated()
    where item.open > 0 && habits.share(of: .cheque, by: item.customer) > CashRun.leastInclined {
      found.append(Int32(place))
    }
    return inOrderOfDue(found)
  }

  /// Beyond so many days before or after the due date nobody looks for a cheque's invoice.
  private static let longestWait: (before: Int32, after: Int32) = (45, 150)

  /// The documents that the cheques of the deposit in hand most likely paid, of those given in
  /// order of due date.
  private func deposited(_ documents: [Int32]) -> Explanation? {
    let line = evidence.line
    let count = Int(line.counted)
    var place = firstDue(line.day - CashRun.longestWait.after, of: documents)
    var likely: [DepositSearch.Cheque] = []
    while place < documents.count {
      let item = index.items[Int(documents[place])]
      if item.due > line.day + CashRun.longestWait.before { break }
      if item.open < line.cents, item.isOpen(on: line.day) {
        let weight =
          habits.likelihood(of: line.day - item.due, for: item.customer)
          * habits.share(of: .cheque, by: item.customer)
        likely.append(.init(document: documents[place], cents: item.open, weight: weight))
      }
      place += 1
    }
    var search = DepositSearch(likely, most: CashRun.mostSearched[count])
    guard let answer = search.likeliest(count, summing: line.cents) else { return nil }
    return Explanation(
      parts: whole(answer.documents),
      score: min(Int(answer.share * 1_000), rules.appliedFrom - 1),
      reasons: [.sum(count), answer.share > 0.9 ? .onlyCandidate : .ambiguous])
  }

  /// The first of documents in order of due date that is due on a day or later.
  func firstDue(_ day: Int32, of documents: [Int32]) -> Int {
    var (low, high) = (0, documents.count)
    while low < high {
      let middle = (low + high) / 2
      if index.items[Int(documents[middle])].due < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Looks for so many documents that sum to a deposit.
struct DepositSearch {
  struct Cheque {
    let document: Int32
    let cents: Int64
    /// How likely its customer pays it on the day.
    let weight: Double
  }

  /// In order of amount.
  private let cheques: [Cheque]
  private var best: [Int32] = []
  private var bestWeight = 0.0
  private var allWeights = 0.0

  init(_ cheques: [Cheque], most: Int) {
    var likeliest = cheques
    if cheques.count > most {
      likeliest.sort { ($1.weight, $0.document) < ($0.weight, $1.document) }
      likeliest.removeSubrange(most...)
    }
    self.cheques = likeliest.sorted { ($0.cents, $0.document) < ($1.cents, $1.document) }
  }

  /// Of all sets of so many documents that sum to the target, the likeliest, with its share.
  mutating func likeliest(
    _ count: Int, summing target: Int64
  ) -> (documents: [Int32], share: Double)? {
    var chosen: [Int32] = []
    search(count, summing: target, from: 0, weight: 1, chosen: &chosen)
    guard bestWeight > 0 else { return nil }
    let chance = weightOfAllSets(of: count) * 5 / Double(target)
    return (best.sorted(), bestWeight / (allWeights + chance))
  }

  private mutating func search(
    _ count: Int, summing target: Int64, from start: Int, weight: Double, chosen: inout [Int32]
  ) {
    if count == 2 { return searchPairs(summing: target, from: start, weight: weight, chosen) }
    for place in start..<max(start, cheques.count - count + 1) {
      let cheque = cheques[place]
      if cheque.cents * Int64(count) > target { return }
      chosen.append(cheque.document)
      search(
        count - 1, summing: target - cheque.cents, from: place + 1, weight: weight * cheque.weight,
        chosen: &chosen)
      chosen.removeLast()
    }
  }

  /// From both ends of the amounts towards the middle.
  private mutating func searchPairs(
    summing target: Int64, from start: Int, weight: Double, _ chosen: [Int32]
  ) {
    var (low, high) = (start, cheques.count - 1)
    while low < high {
      let sum = cheques[low].cents + cheques[high].cents
      if sum < target {
        low += 1
      } else if sum > target {
        high -= 1
      } else {
        take(low, high, weight, chosen)
        // Others of the upper amount would do as well.
        var other = high - 1
        while other > low, cheques[other].cents == cheques[high].cents {
          take(low, other, weight, chosen)
          other -= 1
        }
        low += 1
      }
    }
  }

  private mutating func take(_ low: Int, _ high: Int, _ weight: Double, _ chosen: [Int32]) {
    let weight = weight * cheques[low].weight * cheques[high].weight
    allWeights += weight
    guard weight > bestWeight else { return }
    bestWeight = weight
    best = chosen + [cheques[low].document, cheques[high].document]
  }

  /// The weights of all sets of so many documents together.
  private func weightOfAllSets(of count: Int) -> Double {
    var sums = [1.0] + Array(repeating: 0, count: count)
    for cheque in cheques {
      for size in stride(from: count, to: 0, by: -1) {
        sums[size] += sums[size - 1] * cheque.weight
      }
    }
    return sums[count]
  }
}
