import Foundation
import Office
import Quantities
import Store
import Testing

/// Rejected records mended on the page of their import.
@Suite struct RejectionsPageTests {
  private let head =
    "invoice_number;customer_id;customer_name;issue_date;due_date;amount_ttc;currency\n"

  @Test func aLineIsMendedAndTakenIn() async throws {
    let site = try Site(withFiles: false)
    let report = try await site.drop(
      "mixte.csv",
      head + """
        OK-1;C1;Good;05/06/2026;05/07/2026;120,00;EUR
        KO-1;C1;"<i>Good</i>";31/06/2026;05/07/2026;120,00;EUR
        KO-2;C1;Good;05/06/2026;05/07/2026;=1+1;EUR
        """)
    #expect(try await site.get(report).text.contains("Corriger ces lignes"))
    let page = try await site.get("/import/1").text
    #expect(page.contains("value=\"31/06/2026\"") && page.contains("Reprendre cette ligne"))
    #expect(!page.contains("<i>Good"))
    #expect(page.contains("2 à corriger") || page.contains(">2<"))

    let fields = [
      ("rang", "0"), ("c1", "KO-1"), ("c2", "C1"), ("c3", "Good"), ("c4", "31/06/2026"),
    ]
    let still = try await site.post("/import/1/reprendre", fields)
    #expect(still.status == 200 && still.text.contains("31/06/2026"))
    #expect(still.text.contains("role=\"alert\""))
    #expect(try site.desk.counts().imports == 1)
    #expect(try await site.post("/import/1/reprendre", fields, token: nil).status == 403)

    let mended = fields.dropLast() + [("c4", "30/06/2026")]
    // The imports of other tests go through the same door, one at a time.
    var taken = try await site.post("/import/1/reprendre", Array(mended))
    for _ in 0..<10 where taken.text.contains("Un import est en cours") {
      taken = try await site.post("/import/1/reprendre", Array(mended))
    }
    #expect(taken.location == "/import/1?fait=ligne", "\(taken.text)")
    let after = try await site.get(taken.location).text
    #expect(after.contains("La ligne est reprise") && !after.contains("KO-1"))
    #expect(after.contains("KO-2"))
    #expect(try site.desk.counts().invoices == 2)
    #expect(try await site.post("/import/1/reprendre", Array(mended)).status == 404)
    #expect(try await site.post("/import/9/reprendre", Array(mended)).status == 404)
    let csv = try await site.get("/import/1/rejets").text
    #expect(!csv.contains("KO-1") && csv.contains(";motif\r\n") && csv.contains("[1-1]"))
    #expect(try site.desk.verify().isSound)
  }

  /// A movement of a statement that is no table has its fields too, and a FEC shows its reasons.
  @Test func whatIsNoTableIsMendedOrExplained() async throws {
    let site = try Site(withFiles: false)
    let qif = "!Type:Bank\nD21/11/2026\nTdouze\nPVIR DE GARAGE PETIT\n^\nD20/11/2026\nT1,00\n^\n"
    let report = try await site.drop("r.qif", qif)
    #expect(try await site.get(report).text.contains("Corriger ces lignes"))
    let page = try await site.get("/import/1").text
    #expect(page.contains("value=\"douze\"") && page.contains("Reprendre cette ligne"))
    #expect(try await site.get("/import/1/rejets").text.contains("VIR DE GARAGE PETIT;douze;"))
    let fields = [("rang", "0"), ("c1", "21/11/2026"), ("c4", "12,00")]
    var taken = try await site.post("/import/1/reprendre", fields)
    for _ in 0..<10 where taken.text.contains("Un import est en cours") {
      taken = try await site.post("/import/1/reprendre", fields)
    }
    #expect(taken.location == "/import/1?fait=ligne", "\(taken.text)")
    #expect(try site.desk.waitingImports().isEmpty)

    let header =
      "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|"
      + "PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|"
      + "Idevise\n"
    let rows =
      "VE|Ventes|15|20260431|411000|x|CDUP|DUPONT|FA-1|20260430|x|12,00|0,00|||20260430||\n"
      + "VE|Ventes|15|20260430|706000|x|||FA-1|20260430|<b>x|0,00|12,00|||20260430||\n"
    let other = try await site.drop("fec.txt", header + rows)
    #expect(try await site.get(other).text.contains("Corriger ces lignes"))
    let fec = try site.desk.waitingImports()[0].record.number
    let entry = try await site.get("/import/\(fec)").text
    #expect(entry.contains("EcritureDate") && entry.contains("value=\"20260431\""))
    #expect(entry.contains("Reprendre cette écriture"))
    #expect(entry.contains("Les autres lignes de l’écriture (1)") && !entry.contains("<b>x"))
    #expect(!entry.contains("là où il a été écrit"))
    let csv = try await site.get("/import/\(fec)/rejets").text
    #expect(csv.contains(";20260431;411000;") && csv.contains(";706000;"))
    #expect(csv.contains("même écriture"))
    // Typed so that it does not balance, it is shown again with both sums.
    let wrong = [("rang", "0"), ("c4", "20260430"), ("c12", "13,00")]
    let still = try await site.post("/import/\(fec)/reprendre", wrong)
    #expect(still.status == 200 && still.text.contains("équilibrée"))
    #expect(still.text.contains("value=\"13,00\""))
    let right = [("rang", "0"), ("c4", "20260430")]
    var mended = try await site.post("/import/\(fec)/reprendre", right)
    for _ in 0..<10 where mended.text.contains("Un import est en cours") {
      mended = try await site.post("/import/\(fec)/reprendre", right)
    }
    #expect(mended.location == "/import/\(fec)?fait=ligne", "\(mended.text)")
    #expect(try site.desk.waitingImports().isEmpty && site.desk.counts().invoices == 1)
  }

  /// An electronic invoice is mended by the program that wrote it: its page says so.
  @Test func whatIsNoTableIsExplained() async throws {
    let site = try Site(withFiles: false)
    let invoice = """
      <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:\
      CrossIndustryInvoice:100"/>
      """
    let report = try await site.drop("f.xml", invoice)
    let told = try await site.get(report).text
    #expect(!told.contains("/rejets"))
  }

  @Test func fiftyAPage() async throws {
    let site = try Site(withFiles: false)
    let rows = (0..<120).map { "KO-\($0);C1;Good;31/06/2026;05/07/2026;120,00;EUR\n" }.joined()
    _ = try await site.drop("m.csv", head + rows)
    for (page, count) in [("", 50), ("?page=2", 50), ("?page=3", 20), ("?page=4", 0)] {
      let text = try await site.get("/import/1" + page).text
      #expect(text.components(separatedBy: "Reprendre cette ligne").count - 1 == count)
    }
    #expect(try await site.get("/import/1?page=3").text.contains("KO-119"))
  }
}
