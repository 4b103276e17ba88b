import Ledger
import Office
import Quantities
import Store
import Testing

@Suite("What customers wrote, on its pages")
struct ReplyPageTests {
  private func receive(
    _ site: Site, from customer: CustomerID?, subject: String = "Re: Facture", mark: String = "1"
  ) throws -> EntryNumber {
    let message = ReceivedMessage(
      .reply, from: "marie@plain.example", subject: subject,
      text: "Bonjour <b>tout</b> le monde.", fingerprint: mark, at: Instant(seconds: 1_795_438_800))
    return try #require(
      try site.desk.store.write(learned: Site.today) {
        try $0.append(.received(message), customer: customer, happened: Site.today)
      })
  }

  @Test func aReplyIsReadAndDealtWith() async throws {
    let site = try Site()
    let id = try #require(try site.desk.customers(matching: "Plain Trading").first).id
    let reply = try receive(site, from: id)
    #expect(try await site.get("/").text.contains("réponse attend\u{A0}: ces clients"))
    let list = try await site.get("/reponses").text
    #expect(list.contains("Re: Facture") && list.contains("À traiter (1)"))
    let page = try await site.get("/reponses/\(reply.raw)").text
    #expect(page.contains("Bonjour &lt;b&gt;tout") && page.contains("Promesse"))
    #expect(page.contains("/clients/\(id.raw)"))
    let english = try await site.get("/reponses/\(reply.raw)?lang=en").text
    #expect(english.contains("Nothing to do") && english.contains("Says it is paid"))
    let fields = [
      ("issue", "promise"), ("montant", "500,00"), ("jour", "2026-12-01"), ("qui", "Marie"),
      ("mots", "par virement"), ("devise", "EUR"),
    ]
    let wrong = try await site.post(
      "/reponses/\(reply.raw)/issue", fields.map { $0.0 == "montant" ? ("montant", "peu") : $0 })
    #expect(wrong.status == 400)
    let answer = try await site.post("/reponses/\(reply.raw)/issue", fields)
    #expect(answer.status == 303)
    let promise = try #require(try site.desk.followUp(of: id).first?.promises.first)
    #expect(promise.promise.fact.amount == Money(cents: 500_00))
    #expect(try await site.post("/reponses/\(reply.raw)/issue", fields).status == 400)
    let done = try await site.get("/reponses/\(reply.raw)").text
    #expect(done.contains("romesse notée") && done.contains("message de confirmation"))
    #expect(try await site.get("/reponses?voir=traitees").text.contains("Re: Facture"))
    let taken = try await site.post("/reponses/\(reply.raw)/reprendre", [("raison", "erreur")])
    #expect(taken.status == 303)
    #expect(try site.desk.followUp(of: id).isEmpty)
    #expect(try await site.get("/reponses").text.contains("À traiter (1)"))
    #expect(try await site.get("/clients/\(id.raw)").text.contains("/reponses/\(reply.raw)"))
  }

  @Test func aReplyOfNobodyIsFiledBySearch() async throws {
    let site = try Site()
    let reply = try receive(site, from: nil, subject: "")
    let list = try await site.get("/reponses?voir=non-classees").text
    #expect(list.contains("Sans objet"))
    let page = try await site.get("/reponses/\(reply.raw)?q=plain").text
    let id = try #require(try site.desk.customers(matching: "Plain Trading").first).id
    #expect(page.contains("Chez Plain Trading") && !page.contains("/issue"))
    let filed = try await site.post(
      "/reponses/\(reply.raw)/classer", [("client", String(id.raw))])
    #expect(filed.status == 303)
    #expect(try site.desk.store.read { try $0.reply(reply) }?.customer == id)
    let nobody = try await site.post("/reponses/\(reply.raw)/classer", [("client", "999999")])
    #expect(nobody.status == 404)
    #expect(try await site.get("/reponses/999999").status == 404)
  }
}
