import Foundation
import Testing

/// Ctrl-C in the middle of an import: what is taken stays whole, and the next import goes on.
@Suite(.enabled(if: Encaisse.isHere, "\(Encaisse.missing)")) struct InterruptTests {
  private static func files(in folder: Folder) throws -> String {
    let path = folder["factures"]
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let head = "N° facture;Date facture;Client;SIREN;Montant HT;TVA;Montant TTC;Échéance"
    for file in 10..<40 {
      let rows = (1...400).map { row in
        "F-\(file)-\(row);02/02/2026;CLIENT \(row % 50);;100,00;20,00;120,00;04/03/2026"
      }
      let text = ([head] + rows).joined(separator: "\n")
      _ = try folder.write("factures/f\(file).csv", text)
    }
    return path
  }

  private func invoices(_ book: String) throws -> Int? {
    try Encaisse.run("today", "--book", book, "--json").json()["invoices"] as? Int
  }

  @Test func whatIsTakenStaysAndTheRestFollows() throws {
    let folder = try Folder()
    let files = try InterruptTests.files(in: folder)
    let book = folder["b.encaisse"]
    let process = try Encaisse.start(["import", "--book", book, files], writingTo: folder)
    // As soon as the book is there the files are being read.
    for _ in 0..<1_000 where !FileManager.default.fileExists(atPath: book) {
      Thread.sleep(forTimeInterval: 0.005)
    }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "the program did not hear Ctrl-C")
    let words = folder.text(of: "out") + folder.text(of: "err")
    #expect(try Encaisse.run("verify", "--book", book).code == 0)
    let taken = try #require(try invoices(book))
    #expect(taken % 400 == 0, "a file was taken in half: \(taken)")
    if taken < 12_000 {
      #expect(process.terminationStatus > 0 && words.contains("Importez à nouveau"), "\(words)")
    }
    let again = try Encaisse.run("import", "--book", book, files)
    #expect(again.code == 0, "\(again.text)")
    #expect(try invoices(book) == 12_000)
    #expect(try Encaisse.run("verify", "--book", book).code == 0)
  }
}
