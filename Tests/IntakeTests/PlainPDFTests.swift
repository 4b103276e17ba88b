import Foundation
import Intake
import Testing

/// Our own reader of plainly built PDFs, against the library: the same text byte for byte, or
/// nothing at all.
@Suite struct PlainPDFTests {
  static let xml = FacturXTests.xml

  /// A PDF with the invoice as its last object but one, its specification the last.
  static func pdf(
    _ catalogue: String = "/AF[5 0 R]", stream: [UInt8]? = nil,
    specification: String = "/F(factur-x.xml)/UF(factur-x.xml)/EF<</F 4 0 R/UF 4 0 R>>"
  ) -> [UInt8] {
    FacturXTests.pdf([
      Array("<</Type/Catalog/Pages 2 0 R\(catalogue)>>".utf8),
      Array("<</Type/Pages/Kids[]/Count 0>>".utf8), Array(String(xml.count).utf8),
      stream ?? FacturXTests.stream(xml), Array("<</Type/Filespec\(specification)>>".utf8),
    ])
  }

  static func plain(_ bytes: [UInt8]) -> [UInt8]? {
    bytes.withUnsafeBytes { PDFExtractor.plainXML(in: $0) }
  }

  static func byLibrary(_ bytes: [UInt8]) -> [UInt8]? {
    bytes.withUnsafeBytes { try? PDFExtractor.inProcess.xml(in: $0) }
  }

  static let named = "<</EmbeddedFiles<</Names[(f) 5 0 R]>>>>"

  static let read: [(String, [UInt8])] = [
    ("associated", pdf()),
    ("named", pdf("/Names\(named)")),
    ("both", pdf("/AF[5 0 R]/Names \(named)")),
    ("blanks", pdf(" /AF\r\n[ 5\t0\n R ] /PieceInfo null /Marked true /Zoom -.5 /W [1 0 0 1.25]")),
    (
      "lengthElsewhere",
      pdf(stream: Array("<</Length 3 0 R>>\nstream\r\n".utf8) + xml + Array("endstream".utf8))
    ),
    ("escapedType", pdf(stream: FacturXTests.stream(xml, "/Subtype/text#2Fxml"))),
    ("noFilter", pdf(stream: FacturXTests.stream(xml, "/Filter null"))),
    (
      "wideLetters",
      pdf(
        specification:
          "/UF<FEFF006600610063007400750072002D0078002E0078006D006C>/EF<</UF 4 0 R>>")
    ),
    ("nested", pdf(specification: "/Desc((a) \\( b)/F(Factur-X.XML)/EF<</F 4 0 R>>")),
    ("escaped", pdf(specification: "/F(factur\\055x\\056xml)/EF<</F 4 0 R>>")),
    ("german", pdf(specification: "/F(ZUGFeRD-invoice.xml)/EF<</F 4 0 R>>")),
  ]

  @Test(arguments: read.indices) func aPlainFileIsReadAsTheLibraryReadsIt(_ index: Int) {
    let (name, bytes) = PlainPDFTests.read[index]
    let isPlain = PlainPDFTests.plain(bytes) == PlainPDFTests.xml
    #expect(isPlain && PlainPDFTests.isAlikeOrLeft(bytes), "\(name)")
  }

  static let left: [(String, [UInt8])] = [
    ("otherName", pdf(specification: "/F(facture.xml)/EF<</F 4 0 R>>")),
    ("noAttachment", pdf("")),
    ("tree", pdf("/Names<</EmbeddedFiles<</Kids[6 0 R]>>>>")),
    ("comment", pdf("/AF[5 0 R]%\n")),
    ("escapedKey", pdf("/#41F[5 0 R]")),
    ("twice", pdf("/AF[5 0 R]/AF[]")),
    ("gone", pdf("/AF[5 0 R 9 0 R]")),
    ("otherGeneration", pdf("/AF[5 1 R]")),
    ("escapedName", pdf(specification: "/F(factur\\n-x.xml)/EF<</F 4 0 R>>")),
    ("parameters", pdf(stream: FacturXTests.stream(xml, "/DecodeParms<<>>"))),
    ("twoFilters", pdf(stream: FacturXTests.stream(xml, "/Filter[/FlateDecode/FlateDecode]"))),
    ("notPacked", pdf(stream: FacturXTests.stream(xml, "/Filter/FlateDecode"))),
    ("notFirst", Array(" ".utf8) + pdf()),
    ("deep", pdf("/A" + String(repeating: "[", count: 100_000))),
    ("long", pdf("/A[" + String(repeating: "0 ", count: 100_000) + "]")),
    ("many", pdf("/AF[" + String(repeating: "<<>>", count: 40) + "5 0 R]")),
    ("earlier", replaced(pdf(), "/Root", "/Prev 9/Root")),
    ("locked", replaced(pdf(), "/Root", "/Encrypt 3 0 R/Root")),
    ("far", replaced(pdf(), "startxref\n", "startxref\n999")),
    ("table", replaced(pdf(), " 00000 n \n0", " 00000 x \n0")),
    ("longTable", replaced(pdf(), "xref\n0 6\n", "xref\n0 9999999999\n")),
    ("shortStream", replaced(pdf(), "<</Length ", "<</Length 1")),
    ("longWord", pdf(stream: FacturXTests.stream(xml) + [8])),
    ("bomb", pdf(stream: FacturXTests.stream(bomb, "/Filter/FlateDecode"))),
  ]

  private static let bomb = FacturXTests.zeros(megabytes: 8)

  private static func replaced(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new, maxReplacements: 1).utf8)
  }

  @Test(arguments: left.indices) func anyOtherFileIsLeftToTheLibrary(_ index: Int) {
    let (name, bytes) = PlainPDFTests.left[index]
    #expect(PlainPDFTests.plain(bytes) == nil, "\(name)")
  }

  @Test(.enabled(if: XMLFixtures.samples != nil)) func samplesAreReadAsTheLibraryReadsThem() throws
  {
    let folder = try #require(XMLFixtures.samples).appending(path: "facturx")
    var count = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where name.hasSuffix(".pdf") {
      let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
      if PlainPDFTests.plain(bytes) != nil { count += 1 }
      #expect(PlainPDFTests.isAlikeOrLeft(bytes), "\(name)")
    }
    #expect(count >= 10)
  }

  /// Whether what is read is what the library reads, or nothing is.
  static func isAlikeOrLeft(_ bytes: [UInt8]) -> Bool {
    guard let xml = plain(bytes) else { return true }
    return byLibrary(bytes) == xml
  }

  @Test func everyChangedByteIsReadAlikeOrLeft() {
    for (name, original) in PlainPDFTests.read {
      var bytes = original
      for place in bytes.indices where !(300..<2_400).contains(place) {
        for byte in [UInt8(0), 32, 48, 62, 37, 92, bytes[place] ^ 1] {
          bytes[place] = byte
          let around = bytes[max(0, place - 20)..<min(bytes.count, place + 20)]
          let isAlike = PlainPDFTests.isAlikeOrLeft(bytes)
          #expect(
            isAlike,
            "\(name), byte \(byte) at \(place): \(String(decoding: around, as: UTF8.self))")
        }
        bytes[place] = original[place]
      }
    }
  }

  @Test func everyTruncationIsReadAlikeOrLeft() {
    let original = PlainPDFTests.pdf()
    for end in 0..<original.count {
      #expect(PlainPDFTests.isAlikeOrLeft(Array(original[..<end])), "cut at \(end)")
    }
  }
}
