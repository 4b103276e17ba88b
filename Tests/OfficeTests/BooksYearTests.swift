import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// Where a year of books begins, and books that come again.
@Suite struct BooksYearTests {
  private static let opening = """
    AN 1 20260101 101000 - - 0,00 950,00
    AN 1 20260101 411000 A FA-7 600,00 0,00 A
    AN 1 20260101 411000 A FA-8 200,00 0,00
    AN 1 20260101 411000 B - 100,00 0,00
    AN 1 20260101 411000 B - 75,00 0,00
    AN 1 20260101 411000 C - 0,00 25,00
    BQ 2 20260115 512000 - R1 600,00 0,00
    BQ 2 20260115 411000 A R1 0,00 600,00 A
    """

  @Test func openingBalancesAreDocuments() throws {
    let bench = try Bench()
    try bench.books(BooksYearTests.opening)
    #expect(
      try bench.standing() == [
        "FA-8 200.00", "À-nouveau 01/01/2026 B 175.00", "À-nouveau 01/01/2026 C -25.00",
      ])
  }

  @Test func anOpeningOfWhatTheBookKnowsAddsNothing() throws {
    let bench = try Bench()
    try bench.books(
      """
      VE 1 20250105 411000 A FA-7 1000,00 0,00 a
      VE 1 20250105 706000 - FA-7 0,00 1000,00
      VE 2 20251205 411000 A FA-8 200,00 0,00
      VE 2 20251205 706000 - FA-8 0,00 200,00
      VE 3 20251206 411000 B FB-1 175,00 0,00
      VE 3 20251206 706000 - FB-1 0,00 175,00
      BQ 4 20250203 512000 - R0 400,00 0,00
      BQ 4 20250203 411000 A R0 0,00 400,00 a
      """, named: "2025.txt")
    let report = try bench.books(BooksYearTests.opening, named: "2026.txt")
    #expect(!report.hasFailures)
    #expect(
      try bench.standing() == ["FA-8 200.00", "FB-1 175.00", "À-nouveau 01/01/2026 C -25.00"])
    #expect(!report.files[0].notes.contains { $0.french.contains("à-nouveau") })
    // A difference is said, and the book is kept.
    let other = try Bench()
    try other.take("a.csv", Papers.invoices("FB-1;B;Client B;06/12/2025;06/01/2026;;;170,00;EUR"))
    let notes = try other.books(BooksYearTests.opening).files[0].notes.map(\.french.plain)
    #expect(
      notes.contains {
        $0.contains("à-nouveau de Client B au 01/01/2026") && $0.contains("175,00")
          && $0.contains("170,00")
      })
  }

  @Test func aLaterExportBringsWhatIsNewAndTheLettersMadeSince() throws {
    let bench = try Bench()
    let unlettered = BooksPaper.paid.replacing(" AB 20260203", with: "")
    try bench.books(unlettered, named: "juin.txt")
    #expect(try bench.standing() == ["A: -1200.00", "FA-1 1200.00"])
    let later =
      BooksPaper.paid + """

        VE 3 20260801 411000 A FA-2 70,00 0,00
        VE 3 20260801 706000 - FA-2 0,00 70,00
        """
    let report = try bench.books(later, named: "septembre.txt")
    #expect(report.results == ["taken 1 2 0"])
    #expect(try bench.standing() == ["FA-2 70.00"])
    #expect(try bench.desk.counts().bankLines == 1)
    #expect(try bench.books(later + "\n", named: "encore.txt").accepted == 0)
    #expect(try bench.standing() == ["FA-2 70.00"])
    #expect(try bench.desk.verify().isSound)
  }

  @Test func numbersThatBeginAnewAreToldApart() throws {
    let bench = try Bench()
    let rows = """
      VE 1 20260105 411000 A 12 100,00 0,00
      VE 1 20260105 706000 - 12 0,00 100,00
      VE 2 20260205 411000 B 12 200,00 0,00
      VE 2 20260205 706000 - 12 0,00 200,00
      VE INV/3 20260305 411000 B - 300,00 0,00
      VE INV/3 20260305 706000 - - 0,00 300,00
      VE 4 20260405 411000 B - 400,00 0,00
      VE 4 20260405 706000 - - 0,00 400,00
      """
    let wanted = ["12 (VE-2) 200.00", "12 100.00", "INV/3 300.00", "VE-4 400.00"]
    let report = try bench.books(rows)
    #expect(try bench.standing() == wanted)
    #expect(
      report.files[0].notes.map(\.french.plain).contains(
        "pièces sans PieceRef, numérotées d’après leur écriture : 2"))
    #expect(try bench.books(rows + "\n", named: "encore.txt").accepted == 0)
    #expect(try bench.standing() == wanted)
  }

  @Test func aDateToComeAndAnotherAmountAreRefused() throws {
    let bench = try Bench()
    try bench.take("a.csv", Papers.invoices("FA-1;A;Client A;05/01/2026;04/02/2026;;;1 300,00;EUR"))
    let report = try bench.books(
      BooksPaper.paid + """

        VE 9 20270105 411000 A FA-9 1200,00 0,00
        VE 9 20270105 706000 - FA-9 0,00 1200,00
        """)
    #expect(report.results == ["taken 1 0 2"])
    let rejections = try bench.desk.rejections(of: 2)
    #expect(rejections.map(\.field) == ["PieceRef", "EcritureDate"])
    #expect(rejections[0].found == "FA-1" && rejections[0].wanted.plain.contains("1 300,00"))
    #expect(rejections[0].place.plain == "ligne 2" && rejections[1].place.plain == "ligne 7")
    // The money came all the same: it is on the account until the number is cleared up.
    #expect(try bench.standing() == ["A: -1200.00", "FA-1 1300.00"])
  }
}
