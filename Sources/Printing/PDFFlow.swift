/// What is drawn at one place of a page.
enum Drawing {
  case line(Line, x: Double, ink: PDFStyle.Ink)
  case row(PDFRow)
  case panel(PDFPanel)
  case nothing
}

/// A piece of the flow that is never cut.
struct Piece {
  var drawing: Drawing
  var height: Double
  var before = 0.0
  var after = 0.0
  var keepsWithNext = false
  /// The head to draw again when this piece opens a page.
  var head: PDFRow?
}

extension Piece {
  /// The same with its free space made smaller.
  fileprivate func spaced(_ factor: Double) -> Piece {
    var piece = self
    piece.before *= factor
    piece.after *= factor
    if case .nothing = drawing { piece.height *= factor }
    return piece
  }
}

/// The pieces of one page with their distance from the top of the sheet.
struct PageContent {
  var pieces: [(y: Double, drawing: Drawing)] = []
}

/// Cuts a document into pages.
enum PDFFlow {
  /// The pages of a document. When the last one would hold little more than a signature, the spaces
  /// between the pieces are made smaller if that saves the page.
  static func pages(of document: PDFDocument) -> [PageContent] {
    let (pages, end) = flow(document, spacing: 1)
    guard pages.count > 1, end < Sheet.top + 130 else { return pages }
    let tight = flow(document, spacing: 0.5).pages
    return tight.count < pages.count ? tight : pages
  }

  private static func flow(
    _ document: PDFDocument, spacing: Double
  ) -> (pages: [PageContent], end: Double) {
    var flow = Flow(document, spacing: spacing)
    var chain: [Piece] = []
    for block in document.blocks {
      if case .pageBreak = block {
        flow.place(chain)
        chain = []
        flow.turn()
        continue
      }
      for piece in pieces(of: block) {
        chain.append(piece)
        guard !piece.keepsWithNext else { continue }
        flow.place(chain)
        chain.removeAll(keepingCapacity: true)
      }
    }
    flow.place(chain)
    return (flow.pages, flow.y)
  }

  private struct Flow {
    var pages = [PageContent()]
    var y: Double
    let bottom: Double
    let spacing: Double

    init(_ document: PDFDocument, spacing: Double) {
      self.spacing = spacing
      y = document.recipient.isEmpty ? PDFFlow.topWithoutWindow(document) : Sheet.firstTop
      bottom = Sheet.bottom(footerLines: document.footer.count)
    }

    mutating func turn() {
      pages.append(PageContent())
      y = Sheet.top
    }

    /// Puts pieces that belong together on this page if they fit, else on the next one.
    mutating func place(_ pieces: [Piece]) {
      let chain = pieces.map { $0.spaced(spacing) }
      guard let first = chain.first else { return }
      let height = chain.reduce(0) { $0 + $1.before + $1.height + $1.after } - chain.last!.after
      let headHeight = first.head?.height ?? 0
      if y + height > bottom, !pages[pages.count - 1].pieces.isEmpty, isWorthTurning(height) {
        turn()
        if let head = first.head { put(Piece(drawing: .row(head), height: headHeight)) }
      }
      for piece in chain {
        if y + piece.before + piece.height > bottom, !pages[pages.count - 1].pieces.isEmpty {
          turn()
          if let head = piece.head { put(Piece(drawing: .row(head), height: head.height)) }
        }
        put(piece)
      }
    }

    /// A chain taller than a sheet is cut anyway: it starts where it stands.
    private func isWorthTurning(_ height: Double) -> Bool { height <= bottom - Sheet.top }

    private mutating func put(_ piece: Piece) {
      if !pages[pages.count - 1].pieces.isEmpty { y += piece.before }
      if case .nothing = piece.drawing {
      } else {
        pages[pages.count - 1].pieces.append((y, piece.drawing))
      }
      y += piece.height + piece.after
    }
  }

  static func topWithoutWindow(_ document: PDFDocument) -> Double {
    document.letterhead.isEmpty
      ? Sheet.top : Sheet.top + Double(document.letterhead.count) * 11 + 22
  }

  private static func pieces(of block: PDFBlock) -> [Piece] {
    switch block {
    case .text(let text, let style): paragraph(text, style)
    case .table(let table): PDFRow.pieces(of: table)
    case .panel(let lines, let code, let caption):
      [PDFPanel(lines, code: code, caption: caption).piece]
    case .space(let height): [Piece(drawing: .nothing, height: height)]
    case .pageBreak: []
    }
  }

  /// The lines of a paragraph; the first two and the last two stay together.
  private static func paragraph(_ text: PDFText, _ style: PDFStyle) -> [Piece] {
    let measure = Sheet.measure - style.indent
    let lines = Typesetter.lines(
      text, size: style.size, measure: measure, isJustified: style.alignment == .justified)
    return lines.enumerated().map { index, line in
      let isFirst = index == 0
      let isLast = index == lines.count - 1
      return Piece(
        drawing: .line(
          line, x: Sheet.left + style.indent + line.offset(in: measure, style.alignment),
          ink: style.ink),
        height: style.size * Typesetter.leading, before: isFirst ? style.before : 0,
        after: isLast ? style.after : 0,
        keepsWithNext: isLast ? style.keepsWithNext : isFirst || index == lines.count - 2)
    }
  }
}
