import Ledger

/// The lines that nobody's name stands on, by amount, with the documents of these amounts.
struct Strays {
  private var lines = KeyTable()
  /// Invoices of just their amounts, in order of amount and due date.
  private var documents: [Owed] = []

  private struct Owed {
    let cents: Int64
    let due: Int32
    let place: Int32
  }

  init() {}

  init(_ places: [Int32], of waiting: WaitingLines, in index: OpenItemIndex) {
    for place in places {
      let line = waiting.lines[Int(place)]
      guard line.cents > 0, !line.isNoise, line.named.isEmpty, line.operation != .cheque else {
        continue
      }
      lines.insert(place, for: UInt64(bitPattern: line.cents))
    }
    // What a line names is that line's.
    let claimed = Strays.claimed(of: waiting, in: index)
    for (place, item) in index.items.enumerated() where item.open > 0 && !claimed[place] {
      if lines.first(UInt64(bitPattern: item.open)) >= 0 {
        documents.append(Owed(cents: item.open, due: item.due, place: Int32(place)))
      }
    }
    documents.sort { ($0.cents, $0.due, $0.place) < ($1.cents, $1.due, $1.place) }
  }

  /// Whether each document is named by a line of just its amount.
  private static func claimed(of waiting: WaitingLines, in index: OpenItemIndex) -> [Bool] {
    var claimed = [Bool](repeating: false, count: index.items.count)
    for line in waiting.lines where line.named.count == 1 {
      let document = Int(waiting.named[Int(line.named.first)])
      if index.items[document].open == line.cents { claimed[document] = true }
    }
    return claimed
  }

  /// Whether one of the lines of an amount will do.
  func hasLine(of cents: Int64, where isMeant: (Int32) -> Bool) -> Bool {
    var entry = lines.first(UInt64(bitPattern: cents))
    while entry >= 0 {
      if isMeant(lines.value(entry)) { return true }
      entry = lines.next(entry)
    }
    return false
  }

  /// The lines of an amount in order of day.
  func lines(of cents: Int64) -> [Int32] {
    var found: [Int32] = []
    var entry = lines.first(UInt64(bitPattern: cents))
    while entry >= 0 {
      found.append(lines.value(entry))
      entry = lines.next(entry)
    }
    return found.reversed()
  }

  /// Each document of an amount that is due on one of some days.
  func forEachDocument(of cents: Int64, due days: ClosedRange<Int32>, _ use: (Int32) -> Void) {
    var (low, high) = (0, documents.count)
    while low < high {
      let middle = (low + high) / 2
      if (documents[middle].cents, documents[middle].due) < (cents, days.lowerBound) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < documents.count, documents[low].cents == cents, days.contains(documents[low].due) {
      use(documents[low].place)
      low += 1
    }
  }
}
