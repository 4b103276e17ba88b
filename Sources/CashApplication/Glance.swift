/// What is looked at first of a document's number: most documents are told at once not to be those
/// that a text mentions.
struct Glance {
  /// The last three digits of its last run, and of all its digits.
  let tail: UInt16
  let whole: UInt16
  /// Its first five digits.
  let beginning: UInt32

  init(_ mark: OpenItemIndex.Mark) {
    tail = UInt16(mark.tail % 1_000)
    whole = UInt16(mark.digits.value % 1_000)
    beginning = mark.digits.beginning
  }
}
