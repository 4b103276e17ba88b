/// How a table is cut: its separator, where its records begin, and the names above them if any.
struct TableShape {
  let delimiter: UInt8
  /// One name a column; empty ones where the table has no header.
  let names: [String]
  /// The line of the header, or of the first record where there is none.
  let headerLine: Int
  let body: (offset: Int, line: Int)

  static let delimiters: [UInt8] = Array(";,\t|".utf8)
  private static let mostLines = 300
  /// Cells looked at for one delimiter, so that a line of a million cells costs no more.
  private static let mostCells = 20_000

  init(_ layout: TableLayout) {
    delimiter = layout.delimiter
    names = layout.columns.names
    headerLine = layout.headerLine
    body = layout.body
  }

  fileprivate init(
    delimiter: UInt8, names: [String], headerLine: Int, body: (offset: Int, line: Int)
  ) {
    self.delimiter = delimiter
    self.names = names
    self.headerLine = headerLine
    self.body = body
  }

  /// The shape in which most lines hold a day and an amount; nil when nothing looks like a table.
  init?(_ text: TableText) {
    var best: Rows?
    for delimiter in TableShape.delimiters {
      let rows = Rows(text, delimiter)
      if rows.width > 1, rows.rank > best?.rank ?? (0, 0) { best = rows }
    }
    guard let best else { return nil }
    self = best.shape(text)
  }

  /// What a header, the number of columns and the separator have in common from file to file.
  var layout: String {
    var keys = names.map { ColumnName($0).key }
    if keys.last == TableShape.reason { keys.removeLast() }
    let mark = delimiter == 9 ? "tab" : String(Unicode.Scalar(delimiter))
    let header = keys.allSatisfy(\.isEmpty) ? "" : " " + keys.joined(separator: ",")
    return "\(mark) \(keys.count)" + header
  }

  /// The column that says why a line was not taken, in the tables that are given out to be mended.
  static let reason = "motif"
}

/// The lines of a table as one separator cuts them.
private struct Rows {
  private struct Row {
    let count: Int
    let line: Int
    let start: Int
    let end: Int
    let nextLine: Int
    let isRecord: Bool
    let isHeader: Bool
  }

  private let delimiter: UInt8
  private var rows: [Row] = []
  let width: Int
  /// Records of that width first; then lines of that width.
  let rank: (Int, Int)

  init(_ text: TableText, _ delimiter: UInt8) {
    self.delimiter = delimiter
    var scanner = RowScanner(text, delimiter: delimiter)
    var budget = TableShape.budget
    var counts: [Int: (records: Int, lines: Int)] = [:]
    while rows.count < TableShape.lines, scanner.next() {
      budget -= scanner.count
      guard budget > 0 else { break }
      let cells = (0..<scanner.kept).map { scanner.cells[$0] }
      let days = cells.count { CellKind.isDay($0) }
      let amounts = cells.count {
        !CellKind.isDay($0) && CellKind.cents($0, of: text.encoding) != nil
      }
      let row = Row(
        count: scanner.count, line: scanner.line, start: scanner.start - text.start,
        end: scanner.position - text.start, nextLine: scanner.nextLine,
        isRecord: days > 0 && amounts > 0,
        isHeader: days == 0 && cells.count { !$0.isEmpty } * 2 > cells.count
          && cells.allSatisfy { CellKind.cents($0, of: text.encoding) == nil })
      rows.append(row)
      var known = counts[row.count] ?? (0, 0)
      known.records += row.isRecord ? 1 : 0
      known.lines += 1
      counts[row.count] = known
    }
    let best = counts.filter { $0.key > 1 }
      .max {
        ($0.value.records, $0.value.lines, $0.key) < ($1.value.records, $1.value.lines, $1.key)
      }
    width = best?.key ?? 0
    rank = (best?.value.records ?? 0, best?.value.lines ?? 0)
  }

  /// The shape with its header: the line just above the records that names and numbers none.
  func shape(_ text: TableText) -> TableShape {
    let first =
      rows.firstIndex { $0.count == width && $0.isRecord }
      ?? rows.firstIndex { $0.count == width } ?? 0
    let header = rows[...first].lastIndex { $0.count == width && $0.isHeader }
    let line = rows[header ?? first]
    var names = Array(repeating: "", count: width)
    if header != nil {
      var scanner = RowScanner(text, delimiter: delimiter, at: (line.start, line.line))
      if scanner.next() {
        for place in 0..<min(width, scanner.kept) { names[place] = text.text(scanner.cells[place]) }
      }
    }
    let body = header == nil ? (line.start, line.line) : (line.end, line.nextLine)
    return TableShape(
      delimiter: delimiter, names: names, headerLine: line.line, body: body)
  }
}

extension TableShape {
  fileprivate static var budget: Int { mostCells }
  fileprivate static var lines: Int { mostLines }
}

/// What a single cell may be, before the styles of its table are known.
enum CellKind {
  private static let dayFirst = DateStyle(isMonthFirst: false)
  private static let monthFirst = DateStyle(isMonthFirst: true)

  static func isDay(_ cell: Cell) -> Bool {
    !cell.isEmpty && cell.count < 40 && (dayFirst.day(cell) ?? monthFirst.day(cell)) != nil
  }

  /// The amount of a cell in cents; nil when it is none, or empty.
  static func cents(_ cell: Cell, of encoding: TableEncoding) -> Int64? {
    if cell.isEmpty { return nil }
    if let french = try? AmountStyle.french.cents(cell, of: encoding, isInCents: false) {
      return french
    }
    return (try? AmountStyle.english.cents(cell, of: encoding, isInCents: false)) ?? nil
  }

  /// Written with decimals or a sign: more than a number that counts or names something.
  static func isMoney(_ cell: Cell) -> Bool {
    for place in 0..<cell.count where [43, 44, 45, 46].contains(cell.start[place]) { return true }
    return false
  }
}
