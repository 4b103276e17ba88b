/// The text of one element, gathered from the pieces that the parser gives.
///
/// Its room is fixed: a longer text is cut, as no bank writes more in one field.
final class TextBuffer {
  private let start: UnsafeMutablePointer<UInt8>
  private let used: UnsafeMutablePointer<Int>
  private static let room = 16_384

  init() {
    start = .allocate(capacity: TextBuffer.room)
    used = .allocate(capacity: 1)
    used.initialize(to: 0)
  }

  deinit {
    start.deallocate()
    used.deallocate()
  }

  /// Valid until the next change.
  var bytes: Bytes { Bytes(start: start, count: used.pointee) }

  func clear() { used.pointee = 0 }

  func append(_ bytes: Bytes) {
    let count = min(bytes.count, TextBuffer.room - used.pointee)
    guard count > 0, let source = bytes.baseAddress else { return }
    (start + used.pointee).update(from: source, count: count)
    used.pointee += count
  }
}
