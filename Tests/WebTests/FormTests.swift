import Claims
import Foundation
import HTTPTypes
import Ledger
import Office
import Quantities
import Store
import Testing

/// What a person decides on a page is in the book afterwards, and nobody else can decide it.
@Suite struct FormTests {
  private func facts(_ site: Site, _ words: String) throws -> [Fact] {
    try site.desk.customerFile(try site.customer(words))?.timeline.map(\.fact) ?? []
  }

  @Test func aContactIsRecorded() async throws {
    let site = try Site()
    let id = try site.customer("C2")
    let answer = try await site.post(
      "/clients/\(id.raw)/contact",
      [("niveau", "courtesy"), ("canal", "call"), ("note", "rappellera"), ("retour", "/clients")])
    #expect(answer.status == 303)
    #expect(answer.location == "/clients?fait=contact")
    let reminders = try facts(site, "C2").compactMap { fact -> Reminder? in
      if case .reminder(let reminder) = fact { reminder } else { nil }
    }
    #expect(reminders.map(\.level) == ["courtesy"])
    #expect(reminders.first?.channel == .call)
    #expect(reminders.first?.documents == [try site.document("INV-3")])
    let list = try await site.get("/").text
    #expect(!list.contains("/clients/\(id.raw)/contact"))
  }

  @Test func aPromiseASnoozeAndADisputeHoldTheCustomer() async throws {
    let site = try Site()
    let id = try site.customer("C2").raw
    // The 1 000 of the bank is taken first: the promise is of all that is left.
    #expect(try await site.acceptPayment(of: "INV-3").status == 303)
    let promise = try await site.post(
      "/clients/\(id)/promesse",
      [("montant", "1 400,00 €"), ("devise", "EUR"), ("jour", "2026-11-30"), ("mots", "juré")])
    #expect(promise.status == 303)
    #expect(try await site.get("/pas-aujourdhui").text.contains("Promesse de 1\u{202F}400,00"))
    let hostile = try site.customer("854120870").raw
    let snooze = try await site.post(
      "/clients/\(hostile)/attente", [("jour", "30/11/2026"), ("raison", "congés <b>")])
    #expect(snooze.status == 303)
    #expect(try await site.get("/pas-aujourdhui").text.contains("congés &lt;b&gt;"))
    let invoice = try site.document("INV-5")
    let dispute = try await site.post(
      "/factures/\(invoice.raw)/litige", [("raison", "pièce manquante"), ("montant", "")])
    #expect(dispute.status == 303)
    #expect(try site.desk.documentFile(invoice)?.disputes.count == 1)
    #expect(try await site.get("/factures/\(invoice.raw)").text.contains("pièce manquante"))
  }

  @Test func anInsolvencyStopsEverything() async throws {
    let site = try Site()
    let id = try site.customer("C2").raw
    let ahead = try await site.post(
      "/clients/\(id)/procedure",
      [("nature", "liquidation"), ("jour", "2027-01-04"), ("source", "BODACC")])
    #expect(ahead.status == 400)
    let unsourced = try await site.post(
      "/clients/\(id)/procedure", [("nature", "liquidation"), ("jour", "2026-11-02")])
    #expect(unsourced.status == 400)
    let answer = try await site.post(
      "/clients/\(id)/procedure",
      [("nature", "liquidation"), ("jour", "2026-11-02"), ("source", "BODACC n° 12")])
    #expect(answer.status == 303)
    let claim = try #require(try site.desk.customerFile(CustomerID(id))?.claims.first)
    #expect(claim.holds.contains { if case .insolvent = $0 { true } else { false } })
    #expect(claim.lines.compactMap(\.segment).allSatisfy { $0.days.last < Day(2026, 11, 2) })
    #expect(!(try await site.get("/").text.contains("/clients/\(id)/contact")))
  }

  @Test func aWaiverTakesTheAccessoriesAwayAndCanBeUndone() async throws {
    let site = try Site()
    let invoice = try site.document("INV-5")
    func compensation() throws -> Money? {
      try site.desk.documentFile(invoice)?.open?.compensation
    }
    #expect(try compensation() == Money(cents: 4000))
    let answer = try await site.post(
      "/factures/\(invoice.raw)/remise",
      [("penalites", "1"), ("indemnite", "1"), ("raison", "bon client")])
    #expect(answer.status == 303)
    #expect(try compensation() == .zero)
    let waiver = try #require(try site.desk.documentFile(invoice)?.waivers.first)
    let undo = try await site.post(
      "/ecritures/\(waiver.number.raw)/annuler", [("raison", "erreur")])
    #expect(undo.status == 303)
    #expect(try compensation() == Money(cents: 4000))
  }

  @Test func aBankLineIsSplitUndoneAndSetAside() async throws {
    let site = try Site()
    let rows = try site.desk.reconciliation().rows
    let unknown = try #require(rows.first { $0.open == Money(cents: 7770) })
    let invoice = try site.document("INV-5")
    let split = try await site.post(
      "/rapprochement/\(unknown.line.raw)/imputer",
      [
        ("client", "\(try site.customer("C3").raw)"), ("piece-\(invoice.raw)", "70,00"),
        ("en-compte", "7,70"),
      ])
    #expect(split.status == 303)
    #expect(try site.desk.documentFile(invoice)?.item.open == Money(cents: 29000))
    #expect(try site.desk.reconciliation(of: unknown.line) == nil)
    let movement = try #require(try site.desk.documentFile(invoice)?.payments.first?.movement)
    let undo = try await site.post(
      "/ecritures/\(movement.number.raw)/annuler", [("raison", "mauvais client")])
    #expect(undo.status == 303)
    #expect(try site.desk.documentFile(invoice)?.item.open == Money(cents: 36000))
    let other = try #require(rows.first { $0.open == Money(cents: 1234) })
    let aside = try await site.post(
      "/rapprochement/\(other.line.raw)/ecarter", [("raison", "remboursement")])
    #expect(aside.status == 303)
    #expect(try site.desk.reconciliation(of: other.line) == nil)
    #expect(try site.desk.verify().isSound)
  }

  @Test func theFirmIsConfirmed() async throws {
    let site = try Site()
    let wrong = try await site.post("/reglages", [("nom", "Ma Société"), ("iban", "FR7612345")])
    #expect(wrong.status == 400)
    #expect(try !site.desk.firm().isConfirmed)
    let right = try await site.post(
      "/reglages",
      [
        ("nom", "Ma Société"), ("iban", "FR76 3000 6000 0112 3456 7890 189"), ("taux", "12,5 %"),
        ("signataire", "Ada"),
      ])
    #expect(right.status == 303)
    let firm = try site.desk.firm()
    #expect(firm.isConfirmed && firm.name == "Ma Société" && firm.contractRate == "12.5")
    #expect(firm.iban == "FR7630006000011234567890189")
    let letter = try await site.get("/clients/\(try site.customer("C2").raw)/courriers/reminder")
    #expect(letter.text.contains("FR76\u{A0}3000\u{A0}6000"))
    #expect(letter.text.contains("<svg"))
  }

  @Test(arguments: [
    ("montant", "12,345"), ("montant", "beaucoup"), ("montant", "-5"), ("montant", ""),
    ("jour", "31/02/2027"), ("jour", "2020-01-01"), ("jour", ""), ("devise", "€"),
  ])
  func aMistypedFormIsRefusedAndNothingIsBooked(field: String, value: String) async throws {
    let site = try Site()
    var fields = ["montant": "10,00", "jour": "2026-12-01", "devise": "EUR"]
    fields[field] = value
    let before = try facts(site, "C2").count
    let answer = try await site.post(
      "/clients/\(try site.customer("C2").raw)/promesse", fields.map { ($0.key, $0.value) })
    #expect(answer.status == 400)
    #expect(try facts(site, "C2").count == before)
  }

  @Test func whatIsNotThereCannotBeDecidedAbout() async throws {
    let site = try Site()
    let customer = try site.customer("C2").raw
    let invoice = try site.document("INV-3").raw
    let reason = [("raison", "x")]
    let attempts: [(String, [(String, String)])] = [
      ("/clients/999999/attente", reason + [("jour", "2026-12-01")]),
      ("/clients/999999/contact", [("niveau", "firm"), ("canal", "call")]),
      ("/clients/\(customer)/contact", [("niveau", "menace"), ("canal", "call")]),
      ("/factures/999999/litige", reason), ("/factures/\(customer)/litige", reason),
      ("/factures/\(invoice)/remise", reason),
      ("/ecritures/999999/annuler", reason), ("/ecritures/\(invoice)/annuler", reason),
      ("/ecritures/\(customer)/annuler", reason), ("/rapprochement/999999/accepter", []),
      ("/rapprochement/\(invoice)/ecarter", reason), ("/rapprochement/999999/imputer", []),
      ("/rapprochement/\(invoice)/imputer", [("piece-\(invoice)", "1,00")]),
    ]
    let before = try facts(site, "C2").count
    for (address, fields) in attempts {
      let answer = try await site.post(address, fields)
      #expect([400, 404].contains(answer.status), "\(address): \(answer.status)")
    }
    #expect(try facts(site, "C2").count == before)
    #expect(try site.desk.verify().isSound)
  }

  @Test func whatIsUndoneTwiceIsRefused() async throws {
    let site = try Site()
    let invoice = try site.document("INV-3")
    #expect(try await site.acceptPayment(of: "INV-3").status == 303)
    let movement = try #require(try site.desk.documentFile(invoice)?.payments.first?.movement)
    let address = "/ecritures/\(movement.number.raw)/annuler"
    #expect(try await site.post(address, [("raison", "erreur")]).status == 303)
    #expect([400, 404].contains(try await site.post(address, [("raison", "encore")]).status))
    #expect(try site.desk.documentFile(invoice)?.item.open == Money(cents: 240_000))
    #expect(try site.desk.verify().isSound)
  }

  @Test func aFormFromElsewhereIsRefused() async throws {
    let site = try Site()
    let address = "/clients/\(try site.customer("C2").raw)/attente"
    let fields = [("jour", "2026-12-01"), ("raison", "x")]
    let token = try await site.token()
    let secFetch = HTTPField.Name("Sec-Fetch-Site")!
    let before = try facts(site, "C2").count
    let attempts: [(String?, HTTPFields)] = [
      (nil, [.origin: "http://localhost:8080"]), ("wrong", [:]), ("", [:]),
      (String(token.dropLast()), [:]), (token, [.origin: "http://evil.example"]),
      (token, [.origin: "null"]), (token, [.origin: "http://localhost:9999"]),
      (token, [secFetch: "cross-site"]), (token, [secFetch: "same-site"]),
    ]
    for (token, headers) in attempts {
      let answer = try await site.post(address, fields, token: token, headers: headers)
      #expect(answer.status == 403, "\(token ?? "none") \(headers)")
    }
    #expect(try facts(site, "C2").count == before)
    let ours = try await site.post(
      address, fields, token: token, headers: [secFetch: "same-origin"])
    #expect(ours.status == 303)
  }

  @Test func aNameThatLeadsHereIsNotAnswered() async throws {
    let site = try Site()
    for host in ["evil.example", "evil.example:8080", "localhost.evil.example"] {
      #expect(try await site.ask(.get, "/", [:], [], host: host).status == 421, "\(host)")
    }
    for host in ["127.0.0.1:8080", "[::1]:8080", "localhost"] {
      #expect(try await site.ask(.get, "/", [:], [], host: host).status == 200, "\(host)")
    }
  }

  @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nX: y", ""])
  func theWayBackStaysHere(back: String) async throws {
    let site = try Site()
    let answer = try await site.post(
      "/clients/\(try site.customer("C2").raw)/attente",
      [("jour", "2026-12-01"), ("raison", "x"), ("retour", back)])
    #expect(answer.location == "/?fait=attente")
  }
}
