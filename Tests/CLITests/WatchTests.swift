import Foundation
import Testing

/// A folder whose files are taken in as they arrive, by the program itself.
@Suite(.enabled(if: Encaisse.isHere, "\(Encaisse.missing)")) struct WatchTests {
  static let invoices = """
    N° facture;Date facture;Client;SIREN;Montant HT;TVA;Montant TTC;Échéance
    F-1;02/02/2026;ACME;732829320;100,00;20,00;120,00;04/03/2026
    F-2;32/02/2026;ACME;732829320;100,00;20,00;120,00;04/03/2026
    """

  private func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private func wait(for condition: () -> Bool) -> Bool {
    for _ in 0..<400 {
      if condition() { return true }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return false
  }

  /// Asks the program to stop; one that does not hear is ended, and is a failure.
  private func end(_ process: Process) {
    process.terminate()
    if !wait(for: { !process.isRunning }) {
      Issue.record("SIGTERM was not heard")
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
  }

  private func start(_ folder: Folder, _ more: String...) throws -> Process {
    try Encaisse.start(
      ["watch", "--book", folder["b.encaisse"], folder["depot"]] + more, writingTo: folder)
  }

  private func ready() throws -> Folder {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder["depot"], withIntermediateDirectories: true)
    return folder
  }

  @Test func filesAreTakenAndPutAway() throws {
    let folder = try ready()
    let process = try start(folder)
    defer { if process.isRunning { process.terminate() } }
    _ = try folder.write("depot/factures.csv", WatchTests.invoices)
    _ = try folder.write("depot/note.txt", "bonjour")
    _ = try folder.write("depot/grand.csv.part", WatchTests.invoices)
    let isTaken = wait { has(folder["depot/traités/factures.csv"]) }
    #expect(isTaken, "\(folder.text(of: "out"))\(folder.text(of: "err"))")
    #expect(wait { has(folder["depot/refusés/note.txt"]) })
    let report = folder.text(of: "depot/traités/factures.csv.txt")
    #expect(report.contains("1 repris") && report.contains("32/02/2026"), "\(report)")
    #expect(folder.text(of: "depot/refusés/note.txt.txt").contains("note.txt"))
    #expect(has(folder["depot/grand.csv.part"]))
    // Renamed into place; a file of the same name was there before.
    try FileManager.default.moveItem(
      atPath: folder["depot/grand.csv.part"], toPath: folder["depot/factures.csv"])
    #expect(wait { has(folder["depot/traités/factures (2).csv"]) })
    end(process)
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    #expect(folder.text(of: "out").contains("Surveillance arrêtée"))
    let list = try Encaisse.run("today", "--book", folder["b.encaisse"], "--json").json()
    #expect(list["invoices"] as? Int == 1)
    #expect(try Encaisse.run("verify", "--book", folder["b.encaisse"]).code == 0)
  }

  @Test func aKilledWatchGoesOnWhereItWas() throws {
    let folder = try ready()
    for count in 0..<5 {
      let text = WatchTests.invoices.replacing("F-", with: "F\(count)-")
      _ = try folder.write("depot/f\(count).csv", text)
    }
    let first = try start(folder)
    _ = wait { has(folder["depot/traités"]) }
    kill(first.processIdentifier, SIGKILL)
    first.waitUntilExit()
    let second = try start(folder)
    let isDone = wait { (0..<5).allSatisfy { has(folder["depot/traités/f\($0).csv"]) } }
    end(second)
    #expect(isDone, "\(folder.text(of: "out"))\(folder.text(of: "err"))")
    let list = try Encaisse.run("today", "--book", folder["b.encaisse"], "--json").json()
    #expect(list["invoices"] as? Int == 5)
  }

  @Test func filesMayStayWhereTheyAre() throws {
    let folder = try ready()
    _ = try folder.write("depot/factures.csv", WatchTests.invoices)
    for round in 0..<2 {
      let process = try start(folder, "--keep")
      let isTaken = wait { folder.text(of: "out").contains("factures.csv") || round == 1 }
      if round == 1 { Thread.sleep(forTimeInterval: 4) }
      end(process)
      #expect(isTaken && has(folder["depot/factures.csv"]) && !has(folder["depot/traités"]))
      // Started again it does not take the same file twice.
      #expect(folder.text(of: "out").contains("factures.csv") == (round == 0))
    }
    #expect(try Encaisse.run("watch", "--book", folder["b.encaisse"], folder["no"]).code == 2)
  }
}
