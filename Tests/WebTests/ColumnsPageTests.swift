import Foundation
import Office
import Quantities
import Store
import Testing

/// The columns of a bank's table, named on a page.
@Suite struct ColumnsPageTests {
  private func table(_ month: String) -> String {
    """
    J;Quoi;A;B
    02/\(month)/2026;<b>DUPONT</b> FA-1;;1 200,00
    03/\(month)/2026;PAPETERIE;45,90;
    """
  }

  /// The address of the page that a report links to.
  private func columns(_ site: Site, _ report: String) async throws -> String {
    let text = try await site.get(report).text
    let mark = "href=\"/import/colonnes/"
    let start = try #require(text.range(of: mark), "\(text)").upperBound
    return "/import/colonnes/" + text[start...].prefix { $0.isNumber }
  }

  private let right = [("c1", "date"), ("c2", "label"), ("c3", "debit"), ("c4", "credit")]

  @Test func namedCheckedAndImported() async throws {
    let site = try Site(withFiles: false)
    let report = try await site.drop("s.csv", table("09"))
    #expect(try await site.get(report).text.contains("Dire ce que contiennent les colonnes"))
    let page = try await columns(site, report)
    let shown = try await site.get(page).text
    #expect(shown.contains("Vérifier") && shown.contains("&lt;b&gt;DUPONT"), "\(shown)")
    #expect(shown.contains("<option value=\"date\" selected"), "\(shown)")
    #expect(!shown.contains("<b>DUPONT"))

    let wrong = try await site.post(
      page, [("c1", "date"), ("c2", "amount"), ("geste", "importer")])
    #expect(wrong.status == 200 && wrong.text.contains("ces colonnes ne conviennent pas"))
    let twice = try await site.post(page, [("c1", "date"), ("c3", "amount"), ("c4", "amount")])
    #expect(twice.text.contains("choisi pour plusieurs colonnes"))
    #expect(try site.desk.counts().bankLines == 0)

    let checked = try await site.post(page, right + [("geste", "verifier")])
    #expect(checked.status == 200 && checked.text.contains("1\u{202F}200,00"))
    #expect(checked.text.contains("45,90") && checked.text.contains("Rien n’est encore importé"))
    #expect(try site.desk.counts().bankLines == 0)
    #expect(try await site.post(page, right, token: nil).status == 403)

    let taken = try await site.post(page, right + [("geste", "importer")])
    #expect(taken.status == 303)
    try await site.waitForImport(taken.location)
    #expect(try site.desk.counts().bankLines == 2)

    // The next one comes without a question; the list says why, and forgets.
    let next = try await site.drop("o.csv", table("10"))
    #expect(try await site.get(next).text.contains("Corriger les colonnes"))
    #expect(try site.desk.counts().bankLines == 4)
    #expect(try await site.get("/import").text.contains("href=\"/import/colonnes\""))
    let list = try await site.get("/import/colonnes").text
    #expect(list.contains("J;Quoi;A;B") && list.contains("débit 3"))
    #expect(try await site.post("/import/colonnes/9/oublier", []).status == 404)
    let forgotten = try await site.post("/import/colonnes/1/oublier", [])
    #expect(try await site.get(forgotten.location).text.contains("C’est oublié"))
    #expect(try site.desk.rememberedColumns().isEmpty)
  }

  @Test func aStatementReadWrongIsReadAnew() async throws {
    let site = try Site(withFiles: false)
    let table = "Date;Libellé;Montant;Reçu\n02/09/2026;DUPONT;7,00;1200,00\n"
    let report = try await site.drop("s.csv", table)
    #expect(try site.desk.counts().bankLines == 1)
    let page = try await columns(site, report)
    #expect(try await site.get(page).text.contains("annule d’abord cet import"))
    let taken = try await site.post(
      page, [("c1", "date"), ("c2", "label"), ("c4", "credit"), ("geste", "importer")])
    try await site.waitForImport(taken.location)
    let imports = try site.desk.imports()
    #expect(imports.count == 2 && imports.last?.undone != nil && imports.first?.undone == nil)
    #expect(try site.desk.counts().bankLines == 1)
    #expect(try site.desk.rememberedColumns().map(\.columns) == ["date=1,label=2,credit=4"])
    #expect(try site.desk.verify().isSound)
    #expect(try await site.get("/import/colonnes/987654").status == 400)
  }
}
