/// What stands on a bank line, cut into runs of letters and of digits, in plain capitals.
///
/// `Règlt FA-2026-00123` gives `REGLT`, `FA`, `2026`, `00123`. Accents are dropped, and a letter O
/// between digits is read as the zero it was meant to be.
struct RemittanceText {
  struct Run {
    let start: Int32
    let length: Int32
    let isDigits: Bool
    /// The number that up to 18 digits write, without leading zeros; else a key of the run.
    let value: UInt64
  }

  private(set) var bytes: [UInt8] = []
  private(set) var runs: [Run] = []

  /// Forgets the last text, keeps its room.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
  }

  /// Adds a text after those already there, as if a space stood between.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { cut(UnsafeBufferPointer(rebasing: $0.prefix(RemittanceText.longest))) }
  }

  /// Texts of banks are short; a hostile one is cut.
  private static let longest = 2_048

  private mutating func cut(_ source: UnsafeBufferPointer<UInt8>) {
    // Two bytes are at most two letters.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: source.count) { plain in
      var cutter = Cutter(source, into: plain, after: bytes.count)
      while let run = cutter.next() { runs.append(run) }
      bytes.append(contentsOf: plain[..<cutter.count])
    }
  }

  /// The bytes of a run.
  @inline(__always) func bytes(of run: Run) -> ArraySlice<UInt8> {
    bytes[Int(run.start)..<Int(run.start + run.length)]
  }
}

/// Writes a text down in plain capitals and cuts it into runs on the way.
private struct Cutter {
  private let source: UnsafeBufferPointer<UInt8>
  private let plain: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes stand before this text.
  private let before: Int
  private var position = 0
  private(set) var count = 0

  init(
    _ source: UnsafeBufferPointer<UInt8>, into plain: UnsafeMutableBufferPointer<UInt8>,
    after before: Int
  ) {
    self.source = source
    self.plain = plain
    self.before = before
  }

  /// The next run of the text; nil at its end.
  @inline(__always) mutating func next() -> RemittanceText.Run? {
    while position < source.count {
      let byte = source[position]
      if isDigit(at: position) || isLetterO(byte) && isDigit(at: position + 1) { return number() }
      if isLetter(byte) { return word() }
      if !isPair(at: position) {
        position += 1
      } else if plainLetters(byte, source[position + 1]).isEmpty {
        position += 2
      } else {
        return word()
      }
    }
    return nil
  }

  /// Reads letters on. A sign of two bytes that is no letter does not end them.
  @inline(__always) private mutating func word() -> RemittanceText.Run {
    let start = count
    var (from, to) = (position, count)
    var key = RollingKey(seed: 3)
    while from < source.count {
      let byte = source[from]
      if isLetter(byte) {
        plain[to] = byte & 0xDF
        key.add(byte & 0xDF)
        (from, to) = (from + 1, to + 1)
      } else if isPair(at: from) {
        for letter in plainLetters(byte, source[from + 1]) {
          plain[to] = letter
          key.add(letter)
          to += 1
        }
        from += 2
      } else {
        break
      }
    }
    (position, count) = (from, to)
    return run(from: start, isDigits: false, value: key.key)
  }

  /// Reads digits on. A letter O that a digit follows, or that stands twice, is a zero.
  @inline(__always) private mutating func number() -> RemittanceText.Run {
    let start = count
    var (from, to) = (position, count)
    var value: UInt64 = 0
    while from < source.count {
      var digit = source[from]
      if isPair(at: from) {
        if !plainLetters(digit, source[from + 1]).isEmpty { break }
        from += 2
        continue
      }
      if isLetterO(digit), isDigit(at: from + 1) || isTwice(at: from) { digit = 0x30 }
      guard CashApplication.isDigit(digit) else { break }
      plain[to] = digit
      value = value &* 10 &+ UInt64(digit &- 0x30)
      (from, to) = (from + 1, to + 1)
    }
    (position, count) = (from, to)
    return run(
      from: start, isDigits: true,
      value: to - start <= mostDigits ? value : wordKey(plain[start..<to]))
  }

  @inline(__always) private func run(
    from start: Int, isDigits: Bool, value: UInt64
  ) -> RemittanceText.Run {
    RemittanceText.Run(
      start: Int32(before + start), length: Int32(count - start), isDigits: isDigits, value: value)
  }

  @inline(__always) private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always) private func isLetterO(_ byte: UInt8) -> Bool { byte | 0x20 == 0x6F }

  @inline(__always) private func isDigit(at place: Int) -> Bool {
    place < source.count && CashApplication.isDigit(source[place])
  }

  @inline(__always) private func isTwice(at place: Int) -> Bool {
    place + 1 < source.count && source[place] == source[place + 1]
  }

  /// Whether two bytes that may be one letter stand here.
  @inline(__always) private func isPair(at place: Int) -> Bool {
    source[place] >= 0xC3 && source[place] <= 0xC5 && place + 1 < source.count
  }
}

/// The most digits read as one number.
let mostDigits = 18

/// The key of a word in capitals.
func wordKey(_ word: some Sequence<UInt8>) -> UInt64 {
  var rolling = RollingKey(seed: 3)
  for byte in word { rolling.add(byte) }
  return rolling.key
}

@inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// The plain capitals for an accented letter of two UTF-8 bytes; none when it is not a letter.
func plainLetters(_ lead: UInt8, _ second: UInt8) -> StaticLetters {
  guard lead == 0xC3 else {
    // Œ and œ
    return lead == 0xC5 && (second == 0x92 || second == 0x93)
      ? StaticLetters(0x4F, 0x45) : StaticLetters()
  }
  switch second & 0xDF {
  case 0x80...0x85: return StaticLetters(0x41)
  case 0x86: return StaticLetters(0x41, 0x45)
  case 0x87: return StaticLetters(0x43)
  case 0x88...0x8B: return StaticLetters(0x45)
  case 0x8C...0x8F: return StaticLetters(0x49)
  case 0x91: return StaticLetters(0x4E)
  case 0x92...0x96, 0x98: return StaticLetters(0x4F)
  case 0x99...0x9C: return StaticLetters(0x55)
  case 0x9D: return StaticLetters(0x59)
  case 0x9F: return second == 0x9F ? StaticLetters(0x53, 0x53) : StaticLetters(0x59)
  default: return StaticLetters()
  }
}

/// Up to two letters, without an allocation.
struct StaticLetters: Sequence, IteratorProtocol {
  private var first: UInt8
  private var second: UInt8

  init(_ first: UInt8 = 0, _ second: UInt8 = 0) {
    self.first = first
    self.second = second
  }

  var isEmpty: Bool { first == 0 }

  mutating func next() -> UInt8? {
    guard first != 0 else { return nil }
    defer { (first, second) = (second, 0) }
    return first
  }
}
