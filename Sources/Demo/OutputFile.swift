import Foundation

/// Why the demo firm could not be written.
public enum DemoError: Error, Hashable, Sendable {
  /// The folder holds something else: nothing in it was touched.
  case notEmpty(folder: String)
  /// The system refused a folder or a file, in its own words.
  case cannotWrite(path: String, reason: String)
}

/// A file written in large pieces.
final class OutputFile {
  let path: String
  var text = ByteText(capacity: OutputFile.piece + 65_536)
  private let descriptor: Int32

  static let piece = 1 << 20

  init(_ path: String) throws(DemoError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw OutputFile.failure(path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes what waits once it makes a large piece.
  func flushWhenLarge() throws(DemoError) {
    if text.bytes.count >= OutputFile.piece { try flush() }
  }

  func flush() throws(DemoError) {
    try write(text.bytes)
    text.removeAll()
  }

  /// Writes bytes at once; what waits must have been flushed before.
  func write(_ bytes: [UInt8]) throws(DemoError) {
    var done = 0
    while done < bytes.count {
      let wrote = bytes.withUnsafeBytes { bytes in
        Foundation.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
      }
      if wrote < 0 && errno == EINTR { continue }
      if wrote <= 0 { throw OutputFile.failure(path) }
      done += wrote
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws(DemoError) {
    try OutputFile(path).write(bytes)
  }

  private static func failure(_ path: String) -> DemoError {
    .cannotWrite(path: path, reason: String(cString: strerror(errno)))
  }
}
