import Ledger

/// The lines that nobody's name stands on, by amount, with the documents of these amounts.
struct Strays {
  private var lines = KeyTable()
  /// Invoices of just their amounts, in order of amount and due date.
  private var documents: [Owed] = []
  /// For each of them itself while it may be open, else where to look for the next one.
  private var following: [Int32] = []
  private var isListed: [Bool] = []
  /// How likely documents of its amount are paid by a line, as counted in a household.
  var known: [Int32: (household: Int, likelihood: Double)] = [:]

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
    isListed = Array(repeating: false, count: index.items.count)
    for document in documents { isListed[Int(document.place)] = true }
    lookAtAll()
  }

  /// Whether a document is one of those that a line may mean by its amount alone.
  func has(_ document: Int32) -> Bool { isListed[Int(document)] }

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

  /// The first open document of an amount that is due on a day or later, or comes after one found
  /// before; with its rank among all. What was found settled is skipped at once next time.
  mutating func openDocument(
    of cents: Int64, due day: Int32, after last: Int? = nil, in index: OpenItemIndex
  ) -> (rank: Int, place: Int32)? {
    var rank = alive(from: last.map { $0 + 1 } ?? firstRank(of: cents, due: day))
    while rank < documents.count, documents[rank].cents == cents {
      if index.items[Int(documents[rank].place)].open != 0 { return (rank, documents[rank].place) }
      following[rank] = Int32(rank + 1)
      rank = alive(from: rank + 1)
    }
    return nil
  }

  /// Documents found settled may be open again: all are looked at anew.
  mutating func lookAtAll() {
    following = documents.indices.map { Int32($0) }
    known = [:]
  }

  /// The next rank from one on that was not found settled.
  private mutating func alive(from rank: Int) -> Int {
    var last = rank
    while last < documents.count, Int(following[last]) != last { last = Int(following[last]) }
    var step = rank
    while step < last { (step, following[step]) = (Int(following[step]), Int32(last)) }
    return last
  }

  private func firstRank(of cents: Int64, due day: Int32) -> Int {
    var (low, high) = (0, documents.count)
    while low < high {
      let middle = (low + high) / 2
      if (documents[middle].cents, documents[middle].due) < (cents, day) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
