import Foundation
import Testing

/// What was not taken, written to be mended and imported again, at the terminal.
@Suite(.enabled(if: Encaisse.isHere, "\(Encaisse.missing)")) struct RejectionsTests {
  @Test func listedWrittenMendedAndGone() throws {
    let folder = try Folder()
    let book = folder["b.encaisse"]
    let bank = "Date;Libellé;Montant\n20/11/2026;VIR A;12,00\n21/11/2026;VIR B;douze\n"
    #expect(try Encaisse.run("import", "--book", book, try folder.write("r.csv", bank)).code == 1)
    let list = try Encaisse.run("rejections", "--book", book)
    #expect(list.code == 0 && list.typed.contains("r.csv : 1 à corriger"), "\(list.text)")
    #expect(try Encaisse.run("rejections", "--book", book, "1").text.contains("douze"))
    let path = folder["a-corriger.csv"]
    #expect(try Encaisse.run("rejections", "--book", book, "--csv", path).code == 0)
    // What is there is not written over.
    #expect(try Encaisse.run("rejections", "--book", book, "--csv", path).code == 2)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("Date;Libellé;Montant;motif\r\n21/11/2026;VIR B;douze;"))
    let mended = try folder.write("m.csv", text.replacing(";douze;", with: ";34,00;"))
    #expect(try Encaisse.run("import", "--book", book, mended).code == 0)
    #expect(try Encaisse.run("rejections", "--book", book).text.contains("Rien n’est à corriger"))
    #expect(try Encaisse.run("rejections", "--book", book, "--csv", folder["x.csv"]).code == 2)
    #expect(try Encaisse.run("rejections", "--book", book, "9").code == 2)
    #expect(try Encaisse.run("verify", "--book", book).code == 0)
  }

  @Test func aRowOfTheBooksComesWithItsEntry() throws {
    let folder = try Folder()
    let book = folder["b.encaisse"]
    let fec = """
      JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|\
      PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|\
      Idevise
      VE|Ventes|1|20260105|411000|Clients|A|Aubois|F-1|20260105|x|120,00|0,00|||20260105||
      VE|Ventes|1|20260105|706000|Ventes|||F-1|20260105|x|0,00|cent vingt|||20260105||

      """
    #expect(try Encaisse.run("import", "--book", book, try folder.write("f.txt", fec)).code == 2)
    let path = folder["a-corriger.csv"]
    let written = try Encaisse.run("rejections", "--book", book, "--csv", path)
    #expect(written.code == 0 && written.typed.contains("avec toute son écriture"))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.split(separator: "\r\n").count == 3 && text.contains(";F-1;20260105;x;120,00;"))
    let mended = try folder.write("m.csv", text.replacing("cent vingt", with: "120,00"))
    let report = try Encaisse.run("import", "--book", book, mended)
    #expect(report.code == 0 && report.typed.contains("1 facture"), "\(report.text)")
    #expect(try Encaisse.run("rejections", "--book", book).text.contains("Rien n’est à corriger"))
    #expect(try Encaisse.run("verify", "--book", book).code == 0)
  }
}
