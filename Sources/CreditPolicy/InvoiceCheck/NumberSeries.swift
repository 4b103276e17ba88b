import Ledger
import Quantities

/// The documents whose numbers differ by their counter alone.
struct Series: Sendable {
  struct Entry: Sendable {
    let value: Int64
    let day: Int32
    /// Two documents of the same total have the same mark.
    let mark: Int32
  }

  private let prefix: [UInt8]
  private let suffix: [UInt8]
  /// Digits of the counter, zeros in front counted.
  private let width: Int
  let key: String
  var entries: [Entry] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ counter: DocumentCounter) {
    prefix = Array(bytes[..<counter.first])
    suffix = Array(bytes[counter.end...])
    width = bytes[counter.first] == 48 ? counter.end - counter.first : 1
    key = String(decoding: prefix + [0] + suffix, as: UTF8.self)
  }

  func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ counter: DocumentCounter) -> Bool {
    bytes[..<counter.first].elementsEqual(prefix) && bytes[counter.end...].elementsEqual(suffix)
  }

  private func number(_ value: Int64) -> String {
    let digits = String(value)
    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return String(decoding: prefix, as: UTF8.self) + zeros + digits
      + String(decoding: suffix, as: UTF8.self)
  }

  var beginning: (prefix: String, number: String) {
    (
      String(decoding: prefix, as: UTF8.self),
      number(entries.lazy.map(\.value).min() ?? 0)
    )
  }

  /// A longer jump is another series; a fuller one of holes is part of a series.
  private static let longestGap: Int64 = 100
  private static let shareOfHoles: Int64 = 5
  private static let mostNamed = 20

  func findings(isKnown: (String) throws -> Bool) rethrows -> [Finding] {
    let sorted = entries.sorted { ($0.value, $0.day, $0.mark) < ($1.value, $1.day, $1.mark) }
    var findings = twice(sorted).map { [$0] } ?? []
    var start = 0
    for place in sorted.indices.dropFirst() + [sorted.count] {
      let isEnd =
        place == sorted.count
        || sorted[place].value - sorted[place - 1].value > Series.longestGap + 1
      guard isEnd, place > start else { continue }
      let run = sorted[start..<place]
      start = place
      if let gaps = try missing(from: run, isKnown) { findings.append(gaps) }
      if let disorder = disorder(in: run) { findings.append(disorder) }
    }
    return findings
  }

  private func missing(
    from run: ArraySlice<Entry>, _ isKnown: (String) throws -> Bool
  ) rethrows -> Finding? {
    guard let first = run.first?.value, let last = run.last?.value, last > first else { return nil }
    let gaps = zip(run, run.dropFirst()).lazy.filter { $1.value > $0.value + 1 }
    let count = gaps.reduce(0) { $0 + $1.1.value - $1.0.value - 1 }
    // A part of a series, such as the open invoices alone, proves nothing.
    guard count > 0, count * Series.shareOfHoles <= last - first else { return nil }
    let holes = gaps.flatMap { ($0.value + 1)..<$1.value }
    let names = try holes.map(number).filter { try !isKnown($0) }
    guard !names.isEmpty else { return nil }
    let named = names.prefix(Series.mostNamed).joined(separator: ", ")
    let more = names.count > Series.mostNamed ? "…" : ""
    let (from, to) = (number(first), number(last))
    return finding(
      Remark(
        french: "de \(from) à \(to), \(names.count) absents de ce qui a été lu\u{A0}: "
          + named + more,
        english: "from \(from) to \(to), \(names.count) not among what was read: " + named + more))
  }

  /// A number given to two documents that differ.
  private func twice(_ sorted: [Entry]) -> Finding? {
    let pairs = zip(sorted, sorted.dropFirst()).filter { one, next in
      one.value == next.value && (one.day, one.mark) != (next.day, next.mark)
    }
    guard !pairs.isEmpty else { return nil }
    let names = pairs.prefix(Series.mostNamed).map { number($0.0.value) }.joined(separator: ", ")
    return finding(
      Remark(
        french: "numéro donné à deux pièces différentes\u{A0}: " + names,
        english: "number given to two different documents: " + names))
  }

  /// The first number that bears an earlier day than the one before it.
  private func disorder(in run: ArraySlice<Entry>) -> Finding? {
    guard let (one, next) = zip(run, run.dropFirst()).first(where: { $0.day > $1.day }) else {
      return nil
    }
    let (before, after) = (Day(number: one.day), Day(number: next.day))
    return finding(
      Remark(
        french: "\(number(next.value)) du \(after.french) suit \(number(one.value)) du "
          + before.french,
        english: "\(number(next.value)) of \(after.iso) follows \(number(one.value)) of "
          + before.iso))
  }

  private func finding(_ found: Remark) -> Finding {
    Finding(
      .numbering, .error,
      .init(
        found: found,
        wanted: Remark(
          french: "un numéro par pièce, dans l’ordre des dates, sans trou dans la série",
          english: "one number a document, in the order of the days, no hole in the series")))
  }
}
