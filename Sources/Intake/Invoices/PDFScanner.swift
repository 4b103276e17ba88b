/// A PDF, or a place in it, that our own reader leaves to the library.
struct NotPlain: Error {}

/// A value written in a PDF. Names and texts are where they stand in the file.
enum PDFValue {
  case null
  case count(Int)
  /// Without its slash.
  case name(Range<Int>)
  /// Between its brackets.
  case text(Range<Int>, isHex: Bool)
  case array([PDFValue])
  case dictionary([(name: Range<Int>, value: PDFValue)])
  /// The object of that number.
  case object(PDFObjectID)
  /// What nobody here asks for: true and false, signed numbers and fractions.
  case other
}

/// Which object of a PDF.
struct PDFObjectID: Hashable {
  let number: Int
  let generation: Int
}

/// Steps through a PDF, value by value. It never looks outside its bytes, and gives up at whatever
/// is not written plainly: comments, escapes in the names of entries, words that it does not know.
struct PDFScanner {
  private let bytes: Bytes
  private(set) var place: Int
  private var valuesLeft = 2_000

  private static let deepest = 16
  private static let mostEntries = 100

  init(_ bytes: Bytes, at place: Int) {
    self.bytes = bytes
    self.place = place
  }

  /// The byte at a place; zero outside the file.
  func byte(_ place: Int) -> UInt8 { place >= 0 && place < bytes.count ? bytes[place] : 0 }

  mutating func skipBlanks() { while byte(place).isBlank { place += 1 } }

  /// Steps over these letters; false when others stand here.
  mutating func passes(_ letters: StaticString) -> Bool {
    for offset in 0..<letters.utf8CodeUnitCount
    where byte(place + offset) != letters.utf8Start[offset] { return false }
    place += letters.utf8CodeUnitCount
    return true
  }

  /// Steps over a whole word.
  mutating func takeWord(_ word: StaticString) throws(NotPlain) {
    guard passes(word), !byte(place).isRegular else { throw NotPlain() }
  }

  /// The line end behind `stream`, after which its content begins.
  mutating func takeLineEnd() throws(NotPlain) {
    guard passes("\r\n") || passes("\n") else { throw NotPlain() }
  }

  /// A whole number of ten digits at most.
  mutating func takeCount() throws(NotPlain) -> Int {
    let start = place
    var value = 0
    while byte(place).isDigit, place - start < 10 {
      value = value * 10 + Int(byte(place) - 48)
      place += 1
    }
    guard place > start, !byte(place).isRegular else { throw NotPlain() }
    return value
  }

  mutating func takeValue(_ depth: Int = 0) throws(NotPlain) -> PDFValue {
    valuesLeft -= 1
    guard depth < PDFScanner.deepest, valuesLeft > 0 else { throw NotPlain() }
    skipBlanks()
    switch byte(place) {
    case UInt8(ascii: "/"): return .name(try takeName(escapes: true))
    case UInt8(ascii: "("): return try takeText()
    case UInt8(ascii: "["): return .array(try takeArray(depth))
    case UInt8(ascii: "<"):
      return byte(place + 1) == UInt8(ascii: "<")
        ? .dictionary(try takeDictionary(depth)) : try takeHex()
    case let first where first.isDigit && depth > 0:
      if let object = reference { return object }
      return try takeNumber()
    // `+ - .` and digits.
    case 43, 45, 46, 48...57: return try takeNumber()
    default: return try takeConstant()
    }
  }

  /// `12 0 R`; nil, and nothing is stepped over, when it is a number only.
  private var reference: PDFValue? {
    mutating get {
      let start = place
      do throws(NotPlain) {
        let number = try takeCount()
        skipBlanks()
        let generation = try takeCount()
        skipBlanks()
        try takeWord("R")
        return .object(PDFObjectID(number: number, generation: generation))
      } catch {
        place = start
        return nil
      }
    }
  }

  private mutating func takeNumber() throws(NotPlain) -> PDFValue {
    let start = place
    if let count = try? takeCount() { return .count(count) }
    place = start
    if byte(place) == UInt8(ascii: "+") || byte(place) == UInt8(ascii: "-") { place += 1 }
    var (digits, points) = (0, 0)
    while byte(place).isDigit || byte(place) == UInt8(ascii: ".") {
      if byte(place).isDigit { digits += 1 } else { points += 1 }
      place += 1
    }
    guard digits > 0, digits <= 10, points <= 1, !byte(place).isRegular else { throw NotPlain() }
    return .other
  }

  private mutating func takeConstant() throws(NotPlain) -> PDFValue {
    switch byte(place) {
    case UInt8(ascii: "t"): try takeWord("true")
    case UInt8(ascii: "f"): try takeWord("false")
    default:
      try takeWord("null")
      return .null
    }
    return .other
  }

  /// A value may be written with escapes, as `/text#2Fxml` is: it is none of the names sought.
  private mutating func takeName(escapes: Bool) throws(NotPlain) -> Range<Int> {
    place += 1
    let start = place
    while byte(place).isRegular {
      guard (33...126).contains(byte(place)) else { throw NotPlain() }
      if byte(place) == UInt8(ascii: "#") {
        guard escapes, let high = byte(place + 1).hexDigit, let low = byte(place + 2).hexDigit,
          high + low > 0
        else { throw NotPlain() }
      }
      place += 1
    }
    guard place > start else { throw NotPlain() }
    return start..<place
  }

  private mutating func takeText() throws(NotPlain) -> PDFValue {
    place += 1
    let start = place
    var depth = 1
    while place < bytes.count {
      switch byte(place) {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { return .text(start..<(place - 1), isHex: false) }
    }
    throw NotPlain()
  }

  private mutating func takeHex() throws(NotPlain) -> PDFValue {
    place += 1
    let start = place
    while byte(place).hexDigit != nil { place += 1 }
    guard passes(">") else { throw NotPlain() }
    return .text(start..<(place - 1), isHex: true)
  }

  private mutating func takeArray(_ depth: Int) throws(NotPlain) -> [PDFValue] {
    place += 1
    var values: [PDFValue] = []
    while true {
      skipBlanks()
      if passes("]") { return values }
      values.append(try takeValue(depth + 1))
    }
  }

  private mutating func takeDictionary(
    _ depth: Int
  ) throws(NotPlain) -> [(name: Range<Int>, value: PDFValue)] {
    place += 2
    var entries: [(name: Range<Int>, value: PDFValue)] = []
    while true {
      skipBlanks()
      if passes(">>") { return entries }
      guard byte(place) == UInt8(ascii: "/"), entries.count < PDFScanner.mostEntries else {
        throw NotPlain()
      }
      let name = try takeName(escapes: false)
      // Which of two entries of one name holds, the library says.
      for entry in entries where bytes[entry.name].elementsEqual(bytes[name]) { throw NotPlain() }
      entries.append((name, try takeValue(depth + 1)))
    }
  }
}

extension UInt8 {
  /// White space of a PDF, but for the zero byte, which no one writes.
  fileprivate var isBlank: Bool {
    switch self {
    case 9, 10, 12, 13, 32: true
    default: false
    }
  }

  fileprivate var isDigit: Bool { (48...57).contains(self) }

  /// Part of a name, a number or a word.
  fileprivate var isRegular: Bool {
    switch self {
    // White space as the library has it, and `( ) % / < > [ ] { }`; other controls are letters.
    case 0, 9...13, 32, 37, 40, 41, 47, 60, 62, 91, 93, 123, 125: false
    default: true
    }
  }

  var hexDigit: UInt8? {
    switch self {
    case 48...57: self - 48
    case 65...70: self - 55
    case 97...102: self - 87
    default: nil
    }
  }
}
