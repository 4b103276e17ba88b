public import Correspondence

extension TextPage {
  /// The letter as plain text with aligned columns, for a terminal.
  public init(_ letter: Letter, width: Int = 80) {
    self.init(width: width)
    for text in letter.letterhead { line(text) }
    gap()
    for text in letter.recipient { line(String(repeating: " ", count: width / 2) + text) }
    gap()
    for reference in letter.references {
      line(
        reference.label.isEmpty
          ? reference.value : reference.label + letter.colon + reference.value)
    }
    gap()
    paragraph(letter.dateline)
    paragraph(letter.subjectLabel + letter.colon + letter.subject)
    for block in letter.blocks { append(block, of: letter) }
    for text in letter.signature { line(text) }
    if !letter.enclosures.isEmpty {
      gap()
      paragraph(letter.enclosuresLabel + letter.colon + letter.enclosures.joined(separator: ", "))
    }
    gap()
    paragraph(letter.legalLine)
  }

  private mutating func append(_ block: Letter.Block, of letter: Letter) {
    switch block {
    case .paragraph(let prose): paragraph(prose.text)
    case .heading(let text), .banner(let text): heading(text)
    case .closing(let text): paragraph(text)
    case .table(let table):
      self.table(
        table.columns.map { Column($0.title, isFigure: $0.kind == .figure) }, rows: table.rows,
        totals: table.totals)
    case .payment(let payment):
      for row in payment.lines { line("  " + row.label + letter.colon + row.value) }
      gap()
    }
  }
}
