import Claims
import Dunning
import Foundation
import Ledger
import Office
import Quantities
import Testing

/// What the pages of calls, promises, disputes and plans refuse, tell and keep.
@Suite struct CallPageTests {
  private static func outcome(_ more: [(String, String)]) -> [(String, String)] {
    [("devise", "EUR"), ("liste", "tous"), ("passes", ""), ("mots", "")] + more
  }

  private func hidden(_ name: String, in page: String) throws -> String {
    let start = try #require(page.range(of: "name=\"\(name)\" value=\"")?.upperBound)
    return String(page[start...].prefix { $0 != "\"" })
  }

  @Test func customersWithoutANumberAreShownApart() async throws {
    let site = try Site()
    let hostile = try site.customer("Fils")
    let page = try await site.get("/appels?liste=tous").text
    #expect(page.contains("Numéro manquant"))
    #expect(page.contains("/appels?fiche=\(hostile.raw)&amp;devise=EUR"))
    #expect(!page.contains("Aucun numéro de téléphone"))
    let sheet = try await site.get("/appels?fiche=\(hostile.raw)&devise=EUR").text
    #expect(sheet.contains("Ce que vous dites") && sheet.contains("Aucun numéro de téléphone"))
  }

  @Test func theSheetSaysWhatTheStepAsksFor() async throws {
    let site = try Site()
    let id = try site.customer("Quiet Works")
    let sheet = try #require(
      try site.desk.callSheet(CallList.Entry(customer: id, currency: .eur)))
    #expect(sheet.amount == sheet.contact?.claiming)
    let page = try await site.get("/appels?fiche=\(id.raw)&devise=EUR").text
    #expect(
      page.contains("pénalités et indemnités") || page.contains("sans pénalités à ce stade"))
    #expect(page.contains("C’est bien ce qui a été dit"))
  }

  @Test func twoBrowsersOnOneCallKeepOneOutcome() async throws {
    let site = try Site()
    let id = try site.customer("Plain Trading")
    let page = try await site.get("/appels?fiche=\(id.raw)&devise=EUR").text
    let seen = try hidden("vu", in: page)
    let fields = Self.outcome([
      ("issue", "promise"), ("montant", "500,00"), ("jour", "2026-12-01"), ("vu", seen),
    ])
    _ = try await site.post("/appels/\(id.raw)/issue", fields)
    let second = try await site.post("/appels/\(id.raw)/issue", fields)
    #expect(second.status == 303 && second.location.contains("deja=1"))
    let told = try await site.get(second.location).text
    #expect(told.contains("Un autre appel à Plain Trading était déjà noté"))
    #expect(told.contains("promesse") && !told.contains("promesse / promise"))
    #expect(try site.desk.followUp(of: id)[0].promises.count == 1)
  }

  @Test func absurdPromisesAreRefusedUntilTicked() async throws {
    let site = try Site()
    let id = try site.customer("Plain Trading")
    for (amount, day) in [("999 999 999,00", "2026-12-01"), ("500,00", "2099-01-01")] {
      let fields = [("issue", "promise"), ("montant", amount), ("jour", day)]
      let call = try await site.post("/appels/\(id.raw)/issue", Self.outcome(fields))
      #expect(call.status == 400 && call.text.contains("C’est bien ce qui a été dit"))
      let form = try await site.post(
        "/clients/\(id.raw)/promesse",
        [("devise", "EUR"), ("montant", amount), ("jour", day), ("mots", "")])
      #expect(form.status == 400)
    }
    let later = try await site.post(
      "/appels/\(id.raw)/issue",
      Self.outcome([("issue", "paid"), ("montant", "500,00"), ("jour", "2026-12-24")]))
    #expect(later.status == 400)
    let sure = try await site.post(
      "/appels/\(id.raw)/issue",
      Self.outcome([
        ("issue", "promise"), ("montant", "500,00"), ("jour", "2027-06-01"), ("sur", "1"),
      ]))
    #expect(sure.status == 303)
  }

  @Test func saidPaidIsToldAsSuch() async throws {
    let site = try Site()
    let id = try site.customer("Quiet Works")
    let answer = try await site.post(
      "/appels/\(id.raw)/issue",
      Self.outcome([("issue", "paid"), ("montant", "77,70"), ("jour", "2026-11-20")]))
    #expect(try await site.get(answer.location).text.contains("Peut-être ce paiement"))
    let page = try await site.get("/suivi").text
    #expect(page.contains("Disent avoir payé") && page.contains("à vérifier à la banque"))
    #expect(page.contains("Aucune promesse notée"))
    // Less than the oldest invoice: nothing is held back.
    #expect(try !site.desk.findings(about: id).contains { !$0.claim.holds.isEmpty })
  }

  @Test func aPartPromiseSaysWhatItHolds() async throws {
    let site = try Site()
    let id = try site.customer("Plain Trading")
    _ = try await site.post(
      "/clients/\(id.raw)/promesse",
      [("devise", "EUR"), ("montant", "100,00"), ("jour", "2026-12-01"), ("mots", "")])
    let page = try await site.get("/clients/\(id.raw)").text
    #expect(page.contains("Moins que la plus ancienne facture"))
  }

  @Test func aDisputeHasItsCauseItsOwnerAndItsEnd() async throws {
    let site = try Site()
    let document = try site.document("INV-5")
    let form = try await site.get("/factures/\(document.raw)").text
    #expect(form.contains("name=\"motif\"") && form.contains("name=\"suivi\""))
    _ = try await site.post(
      "/factures/\(document.raw)/litige",
      [
        ("motif", "quality"), ("raison", "rayures"), ("montant", "60,00"), ("suivi", "Mme Roy"),
      ])
    let follow = try await site.get("/suivi").text
    #expect(follow.contains("qualité") && follow.contains("Mme Roy"))
    let id = try site.customer("Quiet Works")
    let followed = try site.desk.followUp(of: id).flatMap(\.disputes).first
    let dispute = try #require(followed).dispute.number.raw
    let handed = try await site.post("/litiges/\(dispute)/suivi", [("suivi", "M. Petit")])
    #expect(handed.status == 303)
    #expect(try await site.get("/factures/\(document.raw)").text.contains("suivi par M. Petit"))
    let partial = try await site.post(
      "/litiges/\(dispute)/issue", [("issue", "partial"), ("montant", ""), ("mots", "oui")])
    #expect(partial.status == 400 && partial.text.contains("indiquez le montant reconnu"))
  }

  @Test func aCallIsPutAside() async throws {
    let site = try Site()
    let id = try site.customer("Quiet Works")
    let answer = try await site.post(
      "/appels/\(id.raw)/ecarter", [("devise", "EUR"), ("raison", "en congé")])
    #expect(answer.status == 303)
    let page = try await site.get("/clients/\(id.raw)").text
    #expect(page.contains("appel écarté · en congé"))
  }

  @Test func badFieldsOfAPlanComeBackWithWords() async throws {
    let site = try Site()
    let id = try site.customer("Plain Trading")
    let base = "/clients/\(id.raw)/echeancier?debut=2026-12-01"
    let word = try await site.get(base + "&parts=abc&premier=200,00")
    #expect(word.status == 400 && word.text.contains("n’est pas un nombre de parts"))
    // What was typed is still there.
    #expect(word.text.contains("value=\"200,00\"") && word.text.contains("value=\"abc\""))
    let both = try await site.get(base + "&parts=3&mensualite=500,00")
    #expect(both.status == 400 && both.text.contains("pas les deux"))
    let far = try await site.get("/clients/\(id.raw)/echeancier?debut=2099-12-01&parts=3")
    #expect(far.text.contains("est trop loin") && far.text.contains("notez une promesse"))
    #expect(!far.text.contains("Garder cet échéancier"))
    let first = try await site.get("/clients/\(id.raw)/echeancier")
    #expect(first.status == 200 && first.text.contains("Les échéances"))
  }

  @Test func thePaperOfAKeptPlanIsOnTheCustomersPage() async throws {
    let site = try Site()
    let id = try site.customer("Plain Trading")
    let page = try await site.get("/clients/\(id.raw)/echeancier?parts=2&debut=2026-12-01").text
    let answer = try await site.post(
      "/clients/\(id.raw)/echeancier",
      [("parts", "2"), ("debut", "2026-12-01"), ("total", try hidden("total", in: page))])
    #expect(answer.status == 303)
    let kept = try await site.get(answer.location).text
    let start = try #require(kept.range(of: "/echeanciers/"))
    let address = kept[start.lowerBound...].prefix { $0 != "\"" }
    let paper = try await site.get(String(address))
    #expect(paper.bytes.starts(with: Array("%PDF".utf8)))
  }
}
