import Glibc
import Ledger

/// Goes from tag to tag through an OFX file, be it SGML, where only groups are closed, or XML.
///
/// No entity is declared, fetched or expanded but the usual ones; a DOCTYPE is refused.
struct OFXScanner {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0
  private let joined = TextBuffer()
  private var counted = (place: 0, line: 1)

  /// The tag last met.
  private(set) var name = Bytes(start: nil, count: 0)
  private(set) var isEnd = false
  /// What stood between the tag before and this one.
  private(set) var text = Bytes(start: nil, count: 0)

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The line of the tag last met.
  mutating func line() -> Int {
    let end = min(place, bytes.count)
    while counted.place < end {
      if bytes[counted.place] == 10 { counted.line += 1 }
      counted.place += 1
    }
    return counted.line
  }

  /// Goes to the next tag; false at the end of the file.
  mutating func next() throws -> Bool {
    var from = place
    var hasPieces = false
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return false }
    while let open = index(of: 60, from: place) {
      let next = open + 1 < bytes.count ? bytes[open + 1] : 0
      if OFXScanner.isLetter(next) || next == 47 {
        if let close = index(of: 62, from: open + 1, within: 200),
          takeName(Bytes(start: base + open + 1, count: close - open - 1))
        {
          finishText(Bytes(start: base + from, count: open - from), hasPieces)
          place = close + 1
          return true
        }
      } else if next == 33 || next == 63 {
        if !hasPieces { joined.clear() }
        joined.append(Bytes(start: base + from, count: open - from))
        hasPieces = true
        try skipMarkup(at: open)
        from = place
        continue
      }
      // A sign that nobody escaped.
      place = open + 1
    }
    place = bytes.count
    return false
  }

  private mutating func finishText(_ rest: Bytes, _ hasPieces: Bool) {
    if hasPieces {
      joined.append(rest)
      text = joined.bytes
    } else {
      text = rest
    }
  }

  /// The name inside a tag, without attributes and the slash of an empty one.
  private mutating func takeName(_ inside: Bytes) -> Bool {
    isEnd = inside.first == 47
    let start = isEnd ? 1 : 0
    var end = start
    while end < inside.count, OFXScanner.isNameByte(inside[end]) { end += 1 }
    name = Bytes(rebasing: inside[start..<end])
    return end > start && (end == inside.count || inside[end] <= 32 || inside[end] == 47)
  }

  /// Skips a comment or an instruction; the text of a CDATA section is kept.
  private mutating func skipMarkup(at open: Int) throws {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[open...].prefix(16))
    if rest.starts(with: "<!--".utf8) {
      place = end(of: "-->", from: open + 4)
      return
    }
    if rest.starts(with: "<![CDATA[".utf8) {
      let stop = end(of: "]]>", from: open + 9)
      let length = max(0, stop - 3 - (open + 9))
      if let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) {
        joined.append(Bytes(start: base + open + 9, count: length))
      }
      place = stop
      return
    }
    let word = rest.dropFirst(2).prefix(7).map { $0 >= 97 ? $0 - 32 : $0 }
    if rest.count > 2, rest[1] == 33, word.elementsEqual("DOCTYPE".utf8) {
      place = open
      throw Refusal(.doctype, at: .line(line()))
    }
    place = end(of: ">", from: open + 2)
  }

  private func end(of mark: StaticString, from first: Int) -> Int {
    let mark = Bytes(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
    var from = first
    while let found = index(of: Int32(mark[0]), from: from) {
      if bytes[found...].starts(with: mark) { return found + mark.count }
      from = found + 1
    }
    return bytes.count
  }

  private func index(of byte: Int32, from first: Int, within length: Int = .max) -> Int? {
    guard let base = bytes.baseAddress, first < bytes.count,
      let found = memchr(base + first, byte, min(length, bytes.count - first))
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 32 >= 97 && byte | 32 <= 122 }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte &- 48 <= 9 || byte == 46 || byte == 95 || byte == 45
  }
}
