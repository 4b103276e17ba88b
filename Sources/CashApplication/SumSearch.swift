/// Looks for the documents that sum exactly to a payment, by how likely each is to be in it.
struct SumSearch {
  /// A document that may be in the sum.
  struct Candidate {
    let cents: Int64
    /// How likely it is in the payment rather than out of it: 1 is even.
    let odds: Double
  }

  /// The likeliest set, by the places in the list searched.
  struct Answer {
    let chosen: [Int]
    /// How likely this is the set that was paid, beside the others found and beside chance.
    let share: Double
  }

  /// The most candidates that all sets are made of.
  static let most = 18

  private let candidates: [Candidate]
  private let target: Int64
  /// How many invoices the payer says there are; 0 when unsaid.
  private let invoices: Int
  private let positive: Int
  /// What all credit notes among the candidates come to.
  private let deductible: Int64

  init(_ candidates: [Candidate], summing target: Int64, counting invoices: Int = 0) {
    precondition(candidates.count <= SumSearch.most, "too many sets")
    self.candidates = candidates
    self.target = target
    self.invoices = invoices
    positive = candidates.indices.reduce(0) { $0 | (candidates[$1].cents > 0 ? 1 << $1 : 0) }
    deductible = candidates.reduce(0) { $0 - min(0, $1.cents) }
  }

  /// One of all sets of some of the candidates of one half: what they sum to, and in the lowest
  /// bits which they are.
  private typealias Sum = Int64

  /// Half of the most candidates.
  private static let setBits: Int64 = 9
  private static let setMask: Int64 = 1 << setBits - 1

  /// Of all sets that sum to the target, the likeliest: the sums of one half of the candidates are
  /// looked up among those of the other half.
  func likeliest() -> Answer? {
    withUnsafeTemporaryAllocation(of: Sum.self, capacity: 2 << Int(SumSearch.setBits)) { sums in
      let half = candidates.count / 2
      let room = 1 << Int(SumSearch.setBits)
      let first = UnsafeMutableBufferPointer(rebasing: sums[..<room])
      let second = UnsafeMutableBufferPointer(rebasing: sums[room...])
      let counts = (fill(first, of: 0..<half), fill(second, of: half..<candidates.count))
      return likeliest(
        UnsafeMutableBufferPointer(rebasing: first[..<counts.0]),
        UnsafeMutableBufferPointer(rebasing: second[..<counts.1]))
    }
  }

  private func likeliest(
    _ first: UnsafeMutableBufferPointer<Sum>, _ second: UnsafeMutableBufferPointer<Sum>
  ) -> Answer? {
    let half = candidates.count / 2
    var (firstOdds, secondOdds): ([Double], [Double]) = ([], [])
    var (best, odds, all) = (0, 0.0, 0.0)
    SumSearch.meetings(of: first, with: second, summing: target) { sets in
      let mask = sets.0 | sets.1 << half
      guard isCounted(mask) else { return }
      if firstOdds.isEmpty {
        firstOdds = oddsOfSets(of: 0..<half)
        secondOdds = oddsOfSets(of: half..<candidates.count)
      }
      let weight = firstOdds[sets.0] * secondOdds[sets.1] * likelihoodOfGaps(mask)
      all += weight
      if weight > odds || weight == odds && mask < best { (best, odds) = (mask, weight) }
    }
    guard best != 0 else { return nil }
    return Answer(
      chosen: candidates.indices.filter { best >> $0 & 1 == 1 },
      share: odds / (all + weightOfChance))
  }

  /// Each pair of sets of the two halves that together sum to the target.
  private static func meetings(
    of first: UnsafeMutableBufferPointer<Sum>, with second: UnsafeMutableBufferPointer<Sum>,
    summing target: Int64, _ meet: ((Int, Int)) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Int16.self, capacity: slots + 1 << Int(setBits)) { links in
      let heads = UnsafeMutableBufferPointer(rebasing: links[..<slots])
      let following = UnsafeMutableBufferPointer(rebasing: links[slots...])
      heads.initialize(repeating: -1)
      for place in first.indices {
        let slot = slot(of: first[place] >> setBits)
        following[place] = heads[slot]
        heads[slot] = Int16(truncatingIfNeeded: place)
      }
      for sum in second {
        let left = target &- sum >> setBits
        var place = heads[slot(of: left)]
        while place >= 0 {
          let other = first[Int(place)]
          if other >> setBits == left { meet((Int(other & setMask), Int(sum & setMask))) }
          place = following[Int(place)]
        }
      }
    }
  }

  /// Twice as many as there are sums of one half.
  private static let slots = 2 << Int(setBits)

  @inline(__always) private static func slot(of sum: Int64) -> Int {
    Int((UInt64(bitPattern: sum) &* 0x9e37_79b9_7f4a_7c15) >> (63 - UInt64(setBits)))
  }

  /// Fills in the sums of all sets of some candidates: each candidate doubles them. What the credit
  /// notes cannot bring down to the target any more is dropped. Gives how many there are.
  private func fill(_ sums: UnsafeMutableBufferPointer<Sum>, of range: Range<Int>) -> Int {
    let most = (target + deductible) << SumSearch.setBits | SumSearch.setMask
    sums[0] = 0
    var count = 1
    for place in range {
      let step = candidates[place].cents << SumSearch.setBits | 1 << Int64(place - range.lowerBound)
      let before = count
      for old in 0..<before {
        let sum = sums[old] &+ step
        sums[count] = sum
        count += sum <= most ? 1 : 0
      }
    }
    return count
  }

  /// How likely all of each set of some candidates are in the payment.
  private func oddsOfSets(of range: Range<Int>) -> [Double] {
    var odds = [1.0]
    odds.reserveCapacity(1 << range.count)
    for place in range {
      for set in odds.indices { odds.append(odds[set] * candidates[place].odds) }
    }
    return odds
  }

  /// Who pays several invoices pays those that are due: each one left out between them makes the
  /// set half as likely.
  private func likelihoodOfGaps(_ mask: Int) -> Double {
    let paid = mask & positive
    guard paid != 0 else { return 1 }
    let between =
      positive & (Int.max >> (paid.leadingZeroBitCount - 1))
      & (Int.max << paid.trailingZeroBitCount)
    let gaps = between.nonzeroBitCount - paid.nonzeroBitCount
    return SumSearch.gapLikelihoods[min(gaps, 4)]
  }

  private static let gapLikelihoods = [1, 0.35, 0.2, 0.12, 0.08]

  private func isCounted(_ mask: Int) -> Bool {
    mask != 0 && (invoices == 0 || (mask & positive).nonzeroBitCount == invoices)
  }

  /// What a payment that is no sum of these weighs beside the sets: one in four is none, and then
  /// its amount is any on the lattice on which these lie. Round amounts meet by chance more often.
  private var weightOfChance: Double {
    let step = candidates.reduce(Int64(10_000)) { greatestCommonDivisor($0, abs($1.cents)) }
    let allSets = candidates.reduce(1.0) { $0 * (1 + $1.odds) }
    return allSets * 0.25 * Double(step) / Double(max(step, abs(target)))
  }
}

private func greatestCommonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
  var (left, right) = (left, right)
  while right != 0 { (left, right) = (right, left % right) }
  return left
}
