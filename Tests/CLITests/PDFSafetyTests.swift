import Foundation
import Testing

/// A PDF that would fill the memory or never end loses itself, and nothing else.
@Suite(.enabled(if: Encaisse.isHere, "\(Encaisse.missing)")) struct PDFSafetyTests {
  @Test(.timeLimit(.minutes(2))) func aBombLosesOnlyItsOwnFile() throws {
    let demo = try DemoBook.shared.get()
    let names = try FileManager.default.contentsOfDirectory(atPath: demo.files + "/factures")
    let whole = try #require(names.filter { $0.hasSuffix(".pdf") }.min())
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder["in"], withIntermediateDirectories: false)
    let bytes = [UInt8](
      try Data(contentsOf: URL(filePath: demo.files + "/factures/" + whole)))
    _ = try folder.write("in/b-good.pdf", bytes)
    _ = try folder.write("in/a-bomb.pdf", pdf(carrying: zeros(megabytes: 2_000)))
    _ = try folder.write("in/c-half.pdf", Array(bytes.prefix(bytes.count / 2)))
    _ = try folder.write("in/d-nothing.pdf", Array("%PDF-1.7\n%%EOF\n".utf8))
    let answer = try Encaisse.run("import", "--book", folder["b.encaisse"], folder["in"], "--json")
    #expect(answer.code == 1)
    let report = try answer.json()
    let files = try #require(report["files"] as? [[String: Any]])
    let outcomes = Dictionary(
      uniqueKeysWithValues: files.map { ($0["name"] as? String ?? "", $0["outcome"] as? String) })
    #expect(outcomes["b-good.pdf"] == "taken")
    #expect(outcomes["a-bomb.pdf"] == "refused")
    #expect(outcomes["d-nothing.pdf"] == "refused")
    #expect(outcomes["c-half.pdf"] != nil)
    #expect(report["invoices"] as? Int == 1)
    #expect(try Encaisse.run("verify", "--book", folder["b.encaisse"]).code == 0)
  }

  @Test(.timeLimit(.minutes(2))) func aLoopOfPagesEnds() throws {
    let folder = try Folder()
    // The name tree of the attachments is its own child.
    let loop = file([
      "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>",
      "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>",
      "<</Kids[3 0 R 3 0 R 3 0 R]/Limits[(a)(z)]>>",
    ])
    let path = try folder.write("loop.pdf", loop)
    let answer = try Encaisse.run("inspect", path)
    #expect(answer.code == 2)
    #expect((try answer.json()["error"] as? String)?.hasPrefix("loop.pdf") == true)
  }

  /// A PDF whose attachment `factur-x.xml` is this zlib stream.
  private func pdf(carrying stream: [UInt8]) -> [UInt8] {
    file(
      [
        "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>/AF[4 0 R]>>",
        "<</Type/Pages/Kids[]/Count 0>>",
        "<</Names[(factur-x.xml)4 0 R]>>",
        "<</Type/Filespec/F(factur-x.xml)/UF(factur-x.xml)/AFRelationship/Data"
          + "/EF<</F 5 0 R/UF 5 0 R>>>>",
      ], stream: stream)
  }

  /// Objects from number 1 on, then the stream, with a true table of places.
  private func file(_ objects: [String], stream: [UInt8] = []) -> [UInt8] {
    var bytes = Array("%PDF-1.7\n".utf8)
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(bytes.count)
      bytes += "\(index + 1) 0 obj\n\(object)\nendobj\n".utf8
    }
    if !stream.isEmpty {
      places.append(bytes.count)
      let head =
        "<</Type/EmbeddedFile/Subtype/text#2Fxml/Filter/FlateDecode/Length \(stream.count)>>"
      bytes += "\(places.count) 0 obj\n\(head)\nstream\n".utf8
      bytes += stream
      bytes += "\nendstream\nendobj\n".utf8
    }
    let table = bytes.count
    bytes += "xref\n0 \(places.count + 1)\n0000000000 65535 f \n".utf8
    for place in places {
      let digits = String(place)
      bytes += (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8
    }
    bytes += "trailer<</Size \(places.count + 1)/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n".utf8
    return bytes
  }

  /// A zlib stream of so many million zero bytes, in fixed codes: 13 bits for each 258 bytes, so
  /// 104 such matches are 169 whole bytes, written again and again.
  private func zeros(megabytes: Int) -> [UInt8] {
    var bits: [Bool] = []
    func put(_ text: String) { bits += text.map { $0 == "1" } }
    func packed() -> [UInt8] {
      stride(from: 0, to: bits.count, by: 8).map { start in
        bits[start..<min(start + 8, bits.count)].enumerated()
          .reduce(0) { $0 | ($1.element ? 1 << UInt8($1.offset) : 0) }
      }
    }
    let match = "11000101" + "00000"
    put("1" + "10" + "00110000")  // last block, fixed codes, the literal 0
    while bits.count % 8 != 0 { put(match) }
    let head = packed()
    bits = []
    for _ in 0..<104 { put(match) }
    let round = packed()
    var stream: [UInt8] = [0x78, 0x9C] + head
    for _ in 0..<(megabytes << 20) / (258 * 104) { stream += round }
    return stream + [0, 0, 0]  // the end of the block: seven zero bits
  }
}
