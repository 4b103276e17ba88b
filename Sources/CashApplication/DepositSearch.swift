/// Looks for so many documents that sum to a deposit, and weighs all sets that do.
struct DepositSearch {
  struct Cheque {
    let document: Int32
    let cents: Int64
    /// How likely its customer pays it on the day.
    var weight: Double
  }

  /// In order of amount; of one amount the likeliest first.
  private var cheques: [Cheque]
  /// Any document of an amount will do as well: sets are looked for among the amounts, each once,
  /// with where its documents begin.
  private var amounts: [Int64] = []
  private var firsts: [Int] = []
  /// What all choices of none, one, two … documents of each amount weigh together.
  private var choices: [Double] = []
  private let filter: AmountFilter
  /// The most that are chosen of one amount.
  private let most: Int

  /// The amounts of the set at hand, each with how often it is in it.
  private var chosen: [(amount: Int, times: Int)] = []
  private var best: [(amount: Int, times: Int)] = []
  private var bestWeight = 0.0
  private var allWeights = 0.0

  /// Among how many documents so many are looked for.
  static let mostSearched = [0, 0, 4_000, 400, 80]

  /// Searches sets of up to so many of some documents, which are given in order of amount.
  init(_ cheques: [Cheque], choosing most: Int) {
    let limit = DepositSearch.mostSearched[most]
    self.cheques = cheques.count > limit ? DepositSearch.likeliest(limit, of: cheques) : cheques
    self.most = most
    for place in self.cheques.indices where self.cheques[place].cents != amounts.last {
      amounts.append(self.cheques[place].cents)
      firsts.append(place)
    }
    firsts.append(self.cheques.count)
    filter = AmountFilter(amounts)
    choices.reserveCapacity(amounts.count * (most + 1))
    for amount in amounts.indices { weighChoices(of: amount) }
  }

  private mutating func weighChoices(of amount: Int) {
    let range = firsts[amount]..<firsts[amount + 1]
    if range.count > 1 {
      cheques[range].sort { ($1.weight, $0.document) < ($0.weight, $1.document) }
    }
    let start = choices.count
    choices.append(1)
    choices.append(cheques[range.lowerBound].weight)
    for _ in 1..<most { choices.append(0) }
    for place in range.dropFirst() {
      for size in stride(from: most, to: 0, by: -1) {
        choices[start + size] += choices[start + size - 1] * cheques[place].weight
      }
    }
  }

  static func likeliest(_ count: Int, of cheques: [Cheque]) -> [Cheque] {
    let least = leastWeight(ofLikeliest: count, of: cheques)
    // Of those that are as likely as the last one the first documents are taken.
    let equal = cheques.lazy.filter { $0.weight == least }.map(\.document).sorted()
    let others = cheques.count { $0.weight > least }
    let last = equal[count - others - 1]
    return cheques.filter { $0.weight > least || $0.weight == least && $0.document <= last }
  }

  /// How likely the last of so many of the likeliest is: all are parted around one of them, and so
  /// again the part in which the last one is.
  private static func leastWeight(ofLikeliest count: Int, of cheques: [Cheque]) -> Double {
    var weights = cheques.map(\.weight)
    var (first, last) = (0, weights.count - 1)
    while first < last {
      let middle = weights[(first + last) / 2]
      var (low, high) = (first, last)
      while low <= high {
        while weights[low] > middle { low += 1 }
        while weights[high] < middle { high -= 1 }
        guard low <= high else { break }
        weights.swapAt(low, high)
        (low, high) = (low + 1, high - 1)
      }
      if count - 1 <= high {
        last = high
      } else if count - 1 >= low {
        first = low
      } else {
        return middle
      }
    }
    return weights[count - 1]
  }

  /// Of all sets of so many that sum to the target, the likeliest, with its share.
  mutating func likeliest(
    _ count: Int, summing target: Int64
  ) -> (documents: [Int32], share: Double)? {
    (bestWeight, allWeights) = (0, 0)
    search(count, summing: target, from: 0, weight: 1)
    guard bestWeight > 0 else { return nil }
    let chance = DepositSearch.weightOfAllSets(of: count, among: cheques) * 5 / Double(target)
    let documents = best.flatMap { amount, times in
      cheques[firsts[amount]..<(firsts[amount] + times)].map(\.document)
    }
    return (documents.sorted(), bestWeight / (allWeights + chance))
  }

  /// Looks for so many of the amounts from one on.
  private mutating func search(
    _ count: Int, summing target: Int64, from start: Int, weight: Double
  ) {
    if count <= 2 { return searchFew(count, summing: target, from: start, weight: weight) }
    for amount in start..<amounts.count {
      let cents = amounts[amount]
      if cents * Int64(count) > target { return }
      for times in 1...min(count, firsts[amount + 1] - firsts[amount]) {
        chosen.append((amount, times))
        search(
          count - times, summing: target - cents * Int64(times), from: amount + 1,
          weight: weight * choice(of: times, amount))
        chosen.removeLast()
      }
    }
  }

  /// None, one or two that make up the rest.
  private mutating func searchFew(
    _ count: Int, summing target: Int64, from start: Int, weight: Double
  ) {
    if count == 0 {
      if target == 0 { take([], weight) }
    } else if count == 1 {
      if let amount = place(of: target, from: start) { take([(amount, 1)], weight) }
    } else {
      searchPairs(summing: target, from: start, weight: weight)
    }
  }

  /// For each amount up to half of the target, the one that makes up the rest.
  private mutating func searchPairs(summing target: Int64, from start: Int, weight: Double) {
    guard start < amounts.count, let largest = amounts.last, largest * 2 >= target else { return }
    var low = firstAmount(notBelow: target - largest, from: start)
    while true {
      low = filter.firstPartner(from: low, of: amounts, to: target)
      guard low < amounts.count else { return }
      if amounts[low] * 2 == target {
        if firsts[low + 1] - firsts[low] > 1 { take([(low, 2)], weight) }
      } else if let high = place(of: target - amounts[low], from: low + 1) {
        take([(low, 1), (high, 1)], weight)
      }
      low += 1
    }
  }

  private func place(of amount: Int64, from start: Int) -> Int? {
    guard filter.mayHave(amount) else { return nil }
    let place = firstAmount(notBelow: amount, from: start)
    return place < amounts.count && amounts[place] == amount ? place : nil
  }

  private func firstAmount(notBelow least: Int64, from start: Int) -> Int {
    var (low, high) = (start, amounts.count)
    while low < high {
      let middle = (low + high) / 2
      if amounts[middle] < least { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func choice(of times: Int, _ amount: Int) -> Double {
    choices[amount * (most + 1) + times]
  }

  /// Takes what was chosen with some more as one set, or as many as there are documents of its
  /// amounts.
  private mutating func take(_ more: [(amount: Int, times: Int)], _ weight: Double) {
    allWeights += more.reduce(weight) { $0 * choice(of: $1.times, $1.amount) }
    let set = chosen + more
    let likeliest = set.reduce(1.0) { weight, part in
      let first = firsts[part.amount]
      return cheques[first..<(first + part.times)].reduce(weight) { $0 * $1.weight }
    }
    guard likeliest > bestWeight else { return }
    bestWeight = likeliest
    best = set
  }

  /// The weights of all sets of so many documents together.
  static func weightOfAllSets(of count: Int, among cheques: [Cheque]) -> Double {
    var sums = [1.0] + Array(repeating: 0, count: count)
    for cheque in cheques {
      for size in stride(from: count, to: 0, by: -1) {
        sums[size] += sums[size - 1] * cheque.weight
      }
    }
    return sums[count]
  }
}
