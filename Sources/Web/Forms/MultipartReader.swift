import Glibc

/// Cuts a `multipart/form-data` body into its parts as it arrives, holding only a few bytes of it.
struct MultipartReader {
  /// What a part turned out to be, told while the body arrives.
  enum Event {
    /// A part begins; `file` is nil for an ordinary field.
    case part(name: String, file: String?)
    case bytes(ArraySlice<UInt8>)
    case end
  }

  private enum State { case preamble, headers, content, done }

  private let delimiter: [UInt8]
  private var state = State.preamble
  private var held: [UInt8]

  /// The boundary that the content type names; nil when it names none.
  init?(contentType: String) {
    guard contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
    guard let boundary = MultipartReader.parameter("boundary", of: contentType),
      (1...70).contains(boundary.utf8.count)
    else { return nil }
    delimiter = Array("\r\n--\(boundary)".utf8)
    // So that a body that begins with its boundary reads as all the others.
    held = [13, 10]
  }

  /// Whether the last boundary was read: a body that stops before it was cut off.
  var isComplete: Bool { state == .done }

  /// Takes the next bytes in. Throws for a body that is not what it says.
  mutating func feed(_ bytes: some Sequence<UInt8>, _ tell: (Event) throws -> Void) throws {
    held += bytes
    var start = 0
    while try step(&start, tell) {}
    held.removeFirst(start)
  }

  /// One part of the work; false when more bytes are needed.
  private mutating func step(_ start: inout Int, _ tell: (Event) throws -> Void) throws -> Bool {
    switch state {
    case .done:
      start = held.count
      return false
    case .preamble, .content:
      let found = place(of: delimiter, from: start)
      let end = found ?? max(start, held.count - delimiter.count - 4)
      if state == .content, end > start { try tell(.bytes(held[start..<end])) }
      start = end
      guard let found, held.count >= found + delimiter.count + 2 else { return false }
      if state == .content { try tell(.end) }
      let after = found + delimiter.count
      let isLast = held[after] == UInt8(ascii: "-") && held[after + 1] == UInt8(ascii: "-")
      state = isLast ? .done : .headers
      start = after
      return true
    case .headers:
      guard let end = place(of: [13, 10, 13, 10], from: start) else {
        if held.count - start > 16_384 { throw Refusal.tooLarge }
        return false
      }
      try tell(MultipartReader.part(held[start..<end]))
      start = end + 4
      // The content's own delimiter may follow at once: its line end must not be lost.
      state = .content
      return true
    }
  }

  private func place(of needle: [UInt8], from start: Int) -> Int? {
    held.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress else { return nil }
      var place = start
      while place + needle.count <= bytes.count,
        let hit = memchr(base + place, Int32(needle[0]), bytes.count - place - needle.count + 1)
      {
        place = hit - UnsafeMutableRawPointer(mutating: base)
        if memcmp(base + place, needle, needle.count) == 0 { return place }
        place += 1
      }
      return nil
    }
  }

  private static func part(_ head: ArraySlice<UInt8>) throws -> Event {
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    let disposition = lines.first { $0.lowercased().hasPrefix("content-disposition:") }
    guard let disposition, let name = parameter("name", of: String(disposition)) else {
      throw Refusal.wrong("multipart")
    }
    return .part(name: name, file: parameter("filename", of: String(disposition)))
  }

  /// `name="value"` or `name=value` in a header; browsers write a quote in a name as `%22`.
  private static func parameter(_ name: String, of header: String) -> String? {
    var isQuoted = false
    let pieces = header.split { sign in
      if sign == "\"" { isQuoted.toggle() }
      return sign == ";" && !isQuoted
    }
    for piece in pieces.dropFirst() {
      let parts = piece.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ $0 != " " }).lowercased() == name else { continue }
      return String(parts[1].filter { $0 != "\"" })
    }
    return nil
  }
}
