import Foundation
import Ledger
import Office
import Quantities
import Store
import Testing

/// `explain` on the very day of a reminder, of a settled invoice, and of one that is held alone.
@Suite struct ExplainDayTests {
  private static let customers = """
    Code;Nom;Adresse;Code postal;Ville;Email
    C2;Brunel SAS;1 rue Haute;69001;Lyon;compta@brunel.example

    """

  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.take("clients.csv", Self.customers)
    try bench.take("factures.csv", Papers.three)
    try bench.take(
      "autres.csv",
      Papers.invoices(
        "FA-2026-0009;C2;Brunel SAS;10/09/2026;10/10/2026;100,00;20,00;120,00;EUR"))
    try bench.take("banque.csv", Papers.bank(("22/11/2026", "AUTRE CHOSE", "1,00")))
    return bench
  }

  private func told(_ bench: Bench, _ number: String, on day: Day? = nil) throws -> [String] {
    let story = try #require(try bench.desk.story(of: try bench.document(number), on: day))
    return story.chapters(in: .french).filter { ["La décision", "La suite"].contains($0.title) }
      .flatMap(\.lines)
      .map { $0.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") }
  }

  private func message(_ bench: Bench) throws -> OutboxMessage {
    try #require(try bench.desk.store.read { try $0.messages() }.first)
  }

  @Test func theDayOfAReminderSaysSoWithItsMessageAndState() throws {
    let bench = try bench()
    _ = try bench.desk.dunningRun()
    let subject = try message(bench).message.subject.replacing("\u{A0}", with: " ")
    let first = try #require(try told(bench, "FA-2026-0002").first)
    #expect(
      first == "relance préparée ce jour-là : rappel courtois, e-mail, « \(subject) », préparée, "
        + "elle attend votre accord")
    // The reasons of that day are still told, not those of the day after.
    #expect(try !told(bench, "FA-2026-0002").contains { $0.hasPrefix("pas de relance") })
    try bench.desk.cancel(try message(bench).number, because: "je l’appelle")
    #expect(
      try told(bench, "FA-2026-0002")[0].hasSuffix("annulée avant de partir (je l’appelle)"))
  }

  @Test func aSettledInvoiceHasNoNextStepOfItsOwn() throws {
    let bench = try bench()
    try bench.take(
      "regle.csv", Papers.bank(("23/11/2026", "VIR BRUNEL SAS FA-2026-0002", "600,00")))
    let story = try told(bench, "FA-2026-0002")
    #expect(story.first == "rien à demander, elle est soldée")
    #expect(story.contains("rien : elle est soldée"), "\(story)")
    #expect(story.contains { $0.hasPrefix("les autres factures du client : le ") }, "\(story)")
  }

  @Test func aDisputedInvoiceIsToldApartFromTheOthers() throws {
    let bench = try bench()
    try bench.desk.dispute(try bench.document("FA-2026-0002"), amount: nil, reason: "manquants")
    let story = try told(bench, "FA-2026-0002")
    #expect(
      story[0]
        == "pas de relance pour cette facture : litige ouvert depuis le 23/11/2026 : manquants")
    #expect(story.contains("le client est relancé ce jour-là, mais pas pour cette facture"))
    #expect(story.contains("rien pour cette facture tant que cela la retient"), "\(story)")
  }

  @Test func aDayToComeIsRefused() throws {
    let bench = try bench()
    let refusal = #expect(throws: StoryRefusal.self) {
      try bench.desk.story(of: try bench.document("FA-2026-0002"), on: Day(2030, 1, 1))
    }
    #expect(refusal == .ahead(Day(2030, 1, 1)))
  }
}
