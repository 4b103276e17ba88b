import Foundation
import Ledger
import Office
import Quantities
import Store
import Testing

/// The cheques of one deposit are those of several customers: each part is proposed to its own.
@Suite struct DepositProposalTests {
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.take(
      "f.csv",
      """
      Numéro;Date;Échéance;Client;TTC
      FA-2026-001;10/10/2026;09/11/2026;Alba Fleurs;301,17
      FA-2026-002;10/10/2026;09/11/2026;Brun Traiteur;512,37
      FA-2026-003;11/10/2026;10/11/2026;Cros Optique;64,11
      FA-2026-004;11/10/2026;10/11/2026;Doux Primeurs;118,63
      """)
    try bench.take(
      "r.csv", "Date;Libellé;Débit;Crédit\n13/11/2026;REMISE CHEQUES BORD 0000003 03 CHQ;;877,65\n")
    return bench
  }

  @Test func eachPartNamesWhoseInvoiceItPays() throws {
    let row = try #require(try bench().desk.reconciliation().rows.first)
    #expect(row.parts.map(\.number).sorted() == ["FA-2026-001", "FA-2026-002", "FA-2026-003"])
    let names = row.parts.sorted { $0.number < $1.number }.map(\.customerName)
    #expect(names == ["Alba Fleurs", "Brun Traiteur", "Cros Optique"])
  }

  @Test func acceptedEachPaysItsOwn() throws {
    let bench = try bench()
    let row = try #require(try bench.desk.reconciliation().rows.first)
    try bench.desk.accept(line: row.line)
    #expect(try bench.standing() == ["FA-2026-004 118.63"])
    #expect(try bench.desk.verify().isSound)
  }
}
