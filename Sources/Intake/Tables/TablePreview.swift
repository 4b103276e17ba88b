/// A table as a person looks at it to say what its columns hold.
public struct TablePreview: Sendable {
  /// One name a column; empty ones where the table has no header.
  public let names: [String]
  /// The first records, cut to the width of the table.
  public let rows: [[String]]
  /// What the columns seem to hold, sure or not.
  public let guess: ColumnOrder
  /// The same for all tables of the same header, columns and separator.
  public let layout: String

  /// The columns that a page can show.
  private static let mostColumns = 60

  /// Nil for what is no table.
  public init?(_ file: SourceFile, rows count: Int = 8) {
    let head = UnsafeRawBufferPointer(rebasing: file.bytes.prefix(TableReader.headLength))
    guard let text = TableText(head), !text.hasZeros else { return nil }
    let found = (try? TableLayout.find(text, file.known)) ?? nil
    guard let shape = found.map(TableShape.init) ?? TableShape(text),
      shape.names.count <= TablePreview.mostColumns
    else { return nil }
    let sample = TableSample(text, shape)
    names = shape.names
    layout = shape.layout
    rows = sample.rows.prefix(count).map { row in
      row.cells.map { Rejection.clipped(text.text($0)) }
    }
    let guessed = ColumnMap(statement: shape.names, places: ColumnGuess(sample).places)
    guess = found?.columns.order ?? guessed.order ?? ColumnOrder(numbers: [:])
  }
}
