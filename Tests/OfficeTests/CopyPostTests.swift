import Correspondence
import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// Letters for the post carry the invoices that they announce, behind their own pages.
@Suite struct CopyPostTests {
  let bench: Bench
  let brunel: CustomerID

  init() throws {
    bench = try Bench()
    try bench.take(
      "clients.csv",
      "Code;Nom;Adresse;Code postal;Ville;Email\nC2;Brunel SAS;1 rue Haute;69001;Lyon;a@b.example\n"
    )
    try bench.take("factures.csv", Papers.three)
    try bench.take("banque.csv", Papers.bank(("22/11/2026", "AUTRE CHOSE", "1,00")))
    brunel = try bench.customer("Brunel")
  }

  private func keep(_ pdf: [UInt8]) throws {
    let path = try bench.write("FA-2026-0002.pdf", pdf)
    try bench.desk.keepCopy(path, of: try bench.document("FA-2026-0002"))
  }

  private func queue() throws -> OutboxMessage {
    let number = try #require(
      try bench.desk.queueLetter(.formalNotice, to: brunel, by: .registeredLetter, in: Manner())
        .first)
    return try #require(try bench.desk.store.read { try $0.message(number) })
  }

  private func pdf(in folder: String) throws -> String? {
    try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".pdf") }
      .map { folder + "/" + $0 }
  }

  /// What a program of the system says; nil where it is not installed.
  private func ask(_ tool: String, _ arguments: String...) throws -> (code: Int32, text: String)? {
    let path = "/usr/bin/" + tool
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(
      decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  @Test func thePagesOfTheInvoiceFollowTheLetter() throws {
    try keep(CopyPapers.plain("FA-2026-0002"))
    let kept = try queue()
    #expect(kept.message.text.contains("– copie de la facture FA-2026-0002 du 05/09/2026"))
    let report = try bench.desk.post(into: bench.folder + "/courrier")
    #expect(report.letters == 1 && report.lacking == 0)
    let path = try #require(try pdf(in: report.folder))
    if let check = try ask("qpdf", "--check", path) {
      #expect(check.code == 0, "\(check.text)")
    }
    if let text = try ask("pdftotext", "-layout", path, "-")?.text {
      #expect(text.contains("MISE EN DEMEURE") && text.contains("Facture FA-2026-0002"))
      #expect(text.split(separator: "\u{0C}").last?.contains("MISE EN DEMEURE") == false)
    }
    let inventory = try String(
      contentsOfFile: report.folder + "/inventaire.txt", encoding: .utf8)
    #expect(inventory.contains("1 copie(s) de facture"))
  }

  @Test func aDamagedCopyIsNeitherEnclosedNorAnnounced() throws {
    try keep(Array(CopyPapers.plain("FA-2026-0002").dropLast(600)))
    let kept = try queue()
    #expect(!kept.message.text.contains("copie de la facture"))
    #expect(kept.enclosures.count == 1)
    #expect(try bench.desk.post(into: bench.folder + "/courrier").letters == 1)
  }

  @Test func aFileThatVanishedHoldsItsLetterBack() throws {
    let pdf = CopyPapers.plain("FA-2026-0002")
    try keep(pdf)
    let kept = try queue()
    let copy = try #require(try bench.copy("FA-2026-0002"))
    try FileManager.default.removeItem(atPath: bench.place(of: copy))
    let report = try bench.desk.post(into: bench.folder + "/courrier")
    #expect(report.letters == 0 && report.lacking == 1 && report.batch == 0)
    #expect(report.lost.first?.french.contains("FA-2026-0002.pdf") == true)
    #expect(try bench.desk.store.read { try $0.state(of: kept.number) } == .failed)
    try keep(pdf)
    try bench.desk.sendAgain(kept.number)
    let second = try bench.desk.post(into: bench.folder + "/courrier")
    #expect(second.letters == 1)
    // Refused, its reminder was taken back: it left as a letter written anew.
    let printed = try #require(try bench.desk.store.read { try $0.messages([.printed]).first })
    // Lost after that: the folder is not written again with less than the letter announces.
    try FileManager.default.removeItem(atPath: bench.place(of: copy))
    let folder = try bench.desk.writeBatch(second.batch, into: bench.folder + "/courrier")
    #expect(try self.pdf(in: folder) == nil)
    #expect(try bench.desk.store.read { try $0.state(of: printed.number) } == .failed)
    #expect(try bench.desk.verify().differences.isEmpty)
  }
}
