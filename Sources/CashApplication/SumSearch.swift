/// Looks for the open documents that sum exactly to a payment.
struct SumSearch {
  /// A set of documents, by their place in the list searched, and whether it is the only one.
  struct Answer {
    let chosen: [Int]
    let isOnly: Bool
    /// How many such sets chance alone would give, in thousandths.
    let chanceInThousandths: Int64
  }

  /// Neighbours in the list, two or more, that sum to the target: what a payment run settles.
  static func neighbours(_ amounts: [Int64], summing target: Int64) -> Answer? {
    var found: Range<Int>?
    var isOnly = true
    var (low, sum) = (0, Int64(0))
    for high in amounts.indices {
      guard amounts[high] > 0 else {
        (low, sum) = (high + 1, 0)
        continue
      }
      sum += amounts[high]
      while sum > target, low < high {
        sum -= amounts[low]
        low += 1
      }
      if sum == target, high > low {
        if found != nil { isOnly = false }
        found = found ?? low..<(high + 1)
      }
    }
    guard let found else { return nil }
    // A document of the same amount just outside would do as well.
    let inside = Set(amounts[found])
    let hasTwin = amounts.indices.contains { !found.contains($0) && inside.contains(amounts[$0]) }
    return Answer(
      chosen: Array(found), isOnly: isOnly && !hasTwin,
      chanceInThousandths: chance(ofTries: Int64(amounts.count * 2), among: amounts))
  }

  /// Any set of at most 20 documents that sums to the target, negative ones included; with
  /// so many positive ones where the payer says how many (0: unsaid).
  static func anySet(
    _ amounts: [Int64], summing target: Int64, counting invoices: Int = 0
  ) -> Answer? {
    let positive = amounts.indices.reduce(0) { $0 | (amounts[$1] > 0 ? 1 << $1 : 0) }
    guard !amounts.isEmpty, amounts.count <= 20 else { return nil }
    let half = amounts.count / 2
    let low = sums(of: amounts[..<half])
    let high = sums(of: amounts[half...])
    let order = low.indices.sorted { low[$0] < low[$1] }
    var (mask, count) = (0, 0)
    for (highMask, sum) in high.enumerated() {
      var position = firstPlace(in: order, of: low, notBelow: target - sum)
      while position < order.count, low[order[position]] == target - sum, count < 2 {
        let found = order[position] | highMask << half
        if found != 0, invoices == 0 || (found & positive).nonzeroBitCount == invoices {
          if count == 0 || found.nonzeroBitCount < mask.nonzeroBitCount { mask = found }
          count += 1
        }
        position += 1
      }
      if count >= 2 { break }
    }
    guard count > 0 else { return nil }
    return Answer(
      chosen: amounts.indices.filter { mask >> $0 & 1 == 1 }, isOnly: count == 1,
      chanceInThousandths: chance(ofTries: 1 << Int64(amounts.count), among: amounts))
  }

  private static func firstPlace(in order: [Int], of sums: [Int64], notBelow value: Int64) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if sums[order[middle]] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func sums(of amounts: ArraySlice<Int64>) -> [Int64] {
    var sums: [Int64] = [0]
    sums.reserveCapacity(1 << amounts.count)
    for amount in amounts { sums += sums.map { $0 + amount } }
    return sums
  }

  /// Round amounts meet by chance more often: the lattice on which they lie is counted.
  private static func chance(ofTries tries: Int64, among amounts: [Int64]) -> Int64 {
    var step: Int64 = 10_000
    var spread: Int64 = 0
    for amount in amounts {
      step = greatestCommonDivisor(step, abs(amount))
      spread += abs(amount)
    }
    return tries * 1_000 / max(1, spread / max(1, step))
  }

  private static func greatestCommonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}
