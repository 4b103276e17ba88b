public import Quantities

/// A table as a file that spreadsheets open.
public struct CSVTable: Sendable {
  public enum Cell: Hashable, Sendable {
    case text(String)
    case amount(Money)
    case day(Day)
    case number(Int)
    case rate(Rate)
    case empty
  }

  public enum Dialect: Sendable {
    /// For Excel in French: UTF-8 with a byte order mark, `;`, decimal comma, `JJ/MM/AAAA`.
    case excel
    /// RFC 4180 for programs: UTF-8, `,`, decimal point, `AAAA-MM-JJ`.
    case plain
  }

  public var titles: [String]
  public var rows: [[Cell]]

  public init(titles: [String], rows: [[Cell]] = []) {
    self.titles = titles
    self.rows = rows
  }

  /// The file. Lines end with CR LF in both dialects.
  public func bytes(_ dialect: Dialect) -> [UInt8] {
    var writer = Writer(dialect: dialect)
    if dialect == .excel { writer.bytes = [0xEF, 0xBB, 0xBF] }
    writer.line(titles.map(Cell.text))
    for row in rows { writer.line(row) }
    return writer.bytes
  }

  private struct Writer {
    let dialect: Dialect
    var bytes: [UInt8] = []

    mutating func line(_ cells: [Cell]) {
      for (place, cell) in cells.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: dialect == .excel ? ";" : ",")) }
        write(cell)
      }
      bytes.append(contentsOf: [13, 10])
    }

    private mutating func write(_ cell: Cell) {
      switch (cell, dialect) {
      case (.text(let text), _): write(text)
      case (.amount(let amount), .excel): bytes.append(contentsOf: amount.decimalComma.utf8)
      case (.amount(let amount), .plain): bytes.append(contentsOf: amount.decimal.utf8)
      case (.day(let day), .excel): bytes.append(contentsOf: day.french.utf8)
      case (.day(let day), .plain): bytes.append(contentsOf: day.iso.utf8)
      case (.number(let number), _): bytes.append(contentsOf: String(number).utf8)
      case (.rate(let rate), .excel):
        bytes.append(contentsOf: rate.percent.replacing(".", with: ",").utf8)
      case (.rate(let rate), .plain): bytes.append(contentsOf: rate.percent.utf8)
      case (.empty, _): break
      }
    }

    /// Quotes what needs it. A text that a spreadsheet would run as a formula gets an apostrophe.
    private mutating func write(_ text: String) {
      let quote = UInt8(ascii: "\"")
      var source = Array(text.utf8)
      if dialect == .excel, let first = source.first, "=+-@\t\r".utf8.contains(first) {
        source.insert(UInt8(ascii: "'"), at: 0)
      }
      guard
        source.contains(where: { $0 == quote || $0 == 10 || $0 == 13 || ";,".utf8.contains($0) })
      else {
        bytes.append(contentsOf: source)
        return
      }
      bytes.append(quote)
      for byte in source {
        if byte == quote { bytes.append(quote) }
        bytes.append(byte)
      }
      bytes.append(quote)
    }
  }
}
