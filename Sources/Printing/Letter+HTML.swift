public import Correspondence
import Ledger

extension HTML {
  /// The letter as a piece of page, for a preview or the HTML part of an e-mail. Its classes are
  /// `letter`, `letterhead`, `recipient`, `references`, `dateline`, `subject`, `banner`, `figure`,
  /// `total`, `payment`, `signature`, `enclosures` and `legal`.
  public init(_ letter: Letter) {
    self.init {
      article {
        HTML.lines(letter.letterhead).class("letterhead")
        HTML.lines(letter.recipient).class("recipient")
        HTML.lines(
          letter.references.map { $0.label.isEmpty ? $0.value : $0.label + letter.colon + $0.value }
        ).class("references")
        p(letter.dateline).class("dateline")
        p {
          letter.subjectLabel + letter.colon
          strong(letter.subject)
        }.class("subject")
        for block in letter.blocks { HTML.block(block, of: letter) }
        HTML.lines(letter.signature).class("signature")
        if !letter.enclosures.isEmpty {
          p(
            letter.enclosuresLabel + letter.colon + letter.enclosures.joined(separator: ", ")
          ).class("enclosures")
        }
        p(letter.legalLine).class("legal")
      }.class("letter").lang(letter.language.rawValue)
    }
  }

  private static func lines(_ lines: [String]) -> Element {
    p {
      for (place, line) in lines.enumerated() {
        if place > 0 { br() }
        line
      }
    }
  }

  @HTMLBuilder
  private static func block(_ block: Letter.Block, of letter: Letter) -> HTML {
    switch block {
    case .paragraph(let prose):
      p { for part in prose.parts { if part.isStrong { strong(part.text) } else { part.text } } }
    case .closing(let text): p(text)
    case .heading(let text): h3(text)
    case .banner(let text): h2(text).class("banner")
    case .table(let table): HTML.rows(of: table)
    case .payment(let payment):
      div {
        dl {
          for line in payment.lines {
            dt(line.label)
            dd(line.value)
          }
        }
        if let code = payment.code.flatMap({ QRCode($0.text) }) {
          figure {
            code.svg.aria("label", payment.caption)
            figcaption(payment.caption)
          }
        }
      }.class("payment")
    }
  }

  private static func rows(of content: Letter.Table) -> Element {
    func cells(_ row: [String], _ tag: Tag) -> [HTML] {
      zip(content.columns, row).map { column, text in
        tag(text).class(column.kind == .figure ? "figure" : nil).html
      }
    }
    return table {
      if content.columns.contains(where: { !$0.title.isEmpty }) {
        thead { tr { cells(content.columns.map(\.title), th) } }
      }
      tbody {
        for row in content.rows { tr { cells(row, td) } }
        for row in content.totals { tr { cells(row, td) }.class("total") }
      }
    }
  }
}

extension QRCode {
  /// The code as a drawing of a page, with the white margin that readers need.
  public var svg: Element {
    var path = ""
    for row in 0..<side {
      for column in 0..<side where isDark[row * side + column] {
        path += "M\(column + 4) \(row + 4)h1v1h-1z"
      }
    }
    let size = side + 8
    return Printing.svg {
      rect().attribute("width", "\(size)").attribute("height", "\(size)").attribute("fill", "#fff")
      Printing.path().attribute("d", path)
    }
    .attribute("viewBox", "0 0 \(size) \(size)").role("img").class("qr")
  }
}
