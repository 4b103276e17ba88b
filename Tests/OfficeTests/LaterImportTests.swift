import Foundation
import Ledger
import Office
import Quantities
import Store
import Testing

/// Money is applied by what is known, however the files arrive.
@Suite struct LaterImportTests {
  /// What is applied and what is proposed, with scores and reasons.
  static func matched(_ desk: Desk) throws -> [String] {
    try desk.store.read { reader in
      var found: [String] = []
      for number in 1...(try reader.newestEntry().raw) {
        guard try reader.bankLine(EntryNumber(number)) != nil else { continue }
        for (_, one) in try reader.allocations(ofLine: EntryNumber(number)) {
          let document = try one.document.flatMap { try reader.number(of: $0) } ?? "compte"
          found.append("\(number) \(one.mode) \(document) \(one.amount.decimal) \(one.score)")
        }
      }
      return found
        + (try reader.proposals(.first).map {
          "\($0.line.raw) proposed \($0.document?.raw ?? 0) \($0.amount.decimal) \($0.score) "
            + $0.reasons
        })
    }
  }

  static let fee = Papers.bank(("22/11/2026", "FRAIS TENUE DE COMPTE", "-12,00"))

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7] as [UInt64])
  func whatAddsNothingChangesNothing(seed: UInt64) throws {
    var world = UndoImportTests.World(random: Seeded(seed))
    let bench = try Bench()
    let (first, second) = (world.invoices("FA-2026"), world.invoices("FB-2026"))
    try bench.take("a.csv", first)
    try bench.take("b.csv", second)
    try bench.take("c.csv", world.bank([first, second], "UN"))
    let before = try Self.matched(bench.desk)
    let list = try UndoImportTests.state(bench.desk).dropFirst()
    #expect(!before.isEmpty)
    try bench.take("frais.csv", Self.fee)
    #expect(try Self.matched(bench.desk) == before, "seed \(seed)")
    #expect(try UndoImportTests.state(bench.desk).dropFirst() == list, "seed \(seed)")
    _ = try MatchingRun(store: bench.desk.store, today: bench.today).run()
    #expect(try Self.matched(bench.desk) == before, "seed \(seed)")
  }

  @Test func theNamedLineOfTheSameFileWins() throws {
    let bench = try Bench()
    try bench.take("f.csv", Papers.three)
    try bench.take(
      "b.csv",
      Papers.bank(
        ("18/11/2026", "VIR SEPA JEAN KERVELLA APPORT", "1200,00"),
        ("20/11/2026", "VIR SEPA AUBOIS SARL FA-2026-0001", "1200,00")))
    #expect(try bench.open("FA-2026-0001").isZero)
    let line = try bench.line("AUBOIS")
    #expect(try bench.desk.store.read { try $0.open(ofLine: line) }.isZero)
  }

  /// Fifteen invoices that lines without any name paid, and one more of 555,55.
  static func anonymous(_ bench: Bench) throws {
    let rows = (1...15).map {
      "FA-2026-1\($0);C9;Dorval SA;05/09/2026;05/10/2026;\(100 + $0 * 37),1\($0 % 10);0,00;"
        + "\(100 + $0 * 37),1\($0 % 10);EUR"
    }
    try bench.take(
      "f.csv",
      ([Papers.header] + rows + [
        "FA-2026-0555;C1;Aubois SARL;05/09/2026;05/10/2026;555,55;0,00;555,55;EUR"
      ]).joined(separator: "\n") + "\n")
    let lines = (1...15).map { "1\($0 % 9)/10/2026;VIREMENT RECU;\(100 + $0 * 37),1\($0 % 10)\n" }
    try bench.take(
      "b.csv", "Date;Libellé;Montant\n" + lines.joined() + "20/10/2026;VIR RECU;555,55\n")
  }

  @Test func aBareAmountOfAnEarlierImportGivesWay() throws {
    let bench = try Bench()
    try Self.anonymous(bench)
    #expect(try bench.open("FA-2026-0555").isZero)
    let report = try bench.take(
      "c.csv", Papers.bank(("12/11/2026", "VIR AUBOIS SARL FA-2026-0555", "555,55")))
    #expect(report.displaced == 1)
    #expect(try bench.open("FA-2026-0555").isZero)
    let (old, new) = (try bench.line("VIR RECU"), try bench.line("AUBOIS"))
    let open = try bench.desk.store.read { (try $0.open(ofLine: old), try $0.open(ofLine: new)) }
    #expect(open.0 == Money(cents: 55_555) && open.1.isZero)
  }

  @Test func aPersonsDecisionIsNotTakenBack() throws {
    let bench = try Bench()
    try bench.take("f.csv", Papers.three)
    try bench.take("b.csv", Papers.bank(("18/11/2026", "VIR JEAN KERVELLA", "1200,00")))
    let document = try bench.document("FA-2026-0001")
    try bench.desk.allocate(
      line: try bench.line("KERVELLA"),
      to: [.init(document: document, amount: Money(cents: 120_000))])
    let report = try bench.take(
      "c.csv", Papers.bank(("20/11/2026", "VIR AUBOIS SARL FA-2026-0001", "1200,00")))
    #expect(report.displaced == 0)
    let line = try bench.line("KERVELLA")
    #expect(try bench.desk.store.read { try $0.open(ofLine: line) }.isZero)
  }

  static let credited =
    "Numéro;Type;Client;Nom du client;Date;Échéance;Montant HT;TVA;Montant TTC;Facture d'origine\n"
    + "FA-2026-00129;Facture;C4;Rousseau SA;23/08/2026;22/09/2026;4166,67;833,33;5000,00;\n"
    + "AV-2026-0007;Avoir;C4;Rousseau SA;28/08/2026;;208,33;41,67;250,00;FA-2026-00129\n"

  static let netted = Papers.bank(("12/10/2026", "VIR ROUSSEAU SA FACT 129 - AVOIR 7", "4750,00"))

  @Test func aCreditNoteIsNettedInTheSameImportAndInALaterOne() throws {
    let (one, two) = (try Bench(), try Bench())
    let files = [try one.write("f.csv", Self.credited), try one.write("b.csv", Self.netted)]
    _ = try one.desk.importFiles(files)
    try two.take("f.csv", Self.credited)
    #expect(try two.open("FA-2026-00129") == Money(cents: 475_000))
    try two.take("b.csv", Self.netted)
    for bench in [one, two] {
      #expect(try bench.open("FA-2026-00129").isZero)
      let line = try bench.line("ROUSSEAU")
      let parts = try bench.desk.store.read { try $0.allocations(ofLine: line).map(\.1.amount) }
      #expect(parts == [Money(cents: 500_000), Money(cents: -25_000)])
    }
  }

  @Test func theSameInvoicesImportedAgainAreAppliedAgain() throws {
    let (again, fresh) = (try Bench(), try Bench())
    let bank = Papers.bank(
      ("12/10/2026", "VIR AUBOIS SARL FA-2026-0001", "1200,00"),
      ("13/10/2026", "VIR BRUNEL SAS FACT 0002", "600,00"))
    try again.take("f.csv", Papers.three)
    try again.take("b.csv", bank)
    _ = try again.desk.undoImport(1)
    try again.take("f.csv", Papers.three)
    try fresh.take("b.csv", bank)
    try fresh.take("f.csv", Papers.three)
    for number in ["FA-2026-0001", "FA-2026-0002", "FA-2026-0003"] {
      #expect(try again.open(number) == fresh.open(number), "\(number)")
    }
    #expect(try again.open("FA-2026-0001").isZero)
  }

  @Test func whatTheBooksHoldAsTooMuchIsAppliedNowhereElse() throws {
    let rows = """
      VE 1 20260705 411000 A 13002059 471,90 0,00 AB 20260803
      VE 1 20260705 706000 - 13002059 0,00 471,90
      VE 2 20260910 411000 A 13000125 471,90 0,00
      VE 2 20260910 706000 - 13000125 0,00 471,90
      BQ 3 20260803 512000 - R1 471,90 0,00
      BQ 3 20260803 411000 A R1 0,00 471,90 AB 20260803
      BQ 4 20261016 512000 - REF0 471,90 0,00
      BQ 4 20261016 419100 - REF0 0,00 471,90
      """
    let camt = Papers.camt([("13002059 MERCI", "471.90")], on: "2026-10-16")
    let (late, early) = (try Bench(), try Bench())
    try late.books(rows)
    try late.take("c.xml", camt)
    try early.take("c.xml", camt)
    try early.books(rows)
    for bench in [late, early] {
      #expect(try bench.open("13000125") == Money(cents: 47_190))
      let line = try bench.line("MERCI")
      #expect(try bench.desk.store.read { try $0.open(ofLine: line) } == Money(cents: 47_190))
    }
  }

  @Test func aDocumentIsFoundByTheEndOfItsNumber() throws {
    let bench = try Bench()
    try bench.take("f.csv", Papers.three)
    try bench.take("b.csv", Papers.bank(("18/11/2026", "VIR JEAN KERVELLA", "77,00")))
    let line = try bench.line("KERVELLA")
    #expect(try bench.desk.search("002", for: line).candidates.map(\.number) == ["FA-2026-0002"])
  }
}
