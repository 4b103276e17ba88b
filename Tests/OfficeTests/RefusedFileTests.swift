import Claims
import Dunning
import Foundation
import Ledger
import Office
import Quantities
import Reports
import Store
import Testing

/// A file that cannot be read is named with its remedy, leaves nothing, and stops no other.
@Suite struct RefusedFileTests {
  private func refusal(_ name: String, _ bytes: Data) throws -> String {
    let bench = try Bench()
    let path = try bench.write(name, "")
    try bytes.write(to: URL(filePath: path))
    let report = try bench.desk.importFiles([path, try bench.write("bon.csv", Papers.three)])
    #expect(report.refused == 1 && report.hasFailures)
    #expect(report.files.contains { $0.result == "taken 3 0 0" }, "the other file goes through")
    #expect(try bench.desk.counts().invoices == 3 && bench.desk.counts().imports == 1)
    #expect(try bench.desk.verify().isSound)
    // The report names the file beside its words.
    let refused = try #require(report.files.first { $0.name == name })
    return refused.result
  }

  @Test func anEmptyFile() throws {
    #expect(try refusal("vide.csv", Data()).contains("vide"))
  }

  @Test func aBrokenPDF() throws {
    let words = try refusal("casse.pdf", Data("%PDF-1.7\n1 0 obj\n<< broken".utf8))
    #expect(words.contains("PDF"))
  }

  @Test func aDocumentTypeDeclaration() throws {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>
      \(InvoicePaper().cii.split(separator: "\n").dropFirst().joined(separator: "\n"))
      """
    let words = try refusal("piege.xml", Data(bomb.utf8))
    #expect(words.contains("DOCTYPE") && words.contains("Retirez"))
  }

  @Test func aTruncatedStatement() throws {
    let whole = Papers.camt(
      [("VIR FA-2026-0001", "1200.00"), ("VIR FA-2026-0002", "600.00")], on: "2026-11-20")
    let words = try refusal("coupe.xml", Data(whole.utf8.prefix(whole.utf8.count * 3 / 4)))
    #expect(words.contains("Redemandez le fichier complet"))
  }

  @Test func bytesOfNoFormat() throws {
    let words = try refusal(
      "photo.jpg", Data([0xFF, 0xD8, 0xFF, 0xE0] + Array(repeating: 7, count: 900)))
    #expect(words.contains("c’est une image") && words.contains("Demandez"))
    let noise = try refusal("bruit.bin", Data([0xFE, 0xD8] + Array(repeating: 7, count: 900)))
    #expect(noise.contains("Demandez l’un de ces formats"))
  }

  @Test func aMissingFile() throws {
    let bench = try Bench()
    let report = try bench.desk.importFiles([bench.folder + "/absent.csv"])
    #expect(report.refused == 1 && report.results[0].contains("Vérifiez le chemin"))
  }

  @Test func anEmptyFolderAndTheBookItself() throws {
    let bench = try Bench()
    // The book stands in the folder that is imported: it is passed over.
    let report = try bench.desk.importFiles([bench.folder])
    #expect(report.files.map(\.name) == [])
    #expect(try bench.desk.counts().imports == 0)
  }

  @Test func aFileWithoutTheRightToRead() async throws {
    guard geteuid() == 0 else { return print("skipped: giving up rights takes root") }
    await #expect(processExitsWith: .success) {
      let bench = try Bench()
      let path = try bench.write("secret.csv", Papers.three)
      let files = FileManager.default
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      try files.setAttributes([.posixPermissions: 0o777], ofItemAtPath: bench.folder)
      for name in try files.contentsOfDirectory(atPath: bench.folder) where name != "secret.csv" {
        try files.setAttributes(
          [.posixPermissions: 0o666], ofItemAtPath: bench.folder + "/" + name)
      }
      precondition(seteuid(65_534) == 0)
      defer { _ = seteuid(0) }
      let report = try bench.desk.importFiles([path])
      precondition(report.refused == 1)
      precondition(report.results[0].contains("droit de lire"), report.results[0])
    }
  }
}
