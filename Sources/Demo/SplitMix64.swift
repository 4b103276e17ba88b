/// A small generator of numbers that look random and are the same on every machine.
///
/// The same seed gives the same demo firm, byte for byte: nothing here asks the system or a clock.
struct SplitMix64 {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// A generator of its own for one thing of the world, whatever was drawn for the others.
  init(_ seed: UInt64, _ purpose: Purpose, _ index: Int) {
    state = seed &+ purpose.rawValue &* 0xD1B5_4A32_D192_ED03
    let first = next()
    state = first ^ (UInt64(bitPattern: Int64(index)) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// What a generator draws for, so that two uses never share their numbers.
  enum Purpose: UInt64 {
    case customer = 1
    case sale, lines, credit, payment, line, noise, file, people
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but not, `count`.
  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True `permille` times in a thousand.
  mutating func chance(_ permille: Int) -> Bool { below(1000) < permille }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  /// Exactly `count` decimal digits.
  mutating func digits(_ count: Int) -> String {
    var text = ""
    for _ in 0..<count { text.unicodeScalars.append(Unicode.Scalar(UInt8(48 + below(10)))) }
    return text
  }
}
