import Intake
import Printing

/// Reads JSON by the letter of RFC 8259, and refuses what two programs may read differently: a name
/// given twice, half a surrogate, anything after the end. Numbers are kept as they are written.
struct JSONReader {
  /// Why bytes are not JSON, and where.
  struct Fault: Error {
    let line: Int
    let column: Int
    let words: Phrase
  }

  /// Deeper than any question of ours; each level costs a call.
  static let deepest = 16

  private let bytes: [UInt8]
  private var place = 0

  static func value(of bytes: [UInt8]) throws(Fault) -> JSON {
    var reader = JSONReader(bytes: bytes)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw reader.fault("les octets ne sont pas de l’UTF-8", "the bytes are not UTF-8")
    }
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.place == bytes.count else {
      throw reader.fault("il y a autre chose après la valeur", "something follows the value")
    }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func fault(_ french: String, _ english: String) -> Fault {
    let before = bytes[..<min(place, bytes.count)]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
    return Fault(line: line, column: column, words: Phrase(french: french, english: english))
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, [32, 9, 10, 13].contains(byte) { place += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(Fault) {
    skipSpace()
    guard take(sign) else {
      throw next == nil
        ? fault("le texte s’arrête trop tôt", "the text ends too early")
        : fault("attendu «\u{A0}\(sign)\u{A0}»", "wanted “\(sign)”")
    }
  }

  private mutating func value(depth: Int) throws(Fault) -> JSON {
    guard depth < JSONReader.deepest else { throw fault("trop imbriqué", "nested too deep") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw fault("le texte s’arrête trop tôt", "the text ends too early")
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(Fault) -> JSON {
    place += 1
    var members: [(String, JSON)] = []
    var names: Set<String> = []
    skipSpace()
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else {
        throw fault("attendu un nom entre guillemets", "wanted a name in quotes")
      }
      let name = try text()
      guard names.insert(name).inserted else {
        throw fault(
          "le nom «\u{A0}\(name)\u{A0}» figure deux fois", "the name “\(name)” comes twice")
      }
      try expect(":")
      members.append((name, try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    try expect("}")
    return .object(members)
  }

  private mutating func list(depth: Int) throws(Fault) -> JSON {
    place += 1
    var values: [JSON] = []
    skipSpace()
    if take("]") { return .list([]) }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    try expect("]")
    return .list(values)
  }

  private mutating func word(_ word: String, _ value: JSON) throws(Fault) -> JSON {
    guard bytes[place...].starts(with: word.utf8) else { throw unknown }
    place += word.utf8.count
    return value
  }

  private var unknown: Fault {
    fault("ce n’est pas une valeur JSON", "this is not a JSON value")
  }

  private mutating func number() throws(Fault) -> JSON {
    let start = place
    _ = take("-")
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[place - whole] != UInt8(ascii: "0") else {
      throw unknown
    }
    var isWhole = true
    if take(".") {
      isWhole = false
      guard digits() > 0 else { throw unknown }
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      guard digits() > 0 else { throw unknown }
    }
    let written = String(decoding: bytes[start..<place], as: UTF8.self)
    if isWhole, let number = Int(written) { return .number(number) }
    return .decimal(written)
  }

  private mutating func digits() -> Int {
    let start = place
    while let byte = next, (48...57).contains(byte) { place += 1 }
    return place - start
  }
}

extension JSONReader {
  private mutating func text() throws(Fault) -> String {
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escaped()).utf8)
      case 0..<32:
        throw fault(
          "un signe de contrôle dans un texte s’écrit \\u00…",
          "a control character in a text is written \\u00…")
      default: text.append(byte)
      }
    }
    throw fault("un texte n’est pas fermé", "a text is not closed")
  }

  private mutating func escaped() throws(Fault) -> Unicode.Scalar {
    let sign = next
    place += 1
    switch sign {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try scalar()
    default: throw fault("échappement inconnu", "unknown escape")
    }
  }

  /// `00E9`, or the two halves `D83D\uDE00`.
  private mutating func scalar() throws(Fault) -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    if (0xD800..<0xDC00).contains(first), take("\\"), take("u") {
      let second = try fourDigits()
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw fault("la moitié d’un signe seulement", "half a character only")
  }

  private mutating func fourDigits() throws(Fault) -> UInt32 {
    let written = bytes[place...].prefix(4)
    guard written.count == 4, written.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: written, as: UTF8.self), radix: 16)
    else { throw fault("attendu quatre chiffres hexadécimaux", "wanted four hex digits") }
    place += 4
    return value
  }
}
