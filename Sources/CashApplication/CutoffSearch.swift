/// Looks for what a payment run settles: all that was due up to some day, but for a few.
struct CutoffSearch {
  struct Answer {
    let chosen: [Int]
    /// How many were left out.
    let gaps: Int
    /// In how many ways so few can be left out.
    let ways: Int
  }

  /// In order of due date.
  private let amounts: [Int64]
  private let total: Int64
  private let twoLargest: Int64
  private var places = KeyTable()

  init(_ amounts: [Int64]) {
    self.amounts = amounts
    total = amounts.reduce(0, +)
    var largest: (first: Int64, second: Int64) = (0, 0)
    for amount in amounts {
      largest =
        amount > largest.first
        ? (amount, largest.first) : (largest.first, max(largest.second, amount))
    }
    twoLargest = largest.first + largest.second
    for (place, amount) in amounts.enumerated() {
      places.insert(Int32(place), for: UInt64(bitPattern: amount))
    }
  }

  /// All up to one of them that sum to the target, with the fewest left out: none, one or two. Nil
  /// when that cannot be.
  func find(summing target: Int64) -> Answer? {
    guard target > 0, total >= target else { return nil }
    for gaps in 0...2 {
      var (sum, ways): (Int64, Int) = (0, 0)
      var best: [Int] = []
      for last in amounts.indices {
        sum += amounts[last]
        if sum < target { continue }
        if sum - target > twoLargest { break }
        // The last one is not left out: the run would be shorter.
        for left in leavingOut(gaps, summing: sum - target, before: last) {
          if ways == 0 { best = (0...last).filter { !left.contains($0) } }
          ways += 1
        }
      }
      if ways > 0 { return best.count < 2 ? nil : Answer(chosen: best, gaps: gaps, ways: ways) }
    }
    return nil
  }

  /// So many of those before one of the list that sum to the excess, in each way.
  private func leavingOut(_ gaps: Int, summing excess: Int64, before end: Int) -> [[Int]] {
    if gaps == 0 { return excess == 0 ? [[]] : [] }
    guard excess > 0 else { return [] }
    if gaps == 1 { return each(of: excess, in: 0..<end).map { [$0] } }
    var found: [[Int]] = []
    for one in 0..<end where amounts[one] < excess {
      for other in each(of: excess - amounts[one], in: (one + 1)..<end) {
        found.append([one, other])
      }
    }
    return found
  }

  private func each(of amount: Int64, in range: Range<Int>) -> [Int] {
    var entry = places.first(UInt64(bitPattern: amount))
    var found: [Int] = []
    while entry >= 0 {
      let place = Int(places.value(entry))
      if range.contains(place) { found.append(place) }
      entry = places.next(entry)
    }
    return found
  }
}
