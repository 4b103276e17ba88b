import Foundation
import Quantities
import Store
import Testing

/// A book that nobody has open is one file: whoever copies it has all of it.
@Suite struct OneFileTests {
  private let day = Day(2026, 11, 23)

  private func isBeside(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "-wal")
  }

  @Test func whatWasWrittenIsInTheFileWhenTheLastCloses() throws {
    let folder = try Folder()
    let path = folder.file("livre.encaisse")
    do {
      let store = try Store(path: path, creates: true)
      try store.write(learned: day) { try $0.set("nom", to: "Essai") }
      #expect(try store.read { try $0.settings()["nom"] } == "Essai")
      #expect(isBeside(path))
    }
    #expect(!isBeside(path))
    let copy = folder.file("copie.encaisse")
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let store = try Store(path: copy, creates: false)
    #expect(try store.read { try $0.settings()["nom"] } == "Essai")
  }

  @Test func whileAnotherUsesItNothingIsMoved() throws {
    let folder = try Folder()
    let path = folder.file("livre.encaisse")
    let other = try Store(path: path, creates: true)
    do {
      let store = try Store(path: path, creates: false)
      try store.write(learned: day) { try $0.set("nom", to: "Essai") }
      _ = try store.read { try $0.settings() }
    }
    #expect(isBeside(path))
    #expect(try other.read { try $0.settings()["nom"] } == "Essai")
  }
}
