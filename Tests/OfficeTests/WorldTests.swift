import Claims
import Foundation
import Ledger
import Office
import Quantities
import Reports
import Store
import Testing

/// A generated world of a thousand invoices, against its own control totals.
@Suite struct WorldTests {
  private struct Meta: Decodable {
    let documents: Int
    let customers: Int
    let bankLines: Int
    let ttcCents: Int64
    let bankCreditsCents: Int64
    let bankDebitsCents: Int64
  }

  private static let generator = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "../../../shared/bench/generate.py").standardized

  private func meta(in folder: String) throws -> Meta? {
    let python = "/usr/bin/python3"
    guard FileManager.default.fileExists(atPath: WorldTests.generator.path),
      FileManager.default.isExecutableFile(atPath: python)
    else {
      print("skipped: no generator beside the checkout, or no python3")
      return nil
    }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [
      WorldTests.generator.path, "--size", "1k", "--formats", "camt", "--out", folder, "--quiet",
    ]
    try process.run()
    process.waitUntilExit()
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      Meta.self, from: try Data(contentsOf: URL(filePath: folder + "/meta.json")))
  }

  @Test func aWorldComesInWholeAndOnce() throws {
    let bench = try Bench()
    let world = bench.folder + "/monde"
    guard let meta = try meta(in: world) else { return }
    let files = ["customers.csv", "invoices.csv", "camt053.xml"].map { world + "/" + $0 }
    let report = try bench.desk.importFiles(files)
    #expect(!report.hasFailures, "\(report.results)")
    #expect(report.invoices + report.creditNotes == meta.documents)
    #expect(report.customers == meta.customers)
    #expect(try bench.desk.verify().isSound)
    try reconcile(bench, meta)
    // Once more: the same files, the same under other names, and the matching alone.
    let counts = try bench.desk.counts()
    let newest = try bench.desk.store.read { try $0.newestEntry() }
    let again = try bench.desk.importFiles(files)
    #expect(again.results == ["taken before", "taken before", "taken before"])
    try FileManager.default.moveItem(atPath: files[2], toPath: world + "/autre.xml")
    #expect(try bench.desk.importFiles([world + "/autre.xml"]).results == ["taken before"])
    #expect(try bench.desk.counts() == counts)
    #expect(try bench.desk.store.read { try $0.newestEntry() } == newest)
  }

  /// What was asked for less what was paid is what is open, and every cent of the bank is
  /// somewhere.
  private func reconcile(_ bench: Bench, _ meta: Meta) throws {
    try bench.desk.store.read { reader in
      var (asked, paid, listed) = (Money.zero, Money.zero, Money.zero)
      var onAccount = Money.zero
      for customer in try reader.customers(.first) {
        for account in try reader.accounts(of: customer.id) {
          asked += account.items.map(\.total).sum()
          paid += account.items.flatMap(\.movements).map(\.amount).sum()
          onAccount += account.unapplied.filter { $0.certainty == .onAccount }.map(\.amount).sum()
        }
      }
      try reader.forEachOpenAmount(.first) { listed += $0.open }
      #expect(asked == Money(cents: meta.ttcCents))
      #expect(listed == asked - paid)
      var (credits, debits, returned, left) = (Money.zero, Money.zero, Money.zero, Money.zero)
      for number in 1...(try reader.newestEntry().raw) {
        guard let line = try reader.bankLine(EntryNumber(number)) else { continue }
        if line.amount.isNegative { debits += line.amount } else { credits += line.amount }
        if line.amount.isNegative, line.operation == .returned { returned += line.amount }
      }
      try reader.forEachOpenLine(.first) { left += $2 }
      #expect(credits == Money(cents: meta.bankCreditsCents))
      #expect(debits == Money(cents: meta.bankDebitsCents))
      // Set-offs sum to zero, so what was paid came from the bank.
      #expect(paid + onAccount + left == credits + returned)
      #expect(paid > Money(cents: meta.ttcCents / 2), "most of it finds its invoice")
    }
    let aged = try bench.desk.agedBalance()
    let open = try bench.desk.store.read { reader in
      var sum = Money.zero
      try reader.forEachOpenAmount(.first) { sum += $0.open }
      try reader.forEachOnAccountAmount(.first, asOf: nil) { sum -= $2 }
      return sum
    }
    #expect(aged[.eur]?.totals.total == open)
  }
}
