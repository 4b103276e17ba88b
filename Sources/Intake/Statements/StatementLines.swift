import Glibc

/// The lines of a file, without their ends: LF, CRLF, or the CR of old Macintosh files.
struct StatementLines {
  private let bytes: UnsafeRawBufferPointer
  private let end: Int32
  private var place: Int
  /// The line last given, counted from 1.
  private(set) var number = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = bytes.prefix(1 << 16)
    end = !head.contains(10) && head.contains(13) ? 13 : 10
  }

  mutating func next() -> Bytes? {
    guard let start = bytes.baseAddress, place < bytes.count else { return nil }
    let from = start + place
    let room = bytes.count - place
    var length = room
    if let found = memchr(from, end, room) { length = UnsafeRawPointer(found) - from }
    place += length + 1
    number += 1
    let line = from.assumingMemoryBound(to: UInt8.self)
    // CR CR LF happens where a file was sent as text twice.
    while length > 0, line[length - 1] == 13 { length -= 1 }
    return Bytes(start: line, count: length)
  }

  /// The last line given was not ended: the file stops there.
  var isAtEnd: Bool { place > bytes.count }
}
