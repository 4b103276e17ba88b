import Ledger
import Quantities

/// What one bank line says: which documents it names, and who pays.
struct Evidence {
  var text = RemittanceText()
  /// Documents the text names by their whole number.
  var named: [Int32] = []
  /// Whether one of those was settled before.
  var settled: Int32 = -1
  /// Which runs of the text are part of a number found.
  var isUsed: [Bool] = []
  /// Short runs of digits that follow a number: `FA-2026-00123/124/130`.
  var suffixes: [RemittanceText.Run] = []
  /// Keys of all that the text may quote: an order number, a reference.
  private var quoted: [UInt64] = []
  private var shorts: [Short] = []
  /// The customers who may be the payer.
  var payers: [Int32] = []
  var payerGround: Reason = .unknownPayer

  mutating func clear() {
    text.clear()
    named.removeAll(keepingCapacity: true)
    suffixes.removeAll(keepingCapacity: true)
    payers.removeAll(keepingCapacity: true)
    settled = -1
    payerGround = .unknownPayer
  }

  /// How the text mentions a document that it does not name whole.
  enum Mention { case none, short, order }

  func mention(of item: OpenItemIndex.Item) -> Mention {
    if item.order != 0, quoted.contains(item.order) { return .order }
    for short in shorts
    where short.value == item.tail || item.tail % short.modulus == short.value {
      return .short
    }
    return .none
  }

  /// Whether the text has digits enough to look like a number.
  var hasLongNumber: Bool {
    text.runs.contains { $0.isDigits && $0.length >= 3 && $0.length <= 12 }
  }

  /// A run of digits that is no part of a number found, and how much of a number's end it gives.
  private struct Short {
    let value: UInt64
    let modulus: UInt64
  }

  /// Gathers what documents are compared with, once for the line.
  mutating func prepareMentions() {
    quoted.removeAll(keepingCapacity: true)
    shorts.removeAll(keepingCapacity: true)
    for (position, run) in text.runs.enumerated() {
      addQuotations(from: position)
      guard run.isDigits, !isUsed[position], run.value > 0 else { continue }
      // A year is no number's end, nor are one or two digits.
      let isEnd = run.length >= 3 && run.length <= 9 && !(2000...2099).contains(run.value)
      shorts.append(
        Short(value: run.value, modulus: isEnd ? powersOfTen[Int(run.length)] : .max))
    }
  }

  private mutating func addQuotations(from start: Int) {
    var all = RollingKey(seed: 1)
    var digits = RollingKey(seed: 2)
    var hasLetters = false
    for end in start..<min(start + 3, text.runs.count) {
      let run = text.runs[end]
      for position in Int(run.start)..<Int(run.start + run.length) {
        all.add(text.bytes[position])
        digits.add(text.bytes[position])
      }
      hasLetters = hasLetters || !run.isDigits
      if run.isDigits { quoted.append(hasLetters ? all.key : digits.key) }
    }
  }

  /// Whether neighbouring digits of the text are one slip away from these.
  func isOneSlip(from digits: [UInt8]) -> Bool {
    guard digits.count >= fewestDigits else { return false }
    var window: [UInt8] = []
    for start in text.runs.indices where text.runs[start].isDigits {
      window.removeAll(keepingCapacity: true)
      for end in start..<min(start + 3, text.runs.count) where text.runs[end].isDigits {
        let run = text.runs[end]
        window += text.bytes[Int(run.start)..<Int(run.start + run.length)]
        if window.count > digits.count + 1 { break }
        if isWithinOneSlip(window[...], digits[...]) { return true }
      }
    }
    return false
  }
}

let powersOfTen: [UInt64] = [
  1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
]

extension Evidence {
  /// Reads the text and finds the documents that it names by their whole number.
  mutating func read(_ line: BankLine, in index: OpenItemIndex, found: inout [Int32]) {
    text.add(line.text)
    if !line.endToEnd.isEmpty { text.add(line.endToEnd) }
    isUsed.removeAll(keepingCapacity: true)
    isUsed.append(contentsOf: repeatElement(false, count: text.runs.count))
    var start = 0
    while start < text.runs.count {
      let end = longestNumber(from: start, in: index, found: &found)
      guard end > start else {
        start += 1
        continue
      }
      for document in found where !named.contains(document) { named.append(document) }
      for position in start..<end { isUsed[position] = true }
      start = end
      while start < text.runs.count, text.runs[start].isDigits, isSuffix(text.runs[start]),
        longestNumber(from: start, in: index, found: &found) == start
      {
        suffixes.append(text.runs[start])
        start += 1
      }
    }
  }

  private func isSuffix(_ run: RemittanceText.Run) -> Bool { run.length >= 2 && run.length <= 4 }

  /// The end of the longest window from here that is a number; `start` when there is none.
  private func longestNumber(
    from start: Int, in index: OpenItemIndex, found: inout [Int32]
  ) -> Int {
    var all = RollingKey(seed: 1)
    var digits = RollingKey(seed: 2)
    var (hasLetters, count, best) = (false, 0, start)
    let last = min(start + 4, text.runs.count)
    for end in start..<last {
      let run = text.runs[end]
      if isUsed[end] || count > 24 { break }
      for position in Int(run.start)..<Int(run.start + run.length) {
        all.add(text.bytes[position])
        digits.add(text.bytes[position])
      }
      count += Int(run.length)
      hasLetters = hasLetters || !run.isDigits
      guard run.isDigits, count >= (hasLetters ? 4 : fewestDigits) else { continue }
      let before = best > start ? found : []
      found.removeAll(keepingCapacity: true)
      index.items(numbered: hasLetters ? all.key : digits.key, into: &found)
      if found.isEmpty { found = before } else { best = end + 1 }
    }
    return best
  }
}
