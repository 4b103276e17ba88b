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
}
