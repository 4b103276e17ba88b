import Foundation
import HTTPTypes
import Ledger
import Office
import Quantities
import Store
import Testing

/// Files that come in by the page.
@Suite struct UploadTests {
  private let boundary = "----tests7MA4YWxk"

  private func part(_ name: String, _ file: String?, _ content: [UInt8]) -> [UInt8] {
    let disposition = file.map { "; filename=\"\($0)\"" } ?? ""
    let head =
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\(disposition)\r\n\r\n"
    return Array(head.utf8) + content + [13, 10]
  }

  private func upload(
    _ site: Site, _ parts: [[UInt8]], isWhole: Bool = true, inPiecesOf size: Int? = nil
  ) async throws -> Site.Answer {
    try await send(to: "/import", site, parts, isWhole, size)
  }

  private func send(
    to address: String, _ site: Site, _ parts: [[UInt8]], _ isWhole: Bool = true,
    _ size: Int? = nil
  ) async throws -> Site.Answer {
    let body = parts.flatMap { $0 } + (isWhole ? Array("--\(boundary)--\r\n".utf8) : [])
    return try await site.ask(
      .post, address,
      [
        .contentType: "multipart/form-data; boundary=\(boundary)",
        .origin: "http://localhost:8080",
      ], body, inPiecesOf: size)
  }

  private func token(_ site: Site) async throws -> [UInt8] {
    part("jeton", nil, Array(try await site.token().utf8))
  }

  @Test func filesAreTakenInAndTheReportSaysSo() async throws {
    let site = try Site(withFiles: false)
    let broken = "a;b\r\n1;2\r\n"
    let files = Site.files.map { part("files", $0.0, Array($0.1.utf8)) }
    let answer = try await upload(
      site,
      [try await token(site)] + files + [part("files", "../../x;y.csv", Array(broken.utf8))])
    #expect(answer.status == 303)
    #expect(answer.location.hasPrefix("/import/suivi/"))
    try await waitFor(answer, site)
    let report = try await site.get(answer.location).text
    #expect(report.contains("Import terminé"))
    #expect(report.contains("invoices.csv"))
    #expect(report.contains("x;y.csv") && !report.contains("../"))
    #expect(report.contains("refusé"))
    #expect(try site.desk.counts().invoices == 6)
    #expect(try site.desk.counts().bankLines == 3)
  }

  @Test func anUploadWithoutTokenOrCutOffIsRefused() async throws {
    let site = try Site(withFiles: false)
    let file = part("files", "invoices.csv", Array(Site.files[1].1.utf8))
    let good = try await token(site)
    #expect(try await upload(site, [file]).status == 403)
    #expect(try await upload(site, [part("jeton", nil, [120]), file]).status == 403)
    #expect(try await upload(site, [good, file], isWhole: false).status == 403)
    #expect(try await upload(site, [good, part("files", "", [])]).status == 400)
    #expect(try site.desk.counts().imports == 0)
  }

  @Test func rejectedLinesCanBeDownloaded() async throws {
    let site = try Site(withFiles: false)
    let table = """
      invoice_number;customer_id;customer_name;issue_date;due_date;amount_ttc;currency
      OK-1;C1;Good;05/06/2026;05/07/2026;120,00;EUR
      KO-1;C1;Good;31/06/2026;05/07/2026;120,00;EUR
      KO-2;C1;Good;05/06/2026;05/07/2026;=1+1;EUR
      """
    let answer = try await upload(
      site, [try await token(site), part("files", "mixte.csv", Array(table.utf8))])
    try await waitFor(answer, site)
    #expect(try site.desk.counts().invoices == 1)
    let record = try #require(try site.desk.imports().first)
    #expect(record.rejected == 2)
    let rejections = try await site.get("/import/\(record.number)/rejets")
    #expect(rejections.headers[.contentDisposition]?.contains("rejets-") == true)
    #expect(rejections.text.contains("31/06/2026"))
    // A spreadsheet must not run what the file held.
    #expect(rejections.text.contains(";'=1+1;"))
  }

  @Test func anImportIsStoppedAndGoesOn() async throws {
    let site = try Site(withFiles: false)
    let rows = (1...3_000).map { "F-\($0);C1;Good;05/06/2026;05/07/2026;120,00;EUR" }
    let head = "invoice_number;customer_id;customer_name;issue_date;due_date;amount_ttc;currency"
    let files = (0..<6).map { file in
      let text = ([head] + rows.map { $0.replacing("F-", with: "F\(file)-") })
        .joined(separator: "\n")
      return part("files", "f\(file).csv", Array(text.utf8))
    }
    let answer = try await upload(site, [try await token(site)] + files)
    let stopped = try await site.post(answer.location + "/arreter", [])
    #expect(stopped.location == answer.location)
    try await waitFor(answer, site)
    let report = try await site.get(answer.location).text
    #expect(try site.desk.verify().isSound)
    if report.contains("Import arrêté") {
      #expect(report.contains("Reprendre l’import"))
      let next = try await site.post(answer.location + "/reprendre", [])
      try await waitFor(next, site)
    }
    #expect(try site.desk.counts().invoices == 18_000)
    #expect(try await site.post("/import/suivi/987654/arreter", []).status == 303)
    #expect(try await site.post("/import/suivi/987654/reprendre", []).location == "/import")
  }

  @Test func anImportIsUndoneOnItsPage() async throws {
    let site = try Site()
    let list = try await site.get("/import").text
    #expect(list.contains("href=\"/import/2\""))
    let page = try await site.get("/import/2").text
    #expect(page.contains("invoices.csv") && page.contains("Annuler tout cet import"))
    #expect(try await site.post("/import/2/annuler", []).status == 400)
    #expect(try site.desk.counts().invoices == 6)
    let answer = try await site.post("/import/2/annuler", [("oui", "1"), ("raison", "erreur")])
    #expect(answer.location == "/import/2")
    #expect(try site.desk.counts().invoices == 0)
    #expect(try await site.get("/import/2").text.contains("Annulé le"))
    #expect(try await site.post("/import/2/annuler", [("oui", "1")]).status == 400)
    #expect(try await site.get("/import/99").status == 404)
    #expect(try await site.post("/import/99/annuler", [("oui", "1")]).status == 404)
    for address in ["/", "/clients", "/balance-agee", "/rapprochement", "/import"] {
      #expect(try await site.get(address).status == 200, "\(address)")
    }
  }

  @Test func invoicesCheckedAreNotStored() async throws {
    let site = try Site(withFiles: false)
    let table = Site.files[1].1.replacing("05/11/2026;05/12/2026", with: "05/11/2026;05/03/2027")
    let answer = try await send(
      to: "/import/verifier", site,
      [try await token(site), part("files", "invoices.csv", Array(table.utf8))])
    try await waitFor(answer, site)
    let report = try await site.get(answer.location).text
    #expect(report.contains("Vérification terminée"))
    #expect(report.contains("INV-12") && report.contains("INV-4"))
    #expect(try site.desk.imports().isEmpty)
    let empty = try await send(
      to: "/import/verifier", site, [try await token(site), part("files", "", [])])
    #expect(empty.status == 400)
  }

  @Test func whatTheCheckFoundStaysWithTheInvoice() async throws {
    let site = try Site(withFiles: false)
    let table = Site.files[1].1.replacing("05/11/2026;05/12/2026", with: "05/11/2026;05/03/2027")
    let answer = try await upload(
      site, [try await token(site), part("files", "invoices.csv", Array(table.utf8))])
    try await waitFor(answer, site)
    let list = try await site.get("/import").text
    #expect(list.contains("/import/1/mentions"))
    let faulty = try await site.get("/import/1/mentions").text
    #expect(faulty.contains("INV-12"))
    let page = try await site.get("/factures/\(try site.document("INV-4").raw)").text
    #expect(page.contains("Mentions à revoir") && page.contains("L441-10"))
    #expect(try await site.get("/import/2/mentions").status == 404)
  }

  /// The body cut in pieces of any size gives the same files, also where a line of the content
  /// looks like the beginning of the boundary.
  @Test(arguments: [1, 2, 7, 41, 1_000])
  func aBodyIsReadAlikeHoweverItArrives(size: Int) async throws {
    let site = try Site(withFiles: false)
    let table =
      Site.files[1].1.replacing(
        "INV-3;C2;Plain Trading", with: "INV-3;C2;\"Plain\r\n--\(boundary.dropLast())\"")
      + "\r\n--\(boundary.dropLast(3))"
    let answer = try await upload(
      site, [try await token(site), part("files", "invoices.csv", Array(table.utf8))],
      inPiecesOf: size)
    #expect(answer.status == 303)
    try await waitFor(answer, site)
    #expect(try site.desk.counts().invoices == 6)
    #expect(try site.desk.imports().first?.bytes == table.utf8.count)
  }

  private func waitFor(_ answer: Site.Answer, _ site: Site) async throws {
    for _ in 0..<400 {
      if try await site.get(answer.location + "/json").text == "{\"done\":true}" { return }
      try await Task.sleep(for: .milliseconds(25))
    }
    Issue.record("the import did not end")
  }
}
