import Glibc
import Ledger

/// Reads tables (CSV): invoices, customers and bank statements, in the layouts that French software
/// and banks export.
///
/// Encoding, delimiter, header, unit, decimal sign and order of dates are found from the content. A
/// line that cannot be read becomes a `Rejection`; the others go through. Lines that are no
/// records (blank, totals, what a bank writes around its table) are counted in the notes.
public enum TableReader {
  /// How much of a file is enough to know it.
  public static let headLength = 1 << 16

  /// UTF-16 is written anew before it is read: beyond these megabytes it takes too much memory.
  private static let largestUTF16 = 400

  /// The kind of table these first bytes begin; nil when they are no table we know.
  public static func recognise(
    _ head: UnsafeRawBufferPointer, knowing known: KnownColumns = .none
  ) -> FileFormat? {
    guard let text = text(ofHead: head) else { return nil }
    return (try? TableLayout.find(text, known))?.columns.format
  }

  /// Why a text that looks like a table cannot be read: the header it shows and the columns that
  /// are needed. Nil for what is no table, and for a table that `recognise` knows.
  public static func refusal(
    of head: UnsafeRawBufferPointer, knowing known: KnownColumns = .none
  ) -> Refusal? {
    guard let text = text(ofHead: head) else { return nil }
    do throws(Refusal) {
      return try TableLayout.find(text, known) == nil ? TableLayout.refusal(text) : nil
    } catch {
      return error
    }
  }

  private static func text(ofHead head: UnsafeRawBufferPointer) -> TableText? {
    let head = UnsafeRawBufferPointer(rebasing: head.prefix(headLength))
    guard let text = TableText(head), !text.hasZeros else { return nil }
    return text
  }

  /// Refuses a text in UTF-16 that is too large to be written anew.
  static func checkUTF16(_ bytes: UnsafeRawBufferPointer) throws {
    guard bytes.count > largestUTF16 << 20 else { return }
    let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(1024))
    if [.utf16LittleEndian, .utf16BigEndian].contains(TableEncoding.detect(head).encoding) {
      throw Refusal(.tooLarge(limitInMegabytes: largestUTF16))
    }
  }

  /// Reads a whole table, in readings of at most `batch` drafts or as many rejections.
  ///
  /// The last reading holds the notes and, for a bank statement, its figures. Throws a `Refusal`
  /// when the header is lacking, and whatever `into` throws.
  public static func read(
    _ file: SourceFile, format: FileFormat, batch: Int = 4096, into take: (Reading) throws -> Void
  ) throws {
    try checkUTF16(file.bytes)
    guard let text = TableText(file.bytes) else { throw Refusal(.empty) }
    guard let layout = try TableLayout.find(text, file.known), layout.columns.format == format
    else { throw TableLayout.refusal(text) ?? Refusal(.notRecognised) }
    let survey = TableSurvey(text, layout)
    let cells = TableCells(
      encoding: text.encoding, columns: layout.columns, amounts: survey.amountStyle,
      dates: survey.dateStyle)
    var pass = TablePass(text, layout, survey, batch: max(batch, 1))
    switch format {
    case .csvStatement:
      var rows = StatementTable(cells)
      rows.account = OwnAccount.above(text, layout)
      try pass.run(&rows, into: take)
    case .csvCustomers:
      var rows = CustomerTable(cells)
      try pass.run(&rows, into: take)
    default:
      var rows = InvoiceTable(cells)
      try pass.run(&rows, into: take)
    }
  }
}

/// Our own account as the lines above a bank's table name it.
enum OwnAccount {
  static func above(_ text: TableText, _ layout: TableLayout) -> String {
    var scanner = RowScanner(text, delimiter: layout.delimiter)
    while scanner.next(), scanner.line < layout.headerLine {
      for place in 0..<min(scanner.kept, 20) where scanner.cells[place].count <= 100 {
        let halves = text.text(scanner.cells[place]).split(separator: ":", maxSplits: 1)
        guard let last = halves.last else { continue }
        let written = PartyCells.joined(String(last)).uppercased()
        if PartyCells.isIBAN(written) { return written }
        guard Vocabulary.statements[ColumnName(String(halves[0]))]?.column == .account else {
          continue
        }
        if halves.count == 2 { return PartyCells.joined(String(halves[1])) }
        guard place + 1 < scanner.kept else { continue }
        return PartyCells.joined(text.text(scanner.cells[place + 1]))
      }
    }
    return ""
  }
}
