/// A text with bold and italic parts, for a printed page.
///
/// A string literal is plain text; parts are joined with `+`: `"Objet : " + .bold("relevé")`.
public struct PDFText: Hashable, Sendable, ExpressibleByStringInterpolation {
  public struct Run: Hashable, Sendable {
    public var text: String
    public var isBold: Bool
    public var isItalic: Bool

    public init(_ text: String, isBold: Bool = false, isItalic: Bool = false) {
      self.text = text
      self.isBold = isBold
      self.isItalic = isItalic
    }
  }

  public var runs: [Run]

  public init(_ runs: [Run]) { self.runs = runs }
  public init(_ text: String) { runs = [Run(text)] }
  public init(stringLiteral text: String) { runs = [Run(text)] }

  public static func bold(_ text: String) -> PDFText { PDFText([Run(text, isBold: true)]) }
  public static func italic(_ text: String) -> PDFText { PDFText([Run(text, isItalic: true)]) }

  public static func + (left: PDFText, right: PDFText) -> PDFText {
    PDFText(left.runs + right.runs)
  }

  public var isEmpty: Bool { runs.allSatisfy(\.text.isEmpty) }

  /// The same text, all of it bold.
  public var bold: PDFText {
    PDFText(runs.map { Run($0.text, isBold: true, isItalic: $0.isItalic) })
  }
}

/// How a paragraph is set.
public struct PDFStyle: Hashable, Sendable {
  public enum Alignment: Sendable { case left, right, center, justified }
  /// `hair` is the pale grey of thin rules.
  public enum Ink: Sendable { case black, grey, hair, accent }

  /// In points.
  public var size: Double
  public var alignment: Alignment
  public var ink: Ink
  /// Space above and below, in points.
  public var before: Double
  public var after: Double
  /// Stays on the page of what follows, as a title does.
  public var keepsWithNext: Bool
  /// Distance from the left margin, in points.
  public var indent: Double

  public init(
    size: Double = 10, alignment: Alignment = .left, ink: Ink = .black, before: Double = 0,
    after: Double = 6, keepsWithNext: Bool = false, indent: Double = 0
  ) {
    self.indent = indent
    self.size = size
    self.alignment = alignment
    self.ink = ink
    self.before = before
    self.after = after
    self.keepsWithNext = keepsWithNext
  }

  /// Running text of a letter.
  public static let body = PDFStyle(alignment: .justified)
  /// Running text that must not be stretched, such as a list of short lines.
  public static let plain = PDFStyle()
  public static let right = PDFStyle(alignment: .right)
  public static let title = PDFStyle(
    size: 14, ink: .accent, before: 4, after: 8, keepsWithNext: true)
  public static let heading = PDFStyle(
    size: 10.5, ink: .accent, before: 6, after: 4, keepsWithNext: true)
  public static let small = PDFStyle(size: 8, ink: .grey, after: 3)
}

/// A table: a head that returns on each page, rows, and total rows that never stand alone. Without
/// any title it has no head.
public struct PDFTable: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public enum Width: Hashable, Sendable {
      /// As wide as its widest cell.
      case fit
      /// A share of what the other columns leave; the text wraps.
      case share(Double)
    }
    public var title: String
    public var alignment: PDFStyle.Alignment
    public var width: Width

    public init(
      _ title: String, alignment: PDFStyle.Alignment = .left, width: Width = .fit
    ) {
      self.title = title
      self.alignment = alignment
      self.width = width
    }

    /// A column of amounts, dates or counts set to the right.
    public static func figures(_ title: String) -> Column { Column(title, alignment: .right) }
    /// A column of running text.
    public static func words(_ title: String, share: Double = 1) -> Column {
      Column(title, width: .share(share))
    }
  }

  public var columns: [Column]
  public var rows: [[PDFText]]
  /// Set in bold under a rule, on the page of the last row.
  public var totals: [[PDFText]]
  /// In points; made smaller when the columns would not fit on the page.
  public var size: Double

  /// Each row has as many cells as there are columns.
  public init(
    columns: [Column], rows: [[PDFText]], totals: [[PDFText]] = [], size: Double = 9
  ) {
    self.columns = columns
    self.rows = rows
    self.totals = totals
    self.size = size
  }
}

/// One piece of the flow of a page.
public enum PDFBlock: Sendable {
  case text(PDFText, PDFStyle)
  case table(PDFTable)
  /// Lines in a frame that is never cut, with a QR code and its caption on the right.
  case panel([PDFText], code: QRCode?, caption: String)
  /// Empty height in points.
  case space(Double)
  case pageBreak

  public static func text(_ text: PDFText) -> PDFBlock { .text(text, .body) }
}
