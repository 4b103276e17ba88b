import Foundation
import Intake
import Ledger
import Quantities
import Testing

/// Statements cut short, spoilt and swollen. None may crash its reader, hang it or fill its memory,
/// and whatever is refused is refused in words.
@Suite struct StatementHostileTests {
  static let files: [(format: FileFormat, text: String)] = [
    (.cfonb120, CFONB.file(CFONB.full)),
    (
      .mt940,
      MT940Tests.statement(
        """
        :61:2603040303CR80,00NTRFFA-2026-0099//B000000001
        /TRCD/00112/
        :86:/EREF/E2E-7/ORDP//NAME/DUPONT/IBAN/FR7630006000011234567890189/REMI/FA-2026-0012
        :61:2603040303DR80,00NTRFNONREF//B000000001
        :86:166?00GUTSCHRIFT?20EREF+E2E?21SVWZ+Text?32KARL?33KAUFMANN?34901
        """)
    ),
    (
      .ofx,
      OFXTests.file(
        OFXTests.transaction("80.00", type: "XFER", rest: OFXTests.rest)
          + OFXTests.transaction("1.234,56", posted: "20260303120000[0:GMT]"))
    ),
    (
      .qif,
      "!Account\nNCompte 123456\n^\n"
        + QIFTests.file(
          QIFTests.record("1/12'2026", "-1,000.00", "PX\nSA\nEB\n$-1,000.00\nL[C]\nN12"))
    ),
  ]

  @Test(arguments: files.map(\.format)) func cutAtEveryByte(_ format: FileFormat) throws {
    let whole = try bytes(format)
    for length in 1..<whole.count {
      check(Array(whole[..<length]))
    }
    // All but the last sign of the end is refused: half a file is never taken.
    let half = Array(whole[..<(whole.count * 3 / 4)])
    #expect(XMLFixtures.refusal(half) != nil)
  }

  @Test(arguments: files.map(\.format), [1, 2, 3, 4] as [UInt64])
  func spoiltBytes(_ format: FileFormat, _ seed: UInt64) throws {
    let whole = try bytes(format)
    var random = Seeded(seed)
    let signs = Array("0123456789{}ABJ:/+?!^<>&;DTNS$-.,' \n\r\u{0}".utf8) + [0xFF, 0xE9, 0xC3]
    for _ in 0..<500 {
      var spoilt = whole
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<spoilt.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: spoilt.remove(at: place)
        case 1: spoilt.insert(signs.randomElement(using: &random)!, at: place)
        case 2: spoilt[place] = .random(in: 0...255, using: &random)
        default: spoilt[place] = signs.randomElement(using: &random)!
        }
        if spoilt.isEmpty { spoilt = whole }
      }
      check(spoilt, "seed \(seed)")
    }
  }

  @Test(arguments: [11, 12] as [UInt64]) func randomBytesBehindAHead(_ seed: UInt64) throws {
    var random = Seeded(seed)
    for (format, _) in StatementHostileTests.files {
      let head = try bytes(format).prefix(130)
      for _ in 0..<200 {
        let count = Int.random(in: 0..<2_000, using: &random)
        let tail = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
        check(Array(head) + tail, "seed \(seed)")
      }
    }
  }

  @Test(arguments: files.map(\.format)) func aLineOfTenMegabytes(_ format: FileFormat) throws {
    let whole = String(decoding: try bytes(format), as: UTF8.self)
    let long = String(repeating: "A1 ", count: 10 << 20 / 3)
    let marks = ["FA-2026-0012", "E2E", "DUPONT", "80", "PX", "20260303", "B000"]
    for mark in marks where whole.contains(mark) {
      let place = whole.firstRange(of: mark)!
      check(Array(whole.replacingCharacters(in: place, with: long).utf8))
    }
  }

  @Test func absurdLengths() throws {
    let digits = String(repeating: "9", count: 5_000)
    for text in [
      MT940Tests.statement(":61:2603040303C\(digits),00NTRFX"),
      OFXTests.file(OFXTests.transaction(digits)),
      QIFTests.file(QIFTests.record("23/11/26", digits)),
      CFONB.file(CFONB.statement(CFONB.movement("99999999999999", "X"))).replacing(
        "EUR2", with: "EUR0"),
    ] {
      let outcome = try XMLFixtures.read(text)
      #expect(outcome.lines.isEmpty)
      #expect(outcome.reading.rejections.count == 1)
      #expect((outcome.reading.rejections.first?.found.count ?? 0) <= 200)
    }
    let many = String(repeating: "<STMTTRN>", count: 20_000)
    check(Array(OFXTests.file(many).utf8))
    check(Array(("<OFX>" + String(repeating: "<!--", count: 50_000)).utf8))
    check(Array(("<OFX>" + String(repeating: "<A", count: 50_000)).utf8))
  }

  private func bytes(_ format: FileFormat) throws -> [UInt8] {
    let file = try #require(StatementHostileTests.files.first { $0.format == format })
    return Array(file.text.utf8)
  }

  /// The bytes are read or refused; a refusal has words in both languages.
  private func check(_ bytes: [UInt8], _ hint: String = "") {
    do {
      let outcome = try XMLFixtures.read(bytes)
      for line in outcome.lines { #expect(line.text.utf8.count <= 40_000, "\(hint)") }
      for rejection in outcome.reading.rejections {
        #expect(rejection.french != rejection.english && !rejection.field.isEmpty, "\(hint)")
      }
    } catch let refusal as Refusal {
      #expect(refusal.french.count > 20 && refusal.french != refusal.english, "\(hint)")
    } catch {
      Issue.record("\(error) \(hint)")
    }
  }
}
