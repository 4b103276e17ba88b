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
    var share: Double {
      let strength = weight * toDocument * toLine
      return strength / (1 + strength)
    }
  }

  private(set) var pairs: [Pair] = []
  /// Where the pairs of each line begin.
  private var firsts: [Int] = []
  /// How likely it is that each line pays none of them, and that each document is left.
  private var lineIsOther: [Double] = []
  private var documentIsLeft: [Double] = []
  private var lineSums: [Double] = []
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
    for _ in 0..<30 where passMessages() < 0.001 { break }
  }

  /// One round of messages; the largest change of a pair's share in it.
  private mutating func passMessages() -> Double {
    lineSums = lineIsOther
    for pair in pairs { lineSums[Int(pair.line)] += pair.weight * pair.toLine }
    for place in pairs.indices {
      let pair = pairs[place]
      let others = lineSums[Int(pair.line)] - pair.weight * pair.toLine
      pairs[place].toDocument = 1 / max(others, lineIsOther[Int(pair.line)])
    }
    documentSums = documentIsLeft
    for pair in pairs { documentSums[Int(pair.document)] += pair.weight * pair.toDocument }
    var change = 0.0
    for place in pairs.indices {
      let pair = pairs[place]
      let others = documentSums[Int(pair.document)] - pair.weight * pair.toDocument
      pairs[place].toLine = 1 / max(others, documentIsLeft[Int(pair.document)])
      change = max(change, abs(pairs[place].share - pair.share))
    }
    return change
  }

  /// The likeliest pairs in which no line and no document stands twice, the surest first. Of pairs
  /// that are as likely the first line takes the first document.
  func likeliest() -> [Pair] {
    var free = (
      lines: Array(repeating: true, count: lineIsOther.count),
      documents: Array(repeating: true, count: documentIsLeft.count)
    )
    let order = pairs.sorted {
      (Int($1.share * 1_000), $0.line, $0.document) < (Int($0.share * 1_000), $1.line, $1.document)
    }
    return order.filter { pair in
      guard free.lines[Int(pair.line)], free.documents[Int(pair.document)] else { return false }
      free.lines[Int(pair.line)] = false
      free.documents[Int(pair.document)] = false
      return true
    }
  }
}
