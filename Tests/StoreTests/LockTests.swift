import Foundation
import Ledger
import Quantities
import Store
import Testing

#if os(Linux)
  /// A book that is open is locked against other programs that would clear away its log.
  @Suite struct LockTests {
    /// The locks of this process on a file, as the system lists them.
    private func locks(on path: String) throws -> [Substring] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      let inode = try #require(attributes[.systemFileNumber] as? NSNumber).intValue
      let list = try String(contentsOfFile: "/proc/locks", encoding: .utf8)
      return list.split(separator: "\n").filter { line in
        line.contains("POSIX") && line.contains(":\(inode) ") && line.contains(" \(getpid()) ")
      }
    }

    /// Whoever opens one more connection, or a second book on the same file, leaves the locks of
    /// the first standing.
    @Test func aSecondConnectionLeavesTheLocksStanding() throws {
      let folder = try Folder()
      let path = folder.file("livre.encaisse")
      let store = try Store(path: path, creates: true)
      try store.write(learned: Day(2026, 11, 23)) { try $0.set("nom", to: "Essai") }
      #expect(try !locks(on: path).isEmpty)
      #expect(try store.read { try $0.settings()["nom"] } == "Essai")
      #expect(try !locks(on: path).isEmpty, "a reader beside the writer")
      let second = try Store(path: path, creates: false)
      #expect(try second.read { try $0.settings()["nom"] } == "Essai")
      #expect(try !locks(on: path).isEmpty, "a second store in the same program")
      try store.write(learned: Day(2026, 11, 23)) { try $0.set("nom", to: "Encore") }
      #expect(try second.read { try $0.settings()["nom"] } == "Encore")
    }
  }
#endif
