import Foundation
import Intake
import Ledger
import Quantities
import Testing

/// Accounts that no program should have written: told with their place, and the rest goes through.
@Suite struct FECHostileTests {
  private static let good = FECText.text(
    "VE,1,20260105,411000,C1,FA-1,120,,", "VE,1,20260105,706000,,FA-1,,120,",
    "VE,2,20260106,411000,C1,FA-2,240,,", "VE,2,20260106,706000,,FA-2,,240,",
    "VE,3,20260107,411000,C1,FA-3,360,,", "VE,3,20260107,706000,,FA-3,,360,")

  private func refusal(_ bytes: [UInt8]) -> Refusal? {
    do {
      _ = try readAny(bytes)
      return nil
    } catch {
      return error as? Refusal
    }
  }

  /// The second entry's first row is changed; the others come through all the same.
  private func answer(to change: (inout [String]) -> Void) throws -> String {
    var rows = FECHostileTests.good.split(separator: "\r\n").map(String.init)
    var cells = rows[3].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    change(&cells)
    rows[3] = cells.joined(separator: "\t")
    let (_, reading) = try readAny(Array(rows.joined(separator: "\r\n").utf8))
    let pieces = reading.drafts.compactMap { draft in
      if case .journalEntry(let entry) = draft { entry.postings[0].piece } else { nil }
    }
    let words = pieces.joined(separator: " ")
    return ([words] + lines(Reading(rejections: reading.rejections, notes: reading.notes)))
      .joined(separator: "\n")
  }

  private static let leftOut =
    "\nligne 5, écriture VE 2 laissée de côté : une de ses lignes est à corriger"

  @Test func aRowThatIsTooShortOrTooLong() throws {
    #expect(
      try answer { $0.removeLast() } == """
        FA-1 FA-3
        ligne 4, « Montantdevise » : « 17 » trouvé, attendu : 18 cellules.
        """ + FECHostileTests.leftOut)
    #expect(
      try answer { $0.removeLast(14) } == """
        FA-1 FA-3
        ligne 4, « EcritureDate » : « 4 » trouvé, attendu : 18 cellules.
        """ + FECHostileTests.leftOut)
    #expect(
      try answer { $0.append("x") } == """
        FA-1 FA-3
        ligne 4, « Idevise » : « 19 » trouvé, attendu : 18 cellules.
        """ + FECHostileTests.leftOut)
    // The last two columns, or empty ones behind, may be left out or added.
    #expect(try answer { $0.removeLast(2) } == "FA-1 FA-2 FA-3")
    #expect(try answer { $0 += ["", ""] } == "FA-1 FA-2 FA-3")
  }

  @Test func cellsThatCannotBe() throws {
    #expect(
      try answer { $0[12] = "5,00" } == """
        FA-1 FA-3
        ligne 4, « Credit » : « 5,00 » trouvé, attendu : rien au crédit quand le débit est rempli \
        (240,00).
        """ + FECHostileTests.leftOut)
    #expect(
      try answer { $0[11] = "24O,00" } == """
        FA-1 FA-3
        ligne 4, « Debit » : « 24O,00 » trouvé, attendu : un montant comme 1234,56 (deux décimales \
        au plus, moins de 10 milliards).
        """ + FECHostileTests.leftOut)
    for day in ["20260230", "2026", "", "00000000", "99999999"] {
      let found = day.isEmpty ? "rien trouvé" : "« \(day) » trouvé"
      #expect(
        try answer { $0[3] = day } == """
          FA-1 FA-3
          ligne 4, « EcritureDate » : \(found), attendu : une date AAAAMMJJ qui existe.
          """ + FECHostileTests.leftOut)
    }
    #expect(
      try answer { $0[4] = "" } == """
        FA-1 FA-3
        ligne 4, « CompteNum » : rien trouvé, attendu : un compte, comme 411000.
        """ + FECHostileTests.leftOut)
    #expect(try answer { $0[10] = String(repeating: "x", count: 5000) }.contains("4000 caractères"))
    // Days that a row may go without do not stop it.
    #expect(try answer { ($0[9], $0[14], $0[15]) = ("99999999", "0", "x") } == "FA-1 FA-2 FA-3")
  }

  @Test func amountsInEveryWriting() throws {
    for amount in [
      "240", "240,0", "+240,00", "00000000000000240,00", " 000000000000240,00", "240.00", "240,000",
    ] { #expect(try answer { $0[11] = amount } == "FA-1 FA-2 FA-3", "\(amount)") }
    // A negative debit is a credit: such an entry does not balance here, and is said.
    #expect(
      try answer { $0[11] = "-240,00" } == """
        FA-1 FA-3 FA-2
        ligne 4, écriture VE 2 déséquilibrée : débit 0,00, crédit 480,00 ; reprise telle quelle
        """)
    let text = FECText.text(
      "VE,1,20260105,411000,C1,AV-1,-120,,", "VE,1,20260105,706000,,AV-1,,-120,")
    #expect(try printedFEC(text).contains("C1/Client C1 -120.00 AV-1"))
  }

  @Test func zerosAndCutFiles() throws {
    let bytes = Array(FECHostileTests.good.utf8)
    var zeros = bytes
    zeros[bytes.count - 60] = 0
    // In the first bytes a zero means that this is no text.
    #expect(refusal(zeros)?.kind == .notRecognised)
    var long = Array(FECHostileTests.good.utf8)
    for number in 10..<1_000 {
      long += FECText.rows([
        "VE,\(number),20260108,411000,C1,FB-\(number),1,,", "VE,\(number),20260108,706000,,,,1,",
      ]).flatMap { Array(($0.joined(separator: "\t") + "\n").utf8) }
    }
    long[long.count - 20] = 0
    let (_, reading) = try readAny(long)
    #expect(reading.drafts.count == 992 && reading.rejections.count == 1)
    #expect(reading.rejections[0].found == "octet nul, NUL")
    // Wherever a file ends, no row is read with what is left of an amount.
    for length in stride(from: 0, to: bytes.count, by: 7) {
      guard let (_, cut) = try? readAny(Array(bytes[..<length])) else { continue }
      for case .journalEntry(let entry) in cut.drafts {
        let sum = entry.postings.map(\.amount).sum()
        #expect([120_00, 240_00, 360_00].contains(sum.cents), "\(length)")
      }
    }
  }

  @Test func headersThatLackAColumn() throws {
    let rows = FECHostileTests.good.split(separator: "\r\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    for place in [0, 2, 3, 4, 11, 12] {
      let text = rows.map { row in
        row.enumerated().filter { $0.offset != place }.map(\.element).joined(separator: "\t")
      }
      let refused = try #require(refusal(Array(text.joined(separator: "\n").utf8)))
      #expect(refused.french.contains("«\u{A0}\(FECText.columns[place])\u{A0}»"))
      #expect(refused.english.contains("18 columns") && refused.place == .line(1))
    }
    for place in [1, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17] {
      let text = rows.map { row in
        row.enumerated().filter { $0.offset != place }.map(\.element).joined(separator: "\t")
      }
      #expect(refusal(Array(text.joined(separator: "\n").utf8)) == nil, "\(place)")
    }
  }

  @Test func aLineOfTenMegabytes() throws {
    let junk = String(repeating: "x", count: 10 << 20)
    let tabs = String(repeating: "\t", count: 10 << 20)
    for line in [junk, tabs, "\"" + junk] {
      let (_, reading) = try readAny(Array((FECHostileTests.good + line + "\r\n").utf8))
      #expect(reading.drafts.count == 3)
      #expect(reading.rejections.count == 1 && reading.rejections[0].raw.utf8.count <= 4096)
    }
    #expect(refusal(Array(junk.utf8))?.kind == .notRecognised)
  }

  /// Found by the fuzzer: a column that the header leaves without a name is told by its number.
  @Test func aColumnWithoutAName() throws {
    var rows = FECHostileTests.good.split(separator: "\r\n").map(String.init)
    rows[0] = rows[0].replacing("EcritureLib", with: "")
    let place = FECText.columns.firstIndex(of: "EcritureLib")! + 1
    let cells = rows[2].split(separator: "\t", omittingEmptySubsequences: false)
    rows[2] = cells.prefix(place).joined(separator: "\t")
    let reading = try readAny(Array(rows.joined(separator: "\r\n").utf8)).1
    #expect(reading.rejections.map(\.field) == ["n°\u{A0}\(place)"])
    #expect(reading.rejections.map(\.place) == [.line(3)])
  }

  @Test func noCustomerAtAll() throws {
    let text = FECText.text("BQ,1,20260105,401000,,F1,50,,", "BQ,1,20260105,512000,,F1,,50,")
    #expect(
      try printedFEC(text)
        == "fec\nligne 1, aucune écriture sur un compte client (411) : rien à reprendre")
    let header = FECText.columns.joined(separator: "\t")
    #expect(try printedFEC(header + "\n").hasPrefix("fec\nligne 1, aucune écriture"))
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func bytesAtRandomNeverCrash(_ seed: UInt64) {
    var random = Seeded(seed)
    var bytes = Array(FECHostileTests.good.utf8)
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + 40))
      case 2: bytes.insert(contentsOf: Array("\t-9,99\r\n\"".utf8), at: place)
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 200)], at: place)
      }
    }
    let reading = try? readAny(bytes, batch: 2).1
    // Whatever came of it, what was read says where it stands.
    for rejection in reading?.rejections ?? [] {
      #expect(rejection.place.line > 1 && !rejection.wanted.french.isEmpty, "seed \(seed)")
    }
  }
}
