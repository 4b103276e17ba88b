import Foundation
import Testing

/// Invoices checked before they are sent: nothing is stored.
@Suite(.enabled(if: Encaisse.isHere, "\(Encaisse.missing)")) struct CheckTests {
  /// Twelve invoices: one with a term of 90 days, and a number that is missing.
  static let table: String = {
    let lines = (1...12).filter { $0 != 7 }.map { number in
      let due = number == 2 ? "04/05/2026" : "06/03/2026"
      return "F-\(100 + number);03/02/2026;ACME;732829320;100,00;20,00;120,00;\(due)"
    }
    let head = "N° facture;Date facture;Client;SIREN;Montant HT;TVA;Montant TTC;Échéance"
    return ([head] + lines).joined(separator: "\n")
  }()

  @Test func whatIsWrongIsNamedWithItsSource() throws {
    let folder = try Folder()
    let file = try folder.write("factures.csv", CheckTests.table)
    let answer = try Encaisse.run("check", file)
    #expect(answer.code == 1, "\(answer.text)\(answer.complaint)")
    for words in ["F-102", "04/05/2026", "L441-10", "F-107", "tableau"] {
      #expect(answer.typed.contains(words), "\(words): \(answer.text)")
    }
    #expect(!answer.typed.contains("✗ F-101"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names == ["factures.csv"], "something was stored: \(names)")
    let json = try Encaisse.run("check", "--json", file).json()
    let check = try #require(json["check"] as? [String: Any])
    #expect(check["documents"] as? Int == 11 && check["faulty"] as? Int == 1)
    let listed = try #require(check["listed"] as? [[String: Any]])
    #expect(listed.map { $0["number"] as? String } == ["F-102"])
  }

  @Test func soundInvoicesEndWithZero() throws {
    let folder = try Folder()
    let lines = CheckTests.table.split(separator: "\n")
    let file = try folder.write("factures.csv", lines.prefix(2).joined(separator: "\n"))
    let answer = try Encaisse.run("check", file)
    #expect(answer.code == 0, "\(answer.text)")
    #expect(answer.typed.contains("1 facture contrôlée"))
  }

  @Test func whatCannotBeCheckedIsSaid() throws {
    let folder = try Folder()
    let missing = try Encaisse.run("check", folder["absent.pdf"])
    #expect(missing.code == 2 && missing.complaint.contains("Vérifiez le chemin"))
    let note = try Encaisse.run("check", try folder.write("note.txt", "bonjour"))
    #expect(note.code == 2, "\(note.text)")
    #expect(note.text.contains("note.txt"))
    #expect(try Encaisse.run("check").code == 64)
    #expect(try Encaisse.run("check", "--sector", "X", folder.path).code == 64)
  }

  @Test func aBookReviewsItsOwnNumbers() throws {
    let folder = try Folder()
    let book = folder["b.encaisse"]
    let file = try folder.write("factures.csv", CheckTests.table)
    #expect(try Encaisse.run("import", "--book", book, file).code == 0)
    let answer = try Encaisse.run("check", "--book", book)
    #expect(answer.code == 1 && answer.typed.contains("F-107"), "\(answer.text)")
  }
}
