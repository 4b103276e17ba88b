/// Undoes what mails do to bytes on their way: transfer encodings and character sets.
enum MailCode {
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt32
      switch byte {
      case 65...90: value = UInt32(byte - 65)
      case 97...122: value = UInt32(byte - 71)
      case 48...57: value = UInt32(byte + 4)
      case 43, 45: value = 62
      case 47, 95: value = 63
      case 61: return result
      default: continue
      }
      bits = bits << 6 | value
      count += 1
      guard count == 4 else {
        // Two signs make a byte, three make two.
        if count == 2 { result.append(UInt8(truncatingIfNeeded: bits >> 4)) }
        if count == 3 { result.append(UInt8(truncatingIfNeeded: bits >> 2)) }
        continue
      }
      result.append(UInt8(truncatingIfNeeded: bits))
      (bits, count) = (0, 0)
    }
    return result
  }

  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isHead: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      if isHead, byte == 95 {
        result.append(32)
      } else if byte == 61, place + 1 < bytes.endIndex,
        let high = digit(bytes[place]), let low = digit(bytes[place + 1])
      {
        result.append(high << 4 | low)
        place += 2
      } else if byte == 61, place < bytes.endIndex, bytes[place] == 13 || bytes[place] == 10 {
        // A line that goes on.
        if bytes[place] == 13, place + 1 < bytes.endIndex, bytes[place + 1] == 10 { place += 1 }
        place += 1
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }

  /// Signs of Windows-1252 where ISO 8859-1 has none.
  private static let windows: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  /// Bytes as text: UTF-8 where they are, else as the West of Europe writes. Without signs that
  /// steer a terminal.
  static func text(_ bytes: [UInt8], charset: String) -> String {
    let name = charset.lowercased()
    var scalars = String.UnicodeScalarView()
    let isWestern =
      name.hasPrefix("iso-8859-1") || name.hasPrefix("windows-125") || name == "latin1"
    if !isWestern, let text = String(validating: bytes, as: UTF8.self) {
      scalars = text.unicodeScalars
    } else {
      for byte in bytes {
        let value = (0x80...0x9F).contains(byte) ? windows[Int(byte) - 0x80] : UInt32(byte)
        scalars.append(Unicode.Scalar(value) ?? " ")
      }
    }
    var clean = String.UnicodeScalarView()
    for scalar in scalars
    where scalar.value >= 32 && scalar.value != 127 || "\n\t".unicodeScalars.contains(scalar) {
      clean.append(scalar)
    }
    return String(clean)
  }
}
