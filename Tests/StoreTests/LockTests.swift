import Foundation
import Ledger
import Quantities
import Store
import Testing

#if os(Linux)
  import Glibc

  /// A book that is open is locked against other programs that would clear away its log.
  @Suite struct LockTests {
    /// Whether anybody holds a lock on the bytes that SQLite locks for all who read.
    private func isLocked(_ file: Int32) -> Bool {
      var wanted = Glibc.flock()
      wanted.l_type = Int16(F_WRLCK)
      wanted.l_whence = Int16(SEEK_SET)
      wanted.l_start = 0x4000_0002
      wanted.l_len = 510
      // F_OFD_GETLK: asks on behalf of this handle, so that the process's own locks are seen.
      return fcntl(file, 36, &wanted) == 0 && wanted.l_type != Int16(F_UNLCK)
    }

    /// Whoever opens one more connection, or a second book on the same file, leaves the locks of
    /// the first standing.
    @Test func aSecondConnectionLeavesTheLocksStanding() throws {
      let folder = try Folder()
      let path = folder.file("livre.encaisse")
      // Opened before the book and closed after it: closing a handle drops the process's locks.
      let file = open(path, O_RDWR | O_CREAT, 0o600)
      defer { close(file) }
      try hold(path, file)
    }

    private func hold(_ path: String, _ file: Int32) throws {
      #expect(!isLocked(file))
      let store = try Store(path: path, creates: true)
      try store.write(learned: Day(2026, 11, 23)) { try $0.set("nom", to: "Essai") }
      #expect(isLocked(file))
      #expect(try store.read { try $0.settings()["nom"] } == "Essai")
      #expect(isLocked(file), "a reader beside the writer")
      let second = try Store(path: path, creates: false)
      #expect(try second.read { try $0.settings()["nom"] } == "Essai")
      #expect(isLocked(file), "a second store in the same program")
      try store.write(learned: Day(2026, 11, 23)) { try $0.set("nom", to: "Encore") }
      #expect(try second.read { try $0.settings()["nom"] } == "Encore")
      withExtendedLifetime((store, second)) {}
    }
  }
#endif
