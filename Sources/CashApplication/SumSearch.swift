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
  static let most = 20

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
  /// bits which they are. Sums are ordered as such.
  private typealias Sum = Int64

  /// Half of the most candidates.
  private static let setBits: Int64 = 10
  private static let setMask: Int64 = 1 << setBits - 1

  /// Of all sets that sum to the target, the likeliest: the sums of one half of the candidates meet
  /// those of the other half, one rising and one falling.
  func likeliest() -> Answer? {
    let half = candidates.count / 2
    let (rising, falling) = (sums(of: 0..<half), sums(of: half..<candidates.count))
    var (risingOdds, fallingOdds): ([Double], [Double]) = ([], [])
    var (best, odds, all) = (0, 0.0, 0.0)
    var low = 0
    for high in falling.reversed() {
      let left = target - high >> SumSearch.setBits
      while low < rising.count, rising[low] >> SumSearch.setBits < left { low += 1 }
      var place = low
      while place < rising.count, rising[place] >> SumSearch.setBits == left {
        let sets = (Int(rising[place] & SumSearch.setMask), Int(high & SumSearch.setMask))
        let mask = sets.0 | sets.1 << half
        place += 1
        guard isCounted(mask) else { continue }
        if risingOdds.isEmpty {
          (risingOdds, fallingOdds) = (
            oddsOfSets(of: 0..<half), oddsOfSets(of: half..<candidates.count)
          )
        }
        let weight = risingOdds[sets.0] * fallingOdds[sets.1] * likelihoodOfGaps(mask)
        all += weight
        if weight > odds { (best, odds) = (mask, weight) }
      }
    }
    guard best != 0 else { return nil }
    return Answer(
      chosen: candidates.indices.filter { best >> $0 & 1 == 1 },
      share: odds / (all + weightOfChance))
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

  /// The sums of all sets of some candidates, in order: each candidate doubles them, and the sums
  /// with it are merged with those without. What the credit notes cannot bring down to the target
  /// any more is dropped.
  private func sums(of range: Range<Int>) -> [Sum] {
    let most = target + deductible
    var sums: [Sum] = [0]
    for place in range {
      let step = candidates[place].cents << SumSearch.setBits | 1 << Int64(place - range.lowerBound)
      sums = SumSearch.merged(sums, with: step, upTo: most << SumSearch.setBits | SumSearch.setMask)
    }
    return sums
  }

  private static func merged(_ sums: [Sum], with step: Int64, upTo most: Int64) -> [Sum] {
    [Sum](unsafeUninitializedCapacity: sums.count * 2) { merged, count in
      sums.withUnsafeBufferPointer { sums in
        let total = sums.count
        var (without, with) = (0, 0)
        while without < total, with < total {
          let (old, new) = (sums[without], sums[with] &+ step)
          let isNew = new < old
          merged[without + with] = isNew ? new : old
          with += isNew ? 1 : 0
          without += isNew ? 0 : 1
        }
        while without < total {
          merged[without + with] = sums[without]
          without += 1
        }
        while with < total {
          merged[without + with] = sums[with] &+ step
          with += 1
        }
        count = total * 2
        while count > 0, merged[count - 1] > most { count -= 1 }
      }
    }
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
