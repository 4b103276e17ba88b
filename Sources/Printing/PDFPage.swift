import CPango
import Quantities

/// The sheet that cairo writes into a PDF file, page after page.
struct PDFPage: ~Copyable {
  /// Receives the file's bytes from cairo.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  private let sink: Sink
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private var glyphs: [cairo_glyph_t] = []
  private var clusters: [cairo_text_cluster_t] = []
  private var text: [UInt8] = []

  init(title: String, author: String, subject: String) {
    sink = Sink()
    surface = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
          .bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), Sheet.width, Sheet.height)
    context = cairo_create(surface)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Encaisse")
    if !subject.isEmpty {
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, subject)
    }
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// The day written as the file's date of creation: cairo would write the clock's.
  func date(_ day: Day) {
    cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_CREATE_DATE, day.iso + "T00:00:00Z")
  }

  /// Ends the file and gives its bytes.
  func finish() -> [UInt8] {
    cairo_surface_finish(surface)
    precondition(
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, "cairo could not write the page")
    return sink.bytes
  }

  /// Draws one page of a document and ends it.
  mutating func draw(_ content: PageContent, of document: PDFDocument, number: Int, count: Int) {
    if number == 1 { drawHead(document) } else { drawRunningTitle(document) }
    for (y, drawing) in content.pieces {
      switch drawing {
      case .line(let line, let x, let ink): draw(line, x: x, y: y, ink: ink)
      case .row(let row): draw(row, y: y)
      case .panel(let panel): draw(panel, y: y)
      case .nothing: break
      }
    }
    drawFooter(document, number: number, count: count)
    cairo_show_page(context)
  }

  // MARK: the furniture of a letter

  private mutating func drawHead(_ document: PDFDocument) {
    var y = 14 * Sheet.millimetre
    for (index, text) in document.letterhead.enumerated() {
      let size = index == 0 ? 14.0 : 8.5
      let measure = document.recipient.isEmpty ? Sheet.measure : 88 * Sheet.millimetre
      let text = index == 0 ? text.bold : text
      for line in Typesetter.lines(text, size: size, measure: measure) {
        draw(line, x: Sheet.left, y: y, ink: index == 0 ? .accent : .grey)
        y += size * (index == 0 ? 1.25 : 1.3)
      }
    }
    guard !document.recipient.isEmpty else { return }
    drawWindow(document.recipient)
    y = max(y + 12, Sheet.windowTop)
    for text in document.references {
      for line in Typesetter.lines(text, size: 8.5, measure: 80 * Sheet.millimetre) {
        draw(line, x: Sheet.left, y: y, ink: .black)
        y += 8.5 * 1.35
      }
    }
    if let date = Typesetter.lines(PDFText(document.dateline), size: 10).first {
      draw(date, x: Sheet.windowLeft, y: 86 * Sheet.millimetre, ink: .black)
    }
    for fold in [99.0, 198.0] { rule(5, 12, at: fold * Sheet.millimetre, ink: .grey, 0.3) }
  }

  /// The address in the envelope's window, made smaller when it has many lines.
  private mutating func drawWindow(_ address: [String]) {
    var size = 10.5
    var lines: [Line] = []
    repeat {
      lines = address.enumerated().flatMap { index, text in
        Typesetter.lines(
          index == 0 ? .bold(text) : PDFText(text), size: size, measure: Sheet.windowWidth)
      }
      size -= 0.5
    } while lines.count > 6 && size > 8
    var y = Sheet.windowTop
    for line in lines {
      draw(line, x: Sheet.windowLeft, y: y, ink: .black)
      y += line.size * 1.3
    }
  }

  private mutating func drawRunningTitle(_ document: PDFDocument) {
    guard
      let line = Typesetter.lines(
        PDFText(document.runningTitle), size: 8, measure: Sheet.measure
      ).first
    else { return }
    draw(line, x: Sheet.left, y: 12 * Sheet.millimetre, ink: .grey)
    rule(Sheet.left, Sheet.right, at: 17 * Sheet.millimetre, ink: .hair, 0.5)
  }

  private mutating func drawFooter(_ document: PDFDocument, number: Int, count: Int) {
    let lines = document.footer.flatMap {
      Typesetter.lines(PDFText($0), size: 7, measure: Sheet.measure - 60)
    }
    var y = Sheet.height - 12 * Sheet.millimetre - Double(max(lines.count, 1)) * 9
    rule(Sheet.left, Sheet.right, at: y - 4, ink: .hair, 0.5)
    if let page = Typesetter.lines("\(number)/\(count)", size: 8).first {
      draw(page, x: Sheet.right - page.width, y: y, ink: .grey)
    }
    for line in lines {
      draw(line, x: Sheet.left + (Sheet.measure - line.width) / 2, y: y, ink: .grey)
      y += 9
    }
  }

  // MARK: the pieces of the flow

  private mutating func draw(_ row: PDFRow, y: Double) {
    let ink: PDFStyle.Ink = row.kind == .head ? .accent : .black
    for cell in row.cells { draw(cell.line, x: cell.x, y: y + cell.y, ink: ink) }
    switch row.kind {
    case .head: rule(row.left, row.right, at: y + row.height, ink: .accent, 0.9)
    case .row, .subtotal: rule(row.left, row.right, at: y + row.height, ink: .hair, 0.5)
    case .total: rule(row.left, row.right, at: y + row.height, ink: .accent, 0.6)
    }
  }

  private mutating func draw(_ panel: PDFPanel, y: Double) {
    cairo_rectangle(context, Sheet.left, y, Sheet.measure, panel.height)
    cairo_set_source_rgb(context, 0.955, 0.965, 0.975)
    cairo_fill(context)
    cairo_rectangle(context, Sheet.left, y, 2.5, panel.height)
    use(.accent)
    cairo_fill(context)
    var top = y + PDFPanel.padding
    for line in panel.lines {
      draw(line, x: Sheet.left + PDFPanel.padding + 3, y: top, ink: .black)
      top += PDFPanel.size * Typesetter.leading
    }
    guard let code = panel.code else { return }
    let x = Sheet.right - 7 * Sheet.millimetre - PDFPanel.codeSide
    top = y + PDFPanel.padding
    draw(code, x: x, y: top, side: PDFPanel.codeSide)
    top += PDFPanel.codeSide + 4
    for line in panel.caption {
      draw(line, x: x + (PDFPanel.codeSide - line.width) / 2, y: top, ink: .grey)
      top += 9
    }
  }

  /// Draws a QR code as strokes one square thick, with a white margin of two squares. A stroke is
  /// half the size of a filled rectangle in the file, and a code has hundreds of them.
  private func draw(_ code: QRCode, x: Double, y: Double, side: Double) {
    let step = side / Double(code.side + 4)
    cairo_rectangle(context, x, y, side, side)
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_fill(context)
    for row in 0..<code.side {
      var column = 0
      while column < code.side {
        guard code.isDark[row * code.side + column] else {
          column += 1
          continue
        }
        let start = column
        while column < code.side, code.isDark[row * code.side + column] { column += 1 }
        let middle = y + (Double(row) + 2.5) * step
        cairo_move_to(context, x + Double(start + 2) * step, middle)
        cairo_line_to(context, x + Double(column + 2) * step, middle)
      }
    }
    cairo_set_source_rgb(context, 0, 0, 0)
    cairo_set_line_width(context, step)
    cairo_stroke(context)
  }

  private func rule(
    _ left: Double, _ right: Double, at y: Double, ink: PDFStyle.Ink, _ width: Double
  ) {
    use(ink)
    cairo_set_line_width(context, width)
    cairo_move_to(context, left, y)
    cairo_line_to(context, right, y)
    cairo_stroke(context)
  }

  private func use(_ ink: PDFStyle.Ink) {
    switch ink {
    case .black: cairo_set_source_rgb(context, 0.08, 0.08, 0.09)
    case .grey: cairo_set_source_rgb(context, 0.38, 0.40, 0.43)
    case .hair: cairo_set_source_rgb(context, 0.80, 0.82, 0.84)
    case .accent: cairo_set_source_rgb(context, 0.09, 0.24, 0.38)
    }
  }

  /// Draws a line whose top is at `y`. Spaces of all widths are written as plain spaces, so that
  /// an amount copied from the page is a number again.
  private mutating func draw(_ line: Line, x: Double, y: Double, ink: PDFStyle.Ink) {
    guard !line.marks.isEmpty else { return }
    use(ink)
    let base = y + line.size
    var start = 0
    while start < line.marks.count {
      let face = line.marks[start].face
      var end = start
      glyphs.removeAll(keepingCapacity: true)
      clusters.removeAll(keepingCapacity: true)
      text.removeAll(keepingCapacity: true)
      while end < line.marks.count, line.marks[end].face == face {
        let mark = line.marks[end]
        glyphs.append(cairo_glyph_t(index: UInt(mark.glyph), x: x + mark.x, y: base))
        let before = text.count
        let scalar = Unicode.Scalar(mark.isSpace ? 0x20 : mark.character) ?? " "
        text.append(contentsOf: UTF8.encode(scalar)!)
        clusters.append(
          cairo_text_cluster_t(num_bytes: Int32(text.count - before), num_glyphs: 1))
        end += 1
      }
      cairo_set_font_face(context, Typefaces.shared.faces[Int(face)].face)
      cairo_set_font_size(context, line.size)
      text.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          cairo_show_text_glyphs(
            context, characters.baseAddress, Int32(characters.count), glyphs,
            Int32(glyphs.count), clusters, Int32(clusters.count),
            cairo_text_cluster_flags_t(rawValue: 0))
        }
      }
      start = end
    }
  }
}
