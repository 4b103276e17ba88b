/// A small table from packed words to what they mean, looked up for each of a million words.
struct KeyTable: Sendable {
  private var slots: [(key: UInt64, value: UInt8)] = Array(repeating: (0, 0), count: 512)

  /// At most some two hundred keys, none of them zero.
  init(_ rows: [(key: UInt64, value: UInt8)]) {
    for row in rows {
      var slot = KeyTable.slot(row.key)
      while slots[slot].key != 0 { slot = (slot + 1) & 511 }
      slots[slot] = row
    }
  }

  /// Zero for a key that is not in the table.
  subscript(key: UInt64) -> UInt8 {
    var slot = KeyTable.slot(key)
    while slots[slot].key != 0 {
      if slots[slot].key == key { return slots[slot].value }
      slot = (slot + 1) & 511
    }
    return 0
  }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 55)
  }
}

/// The words of a text as numbers: letters alone, small ones and accents as the plain capital.
struct FoldedWords {
  private let text: Bytes
  private var place: Int
  /// Where the word last given stands.
  private(set) var range = 0..<0

  init(_ text: Bytes, from first: Int = 0) {
    self.text = text
    place = first
  }

  /// The next word, five bits a letter; zero for one of more than twelve letters. Nil at the end.
  mutating func next() -> UInt64? {
    var start = place
    var letter: UInt8 = 0
    while place < text.count {
      // The letter may have two bytes, and the word begins with the first.
      start = place
      letter = self.letter()
      if letter != 0 { break }
      place += 1
    }
    guard place < text.count else { return nil }
    var key = UInt64(letter)
    var count = 1
    place += 1
    while place < text.count {
      letter = self.letter()
      if letter == 0 { break }
      key = key << 5 | UInt64(letter)
      count += 1
      place += 1
    }
    range = start..<place
    return count > 12 ? 0 : key
  }

  /// The letter at `place`, A as 1, and past the first byte of two; zero for what is none.
  @inline(__always)
  private mutating func letter() -> UInt8 {
    let byte = text[place]
    let plain = (byte & 0xDF) &- 64
    if byte < 0x80 { return plain >= 1 && plain <= 26 ? plain : 0 }
    return foreignLetter(byte)
  }

  private mutating func foreignLetter(_ byte: UInt8) -> UInt8 {
    if byte == 0xC3, place + 1 < text.count, text[place + 1] & 0xC0 == 0x80 {
      place += 1
      return FoldedWords.folded(text[place] | 0x40)
    }
    return FoldedWords.folded(byte)
  }

  /// The letters of Latin-1 above ASCII, without their accents.
  private static func folded(_ byte: UInt8) -> UInt8 {
    switch byte & 0xDF {
    case 0xC0...0xC6: 1
    case 0xC7: 3
    case 0xC8...0xCB: 5
    case 0xCC...0xCF: 9
    case 0xD1: 14
    case 0xD2...0xD6: 15
    case 0xD9...0xDC: 21
    default: 26
    }
  }

  /// The number of a word written in capitals.
  static func key(_ word: some StringProtocol) -> UInt64 {
    word.utf8.reduce(0) { $0 << 5 | UInt64($1 & 31) }
  }
}
