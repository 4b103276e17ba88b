import Foundation
import Testing

/// Columns named at the terminal, kept, listed and forgotten.
@Suite(.enabled(if: Encaisse.isHere, "\(Encaisse.missing)")) struct ColumnsTests {
  private let table = """
    J;Quoi;A;B
    02/09/2026;DUPONT FA-1;;1 200,00
    03/09/2026;PAPETERIE;45,90;
    """

  @Test func namedOnceListedAndForgotten() throws {
    let folder = try Folder()
    let book = folder["b.encaisse"]
    let file = try folder.write("s.csv", table)
    let asked = try Encaisse.run("import", "--book", book, file)
    #expect(asked.code == 2 && asked.text.contains("--columns"), "\(asked.text)")
    let wrong = try Encaisse.run("import", "--book", book, file, "--columns", "date=2,amount=4")
    #expect(wrong.code == 2 && wrong.text.contains("DUPONT FA-1"), "\(wrong.text)")
    let mistyped = try Encaisse.run("import", "--book", book, file, "--columns", "jour=1")
    #expect(mistyped.code == 2 && mistyped.complaint.contains("value-date"))
    let order = "date=J,label=Quoi,debit=A,credit=B"
    let tried = try Encaisse.run("inspect", file, "--columns", order)
    #expect(tried.text.contains(#""columns": "date=1,label=2,debit=3,credit=4""#), "\(tried.text)")
    #expect(tried.text.contains(#""columns_from": "asked""#))
    #expect(try Encaisse.run("import", "--book", book, file, "--columns", order).code == 0)
    let list = try Encaisse.run("columns", "--book", book)
    #expect(list.code == 0 && list.text.contains("date=1,label=2,debit=3,credit=4"))
    let next = try folder.write("o.csv", table.replacing("/09/", with: "/10/"))
    #expect(try Encaisse.run("import", "--book", book, next).code == 0)
    #expect(try Encaisse.run("columns", "--book", book, "--forget", "1").code == 0)
    #expect(try Encaisse.run("columns", "--book", book, "--forget", "1").code == 2)
    #expect(try Encaisse.run("columns", "--book", book).text.contains("Rien n’est retenu"))
    #expect(try Encaisse.run("verify", "--book", book).code == 0)
  }
}
