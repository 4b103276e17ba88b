/// What both ends agree on: a request is one byte, a number of 8 bytes and what it counts; an
/// answer is one byte (0 or a `PDFFault`), 8 bytes of length and the content. Numbers are
/// little-endian.
enum PDFProtocol {
  /// What a request asks for.
  enum Request: UInt8 {
    /// The invoice of the PDF that follows.
    case file = 1
    /// The invoices of that many PDFs in the shared memory; the place and the length of each
    /// follow. The answer holds an answer for each.
    case shared = 2
    /// Work on whole pages, in words that only those who ask for it know.
    case pages = 3
  }

  static let greeting: UInt8 = 0x52
  static let headCount = 9
  static let largestAnswer: UInt64 = 128 << 20
  /// Where the child finds the shared memory.
  static let sharedDescriptor: Int32 = 3
  static let sharedCount = 2 << 20
  /// As many files at most are asked for together.
  static let mostTogether = 32

  static func head(_ first: UInt8, _ count: UInt64) -> [UInt8] {
    [first] + (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * UInt64($0))) }
  }

  /// The number behind the first byte of a head.
  static func count(in head: ArraySlice<UInt8>) -> UInt64 {
    head.dropFirst().prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  }

  /// What a file takes of the shared memory: each begins at a round place.
  static func room(for byteCount: Int) -> Int { (byteCount + 63) & ~63 }

  /// How many of the files, from the first on, fit into the shared memory.
  static func together(_ files: ArraySlice<SourceFile>) -> Int {
    var (count, taken) = (0, 0)
    for file in files.prefix(mostTogether) {
      taken += room(for: file.bytes.count)
      if taken > sharedCount { break }
      count += 1
    }
    return count
  }

  /// The answers that stand one after the other; nil when they are not as many.
  static func answers(_ wanted: Int, in all: [UInt8]) -> [PDFAnswer]? {
    var answers: [PDFAnswer] = []
    var rest = all[...]
    while rest.count >= headCount, answers.count < wanted {
      let count = PDFProtocol.count(in: rest)
      let first = rest[rest.startIndex]
      rest = rest.dropFirst(headCount)
      guard count <= UInt64(rest.count) else { return nil }
      if first == 0 {
        answers.append(.content(Array(rest.prefix(Int(count)))))
      } else {
        guard let fault = PDFFault(rawValue: first) else { return nil }
        answers.append(.fault(fault))
      }
      rest = rest.dropFirst(Int(count))
    }
    return answers.count == wanted && rest.isEmpty ? answers : nil
  }
}
