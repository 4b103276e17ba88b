import Foundation
import Intake
import Ledger
import Testing

/// Documents made to hurt their reader. None may crash it, hang it or fill its memory.
@Suite struct XMLHostileTests {
  static let invoice = XMLInvoiceTests.cii()

  @Test(arguments: [
    "<!DOCTYPE CrossIndustryInvoice><CrossIndustryInvoice/>",
    "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;&l;\">]><Invoice>&m;</Invoice>",
    "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><Invoice/>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Document>&x;</Document>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p;]><Invoice/>",
    "<?xml version=\"1.0\"?>\n<!-- a -->\n<!DOCTYPE Document><Document><BkToCstmrStmt/></Document>",
  ]) func everyDoctypeIsRefused(_ text: String) {
    #expect(XMLFixtures.refusal(text) == .doctype)
  }

  @Test func anEntityThatNobodyDeclaredIsRefused() {
    let text = XMLHostileTests.invoice.replacing("FA-1", with: "&secret;")
    guard case .invalidXML = XMLFixtures.refusal(text) else {
      Issue.record("not refused")
      return
    }
  }

  @Test func theFiveEntitiesAndCharacterReferencesAreRead() throws {
    let text = XMLHostileTests.invoice.replacing("Vendeur", with: "A &amp; B &lt;C&gt; &#233;")
    let draft = try #require(try XMLFixtures.read(text).documents.first)
    #expect(draft.seller?.name == "A & B <C> é")
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "<a>", count: 100_000)
    for text in [deep, "<Invoice>" + deep, "<Document><BkToCstmrStmt><Stmt><Ntry>" + deep] {
      #expect(XMLFixtures.refusal(text) != nil)
    }
  }

  @Test func endlessTextIsCutOrRefused() throws {
    let long = String(repeating: "x", count: 17 << 20)
    let name = XMLHostileTests.invoice.replacing("Vendeur", with: long)
    guard case .excessiveXML = XMLFixtures.refusal(name) else {
      Issue.record("not refused")
      return
    }
    let attachment = XMLHostileTests.invoice.replacing(
      "<SellerTradeParty>",
      with: "<AttachmentBinaryObject>\(long)</AttachmentBinaryObject><SellerTradeParty>")
    #expect(try XMLFixtures.read(attachment).documents.count == 1)
    let movement = CamtTests.entry("5", after: "<AddtlNtryInf>\(long)</AddtlNtryInf>")
    let lines = try XMLFixtures.read(CamtTests.statement(movement)).lines
    #expect(lines.count == 1)
    #expect((lines.first?.text.utf8.count ?? 0) < 20_000)
  }

  @Test func moreElementsThanAnyInvoiceAreRefused() {
    let many = String(repeating: "<ID>1</ID>", count: 101_000)
    let text = XMLHostileTests.invoice.replacing(
      "<SellerTradeParty>", with: "<SellerTradeParty>" + many)
    guard case .excessiveXML = XMLFixtures.refusal(text) else {
      Issue.record("not refused")
      return
    }
  }

  @Test func manyNamesDoNotSlowTheReader() throws {
    let names = (0..<20_000).map { "<n\($0)/>" }.joined()
    let outcome = try XMLFixtures.read(CamtTests.statement(names + CamtTests.entry("3.00")))
    #expect(outcome.lines.count == 1)
  }

  @Test func everyTruncationIsRefused() {
    for text in [
      XMLHostileTests.invoice, XMLInvoiceTests.ubl(),
      CamtTests.statement(
        CamtTests.entry("5.00", details: CamtTests.detail("5", debtor: "A", text: "b"))),
    ] {
      let bytes = Array(text.utf8)
      for end in stride(from: 1, to: bytes.count, by: 7) {
        #expect(XMLFixtures.refusal(Array(bytes[..<end])) != nil, "cut at \(end)")
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3]) func randomDamageNeverCrashes(_ seed: UInt64) {
    var random = Seeded(seed)
    let originals = [
      XMLHostileTests.invoice, XMLInvoiceTests.ubl(),
      CamtTests.statement(
        CamtTests.entry("5.00", details: CamtTests.detail("5", debtor: "A", text: "b"))),
    ].map { Array($0.utf8) }
    for round in 0..<300 {
      var bytes = originals[round % originals.count]
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch UInt8.random(in: 0...3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(ascii: "<"), at: place)
        default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
        }
      }
      // Read or refused, and the program is still here: a failure would name the seed.
      do {
        _ = try XMLFixtures.read(bytes)
      } catch {
        #expect(error is Refusal, "seed \(seed), round \(round): \(error)")
      }
    }
  }

  @Test func bytesThatAreNoDocument() {
    #expect(XMLFixtures.refusal([0]) != nil)
    #expect(XMLFixtures.refusal([UInt8](repeating: 0, count: 10_000)) != nil)
    #expect(XMLFixtures.refusal("<") != nil)
    #expect(XMLFixtures.refusal("<a/>") == .wrongRoot("a"))
    #expect(XMLFixtures.refusal("<html><body>Invoice</body></html>") == .foreignFile(.html))
    #expect(XMLFixtures.refusal("PK\u{3}\u{4}\u{0}\u{0}") != nil)
    let withZero = XMLHostileTests.invoice.replacing("Vendeur", with: "Ven\u{0}deur")
    #expect(XMLFixtures.refusal(withZero) != nil)
  }

  @Test func utf16IsRead() throws {
    let text = XMLHostileTests.invoice.replacing("UTF-8", with: "UTF-16")
    for (mark, isBig) in [([UInt8](arrayLiteral: 0xFF, 0xFE), false), ([0xFE, 0xFF], true)] {
      let units = text.utf16.flatMap { unit in
        isBig
          ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
      }
      let draft = try #require(try XMLFixtures.read(mark + units).documents.first)
      #expect(draft.buyer?.name == "Acheteur é")
    }
  }

  @Test func whatIsNoFileIsRefused() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let empty = folder.appending(path: "vide.xml")
    try Data().write(to: empty)
    func kind(_ path: String) -> Refusal.Kind? {
      do {
        _ = try SourceFile(path: path)
        return nil
      } catch { return error.kind }
    }
    #expect(kind(folder.path) == .directory)
    #expect(kind(empty.path) == .empty)
    #expect(kind(folder.appending(path: "absent").path) == .missing)
    #expect(kind("/dev/zero") == .notAFile)
    #expect(
      Refusal(.empty, file: "vide.xml").french.typed.hasPrefix("vide.xml : le fichier est vide"))
  }

  @Test func aMappedFileReadsLikeAnother() throws {
    let entries = String(repeating: CamtTests.entry("1.00"), count: 15_000)
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(CamtTests.statement(entries).utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let file = try SourceFile(path: path.path)
    #expect(file.bytes.count > 4 << 20)
    var count = 0
    try read(file, batch: 500, pdf: .inProcess) { count += $0.drafts.count }
    #expect(count == 15_001)
  }
}
