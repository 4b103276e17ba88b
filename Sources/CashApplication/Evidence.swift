import Ledger

/// The line at hand, and what the books say about it at this moment.
struct Evidence {
  var place: Int32 = -1
  var line: WaitingLine
  /// The customers who may be the payer.
  var payers: [Int32] = []
  /// The documents named that leave something open; those of the payer where a number is borne by
  /// several.
  var named: [Int32] = []
  /// Whether the text names a document of another household, which has its turn first.
  var namesStranger = false
  /// One of those named that was settled before.
  var settled: Int32 = -1
  /// Whether what takes long is tried too, as nothing surer was found.
  var isThorough = false
  /// The payer's documents that money of that day may settle, in order of issue.
  var pool: [Int32] = []
}

extension CashRun {
  /// Takes a line in hand.
  mutating func look(at place: Int32) {
    evidence.place = place
    evidence.line = waiting.lines[Int(place)]
    evidence.settled = -1
    evidence.payers.removeAll(keepingCapacity: true)
    evidence.payers.append(contentsOf: waiting.customers(of: evidence.line))
    evidence.named.removeAll(keepingCapacity: true)
    evidence.namesStranger = false
    for document in waiting.named[evidence.line.named.range] {
      if isStranger(document) {
        evidence.namesStranger = true
      } else if index.items[Int(document)].open == 0 {
        evidence.settled = document
      } else {
        evidence.named.append(document)
      }
    }
    guard evidence.named.count > 1, !evidence.payers.isEmpty else { return }
    let own = evidence.named.filter { isFromPayer($0) }
    if !own.isEmpty { evidence.named = own }
  }

  /// Whether a document is another household's, while one household is settled.
  private func isStranger(_ document: Int32) -> Bool {
    household < households.count
      && households.homes[Int(index.items[Int(document)].customer)] != Int32(household)
  }

  /// Gathers the payer's open documents; where no payer is known, those of whom the text names one.
  mutating func gatherPool() {
    evidence.pool.removeAll(keepingCapacity: true)
    let day = evidence.line.day
    for customer in evidence.payers { index.openItems(of: customer, on: day, into: &evidence.pool) }
    if evidence.payers.isEmpty, let first = evidence.named.first {
      index.openItems(of: index.items[Int(first)].customer, on: day, into: &evidence.pool)
    }
    // What a line of several equal ones presumably paid by then is not there to be paid.
    evidence.pool.removeAll { index.items[Int($0)].presumed <= day }
  }

  func isFromPayer(_ document: Int32) -> Bool {
    evidence.payers.contains(index.items[Int(document)].customer)
  }

  /// How the text mentions a document that it does not name whole, from the weakest to the
  /// strongest.
  enum Mention: Int, Comparable {
    case none, cut, short, order

    static func < (left: Mention, right: Mention) -> Bool { left.rawValue < right.rawValue }
  }

  func mention(of item: OpenItemIndex.Item) -> Mention {
    if quotesOrder(of: item) { return .order }
    var best = Mention.none
    for place in evidence.line.figures.range {
      let figure = waiting.figures[place]
      if figure.traits.contains(.isNumbered) { continue }
      if isShort(figure, of: item), !isContradicted(place, by: item) { return .short }
      if isCut(place, of: item) { best = .cut }
    }
    return best
  }

  /// Whether the text quotes the order that the document bears.
  func quotesOrder(of item: OpenItemIndex.Item) -> Bool {
    guard item.order != 0 else { return false }
    return evidence.line.quoted.range.contains { waiting.quoted[$0] == item.order }
  }

  /// Whether the text says that the document is meant: by its whole number, or by its order.
  func isTold(_ document: Int32) -> Bool {
    evidence.named.contains(document) || quotesOrder(of: index.items[Int(document)])
  }

  /// Whether the figure is the document's last number, or the end of it.
  private func isShort(_ figure: Figure, of item: OpenItemIndex.Item) -> Bool {
    guard figure.value > 0 else { return false }
    if figure.value == item.tail { return !figure.isYear || figure.traits.contains(.isAnnounced) }
    guard figure.isNumberEnd else { return false }
    let length = Int(figure.length)
    if length <= item.tailCount {
      return item.tail % powersOfTen[length] == figure.value
    }
    // The year by its last two digits, with the number: `2600123` for `FA-2026-00123`.
    return length < item.digits.count && item.digits.count <= mostDigits
      && item.digits.value % powersOfTen[length] == figure.value
  }

  /// Whether the figure follows another one at once that does not stand so in the number: `25/123`
  /// is not `F/23/00123`.
  private func isContradicted(_ place: Int, by item: OpenItemIndex.Item) -> Bool {
    guard waiting.figures[place].traits.contains(.continues),
      place > evidence.line.figures.range.lowerBound
    else { return false }
    let before = waiting.figures[place - 1]
    guard item.headCount >= Int(before.length) else { return true }
    return item.head % powersOfTen[Int(before.length)] != before.value
  }

  /// Whether the figures from here are how the document's number begins: the bank cut the rest.
  private func isCut(_ place: Int, of item: OpenItemIndex.Item) -> Bool {
    item.digits.count <= mostDigits
      && rowsOfDigits(from: place) { $0.count >= fewestDigits && $0.begins(item.digits) }
  }

  /// Whether the text writes the document's number but for one slip.
  func isSlip(_ document: Int32) -> Bool {
    let digits = index.items[Int(document)].digits
    guard digits.count >= fewestDigits, digits.count <= mostDigits else { return false }
    for place in evidence.line.figures.range {
      if rowsOfDigits(from: place, where: { $0.isWithinOneSlip(of: digits) }) { return true }
    }
    return false
  }

  /// Whether one of the rows of up to three figures that stand side by side from here will do.
  private func rowsOfDigits(from first: Int, where fits: (Digits) -> Bool) -> Bool {
    var row = waiting.figures[first].digits
    if fits(row) { return true }
    for place
      in (first + 1)..<max(first + 1, min(first + 3, evidence.line.figures.range.upperBound))
    {
      let next = waiting.figures[place]
      guard next.traits.contains(.continues), row.count + Int(next.length) <= mostDigits else {
        return false
      }
      row.value = row.value * powersOfTen[Int(next.length)] + next.value
      row.count += Int(next.length)
      if fits(row) { return true }
    }
    return false
  }

  /// Whether the text quotes the day on which the document was issued.
  func quotesIssue(of item: OpenItemIndex.Item) -> Bool {
    evidence.line.figures.range.contains { waiting.figures[$0].day == item.issue }
  }

  /// Whether the text has digits enough to look like a number.
  var hasLongNumber: Bool {
    evidence.line.figures.range.contains { (3...12).contains(waiting.figures[$0].length) }
  }
}
