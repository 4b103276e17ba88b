/// A framed note with lines on the left and, if there is one, a QR code on the right.
struct PDFPanel {
  var lines: [Line]
  var code: QRCode?
  var caption: [Line]
  var height: Double

  static let size = 9.5
  static let codeSide = 27 * Sheet.millimetre
  static let padding = 9.0

  init(_ texts: [PDFText], code: QRCode?, caption: String) {
    self.code = code
    let room = Sheet.measure - 2 * PDFPanel.padding
    let measure = code == nil ? room : room - PDFPanel.codeSide - 14 * Sheet.millimetre
    lines = texts.flatMap { Typesetter.lines($0, size: PDFPanel.size, measure: measure) }
    self.caption =
      code == nil
      ? [] : Typesetter.lines(PDFText(caption), size: 7, measure: PDFPanel.codeSide + 30)
    let text = Double(lines.count) * PDFPanel.size * Typesetter.leading
    let picture = code == nil ? 0 : PDFPanel.codeSide + Double(self.caption.count) * 9 + 3
    height = max(text, picture) + 2 * PDFPanel.padding
  }

  var piece: Piece { Piece(drawing: .panel(self), height: height, before: 4, after: 9) }
}
