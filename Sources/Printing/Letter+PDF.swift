public import Correspondence

extension PDFDocument {
  /// The letter on A4 paper.
  public init(_ letter: Letter) {
    self.init(title: letter.subject, author: letter.sender.name, day: letter.day)
    subject = letter.number
    letterhead = letter.letterhead.map { PDFText($0) }
    recipient = letter.recipient
    references = letter.references.map { line in
      line.label.isEmpty
        ? .bold(line.value) : .bold(line.label + letter.colon) + PDFText(line.value)
    }
    dateline = letter.dateline
    runningTitle = [letter.subject, letter.recipient.first ?? ""].joined(separator: " – ")
    footer = [letter.legalLine]
    blocks = [
      .text(
        PDFText(letter.subjectLabel + letter.colon) + .bold(letter.subject),
        PDFStyle(after: 9, keepsWithNext: true))
    ]
    for block in letter.blocks {
      if case .closing = block { keepLast() }
      append(block, of: letter)
    }
    if letter.blocks.contains(where: { if case .banner = $0 { true } else { false } }) {
      // The name of the document stands above its subject.
      if let place = blocks.firstIndex(where: \.isBanner) {
        blocks.insert(blocks.remove(at: place), at: 0)
      }
    }
    appendSignature(letter)
  }

  private mutating func append(_ block: Letter.Block, of letter: Letter) {
    switch block {
    case .banner(let text):
      blocks.append(
        .text(
          .bold(text),
          PDFStyle(size: 14, alignment: .center, ink: .accent, after: 12, keepsWithNext: true)))
    case .paragraph(let prose): blocks.append(.text(PDFText(prose), .letter))
    case .heading(let text): blocks.append(.text(.bold(text), .heading))
    case .table(let table): blocks.append(.table(PDFTable(table)))
    case .payment(let payment):
      blocks.append(
        .panel(
          payment.lines.map { .bold($0.label + letter.colon) + PDFText($0.value) },
          code: payment.code.flatMap { QRCode($0.text) }, caption: payment.caption))
    case .closing(let text):
      blocks.append(
        .text(
          PDFText(text),
          PDFStyle(alignment: .justified, before: 2, after: 12, keepsWithNext: true)))
    }
  }

  /// A greeting and a signature never stand on a page without a paragraph above them.
  private mutating func keepLast() {
    guard case .text(let text, var style)? = blocks.last else { return }
    style.keepsWithNext = true
    blocks[blocks.count - 1] = .text(text, style)
  }

  /// Who signs, with room for the signature, then what is enclosed.
  private mutating func appendSignature(_ letter: Letter) {
    let lines = letter.signature
    for (index, line) in lines.enumerated() {
      blocks.append(
        .text(
          index == 0 ? .bold(line) : PDFText(line),
          PDFStyle(
            before: index == 0 ? 26 : 0, after: 0, keepsWithNext: index < lines.count - 1,
            indent: Sheet.windowLeft - Sheet.left)))
    }
    guard !letter.enclosures.isEmpty else { return }
    let label = PDFText.bold(letter.enclosuresLabel + letter.colon)
    blocks.append(
      .text(
        label + PDFText(letter.enclosures.joined(separator: ", ") + "."),
        PDFStyle(size: 8.5, before: 16, after: 0)))
  }
}

extension PDFStyle {
  /// Running text of a letter.
  fileprivate static let letter = PDFStyle(alignment: .justified, after: 7)
}

extension PDFBlock {
  fileprivate var isBanner: Bool {
    if case .text(_, let style) = self {
      style.alignment == .center && style.size > 12
    } else {
      false
    }
  }
}

extension PDFText {
  init(_ prose: Prose) {
    self.init(prose.parts.map { Run($0.text, isBold: $0.isStrong) })
  }
}

extension PDFTable {
  init(_ table: Letter.Table) {
    self.init(
      columns: table.columns.map { column in
        switch column.kind {
        case .words: Column(column.title, width: .share(1))
        case .code: Column(column.title)
        case .figure: Column(column.title, alignment: .right)
        }
      }, rows: table.rows.map { $0.map { PDFText($0) } },
      totals: table.totals.map { $0.map { PDFText($0) } })
  }
}
