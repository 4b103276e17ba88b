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
  /// The figures that belong to no number found, by place, with their last three digits, and how
  /// the rows of them begin that may be cut.
  var figures: [Int] = []
  var endings: [UInt16] = []
  var beginnings: [UInt32] = []
  /// Whether the text quotes orders.
  var isQuoting = false
  /// The payer's documents that money of that day may settle, in order of issue.
  var pool: [Int32] = []
}

extension CashRun {
  /// Takes a line in hand.
  mutating func look(at place: Int32) {
    if evidence.place != place {
      evidence.place = place
      evidence.line = waiting.lines[Int(place)]
      readFigures()
    }
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

  /// Notes the figures by which the line in hand may mention a document.
  private mutating func readFigures() {
    evidence.isQuoting = !evidence.line.quoted.isEmpty
    evidence.figures.removeAll(keepingCapacity: true)
    evidence.endings.removeAll(keepingCapacity: true)
    evidence.beginnings.removeAll(keepingCapacity: true)
    guard evidence.line.traits.contains(.hasOtherFigures) else { return }
    for place in evidence.line.figures.range {
      let figure = waiting.figures[place]
      if figure.traits.contains(.isNumbered) || figure.value == 0 { continue }
      evidence.figures.append(place)
      evidence.endings.append(UInt16(figure.value % 1_000))
    }
    for row in waiting.rows[evidence.line.rows.range] where row.mayBeCut {
      let beginning = row.digits.beginning
      if !evidence.beginnings.contains(beginning) { evidence.beginnings.append(beginning) }
    }
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

  func mention(of document: Int32) -> Mention {
    if quotesOrder(of: document) { return .order }
    guard evidence.line.traits.contains(.hasOtherFigures) else { return .none }
    let glance = index.glances[Int(document)]
    if evidence.endings.contains(glance.tail) || evidence.endings.contains(glance.whole) {
      let mark = index.marks[Int(document)]
      for place in evidence.figures
      where isShort(waiting.figures[place], of: mark) && !isContradicted(place, by: mark) {
        return .short
      }
    }
    guard evidence.beginnings.contains(glance.beginning) else { return .none }
    return isCut(index.marks[Int(document)]) ? .cut : .none
  }

  /// Whether a document may be mentioned by more than the beginning of its number: most are told
  /// apart at a glance.
  @inline(__always) func mayBeShort(_ document: Int32) -> Bool {
    if evidence.isQuoting, quotesOrder(of: document) { return true }
    let glance = index.glances[Int(document)]
    for ending in evidence.endings where ending == glance.tail || ending == glance.whole {
      return true
    }
    return false
  }

  /// Whether the text quotes the order that the document bears.
  func quotesOrder(of document: Int32) -> Bool {
    if !evidence.isQuoting { return false }
    let order = index.marks[Int(document)].order
    return order != 0 && evidence.line.quoted.range.contains { waiting.quoted[$0] == order }
  }

  /// Whether the text says that the document is meant: by its whole number, or by its order.
  func isTold(_ document: Int32) -> Bool {
    evidence.named.contains(document) || quotesOrder(of: document)
  }

  /// Whether the figure is the document's last number, or the end of it.
  private func isShort(_ figure: Figure, of mark: OpenItemIndex.Mark) -> Bool {
    if figure.value == mark.tail { return !figure.isYear || figure.traits.contains(.isAnnounced) }
    guard figure.isNumberEnd else { return false }
    let length = Int(figure.length)
    if length <= mark.tailCount { return Digits.end(mark.tail, with: figure.value, length) }
    // The year by its last two digits, with the number: `2600123` for `FA-2026-00123`.
    return length < mark.digits.count && mark.digits.count <= mostDigits
      && Digits.end(mark.digits.value, with: figure.value, length)
  }

  /// Whether the figure follows another one at once that does not stand so in the number: `25/123`
  /// is not `F/23/00123`.
  private func isContradicted(_ place: Int, by mark: OpenItemIndex.Mark) -> Bool {
    guard waiting.figures[place].traits.contains(.continues),
      place > evidence.line.figures.range.lowerBound
    else { return false }
    let before = waiting.figures[place - 1]
    guard mark.headCount >= Int(before.length) else { return true }
    return mark.head % powersOfTen[Int(before.length)] != before.value
  }

  /// Whether some figures are how the document's number begins: the bank cut the rest.
  private func isCut(_ mark: OpenItemIndex.Mark) -> Bool {
    guard mark.digits.count <= mostDigits else { return false }
    return evidence.line.rows.range.contains {
      let row = waiting.rows[$0]
      return row.mayBeCut && row.digits.begins(mark.digits)
    }
  }

  /// Whether the text writes the document's number but for one slip.
  func isSlip(_ document: Int32) -> Bool {
    if evidence.line.rows.isEmpty { return false }
    let digits = index.marks[Int(document)].digits
    guard digits.count >= fewestDigits, digits.count <= mostDigits else { return false }
    return evidence.line.rows.range.contains {
      waiting.rows[$0].digits.isWithinOneSlip(of: digits)
    }
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
