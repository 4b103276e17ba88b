import Foundation
import Ledger
import Office
import Quantities
import Store
import Testing

/// Statuses, notices and answers as the pages show and take them.
@Suite struct LifecyclePageTests {
  private func take(_ site: Site, _ name: String, _ text: String) throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString + name)
    try Data(text.utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let report = try site.desk.importFiles([path.path])
    #expect(!report.hasFailures)
  }

  private func status(_ code: Int, of number: String, on moment: String, _ reason: String = "")
    -> String
  {
    """
    <CrossDomainAcknowledgementAndResponse><AcknowledgementDocument><TypeCode>23</TypeCode>
    <IssueDateTime><DateTimeString format="204">\(moment)</DateTimeString></IssueDateTime>
    <ReferenceReferencedDocument><IssuerAssignedID>\(number)</IssuerAssignedID>
    <TypeCode>380</TypeCode><ProcessConditionCode>\(code)</ProcessConditionCode>
    <SpecifiedDocumentStatus><ReasonCode>TX_TVA_ERR</ReasonCode><Reason>\(reason)</Reason>
    </SpecifiedDocumentStatus></ReferenceReferencedDocument></AcknowledgementDocument>
    </CrossDomainAcknowledgementAndResponse>
    """
  }

  @Test func aStatusIsOnTheInvoiceTheListAndTheTimeline() async throws {
    let site = try Site()
    try take(
      site, "a.xml",
      status(207, of: "INV-5", on: "20261112093000", "Taux &lt;b&gt; erroné"))
    let invoice = try site.document("INV-5").raw
    let page = try await site.get("/factures/\(invoice)").text.replacing("\u{A0}", with: " ")
    #expect(page.contains("Statut 207 du 12/11/2026 : en litige, motif : Taux &lt;b&gt; erroné"))
    #expect(page.contains("retient la relance") && page.contains("09:30"))
    let english = try await site.get("/factures/\(invoice)?lang=en").text
    #expect(english.contains("disputed") && english.contains("wrong VAT rate (TX_TVA_ERR)"))
    let list = try await site.get("/pas-aujourdhui").text.replacing("\u{A0}", with: " ")
    #expect(list.contains("Facture INV-5, statut 207 du 12/11/2026 : en litige"))
    let customer = try site.customer("C3").raw
    let file = try await site.get("/clients/\(customer)").text
    #expect(file.contains("<strong>Statut 207</strong>"))
    // A person ends it from the invoice's page.
    let number = try #require(
      try site.desk.documentFile(EntryNumber(invoice))?.statuses.first?.number.raw)
    #expect(page.contains("/ecritures/\(number)/annuler"))
    let undone = try await site.post("/ecritures/\(number)/annuler", [("raison", "réglé")])
    #expect(undone.status == 303)
    #expect(!(try await site.get("/pas-aujourdhui").text.contains("INV-5")))
  }

  @Test func aStatusWithoutItsInvoiceIsOnTheImportPage() async throws {
    let site = try Site()
    #expect(!(try await site.get("/import").text.contains("en attente de leur facture")))
    try take(site, "a.xml", status(210, of: "INV-99", on: "20261112093000"))
    let page = try await site.get("/import").text
    #expect(page.contains("en attente de leur facture") && page.contains("INV-99"))
  }

  @Test func aNoticeIsOnTheCustomersPageWithItsDeadlines() async throws {
    let site = try Site()
    let notice = #"""
      {"id": "A202601803235", "publicationavis": "A", "familleavis": "collective",
       "dateparution": "2026-09-20", "registre": ["844696476"], "commercant": "PLAIN",
       "jugement": {"famille": "Jugement d'ouverture",
       "nature": "Jugement d'ouverture de liquidation judiciaire", "date": "2026-09-08"}}
      """#
    try take(site, "a.json", notice)
    try take(
      site, "b.json",
      notice.replacing("3235", with: "3300").replacing(
        "d'ouverture de liquidation judiciaire", with: "de clôture pour insuffisance d'actif"
      )
      .replacing("Jugement d'ouverture\"", with: "Jugement de clôture\""))
    let id = try site.customer("C2").raw
    let page = try await site.get("/clients/\(id)").text.replacing("\u{A0}", with: " ")
    #expect(page.contains("BODACC A n° 20260180, annonce n° 3235, publiée le 20/09/2026"))
    // Two months after 20 September, four, three and six: 20/11, 20/01, 21/12 (a Monday), 22/03.
    for day in ["20/11/2026", "20/01/2027", "21/12/2026", "22/03/2027", "07/09/2026"] {
      #expect(page.contains(day), "\(day)")
    }
    #expect(
      page.contains("Jugement de clôture pour insuffisance d’actif")
        || page.contains("insuffisance d&#39;actif"))
    #expect(page.contains("Sans effet sur les relances"))
    #expect(try await site.get("/").text.contains("/clients/\(id)/contact") == false)
    let english = try await site.get("/clients/\(id)?lang=en").text
    #expect(english.contains("File the proof of claim"))
  }

  @Test func anInsolvencyWithItsPublication() async throws {
    let site = try Site()
    let id = try site.customer("C2").raw
    let fields = [("nature", "safeguard"), ("jour", "2026-11-02"), ("source", "BODACC")]
    let early = try await site.post(
      "/clients/\(id)/procedure", fields + [("publication", "2026-11-01")])
    #expect(early.status == 400)
    #expect(try await site.post("/clients/\(id)/procedure", fields).status == 303)
    let unknown = try await site.get("/clients/\(id)").text
    #expect(unknown.contains("les délais ne peuvent pas être comptés"))
    let given = try await site.post(
      "/clients/\(id)/procedure", fields + [("publication", "2026-11-12")])
    #expect(given.status == 303)
    #expect(try await site.get("/clients/\(id)").text.contains("12/01/2027"))
  }

  @Test func theKindOfACustomerIsSaid() async throws {
    let site = try Site()
    let id = try site.customer("C2")
    let wrong = try await site.post("/clients/\(id.raw)/nature", [("nature", "roi")])
    #expect(wrong.status == 400)
    let answer = try await site.post("/clients/\(id.raw)/nature", [("nature", "publicBuyer")])
    #expect(answer.status == 303)
    #expect(try site.desk.customerFile(id)?.customer.kind == .publicBuyer)
    #expect(try await site.get("/clients/\(id.raw)").text.contains("acheteur public"))
    #expect(try await site.post("/clients/999999/nature", [("nature", "business")]).status == 404)
  }

  @Test func theReasonOfACreditNoteIsAnswered() async throws {
    let site = try Site()
    try take(
      site, "a.csv",
      """
      invoice_number;customer_id;customer_name;issue_date;due_date;amount_ht;vat;amount_ttc;currency
      CN-1;C3;Quiet Works;05/08/2026;;-100,00;-20,00;-120,00;EUR
      """)
    let credit = try site.document("CN-1")
    let page = try await site.get("/factures/\(credit.raw)").text
    #expect(page.contains("/factures/\(credit.raw)/motif"))
    #expect(page.contains("compté comme une erreur"))
    let wrong = try await site.post("/factures/\(credit.raw)/motif", [("motif", "humeur")])
    #expect(wrong.status == 400)
    let answer = try await site.post(
      "/factures/\(credit.raw)/motif", [("motif", "allowance"), ("precision", "geste <i>")])
    #expect(answer.status == 303)
    #expect(try site.desk.documentFile(credit)?.creditAnswer?.fact.words == "geste <i>")
    let after = try await site.get("/factures/\(credit.raw)").text
    #expect(after.contains("Remise, ristourne ou geste commercial"))
    let customer = try site.customer("C3").raw
    #expect(try await site.get("/clients/\(customer)").text.contains("geste &lt;i&gt;"))
    let invoice = try site.document("INV-5").raw
    let misplaced = try await site.post("/factures/\(invoice)/motif", [("motif", "allowance")])
    #expect([400, 404].contains(misplaced.status))
  }
}
