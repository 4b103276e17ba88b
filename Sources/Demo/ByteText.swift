import Quantities

/// Bytes of a file being written: text, numbers, dates and amounts without any formatter.
struct ByteText {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func put(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func put(text: String) {
    // Native strings give their bytes in place; the others are copied.
    if text.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil {
      bytes.append(contentsOf: text.utf8)
    }
  }

  mutating func put(bytes more: [UInt8]) { bytes.append(contentsOf: more) }

  /// A number, with zeros in front up to `width` digits.
  mutating func put(number: Int, width: Int = 1) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var digits = 1
    var power: UInt = 10
    while number.magnitude >= power, digits < 19 {
      digits += 1
      power *= 10
    }
    digits = max(digits, width)
    bytes.append(contentsOf: repeatElement(48, count: digits))
    bytes.withUnsafeMutableBufferPointer { buffer in
      var rest = number.magnitude
      var place = buffer.count
      while rest > 0 {
        place -= 1
        buffer[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
        rest /= 10
      }
    }
  }

  /// An amount with two decimals after `point`.
  mutating func put(cents: Int64, point: UInt8 = UInt8(ascii: ".")) {
    if cents < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = Int(cents.magnitude)
    put(number: magnitude / 100)
    bytes.append(point)
    put(number: magnitude % 100, width: 2)
  }

  /// `2026-11-23`.
  mutating func put(iso day: Day) {
    let (year, month, date) = day.parts
    put(number: year, width: 4)
    bytes.append(UInt8(ascii: "-"))
    put(number: month, width: 2)
    bytes.append(UInt8(ascii: "-"))
    put(number: date, width: 2)
  }

  /// `23/11/2026`.
  mutating func put(french day: Day) {
    let (year, month, date) = day.parts
    put(number: date, width: 2)
    bytes.append(UInt8(ascii: "/"))
    put(number: month, width: 2)
    bytes.append(UInt8(ascii: "/"))
    put(number: year, width: 4)
  }

  /// Text inside an XML element.
  mutating func put(xml text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      default: bytes.append(byte)
      }
    }
  }

  /// A cell of a table separated by `separator`, quoted when it must be.
  mutating func put(cell text: String, separator: UInt8 = UInt8(ascii: ";")) {
    let quote = UInt8(ascii: "\"")
    guard text.utf8.contains(where: { $0 == separator || $0 == quote || $0 == 10 }) else {
      return put(text: text)
    }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}

extension String {
  /// The text in Windows-1252, as an older accounting program exports it.
  var windows1252: [UInt8] {
    unicodeScalars.map { scalar in
      switch scalar.value {
      case 0..<0x80, 0xA0...0xFF: UInt8(scalar.value)
      case 0x20AC: 0x80
      case 0x2019: 0x92
      case 0x2013: 0x96
      case 0x2014: 0x97
      case 0x152: 0x8C
      case 0x153: 0x9C
      default: UInt8(ascii: "?")
      }
    }
  }

  /// Capitals without accents, as most banks pass names and labels on.
  var bankCapitals: String {
    var text = ""
    for scalar in uppercased().unicodeScalars {
      switch scalar {
      case "À", "Â", "Ä", "Á": text += "A"
      case "Ç": text += "C"
      case "É", "È", "Ê", "Ë": text += "E"
      case "Î", "Ï", "Í": text += "I"
      case "Ô", "Ö", "Ó": text += "O"
      case "Ù", "Û", "Ü", "Ú": text += "U"
      case "Œ": text += "OE"
      case "’": text += "'"
      default: text.unicodeScalars.append(scalar.isASCII ? scalar : " ")
      }
    }
    return text
  }
}
