import Foundation
import Ledger
import Office
import Quantities
import Store
import Testing

/// A statement of a few lines a day: each import reads and writes only what it touches.
@Suite struct DailyImportTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func leavesNoProposalThatIsTooMuch(seed: UInt64) throws {
    var world = UndoImportTests.World(random: Seeded(seed))
    let bench = try Bench()
    let store = bench.desk.store
    let tables = [world.invoices("FA-2026"), world.invoices("FB-2026")]
    try bench.take("a.csv", tables[0])
    try bench.take("b.csv", tables[1])
    let rows = (world.bank(tables, "UN") + world.bank(tables, "DEUX")).split(separator: "\n")
      .filter { !$0.hasPrefix("Date") }.shuffled(using: &world.random)
    var (proposed, applied) = (0, 0)
    for day in stride(from: 0, to: rows.count, by: 5) {
      let some = rows[day..<min(day + 5, rows.count)].joined(separator: "\n")
      let report = try bench.take("\(day).csv", "Date;Libellé;Montant\n\(some)\n")
      applied += report.applied
      let stale = try store.read { try $0.staleProposals() }
      #expect(stale.isEmpty, "seed \(seed), line \(day)")
      let lines = Set(try store.read { try $0.proposals(.first).map(\.line) })
      #expect(report.proposed == lines.count, "seed \(seed), line \(day)")
      for line in lines {
        let rest = try store.read { try $0.open(ofLine: line) }
        #expect(!rest.isZero, "seed \(seed), line \(line.raw)")
      }
      proposed += lines.count
    }
    #expect(applied > 0 && proposed > 0, "seed \(seed)")
    let differences = try bench.desk.verify().differences
    #expect(differences == [], "seed \(seed)")
  }

  /// The line that names a document takes it from the line that only has its amount.
  @Test func aDocumentTakenMeanwhileIsProposedToNobodyElse() throws {
    let bench = try Bench()
    try bench.take("f.csv", Papers.three)
    try bench.take("b.csv", Papers.bank(("18/11/2026", "VIR JEAN KERVELLA", "1200,00")))
    let document = try bench.document("FA-2026-0001")
    let before = try bench.desk.store.read { try $0.proposals(.first).map(\.document) }
    #expect(before == [document])
    try bench.take(
      "c.csv", Papers.bank(("20/11/2026", "VIR AUBOIS SARL FA-2026-0001", "1200,00")))
    let open = try bench.open("FA-2026-0001")
    #expect(open.isZero)
    let after = try bench.desk.store.read { try $0.proposals(.first).map(\.document) }
    #expect(!after.contains(document))
  }
}
