import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// What a person said of a bank table's columns holds for the next ones, until it is forgotten.
@Suite struct ColumnMemoryTests {
  private func table(_ month: String) -> String {
    """
    J;Quoi;A;B
    02/\(month)/2026;DUPONT FA-1;;1 200,00
    03/\(month)/2026;PAPETERIE;45,90;
    """
  }

  private func result(_ report: ImportReport) -> FileReport.Outcome? { report.files.first?.outcome }

  @Test func saidOnceAndUsedFromThenOn() throws {
    let bench = try Bench()
    let september = try bench.write("s.csv", table("09"))
    let asked = try bench.desk.importFiles([september])
    #expect(asked.refused == 1 && asked.files[0].lacksColumns && asked.bankLines == 0)
    #expect(asked.files[0].path == september)
    #expect(asked.advice.contains(.nameColumns(file: "s.csv")))
    #expect(try bench.desk.rememberedColumns().isEmpty)

    let order = try ColumnOrder("date=J,label=Quoi,debit=A,credit=B")
    let said = try bench.desk.importFiles([september], columns: order)
    #expect(said.bankLines == 2 && !said.hasFailures)
    let kept = try #require(try bench.desk.rememberedColumns().first)
    #expect(kept.columns == "date=1,label=2,debit=3,credit=4")
    #expect(kept.file == "s.csv" && kept.header == "J;Quoi;A;B")

    // The next month comes without a word, also to a program that remembers nothing.
    let october = try bench.write("o.csv", table("10"))
    let next = try bench.fresh().importFiles([october])
    #expect(next.bankLines == 2 && !next.hasFailures)
    #expect(next.files[0].table?.source == .remembered)
    #expect(next.files[0].notes.contains { $0.french.hasPrefix("colonnes lues") })

    #expect(try !bench.desk.forgetColumns(kept.number + 7))
    #expect(try bench.desk.forgetColumns(kept.number))
    #expect(try !bench.desk.forgetColumns(kept.number))
    #expect(try bench.desk.rememberedColumns().isEmpty)
    let november = try bench.write("n.csv", table("11"))
    #expect(try bench.desk.importFiles([november]).refused == 1)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func saidOtherwiseTheNewWordHolds() throws {
    let bench = try Bench()
    let first = try bench.write("s.csv", table("09"))
    let wrong = try ColumnOrder("date=1,label=2,debit=4,credit=3")
    #expect(try bench.desk.importFiles([first], columns: wrong).bankLines == 2)
    let right = try ColumnOrder("date=1,label=2,debit=3,credit=4")
    // The file is in the book as it was read first: the way out is said.
    let again = try bench.desk.importFiles([first], columns: right)
    #expect(again.files[0].notes.first?.french.contains("annulez d’abord l’import") == true)
    #expect(try bench.desk.rememberedColumns().map(\.columns) == [wrong.text])
    _ = try bench.desk.undoImport(1)
    #expect(try bench.desk.importFiles([first], columns: right).bankLines == 2)
    #expect(try bench.desk.rememberedColumns().map(\.columns) == [right.text])
    let trial = bench.desk.tryColumns(right, of: try bench.write("o.csv", table("10")))
    #expect(trial.lines == 2 && trial.refusal == nil && trial.rejected == 0)
    #expect(trial.credits == Money(cents: 1200_00) && trial.debits == Money(cents: 45_90))
  }

  @Test func aWrongWordTakesNothingAndIsNotKept() throws {
    let bench = try Bench()
    let file = try bench.write("s.csv", table("09"))
    let order = try ColumnOrder("date=2,amount=3")
    let report = try bench.desk.importFiles([file], columns: order)
    guard case .refused(let words)? = result(report) else {
      Issue.record("not refused")
      return
    }
    #expect(words.french.contains("DUPONT FA-1") && words.french.contains("ligne\u{A0}2"))
    #expect(bench.desk.tryColumns(order, of: file).refusal == words)
    #expect(try bench.desk.rememberedColumns().isEmpty)
    #expect(try bench.desk.counts().imports == 0)
    // Other files have no columns to name.
    let customers = try bench.write("c.csv", "Nom;SIREN\nDupont;732829320\n")
    let qif = try bench.write("q.qif", "!Type:Bank\nD02/09/2026\nT-45,90\nPEDF\n^\n")
    let elsewhere = try bench.desk.importFiles([qif], columns: order)
    #expect(elsewhere.refused == 1 && !elsewhere.files[0].lacksColumns)
    #expect(try bench.desk.importFiles([customers], columns: order).refused == 1)
  }
}
