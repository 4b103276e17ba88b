import Glibc

/// The bytes of a table in an encoding that keeps ASCII: as they are, or out of UTF-16.
final class TableText {
  let start: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  let encoding: TableEncoding
  /// Some byte is zero: the lines that hold one are refused.
  let hasZeros: Bool
  private let owned: UnsafeMutableBufferPointer<UInt8>?
  private let fileBytes: Int

  /// Nil when there is nothing to read.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let (encoding, mark) = TableEncoding.detect(bytes)
    let body = UnsafeRawBufferPointer(rebasing: bytes[mark...])
    guard let base = body.baseAddress, !body.isEmpty else { return nil }
    self.encoding = encoding
    fileBytes = body.count
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      let copy = TableText.narrowed(body, isBig: encoding == .utf16BigEndian)
      owned = copy
      guard let first = copy.baseAddress, !copy.isEmpty else {
        copy.deallocate()
        return nil
      }
      start = UnsafePointer(first)
      end = start + copy.count
    default:
      owned = nil
      start = base.assumingMemoryBound(to: UInt8.self)
      end = start + body.count
    }
    hasZeros = memchr(start, 0, end - start) != nil
  }

  deinit { owned?.deallocate() }

  var count: Int { end - start }

  /// How much of the file lies before a place. UTF-16 was written anew: its share is the same.
  func read(upTo place: UnsafePointer<UInt8>) -> Int {
    owned == nil ? place - start : (place - start) * fileBytes / max(1, count)
  }

  func text(_ cell: Cell) -> String { encoding.text(cell) }

  /// UTF-16 as UTF-8; at most three bytes for two.
  private static func narrowed(
    _ body: UnsafeRawBufferPointer, isBig: Bool
  ) -> UnsafeMutableBufferPointer<UInt8> {
    let units = (0..<body.count / 2).lazy.map { place in
      let unit = body.loadUnaligned(fromByteOffset: 2 * place, as: UInt16.self)
      return isBig ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit)
    }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: body.count / 2 * 3 + 4)
    var used = 0
    _ = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false
    ) {
      copy[used] = $0
      used += 1
    }
    return UnsafeMutableBufferPointer(rebasing: copy[..<used])
  }
}

extension TableEncoding {
  /// The text of a cell, its doubled quotes made single.
  func text(_ cell: Cell) -> String {
    let bytes = UnsafeBufferPointer(start: cell.start, count: cell.count)
    guard cell.hasDoubledQuotes else { return text(bytes) }
    var single: [UInt8] = []
    single.reserveCapacity(bytes.count)
    var isSecond = false
    for byte in bytes {
      let isQuote = byte == UInt8(ascii: "\"")
      if !isQuote || !isSecond { single.append(byte) }
      isSecond = isQuote && !isSecond
    }
    return single.withUnsafeBufferPointer { text($0) }
  }
}
