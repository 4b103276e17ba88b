/// A number as it may be quoted: its letters, and all its digits read as one figure.
///
/// `FA-2026-00123`, `fa 202600123` and `FA2026/00123` are the same number; `2026-00123` has the
/// same digits.
struct NumberKey {
  private var letters = RollingKey(seed: 1)
  private(set) var digits: UInt64 = 0
  private(set) var digitCount = 0
  private(set) var hasLetters = false

  @inline(__always) mutating func add(_ run: RemittanceText.Run, of text: RemittanceText) {
    guard run.isDigits else {
      hasLetters = true
      // `A12B` is not `AB12`.
      if digitCount > 0 { letters.add(UInt8(truncatingIfNeeded: digitCount)) }
      for byte in text.bytes(of: run) { letters.add(byte) }
      return
    }
    let scale = run.length <= mostDigits ? powersOfTen[Int(run.length)] : mixed(run.value)
    digits = digits &* scale &+ run.value
    digitCount += Int(run.length)
  }

  /// The key of letters and digits together.
  var whole: UInt64 { hasLetters ? mixed(letters.key &+ figures) : figures }
  /// The key of the digits alone.
  var figures: UInt64 { mixed(digits ^ UInt64(digitCount) << 58) }
}

/// The forms under which a document's number may be quoted.
struct DocumentNumber {
  let key: NumberKey
  /// The value of the last run of digits: 123 of `FA-2026-00123`.
  let tail: UInt64
  /// How many digits the last run has.
  let tailCount: Int
  /// The word that begins it; 0 when digits do.
  let prefix: UInt64

  init(_ number: String, scratch: inout RemittanceText) {
    scratch.clear()
    scratch.add(number)
    var key = NumberKey()
    for run in scratch.runs { key.add(run, of: scratch) }
    self.key = key
    let last = scratch.runs.last(where: \.isDigits)
    tail = last?.value ?? 0
    tailCount = Int(last?.length ?? 0)
    prefix = scratch.runs.first.map { $0.isDigits ? 0 : $0.value } ?? 0
  }
}

/// The fewest digits that name a document without its letters.
let fewestDigits = 5

let powersOfTen: [UInt64] = [
  1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
  1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
  1_000_000_000_000_000_000,
]

/// Digits as they stand, leading zeros counted.
struct Digits {
  var value: UInt64
  var count: Int

  /// Whether two rows of digits are the same but for one changed, missing or added, or for two
  /// neighbours swapped.
  func isWithinOneSlip(of other: Digits) -> Bool {
    var (left, right) = (self, other)
    guard abs(left.count - right.count) <= 1 else { return false }
    while left.count > 0, right.count > 0, left.last == right.last {
      left.dropLast()
      right.dropLast()
    }
    if left.count == right.count {
      return left.count == 0 || left.value / 10 == right.value / 10 || left.isSwapped(right)
    }
    return left.count < right.count
      ? right.value / 10 == left.value : left.value / 10 == right.value
  }

  /// Whether a number ends with so many digits, three at least.
  @inline(__always) static func end(_ number: UInt64, with end: UInt64, _ count: Int) -> Bool {
    // A thousand is a multiple of eight: most numbers need no division.
    (number ^ end) & 7 == 0 && number % powersOfTen[count] == end
  }

  /// The first five of them; 0 when there are fewer, or too many to be told apart.
  var beginning: UInt32 {
    guard count >= fewestDigits, count <= mostDigits else { return 0 }
    return UInt32(value / powersOfTen[count - fewestDigits])
  }

  /// Whether these digits begin the other ones, which go on.
  func begins(_ other: Digits) -> Bool {
    guard count < other.count else { return false }
    let scale = powersOfTen[other.count - count]
    return value * scale <= other.value && other.value - value * scale < scale
  }

  private var last: UInt64 { value % 10 }

  private mutating func dropLast() {
    value /= 10
    count -= 1
  }

  private func isSwapped(_ other: Digits) -> Bool {
    count >= 2 && value / 100 == other.value / 100 && last == other.value / 10 % 10
      && value / 10 % 10 == other.last
  }
}
