import Foundation
import Printing
import Quantities
import Testing

@Suite struct PDFAttachmentTests {
  static let xml = Array("<?xml version=\"1.0\"?><a>é €</a>".utf8)

  static var page: [UInt8] {
    var document = PDFDocument(title: "Facture", author: "A", day: Day(2026, 11, 23))
    document.blocks = [.text("Facture FA-1")]
    return document.bytes
  }

  @Test(.enabled(if: Tool.areHere("pdfdetach", "qpdf")))
  func otherProgramsFindTheFile() throws {
    let made = try embed(.facturX(Self.xml, day: Day(2026, 11, 23)), into: Self.page)
    try Tool.withFile(made) { file in
      #expect(try Tool.run("qpdf", ["--check", file]).isFine)
      #expect(try Tool.run("pdfdetach", ["-list", file]).text.contains("1: factur-x.xml"))
      let out = file + ".xml"
      #expect(try Tool.run("pdfdetach", ["-save", "1", "-o", out, file]).isFine)
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: out))) == Self.xml)
      let listed = try Tool.run("qpdf", ["--json", "--json-key=attachments", file]).text
      #expect(listed.contains("\"mimetype\": \"text/xml\""))
      let objects = try Tool.run("qpdf", ["--qdf", "--object-streams=disable", file, "-"]).text
      #expect(objects.contains("/AFRelationship /Data"))
      #expect(objects.contains("<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>"))
    }
  }

  @Test func equalInputGivesEqualBytes() throws {
    let attachment = PDFAttachment.facturX(Self.xml, day: Day(2026, 11, 23))
    #expect(try embed(attachment, into: Self.page) == embed(attachment, into: Self.page))
  }

  @Test func aSecondAttachmentAndADamagedFileAreRefused() throws {
    let attachment = PDFAttachment.facturX(Self.xml, day: Day(2026, 11, 23))
    let made = try embed(attachment, into: Self.page)
    #expect(throws: AttachmentRefused.alreadyHasAttachments) { try embed(attachment, into: made) }
    for bytes in [[], Array("hello".utf8), Array(Self.page.prefix(40))] {
      do {
        _ = try embed(attachment, into: bytes)
        Issue.record("\(bytes.count) bytes that are no PDF were accepted")
      } catch { #expect(error != .alreadyHasAttachments) }
    }
  }

  @Test func anEmptyFileCanBeAttached() throws {
    #expect(throws: Never.self) {
      try embed(PDFAttachment([], named: "vide é.xml", day: Day(2026, 1, 1)), into: Self.page)
    }
  }
}
