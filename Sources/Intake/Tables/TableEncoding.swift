/// How the characters of a table are stored. Decided from the bytes, never from a label.
enum TableEncoding: Hashable, Sendable {
  case utf8
  case windows1252
  /// Latin-9: Latin-1 with the euro sign and œ.
  case latin9
  case utf16LittleEndian
  case utf16BigEndian

  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .windows1252: "Windows-1252"
    case .latin9: "ISO-8859-15"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    }
  }

  /// The encoding and the length of the byte order mark.
  static func detect(_ bytes: UnsafeRawBufferPointer) -> (encoding: TableEncoding, mark: Int) {
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if let wide = unmarkedUTF16(bytes) { return (wide, 0) }
    let tally = UTF8Tally(bytes)
    // A stray byte in a file that is plainly UTF-8 must not spoil every accent of the others.
    if tally.broken == 0 || tally.sound > 4 * tally.broken { return (.utf8, 0) }
    return (singleByte(bytes), 0)
  }

  /// Two bytes a character without the mark that says so: nearly every second byte is zero.
  private static func unmarkedUTF16(_ bytes: UnsafeRawBufferPointer) -> TableEncoding? {
    guard bytes.count >= 8, bytes[0] == 0 || bytes[1] == 0 else { return nil }
    let head = bytes.prefix(1024)
    var zeros = (even: 0, odd: 0)
    for place in head.indices where head[place] == 0 {
      if place & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let most = head.count / 2 * 9 / 10
    if zeros.odd >= most, zeros.even == 0 { return .utf16LittleEndian }
    return zeros.even >= most && zeros.odd == 0 ? .utf16BigEndian : nil
  }

  /// Windows-1252 and Latin-9 differ in 40 bytes; those that occur decide.
  private static func singleByte(_ bytes: UnsafeRawBufferPointer) -> TableEncoding {
    var latin9 = 0
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x80...0x9F: return .windows1252
      case 0xA4: latin9 += 1
      // œ and Œ stand beside a letter, ½ and ¼ beside a digit or a space.
      case 0xBC, 0xBD: latin9 += isLetter(previous) ? 1 : 0
      default: break
      }
      previous = byte
    }
    return latin9 > 0 ? .latin9 : .windows1252
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0xC0 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  /// The characters of some bytes; what cannot be read becomes U+FFFD.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard self == .windows1252 || self == .latin9, bytes.contains(where: { $0 >= 0x80 }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(scalar(byte)) }
    return String(text)
  }

  private func scalar(_ byte: UInt8) -> Unicode.Scalar {
    if byte < 0x80 { return Unicode.Scalar(byte) }
    if self == .windows1252 {
      guard byte < 0xA0 else { return Unicode.Scalar(byte) }
      return TableEncoding.windows[Int(byte) - 0x80]
    }
    return TableEncoding.latin[byte] ?? Unicode.Scalar(byte)
  }

  private static let windows = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
  private static let latin: [UInt8: Unicode.Scalar] = [
    0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
  ]
}

/// How many multi-byte sequences of some bytes are sound UTF-8, and how many are not.
private struct UTF8Tally {
  var sound = 0
  var broken = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    var place = 0
    let count = bytes.count
    while place < count {
      if place + 8 <= count {
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          place += 8
          continue
        }
      }
      guard bytes[place] >= 0x80 else {
        place += 1
        continue
      }
      let length = UTF8Tally.length(bytes, place)
      if length == 0 { broken += 1 } else { sound += 1 }
      place += max(length, 1)
    }
  }

  /// Bytes of the sequence at `place`, zero when unsound. One cut by the end counts as sound.
  private static func length(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Int {
    let lead = bytes[place]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4 else { return 0 }
    for offset in 1..<length where place + offset < bytes.count {
      guard bytes[place + offset] & 0xC0 == 0x80 else { return 0 }
    }
    guard place + 1 < bytes.count else { return length }
    switch (lead, bytes[place + 1]) {
    case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return 0
    default: return length
    }
  }
}
