/// The text of one element, gathered from the pieces that the parser gives.
///
/// Its room is fixed: a longer text is cut, as no bank writes more in one field.
final class TextBuffer {
  private let start: UnsafeMutablePointer<UInt8>
  private let used: UnsafeMutablePointer<Int>
  private var isPartShort = false
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

  /// Appends words with a blank before them; nothing for none. Words that begin with all that was
  /// said so far take its place: banks repeat a label before its rest.
  func appendWord(_ bytes: Bytes) {
    guard !bytes.isEmpty, used.pointee < TextBuffer.room else { return }
    if used.pointee <= bytes.count, self.bytes.elementsEqual(bytes.prefix(used.pointee)) { clear() }
    if used.pointee > 0 { appendBlank() }
    append(bytes)
  }

  /// Appends a part of a text that was cut into pieces of 27 characters: one that filled its piece
  /// goes on within the word.
  func appendPart(_ bytes: Bytes) {
    if isPartShort, used.pointee > 0 { appendBlank() }
    append(bytes)
    isPartShort = bytes.count < 26
  }

  func appendBlank() {
    guard used.pointee < TextBuffer.room else { return }
    start[used.pointee] = 32
    used.pointee += 1
  }

  func append(_ bytes: Bytes) {
    let count = min(bytes.count, TextBuffer.room - used.pointee)
    guard count > 0, let source = bytes.baseAddress else { return }
    (start + used.pointee).update(from: source, count: count)
    used.pointee += count
  }
}
