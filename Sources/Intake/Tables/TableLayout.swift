/// Where the header of a table stands, what its columns hold, and what separates them.
struct TableLayout {
  let delimiter: UInt8
  let columns: ColumnMap
  /// The line of the header, or of the first record where there is none.
  let headerLine: Int
  var source = TableReadAs.Source.header
  /// Where the first record after the header starts.
  let body: (offset: Int, line: Int)

  /// Lines that a bank may write above its table.
  private static let mostLinesAbove = 50
  /// Names looked up for one delimiter, so that a line of a million cells costs no more.
  private static let mostNames = 20_000

  /// The layout with the most columns understood by their names; nil when no line is a header.
  init?(named text: TableText) {
    var best: TableLayout?
    for delimiter in TableShape.delimiters {
      guard let layout = TableLayout(text, delimiter: delimiter) else { continue }
      if layout.columns.recognised > best?.columns.recognised ?? 0 { best = layout }
    }
    guard let best else { return nil }
    self = best
  }

  private init?(_ text: TableText, delimiter: UInt8) {
    var best: TableLayout?
    var scanner = RowScanner(text, delimiter: delimiter)
    var budget = TableLayout.mostNames
    var lines = 0
    while lines < TableLayout.mostLinesAbove, scanner.next() {
      lines += 1
      budget -= scanner.count
      guard budget > 0 else { break }
      guard scanner.count > 1 else { continue }
      let names = (0..<scanner.kept).map { text.text(scanner.cells[$0]) }
      guard let columns = ColumnMap(names: names),
        columns.recognised > best?.columns.recognised ?? 0
      else { continue }
      best = TableLayout(
        delimiter: delimiter, columns: columns, headerLine: scanner.line,
        body: (scanner.position - text.start, scanner.nextLine))
    }
    guard let best else { return nil }
    self = best
  }

  /// A table of this shape, its columns known otherwise than by exact names.
  init(_ shape: TableShape, _ columns: ColumnMap, _ source: TableReadAs.Source) {
    self.init(
      delimiter: shape.delimiter, columns: columns, headerLine: shape.headerLine, body: shape.body)
    self.source = source
  }

  private init(
    delimiter: UInt8, columns: ColumnMap, headerLine: Int, body: (offset: Int, line: Int)
  ) {
    self.delimiter = delimiter
    self.columns = columns
    self.headerLine = headerLine
    self.body = body
  }

  /// What each kind of table needs, and the line that looks most like a header of this one; nil
  /// when the text is no table at all.
  static func refusal(_ text: TableText) -> Refusal? {
    if let other = OtherTable(text) { return Refusal(.otherTable(other.words)) }
    var seen: (cells: [String], line: Int) = ([], 0)
    for delimiter in TableShape.delimiters {
      var scanner = RowScanner(text, delimiter: delimiter)
      var lines = 0
      while lines < mostLinesAbove, scanner.next() {
        lines += 1
        guard scanner.kept > seen.cells.count else { continue }
        let names = (0..<min(scanner.kept, 40)).map { text.text(scanner.cells[$0]) }
        guard names.count > seen.cells.count else { continue }
        seen = (names, scanner.line)
      }
    }
    guard seen.cells.count > 1 else { return nil }
    let header = Rejection.clipped(seen.cells.joined(separator: " ; "))
    let columns = suggestion(text)
    let french =
      "l’en-tête «\u{A0}\(header)\u{A0}» ne dit pas où lire. Il faut, pour des factures\u{A0}: "
      + "N°\u{A0}facture, Date facture, Montant\u{A0}TTC\u{A0}; pour des clients\u{A0}: "
      + "Raison sociale et SIREN ou E-mail\u{A0}; pour un relevé\u{A0}: Date, Libellé, Montant "
      + "(ou Débit et Crédit). Renommez les colonnes, ou dites ce que contiennent celles d’un "
      + "relevé\u{A0}: page Importer, ou encaisse import --columns '\(columns)'"
    let english =
      "the header \"\(header)\" does not say what to read. Needed for invoices: Invoice number, "
      + "Invoice date, Gross amount; for customers: Name and SIREN or Email; for a statement: "
      + "Date, Label, Amount (or Debit and Credit). Rename the columns, or say what those of a "
      + "statement hold: page Import, or encaisse import --columns '\(columns)'"
    return Refusal(
      .unknownColumns(Phrase(french: french + ".", english: english + ".")),
      at: .line(seen.line))
  }

  /// What the columns seem to hold; an example where they tell nothing.
  private static func suggestion(_ text: TableText) -> String {
    guard let shape = TableShape(text) else { return "date=1,label=2,amount=3" }
    let places = ColumnGuess(TableSample(text, shape)).places
    guard places[.booked] ?? places[.value] != nil, places[.amount] ?? places[.debit] != nil,
      let order = ColumnMap(statement: shape.names, places: places).order
    else { return "date=1,label=2,amount=3" }
    return order.text
  }
}
