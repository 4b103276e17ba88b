import Ledger

/// A table with a customer on each line.
struct CustomerTable: TableRows {
  private let cells: TableCells
  private var party: PartyCells
  private var terms: TermCells
  private var people: PeopleCells
  private var means: MeansCells

  init(_ cells: TableCells) {
    self.cells = cells
    party = PartyCells(cells)
    terms = TermCells(cells, place: cells.columns[.terms])
    people = PeopleCells(cells)
    means = MeansCells(cells)
  }

  mutating func draft(_ row: UnsafePointer<Cell>, line: Int) throws(BadCell) -> Draft {
    try cells.checkTwins(row)
    let name = cells.columns[.name]
    if cells.columns.isPresent(.name), row[name].isEmpty {
      throw BadCell(place: name, wanted: "Dupont SARL")
    }
    let term = try terms.term(row, isNeeded: false)
    let paying = means.means(row, line: line)
    let party = try party.party(row, term: term ?? paying?.term, means: paying?.means)
    return .customer(party, people: try people.people(row))
  }

  var hasPassed: Bool { party.hasPassed || terms.hasPassed || people.hasPassed }

  mutating func passed() -> [BadCell] { party.passed() + terms.passed() + people.passed() }

  func closing() -> Reading { Reading(notes: means.notes) }
}
