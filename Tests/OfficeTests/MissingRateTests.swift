import Claims
import Correspondence
import CreditPolicy
import Dunning
import Foundation
import Law
import Ledger
import Office
import Quantities
import Testing

/// R2.4: a half-year whose rate is not published refuses interest, and says so; the rest goes on.
@Suite("A rate not published yet, R2.4")
struct MissingRateTests {
  private static let january = Day(2027, 1, 25)

  private func desk() throws -> Desk {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "missing-rate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let desk = try Desk(
      book: folder.appendingPathComponent("b.encaisse").path, creates: true,
      clock: { MissingRateTests.january })
    let invoices = folder.appendingPathComponent("factures.csv")
    try """
    N° facture;Date facture;Échéance;Code client;Client;Montant TTC
    F-1;01/11/2026;30/11/2026;C1;Dupont SARL;1000,00

    """.write(to: invoices, atomically: true, encoding: .utf8)
    let report = try desk.importFiles([invoices.path])
    #expect(report.invoices == 1)
    return desk
  }

  @Test func theClaimHoldsNoInterestUntilTheRateIsKnown() throws {
    let desk = try desk()
    let customer = try #require(try desk.customers(matching: "Dupont").first)
    let before = try #require(try desk.customerFile(customer.id))
    #expect(before.missingRate?.half == HalfYear(2027, 1))
    #expect(before.claims[0].interest == .zero)
    #expect(before.claims[0].principal == Money(cents: 1_000_00))
    #expect(before.claims[0].compensation == Money(cents: 40_00))
    #expect(try desk.dayList().missingRate?.half == HalfYear(2027, 1))
    #expect(throws: (any Error).self) { try desk.letters(.firm, to: customer.id) }
    #expect(try !desk.letters(.courtesy, to: customer.id).isEmpty)

    let rows = try desk.addRates("ecb_mro,2027-01-01,2.65,BCE, décision du 17/12/2026")
    #expect(rows.count == 1)
    let after = try #require(try desk.customerFile(customer.id))
    #expect(after.missingRate == nil)
    // 31 days of December at 12.40 %, 25 of January at 12.65 %: 10.53 + 8.66.
    #expect(after.claims[0].interest == Money(cents: 19_19))
    #expect(try desk.dayList().missingRate == nil)
    #expect(try !desk.letters(.firm, to: customer.id).isEmpty)
  }

  @Test func theRunWritesToWhomNoRateIsNeeded() throws {
    let bench = try Bench(today: MissingRateTests.january)
    try bench.take(
      "clients.csv",
      """
      Code;Nom;Adresse;Code postal;Ville;Email
      C1;Aubois SARL;2 rue Basse;69001;Lyon;compta@aubois.example
      C2;Brunel SAS;1 rue Haute;69001;Lyon;compta@brunel.example

      """)
    try bench.take(
      "factures.csv",
      Papers.invoices(
        "F-1;C1;Aubois SARL;01/11/2026;30/11/2026;500,00;100,00;600,00;EUR",
        "F-2;C2;Brunel SAS;20/12/2026;19/01/2027;500,00;100,00;600,00;EUR"))
    try bench.take("banque.csv", Papers.bank(("22/01/2027", "AUTRE CHOSE", "1,00")))
    let interest = DunningLevel(.firm, delayInDays: 3, tone: .firm)
    var prompt = DunningPlan(key: "prompt", levels: [interest])
    prompt.audience.customers = [try bench.customer("Aubois")]
    let version = try bench.desk.save(prompt, note: "")
    try bench.desk.activate("prompt", version: version, note: "")

    let report = try bench.desk.dunningRun()
    #expect(report.toConfirm + report.automatic == 1)
    #expect(report.withheld == 1 && report.withheldFrom == ["Aubois SARL"])
    #expect(report.missingRate?.half == HalfYear(2027, 1))
    _ = try bench.desk.addRates("ecb_mro,2027-01-01,2.65,BCE, décision du 17/12/2026")
    let next = try bench.desk.dunningRun()
    #expect(next.toConfirm + next.automatic == 1 && next.known == 0 && next.withheld == 0)
  }

  @Test func aRowThatCannotBeReadAddsNothing() throws {
    let desk = try desk()
    #expect(throws: DeskRefusal.self) { try desk.addRates("ecb_mro,2027-01-01,beaucoup,BCE") }
    #expect(throws: DeskRefusal.self) { try desk.addRates("") }
    #expect(try desk.dayList().missingRate != nil)
  }
}
