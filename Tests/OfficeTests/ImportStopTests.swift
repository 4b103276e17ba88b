import Dunning
import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// An import that a person stops: what it took stays whole, and the same import goes on later.
@Suite struct ImportStopTests {
  /// A customer file, invoices in several files and a statement that pays most of them.
  private static func files(_ bench: Bench, seed: UInt64) throws -> [String] {
    var random = Seeded(seed)
    var paths: [String] = []
    var payments: [(day: String, words: String, amount: String)] = []
    for file in 1...6 {
      var rows: [String] = []
      for row in 1...40 {
        let number = "FA-\(file)-\(100 + row)"
        let amount = Int.random(in: 100...9_000, using: &random)
        rows.append(
          "\(number);C\(row % 9);Client \(row % 9);05/06/2026;05/07/2026;\(amount),00;0,00;"
            + "\(amount),00;EUR")
        if Int.random(in: 0..<4, using: &random) > 0 {
          payments.append(("12/07/2026", "VIR CLIENT \(row % 9) \(number)", "\(amount),00"))
        }
      }
      let text = ([Papers.header] + rows).joined(separator: "\n") + "\n"
      paths.append(try bench.write("factures-\(file).csv", text))
    }
    let bank =
      "Date;Libellé;Montant\n"
      + payments.map { "\($0.day);\($0.words);\($0.amount)\n" }.joined()
    return paths + [try bench.write("releve.csv", bank)]
  }

  /// What the book says, free of numbers that depend on the order of entries.
  private static func state(_ bench: Bench) throws -> [String] {
    let counts = try bench.desk.counts()
    let list = try bench.desk.dayList().worklist
    return ["\(counts.invoices) \(counts.bankLines) \(counts.openItems) \(counts.openLines)"]
      + list.entries.map { "\($0.customer.name)" } + ["held"]
      + list.held.map { "\($0.customer.name)" }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func whatIsImportedAgainEndsAsIfNeverStopped(seed: UInt64) throws {
    let whole = try Bench()
    _ = try whole.desk.importFiles(try ImportStopTests.files(whole, seed: seed))
    let expected = try ImportStopTests.state(whole)
    var random = Seeded(seed + 100)
    let bench = try Bench()
    let paths = try ImportStopTests.files(bench, seed: seed)
    var stops = 0
    for _ in 0..<20 {
      let stop = ImportStop()
      let after = Int.random(in: 1...9, using: &random)
      var told = 0
      let report = try bench.desk.importFiles(paths, stop: stop) { _ in
        told += 1
        if told >= after { stop.ask() }
      }
      #expect(try bench.desk.verify().isSound, "seed \(seed)")
      #expect(report.hasFailures == report.isStopped, "seed \(seed)")
      if !report.isStopped { break }
      stops += 1
      let taken = report.files.count
      #expect(taken + report.left.count == paths.count, "seed \(seed)")
      let counts = try bench.desk.counts()
      #expect(counts.invoices % 40 == 0, "seed \(seed): a file was taken in half")
    }
    #expect(stops > 0, "seed \(seed)")
    _ = try bench.desk.importFiles(paths)
    #expect(try ImportStopTests.state(bench) == expected, "seed \(seed)")
  }

  @Test func theReportSaysWhatIsLeft() throws {
    let bench = try Bench()
    let paths = try ImportStopTests.files(bench, seed: 7)
    let stop = ImportStop()
    let report = try bench.desk.importFiles(paths, stop: stop) { progress in
      if progress.fileNumber == 3 { stop.ask() }
    }
    #expect(report.left.count == 5)
    let words = report.summary.map { "\($0.title.french): \($0.text.french)" }
      .joined(separator: " ")
    #expect(words.contains("80\u{A0}factures") && words.contains("5\u{A0}fichiers ne sont pas"))
    #expect(report.advice.first == .goOn(left: 5))
    let next = try bench.desk.importFiles(paths)
    #expect(!next.isStopped && next.left.isEmpty)
    #expect(try bench.desk.counts().invoices == 240)
  }

  @Test func matchingIsLeftToTheNextImport() throws {
    let bench = try Bench()
    // More lines than one step of the matching looks at.
    let lines = (1...700).map {
      (day: "12/07/2026", words: "VIR \($0) INCONNU", amount: "\($0),00")
    }
    let bank = "Date;Libellé;Montant\n" + lines.map { "\($0.0);\($0.1);\($0.2)\n" }.joined()
    let paths = [
      try bench.write("f.csv", Papers.three), try bench.write("releve.csv", bank),
    ]
    let stop = ImportStop()
    let report = try bench.desk.importFiles(paths, stop: stop) { progress in
      if progress.step == .matching { stop.ask() }
    }
    #expect(report.left.isEmpty && report.isStopped)
    #expect(report.advice.contains(.applyMoney))
    #expect(try bench.desk.counts().bankLines == 700)
    #expect(try bench.desk.verify().isSound)
    #expect(try bench.desk.importFiles(paths).isStopped == false)
  }

  @Test func theProgressTellsRateAndTimeLeft() throws {
    let bench = try Bench()
    let paths = try ImportStopTests.files(bench, seed: 9)
    var shares: [Double] = []
    _ = try bench.desk.importFiles(paths) { progress in
      if progress.step == .reading, let share = progress.share { shares.append(share) }
      #expect(!progress.words.french.isEmpty && progress.secondsLeft ?? 0 >= 0)
    }
    #expect(shares == shares.sorted() && shares.allSatisfy { (0...1).contains($0) })
    #expect(shares.count >= paths.count)
  }
}
