import Foundation
import Intake
import Ledger
import Testing

/// PDF files built here, with their attachments, damaged and hostile ones among them.
@Suite struct FacturXTests {
  /// A PDF with the objects given; the first one is the catalogue.
  static func pdf(_ objects: [[UInt8]]) -> [UInt8] {
    var bytes = Array("%PDF-1.7\n".utf8)
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(bytes.count)
      bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = bytes.count
    bytes += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for place in places {
      let digits = String(place)
      let padded = String(repeating: "0", count: 10 - digits.count) + digits
      bytes += Array("\(padded) 00000 n \n".utf8)
    }
    let trailer = "trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return bytes + Array(trailer.utf8)
  }

  static func stream(_ content: [UInt8], _ entries: String = "") -> [UInt8] {
    Array("<</Length \(content.count)\(entries)>>\nstream\n".utf8) + content
      + Array("\nendstream".utf8)
  }

  /// A PDF that carries each of the files, by an embedded-files tree.
  static func carrying(_ files: [(name: String, stream: [UInt8])]) -> [UInt8] {
    let names = files.indices.map { "(f\($0)) \(3 + 2 * $0) 0 R" }.joined(separator: " ")
    let catalogue =
      "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[\(names)]>>>>>>"
    var objects = [Array(catalogue.utf8), Array("<</Type/Pages/Kids[]/Count 0>>".utf8)]
    for (index, file) in files.enumerated() {
      let name = file.name
      objects.append(
        Array("<</Type/Filespec/F(\(name))/UF(\(name))/EF<</F \(4 + 2 * index) 0 R>>>>".utf8))
      objects.append(file.stream)
    }
    return pdf(objects)
  }

  static let xml = Array(XMLInvoiceTests.cii().utf8)

  @Test(arguments: [
    "factur-x.xml", "ZUGFeRD-invoice.xml", "zugferd-invoice.xml", "xrechnung.xml", "other.XML",
  ]) func theAttachmentIsFound(_ name: String) throws {
    let outcome = try XMLFixtures.read(
      FacturXTests.carrying([
        ("notes.txt", FacturXTests.stream([65])),
        (name, FacturXTests.stream(FacturXTests.xml)),
      ]))
    #expect(outcome.format == .facturX)
    #expect(outcome.documents.map(\.number) == ["FA-1"])
  }

  @Test func theInvoiceIsPreferredToOtherXML() throws {
    let other = Array(XMLInvoiceTests.cii().replacing("FA-1", with: "AUTRE").utf8)
    let order = Array("<Order/>".utf8)
    let outcome = try XMLFixtures.read(
      FacturXTests.carrying([
        ("order-x.xml", FacturXTests.stream(order)), ("a.xml", FacturXTests.stream(other)),
        ("factur-x.xml", FacturXTests.stream(FacturXTests.xml)),
      ]))
    #expect(outcome.documents.map(\.number) == ["FA-1"])
  }

  @Test func withoutAnInvoice() {
    #expect(XMLFixtures.refusal(FacturXTests.carrying([])) == .noInvoiceInPDF)
    let order = FacturXTests.stream(Array("<Order/>".utf8))
    #expect(XMLFixtures.refusal(FacturXTests.carrying([("order-x.xml", order)])) == .noInvoiceInPDF)
  }

  @Test func everyTruncationIsRefused() {
    let bytes = FacturXTests.carrying([("factur-x.xml", FacturXTests.stream(FacturXTests.xml))])
    for end in stride(from: 1, to: bytes.count - 30, by: 97) {
      #expect(XMLFixtures.refusal(Array(bytes[..<end])) != nil, "cut at \(end)")
    }
  }

  @Test(arguments: [UInt64(11), 12]) func randomDamageNeverCrashes(_ seed: UInt64) {
    var random = Seeded(seed)
    let original = FacturXTests.carrying([("factur-x.xml", FacturXTests.stream(FacturXTests.xml))])
    for round in 0..<200 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      do {
        _ = try XMLFixtures.read(bytes)
      } catch {
        #expect(error is Refusal, "seed \(seed), round \(round): \(error)")
      }
    }
  }

  @Test func treesThatTurnInCircles() {
    let catalogue = "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>"
    let loop = FacturXTests.pdf([
      Array(catalogue.utf8), Array("<</Type/Pages/Kids[]/Count 0>>".utf8),
      Array("<</Kids[3 0 R 3 0 R 3 0 R 3 0 R]>>".utf8),
    ])
    #expect(XMLFixtures.refusal(loop) == .noInvoiceInPDF)
  }

  @Test func filtersOtherThanFlateAreNotOpened() {
    let hex = FacturXTests.stream(Array("3c3e>".utf8), "/Filter/ASCIIHexDecode")
    #expect(XMLFixtures.refusal(FacturXTests.carrying([("factur-x.xml", hex)])) == .damagedPDF)
    let twice = FacturXTests.stream([1, 2], "/Filter[/FlateDecode/FlateDecode]")
    #expect(XMLFixtures.refusal(FacturXTests.carrying([("factur-x.xml", twice)])) == .damagedPDF)
  }

  @Test func aBombIsRefusedBeforeItGrows() {
    let bomb = FacturXTests.stream(FacturXTests.zeros(megabytes: 80), "/Filter/FlateDecode")
    let file = FacturXTests.carrying([("factur-x.xml", bomb)])
    #expect(file.count < 600_000)
    #expect(XMLFixtures.refusal(file) == .excessivePDF)
  }

  /// A zlib stream of so many million zero bytes, written block by block with fixed codes.
  static func zeros(megabytes: Int) -> [UInt8] {
    var bits = BitWriter()
    bits.write(1, 1)  // the last block
    bits.write(1, 2)  // fixed codes
    bits.write(0b0000_1100, 8)  // literal 0 is 00110000, most significant bit first
    for _ in 0..<(megabytes << 20) / 258 {
      bits.write(0b1010_0011, 8)  // length 258 is 11000101
      bits.write(0, 5)  // distance 1
    }
    bits.write(0, 7)
    return [0x78, 0x9C] + bits.bytes
  }

  struct BitWriter {
    var bytes: [UInt8] = []
    private var used = 8

    mutating func write(_ value: Int, _ count: Int) {
      for place in 0..<count {
        if used == 8 {
          bytes.append(0)
          used = 0
        }
        if value >> place & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(used) }
        used += 1
      }
    }
  }

  /// An owner’s password only keeps people from changing the file: it is read.
  @Test(arguments: ["", "secret"]) func aFileLockedToItsReadersIsRefused(_ password: String) throws
  {
    let tool = "/usr/bin/qpdf"
    guard FileManager.default.isExecutableFile(atPath: tool) else {
      print("skipped: no qpdf to encrypt with")
      return
    }
    let folder = FileManager.default.temporaryDirectory
    let plain = folder.appending(path: UUID().uuidString)
    let locked = folder.appending(path: UUID().uuidString)
    defer {
      try? FileManager.default.removeItem(at: plain)
      try? FileManager.default.removeItem(at: locked)
    }
    try Data(
      FacturXTests.carrying([("factur-x.xml", FacturXTests.stream(FacturXTests.xml))])
    ).write(to: plain)
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = ["--encrypt", password, "owner", "256", "--", plain.path, locked.path]
    try process.run()
    process.waitUntilExit()
    let bytes = try [UInt8](Data(contentsOf: locked))
    #expect(XMLFixtures.refusal(bytes) == (password.isEmpty ? nil : .encryptedPDF))
  }

  @Test func aWorkerThatCannotStartIsSaid() {
    let file = FacturXTests.carrying([])
    for program in ["/nowhere/at/all", "/bin/false"] {
      let pdf = PDFExtractor.worker(executable: program, arguments: [])
      #expect(XMLFixtures.refusal(file, pdf: pdf) == .noPDFReader)
    }
  }

  @Test func aWorkerThatDiesLosesOnlyItsFile() {
    let pdf = PDFExtractor.worker(
      executable: "/bin/sh", arguments: ["-c", "printf R; head -c 1 >/dev/null; exit 1"])
    let file = FacturXTests.carrying([])
    #expect(XMLFixtures.refusal(file, pdf: pdf) == .excessivePDF)
    #expect(XMLFixtures.refusal(file, pdf: pdf) == .excessivePDF)
  }
}
