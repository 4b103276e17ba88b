import Foundation
import Intake
import Ledger
import Office
import Quantities
import Testing

/// Which invoice the name of a PDF speaks of.
@Suite struct CopyNameTests {
  /// What a book of some numbers makes of a name: the invoice whose copy it becomes.
  private func invoice(of name: String, among numbers: [String]) throws -> String? {
    let bench = try Bench()
    let rows = numbers.enumerated().map { place, number in
      "\(number);C1;Aubois SARL;05/06/2026;05/07/2026;\(place + 1),00;0,00;\(place + 1),00;EUR"
    }
    try bench.take("factures.csv", ([Papers.header] + rows).joined(separator: "\n") + "\n")
    _ = try bench.desk.importFiles([try bench.write(name, CopyPapers.plain(name))])
    return try numbers.first { try bench.copy($0) != nil }
  }

  @Test func theNumberStandsInTheName() throws {
    #expect(try invoice(of: "FA-2026-0012.pdf", among: ["FA-2026-0012"]) == "FA-2026-0012")
    #expect(try invoice(of: "fa 2026 0012.PDF", among: ["FA-2026-0012"]) == "FA-2026-0012")
    #expect(try invoice(of: "Aubois_fa_2026_0012_v2.pdf", among: ["FA2026-0012"]) == "FA2026-0012")
    #expect(try invoice(of: "2026-12.pdf", among: ["2026/12"]) == "2026/12")
  }

  @Test func theLongestNumberWins() throws {
    let numbers = ["FA-12", "FA-12-B"]
    #expect(try invoice(of: "Aubois FA-12-B.pdf", among: numbers) == "FA-12-B")
    #expect(try invoice(of: "FA-12.pdf", among: numbers) == "FA-12")
  }

  @Test func aNumberIsNeverPartOfAnother() throws {
    #expect(try invoice(of: "FA-123.pdf", among: ["FA-12"]) == nil)
    #expect(try invoice(of: "XFA-12.pdf", among: ["FA-12"]) == nil)
    #expect(try invoice(of: "FA-12", among: ["FA-12"]) == "FA-12")
  }

  @Test func aShortFigureNeedsMoreThanToStandThere() throws {
    #expect(try invoice(of: "scan 2026-11-30.pdf", among: ["30", "2026"]) == nil)
    #expect(try invoice(of: "30.pdf", among: ["30"]) == "30")
    #expect(try invoice(of: "Facture n° 30 Aubois.pdf", among: ["30"]) == "30")
    #expect(try invoice(of: "Facture_30.pdf", among: ["30"]) == "30")
    #expect(try invoice(of: "80030.pdf", among: ["80030"]) == "80030")
  }

  @Test func aNameLeadsNowhere() throws {
    let bench = try Bench()
    try bench.take("factures.csv", Papers.three)
    let name = "FA-2026-0001 \"\n<b>..\\..\\x.pdf"
    let report = try bench.desk.importFiles([try bench.write(name, CopyPapers.plain("1"))])
    #expect(report.results == ["taken 1 0 0"])
    let copy = try #require(try bench.copy("FA-2026-0001"))
    #expect(copy.name == name)
    #expect(bench.archived == ["\(copy.file.digest.prefix(2))/\(copy.file.digest).pdf"])
  }
}
