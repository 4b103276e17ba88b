/// A text folded to lower case without accents, with one space between words and at both ends, and
/// the places where its words start.
struct FoldedText {
  private let text: String
  private let bytes: [UInt8]
  private let starts: [Int]
  /// Where each folded byte comes from: a place in the text as it was written.
  private let origins: [Int]

  init(_ text: String) {
    self.text = text
    var folding = Folding()
    for scalar in text.unicodeScalars { folding.take(scalar) }
    folding.space()
    bytes = folding.bytes
    origins = folding.origins
    let bytes = bytes
    starts = bytes.indices.dropLast().filter { bytes[$0] == 32 }.map { $0 + 1 }
  }

  /// Whether a phrase starts at the start of a word; it may end within one.
  func contains(_ phrase: String) -> Bool { place(of: phrase) != nil }

  private func place(of phrase: String) -> Int? {
    let wanted = Array(phrase.utf8)
    return starts.first { start in
      bytes[start] == wanted[0] && bytes[start...].starts(with: wanted)
    }
  }

  /// Where a phrase stands, in whole words; nil when it is not there.
  func words(of phrase: String) -> Range<Int>? {
    guard let place = place(of: phrase) else { return nil }
    var end = place + phrase.utf8.count
    // A phrase that ends with the space after its last word takes no other word.
    if phrase.utf8.last == 32 { end -= 1 }
    while end < bytes.count, bytes[end] != 32 { end += 1 }
    return place..<end
  }

  /// Some words as they were written, with their accents and capitals.
  func written(_ words: Range<Int>) -> String {
    let utf8 = Array(text.utf8)
    let last = words.upperBound < origins.count ? origins[words.upperBound] : utf8.count
    return String(decoding: utf8[origins[words.lowerBound]..<last], as: UTF8.self)
  }

  /// A phrase as it was written; nil when it is not there.
  func written(_ phrase: String) -> String? { words(of: phrase).map(written) }

  /// Which of many phrases it holds.
  func phrases(of index: PhraseIndex) -> Set<String> {
    var found: Set<String> = []
    for start in starts where start + 1 < bytes.count {
      for entry in index.entries(from: bytes[start], bytes[start + 1])
      where bytes[start...].starts(with: entry.bytes) {
        found.insert(entry.phrase)
      }
    }
    return found
  }

  /// The number that stands before a phrase: 8 before `jours a compter` in `8 jours à compter`.
  func number(before phrase: String) -> Int? {
    guard let place = place(of: phrase), let at = starts.firstIndex(of: place), at > 0 else {
      return nil
    }
    return Int(String(decoding: bytes[starts[at - 1]..<place - 1], as: UTF8.self))
  }
}

/// Many folded phrases by their first two letters, to look for all of them in one go.
struct PhraseIndex: Sendable {
  struct Entry: Sendable {
    let phrase: String
    let bytes: [UInt8]
  }
  private var byStart: [UInt16: [Entry]] = [:]

  init(_ phrases: [String]) {
    for phrase in Set(phrases) {
      let bytes = Array(phrase.utf8)
      byStart[PhraseIndex.key(bytes[0], bytes[1]), default: []].append(
        Entry(phrase: phrase, bytes: bytes))
    }
  }

  func entries(from first: UInt8, _ second: UInt8) -> [Entry] {
    byStart[PhraseIndex.key(first, second)] ?? []
  }

  private static func key(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first) << 8 | UInt16(second)
  }
}

/// The folding of a text, letter after letter.
private struct Folding {
  private(set) var bytes: [UInt8] = [32]
  private(set) var origins = [0]
  private var place = 0

  mutating func take(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      switch byte {
      case 65...90: add(byte + 32)
      case 48...57, 97...122: add(byte)
      default: space()
      }
      place += 1
      return
    }
    let properties = scalar.properties
    if let plain = Folding.plain[properties.lowercaseMapping] {
      append(plain)
    } else if properties.isAlphabetic || properties.numericType != nil {
      append(properties.lowercaseMapping)
    } else if properties.generalCategory != .nonspacingMark {
      // An accent written as a sign of its own belongs to the letter before it.
      space()
    }
    place += UTF8.width(scalar)
  }

  mutating func space() {
    if bytes.last != 32 { add(32) }
  }

  private mutating func append(_ folded: String) {
    for byte in folded.utf8 { add(byte) }
  }

  private mutating func add(_ byte: UInt8) {
    bytes.append(byte)
    origins.append(place)
  }

  private static let plain: [String: String] = {
    var plain: [String: String] = ["ç": "c", "œ": "oe", "ÿ": "y", "æ": "ae", "ñ": "n"]
    let accented = [
      "a": "àâäá", "e": "éèêë", "i": "îïí", "o": "ôöó", "u": "ùûüú",
    ]
    for (letter, forms) in accented { for form in forms { plain[String(form)] = letter } }
    return plain
  }()
}
