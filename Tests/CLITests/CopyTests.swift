import Foundation
import Testing

/// The PDFs beside the book: kept by the import, copied by the backup, counted by the check.
@Suite(.enabled(if: Encaisse.isHere, "\(Encaisse.missing)")) struct CopyTests {
  let demo: DemoBook

  init() throws { demo = try DemoBook.shared.get() }

  private func files(beside book: String) -> [String] {
    let folder = book + "-pieces"
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".pdf") }.map { folder + "/" + $0 }
  }

  @Test func theBackupBringsTheCopiesAndTheCheckMissesOne() throws {
    let folder = try Folder()
    let copy = folder["copie.encaisse"]
    let kept = files(beside: demo.book).count
    #expect(kept > 10)
    let answer = try demo.run("backup", copy)
    #expect(answer.code == 0)
    #expect(answer.text.contains("\(kept) copies de factures, dont \(kept) nouvelles"))
    #expect(files(beside: copy).count == kept)
    #expect(try demo.run("backup", copy).text.contains("dont 0 nouvelles"))
    let sound = try Encaisse.run("verify", "--book", copy)
    #expect(sound.code == 0 && sound.text.contains("\(kept) copies de factures gardées"))
    let lost = try #require(files(beside: copy).first)
    try FileManager.default.removeItem(atPath: lost)
    let verified = try Encaisse.run("verify", "--book", copy)
    #expect(verified.code == 1)
    #expect(verified.text.contains("dont 1 manquantes") && verified.text.contains("fichier absent"))
    #expect(verified.text.contains("Importez de nouveau ces PDF"))
    let json = try Encaisse.run("verify", "--book", copy, "--json").json()
    #expect(json["sound"] as? Bool == false && json["copiesLost"] as? Int == 1)
    // The same files again bring it back.
    #expect(try Encaisse.run("import", "--book", copy, demo.files).code == 0)
    #expect(try Encaisse.run("verify", "--book", copy).code == 0)
  }
}
