import Foundation
import Printing
import Quantities
import Testing

/// The pages of several PDFs in one.
@Suite struct JoinedPDFTests {
  private func page(_ words: String) -> [UInt8] {
    var document = PDFDocument(title: words, author: "A", day: Day(2026, 11, 23))
    document.blocks = [.text(PDFText(words))]
    return document.bytes
  }

  @Test(.enabled(if: Tool.areHere("pdftotext", "qpdf")))
  func otherProgramsReadAllPages() throws {
    let made = try joined([page("Lettre"), page("Facture un"), page("Facture deux")])
    try Tool.withFile(made) { file in
      #expect(try Tool.run("qpdf", ["--check", file]).isFine)
      let pages = try Tool.run("pdftotext", [file, "-"]).text.split(separator: "\u{0C}")
      #expect(
        pages.map { $0.split(separator: "\n").first.map(String.init) } == [
          "Lettre", "Facture un", "Facture deux",
        ])
    }
  }

  @Test func equalInputGivesEqualBytes() throws {
    #expect(try joined([page("a"), page("b")]) == joined([page("a"), page("b")]))
  }

  @Test func whatCannotBeTakenApartIsRefused() throws {
    let cut = Array(page("b").dropLast(400))
    #expect(!hasPages(cut) && !hasPages([]) && !hasPages(Array("%PDF-1.7".utf8)))
    #expect(hasPages(page("b")))
    #expect { try joined([page("a"), cut]) } throws: { ($0 as? PagesRefused)?.place == 1 }
  }

  @Test(.enabled(if: Tool.areHere("qpdf"))) func anEncryptedOneIsRefused() throws {
    try Tool.withFile(page("b")) { file in
      let out = file + ".locked.pdf"
      #expect(try Tool.run("qpdf", ["--encrypt", "", "owner", "256", "--", file, out]).isFine)
      let locked = try Array(Data(contentsOf: URL(fileURLWithPath: out)))
      #expect(!hasPages(locked))
      #expect(throws: PagesRefused.self) { try joined([page("a"), locked]) }
    }
  }
}
