import Ledger

/// Writes the lines of a mail. What is put into a head cannot begin another line of it.
struct MailWriter {
  private(set) var bytes: [UInt8] = []

  mutating func line(_ text: String) {
    bytes += text.utf8
    bytes += [13, 10]
  }

  /// A field of the head whose value we made ourselves.
  mutating func field(_ name: String, _ value: String) { line(name + ": " + value) }

  /// A field with words that people wrote.
  mutating func words(_ name: String, _ value: String) {
    field(name, MailWriter.encoded(value, after: name.utf8.count + 2))
  }

  /// A field with an address and the name of who has it.
  mutating func field(_ name: String, name person: String, address: MailAddress) {
    let person = MailWriter.tidy(person)
    if person.isEmpty { return field(name, address.text) }
    if MailWriter.isPlain(person), person.utf8.count < 60 {
      let quoted = person.replacing("\\", with: "").replacing("\"", with: "")
      return field(name, "\"\(quoted)\" <\(address.text)>")
    }
    field(
      name,
      MailWriter.encoded(person, after: name.utf8.count + 2) + "\r\n <\(address.text)>")
  }

  /// The text as UTF-8 in quoted-printable, with its own head.
  mutating func text(_ text: String) {
    field("Content-Type", "text/plain; charset=utf-8")
    field("Content-Transfer-Encoding", "quoted-printable")
    line("")
    quoted(text)
  }

  mutating func attachment(_ attachment: Attachment) {
    let name = attachment.name.unicodeScalars.map { scalar in
      "\"\\/;".unicodeScalars.contains(scalar) || scalar.value < 0x20 || scalar.value == 0x7F
        ? "_" : String(scalar)
    }.joined()
    let type = attachment.type.allSatisfy { $0.isASCII && ($0.isLetter || "/-+.".contains($0)) }
    field("Content-Type", type ? attachment.type : "application/octet-stream")
    field("Content-Transfer-Encoding", "base64")
    let place =
      name.utf8.allSatisfy { $0 < 128 }
      ? "filename=\"\(name)\"" : "filename*=utf-8''" + MailWriter.percent(name)
    field("Content-Disposition", "attachment; " + place)
    line("")
    // What rests in the archive is fetched before a message is written.
    guard let bytes = attachment.bytes else { preconditionFailure("a file without its content") }
    base64(bytes)
  }

  // Text -----------------------------------------------------------------------------------------

  private static let hex = Array("0123456789ABCDEF".utf8)

  private mutating func quoted(_ text: String) {
    var column = 0
    func needsSpace(_ count: Int) -> Bool { column + count > 75 }
    let source = Array(text.utf8)
    var place = 0
    while place < source.count {
      let byte = source[place]
      place += 1
      if byte == 13 { continue }
      if byte == 10 {
        bytes += [13, 10]
        column = 0
        continue
      }
      let isLast = place == source.count || source[place] == 10 || source[place] == 13
      let isBlank = byte == 32 || byte == 9
      let isBare = (33...126).contains(byte) && byte != 61 || isBlank && !isLast
      // A dot alone on a line ends a mail, and "From " begins another in some mailboxes.
      let isMark = column == 0 && (byte == 46 || byte == 70)
      let count = isBare && !isMark ? 1 : 3
      if needsSpace(count) {
        bytes += [61, 13, 10]
        column = 0
      }
      if count == 1 {
        bytes.append(byte)
      } else {
        bytes += [61, MailWriter.hex[Int(byte >> 4)], MailWriter.hex[Int(byte & 15)]]
      }
      column += count
    }
    bytes += [13, 10]
  }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// A file in lines of 76 characters. Files are the bulk of a mail: they are written by place, in
  /// room taken once.
  private mutating func base64(_ source: [UInt8]) {
    let lines = (source.count + 56) / 57
    bytes += Array(unsafeUninitializedCapacity: (source.count + 2) / 3 * 4 + lines * 2) {
      room, count in
      source.withUnsafeBufferPointer { source in
        var start = 0
        while start < source.count {
          let end = min(start + 57, source.count)
          MailWriter.base64(UnsafeBufferPointer(rebasing: source[start..<end]), room, &count)
          room.initializeElement(at: count, to: 13)
          room.initializeElement(at: count + 1, to: 10)
          count += 2
          start = end
        }
      }
    }
  }

  private static func base64(
    _ source: UnsafeBufferPointer<UInt8>, _ room: UnsafeMutableBufferPointer<UInt8>,
    _ count: inout Int
  ) {
    digits.withUnsafeBufferPointer { digits in
      var place = 0
      while place < source.count {
        let left = source.count - place
        let first = source[place]
        let second = left > 1 ? source[place + 1] : 0
        let third = left > 2 ? source[place + 2] : 0
        room.initializeElement(at: count, to: digits[Int(first >> 2)])
        room.initializeElement(at: count + 1, to: digits[Int((first & 3) << 4 | second >> 4)])
        room.initializeElement(
          at: count + 2, to: left > 1 ? digits[Int((second & 15) << 2 | third >> 6)] : 61)
        room.initializeElement(at: count + 3, to: left > 2 ? digits[Int(third & 63)] : 61)
        count += 4
        place += 3
      }
    }
  }

  // Heads ----------------------------------------------------------------------------------------

  /// Words without anything that ends a line or hides.
  private static func tidy(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      scalars.append(isControl || [0x2028, 0x2029].contains(scalar.value) ? " " : scalar)
    }
    return String(scalars)
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (32...126).contains($0) } && !text.contains("=?")
  }

  /// Words as a head may hold them (RFC 2047), in lines of at most 76 characters.
  private static func encoded(_ text: String, after used: Int) -> String {
    let text = tidy(text)
    if isPlain(text), text.utf8.count + used <= 76 { return text }
    var words: [String] = []
    var part: [UInt8] = []
    func flush() {
      let word = [UInt8](unsafeUninitializedCapacity: (part.count + 2) / 3 * 4) { room, count in
        part.withUnsafeBufferPointer { base64($0, room, &count) }
      }
      words.append("=?utf-8?B?" + String(decoding: word, as: UTF8.self) + "?=")
      part = []
    }
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      let room = words.isEmpty ? min(45, (76 - used - 12) / 4 * 3) : 45
      if part.count + bytes.count > room { flush() }
      part += bytes
    }
    if !part.isEmpty { flush() }
    return words.joined(separator: "\r\n ")
  }

  private static func percent(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == 46 || byte == 45 || byte == 95
      let code = [37, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      return String(decoding: isPlain ? [byte] : code, as: UTF8.self)
    }.joined()
  }
}
