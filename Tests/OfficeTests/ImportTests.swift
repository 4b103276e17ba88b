import Claims
import Dunning
import Foundation
import Ledger
import Office
import Quantities
import Reports
import Store
import Testing

/// Files come in once, whatever they are called, and one bad row does not stop the others.
@Suite struct ImportTests {
  @Test func theSameContentChangesNothing() throws {
    let bench = try Bench()
    #expect(try bench.take("a.csv", Papers.three).results == ["taken 3 0 0"])
    let counts = try bench.desk.counts()
    let newest = try bench.desk.store.read { try $0.newestEntry() }
    #expect(try bench.take("a.csv", Papers.three).results == ["taken before"])
    #expect(try bench.take("renommé.csv", Papers.three).results == ["taken before"])
    // Another file with the same invoices: known one by one.
    let known = try bench.take("b.csv", Papers.three.replacing("\n", with: "\r\n"))
    #expect(known.results == ["taken 0 3 0"])
    #expect(known.accepted == 0 && !known.hasFailures)
    #expect(try bench.desk.store.read { try $0.newestEntry() } == newest)
    var after = try bench.desk.counts()
    after.imports = counts.imports
    #expect(after == counts)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func theSameNumberWithAnotherAmountIsRefused() throws {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three)
    let changed = Papers.three.replacing(
      "1 000,00;200,00;1 200,00", with: "1 050,00;210,00;1 260,00"
    )
    .replacing("FA-2026-0002", with: "FA-2026-00022")
    #expect(try bench.take("a.csv", changed).results == ["taken 1 1 1"])
    let rejection = try #require(try bench.desk.rejections(of: 2).first)
    #expect(rejection.found == "FA-2026-0001" && rejection.wanted.contains("FA-2026-0001"))
    #expect(rejection.wanted.contains("05/07/2026") || rejection.wanted.contains("05/06/2026"))
    #expect(try bench.open("FA-2026-0001") == Money(cents: 1200_00))
  }

  @Test func aBadRowIsKeptAndTheMendedFileIsTakenAgain() throws {
    let bench = try Bench()
    let bad = Papers.three.replacing("600,00;EUR", with: "six cents;EUR")
    let report = try bench.take("a.csv", bad)
    #expect(report.results == ["taken 2 0 1"] && report.hasFailures && report.rejected == 1)
    let rejection = try #require(try bench.desk.rejections(of: 1).first)
    #expect(rejection.found.contains("six cents") && rejection.place.contains("3"))
    #expect(rejection.raw.contains("FA-2026-0002"))
    // The same file again says the same; it is not "imported before".
    #expect(try bench.take("a.csv", bad).results == ["taken 0 2 1"])
    #expect(try bench.take("a.csv", Papers.three).results == ["taken 1 2 0"])
    #expect(try bench.desk.counts().invoices == 3)
  }

  @Test func customersComeBeforeInvoicesBeforeTheBank() throws {
    let bench = try Bench()
    try FileManager.default.createDirectory(
      atPath: bench.folder + "/d", withIntermediateDirectories: true)
    try bench.write("d/1.xml", Papers.camt([("VIR FA-2026-0001", "1200.00")], on: "2026-11-20"))
    try bench.write("d/2.csv", Papers.three)
    try bench.write(
      "d/3.csv", "Code client;Nom;SIREN;Email\nC1;Aubois Industries;552100554;a@b.fr\n")
    let report = try bench.desk.importFiles([bench.folder + "/d"])
    #expect(report.files.map(\.name) == ["3.csv", "2.csv", "1.xml"])
    #expect(!report.hasFailures && report.applied == 1)
    #expect(try bench.open("FA-2026-0001") == .zero)
    let customer = try bench.customer("Aubois")
    let party = try #require(try bench.desk.store.read { try $0.customer(customer) }).party
    #expect(party.name == "Aubois Industries" && party.email == "a@b.fr")
  }

  @Test func identityIsLearnedAndASupplierIsRefused() throws {
    let bench = try Bench()
    var other = InvoicePaper(number: "FA-2026-00010")
    other.buyer = ("Dumas SARL", "844696476")
    let received = InvoicePaper(
      number: "X-1", seller: ("Fournisseur SA", "755371747"), buyer: ("Notre Société", "552100554"))
    let paths = [
      try bench.write("1.xml", received.cii), try bench.write("2.xml", InvoicePaper().cii),
      try bench.write("3.xml", other.ubl),
    ]
    let report = try bench.desk.importFiles(paths)
    #expect(report.results == ["taken 0 0 1", "taken 1 0 0", "taken 1 0 0"])
    let firm = try bench.desk.firm()
    #expect(firm.name == "Notre Société SAS" && firm.siren == "552100554" && !firm.isConfirmed)
    let rejection = try #require(try bench.desk.rejections(of: 1).first)
    #expect(rejection.found == "Fournisseur SA")
    #expect(rejection.message.contains("fournisseur") && rejection.message.contains("Réglages"))
    #expect(try bench.desk.counts().invoices == 2)
    // Both invoices are of one customer, found by its SIREN.
    #expect(try bench.desk.counts().customers == 1)
    // Once confirmed, it stays.
    var chosen = firm
    chosen.name = "Notre Société"
    try bench.desk.save(chosen)
    try bench.take("4.xml", InvoicePaper(number: "FA-2026-00011").cii)
    #expect(try bench.desk.firm().name == "Notre Société")
    #expect(try bench.desk.firm().isConfirmed)
  }

  @Test func aDateToComeIsRefused() throws {
    let bench = try Bench()
    let report = try bench.take(
      "a.csv",
      Papers.invoices(
        "FA-2026-0001;C1;Aubois;23/11/2026;23/12/2026;100,00;20,00;120,00;EUR",
        "FA-2026-0002;C1;Aubois;24/11/2026;24/12/2026;100,00;20,00;120,00;EUR",
        "FA-2026-0003;C1;Aubois;20/11/2026;19/11/2026;100,00;20,00;120,00;EUR"))
    #expect(report.results == ["taken 1 0 2"])
    let rejections = try bench.desk.rejections(of: 1)
    #expect(rejections.map(\.found) == ["24/11/2026", "19/11/2026"])
    #expect(rejections[0].wanted.contains("23/11/2026"))
    #expect(rejections[1].field == "échéance")
  }

  @Test func aNegativeInvoiceIsACreditNote() throws {
    let bench = try Bench()
    let report = try bench.take(
      "a.csv",
      Papers.invoices(
        "FA-2026-0001;C1;Aubois;01/10/2026;31/10/2026;100,00;20,00;120,00;EUR",
        "AV-1;C1;Aubois;02/10/2026;02/10/2026;-50,00;-10,00;-60,00;EUR"))
    #expect(report.invoices == 1 && report.creditNotes == 1)
    #expect(try bench.open("AV-1") == Money(cents: -60_00))
    let paper = InvoicePaper(number: "AV-2", type: "381", buyer: ("Aubois", "844696476"))
    #expect(try bench.take("2.xml", paper.cii).creditNotes == 1)
    #expect(try bench.open("AV-2") == Money(cents: -120_00))
  }

  @Test func threeDecimalsAreNotRoundedAway() throws {
    let bench = try Bench()
    let report = try bench.take(
      "a.csv",
      Papers.invoices("FA-2026-0001;C1;Aubois;01/10/2026;31/10/2026;100,00;20,00;120,005;EUR"))
    #expect(report.results == ["taken 0 0 1"])
    #expect(try bench.desk.rejections(of: 1).first?.found == "120,005")
  }

  @Test func currenciesAreKeptApart() throws {
    let bench = try Bench()
    try bench.take(
      "a.csv",
      Papers.invoices(
        "FA-2026-0001;C1;Aubois;01/07/2026;31/07/2026;1000,00;0,00;1000,00;EUR",
        "FA-2026-0002;C1;Aubois;01/07/2026;31/07/2026;500,00;0,00;500,00;USD"))
    try bench.take("b.csv", Papers.bank(("20/11/2026", "VIR AUBOIS FA-2026-0002", "500,00")))
    let usd = try #require(Currency("USD"))
    // Euros do not pay dollars, whatever their words say.
    #expect(try bench.open("FA-2026-0002") == Money(cents: 500_00))
    let aged = try bench.desk.agedBalance()
    #expect(aged[.eur]?.totals.over90 == Money(cents: 1000_00))
    #expect(aged[usd]?.totals.over90 == Money(cents: 500_00))
    let file = try #require(try bench.desk.customerFile(try bench.customer("Aubois")))
    #expect(file.claims.map(\.currency) == [.eur, usd])
    #expect(file.claims.map(\.principal) == [Money(cents: 1000_00), Money(cents: 500_00)])
    let refusal = #expect(throws: DeskRefusal.self) {
      try bench.desk.allocate(
        line: try bench.line("FA-2026-0002"),
        to: [.init(document: try bench.document("FA-2026-0002"), amount: Money(cents: 500_00))])
    }
    #expect(refusal == .otherCurrency(.eur))
  }

  @Test func aCodeThatNobodyBearsIsSaid() throws {
    let bench = try Bench()
    let text =
      "Numéro;Code client;Date;Échéance;Montant TTC\n"
      + "FA-2026-0001;C77;01/10/2026;31/10/2026;120,00\n"
    #expect(try bench.take("a.csv", text).results == ["taken 0 0 1"])
    let rejection = try #require(try bench.desk.rejections(of: 1).first)
    #expect(rejection.found == "C77" && rejection.wanted.contains("fichier des clients"))
    #expect(try bench.desk.counts().customers == 0)
    // The remedy works: the customers, then the same file again.
    try bench.take("c.csv", "Code client;Nom;SIREN\nC77;Septime SARL;552100554\n")
    #expect(try bench.take("a.csv", text).results == ["taken 1 0 0"])
  }
}
