import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// The PDFs of invoices are kept as they come, and go again with their import.
@Suite struct CopyImportTests {
  let bench: Bench

  init() throws { bench = try Bench() }

  @Test func aFacturXFileIsItsOwnCopy() throws {
    let pdf = try CopyPapers.facturX(InvoicePaper())
    let path = try bench.write("facture 9.pdf", pdf)
    let report = try bench.desk.importFiles([path])
    #expect(report.results == ["taken 1 0 0"] && report.copies == 0)
    let copy = try #require(try bench.copy("FA-2026-0009"))
    #expect(copy.name == "facture 9.pdf" && copy.file.byteCount == pdf.count)
    #expect(FileManager.default.contents(atPath: bench.place(of: copy)) == Data(pdf))
    let mode = try FileManager.default.attributesOfItem(atPath: bench.place(of: copy))
    #expect(mode[.posixPermissions] as? Int == 0o600)
    let folder = try FileManager.default.attributesOfItem(atPath: bench.desk.store.archive.folder)
    #expect(folder[.posixPermissions] as? Int == 0o700)
    let verification = try bench.desk.verify()
    #expect(verification.isSound && verification.copies == 1)
    // The same again changes nothing.
    #expect(try bench.desk.importFiles([path]).results == ["taken before"])
    #expect(bench.archived.count == 1)
  }

  @Test func aPDFThatComesAfterTheTableAddsTheCopy() throws {
    try bench.take(
      "factures.csv",
      Papers.invoices("FA-2026-0009;D;Dumas SARL;01/10/2026;31/10/2026;100,00;20,00;120,00;EUR"))
    #expect(try bench.copy("FA-2026-0009") == nil)
    bench.setToday(Day(2026, 11, 25))
    let path = try bench.write("x.pdf", try CopyPapers.facturX(InvoicePaper()))
    let report = try bench.desk.importFiles([path])
    #expect(report.results == ["taken 0 1 0"] && report.copies == 1)
    #expect(report.files[0].notes.map(\.french) == ["copie de la facture FA-2026-0009 gardée"])
    #expect(report.summary.first?.text.french == "1\u{A0}copie de facture.")
    #expect(try bench.copy("FA-2026-0009")?.name == "x.pdf")
    // As of a past day it is not there yet.
    #expect(try bench.copy("FA-2026-0009", asOf: Day(2026, 11, 24)) == nil)
    let document = try bench.document("FA-2026-0009")
    #expect(try bench.desk.documentFile(document, on: Day(2026, 11, 24))?.copy == nil)
    #expect(try bench.desk.documentFile(document)?.copy?.learned == Day(2026, 11, 25))
  }

  @Test func aPlainPDFIsTheCopyOfTheInvoiceThatItsNameNames() throws {
    // The PDF comes first in the folder, and its invoice with the same import.
    let files = [
      try bench.write("A fa_2026 0002 Brunel.PDF", CopyPapers.plain("2")),
      try bench.write("factures.csv", Papers.three),
    ]
    let report = try bench.desk.importFiles(files)
    #expect(report.results == ["taken 3 0 0", "taken 1 0 0"], "\(report.results)")
    #expect(report.files[1].format == .pdfCopy && report.copies == 1)
    #expect(report.files[1].notes.map(\.french) == ["copie de la facture FA-2026-0002 gardée"])
    #expect(try bench.copy("FA-2026-0002")?.name == "A fa_2026 0002 Brunel.PDF")
    #expect(try bench.desk.verify().isSound)
    // Known as a file from now on.
    #expect(try bench.desk.importFiles([files[0]]).results == ["taken before"])
  }

  @Test func anUnknownOrUnclearNameIsRefusedWithTheRemedy() throws {
    try bench.take(
      "factures.csv",
      Papers.invoices(
        "FA-12;C1;Aubois SARL;05/06/2026;05/07/2026;100,00;0,00;100,00;EUR",
        "FA-1-2;C1;Aubois SARL;05/06/2026;05/07/2026;200,00;0,00;200,00;EUR"))
    let report = try bench.desk.importFiles([
      try bench.write("fa-12.pdf", CopyPapers.plain("a")),
      try bench.write("fa-123.pdf", CopyPapers.plain("b")),
    ])
    #expect(report.refused == 2)
    #expect(report.results[0].contains("FA-1-2, FA-12"), "\(report.results)")
    #expect(report.results[1].contains("nommez-le d’après elle"), "\(report.results)")
    #expect(bench.archived.isEmpty)
  }

  @Test func aLargePlainPDFIsKeptToo() throws {
    try bench.take("factures.csv", Papers.three)
    let pdf = try CopyPapers.plain("FA-2026-0001", byteCount: 3 << 20)
    let report = try bench.desk.importFiles([try bench.write("FA-2026-0001.pdf", pdf)])
    #expect(report.results == ["taken 1 0 0"])
    #expect(try bench.copy("FA-2026-0001")?.file.byteCount == pdf.count)
  }

  @Test func theNewestStandingCopyCounts() throws {
    try bench.take("factures.csv", Papers.three)
    _ = try bench.desk.importFiles([
      try bench.write("FA-2026-0001.pdf", CopyPapers.plain("un"))
    ])
    _ = try bench.desk.importFiles([
      try bench.write("FA-2026-0001 bis.pdf", CopyPapers.plain("deux"))
    ])
    #expect(try bench.copy("FA-2026-0001")?.name == "FA-2026-0001 bis.pdf")
    let undone = try bench.desk.undoImport(3)
    #expect(undone.copies == 1 && undone.words.french.contains("1\u{A0}copie de facture"))
    #expect(try bench.copy("FA-2026-0001")?.name == "FA-2026-0001.pdf")
    _ = try bench.desk.undoImport(2)
    #expect(try bench.copy("FA-2026-0001") == nil)
    #expect(try bench.desk.verify().isSound && bench.desk.verify().copies == 0)
    // The file may come again.
    let again = try bench.desk.importFiles([bench.folder + "/FA-2026-0001.pdf"])
    #expect(again.results == ["taken 1 0 0"])
  }

  @Test func anUndoneImportTakesItsCopiesAlong() throws {
    let path = try bench.write("x.pdf", try CopyPapers.facturX(InvoicePaper()))
    _ = try bench.desk.importFiles([path])
    #expect(try bench.desk.undoImport(1).invoices == 1)
    #expect(try bench.desk.verify().isSound && bench.desk.verify().copies == 0)
    #expect(try bench.desk.importFiles([path]).results == ["taken 1 0 0"])
    #expect(try bench.copy("FA-2026-0009") != nil)
    #expect(try bench.desk.verify().copies == 1)
  }

  @Test func aPersonTakesOneCopyBack() throws {
    let path = try bench.write("x.pdf", try CopyPapers.facturX(InvoicePaper()))
    _ = try bench.desk.importFiles([path])
    let document = try bench.document("FA-2026-0009")
    let copy = try #require(try bench.desk.store.read { try $0.copy(of: document) })
    try bench.desk.undo(copy.number, reason: "autre client")
    #expect(try bench.copy("FA-2026-0009") == nil)
    #expect(try bench.desk.verify().isSound)
    // The same file may bring it again.
    #expect(try bench.desk.importFiles([path]).copies == 1)
    #expect(try bench.copy("FA-2026-0009") != nil)
  }

  @Test func aFileThatWasLostComesBackWithItsImport() throws {
    let path = try bench.write("x.pdf", try CopyPapers.facturX(InvoicePaper()))
    _ = try bench.desk.importFiles([path])
    let copy = try #require(try bench.copy("FA-2026-0009"))
    try FileManager.default.removeItem(atPath: bench.place(of: copy))
    let verification = try bench.desk.verify()
    #expect(!verification.isSound && verification.copiesLost == 1)
    #expect(
      verification.lostCopies == ["copie de FA-2026-0009 (x.pdf)\u{A0}: fichier absent"])
    let report = try bench.desk.importFiles([path])
    #expect(report.results == ["taken before"])
    #expect(report.files[0].notes.first?.french.contains("de nouveau gardée") == true)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func theFolderBesideTheBookIsNotImported() throws {
    let path = try bench.write("x.pdf", try CopyPapers.facturX(InvoicePaper()))
    _ = try bench.desk.importFiles([path])
    let report = try bench.desk.importFiles([bench.folder])
    #expect(report.files.map(\.name) == ["x.pdf"])
  }

  @Test func hostileFilesAreRefusedAndKeepNothing() throws {
    try bench.take("factures.csv", Papers.three)
    try bench.write("vide-FA-2026-0001.pdf", [])
    try bench.write("FA-2026-0001.pdf", Array("<html>pas un PDF</html>".utf8))
    let report = try bench.desk.importFiles([
      bench.folder + "/vide-FA-2026-0001.pdf", bench.folder + "/FA-2026-0001.pdf",
    ])
    #expect(report.refused == 2 && bench.archived.isEmpty)
    // Over 100 MB: a sparse file that begins as a PDF does.
    let large = try bench.write("FA-2026-0002.pdf", Array("%PDF-1.7\n".utf8))
    let handle = try #require(FileHandle(forUpdatingAtPath: large))
    try handle.truncate(atOffset: 101 << 20)
    try handle.close()
    #expect(try bench.desk.importFiles([large]).results[0].contains("100"))
    #expect(throws: CopyRefusal.tooLarge("FA-2026-0002.pdf")) {
      try bench.desk.keepCopy(large, of: try bench.document("FA-2026-0002"))
    }
    #expect(throws: CopyRefusal.notPDF("FA-2026-0001.pdf")) {
      try bench.desk.keepCopy(
        bench.folder + "/FA-2026-0001.pdf", of: try bench.document("FA-2026-0001"))
    }
    #expect(bench.archived.isEmpty)
  }

  @Test func anArchiveThatCannotBeWrittenStopsTheImportWhole() throws {
    let path = try bench.write("x.pdf", try CopyPapers.facturX(InvoicePaper()))
    try bench.write("livre.encaisse-pieces", Array("un fichier".utf8))
    #expect(throws: StoreFailure.self) { try bench.desk.importFiles([path]) }
    #expect(try bench.desk.counts().invoices == 0)
  }

  @Test func aBookOfAnEarlierVersionGetsItsCopies() throws {
    // As if it had been taken in before copies were kept.
    let path = try bench.write("x.pdf", try CopyPapers.facturX(InvoicePaper()))
    _ = try bench.desk.importFiles([path])
    let document = try bench.document("FA-2026-0009")
    let copy = try #require(try bench.desk.store.read { try $0.copy(of: document) })
    try bench.desk.undo(copy.number, reason: "essai")
    let report = try bench.desk.importFiles([path])
    #expect(report.results == ["taken 0 1 0"] && report.copies == 1)
  }
}
