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

  init(_ candidates: [Candidate], summing target: Int64, counting invoices: Int = 0) {
    precondition(candidates.count <= SumSearch.most, "too many sets")
    self.candidates = candidates
    self.target = target
    self.invoices = invoices
    positive = candidates.indices.reduce(0) { $0 | (candidates[$1].cents > 0 ? 1 << $1 : 0) }
  }

  /// One of all sets of some of the candidates.
  private struct Sum {
    let cents: Int64
    let odds: Double
    let mask: Int

    func adding(_ candidate: Candidate, at place: Int) -> Sum {
      Sum(cents: cents + candidate.cents, odds: odds * candidate.odds, mask: mask | 1 << place)
    }
  }

  /// Of all sets that sum to the target, the likeliest: the sums of one half of the candidates meet
  /// those of the other half, one rising and one falling.
  func likeliest() -> Answer? {
    let half = candidates.count / 2
    let (rising, falling) = (sums(of: 0..<half), sums(of: half..<candidates.count))
    var (best, odds, all) = (0, 0.0, 0.0)
    var low = 0
    for high in falling.reversed() {
      while low < rising.count, rising[low].cents + high.cents < target { low += 1 }
      var place = low
      while place < rising.count, rising[place].cents + high.cents == target {
        let mask = rising[place].mask | high.mask
        let weight = rising[place].odds * high.odds * likelihoodOfGaps(mask)
        place += 1
        guard isCounted(mask) else { continue }
        all += weight
        if weight > odds { (best, odds) = (mask, weight) }
      }
    }
    guard best != 0 else { return nil }
    return Answer(
      chosen: candidates.indices.filter { best >> $0 & 1 == 1 },
      share: odds / (all + weightOfChance))
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
  /// with it are merged with those without.
  private func sums(of range: Range<Int>) -> [Sum] {
    var sums = [Sum(cents: 0, odds: 1, mask: 0)]
    var merged: [Sum] = []
    for place in range {
      let candidate = candidates[place]
      merged.removeAll(keepingCapacity: true)
      merged.reserveCapacity(sums.count * 2)
      var next = 0
      for sum in sums {
        while next < sums.count, sums[next].cents + candidate.cents < sum.cents {
          merged.append(sums[next].adding(candidate, at: place))
          next += 1
        }
        merged.append(sum)
      }
      while next < sums.count {
        merged.append(sums[next].adding(candidate, at: place))
        next += 1
      }
      swap(&sums, &merged)
    }
    return sums
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
