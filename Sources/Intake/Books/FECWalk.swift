import Glibc
import Quantities

/// Goes through the rows of a FEC again, with what tells which entry each belongs to.
struct FECWalk {
  /// A row as it is met; its cells hold until the next one.
  struct Visit {
    let line: Int
    /// Its journal and its number; nil when the row does not say.
    let name: UInt64?
    let day: Day?
    /// Debit less credit; nil for a row that is refused.
    let cents: Int64?
    let cells: UnsafePointer<Cell>
    let count: Int
    /// On a customer's account: which.
    let customer: UInt64?
    /// The customer's account and the letter on it.
    let letter: UInt64?
  }

  let text: TableText
  let header: FECHeader
  private let cells: FECCells

  /// Nil for what is no FEC.
  init?(_ file: SourceFile) {
    guard let text = TableText(file.bytes), let header = FECHeader(text), header.lacking == nil
    else { return nil }
    self.text = text
    self.header = header
    cells = FECCells(header, text.encoding)
  }

  func each(_ body: (Visit) -> Void) {
    var scanner = RowScanner(
      text, delimiter: header.delimiter, at: header.body, honoursQuotes: header.isQuoted)
    let width = header.names.count
    while scanner.next() {
      if scanner.count == 1, scanner.cells[0].isEmpty { continue }
      let count = scanner.kept
      if count <= width { for place in count...width { scanner.close(at: place) } }
      body(visit(scanner, count))
    }
  }

  private func visit(_ scanner: borrowing RowScanner, _ count: Int) -> Visit {
    let row = UnsafePointer(scanner.cells)
    let (journal, number) = (row[header[.journalCode]], row[header[.number]])
    let isNamed = !scanner.isDamaged && count > max(header[.journalCode], header[.number])
    let read = scanner.isDamaged ? nil : try? cells.row(row, at: scanner.start, line: scanner.line)
    let account = row[header[.account]]
    let auxiliary = row[header[.auxiliary]]
    // A row that lacks its account may be a customer's.
    let isCustomer = account.isEmpty ? !auxiliary.isEmpty : FECAccount(account) == .customer
    let customer = isCustomer ? FECHash.of(auxiliary.isEmpty ? account : auxiliary) : nil
    let letter = row[header[.letter]]
    return Visit(
      line: scanner.line, name: isNamed ? FECHash.of(number, FECHash.of(journal)) : nil,
      day: cells.day(row, .day), cents: read?.row.cents, cells: row, count: count,
      customer: customer,
      letter: customer.flatMap { letter.isEmpty ? nil : FECHash.of(letter, $0) })
  }

  /// The cells of a row as texts, as many as the header names, and those beyond that are filled.
  func texts(_ visit: Visit) -> [String] {
    var names = header.names.count
    let count = min(max(visit.count, names), FECWalk.mostCells)
    var texts = (0..<count).map { text.text(visit.cells[$0]) }
    if header.hasReasons {
      names -= 1
      texts.remove(at: names)
    }
    while texts.count > names, texts.last == "" { texts.removeLast() }
    return texts
  }

  /// A row of more cells than this is none.
  private static let mostCells = 60

  /// The table in which rows are given out to be mended: a spreadsheet opens semicolons.
  var table: TableReadAs {
    TableReadAs(
      layout: "", names: header.hasReasons ? Array(header.names.dropLast()) : header.names,
      delimiter: ";", columns: nil, source: .header)
  }
}
