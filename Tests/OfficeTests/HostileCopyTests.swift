import Correspondence
import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// The program as built beside these tests.
private enum Worker {
  static var program: String {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "encaisse").path
  }

  static var isHere: Bool { FileManager.default.isExecutableFile(atPath: program) }
}

/// PDFs made to take their reader down meet the child process only: the program goes on.
@Suite(.enabled(if: Worker.isHere, "no encaisse built beside the tests"))
struct HostileCopyTests {
  private let folder = NSTemporaryDirectory() + "office-tests-" + UUID().uuidString

  private func desk() throws -> Desk {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let desk = try Desk(
      book: folder + "/livre.encaisse", creates: true,
      pdf: .worker(executable: Worker.program, arguments: ["__extract-pdf"]),
      clock: { Day(2026, 11, 23) })
    let files = [
      "clients.csv":
        "Code;Nom;Adresse;Code postal;Ville\nC2;Brunel SAS;1 rue Haute;69001;Lyon\n",
      "factures.csv": Papers.three,
      "banque.csv": Papers.bank(("22/11/2026", "AUTRE CHOSE", "1,00")),
    ]
    _ = try desk.importFiles(files.map { try write($0.key, Array($0.value.utf8)) })
    return desk
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = folder + "/" + name
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// The most memory that this process ever held, in KiB.
  private var peak: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }

  @Test(.timeLimit(.minutes(2)), arguments: HostilePDFs.all.map(\.name))
  func asACopyItLosesOnlyItself(_ name: String) throws {
    let desk = try desk()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let bytes = try #require(HostilePDFs.all.first { $0.name == name }?.bytes)
    let document = try #require(try desk.document(numbered: "FA-2026-0002"))
    let brunel = try #require(try desk.customers(matching: "Brunel").first?.id)
    let before = peak
    try desk.keepCopy(try write("\(name).pdf", bytes), of: document)
    _ = try desk.queueLetter(.formalNotice, to: brunel, by: .registeredLetter, in: Manner())
    let report = try desk.post(into: folder + "/courrier")
    // The letter leaves without what nobody can read, or waits for a person: never neither.
    #expect(report.letters + report.lacking == 1)
    #expect(peak - before < 400_000, "read in this process: \(before) KiB, then \(peak)")
    // The next sound one is read as ever.
    let sound = CopyPapers.plain("x")
    #expect(try desk.importFiles([try write("FA-2026-0002.pdf", sound)]).copies == 1)
    #expect(try desk.verify().isSound)
  }

  /// As an upload comes in: a batch of which one is a bomb, another is cut short.
  @Test(.timeLimit(.minutes(2))) func anImportTakesTheOthers() throws {
    let desk = try desk()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let before = peak
    var paths = try HostilePDFs.all.map { try write("\($0.name).pdf", $0.bytes) }
    paths.append(
      try write(
        "bon.pdf", CopyPapers.facturX(InvoicePaper(number: "FX-1"))))
    let report = try desk.importFiles(paths)
    #expect(report.invoices == 1)
    let refused = report.files.filter { if case .refused = $0.outcome { true } else { false } }
    #expect(refused.count == HostilePDFs.all.count)
    #expect(peak - before < 400_000, "read in this process: \(before) KiB, then \(peak)")
  }
}
