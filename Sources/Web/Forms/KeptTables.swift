import Foundation
import Intake
import Office
import Synchronization

/// Bank tables that came by the page, kept a while: a person may say what their columns hold.
final class KeptTables: Sendable {
  struct Table: Sendable {
    let path: String
    /// The name the file came under.
    let name: String
    /// The import that took it in; nil when none did.
    let source: Int64?
  }

  static let shared = KeptTables()

  private static let mostKept = 40
  private static let mostBytes = 32 << 20

  private struct State {
    var newest: Int64 = 0
    var tables: [Int64: Table] = [:]
    /// The numbers by where the files lay when they were imported.
    var numbers: [String: Int64] = [:]
  }

  private let state = Mutex(State())

  private init() {}

  subscript(number: Int64) -> Table? { state.withLock { $0.tables[number] } }

  /// The number of the table that lay at a path when it was imported.
  func number(of path: String) -> Int64? { state.withLock { $0.numbers[path] } }

  /// Keeps a copy of the tables of an import that a person may want to read otherwise.
  func keep(from report: ImportReport) {
    for file in report.files where file.lacksColumns || file.table?.columns != nil {
      keep(file)
    }
  }

  private func keep(_ file: FileReport) {
    var source: Int64?
    if case .taken(let number, _, _, _) = file.outcome { source = number }
    let size = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
    guard size > 0, size <= KeptTables.mostBytes,
      let copy = try? UploadedFiles(copyOf: file.path)
    else { return }
    let table = Table(path: copy.paths[0], name: file.name, source: source)
    state.withLock { state in
      state.newest += 1
      state.tables[state.newest] = table
      state.numbers[file.path] = state.newest
      let old = state.newest - Int64(KeptTables.mostKept)
      state.numbers = state.numbers.filter { $0.value > old }
      if let gone = state.tables.removeValue(forKey: old) { KeptTables.remove(gone) }
    }
  }

  /// The folder of the copy, which holds the file in a folder of its own.
  private static func remove(_ table: Table) {
    let folder = URL(filePath: table.path).deletingLastPathComponent().deletingLastPathComponent()
    try? FileManager.default.removeItem(at: folder)
  }
}
