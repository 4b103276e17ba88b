/// A name as people search for it: small letters, no accents, words apart by one space.
public enum SearchKey {
  /// The key of a text. Letters beyond Latin stay as they are.
  public static func of(_ text: String) -> String {
    var text = text
    var key: [UInt8] = []
    text.withUTF8 { bytes in
      key.reserveCapacity(bytes.count)
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        switch byte {
        case 48...57, 97...122: key.append(byte)
        case 65...90: key.append(byte | 0x20)
        case 0xC3 where place < bytes.count, 0xC5 where place < bytes.count:
          append(byte, bytes[place], to: &key)
          place += 1
        case 0xC2 where place < bytes.count, 0xE2 where place + 1 < bytes.count:
          // No-break spaces, typographic quotes and dashes.
          place += byte == 0xC2 ? 1 : 2
          space(&key)
        case 0x80...: key.append(byte)
        default: space(&key)
        }
      }
    }
    if key.last == 32 { key.removeLast() }
    return String(decoding: key, as: UTF8.self)
  }

  private static func space(_ key: inout [UInt8]) {
    if let last = key.last, last != 32 { key.append(32) }
  }

  /// The plain letters of U+00C0 to U+00FF in their order; a dot stands for a sign.
  private static let plain = Array("aaaaaa.ceeeeiiiidnooooo.ouuuuy.s".utf8)

  /// A letter of two bytes: Latin-1, or œ, š, ž, ÿ of the next page.
  private static func append(_ first: UInt8, _ second: UInt8, to key: inout [UInt8]) {
    if first == 0xC3 {
      switch second {
      case 0x86, 0xA6: key += [97, 101]  // æ
      case 0x9F: key += [115, 115]  // ß
      default:
        let letter = plain[Int(second & 0x1F)]
        if letter == UInt8(ascii: ".") { space(&key) } else { key.append(letter) }
      }
      return
    }
    switch second {
    case 0x92, 0x93: key += [111, 101]  // œ
    case 0xA0, 0xA1: key.append(115)
    case 0xB8: key.append(121)
    case 0xBD, 0xBE: key.append(122)
    default: key += [first, second]
    }
  }
}
