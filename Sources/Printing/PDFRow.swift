/// One row of a table: its lines with their places, and the rule above or below.
struct PDFRow {
  enum Kind { case head, row, subtotal, total }
  struct Cell {
    var x: Double
    var y: Double
    var line: Line
  }
  var kind: Kind
  var cells: [Cell]
  var height: Double
  var left = Sheet.left
  var right = Sheet.right

  private static let gap = 9.0
  private static let padding = 2.6

  /// The rows of a table with their heads; the first two and the last two rows stay together, and
  /// totals with the last row.
  static func pieces(of table: PDFTable) -> [Piece] {
    let layout = Layout(table)
    let head = layout.row(table.columns.map { PDFText($0.title).bold }, .head)
    // A table of two columns may go without titles.
    let hasHead = table.columns.contains { !$0.title.isEmpty }
    var pieces: [Piece] = []
    if hasHead {
      pieces.append(
        Piece(drawing: .row(head), height: head.height, before: 2, keepsWithNext: true))
    }
    // A short table is never cut.
    let isShort = table.rows.count <= 5
    let last = table.rows.count - 1
    for (index, cells) in table.rows.enumerated() {
      let row = layout.row(cells, .row)
      let keeps = index < last && (isShort || index == 0 || index == last - 1)
      pieces.append(
        Piece(
          drawing: .row(row), height: row.height,
          keepsWithNext: keeps || (index == last && !table.totals.isEmpty),
          head: hasHead ? head : nil))
    }
    for (index, cells) in table.totals.enumerated() {
      let isLast = index == table.totals.count - 1
      let row = layout.row(cells.map(\.bold), isLast ? .total : .subtotal)
      pieces.append(
        Piece(
          drawing: .row(row), height: row.height, keepsWithNext: !isLast,
          head: hasHead ? head : nil))
    }
    guard !pieces.isEmpty else { return [] }
    pieces[pieces.count - 1].after = 9
    pieces[pieces.count - 1].keepsWithNext = false
    return pieces
  }

  /// The places and widths of the columns of a table.
  private struct Layout {
    let columns: [PDFTable.Column]
    var size: Double
    var lefts: [Double] = []
    var widths: [Double] = []

    init(_ table: PDFTable) {
      columns = table.columns
      size = table.size
      let natural = Layout.natural(table)
      let shares = columns.map { column in
        if case .share(let share) = column.width { share } else { 0.0 }
      }
      let gaps = PDFRow.gap * Double(max(columns.count - 1, 0))
      let wanted = zip(natural, shares).reduce(0) { $0 + ($1.1 > 0 ? 0 : $1.0) }
      // A column of words needs about 24 mm to be readable.
      let least = Double(shares.count { $0 > 0 }) * 68
      while size > 6, wanted * size + gaps + least > Sheet.measure { size -= 0.25 }
      let fixed = min(wanted * size, Sheet.measure - gaps - least * 0.5)
      let squeeze = wanted > 0 ? fixed / (wanted * size) : 1
      let rest = Sheet.measure - gaps - fixed
      let allShares = shares.reduce(0, +)
      var x = Sheet.left
      for (index, share) in shares.enumerated() {
        let width = share > 0 ? rest * share / allShares : natural[index] * size * squeeze
        lefts.append(x)
        widths.append(width)
        x += width + PDFRow.gap
      }
      spread(allShares)
    }

    /// A table without a column of words keeps to the left and right edges all the same.
    private mutating func spread(_ shares: Double) {
      guard shares == 0, columns.count > 1 else { return }
      let used = lefts[lefts.count - 1] + widths[widths.count - 1] - Sheet.left
      let extra = (Sheet.measure - used) / Double(columns.count - 1)
      guard extra > 0 else { return }
      for index in lefts.indices where columns[index].alignment == .right {
        lefts[index] += extra * Double(index)
      }
      for index in lefts.indices where columns[index].alignment != .right {
        lefts[index] += extra * Double(index)
      }
    }

    /// The width of the widest cell of each column, for a size of one point.
    private static func natural(_ table: PDFTable) -> [Double] {
      table.columns.indices.map { column in
        guard table.columns[column].width == .fit else { return 0 }
        var widest = width(PDFText(table.columns[column].title).bold)
        for row in table.rows where column < row.count { widest = max(widest, width(row[column])) }
        // The label of a total runs over the empty cells on its right.
        for row in table.totals
        where column < row.count && (column > 0 || row.count < 2 || !row[1].isEmpty) {
          widest = max(widest, width(row[column].bold))
        }
        return widest + 0.01
      }
    }

    private static func width(_ text: PDFText) -> Double {
      var widest = 0.0
      var width = 0.0
      for run in text.runs {
        let style = (run.isBold ? 1 : 0) + (run.isItalic ? 2 : 0)
        for scalar in run.text.unicodeScalars {
          if scalar == "\n" {
            widest = max(widest, width)
            width = 0
            continue
          }
          width += Typefaces.shared.glyph(scalar.value, style: style).glyph.advance
        }
      }
      return max(widest, width)
    }

    func row(_ cells: [PDFText], _ kind: Kind) -> PDFRow {
      var placed: [Cell] = []
      var tallest = 1
      for (index, text) in cells.enumerated() where index < columns.count && !text.isEmpty {
        var end = index
        if kind == .total || kind == .subtotal, index == 0 {
          while end + 1 < cells.count, cells[end + 1].isEmpty { end += 1 }
        }
        let measure = lefts[end] + widths[end] - lefts[index]
        let lines = Typesetter.lines(text, size: size, measure: measure + 0.02)
        tallest = max(tallest, lines.count)
        for (count, line) in lines.enumerated() where !line.marks.isEmpty {
          placed.append(
            Cell(
              x: lefts[index] + line.offset(in: widths[index], columns[index].alignment),
              y: PDFRow.padding + Double(count) * size * 1.2, line: line))
        }
      }
      let height = Double(tallest) * size * 1.2 + 2 * PDFRow.padding
      return PDFRow(kind: kind, cells: placed, height: height)
    }
  }
}
