import Ledger

/// The lines of one household by their amount: those that may pay one another's documents.
struct AmountClasses {
  private var cents: [Int64] = []
  private var days: [Int32] = []
  /// Lines of one amount stand together, in order of day.
  private(set) var lines: [Int32] = []

  init() {}

  init(of household: ArraySlice<Int32>, in waiting: WaitingLines) {
    let keyed = household.enumerated().map {
      (cents: waiting.lines[Int($0.element)].cents, rank: $0.offset, line: $0.element)
    }
    let sorted = keyed.sorted { ($0.cents, $0.rank) < ($1.cents, $1.rank) }
    cents = sorted.map(\.cents)
    lines = sorted.map(\.line)
    days = lines.map { waiting.lines[Int($0)].day }
  }

  /// The lines of one amount.
  func lines(of amount: Int64) -> ArraySlice<Int32> {
    var (low, high) = (0, cents.count)
    while low < high {
      let middle = (low + high) / 2
      if cents[middle] < amount { low = middle + 1 } else { high = middle }
    }
    guard low < cents.count, cents[low] == amount else { return [] }
    return lines[low..<end(of: low)]
  }

  /// The lines of one amount that came on a day or later.
  func lines(of amount: Int64, since day: Int32) -> ArraySlice<Int32> {
    let all = lines(of: amount)
    var (low, high) = (all.startIndex, all.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return lines[low..<all.endIndex]
  }

  /// Where the amount that begins at a place ends.
  func end(of start: Int) -> Int {
    var end = start
    while end < cents.count, cents[end] == cents[start] { end += 1 }
    return end
  }

  var count: Int { cents.count }
}
