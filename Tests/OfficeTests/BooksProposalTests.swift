import Foundation
import Ledger
import Office
import Quantities
import Store
import Testing

/// Money that the books hold on an account without a letter: the program proposes what it may pay,
/// and a person decides.
@Suite struct BooksProposalTests {
  private static let rows = """
    VE 1 20260105 411000 A FA-2026-0001 1200,00 0,00
    VE 1 20260105 706000 - FA-2026-0001 0,00 1200,00
    VE 2 20260106 411000 A FA-2026-0002 900,00 0,00
    VE 2 20260106 706000 - FA-2026-0002 0,00 900,00
    BQ 3 20260203 512000 - FA-2026-0002 1000,00 0,00
    BQ 3 20260203 411000 A FA-2026-0002 0,00 1000,00
    """
  private static let before = ["A: -1000.00", "FA-2026-0001 1200.00", "FA-2026-0002 900.00"]

  @Test func itIsProposedAndNotBooked() throws {
    let bench = try Bench()
    #expect(try bench.books(BooksProposalTests.rows).proposed == 1)
    #expect(try bench.standing() == BooksProposalTests.before)
    let waiting = try bench.desk.reconciliation()
    #expect(waiting.total == 1 && waiting.rows.count == 1)
    let row = try #require(waiting.rows.first)
    #expect(row.open == Money(cents: 1000_00))
    #expect(row.parts.map(\.number) == ["FA-2026-0002", ""])
    #expect(row.parts.map(\.amount.cents) == [900_00, 100_00])
    // A second run changes nothing.
    let newest = try bench.desk.store.read { try $0.newestEntry() }
    try bench.take("c.csv", "Code client;Nom;SIREN\nC9;Autre;552100554\n")
    #expect(try bench.standing() == BooksProposalTests.before)
    #expect(try bench.desk.reconciliation().total == 1)
    #expect(try bench.desk.store.read { try $0.newestEntry() }.raw == newest.raw + 1)
  }

  @Test func aPersonAccepts() throws {
    let bench = try Bench()
    try bench.books(BooksProposalTests.rows)
    try bench.desk.accept(line: try bench.line("Libellé"))
    #expect(try bench.standing() == ["A: -100.00", "FA-2026-0001 1200.00"])
    #expect(try bench.desk.reconciliation().rows.isEmpty && bench.openLines().isEmpty)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func aPersonSplitsAndTheRestGoesBackOnTheAccount() throws {
    let bench = try Bench()
    try bench.books(BooksProposalTests.rows)
    let line = try bench.line("Libellé")
    let first = try bench.document("FA-2026-0001")
    #expect(throws: DeskRefusal.self) {
      try bench.desk.allocate(
        line: line, to: [.init(document: first, amount: Money(cents: 1000_01))])
    }
    #expect(try bench.standing() == BooksProposalTests.before)
    try bench.desk.allocate(line: line, to: [.init(document: first, amount: Money(cents: 700_00))])
    #expect(
      try bench.standing() == [
        "A: -300.00", "FA-2026-0001 500.00", "FA-2026-0002 900.00",
      ])
    #expect(try bench.openLines().isEmpty)
    #expect(try bench.desk.verify().isSound)
    // Undone, it waits again, and the program proposes but does not book.
    let allocation = try #require(
      try bench.desk.store.read { try $0.standingAllocations(on: first) }.first)
    try bench.desk.undo(allocation.number, reason: "erreur")
    #expect(
      try bench.standing() == [
        "A: -300.00", "FA-2026-0001 1200.00", "FA-2026-0002 900.00",
      ])
  }

  @Test func aPersonSetsItAside() throws {
    let bench = try Bench()
    try bench.books(BooksProposalTests.rows)
    try bench.desk.setAside(line: try bench.line("Libellé"), reason: "pas à nous")
    #expect(try bench.standing() == ["FA-2026-0001 1200.00", "FA-2026-0002 900.00"])
    #expect(try bench.desk.verify().isSound)
  }
}
