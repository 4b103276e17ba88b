/// The forms under which a document's number may be quoted, as keys.
struct DocumentNumber {
  /// Letters and digits, punctuation left out: `FA202600123`.
  let whole: UInt64
  /// The digits alone: `202600123`.
  let digits: UInt64
  let digitCount: Int
  /// The value of the last run of digits: 123.
  let tail: UInt64

  init(_ number: String, scratch: inout RemittanceText) {
    scratch.clear()
    scratch.add(number)
    var all = RollingKey(seed: 1)
    var figures = RollingKey(seed: 2)
    var count = 0
    var last: UInt64 = 0
    var hasLetters = false
    for run in scratch.runs {
      for position in Int(run.start)..<Int(run.start + run.length) {
        all.add(scratch.bytes[position])
        if run.isDigits { figures.add(scratch.bytes[position]) }
      }
      if run.isDigits {
        count += Int(run.length)
        last = run.value
      } else {
        hasLetters = true
      }
    }
    whole = hasLetters ? all.key : figures.key
    digits = figures.key
    digitCount = count
    tail = last
  }
}

/// The fewest digits that name a document without its letters.
let fewestDigits = 5

/// Whether two strings of bytes are the same but for one sign changed, missing or added, or for
/// two neighbours swapped.
func isWithinOneSlip(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
  let (short, long) = left.count <= right.count ? (left, right) : (right, left)
  guard long.count - short.count <= 1 else { return false }
  var (from, to) = (short.startIndex, long.startIndex)
  while from < short.endIndex, short[from] == long[to] { (from, to) = (from + 1, to + 1) }
  if from == short.endIndex { return true }
  if short.count < long.count { return short[from...].elementsEqual(long[(to + 1)...]) }
  if short[(from + 1)...].elementsEqual(long[(to + 1)...]) { return true }
  guard from + 1 < short.endIndex else { return false }
  return short[from] == long[to + 1] && short[from + 1] == long[to]
    && short[(from + 2)...].elementsEqual(long[(to + 2)...])
}
