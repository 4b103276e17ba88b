import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// The story of an invoice on a past day: what was known then, what is known only since, and what
/// the book knows no more.
@Suite struct ExplainTests {
  /// Asked by telephone on 27 July, disputed on 28 September, paid in part on 2 November.
  private func lived() throws -> Bench {
    let bench = try Bench(today: Day(2026, 7, 6))
    try bench.take("factures.csv", Papers.three)
    bench.setToday(Day(2026, 7, 27))
    try bench.take("juillet.csv", Papers.bank(("24/07/2026", "VIR DIVERS", "1,00")))
    let invoice = try bench.document("FA-2026-0001")
    try bench.desk.recordContact(
      try bench.customer("Aubois"),
      Reminder(level: "reminder", channel: .call, documents: [invoice], note: ""))
    bench.setToday(Day(2026, 9, 28))
    try bench.take("septembre.csv", Papers.bank(("25/09/2026", "VIR AUTRE", "2,00")))
    try bench.desk.dispute(invoice, amount: nil, reason: "manquants")
    bench.setToday(Day(2026, 11, 2))
    try bench.take(
      "novembre.csv", Papers.bank(("30/10/2026", "VIR AUBOIS SARL FA-2026-0001", "1200,00")))
    return bench
  }

  private func told(
    _ bench: Bench, on day: Day, in language: Customer.Language = .french
  ) throws -> [String] {
    let story = try #require(try bench.desk.story(of: try bench.document("FA-2026-0001"), on: day))
    return story.chapters(in: language).flatMap { ["# " + $0.title] + $0.lines }
      .map { $0.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") }
  }

  @Test func aPastDayIsToldWithWhatWasKnownThen() throws {
    let story = try told(try lived(), on: Day(2026, 7, 27))
    #expect(
      story == [
        "# La facture",
        "Aubois SARL, FA-2026-0001 du 05/06/2026, 1 200,00 €",
        "reste dû 1 200,00 €, échéance le 05/07/2026, 22 jours de retard",
        "1 200,00 €  reste dû à l’échéance",
        "8,97 €  1 200,00 € × 12,40 % × 22/365",
        "40,00 €  une fois par facture payée en retard",
        "# Le scénario",
        "Scénario courant, tel que livré : tous les autres clients",
        "profil de payeur ce jour-là : encore inconnu",
        "# Ce qui a été fait",
        "27/07/2026 · relance, appel",
        "# Ce qui retient",
        "rien",
        "# La décision",
        "relancée ce jour-là : relance, appel",
        "1 200,00 € à rappeler, sans pénalités à ce stade ; "
          + "la plus ancienne facture, FA-2026-0001, a 22 jours de retard",
        "échéance le 05/07/2026, étape ouverte depuis le 08/07/2026 ; aucun contact",
        "rappel courtois : premier contact sur cette facture",
        "# La suite",
        "le 03/08/2026 si rien ne change : relance ferme, e-mail",
        "# Ce que le livre ne sait plus",
        "les pénalités sont comptées avec le taux contractuel réglé aujourd’hui : les "
          + "réglages d’alors ne sont pas gardés",
        "parmi les règlements que le programme croyait de ce client, seuls ceux qui "
          + "attendent encore une décision sont vus",
      ])
  }

  @Test func theDisputeIsToldFromItsDayOn() throws {
    let bench = try lived()
    #expect(try !told(bench, on: Day(2026, 9, 27)).joined().contains("manquants"))
    let after = try told(bench, on: Day(2026, 9, 29), in: .english)
    #expect(
      after == [
        "# The invoice",
        "Aubois SARL, FA-2026-0001 of 5 June 2026, €1,200.00",
        "balance €1,200.00, due on 5 July 2026, 86 days late",
        "# The plan",
        "Disputing payers, as delivered: profile disputing",
        "payer profile on that day: disputing",
        "# What was done",
        "27 July 2026 · reminder, call",
        "# What stands in the way",
        "disputed since 28 September 2026: manquants; ends when you lift the dispute, or "
          + "with a credit note",
        "# The decision",
        "not asked for this invoice: disputed since 28 September 2026: manquants",
        "# What comes next",
        "nothing for this invoice as long as that holds it",
        "# What the book knows no more",
        "interest is reckoned with the contract rate set today: the settings of then are "
          + "not kept",
        "of the payments that the program took for this customer's, only those that "
          + "still wait for a decision are seen",
      ])
  }

  @Test func aDayBeforeTheBookKnewSaysSo() throws {
    let bench = try lived()
    let invoice = try bench.document("FA-2026-0001")
    let refusal = #expect(throws: StoryRefusal.self) {
      try bench.desk.story(of: invoice, on: Day(2026, 6, 20))
    }
    #expect(
      refusal?.words.french
        == "Le 20/06/2026, le livre ne connaissait pas encore FA-2026-0001 : elle y est depuis le "
        + "06/07/2026.")
  }

  @Test func todayForgetsNothing() throws {
    let bench = try lived()
    let today = try told(bench, on: bench.today)
    #expect(!today.contains("# Ce que le livre ne sait plus"))
    #expect(try told(bench, on: bench.today.previousDay).contains("# Ce que le livre ne sait plus"))
  }
}
