import Foundation
import Quantities

/// Where a world is written: `fichiers` to import, `verite` for tests, and a mark to know it by.
struct DemoFolder {
  let files: String
  let truth: String
  private let mark: String

  /// Clears what an earlier demo left; refuses a folder that holds anything else of these names.
  init(_ directory: String) throws(DemoError) {
    files = directory + "/fichiers"
    truth = directory + "/verite"
    mark = directory + "/demo.txt"
    let manager = FileManager.default
    let isOurs = manager.fileExists(atPath: mark)
    for folder in [files, truth] where manager.fileExists(atPath: folder) {
      guard isOurs else { throw .notEmpty(folder: folder) }
      try DemoFolder.attempt(folder) { try manager.removeItem(atPath: folder) }
    }
    // Marked before anything is written, so that a world cut short can be replaced.
    try DemoFolder.attempt(directory) {
      try manager.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }
    try OutputFile.write(Array("Encaisse\n".utf8), to: mark)
    for folder in [files, files + "/factures", truth] {
      try DemoFolder.attempt(folder) {
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
    }
  }

  /// Says what the folder is, for whoever opens it.
  func mark(_ plan: WorldPlan) throws(DemoError) {
    let text = """
      Encaisse : entreprise de démonstration. Tout y est inventé.
      fichiers/ : à importer. verite/ : les réponses, pour les tests ; ne pas importer.
      \(plan.customers) clients, \(plan.invoices) factures, graine \(plan.seed), \
      au \(plan.today.french).

      """
    try OutputFile.write(Array(text.utf8), to: mark)
  }

  private static func attempt(
    _ path: String, _ action: () throws -> Void
  ) throws(DemoError) {
    do { try action() } catch {
      throw .cannotWrite(path: path, reason: error.localizedDescription)
    }
  }
}
