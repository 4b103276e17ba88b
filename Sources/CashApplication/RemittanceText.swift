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
  private var runStart = 0
  private var runKind = Kind.gap

  private enum Kind { case gap, letters, digits }

  /// Forgets the last text, keeps its room.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    runKind = .gap
    runStart = 0
  }

  /// Adds a text after those already there, as if a space stood between.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { scan($0) }
  }

  private mutating func scan(_ source: UnsafeBufferPointer<UInt8>) {
    var position = 0
    // Texts of banks are short; a hostile one is cut.
    let end = min(source.count, 2_048)
    while position < end {
      let byte = source[position]
      position += 1
      if byte >= 0xC3, byte <= 0xC5, position < end {
        let second = source[position]
        position += 1
        for letter in plainLetters(byte, second) { take(letter, as: .letters) }
        continue
      }
      take(byte, next: position < end ? source[position] : 0)
    }
    take(0, as: .gap)
  }

  @inline(__always) private mutating func take(_ byte: UInt8, next: UInt8) {
    switch byte {
    case 0x30...0x39: take(byte, as: .digits)
    case 0x4F, 0x6F:
      let isZero = runKind != .letters && (isDigit(next) || next == byte && runKind == .digits)
      take(isZero ? 0x30 : 0x4F, as: isZero ? .digits : .letters)
    case 0x41...0x5A: take(byte, as: .letters)
    case 0x61...0x7A: take(byte - 32, as: .letters)
    default: take(0, as: .gap)
    }
  }

  @inline(__always) private mutating func take(_ byte: UInt8, as kind: Kind) {
    if kind != runKind {
      close()
      runKind = kind
      runStart = bytes.count
    }
    if kind != .gap { bytes.append(byte) }
  }

  private mutating func close() {
    let length = bytes.count - runStart
    guard runKind != .gap, length > 0 else { return }
    let isNumber = runKind == .digits && length <= mostDigits
    runs.append(
      Run(
        start: Int32(runStart), length: Int32(length), isDigits: runKind == .digits,
        value: isNumber ? figure(from: runStart) : wordKey(bytes[runStart...])))
  }

  private func figure(from start: Int) -> UInt64 {
    bytes[start...].reduce(0) { $0 * 10 + UInt64($1 - 0x30) }
  }

  /// The bytes of a run.
  @inline(__always) func bytes(of run: Run) -> ArraySlice<UInt8> {
    bytes[Int(run.start)..<Int(run.start + run.length)]
  }
}

/// The most digits read as one number.
let mostDigits = 18

/// The key of a word in capitals.
func wordKey(_ word: ArraySlice<UInt8>) -> UInt64 {
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

  mutating func next() -> UInt8? {
    guard first != 0 else { return nil }
    defer { (first, second) = (second, 0) }
    return first
  }
}
