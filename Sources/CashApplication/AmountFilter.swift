/// Tells at once of most amounts that they are not among some: a bit for each, found by its hash.
struct AmountFilter {
  private var bits: [UInt64]
  private let shift: UInt64

  init(_ amounts: [Int64]) {
    // Some thirty bits an amount: of thirty that are not there one is looked for in vain.
    var width = 6
    while width < 18, 1 << width < amounts.count * 32 { width += 1 }
    bits = Array(repeating: 0, count: 1 << (width - 6))
    shift = UInt64(64 - width)
    for amount in amounts {
      let bit = AmountFilter.hash(amount) &>> shift
      bits[Int(bit &>> 6)] |= 1 &<< (bit & 63)
    }
  }

  /// Sums and differences of amounts have the sums and differences of their hashes.
  @inline(__always) private static func hash(_ amount: Int64) -> UInt64 {
    UInt64(bitPattern: amount) &* 0x9e37_79b9_7f4a_7c15
  }

  /// Whether an amount may be among them.
  func mayHave(_ amount: Int64) -> Bool {
    let bit = AmountFilter.hash(amount) &>> shift
    return bits[Int(bit &>> 6)] &>> (bit & 63) & 1 == 1
  }

  /// The first of some amounts, given in order, from a place on to which another one at least as
  /// large may make up the target; the end when there is none.
  func firstPartner(from start: Int, of amounts: [Int64], to target: Int64) -> Int {
    let end = amounts.count
    return firstPartner(in: start..<max(start, end), of: amounts, to: target) ?? end
  }

  private func firstPartner(
    in range: Range<Int>, of amounts: [Int64], to target: Int64
  ) -> Int? {
    bits.withUnsafeBufferPointer { bits in
      amounts.withUnsafeBufferPointer { amounts in
        for place in range {
          let rest = target &- amounts[place]
          if rest < amounts[place] { return nil }
          let bit = AmountFilter.hash(rest) &>> shift
          if bits[Int(bit &>> 6)] &>> (bit & 63) & 1 == 1 { return place }
        }
        return nil
      }
    }
  }
}
