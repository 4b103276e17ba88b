/// The first records of a table, to find out what its columns hold or to show them.
struct TableSample {
  struct Row {
    let line: Int
    let cells: [Cell]
  }

  let text: TableText
  let shape: TableShape
  private(set) var rows: [Row] = []
  /// How the amounts of the sample are written.
  let amounts: AmountStyle

  private static let mostRows = 120
  private static let mostLines = 400

  init(_ text: TableText, _ shape: TableShape) {
    self.text = text
    self.shape = shape
    let width = shape.names.count
    var scanner = RowScanner(text, delimiter: shape.delimiter, at: shape.body)
    var evidence = AmountEvidence()
    var lines = 0
    while rows.count < TableSample.mostRows, lines < TableSample.mostLines, scanner.next() {
      lines += 1
      guard !scanner.isDamaged, scanner.kept >= width, scanner.count <= width + 2 else { continue }
      let cells = (0..<width).map { scanner.cells[$0] }
      guard cells.count(where: { !$0.isEmpty }) > 1, !TableSample.isTotal(cells, text) else {
        continue
      }
      for cell in cells where !CellKind.isDay(cell) && CellKind.isMoney(cell) {
        if CellKind.cents(cell, of: text.encoding) != nil { evidence.weigh(cell) }
      }
      rows.append(Row(line: scanner.line, cells: cells))
    }
    amounts = evidence.style(delimiter: shape.delimiter)
  }

  /// A line of totals: it begins with such a word and bears no day.
  private static func isTotal(_ cells: [Cell], _ text: TableText) -> Bool {
    guard let first = cells.first(where: { !$0.isEmpty }), !cells.contains(where: CellKind.isDay)
    else { return false }
    return TablePass.isSummary(text.text(first))
  }

  func cents(_ row: Int, _ place: Int) -> Int64? {
    let cell = rows[row].cells[place]
    if cell.isEmpty || CellKind.isDay(cell) { return nil }
    if let cents = try? amounts.cents(cell, of: text.encoding, isInCents: false) { return cents }
    return CellKind.cents(cell, of: text.encoding)
  }

  /// The cells of a column that hold something, with their lines.
  func filled(_ place: Int) -> [(line: Int, cell: Cell)] {
    rows.compactMap { $0.cells[place].isEmpty ? nil : ($0.line, $0.cells[place]) }
  }

  func text(_ cell: Cell) -> String { text.text(cell) }

  /// Whether nearly all cells of a column are of a kind: a total below the table spoils nothing.
  func mostly(_ place: Int, _ holds: (Cell) -> Bool) -> Bool {
    let cells = filled(place)
    let good = cells.count { holds($0.cell) }
    return !cells.isEmpty && good * 10 >= cells.count * 8
  }

  func isDays(_ place: Int) -> Bool {
    mostly(place) { CellKind.isDay($0) } && filled(place).count * 2 > rows.count
  }

  func isAmounts(_ place: Int) -> Bool {
    mostly(place) { !CellKind.isDay($0) && CellKind.cents($0, of: text.encoding) != nil }
  }

  func isMoney(_ place: Int) -> Bool {
    isAmounts(place) && filled(place).contains { CellKind.isMoney($0.cell) }
  }

  func isSenses(_ place: Int) -> Bool {
    mostly(place) { StatementTable.isDebit($0.count < 12 ? text($0) : "") != nil }
  }

  func isWords(_ place: Int) -> Bool {
    !isDays(place) && !isAmounts(place) && !filled(place).isEmpty
  }

  /// Letters in the cells of a column: the longest texts are labels.
  func length(_ place: Int) -> Int { filled(place).reduce(0) { $0 + $1.cell.count } }
}
