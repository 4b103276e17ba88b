import Foundation
import HTTPTypes
import Ledger
import Office
import Printing
import Quantities
import Store
import Testing

/// The invoice's own PDF on its page: added, replaced, opened.
@Suite struct CopyPageTests {
  private let site: Site
  private let boundary = "----copy7MA4YWxk"

  init() throws { site = try Site() }

  private func pdf(_ words: String) -> [UInt8] {
    var document = PDFDocument(title: words, author: "Firme", day: Site.today)
    document.blocks = [.text(PDFText(words))]
    return document.bytes
  }

  private func page(_ number: String) throws -> String {
    let document = try #require(try site.desk.document(numbered: number))
    return "/factures/\(document.raw)"
  }

  private func send(
    _ name: String, _ bytes: [UInt8], to address: String, token: String? = nil
  ) async throws -> Site.Answer {
    func part(_ disposition: String, _ content: [UInt8]) -> [UInt8] {
      Array("--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n".utf8)
        + content + [13, 10]
    }
    let given: String
    if let token { given = token } else { given = try await site.token() }
    let body =
      part("name=\"jeton\"", Array(given.utf8))
      + part("name=\"retour\"", Array(address.dropLast("/copie".count).utf8))
      + part("name=\"files\"; filename=\"\(name)\"", bytes) + Array("--\(boundary)--\r\n".utf8)
    return try await site.ask(
      .post, address,
      [
        .contentType: "multipart/form-data; boundary=\(boundary)",
        .origin: "http://localhost:8080",
      ], body)
  }

  @Test func aPDFIsAddedOpenedAndReplaced() async throws {
    let address = try page("INV-3")
    #expect(try await site.get(address).text.contains("Ajouter la facture en PDF"))
    #expect(try await site.get(address + "/copie").status == 404)
    let answer = try await send("INV-3.pdf", pdf("un"), to: address + "/copie")
    #expect(answer.status == 303 && answer.location == address + "?fait=copie")
    let shown = try await site.get(address).text
    #expect(shown.contains("INV-3.pdf") && shown.contains("gardée depuis le 23/11/2026"))
    #expect(shown.contains("Remplacer par un autre PDF"))
    let file = try await site.get(address + "/copie")
    #expect(file.bytes == pdf("un") && file.headers[.contentType] == "application/pdf")
    #expect(file.headers[.xContentTypeOptions] == "nosniff")
    #expect(file.headers[.contentDisposition] == "inline; filename=\"INV-3.pdf\"")
    _ = try await send("autre.pdf", pdf("deux"), to: address + "/copie")
    #expect(try await site.get(address + "/copie").bytes == pdf("deux"))
    // As of a past day there was none.
    let past = try await site.get(address + "?au=2026-11-20").text
    #expect(!past.contains("autre.pdf") && !past.contains("Ajouter la facture en PDF"))
    #expect(try site.desk.verify().copies == 2)
  }

  @Test func namesLeadNowhereAndAreWrittenAsText() async throws {
    let address = try page("INV-3")
    let name = "../../x<b>;\u{8}été.pdf"
    _ = try await send(name, pdf("un"), to: address + "/copie")
    let shown = try await site.get(address).text
    #expect(shown.contains("x&lt;b&gt;;été.pdf") && !shown.contains("x<b>"))
    let file = try await site.get(address + "/copie")
    #expect(file.headers[.contentDisposition] == "inline; filename=\"x-b---t-.pdf\"")
    // From the command line a name may hold anything.
    let document = try #require(try site.desk.document(numbered: "INV-5"))
    let path = NSTemporaryDirectory() + "a\"\r\nX-Evil: 1 <script>.pdf"
    try Data(pdf("trois")).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try site.desk.keepCopy(path, of: document)
    let evil = try await site.get("/factures/\(document.raw)/copie")
    #expect(evil.headers[.init("X-Evil")!] == nil)
    #expect(evil.headers[.contentDisposition]?.contains("\n") == false)
    #expect(try await !site.get("/factures/\(document.raw)").text.contains("<script>."))
  }

  @Test func whatIsNoPDFIsRefused() async throws {
    let address = try page("INV-3") + "/copie"
    let answer = try await send("x.pdf", Array("<html>".utf8), to: address)
    #expect(answer.status == 400 && answer.text.contains("n’est pas un PDF"))
    #expect(try await send("x.pdf", [], to: address).status == 400)
    #expect(try await send("", [], to: address).status == 400)
    #expect(try await send("x.pdf", pdf("x"), to: address, token: "faux").status == 403)
    #expect(try await send("x.pdf", pdf("x"), to: "/factures/999999/copie").status == 404)
    #expect(try site.desk.verify().copies == 0)
  }

  @Test func whatIsTooLargeIsRefusedBeforeItIsRead() async throws {
    let answer = try await site.ask(
      .post, try page("INV-3") + "/copie",
      [
        .contentType: "multipart/form-data; boundary=\(boundary)",
        .origin: "http://localhost:8080", .contentLength: "120000000",
      ], [])
    #expect(answer.status == 413 && answer.text.contains("100\u{A0}Mo"))
  }

  @Test func aLostFileIsSaid() async throws {
    let address = try page("INV-3")
    _ = try await send("INV-3.pdf", pdf("un"), to: address + "/copie")
    try FileManager.default.removeItem(atPath: site.desk.store.archive.folder)
    #expect(try await site.get(address).text.contains("Le fichier manque"))
    let answer = try await site.get(address + "/copie")
    #expect(answer.status == 404 && answer.text.contains("Importez de nouveau"))
  }

  @Test func theLetterAnnouncesItAndTheMessageOpensIt() async throws {
    let address = try page("INV-5")
    _ = try await send("INV-5.pdf", pdf("un"), to: address + "/copie")
    let customer = try #require(try site.desk.customers(matching: "Quiet").first)
    let letter = "/clients/\(customer.id.raw)/courriers/reminder"
    let shown = try await site.get(letter).text
    #expect(shown.contains("Attached: invoice INV-5."))
    #expect(shown.contains("href=\"\(address)/copie\""))
    let queued = try await site.post(letter + "/file", [("canal", "email")])
    #expect(queued.status == 303, "\(queued.text)")
    let message = queued.location.prefix { $0 != "?" }
    #expect(try await site.get(String(message)).text.contains("INV-5.pdf"))
    let file = try await site.get(message + "/pieces/0")
    #expect(file.bytes == pdf("un") && file.headers[.contentType] == "application/pdf")
  }

  @Test func theSettingIsOnTheMailPage() async throws {
    #expect(try site.desk.mailSettings().enclosesCopies)
    let page = try await site.get("/reglages/courrier").text
    #expect(page.contains("Joindre les copies des factures aux relances"))
    _ = try await site.post("/reglages/courrier", MailPageTests.fields)
    #expect(try !site.desk.mailSettings().enclosesCopies)
    _ = try await site.post("/reglages/courrier", MailPageTests.fields + [("copies", "on")])
    #expect(try site.desk.mailSettings().enclosesCopies)
  }
}
