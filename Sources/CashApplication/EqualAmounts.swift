/// Which of the documents of one amount each of several lines of that amount paid.
///
/// Each line may have paid one of the documents, each document may have been paid by one line, and
/// some lines and documents have another story. How likely each pair is by itself is given; how
/// likely it is beside all others is found by passing messages between lines and documents until
/// they agree (belief propagation on matchings): exact where the pairs form no ring, and very close
/// where they do.
struct EqualAmounts {
  /// A line and a document that it may have paid.
  struct Pair {
    let line: Int32
    let document: Int32
    /// How likely the pair is by itself.
    let weight: Double
    var toDocument = 1.0
    var toLine = 1.0

    /// How likely the pair is beside all others.
    var share: Double { strength / (1 + strength) }

    private var strength: Double { weight * toDocument * toLine }

    /// What its document tells: how much others want it. Whether the share hardly changes by that.
    @inline(__always) mutating func hear(_ sum: Double, _ isLeft: Double) -> Bool {
      let before = strength
      toLine = 1 / max(sum - weight * toDocument, isLeft)
      let after = strength
      // The difference of the two shares, without their divisions.
      return abs(after - before) < 0.001 * (1 + after) * (1 + before)
    }
  }

  private(set) var pairs: [Pair] = []
  /// Where the pairs of each line begin.
  private var firsts: [Int] = []
  /// How likely it is that each line pays none of them, and that each document is left.
  private var lineIsOther: [Double] = []
  private var documentIsLeft: [Double] = []
  private var documentSums: [Double] = []

  mutating func clear() {
    pairs.removeAll(keepingCapacity: true)
    firsts.removeAll(keepingCapacity: true)
    lineIsOther.removeAll(keepingCapacity: true)
    documentIsLeft.removeAll(keepingCapacity: true)
  }

  mutating func addLine(isOther: Double) {
    lineIsOther.append(isOther)
    firsts.append(pairs.count)
  }
  mutating func addDocument(isLeft: Double) { documentIsLeft.append(isLeft) }

  /// Adds what the line added last may have paid.
  mutating func addPair(document: Int, weight: Double) {
    let line = Int32(lineIsOther.count - 1)
    pairs.append(Pair(line: line, document: Int32(document), weight: weight))
  }

  /// How likely it is that one of these lines, which stand together, pays the document.
  func share(of document: Int32, among lines: Range<Int>) -> Double {
    let end = lines.upperBound < firsts.count ? firsts[lines.upperBound] : pairs.count
    return pairs[firsts[lines.lowerBound]..<end].reduce(0) {
      $0 + ($1.document == document ? $1.share : 0)
    }
  }

  /// Finds how likely each pair is beside all others.
  mutating func weigh() {
    firsts.append(pairs.count)
    for _ in 0..<30 where passMessages() { break }
    firsts.removeLast()
  }

  /// One round of messages; whether no pair's share changed by a thousandth in it.
  private mutating func passMessages() -> Bool {
    documentSums.removeAll(keepingCapacity: true)
    documentSums.append(contentsOf: documentIsLeft)
    return pairs.withUnsafeMutableBufferPointer { pairs in
      documentSums.withUnsafeMutableBufferPointer { documentSums in
        for line in lineIsOther.indices {
          let here = firsts[line]..<firsts[line + 1]
          EqualAmounts.tell(pairs, here, lineIsOther[line], &documentSums)
        }
        var isSettled = true
        for place in pairs.indices {
          let isLeft = documentIsLeft[Int(pairs[place].document)]
          let sum = documentSums[Int(pairs[place].document)]
          if !pairs[place].hear(sum, isLeft) { isSettled = false }
        }
        return isSettled
      }
    }
  }

  /// What one line tells its documents: how much it wants each beside the others.
  @inline(__always) private static func tell(
    _ pairs: UnsafeMutableBufferPointer<Pair>, _ here: Range<Int>, _ isOther: Double,
    _ documentSums: inout UnsafeMutableBufferPointer<Double>
  ) {
    var sum = isOther
    for place in here { sum += pairs[place].weight * pairs[place].toLine }
    for place in here {
      let others = sum - pairs[place].weight * pairs[place].toLine
      let message = 1 / max(others, isOther)
      pairs[place].toDocument = message
      documentSums[Int(pairs[place].document)] += pairs[place].weight * message
    }
  }

  /// The likeliest pairs in which no line and no document stands twice, the surest first. Of pairs
  /// that are as likely the first line takes the first document.
  func likeliest() -> [Pair] {
    var free = (
      lines: Array(repeating: true, count: lineIsOther.count),
      documents: Array(repeating: true, count: documentIsLeft.count)
    )
    return inOrder().filter { pair in
      guard free.lines[Int(pair.line)], free.documents[Int(pair.document)] else { return false }
      free.lines[Int(pair.line)] = false
      free.documents[Int(pair.document)] = false
      return true
    }
  }

  /// The pairs of the highest shares first, then by line and by document. Most have no share to
  /// speak of and stand in order as they are: only the others are sorted.
  private func inOrder() -> [Pair] {
    var (high, low): ([(key: UInt64, pair: Int)], [(key: UInt64, pair: Int)]) = ([], [])
    var isSorted = true
    for place in pairs.indices {
      let pair = pairs[place]
      let share = UInt64(pair.share * 1_000)
      let key =
        (1_000 - share) << 54 | UInt64(UInt32(bitPattern: pair.line)) << 27
        | UInt64(UInt32(bitPattern: pair.document))
      if share > 0 {
        high.append((key, place))
      } else {
        if let last = low.last, last.key > key { isSorted = false }
        low.append((key, place))
      }
    }
    if high.count > 1 { high.sort { $0.key < $1.key } }
    if !isSorted { low.sort { $0.key < $1.key } }
    return high.map { pairs[$0.pair] } + low.map { pairs[$0.pair] }
  }
}
