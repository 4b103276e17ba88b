import Foundation
import Ledger
import Office
import Quantities
import Store
import Testing

/// The pages of the outbox: what is set, what is queued, and that a rehearsal says so everywhere.
@Suite struct MailPageTests {
  static let fields = [
    ("expediteur", "compta@firme.example"), ("nom", "Firme"), ("essai", "moi@firme.example"),
    ("parHeure", "120"), ("rehearsal", "on"),
    ("envoi-hote", "smtp.example"), ("envoi-port", "587"), ("envoi-surete", "startTLS"),
    ("envoi-nom", "compta"), ("envoi-secret", "env:MOT"), ("envoi-autorites", ""),
    ("boite-hote", ""), ("boite-port", ""), ("boite-surete", "tls"), ("boite-nom", ""),
    ("boite-secret", ""), ("boite-autorites", ""), ("retour", "/reglages/courrier"),
  ]

  private func changed(_ name: String, _ value: String) -> [(String, String)] {
    MailPageTests.fields.map { $0.0 == name ? (name, value) : $0 }
  }

  @Test func settingsAreKeptAndShown() async throws {
    let site = try Site()
    let answer = try await site.post("/reglages/courrier", MailPageTests.fields)
    #expect(answer.status == 303)
    let settings = try site.desk.mailSettings()
    #expect(settings.sender == "compta@firme.example" && settings.mostAnHour == 120)
    #expect(settings.isRehearsal && settings.outgoing.secret == "env:MOT")
    #expect(!settings.token.isEmpty)
    let page = try await site.get("/reglages/courrier").text
    #expect(page.contains("env:MOT") && page.contains("smtp.example"))
    // The hours are those of the plans, with the way to them.
    #expect(page.contains("8:30–18:00") && page.contains("/scenarios/standard"))
  }

  @Test(arguments: [
    ("parHeure", "0"), ("parHeure", "mille"), ("envoi-secret", "azerty123"),
    ("expediteur", "pas une adresse"), ("expediteur", ""), ("essai", "moi"),
    ("envoi-port", "99999"), ("envoi-port", "0"),
  ])
  func whatIsMistypedChangesNothing(_ name: String, _ value: String) async throws {
    let site = try Site()
    let answer = try await site.post("/reglages/courrier", changed(name, value))
    #expect(answer.status == 400)
    // A password typed by mistake is not shown again.
    #expect(!answer.text.contains("azerty123"))
    #expect(try site.desk.mailSettings().sender.isEmpty)
  }

  @Test func aRehearsalGoesToWhoeverWrites() async throws {
    let site = try Site()
    #expect(try await site.post("/reglages/courrier", changed("essai", "")).status == 303)
    #expect(try site.desk.mailSettings().rehearsalAddress == "compta@firme.example")
  }

  /// Whoever mistypes one field corrects one field.
  @Test func theFormComesBackAsItWasTyped() async throws {
    let site = try Site()
    let answer = try await site.post("/reglages/courrier", changed("parHeure", "mille"))
    #expect(answer.text.contains("name=\"expediteur\""))
    for typed in ["compta@firme.example", "smtp.example", "value=\"mille\""] {
      #expect(answer.text.contains(typed), "\(typed)")
    }
    #expect(answer.text.contains("role=\"alert\"") && answer.text.contains("de 1 à 100"))
    // What is not one of our pages is not made: the words stand alone.
    let elsewhere = MailPageTests.fields.map { field in
      field.0 == "retour"
        ? ("retour", "https://ailleurs.example/")
        : field.0 == "parHeure" ? ("parHeure", "mille") : field
    }
    let alone = try await site.post("/reglages/courrier", elsewhere)
    #expect(alone.status == 400 && !alone.text.contains("smtp.example"))
  }

  @Test func aRehearsalIsSaidOnEveryPage() async throws {
    let site = try Site()
    let words = "rien aux clients"
    #expect(try await !site.get("/").text.contains(words))
    _ = try await site.post("/reglages/courrier", MailPageTests.fields)
    for address in ["/", "/clients", "/messages", "/rapprochement", "/aide", "/reglages"] {
      #expect(try await site.get(address).text.contains(words), "\(address)")
    }
    _ = try await site.post(
      "/reglages/courrier", MailPageTests.fields.filter { $0.0 != "rehearsal" })
    #expect(try await !site.get("/").text.contains(words))
  }

  @Test func aLetterIsPutIntoTheOutboxOnce() async throws {
    let site = try Site()
    let id = try site.customer("C3").raw
    let page = try await site.get("/clients/\(id)/courriers/reminder").text
    #expect(page.contains("/clients/\(id)/courriers/reminder/file"))
    let form = [("canal", "email"), ("langue", "en"), ("ton", "")]
    let first = try await site.post("/clients/\(id)/courriers/reminder/file", form)
    #expect(first.status == 303 && first.location.hasPrefix("/messages/"))
    let second = try await site.post("/clients/\(id)/courriers/reminder/file", form)
    #expect(second.status == 400 && second.text.contains("déjà en file"))
    // One in euros, one in dollars.
    #expect(try site.desk.store.read { try $0.messages() }.count == 2)
    let address = try #require(first.location.split(separator: "?").first.map(String.init))
    let message = try await site.get(address).text
    #expect(message.contains("quiet@works.example"))
    let odd = try await site.post(
      "/clients/\(id)/courriers/reminder/file", [("canal", "visit"), ("langue", "en"), ("ton", "")])
    #expect(odd.status == 404)
  }

  /// A formal notice by post holds its PDF until it is taken out; the customer's page says what
  /// became of it.
  @Test func aMessageThatWasTakenOutShowsItsFilesByName() async throws {
    let site = try Site()
    let id = try site.customer("C3").raw
    let form = [("canal", "registeredLetter"), ("langue", "fr"), ("ton", "")]
    let queued = try await site.post("/clients/\(id)/courriers/formalNotice/file", form)
    let address = try #require(queued.location.split(separator: "?").first.map(String.init))
    #expect(try await site.get(address + "/pieces/0").status == 200)
    let customer = try await site.get("/clients/\(id)").text
    #expect(customer.contains("préparée, prête à partir"))
    _ = try await site.post(address + "/annuler", [("raison", "je l’appelle")])
    let page = try await site.get(address).text
    #expect(page.contains("plus gardé") && !page.contains("/pieces/0"))
    #expect(try await site.get(address + "/pieces/0").status == 404)
    #expect(try await site.get("/clients/\(id)").text.contains("annulée avant de partir"))
  }

  /// What waits has not been said: the customer's page asks for the confirmation.
  @Test func aMessageThatWaitsIsTheNextStep() async throws {
    let site = try Site()
    let id = try site.customer("C3")
    let document = try #require(
      try site.desk.store.read { try $0.accounts(of: id) }.first?.items.first?.id)
    let message = QueuedMessage(
      key: "reminder/essai", purpose: "reminder", mode: .afterConfirmation,
      recipient: "compta@c3.example", subject: "Votre facture", text: "Bonjour",
      documents: [document], asking: Money(cents: 100), principal: Money(cents: 100))
    let number = try #require(
      try site.desk.queue(
        message, to: id,
        as: Reminder(level: "reminder", channel: .email, documents: [document], note: "")))
    let page = try await site.get("/clients/\(id.raw)").text
    #expect(page.contains("Un message attend votre confirmation"))
    #expect(page.contains("/messages/\(number.raw)"))
    #expect(!page.contains("Rien à faire pour l’instant"))
    let list = try await site.get("/").text
    #expect(list.contains("message attend votre confirmation") && list.contains("?etat=waiting"))
    _ = try site.desk.approve([number])
    let after = try await site.get("/clients/\(id.raw)").text
    #expect(!after.contains("Un message attend votre confirmation"))
    #expect(!(try await site.get("/").text.contains("message attend votre confirmation")))
  }

  @Test func aHoldIsSaidWhereTheLetterMayNotGo() async throws {
    let site = try Site()
    let id = try site.customer("C2").raw
    _ = try await site.post(
      "/clients/\(id)/attente", [("jour", "30/11/2026"), ("raison", "congés")])
    let answer = try await site.post(
      "/clients/\(id)/courriers/reminder/file", [("canal", "email"), ("langue", "en"), ("ton", "")])
    #expect(answer.status == 400 && answer.text.contains("On ne relance pas ce client"))
    #expect(try site.desk.store.read { try $0.messages() }.isEmpty)
  }
}
