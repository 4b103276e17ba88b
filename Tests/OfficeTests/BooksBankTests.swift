import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// The books and the bank speak of the same money: it counts once, whichever comes first.
@Suite struct BooksBankTests {
  private static let invoice = Papers.invoices(
    "FA-1;A;Client A;05/01/2026;04/02/2026;1 000,00;200,00;1 200,00;EUR")

  /// The statement books the money a day before the firm does.
  private static func statement(_ credits: (words: String, amount: String)...) -> String {
    Papers.camt(credits, on: "2026-02-02")
  }

  @Test func theStatementFirst() throws {
    let bench = try Bench()
    try bench.take("b.xml", BooksBankTests.statement(("VIR CLIENT A", "1200.00")))
    #expect(try bench.openLines() == ["FR7610096000201234567890185 1200.00"])
    let report = try bench.books(BooksPaper.paid)
    #expect(report.results == ["taken 1 1 0"])
    #expect(try bench.desk.counts().bankLines == 1)
    #expect(try bench.standing().isEmpty && bench.openLines().isEmpty)
    #expect(try bench.allocations().count == 1)
    #expect(
      try bench.allocations()[0].contains("lettrage AB du 03/02/2026 dans le FEC"))
    #expect(
      report.files[0].notes.map(\.french.plain)
        .contains("lignes de relevé reconnues dans le FEC : 1"))
  }

  @Test func theBooksFirst() throws {
    let bench = try Bench()
    try bench.books(BooksPaper.paid)
    let report = try bench.take(
      "b.xml", BooksBankTests.statement(("VIR CLIENT A", "1200.00"), ("VIR AUTRE", "77.00")))
    #expect(
      report.files[0].notes.map(\.french.plain)
        .contains("lignes déjà dans la comptabilité (FEC), écartées : 1"))
    #expect(try bench.openLines() == ["FR7610096000201234567890185 77.00"])
    #expect(try bench.standing().isEmpty)
    // It is explained, and a person may decide otherwise.
    let line = try bench.line("VIR CLIENT A")
    let aside = try #require(try asideOf(line, bench))
    #expect(aside.fact.twin == (try bench.line("Libellé R1")))
    #expect(
      ReasonText.french(aside.fact.reason).plain
        == "déjà dans la comptabilité : compte 512000, le 03/02/2026, pièce R1 du FEC")
    #expect(
      ReasonText.english(aside.fact.reason)
        == "in the books already: account 512000, on 2026-02-03, document R1 of the FEC")
    try bench.desk.undo(aside.number, reason: "deux virements")
    #expect(try bench.openLines().count == 2)
    #expect(try bench.desk.verify().isSound)
    // Another statement of the same money would find the books' line free again; the same file
    // is known.
    #expect(
      try bench.desk.importFiles([bench.folder + "/b.xml"]).results == ["taken before"])
  }

  private func asideOf(
    _ line: EntryNumber, _ bench: Bench
  ) throws -> (number: EntryNumber, fact: SetAside)? {
    try bench.desk.store.read { reader in
      try reader.linesSetAside(.first).first { $0.fact.line == line }
    }
  }

  @Test func invoicesKnownByNumberGetTheirLetters() throws {
    let bench = try Bench()
    try bench.take("a.csv", BooksBankTests.invoice)
    let report = try bench.books(BooksPaper.paid)
    #expect(report.results == ["taken 1 1 0"] && report.invoices == 0)
    #expect(try bench.desk.counts().customers == 1)
    #expect(try bench.standing().isEmpty)
    // And the other way round.
    let other = try Bench()
    try other.books(BooksPaper.paid)
    #expect(try other.take("a.csv", BooksBankTests.invoice).results == ["taken 0 1 0"])
    #expect(try other.desk.counts().customers == 1)
  }

  @Test func aCustomerUnderAnotherNameIsKnownByItsInvoice() throws {
    let bench = try Bench()
    try bench.take(
      "a.csv", Papers.invoices("FA-1;C1;Aubois SARL;05/01/2026;04/02/2026;;;1 200,00;EUR"))
    try bench.books(BooksPaper.paid)
    #expect(try bench.desk.counts().customers == 1)
    let known = try bench.customer("Aubois")
    let party = try #require(try bench.desk.store.read { try $0.customer(known) }).party
    #expect([party.code, party.ledgerAccount, party.name] == ["", "A", "Aubois SARL"])
  }

  @Test func theBooksPutRightWhatTheProgramDeduced() throws {
    let bench = try Bench()
    try bench.take(
      "a.csv",
      Papers.invoices(
        "FA-2026-0001;A;Client A;05/01/2026;04/02/2026;;;1 200,00;EUR",
        "FA-2026-0002;A;Client A;06/01/2026;05/02/2026;;;1 200,00;EUR"))
    try bench.take("b.xml", BooksBankTests.statement(("VIR CLIENT A FA-2026-0002", "1200.00")))
    #expect(try bench.standing() == ["FA-2026-0001 1200.00"])
    let report = try bench.books(
      BooksPaper.paid.replacing("FA-1", with: "FA-2026-0001"))
    #expect(try bench.standing() == ["FA-2026-0002 1200.00"])
    #expect(
      report.files[0].notes.map(\.french.plain)
        .contains("affectations du programme corrigées d’après le FEC : 1"))
    #expect(try bench.desk.verify().isSound)
  }

  @Test func whatAPersonDecidedIsKept() throws {
    let bench = try Bench()
    try bench.take(
      "a.csv",
      Papers.invoices(
        "FA-1;A;Client A;05/01/2026;04/02/2026;;;1 200,00;EUR",
        "FA-2;A;Client A;06/01/2026;05/02/2026;;;1 200,00;EUR"))
    try bench.take("b.xml", BooksBankTests.statement(("VIR CLIENT A", "1200.00")))
    try bench.desk.allocate(
      line: try bench.line("VIR CLIENT A"),
      to: [.init(document: try bench.document("FA-2"), amount: Money(cents: 1200_00))])
    let report = try bench.books(BooksPaper.paid)
    #expect(try bench.standing() == ["FA-1 1200.00"])
    #expect(
      report.files[0].notes.map(\.french.plain).contains {
        $0.hasPrefix("lignes décidées par une personne")
      })
  }

  @Test func twoCustomersWithOneAmountKeepTheirOwnLines() throws {
    let bench = try Bench()
    let rows = """
      VE 1 20260105 411000 A FA-1 500,00 0,00 A
      VE 1 20260105 706000 - FA-1 0,00 500,00
      VE 2 20260105 411000 B FB-1 500,00 0,00 B
      VE 2 20260105 706000 - FB-1 0,00 500,00
      BQ 3 20260203 512000 - R1 500,00 0,00
      BQ 3 20260203 411000 A R1 0,00 500,00 A
      BQ 4 20260203 512000 - R2 500,00 0,00
      BQ 4 20260203 411000 B R2 0,00 500,00 B
      """
    let statement = """
      Date;Libellé;Contrepartie;Montant
      02/02/2026;VIREMENT 1;CLIENT B;500,00
      02/02/2026;VIREMENT 2;CLIENT A;500,00
      """
    try bench.take("b.csv", statement)
    try bench.books(rows)
    let first = try bench.line("VIREMENT 1")
    let paid = try bench.desk.store.read { reader in
      try reader.allocations(ofLine: first).compactMap { $0.1.document }
        .compactMap { try reader.number(of: $0) }
    }
    #expect(paid == ["FB-1"])
    #expect(try bench.standing().isEmpty && bench.openLines().isEmpty)
  }

  @Test func moneyOfNoCustomerLeavesTheListOfLines() throws {
    let bench = try Bench()
    try bench.take(
      "b.xml", BooksBankTests.statement(("REMB TVA", "900.00"), ("REMISE CHEQUES", "80.00")))
    try bench.books(
      """
      BQ 2 20260203 512000 - R1 900,00 0,00
      BQ 2 20260203 445670 - R1 0,00 900,00
      CH 3 20260201 511200 - C1 80,00 0,00
      CH 3 20260201 411000 B C1 0,00 80,00
      BQ 4 20260203 512000 - C2 80,00 0,00
      BQ 4 20260203 511200 - C2 0,00 80,00
      """)
    #expect(try bench.openLines().isEmpty)
    #expect(try bench.standing() == ["B: -80.00"])
    #expect(try bench.desk.verify().isSound)
  }
}
