import Ledger

/// The lines that nobody's name stands on, by amount, with the documents of these amounts.
struct Strays {
  private var lines = KeyTable()
  private var documents = KeyTable()

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
      let key = UInt64(bitPattern: item.open)
      if lines.first(key) >= 0 { documents.insert(Int32(place), for: key) }
    }
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

  /// Documents of an amount that money of that day may settle, other than these.
  func documents(of cents: Int64, on day: Int32, but some: [Int32], in index: OpenItemIndex)
    -> [Int32]
  {
    var found: [Int32] = []
    var entry = documents.first(UInt64(bitPattern: cents))
    while entry >= 0, found.count < 16 {
      let place = documents.value(entry)
      let item = index.items[Int(place)]
      if item.open == cents, item.isOpen(on: day), !some.contains(place) { found.append(place) }
      entry = documents.next(entry)
    }
    return found
  }
}
