/// A page of plain text for the terminal and for e-mails: wrapped paragraphs, aligned columns.
public struct TextPage: Sendable {
  public struct Column: Sendable {
    public var title: String
    public var isFigure: Bool

    public init(_ title: String, isFigure: Bool = false) {
      self.title = title
      self.isFigure = isFigure
    }

    /// A column of amounts, dates or counts set to the right.
    public static func figures(_ title: String) -> Column { Column(title, isFigure: true) }
  }

  /// Characters on a line.
  public let width: Int
  private var lines: [String] = []

  public init(width: Int = 80) { self.width = max(width, 20) }

  /// The page, each line ended by a line feed.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  /// A paragraph wrapped at the width, with a free line below.
  public mutating func paragraph(_ text: String, indent: Int = 0) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += TextPage.wrapped(String(line), at: width - indent).map {
        ($0.isEmpty ? "" : String(repeating: " ", count: indent)) + $0
      }
    }
    gap()
  }

  /// A title with a rule under it.
  public mutating func heading(_ text: String) {
    lines += [text, String(repeating: "─", count: min(text.count, width))]
  }

  /// One line as it is.
  public mutating func line(_ text: String) { lines.append(text) }

  /// A free line, never two.
  public mutating func gap() { if lines.last != "" { lines.append("") } }

  /// Columns under each other; the first column of words is shortened when the page is too narrow.
  public mutating func table(_ columns: [Column], rows: [[String]], totals: [[String]] = []) {
    var widths = columns.map(\.title.count)
    for row in rows + totals {
      for (place, cell) in row.enumerated() where place < widths.count {
        widths[place] = max(widths[place], cell.count)
      }
    }
    let excess = widths.reduce(0, +) + 2 * max(columns.count - 1, 0) - width
    if excess > 0,
      let widest = widths.indices.filter({ !columns[$0].isFigure }).max(by: {
        widths[$0] < widths[$1]
      })
    {
      widths[widest] = max(widths[widest] - excess, 8)
    }
    let rule = String(
      repeating: "─", count: widths.reduce(0, +) + 2 * max(columns.count - 1, 0))
    if columns.contains(where: { !$0.title.isEmpty }) {
      lines.append(TextPage.row(columns.map(\.title), columns, widths))
      lines.append(rule)
    }
    for row in rows { lines.append(TextPage.row(row, columns, widths)) }
    if !totals.isEmpty { lines.append(rule) }
    for row in totals { lines.append(TextPage.row(row, columns, widths)) }
    gap()
  }

  private static func row(_ cells: [String], _ columns: [Column], _ widths: [Int]) -> String {
    var text = ""
    for (place, cell) in cells.enumerated() where place < widths.count {
      if place > 0 { text += "  " }
      let cut = cell.count > widths[place] ? cell.prefix(widths[place] - 1) + "…" : cell[...]
      let blank = String(repeating: " ", count: widths[place] - cut.count)
      text += columns[place].isFigure ? blank + cut : cut + blank
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The lines of a text, broken at plain spaces.
  static func wrapped(_ text: String, at width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(line)
    return lines
  }
}
