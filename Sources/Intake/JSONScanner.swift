/// Reads JSON from bytes, value by value.
///
/// The depth and the size of one value are bounded; a file may hold any number of them.
struct JSONScanner {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0
  private(set) var line = 1
  private var nodes = 0

  private static let deepest = 64
  private static let mostNodes = 50_000

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// The only value of a text.
  mutating func loneValue() throws -> JSONValue {
    let value = try self.value(depth: 0)
    skipSpace()
    guard place == bytes.count else { throw fault("…") }
    return value
  }

  /// Hands over the records of a file: the elements of its list, of its `results` or `records`, or
  /// its values one after the other.
  mutating func eachRecord(_ body: (JSONValue, Int) throws -> Void) throws {
    skipSpace()
    guard place < bytes.count else { throw fault("…") }
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "["): try eachElement(body)
      case UInt8(ascii: "{"): try eachMember(body)
      default: throw fault(found)
      }
      skipSpace()
    }
  }

  private mutating func eachElement(_ body: (JSONValue, Int) throws -> Void) throws {
    try list { scanner in
      scanner.skipSpace()
      scanner.nodes = 0
      let start = scanner.line
      try body(try scanner.value(depth: 1), start)
    }
  }

  private mutating func eachMember(_ body: (JSONValue, Int) throws -> Void) throws {
    let start = line
    var own: [(key: String, value: JSONValue)] = []
    var isEnvelope = false
    nodes = 0
    try object { scanner, key in
      scanner.skipSpace()
      let isList = scanner.place < scanner.bytes.count && scanner.bytes[scanner.place] == 0x5B
      if isList, key == "results" || key == "records" {
        isEnvelope = true
        try scanner.eachElement(body)
      } else {
        own.append((key, try scanner.value(depth: 1)))
      }
    }
    if !isEnvelope { try body(.object(own), start) }
  }

  private mutating func value(depth: Int) throws -> JSONValue {
    skipSpace()
    nodes += 1
    guard nodes <= JSONScanner.mostNodes, depth <= JSONScanner.deepest else {
      throw Refusal(
        .excessiveJSON(
          depth > JSONScanner.deepest
            ? Phrase(french: "trop de niveaux", english: "too many levels")
            : Phrase(french: "trop de valeurs", english: "too many values")), at: .line(line))
    }
    guard place < bytes.count else { throw fault("…") }
    switch bytes[place] {
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "["):
      var elements: [JSONValue] = []
      try list { elements.append(try $0.value(depth: depth + 1)) }
      return .list(elements)
    case UInt8(ascii: "{"):
      var members: [(key: String, value: JSONValue)] = []
      try object { members.append(($1, try $0.value(depth: depth + 1))) }
      return .object(members)
    default: return try word()
    }
  }

  private mutating func list(_ element: (inout JSONScanner) throws -> Void) throws {
    place += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return }
    repeat { try element(&self) } while try goesOn(until: UInt8(ascii: "]"))
  }

  private mutating func object(_ member: (inout JSONScanner, String) throws -> Void) throws {
    place += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return }
    repeat {
      skipSpace()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw fault(found) }
      let key = try text()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw fault(found) }
      try member(&self, key)
    } while try goesOn(until: UInt8(ascii: "}"))
  }

  /// Whether a comma follows; false when the end does.
  private mutating func goesOn(until end: UInt8) throws -> Bool {
    skipSpace()
    if take(UInt8(ascii: ",")) { return true }
    guard take(end) else { throw fault(found) }
    return false
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while place < bytes.count {
      switch bytes[place] {
      case 10: line += 1
      case 9, 13, 32: break
      default: return
      }
      place += 1
    }
  }

  /// A number, or one of the three words.
  private mutating func word() throws -> JSONValue {
    let start = place
    while place < bytes.count, JSONScanner.wordBytes.contains(bytes[place]) { place += 1 }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .flag(true)
    case "false": return .flag(false)
    default:
      let isNumber = word.utf8.first.map { $0 == 45 || (48...57).contains($0) } ?? false
      guard isNumber, word.utf8.count < 64, Double(word) != nil else {
        throw fault(word.isEmpty ? found : word)
      }
      return .number(word)
    }
  }

  private static let wordBytes = Set("+-.0123456789eEnulltruefalse".utf8)

  private var found: String {
    place < bytes.count ? String(decoding: [bytes[place]], as: UTF8.self) : "…"
  }

  private func fault(_ found: String) -> Refusal {
    Refusal(.invalidJSON(Rejection.clipped(found)), at: .line(line))
  }
}

extension JSONScanner {
  /// A text between quotation marks, its escapes replaced.
  private mutating func text() throws -> String {
    place += 1
    var units: [UInt8] = []
    var start = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        try keep(start..<place, in: &units)
        place += 1
        return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try keep(start..<place, in: &units)
        place += 1
        units += Array(String(try escape()).utf8)
        start = place
      case 0..<32: throw fault("\\u{\(bytes[place])}")
      default: place += 1
      }
    }
    throw fault("…")
  }

  private static let longestText = 4 << 20

  private func keep(_ stretch: Range<Int>, in units: inout [UInt8]) throws {
    guard units.count + stretch.count <= JSONScanner.longestText else {
      throw Refusal(
        .excessiveJSON(Phrase(french: "texte trop long", english: "too much text")),
        at: .line(line))
    }
    units += bytes[stretch]
  }

  private mutating func escape() throws -> Unicode.Scalar {
    guard place < bytes.count else { throw fault("…") }
    let letter = bytes[place]
    place += 1
    switch letter {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "u"): return try unicode()
    default: throw fault("\\" + String(decoding: [letter], as: UTF8.self))
    }
  }

  /// `\u00E9`, or a pair of surrogates; half a pair reads as the replacement character.
  private mutating func unicode() throws -> Unicode.Scalar {
    let first = try hexadecimal()
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    place += 2
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws -> UInt32 {
    guard place + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16)
    else { throw fault("\\u") }
    place += 4
    return value
  }
}
