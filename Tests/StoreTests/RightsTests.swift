import Foundation
import Ledger
import Quantities
import Store
import Testing

/// Disks and rights that say no.
@Suite struct RightsTests {
  @Test func aFullDiskLeavesNothingHalfDone() throws {
    guard geteuid() == 0 else { return print("skipped: a small disk takes root to mount") }
    let folder = try Folder()
    guard
      let mounted = try run(
        "/usr/bin/mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.path]),
      mounted.status == 0
    else { return print("skipped: no small disk could be mounted") }
    defer { _ = try? run("/usr/bin/umount", ["-l", folder.path]) }
    let path = folder.file("livre.encaisse")
    let store = try Store(path: path, creates: true)
    try store.write(learned: today) { try $0.open("Avant") }
    var met: StoreFailure?
    do {
      try store.write(learned: today) { pen in
        for number in 0..<40_000 { _ = try pen.open("Client \(number) " + noise) }
      }
    } catch let failure as StoreFailure { met = failure }
    guard case .full = met else {
      Issue.record("a full disk is said to be \(String(describing: met))")
      return
    }
    try check(store, customers: 1)
    try store.write(learned: today) { try $0.open("Après") }
    try check(try Store(path: path, creates: false), customers: 2)
  }

  private let noise = String(repeating: "encaisse ", count: 20)

  private func check(_ store: Store, customers: Int) throws {
    #expect(try store.read { try $0.counts(.first) }.customers == customers)
    #expect(try store.read { try $0.verify() }.isSound)
  }

  /// The words of what opening meets, in a process of its own where root's rights are given up.
  @Test func aFolderWithoutTheRightToWriteIsSaid() async throws {
    guard geteuid() == 0 else { return print("skipped: giving up rights takes root") }
    await #expect(processExitsWith: .success) {
      let folder = try Folder()
      let path = folder.file("livre.encaisse")
      try Store(path: path, creates: true).write(learned: today) { try $0.open("Client") }
      let files = FileManager.default
      for name in try files.contentsOfDirectory(atPath: folder.path) {
        try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.file(name))
      }
      try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
      precondition(seteuid(65_534) == 0)
      defer { _ = seteuid(0) }
      for (name, creates) in [("livre.encaisse", false), ("nouveau.encaisse", true)] {
        do {
          let store = try Store(path: folder.file(name), creates: creates)
          try store.write(learned: today) { try $0.open("Autre") }
          preconditionFailure("written without the right to")
        } catch StoreFailure.cannotOpen(let path, let reason) {
          precondition(path == folder.file(name) && !reason.isEmpty)
        }
      }
    }
  }
}
