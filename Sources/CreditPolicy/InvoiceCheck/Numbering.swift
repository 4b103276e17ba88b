public import Quantities

/// The numbers of many documents, looked at series by series (INV-01): none twice, none missing,
/// in the order of their days.
///
/// A series is what stays the same around the counter: `FA-2026-` in `FA-2026-0012`. What is
/// missing is missing from what was read: a jump of more than a hundred numbers is taken for
/// another series, and a series with too many holes for a part of one; neither is judged.
public struct Numbering: Sendable {
  private var series: [Series] = []
  private var places: [String: Int] = [:]
  /// The series of the last number: the next one is mostly of the same.
  private var last = -1

  public init() {}

  /// Notes a document. Its total tells a document read twice from a number given twice.
  public mutating func take(_ number: String, on day: Day, gross: Money) {
    var number = number
    let entry = number.withUTF8 { bytes -> (Series, Int64)? in
      guard let counter = DocumentCounter(bytes) else { return nil }
      if last >= 0, series[last].holds(bytes, counter) { return (series[last], counter.value) }
      return (Series(bytes, counter), counter.value)
    }
    guard let (found, value) = entry else { return }
    if last < 0 || series[last].key != found.key {
      last = places[found.key] ?? series.count
      if last == series.count {
        places[found.key] = last
        series.append(found)
      }
    }
    let mark = Int32(truncatingIfNeeded: gross.cents ^ (gross.cents >> 32))
    series[last].entries.append(Series.Entry(value: value, day: day.number, mark: mark))
  }

  /// Adds what another stretch of documents gave.
  public mutating func add(_ other: Numbering) {
    for part in other.series {
      if let place = places[part.key] {
        series[place].entries += part.entries
      } else {
        places[part.key] = series.count
        series.append(part)
      }
    }
  }

  /// The lowest number of each series with the words before its counter: what came before it may
  /// stand elsewhere.
  public var beginnings: [(prefix: String, number: String)] { series.map(\.beginning) }

  /// What is wrong in each series.
  public func findings() -> [Finding] { findings { _ in false } }

  /// What is wrong in each series. `isKnown` tells of a number that was not read whether it exists
  /// elsewhere, in the book for instance.
  public func findings(isKnown: (String) throws -> Bool) rethrows -> [Finding] {
    try series.flatMap { try $0.findings(isKnown: isKnown) }
  }
}

/// Where the counter of a document number stands, and what it is worth.
struct DocumentCounter {
  let first: Int
  let end: Int
  let value: Int64

  /// The last run of digits, unless it is a year after another run; a year at the head of a long
  /// run belongs to the series. Nil when there is none, or one of more than eighteen digits.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard var run = DocumentCounter.run(in: bytes, before: bytes.count) else { return nil }
    if run.count == 4, DocumentCounter.isYear(bytes, run.lowerBound),
      let earlier = DocumentCounter.run(in: bytes, before: run.lowerBound)
    {
      run = earlier
    }
    if run.count >= 7, DocumentCounter.isYear(bytes, run.lowerBound) {
      run = (run.lowerBound + 4)..<run.upperBound
    }
    guard run.count <= 18 else { return nil }
    first = run.lowerBound
    end = run.upperBound
    value = run.reduce(0) { $0 * 10 + Int64(bytes[$1] - 48) }
  }

  private static func run(
    in bytes: UnsafeBufferPointer<UInt8>, before end: Int
  ) -> Range<Int>? {
    var last = end
    while last > 0, !bytes[last - 1].isDigit { last -= 1 }
    var first = last
    while first > 0, bytes[first - 1].isDigit { first -= 1 }
    return first < last ? first..<last : nil
  }

  /// From 1990 to 2099.
  private static func isYear(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    let (century, decade) = (bytes[place..<(place + 2)], bytes[place + 2])
    return century.elementsEqual("20".utf8) || (century.elementsEqual("19".utf8) && decade == 57)
  }
}
