import Claims
import Correspondence
import Foundation
import Ledger
import Printing
import Quantities
import Testing

@Suite struct LetterPrintingTests {
  static func letter(
    _ message: Message, _ claim: Claim, from sender: Sender = Cases.sender
  ) throws -> Letter {
    try #require(compose(Cases.occasion(message), for: claim, from: sender))
  }

  @Test func theSameLetterPrintedTwiceGivesTheSameBytes() throws {
    let letter = try Self.letter(.formalNotice, try Cases.several())
    let bytes = PDFDocument(letter).bytes
    #expect(bytes.starts(with: Array("%PDF-".utf8)))
    #expect(bytes == render(letter))
  }

  @Test(
    .enabled(if: Tool.areHere("pdftotext")), arguments: [Message.courtesy, .firm, .formalNotice])
  func everyFigureOfTheLetterStandsOnThePage(message: Message) throws {
    let letter = try Self.letter(message, try Cases.several())
    let page = Self.flat(try Tool.words(of: PDFDocument(letter).bytes))
    for block in letter.blocks {
      switch block {
      case .table(let table):
        for row in table.rows + table.totals {
          for cell in row where !cell.isEmpty { #expect(page.contains(Self.flat(cell)), "\(cell)") }
        }
      case .payment(let payment):
        for line in payment.lines { #expect(page.contains(Self.flat(line.value))) }
      case .paragraph(let prose): #expect(page.contains(Self.flat(prose.text)), "\(prose.text)")
      case .heading(let text), .banner(let text), .closing(let text):
        #expect(page.contains(Self.flat(text)))
      }
    }
    for line in letter.recipient + letter.signature + [letter.dateline, letter.legalLine] {
      #expect(page.contains(Self.flat(line)), "\(line)")
    }
  }

  /// All kinds of spaces and line ends as one space.
  static func flat(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "\u{202F}" || $0 == "\u{A0}" }.joined(separator: " ")
  }

  @Test(.enabled(if: Tool.areHere("pdftoppm", "zbarimg")))
  func aPhoneReadsTheClaimInTheCode() throws {
    var sender = Cases.sender
    for bic in ["AGRIFRPPXXX", ""] {
      sender.bic = bic
      for claim in [try Cases.one(), try Cases.several()] {
        let letter = try Self.letter(.reminder, claim, from: sender)
        let document = PDFDocument(letter)
        let read = try Tool.codes(in: document.bytes)
        #expect(read.contains("\nFR7630006000011234567890189\nEUR\(letter.amount.decimal)\n"))
        #expect(read.hasPrefix("BCD\n002\n1\nSCT\n\(bic)\nAtelier du Levant\n"))
      }
    }
  }

  @Test func aWrongAccountPrintsNoCode() throws {
    var sender = Cases.sender
    sender.iban = "FR00"
    let document = PDFDocument(try Self.letter(.courtesy, try Cases.one(), from: sender))
    for case .panel(_, let code, _) in document.blocks { #expect(code == nil) }
    #expect(!document.bytes.isEmpty)
  }

  @Test(.enabled(if: Tool.areHere("pdftotext")))
  func aLongStatementNumbersItsPagesAndRepeatsItsHeads() throws {
    let document = PDFDocument(try Self.letter(.statement, try Cases.many(30)))
    let pages = try Tool.words(of: document.bytes).split(separator: "\u{0C}")
      .filter { !$0.allSatisfy(\.isWhitespace) }
    #expect(pages.count == document.pageCount)
    #expect(pages.count > 2)
    for (index, page) in pages.enumerated() {
      #expect(page.contains("\(index + 1)/\(pages.count)"))
      let rows = page.split(separator: "\n").filter { $0.hasPrefix("FA-2026-") }
      #expect(rows.isEmpty || rows.count > 1, "page \(index + 1) has a row alone")
      if !rows.isEmpty { #expect(page.contains("Facture  ")) }
    }
    for place in 0..<30 { #expect(pages.joined().contains("FA-2026-\(1000 + place)")) }
  }

  @Test(.enabled(if: Tool.areHere("pdftotext")))
  func namesOfAnyLengthStayOnThePage() throws {
    var sender = Cases.sender
    sender.name = String(repeating: "Établissements réunis ", count: 6) + "du Bassin"
    let name = String(repeating: "Compagnie générale d’approvisionnement ", count: 4) + "SA"
    for name in [name, String(repeating: "A", count: 120), "Łódź Żagań ąćęłńóśźż", "日本 株式会社"] {
      let letter = try Self.letter(.courtesy, try Cases.one(Cases.customer(name)), from: sender)
      let words = try Tool.words(of: PDFDocument(letter).bytes)
      #expect(words.contains("1 234,56"))
      if name.hasPrefix("Ł") { #expect(words.contains(name)) }
    }
  }

  @Test func manyLettersMakeOneFile() throws {
    let letters = try [
      Self.letter(.courtesy, try Cases.one()), Self.letter(.statement, try Cases.many(30)),
    ]
    let batch = render(letters)
    let single = letters.map { PDFDocument($0).bytes.count }.reduce(0, +)
    #expect(batch.count < single, "fonts are shared")
    #expect(render([Letter]()).isEmpty)
  }

  @Test func aPreviewShowsTheSameWordsEscaped() throws {
    let claim = try Cases.several(Cases.customer("<b>Durand</b> & Fils"))
    let text = HTML(try Self.letter(.firm, claim)).text
    #expect(text.contains("&lt;b&gt;Durand&lt;/b&gt; &amp; Fils"))
    #expect(!text.contains("<b>Durand"))
    #expect(text.contains("<td class=\"figure\">343,92\u{A0}€</td>"))
    #expect(text.contains("<svg viewBox="))
    #expect(text.hasPrefix("<article class=\"letter\" lang=\"fr\">"))
  }

  @Test func aTerminalShowsAlignedColumns() throws {
    let letter = try Self.letter(.courtesy, try Cases.several())
    let lines = TextPage(letter, width: 90).text.split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("FA-2026-") }
    #expect(rows.count == 3)
    #expect(Set(rows.map(\.count)).count == 1)
    #expect(lines.allSatisfy { $0.count <= 90 })
  }
}
