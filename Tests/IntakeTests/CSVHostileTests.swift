import Intake
import Testing

@Suite struct CSVHostileTests {
  private func refusal(_ bytes: [UInt8]) -> Refusal? {
    do {
      _ = try readTable(bytes)
      return nil
    } catch {
      return error as? Refusal
    }
  }

  @Test func unknownHeaderIsShown() throws {
    let refused = try #require(refusal(Array("Nom;Âge\nDupont;42".utf8)))
    #expect(
      refused.french.plainSpaces.contains("« Nom ; Âge »")
        && refused.french.contains("Montant\u{A0}TTC") && refused.english.contains("Gross amount"))
    #expect(refused.place == .line(1))
  }

  @Test func whatIsNoTableIsNotRecognised() {
    let samples: [[UInt8]] = [
      [], [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], Array("%PDF-1.7".utf8), Array("\n\n\n".utf8),
      Array("Facture;Date;TTC\u{0}\nF1;2026-01-05;1".utf8), Array("<?xml version=\"1.0\"?>".utf8),
    ]
    for bytes in samples {
      #expect(bytes.withUnsafeBytes { TableReader.recognise($0) } == nil)
      #expect(refusal(bytes) != nil)
    }
  }

  @Test func headerAlone() throws {
    #expect(
      try printed("Facture;Date;TTC\n")
        == "csvInvoices\nligne 1, aucune ligne sous l’en-tête")
  }

  @Test func readingAnotherKindIsRefused() throws {
    let bytes = Array("Facture;Date;TTC\nF1;2026-01-05;1".utf8)
    #expect(throws: Refusal.self) {
      try TableReader.read(
        SourceFile(name: "x.csv", bytes: bytes), format: .csvStatement, batch: 1
      ) { _ in }
    }
  }

  @Test func zerosFarInTheFileSpoilTheirLineOnly() throws {
    var text = "Facture;Date;TTC\n"
    for number in 0..<4000 { text += "FACTURE-\(number);2026-01-05;1,00\n" }
    var bytes = Array(text.utf8)
    bytes[bytes.count - 5] = 0
    #expect(bytes.count > TableReader.headLength)
    let (_, reading) = try readTable(bytes)
    #expect(reading.drafts.count == 3999)
    #expect(reading.rejections.map(\.place.line) == [4001])
  }

  @Test func unclosedQuotesSpoilTheirLineOnly() throws {
    var text = "Facture;Client;Date;TTC\n"
    for number in 0..<20_000 {
      let client = number % 1000 == 7 ? "\"A" : number % 1000 == 8 ? "\"B\"x\"" : "\"C\nD\""
      text += "F\(number);\(client);2026-01-05;1,00\n"
    }
    let (_, reading) = try readTable(Array(text.utf8))
    #expect(reading.drafts.count == 20_000 - 40)
    #expect(reading.rejections.count == 40)
    // A cell may hold a line end: the next line number counts it.
    #expect(reading.rejections.first?.place.line == 2 + 7 * 2)
  }

  @Test func everyLineOpensAQuote() throws {
    let text = "Facture;Date;TTC\n" + String(repeating: "\";;\n", count: 100_001)
    let (_, reading) = try readTable(Array(text.utf8))
    #expect(reading.drafts.isEmpty)
    #expect(reading.rejections.count > 50_000)
  }

  @Test func oneMegabyteLine() throws {
    let long = String(repeating: "x", count: 1 << 20)
    let text = "Facture;Date;TTC\n\(long);2026-01-05;1,00\nF2;2026-01-05;1,00\n\(long)\n"
    let (_, reading) = try readTable(Array(text.utf8))
    #expect(reading.drafts.count == 1)
    #expect(reading.rejections.map(\.place.line) == [2, 4])
    #expect(reading.rejections.allSatisfy { $0.raw.utf8.count <= 1 << 16 })
  }

  @Test func manyColumns() throws {
    let others = (0..<10_000).map { "x\($0)" }.joined(separator: ";")
    let cells = String(repeating: ";", count: 9999)
    let text = "Facture;Date;TTC;\(others)\nF1;2026-01-05;1,00;\(cells)\nF2;2026-01-05;1,00\n"
    let (_, reading) = try readTable(Array(text.utf8))
    #expect(reading.drafts.count == 1)
    #expect(reading.rejections.map(\.found) == ["3"])
    let endless = "Facture;Date;TTC\n" + String(repeating: ";", count: 300_000)
    #expect(
      try printed(endless) == """
        csvInvoices
        ligne 2, aucune ligne sous l’en-tête
        ligne 2, lignes vides : 1
        """)
  }

  @Test func randomBytes() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix(state: seed)
    let heads = ["", "Facture;Date;TTC\n", "Date,Label,Amount\n", "Nom|SIREN|IBAN\n", "\u{FEFF}"]
    let letters = Array("0123456789;,\t|\"\n\r.-/ 'éA€".utf8) + [0, 0xFF, 0xA4, 0x80]
    for round in 0..<400 {
      var bytes = Array(heads[round % heads.count].utf8)
      for _ in 0..<random.below(600) {
        bytes.append(
          round % 2 == 0 ? letters[random.below(letters.count)] : UInt8(random.below(256)))
      }
      let records = bytes.filter { $0 == 10 || $0 == 13 }.count
      guard let (_, reading) = try? readTable(bytes) else { continue }
      #expect(reading.drafts.count <= records + 2, "seed \(seed), round \(round)")
    }
  }
}

/// A generator whose whole state is its seed.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
