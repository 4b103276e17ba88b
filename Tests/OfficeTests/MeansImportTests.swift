import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// By what a customer usually pays, from the customer file of the accounting program.
@Suite struct MeansImportTests {
  private func means(_ bench: Bench, of name: String = "Aubois") throws -> PaymentMeans? {
    let id = try bench.customer(name)
    return try bench.desk.store.read { try $0.customer(id)?.party.means }
  }

  private static let header = "Code client;Raison sociale;Ville;Mode de règlement\n"

  @Test func onlyAnotherValueReplacesIt() throws {
    let bench = try Bench()
    let first = MeansImportTests.header + "C1;Aubois SARL;Nantes;Virement\n"
    try bench.take("clients.csv", first)
    #expect(try means(bench) == .transfer)
    // A file without the column, an empty cell, and words that say nothing leave it.
    try bench.take("a.csv", "Code client;Raison sociale;Ville\nC1;Aubois SARL;Rezé\n")
    #expect(try means(bench) == .transfer)
    try bench.take("b.csv", MeansImportTests.header + "C1;Aubois SARL;Rezé;\n")
    #expect(try means(bench) == .transfer)
    let unclear = try bench.take("c.csv", MeansImportTests.header + "C1;Aubois SARL;Rezé;Troc\n")
    #expect(try means(bench) == .transfer)
    #expect(unclear.files.flatMap(\.notes).contains { $0.french.contains("Troc") })
    #expect(unclear.results == ["taken 0 1 0"])
    // Neither does an invoice, which knows nothing of it.
    try bench.take(
      "factures.csv",
      "N° facture;Date facture;Code client;Nom client;Montant TTC;Échéance;Mode de règlement\n"
        + "F1;01/10/2026;C1;Aubois SARL;120,00;31/10/2026;Chèque\n")
    #expect(try means(bench) == .transfer)
    // Another value takes its place, even where the file holds nothing else.
    try bench.take("d.csv", "Code client;Mode de règlement\nC1;PRLV\n")
    #expect(try means(bench) == .directDebit)
    // The same again changes nothing.
    let again = try bench.take("e.csv", MeansImportTests.header + "C1;Aubois SARL;Rezé;SDD\n")
    #expect(again.results == ["taken 0 1 0"])
    #expect(try bench.desk.store.read { try $0.verify() }.isSound)
  }

  /// What an import told goes with it; what was known before is known again.
  @Test func undoingTheImportTakesItBack() throws {
    let bench = try Bench()
    try bench.take("clients.csv", MeansImportTests.header + "C1;Aubois SARL;Nantes;CHQ\n")
    try bench.take("suite.csv", MeansImportTests.header + "C1;Aubois SARL;Rezé;LCR\n")
    #expect(try means(bench) == .bill)
    let id = try bench.customer("Aubois")
    _ = try bench.desk.undoImport(2)
    #expect(try means(bench) == .cheque)
    let party = try bench.desk.store.read { try $0.customer(id)?.party }
    #expect(party?.city == "Nantes" && party?.code == "C1")
    #expect(try bench.desk.store.read { try $0.verify() }.isSound)
  }
}
