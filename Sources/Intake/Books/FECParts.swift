/// Cuts the rows of an entry into the smallest parts that balance.
///
/// Programs that number a whole month as one entry thus give an invoice or a payment a part.
enum FECParts {
  /// Where each part stands, in the order of the rows. Customers’ rows that cancel out are no
  /// part of their own: what moved the money may follow.
  static func cuts(_ rows: [FECRow]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var first = 0
    var sum: Int64 = 0
    var hasCounterpart = false
    for place in rows.indices {
      sum &+= rows[place].cents
      if rows[place].account != .customer { hasCounterpart = true }
      guard sum == 0, hasCounterpart else { continue }
      hasCounterpart = false
      parts.append(first..<place + 1)
      first = place + 1
    }
    if first < rows.count { parts.append(first..<rows.count) }
    return parts
  }

  /// The rows of each supporting document, when every one of them balances by itself; nil when
  /// they hang together.
  static func byPiece(_ rows: ArraySlice<FECRow>, _ piece: (FECRow) -> UInt64) -> [[FECRow]]? {
    var places: [UInt64: Int] = [:]
    var parts: [[FECRow]] = []
    for row in rows {
      let key = piece(row)
      if let place = places[key] {
        parts[place].append(row)
      } else {
        places[key] = parts.count
        parts.append([row])
      }
    }
    guard parts.count > 1, parts.allSatisfy({ $0.reduce(0) { $0 &+ $1.cents } == 0 }) else {
      return nil
    }
    return parts
  }
}
