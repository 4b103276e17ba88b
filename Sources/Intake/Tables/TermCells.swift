import Ledger

/// The payment terms of a table: few, and each read once.
struct TermCells {
  private let cells: TableCells
  private let place: Int
  /// The first wordings met, compared by their bytes before any text is made.
  private var common: [(cell: Cell, term: PaymentTerm)] = []
  private var known: [String: PaymentTerm?] = [:]
  private var bad: [BadCell] = []

  /// Distinct texts remembered.
  private static let most = 10_000

  init(_ cells: TableCells, place: Int) {
    self.cells = cells
    self.place = place
  }

  /// The term of a record. One that cannot be read is told, once for each wording; it stops the
  /// record only when nothing else gives the due date.
  mutating func term(
    _ row: UnsafePointer<Cell>, isNeeded: Bool
  ) throws(BadCell) -> PaymentTerm? {
    let cell = row[place]
    if cell.isEmpty { return nil }
    for known in common where known.cell.hasSameBytes(cell) { return known.term }
    let written = cells.encoding.text(cell)
    let isNew = known[written] == nil
    let term = known[written] ?? PaymentTerm(written: written)
    if isNew, known.count < TermCells.most { known[written] = .some(term) }
    if let term, common.count < 16 { common.append((cell, term)) }
    if term == nil {
      let wanted = Phrase(
        french: "30 jours, 45 jours fin de mois, comptant",
        english: "30 days, 45 days end of month, on receipt")
      guard !isNeeded else { throw BadCell(place: place, wanted: wanted) }
      if isNew { bad.append(BadCell(place: place, wanted: wanted, isPassable: true)) }
    }
    return term
  }

  var hasPassed: Bool { !bad.isEmpty }

  mutating func passed() -> [BadCell] {
    defer { bad = [] }
    return bad
  }
}
