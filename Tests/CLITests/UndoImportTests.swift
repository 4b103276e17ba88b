import Foundation
import Testing

/// A whole import undone at the terminal.
@Suite(.enabled(if: Encaisse.isHere, "\(Encaisse.missing)")) struct UndoImportTests {
  @Test func theBookIsAsIfTheFileHadNeverCome() throws {
    let folder = try Folder()
    let book = folder["b.encaisse"]
    let file = try folder.write("factures.csv", CheckTests.table)
    let other = try folder.write(
      "autres.csv", CheckTests.table.replacing("F-1", with: "G-1").replacing("ACME", with: "BIS"))
    #expect(try Encaisse.run("import", "--book", book, file).code == 0)
    let before = try Encaisse.run("today", "--book", book, "--json").text
    #expect(try Encaisse.run("import", "--book", book, other).code == 0)
    let list = try Encaisse.run("undo-import", "--book", book)
    #expect(list.typed.contains("1  ") && list.typed.contains("autres.csv : 11 repris"))
    let undone = try Encaisse.run("undo-import", "--book", book, "2", "--reason", "erreur")
    #expect(undone.code == 0 && undone.typed.contains("11 factures"), "\(undone.text)")
    #expect(try Encaisse.run("today", "--book", book, "--json").text == before)
    #expect(try Encaisse.run("verify", "--book", book).code == 0)
    #expect(try Encaisse.run("undo-import", "--book", book).typed.contains("annulé le"))
    let twice = try Encaisse.run("undo-import", "--book", book, "2")
    #expect(twice.code == 2 && twice.complaint.contains("déjà été annulé"))
    #expect(try Encaisse.run("undo-import", "--book", book, "7").code == 2)
    let again = try Encaisse.run("import", "--book", book, other)
    #expect(again.typed.contains("11 repris"), "\(again.text)")
  }
}
