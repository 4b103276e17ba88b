/// A sentence of an invoice made easy to search: small letters without accents, single spaces.
///
/// `€` becomes `eur`, so that « 40 € », « 40 EUR » and « 40,00 euros » read alike. A line feed
/// marks where a sentence ends.
struct MentionText: Sendable {
  /// UNTDID 4451, the subject of the note it comes from; empty for other sentences.
  let subject: String
  let bytes: [UInt8]
  private let pairs: LetterPairs

  init(_ text: String, subject: String = "") {
    self.subject = subject
    var folding = Folding(room: text.utf8.count)
    for byte in text.utf8 { folding.take(byte) }
    bytes = folding.bytes
    pairs = LetterPairs(of: bytes)
  }

  /// False when the words stand nowhere in the sentence; true says nothing.
  func mayHold(_ words: StaticString) -> Bool { pairs.mayHold(words) }

  /// Whether the words stand anywhere in the sentence.
  func says(_ words: StaticString) -> Bool { place(of: words) != nil }

  func says(any words: [StaticString]) -> Bool { words.contains { says($0) } }

  /// Whether the letters stand alone: « sas » is not in « sassenage ».
  func saysAlone(_ word: StaticString) -> Bool {
    var start = 0
    while let place = place(of: word, from: start) {
      let end = place + word.utf8CodeUnitCount
      let isBegun = place > 0 && bytes[place - 1].isWord
      let goesOn = end < bytes.count && bytes[end].isWord
      if !isBegun, !goesOn { return true }
      start = place + 1
    }
    return false
  }

  /// The first place of the words at or after `start`.
  func place(of words: StaticString, from start: Int = 0) -> Int? {
    guard pairs.mayHold(words) else { return nil }
    return bytes.withUnsafeBufferPointer { $0.place(of: words, from: start) }
  }

  /// The sentences of the text, cut where one ends and the next begins.
  var sentences: [ArraySlice<UInt8>] { bytes.split(separator: 10) }
}

/// Which pairs of neighbouring letters a sentence has, as far as 512 marks tell them apart: that a
/// word is not there is mostly told by them, without a search.
private struct LetterPairs: Sendable {
  private var marks = [UInt64](repeating: 0, count: 8)

  init(of bytes: [UInt8]) {
    marks.withUnsafeMutableBufferPointer { marks in
      var last = bytes.first ?? 0
      for byte in bytes.dropFirst() {
        let mark = LetterPairs.mark(last, byte)
        marks[mark >> 6] |= 1 << UInt64(mark & 63)
        last = byte
      }
    }
  }

  func mayHold(_ words: StaticString) -> Bool {
    let letters = words.utf8Start
    for place in 1..<max(1, words.utf8CodeUnitCount) {
      let mark = LetterPairs.mark(letters[place - 1], letters[place])
      if marks[mark >> 6] & 1 << UInt64(mark & 63) == 0 { return false }
    }
    return true
  }

  private static func mark(_ first: UInt8, _ second: UInt8) -> Int {
    (Int(first) * 31 + Int(second)) & 511
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place of the words at or after `start`. Written as a loop: it runs over every
  /// sentence of every invoice.
  func place(of words: StaticString, from start: Int = 0) -> Int? {
    let length = words.utf8CodeUnitCount
    let wanted = words.utf8Start
    guard length > 0 else { return nil }
    let last = count - length
    var place = start
    while place <= last {
      if self[place] == wanted[0] {
        var same = 1
        while same < length, self[place + same] == wanted[same] { same += 1 }
        if same == length { return place }
      }
      place += 1
    }
    return nil
  }
}

extension UInt8 {
  var isDigit: Bool { (48...57).contains(self) }
  var isLetter: Bool { (97...122).contains(self) }
  var isWord: Bool { isDigit || isLetter }
}

/// Writes small letters for whatever French typography puts in a sentence.
private struct Folding {
  private(set) var bytes: [UInt8] = []
  private var lead: [UInt8] = []
  /// A full stop and a space were read: the next capital begins a sentence.
  private var isAfterStop = false

  init(room: Int) { bytes.reserveCapacity(room) }

  mutating func take(_ byte: UInt8) {
    if !lead.isEmpty {
      lead.append(byte)
      if lead.count == length(of: lead[0]) { spell(lead) }
    } else if byte >= 0xC2 {
      lead = [byte]
    } else {
      plain(byte)
    }
  }

  private func length(of first: UInt8) -> Int { first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

  private mutating func plain(_ byte: UInt8) {
    switch byte {
    case 65...90:
      endSentence()
      bytes.append(byte + 32)
    case 10, 13, 59: stop()
    case ...32: space()
    default:
      isAfterStop = false
      bytes.append(byte)
    }
  }

  private mutating func space() {
    if bytes.last == 46 { isAfterStop = true }
    if let last = bytes.last, last != 32, last != 10 { bytes.append(32) }
  }

  private mutating func stop() {
    if let last = bytes.last, last != 10 { bytes.append(10) }
  }

  /// A capital after a full stop begins a sentence, unless the stop ends an abbreviation.
  private mutating func endSentence() {
    guard isAfterStop else { return }
    isAfterStop = false
    let word = bytes.dropLast(2).reversed().prefix { $0.isLetter }.reversed()
    if !Folding.abbreviations.contains(String(decoding: word, as: UTF8.self)) { stop() }
  }

  private static let abbreviations: Set = [
    "art", "l", "d", "r", "c", "com", "cf", "ex", "min", "max", "n", "no", "st", "ste", "m", "mme",
  ]

  private mutating func spell(_ letters: [UInt8]) {
    lead.removeAll(keepingCapacity: true)
    switch (letters[0], letters[1]) {
    case (0xC2, 0xA0): space()
    case (0xC3, let second): accented(second)
    case (0xC5, 0x92), (0xC5, 0x93): bytes += [111, 101]
    case (0xCC, _), (0xCD, 0x80...0xAF): break
    case (0xE2, 0x80): punctuation(letters[2])
    case (0xE2, 0x82) where letters[2] == 0xAC: bytes += [101, 117, 114]
    default: break
    }
  }

  private mutating func accented(_ second: UInt8) {
    if second < 0xA0 { endSentence() }
    switch second | 0x20 {
    case 0xA0...0xA5: bytes.append(97)
    case 0xA7: bytes.append(99)
    case 0xA8...0xAB: bytes.append(101)
    case 0xAC...0xAF: bytes.append(105)
    case 0xB1: bytes.append(110)
    case 0xB2...0xB6: bytes.append(111)
    case 0xB9...0xBC: bytes.append(117)
    default: break
    }
  }

  /// Thin spaces, the curly apostrophe, dashes and bullets.
  private mutating func punctuation(_ third: UInt8) {
    switch third {
    case 0x80...0x8A, 0xAF: space()
    case 0x98, 0x99: bytes.append(39)
    case 0x90...0x95: bytes.append(45)
    case 0xA2: stop()
    default: break
    }
  }
}
