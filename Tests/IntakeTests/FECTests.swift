import Foundation
import Intake
import Ledger
import Quantities
import Testing

/// The accounts of a firm as a FEC gives them (article A47 A-1 LPF).
@Suite struct FECTests {
  private static let year = FECText.text(
    "AN,1,20260101,101000,,,,5000,", "AN,1,20260101,411000,C1,FA-9,300,,A",
    "AN,1,20260101,512000,,,4700,,", "VE,2,20260105,411000,C1,FA-10,1200,,B",
    "VE,2,20260105,706000,,FA-10,,1000,", "VE,2,20260105,445710,,FA-10,,200,",
    "BQ,3,20260203,512000,,REL1,1495,,", "BQ,3,20260203,411000,C1,REL1,,300,A",
    "BQ,3,20260203,411000,C1,REL1,,1200,B", "BQ,3,20260203,627800,,REL1,5,,",
    "BQ,4,20260204,401000,,F7,50,,", "BQ,4,20260204,512000,,F7,,50,",
    "OD,5,20260301,654000,,,100,,", "OD,5,20260301,411000,C2,,,100,")

  private static let entries = """
    fec
    opening AN 1 2026-01-01 line 2
      C1/Client C1 300.00 FA-9 [A 2026-06-30]
    sale VE 2 2026-01-05 line 5 net 1000.00 tax 200.00
      C1/Client C1 1200.00 FA-10 [B 2026-06-30]
    payment BQ 3 2026-02-03 line 8
      C1/Client C1 -300.00 REL1 [A 2026-06-30]
      C1/Client C1 -1200.00 REL1 [B 2026-06-30]
      money 512000 1495.00 after 0
      other 627800 5.00 after 2
    other OD 5 2026-03-01 line 14
      C2/Client C2 -100.00
      other 654000 100.00 after 0
    """

  @Test func aYearBegunSoldPaidAndPutRight() throws {
    #expect(try printedFEC(FECTests.year) == FECTests.entries)
  }

  @Test(arguments: ["|", ";", "\t"], ["\n", "\r\n", "\r"])
  func everyDelimiterAndLineEnd(_ delimiter: String, _ end: String) throws {
    let text = FECTests.year.replacing("\t", with: delimiter).replacing("\r\n", with: end)
    #expect(try printedFEC(text) == FECTests.entries)
  }

  @Test func everyEncoding() throws {
    let accented = FECTests.year.replacing("Client C1", with: "Éts Lœuvre")
    let wanted = FECTests.entries.replacing("Client C1", with: "Éts Lœuvre")
    #expect(try printedFEC(accented) == wanted)
    #expect(try printedFEC([0xEF, 0xBB, 0xBF] + Array(accented.utf8)) == wanted)
    for (encoding, oe, name) in [("1252", UInt8(0x9C), "Windows-1252"), ("9", 0xBD, "ISO-8859-15")]
    {
      let bytes = accented.unicodeScalars.map { $0 == "œ" ? oe : UInt8($0.value) }
      #expect(
        try printedFEC(bytes) == wanted + "\nligne 1, caractères lus comme \(name)", "\(encoding)")
    }
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in accented.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try printedFEC(wide) == wanted + "\nligne 1, caractères lus comme UTF-16")
  }

  @Test func aHeaderInAnotherSpelling() throws {
    let end = FECTests.year.firstIndex(of: "\r\n") ?? FECTests.year.startIndex
    let (header, body) = (FECTests.year[..<end], FECTests.year[end...])
    for spelled in [header.uppercased(), header.lowercased()] {
      #expect(try printedFEC(spelled + String(body)) == FECTests.entries)
    }
    let other = header.replacing("Debit", with: "Débit").replacing(
      "EcritureNum", with: "Ecriture_Num"
    )
    .replacing("Idevise", with: "IDevise").replacing("Montantdevise", with: "MontantDevise")
    #expect(try printedFEC(String(other) + String(body)) == FECTests.entries)
    // Columns in another order, quoted, with the point, and a column of a program's own.
    let rows = FECTests.year.split(separator: "\r\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).reversed()
        .map { "\"\($0.replacing(",", with: "."))\"" }.joined(separator: "\t") + "\t\"x\""
    }
    #expect(try printedFEC(rows.joined(separator: "\n")) == FECTests.entries)
  }

  @Test(arguments: [("D", "C"), ("+1", "-1"), ("d", "c")])
  func anAmountWithItsSide(_ debit: String, _ credit: String) throws {
    let rows = FECTests.year.split(separator: "\r\n").enumerated().map { place, row in
      var cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if place == 0 {
        cells[11...12] = ["Montant", "Sens"]
      } else {
        cells[11...12] = cells[11] == "0,00" ? [cells[12], credit] : [cells[11], debit]
      }
      return cells.joined(separator: "\t")
    }
    #expect(try printedFEC(rows.joined(separator: "\n")) == FECTests.entries)
  }

  @Test func rowsInTheOrderOfAccounts() throws {
    let rows = FECTests.year.split(separator: "\r\n")
    let sorted = rows.dropFirst().sorted {
      $0.split(separator: "\t")[4] < $1.split(separator: "\t")[4]
    }
    let text = ([rows[0]] + sorted).joined(separator: "\n")
    let (_, reading) = try readAny(Array(text.utf8))
    #expect(reading.notes.isEmpty && reading.rejections.isEmpty)
    let natures = reading.drafts.compactMap { draft in
      if case .journalEntry(let entry) = draft { "\(entry.nature) \(entry.number)" } else { nil }
    }
    #expect(natures.sorted() == ["opening 1", "other 5", "payment 3", "sale 2"])
    #expect(reading.journal?.entries == 5)
  }

  @Test func oneNumberForAWholeMonthIsTakenApart() throws {
    let text = FECText.text(
      "VE,1,20260105,411000,C1,FA-1,120,,", "VE,1,20260105,411000,C2,FA-2,240,,",
      "VE,1,20260105,706000,,FA-1,,100,", "VE,1,20260105,445710,,FA-1,,20,",
      "VE,1,20260105,706000,,FA-2,,200,", "VE,1,20260105,445710,,FA-2,,40,",
      "BQ,2,20260131,512000,,R1,120,,", "BQ,2,20260131,411000,C1,R1,,120,",
      "BQ,2,20260131,512000,,R2,240,,", "BQ,2,20260131,411000,C2,R2,,240,")
    #expect(
      try printedFEC(text) == """
        fec
        sale VE 1 2026-01-05 line 2 net 100.00 tax 20.00
          C1/Client C1 120.00 FA-1
        sale VE 1 2026-01-05 line 3 net 200.00 tax 40.00
          C2/Client C2 240.00 FA-2
        payment BQ 2 2026-01-31 line 8
          C1/Client C1 -120.00 R1
          money 512000 120.00 after 0
        payment BQ 2 2026-01-31 line 10
          C2/Client C2 -240.00 R2
          money 512000 240.00 after 0
        """)
  }

  @Test func soldAndPaidInOneEntry() throws {
    let text = FECText.text(
      "CA,1,20260105,411000,C1,T1,120,,A", "CA,1,20260105,411000,C1,T1,,120,A",
      "CA,1,20260105,706000,,T1,,100,", "CA,1,20260105,445710,,T1,,20,",
      "CA,1,20260105,530000,,T1,120,,")
    #expect(
      try printedFEC(text) == """
        fec
        sale CA 1 2026-01-05 line 2 net 100.00 tax 20.00
          C1/Client C1 120.00 T1 [A 2026-06-30]
        payment CA 1 2026-01-05 line 2
          C1/Client C1 -120.00 T1 [A 2026-06-30]
          money 530000 120.00 after 1
        """)
  }

  @Test func anExtractOfTheCustomersAccounts() throws {
    let text = FECText.text(
      "VE,1,20260105,411DUPONT,,FA-1,120,,", "BQ,2,20260131,411DUPONT,,R1,,120,")
    #expect(
      try printedFEC(text) == """
        fec
        sale VE 1 2026-01-05 line 2 net 0.00 tax 0.00
          411DUPONT/Compte 411DUPONT 120.00 FA-1
        payment BQ 2 2026-01-31 line 3
          411DUPONT/Compte 411DUPONT -120.00 R1
        ligne 2, écriture VE 1 déséquilibrée : débit 120,00, crédit 0,00 ; reprise telle quelle
        ligne 3, écriture BQ 2 déséquilibrée : débit 0,00, crédit 120,00 ; reprise telle quelle
        ligne 1, lignes 411 sans compte auxiliaire, prises au nom du compte : 2
        """)
  }
}
