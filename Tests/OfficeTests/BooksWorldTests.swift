import Foundation
import Ledger
import Office
import Quantities
import Store
import Testing

/// A firm's books alone give what each customer owes, to the cent; with the invoices and the bank
/// beside them, in any order, no money counts twice.
@Suite struct BooksWorldTests {
  @Test(arguments: [
    ("1k", "1", "fa"), ("1k", "2", "ym"), ("1k", "3", "plain"), ("1k", "4", "slash"),
    ("10k", "5", "fa"),
  ])
  func theBooksAlone(_ size: String, _ seed: String, _ numbering: String) throws {
    let bench = try Bench()
    let world = try BooksWorld(
      in: bench.folder + "/monde", size: size, seed: seed, numbering: numbering)
    guard let world else { return }
    let report = try bench.desk.importFiles([world.path("fec.txt")])
    #expect(!report.hasFailures, "\(report.results)")
    let found = try OwedInBook(bench.desk)
    #expect(found.owed == world.owed, "seed \(seed)")
    for number in Set(found.open.keys).union(world.open.keys).subtracting(found.unsettled) {
      #expect(found.open[number] == world.open[number], "seed \(seed), \(number)")
    }
    #expect(try bench.desk.verify().isSound)
    let newest = try bench.desk.store.read { try $0.newestEntry() }
    #expect(try bench.desk.importFiles([world.path("fec.txt")]).results == ["taken before"])
    // The same entries in another file: known one by one.
    let text = try String(contentsOfFile: world.path("fec.txt"), encoding: .utf8)
    let again = try bench.take("copie.txt", text.replacing("\r\n", with: "\n"))
    #expect(again.accepted == 0 && !again.hasFailures, "\(again.results)")
    #expect(try bench.desk.store.read { try $0.newestEntry() } == newest)
  }
}
