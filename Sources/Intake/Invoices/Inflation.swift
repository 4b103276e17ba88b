import CZlib

/// Inflates a zlib stream without ever going past a bound.
enum Inflation {
  static func inflated(
    _ source: UnsafeBufferPointer<UInt8>, atMost limit: Int
  ) throws(PDFFault) -> [UInt8] {
    var stream = z_stream()
    guard
      inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .excessive }
    defer { inflateEnd(&stream) }
    stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
    stream.avail_in = UInt32(clamping: source.count)
    var result: [UInt8] = []
    var room = min(limit, max(4096, 4 * source.count))
    while true {
      let (status, count) = step(&stream, into: &result, room: room)
      if status == Z_STREAM_END { return result }
      // Anything but progress means that the data are cut short or wrong.
      guard status == Z_OK, count > 0 else { throw .damaged }
      guard result.count < limit else { throw .excessive }
      room = min(limit - result.count, max(4096, result.count))
    }
  }

  private static func step(
    _ stream: inout z_stream, into result: inout [UInt8], room: Int
  ) -> (status: Int32, count: Int) {
    var status: Int32 = Z_OK
    let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      stream.next_out = buffer.baseAddress
      stream.avail_out = UInt32(room)
      status = inflate(&stream, Z_NO_FLUSH)
      count = room - Int(stream.avail_out)
    }
    if result.isEmpty { result = piece } else { result += piece }
    return (status, piece.count)
  }
}
