import Quantities

/// How a table writes its amounts: which sign stands before the decimals.
struct AmountStyle: Hashable {
  /// `,` or `.`.
  let point: UInt8

  static let french = AmountStyle(point: UInt8(ascii: ","))
  static let english = AmountStyle(point: UInt8(ascii: "."))

  /// Ten milliard euros: past it a figure is a mistake, and below it a million of them still add.
  static let limit: Int64 = 1_000_000_000_000

  enum Failure: Error { case unreadable }

  /// The amount in cents; nil for an empty cell.
  @inline(__always)
  func cents(_ cell: Cell, of encoding: TableEncoding, isInCents: Bool) throws(Failure) -> Int64? {
    if cell.isEmpty { return nil }
    var place = 0
    let isNegative = cell.start[0] == UInt8(ascii: "-")
    if isNegative { place = 1 }
    var value: Int64 = 0
    var decimals = -1
    guard place < cell.count, cell.count <= 14 else {
      return try careful(cell, of: encoding, isInCents: isInCents)
    }
    while place < cell.count {
      let byte = cell.start[place]
      place += 1
      if byte &- 48 <= 9 {
        value = value &* 10 &+ Int64(byte &- 48)
        if decimals >= 0 { decimals += 1 }
      } else if byte == point, decimals < 0 {
        decimals = 0
      } else {
        return try careful(cell, of: encoding, isInCents: isInCents)
      }
    }
    switch (isInCents, decimals) {
    case (true, -1), (false, 2): break
    case (false, -1): value &*= 100
    case (false, 0):
      // A lone comma is no amount.
      guard cell.count > (isNegative ? 2 : 1) else { throw .unreadable }
      value &*= 100
    case (false, 1): value &*= 10
    default: return try careful(cell, of: encoding, isInCents: isInCents)
    }
    guard value <= AmountStyle.limit else { throw .unreadable }
    return isNegative ? -value : value
  }

  /// Reads what the quick way does not: grouped thousands, signs and units of every kind.
  private func careful(_ cell: Cell, of encoding: TableEncoding, isInCents: Bool) throws(Failure)
    -> Int64
  {
    guard cell.count <= 60,
      let (digits, isNegative) = AmountStyle.stripped(encoding.text(cell)),
      let plain = ungrouped(digits), let hundredths = Money(decimal: plain)?.cents
    else { throw .unreadable }
    var value = hundredths
    if isInCents {
      guard value % 100 == 0 else { throw .unreadable }
      value /= 100
    }
    guard value <= AmountStyle.limit else { throw .unreadable }
    return isNegative ? -value : value
  }

  /// Digits with a decimal point and no groups; nil when a group has not three digits.
  private func ungrouped(_ digits: [UInt8]) -> String? {
    let comma = UInt8(ascii: ",")
    let dot = UInt8(ascii: ".")
    let halves = digits.split(separator: point, omittingEmptySubsequences: false)
    guard halves.count <= 2, let whole = halves.first else { return nil }
    let other = point == comma ? dot : comma
    let groups = whole.split(omittingEmptySubsequences: false) {
      $0 == other || $0 == AmountStyle.space
    }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    var plain = Array(groups.joined())
    if halves.count == 2 { plain += [dot] + halves[1] }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Digits, commas and dots, with one space for each gap between groups, and the sign, which may
  /// stand before or behind. Nil when something else stands there.
  private static func stripped(_ text: String) -> (digits: [UInt8], isNegative: Bool)? {
    var digits: [UInt8] = []
    var isNegative = false
    var isClosed = false
    var isOpen = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", ",", ".":
        if isClosed { return nil }
        digits.append(UInt8(scalar.value))
      case " ", "\u{A0}", "\u{202F}", "\u{2009}", "\t", "'", "’":
        if !isClosed, let last = digits.last, last != space { digits.append(space) }
      case "€": isClosed = !digits.isEmpty
      case "E", "U", "R", "e", "u", "r":
        if digits.isEmpty { return nil }
        isClosed = true
      case "-", "\u{2212}", "(":
        if isNegative || (scalar == "(" && !digits.isEmpty) { return nil }
        isNegative = true
        isOpen = scalar == "("
        isClosed = !digits.isEmpty
      case ")":
        if !isOpen || digits.isEmpty { return nil }
        isOpen = false
        isClosed = true
      case "+": if isNegative || !digits.isEmpty { return nil }
      default: return nil
      }
    }
    if digits.last == space { digits.removeLast() }
    return !isOpen && digits.contains { $0 >= 48 } ? (digits, isNegative) : nil
  }

  private static let space = UInt8(ascii: " ")
}

/// What the amounts of a table say about their own decimal sign.
struct AmountEvidence {
  private(set) var commas = 0
  private(set) var points = 0
  /// Written `1.234` or `1,234`: a thousand or a unit and three decimals.
  private(set) var isDoubtful = false

  var isDecided: Bool { commas + points > 0 }

  mutating func weigh(_ cell: Cell) {
    var last: UInt8 = 0
    var before: UInt8 = 0
    var after = 0
    var repeats = false
    for place in 0..<min(cell.count, 40) {
      let byte = cell.start[place]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
        repeats = last == byte
        before = last == 0 || last == byte ? before : last
        last = byte
        after = 0
      } else if byte &- 48 <= 9 {
        after += 1
      }
    }
    guard last != 0 else { return }
    if repeats {
      vote(for: last == UInt8(ascii: ",") ? UInt8(ascii: ".") : UInt8(ascii: ","))
    } else if before != 0 || after != 3 {
      vote(for: last)
    } else {
      isDoubtful = true
    }
  }

  private mutating func vote(for point: UInt8) {
    if point == UInt8(ascii: ",") { commas += 1 } else { points += 1 }
  }

  /// The style most amounts are written in; without evidence, the one that goes with the delimiter.
  func style(delimiter: UInt8) -> AmountStyle {
    if commas != points { return commas > points ? .french : .english }
    return delimiter == UInt8(ascii: ",") ? .english : .french
  }
}
