extension UnsafeBufferPointer<UInt8> {
  /// The text in whichever character set it was written, every run of blanks as one space.
  ///
  /// Headers that name the character set are often wrong, so the bytes decide: sound UTF-8 is
  /// UTF-8, the rest is Windows-1252 or ISO-8859-15.
  var written: String {
    var isPlain = true
    var mixed: UInt8 = 0
    var previous: UInt8 = 32
    for byte in self {
      mixed |= byte
      if byte <= 32 || byte == 127 {
        if byte != 32 || previous == 32 { isPlain = false }
      }
      previous = byte
    }
    if mixed >= 0x80 { return foreign }
    if isPlain, previous != 32 { return text }
    return collapsed
  }

  /// ASCII alone, with runs of blanks as one space.
  private var collapsed: String {
    String(unsafeUninitializedCapacity: count) { room in
      var length = 0
      var isBlank = false
      for byte in self {
        guard byte > 32, byte != 127 else {
          isBlank = length > 0
          continue
        }
        if isBlank {
          room[length] = 32
          length += 1
          isBlank = false
        }
        room[length] = byte
        length += 1
      }
      return length
    }
  }

  private var foreign: String {
    let encoding = TableEncoding.detect(UnsafeRawBufferPointer(self)).encoding
    let single = encoding == .utf16BigEndian || encoding == .utf16LittleEndian
    let text = (single ? .windows1252 : encoding).text(self)
    return text.unicodeScalars.split { scalar in
      scalar.value <= 32 || (127...160).contains(scalar.value) || scalar == "\u{202F}"
    }.map { String($0) }.joined(separator: " ")
  }

  /// All bytes are blanks, or there are none.
  var isBlank: Bool { allSatisfy { $0 <= 32 } }
}
