import Glibc
import Ledger

/// One pass over the records of a table, delivering readings as they fill.
struct TablePass {
  private let text: TableText
  private let layout: TableLayout
  private let survey: TableSurvey
  private let batch: Int
  private let width: Int
  /// The last column says why our own reader refused the lines before.
  private let hasReasons: Bool
  private var reading = Reading()
  private var notes = TableNotes()

  /// Bytes of a refused line that are kept, so that the user can mend it.
  private static let longestLine = 1 << 16

  init(_ text: TableText, _ layout: TableLayout, _ survey: TableSurvey, batch: Int) {
    self.text = text
    self.layout = layout
    self.survey = survey
    self.batch = batch
    width = layout.columns.names.count
    hasReasons = layout.columns.names.last == TableShape.reason
    notes.linesAbove = layout.headerLine - 1
  }

  mutating func run<Rows: TableRows>(
    _ rows: inout Rows, into take: (Reading) throws -> Void
  ) throws {
    var scanner = RowScanner(text, delimiter: layout.delimiter, at: layout.body)
    reading.drafts.reserveCapacity(batch)
    while scanner.next() {
      if scanner.count == 1, scanner.cells[0].isEmpty {
        notes.blankLines += 1
        continue
      }
      do throws(BadCell) {
        try check(scanner)
        scanner.close(at: width)
        reading.drafts.append(try rows.draft(scanner.cells, line: scanner.line))
        reading.lines.append(scanner.line)
      } catch {
        if refuse(error, scanner) { rows.missed() }
      }
      if hasReasons { noteMended(scanner) }
      if rows.hasPassed { for bad in rows.passed() { reject(bad, scanner) } }
      if reading.drafts.count >= batch || reading.rejections.count >= batch {
        notes.records += reading.drafts.count + reading.rejections.count
        reading.bytesRead = text.read(upTo: scanner.position)
        try take(reading)
        reading.drafts.removeAll(keepingCapacity: true)
        reading.lines.removeAll(keepingCapacity: true)
        reading.rejections.removeAll()
        reading.mended.removeAll()
      }
    }
    notes.lastLine = max(scanner.line, layout.headerLine)
    notes.records += reading.drafts.count + reading.rejections.count
    let closing = rows.closing()
    reading.drafts += closing.drafts
    reading.figures = closing.figures
    reading.notes = notes.notes(layout, survey, text) + closing.notes
    reading.table = layout.readAs(text)
    if !reading.isEmpty { try take(reading) }
  }

  private mutating func noteMended(_ scanner: borrowing RowScanner) {
    if let record = mendedRecord(scanner) { reading.mended.append(record) }
  }

  /// Which record our own reader refused before the line is.
  private func mendedRecord(_ scanner: borrowing RowScanner) -> MendedRecord? {
    guard scanner.kept > 0 else { return nil }
    // A line with too many cells keeps its reason in the last of them.
    for place in [width - 1, scanner.kept - 1] where place < scanner.kept {
      if let record = MendedRecord(reason: text.text(scanner.cells[place])) { return record }
    }
    return nil
  }

  /// Whether the record has the cells of the header and nothing that no text holds.
  @inline(__always)
  private func check(_ scanner: borrowing RowScanner) throws(BadCell) {
    if scanner.count != width || scanner.isDamaged || text.hasZeros { try checkClosely(scanner) }
  }

  private func checkClosely(_ scanner: borrowing RowScanner) throws(BadCell) {
    if text.hasZeros, memchr(scanner.start, 0, scanner.stop - scanner.start) != nil {
      throw BadCell(
        place: 0, wanted: Phrase(french: "du texte", english: "text"), found: "octet nul, NUL")
    }
    if scanner.isDamaged {
      throw BadCell(
        place: 0,
        wanted: Phrase(
          french: "des guillemets fermés en fin de cellule et doublés à l’intérieur",
          english: "quotes closed at the end of the cell and doubled inside"))
    }
    let isLong = scanner.count > width
    let extra = min(width, scanner.kept)..<scanner.kept
    if isLong, scanner.kept == scanner.count, extra.allSatisfy({ scanner.cells[$0].isEmpty }) {
      return
    }
    guard scanner.count == width else {
      throw BadCell(
        place: min(width, scanner.count) - 1,
        wanted: Phrase(french: "\(width) cellules", english: "\(width) cells"),
        found: "\(scanner.count)")
    }
  }

  // MARK: - What is not taken

  /// Whether the record is one to mend, and no total or blank line.
  private mutating func refuse(_ bad: BadCell, _ scanner: borrowing RowScanner) -> Bool {
    if bad.isLeftOut {
      notes.records += 1
      return false
    }
    // What was refused before is a record, whatever words it begins with.
    if hasReasons, mendedRecord(scanner) != nil {
      reject(bad, scanner)
      return true
    }
    switch bad.isSummary ? .summary : aside(scanner) {
    case .blank: notes.blankLines += 1
    case .header: notes.repeatedHeaders += 1
    case .summary: notes.addSummary(line: scanner.line)
    case nil:
      reject(bad, scanner)
      return true
    }
    return false
  }

  private mutating func reject(_ bad: BadCell, _ scanner: borrowing RowScanner) {
    let cell = bad.place < scanner.kept ? text.text(scanner.cells[bad.place]) : ""
    let length = min(scanner.stop - scanner.start, TablePass.longestLine)
    reading.rejections.append(
      Rejection(
        at: .line(scanner.line), field: layout.columns.name(bad.place),
        found: bad.found ?? cell, wanted: bad.wanted,
        raw: text.encoding.text(UnsafeBufferPointer(start: scanner.start, count: length))))
  }

  private enum Aside { case blank, header, summary }

  /// What a line that is no record may be.
  private func aside(_ scanner: borrowing RowScanner) -> Aside? {
    let kept = (0..<scanner.kept).map { scanner.cells[$0] }
    let written = kept.filter { !$0.isEmpty }
    guard let first = written.first else { return .blank }
    guard !scanner.isDamaged, written.count < 200 else { return nil }
    if kept.count == width,
      (0..<width).allSatisfy({ text.text(kept[$0]) == layout.columns.names[$0] })
    {
      return .header
    }
    let hasKey = keyPlaces.contains { $0 < kept.count && isKey(kept[$0], at: $0) }
    return (!hasKey && isSummary(first)) || isAccountBalance(kept) ? .summary : nil
  }

  /// Under a bank's movements, a shorter line with a day, a balance and the account's number.
  private func isAccountBalance(_ cells: [Cell]) -> Bool {
    guard layout.columns.format == .csvStatement, cells.count < width, cells.count > 2,
      let label = layout.columns.places[.label]?.first,
      label >= cells.count || cells[label].isEmpty,
      cells.count(where: { !$0.isEmpty }) == 3, let last = cells.last
    else { return false }
    let written = text.text(last).filter { !$0.isWhitespace }
    return CellKind.isDay(cells[0]) && CellKind.cents(cells[1], of: text.encoding) != nil
      && written.count >= 8 && written.count(where: \.isNumber) >= 6
  }

  /// The columns a record cannot do without: with one of them filled, it is no total.
  private var keyPlaces: [Int] {
    let columns: [Column] = layout.columns.format == .csvStatement ? [.booked, .value] : [.issue]
    return columns.map { layout.columns[$0] }
  }

  private func isKey(_ cell: Cell, at place: Int) -> Bool {
    !cell.isEmpty && survey.dateStyle.day(cell) != nil
  }

  private func isSummary(_ cell: Cell) -> Bool { TablePass.isSummary(text.text(cell)) }

  /// The words that a line of totals or of a balance begins with.
  static func isSummary(_ word: String) -> Bool {
    let words = [
      "total", "soustotal", "subtotal", "grandtotal", "solde", "balance", "cumul", "report",
      "nombre", "totaux", "ensemble",
    ]
    let key = ColumnName(word).key
    return words.contains { key.hasPrefix($0) }
  }
}
