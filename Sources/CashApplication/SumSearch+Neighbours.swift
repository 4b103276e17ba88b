extension SumSearch {
  /// Neighbours in a list, two or more, that sum to the target: what a payment run settles. Nil
  /// when there are none, or several.
  static func neighbours(_ amounts: [Int64], summing target: Int64) -> [Int]? {
    var found: Range<Int>?
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
      guard sum == target, high > low else { continue }
      if found != nil { return nil }
      found = low..<(high + 1)
    }
    guard let found else { return nil }
    // A document of the same amount just outside would do as well.
    let inside = Set(amounts[found])
    let hasTwin = amounts.indices.contains { !found.contains($0) && inside.contains(amounts[$0]) }
    return hasTwin ? nil : Array(found)
  }

  /// Neighbours in a list, three or more, that sum to the target but for one of them that was left
  /// out. Nil when there are none, or several.
  static func neighboursButOne(_ amounts: [Int64], summing target: Int64) -> [Int]? {
    guard amounts.count <= mostForGaps else { return nil }
    let largest = amounts.max() ?? 0
    var found: [Int]?
    for low in amounts.indices {
      var sum: Int64 = 0
      for high in low..<amounts.count {
        sum += amounts[high]
        guard sum > target, sum - target <= largest, high > low + 2 else { continue }
        // The ends are not left out: the run would be shorter.
        for gap in (low + 1)..<high where amounts[gap] == sum - target {
          if found != nil { return nil }
          found = (low...high).filter { $0 != gap }
        }
      }
    }
    return found
  }

  /// The longest list in which a run with a gap is looked for.
  private static let mostForGaps = 48
}
