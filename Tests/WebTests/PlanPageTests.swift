import Dunning
import Foundation
import Ledger
import Office
import Quantities
import Testing

/// Plans made, changed, put in force and undone on their pages; holds recorded on a customer's.
@Suite struct PlanPageTests {
  /// The fields of a plan's page as a browser would send them back.
  static func fields(of plan: DunningPlan) -> [(String, String)] {
    var fields: [(String, String)] = []
    for (place, level) in plan.levels.enumerated() {
      func add(_ part: String, _ value: String) { fields.append(("etape-\(place)-\(part)", value)) }
      add("cle", level.key)
      add("jour", String(level.delayInDays))
      add("nom", level.name.rawValue)
      add("canal", level.channel.rawValue)
      add("ton", level.tone.rawValue)
      add("role", level.role.rawValue)
      add("mode", level.mode.rawValue)
      add("minimum", "")
      if level.isWithCall { add("appel", "1") }
      if level.asksAccessories { add("accessoires", "1") }
    }
    return fields + [
      ("titre", plan.title), ("nature", ""), ("doit", ""), ("clients", ""), ("profil", ""),
      ("ecart", "7"), ("semaine", "2"), ("relances", "2"), ("minimum", "15,00"),
      ("minimum-avant", "1 000,00"), ("heures", "8:00–19:00"), ("note", "essai"),
    ]
  }

  private func changed(_ name: String, _ value: String) -> [(String, String)] {
    Self.fields(of: .standard).map { $0.0 == name ? (name, value) : $0 }
  }

  @Test func aMistypedPlanKeepsItsOtherChanges() async throws {
    let site = try Site()
    var fields = changed("etape-2-jour", "12").map {
      $0.0 == "heures" ? ("heures", "25:00") : $0
    }
    fields.append(("retour", "/scenarios/standard"))
    let answer = try await site.post("/scenarios/standard", fields)
    #expect(answer.status == 400 && answer.text.contains("8:30–18:00"))
    #expect(answer.text.contains("value=\"25:00\"") && answer.text.contains("value=\"12\""))
  }

  @Test func aVersionIsSavedPutInForceAndUndone() async throws {
    let site = try Site()
    let saved = try await site.post("/scenarios/standard", changed("etape-2-jour", "12"))
    #expect(saved.status == 303)
    #expect(saved.location == "/scenarios/standard?version=1&fait=scenario")
    #expect(try site.desk.planShelf().book == .house)
    let page = try await site.get("/scenarios/standard?version=1&lang=fr").text
    #expect(page.contains("Étape déplacée") && page.contains("de J+10 à J+12"))
    let active = try await site.post("/scenarios/standard/activer", [("version", "1")])
    #expect(active.status == 303)
    #expect(try site.desk.planShelf().book.plans.last?.version == 1)
    // Twice is once.
    _ = try await site.post("/scenarios/standard/activer", [("version", "1")])
    #expect(try site.desk.planShelf().record("standard")?.activations.count == 1)
    _ = try await site.post("/scenarios/standard/retablir", [])
    #expect(try site.desk.planShelf().book == .house)
    let same = try await site.post("/scenarios/standard", changed("etape-2-jour", "12"))
    #expect(same.location.contains("version=1"))
  }

  @Test func theDaysOfEachChannelAreChosen() async throws {
    let site = try Site()
    let chosen = [("jours-letter", "saturdays"), ("jours-call", "workingDays")]
    let saved = try await site.post(
      "/scenarios/standard", Self.fields(of: .standard) + chosen)
    #expect(saved.status == 303)
    let plan = try site.desk.planShelf().record("standard")?.newest
    #expect(plan?.days == [.letter: .saturdays])
    let page = try await site.get("/scenarios/standard?version=1&lang=fr").text
    #expect(page.contains("samedis aussi"))
    let odd = try await site.post(
      "/scenarios/standard", Self.fields(of: .standard) + [("jours-letter", "sometimes")])
    #expect(odd.status == 400)
  }

  @Test func aFaultIsSaidAndNothingIsSaved() async throws {
    let site = try Site()
    let fault = try await site.post("/scenarios/standard?lang=fr", changed("etape-4-jour", "2"))
    #expect(fault.status == 422)
    #expect(fault.text.contains("une mise en demeure vient après 2 relance"))
    let typo = try await site.post("/scenarios/standard?lang=fr", changed("ecart", "sept"))
    #expect(typo.status == 400)
    #expect(typo.text.contains("« sept »"))
    for name in ["etape-1-canal", "etape-1-nom", "heures", "doit"] {
      #expect(try await site.post("/scenarios/standard", changed(name, "§")).status == 400)
    }
    #expect(try site.desk.planShelf().record("standard")?.versions.isEmpty == true)
  }

  @Test func stepsAreAddedAndRemoved() async throws {
    let site = try Site()
    var fields = Self.fields(of: .standard)
    fields += [
      ("etape-0-retirer", "1"), ("etape-5-jour", "15"), ("etape-5-nom", "reminder"),
      ("etape-5-canal", "call"), ("etape-5-ton", "factual"), ("etape-5-role", "approver"),
      ("etape-5-mode", "manual"), ("etape-5-minimum", "500,00"),
    ]
    #expect(try await site.post("/scenarios/standard", fields).status == 303)
    let plan = try #require(try site.desk.planShelf().record("standard")?.newest)
    #expect(
      plan.levels.map(\.key) == ["courtesy", "reminder", "reminder-2", "firm", "formalNotice"])
    #expect(plan.level("reminder-2")?.minimumAmount == Money(cents: 500_00))
    #expect(plan.level("reminder-2")?.role == .approver)
  }

  @Test func aPlanForNamedCustomersGoesBeforeTheOthers() async throws {
    let site = try Site()
    let made = try await site.post("/scenarios", [("titre", "Clé & Été"), ("modele", "standard")])
    #expect(made.location == "/scenarios/cle-ete?fait=scenario")
    let twice = try await site.post("/scenarios", [("titre", "Clé, été"), ("modele", "standard")])
    #expect(twice.location == "/scenarios/cle-ete-2?fait=scenario")
    var plan = try #require(try site.desk.planShelf().record("cle-ete")?.newest)
    plan.title = "Pour un seul"
    let fields = Self.fields(of: plan).map { $0.0 == "clients" ? ($0.0, "C2") : $0 }
    let saved = try await site.post("/scenarios/cle-ete", fields)
    #expect(saved.status == 303)
    _ = try await site.post("/scenarios/cle-ete/activer", [("version", "2")])
    let customer = try site.customer("C2")
    #expect(try site.desk.findings(about: customer).map(\.plan.key) == ["cle-ete"])
    #expect(
      try site.desk.findings(about: try site.customer("C3")).allSatisfy { $0.plan.version == 0 })
    let page = try await site.get("/scenarios/cle-ete/simulation?version=2&lang=fr")
    #expect(page.status == 200)
    #expect(page.text.contains("Les 30 jours à venir"))
  }

  @Test func silenceIsKeptAndExplained() async throws {
    let site = try Site()
    let id = try site.customer("C2").raw
    let invoice = try site.document("INV-3").raw
    let why = try await site.get("/factures/\(invoice)/pourquoi?lang=fr")
    #expect(why.status == 200)
    let early = try await site.get("/factures/\(invoice)/pourquoi?au=2026-01-05")
    #expect(early.status == 404)
    _ = try await site.post(
      "/factures/\(invoice)/attente", [("jour", "2026-12-24"), ("raison", "geste <b>")])
    let held = try await site.get("/pas-aujourdhui?lang=fr").text
    #expect(held.contains("geste &lt;b&gt;") && held.contains("Prend fin le 24/12/2026"))
    let stop = try await site.post(
      "/clients/\(id)/arret", [("motif", "askedToStop"), ("raison", "lettre du 3")])
    #expect(stop.status == 303)
    #expect(try await site.get("/pas-aujourdhui?lang=fr").text.contains("lettre du 3"))
    let empty = try await site.post("/clients/\(id)/arret", [("motif", "inCourt"), ("raison", "")])
    #expect(empty.status == 400)
    let wrong = try await site.post(
      "/clients/\(id)/interlocuteur", [("role", "approver"), ("nom", "Zoé"), ("mel", "zoe")])
    #expect(wrong.status == 400)
    _ = try await site.post(
      "/clients/\(id)/interlocuteur",
      [("role", "approver"), ("nom", "Zoé"), ("mel", "zoe@plain.example"), ("tel", "")])
    #expect(try await site.get("/clients/\(id)").text.contains("zoe@plain.example"))
    _ = try await site.post(
      "/clients/\(id)/adresse",
      [("canal", "email"), ("adresse", "pay@plain.example"), ("raison", "550")])
    let account = try #require(
      try site.desk.customerFile(CustomerID(id))?.accounts.first)
    #expect(account.addresses.faults.map(\.fact.address) == ["pay@plain.example"])
    let found = account.addresses.recipient(
      of: account.customer, for: .approver, by: .email, on: Site.today)
    #expect(found?.address == "zoe@plain.example")
    #expect(
      account.addresses.recipient(
        of: account.customer, for: .payables, by: .email, on: Site.today) == nil)
  }
}
