import Ledger

/// What the labels of a bank's table say: the words, and the payer where one names it.
struct StatementLabels {
  private let cells: TableCells
  private let places: [Int]

  init(_ cells: TableCells) {
    self.cells = cells
    places = cells.columns.places[.label] ?? []
  }

  /// The texts in their order; one that begins with all that was said takes its place, as banks
  /// repeat a short label before the long one.
  func text(_ row: UnsafePointer<Cell>) throws(BadCell) -> String {
    guard var said = places.first else { return "" }
    var text = try cells.text(row, said)
    for place in places.dropFirst() where !row[place].isEmpty {
      let next = try cells.text(row, place)
      if text.isEmpty || row[place].begins(with: row[said]) {
        text = next
        said = place
      } else {
        text += " "
        text += next
      }
    }
    return text
  }

  /// Who paid, or was paid, by the first label that says it.
  struct Party {
    var name = ""
    var iban = ""
    var endToEnd = ""
  }

  func party(_ row: UnsafePointer<Cell>, isPaidOut: Bool) -> Party {
    var party = Party()
    for (order, place) in places.enumerated() where party.name.isEmpty {
      // A short label that a longer one begins with says nothing of its own.
      let isCut = places.dropFirst(order + 1).contains { row[$0].begins(with: row[place]) }
      if row[place].isEmpty || isCut { continue }
      let label = BankLabel(UnsafeBufferPointer(start: row[place].start, count: row[place].count))
      let name = label.name(isPaidOut: isPaidOut)
      if !name.isEmpty { party.name = written(name) }
      if party.endToEnd.isEmpty { party.endToEnd = written(label.endToEnd) }
      guard party.iban.isEmpty, !label.account.isEmpty else { continue }
      party.iban = AccountNumber.iban(in: label.account)
    }
    return party
  }

  /// A part of a label with every run of blanks as one.
  private func written(_ bytes: Bytes) -> String {
    var isPlain = true
    var previous: UInt8 = 32
    for byte in bytes {
      if byte < 32 || byte == 34 || byte == 32 && previous == 32 { isPlain = false }
      previous = byte
    }
    let text = cells.encoding.text(bytes)
    if isPlain { return text }
    return text.replacing("\"\"", with: "\"").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}

extension Cell {
  fileprivate func begins(with other: Cell) -> Bool {
    count >= other.count && Cell(start: start, count: other.count).hasSameBytes(other)
  }
}
