import Foundation
import Ledger
import Quantities
import Store
import Testing

/// What cannot be opened or written is refused with its reason, and is left as it was.
@Suite struct FileTests {
  /// The case of the failure that opening, or an action, meets; nil when it goes through.
  private func failure(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let failure as StoreFailure {
      switch failure {
      case .inUse: return "inUse"
      case .full: return "full"
      case .cannotOpen: return "cannotOpen"
      case .cannotKeep: return "cannotKeep"
      case .notABook: return "notABook"
      case .tooNew(_, let version): return "tooNew \(version)"
      case .damaged: return "damaged"
      case .failed: return "failed"
      }
    } catch {
      return "\(error)"
    }
  }

  private func opening(_ path: String, creates: Bool = false) -> String? {
    failure { _ = try Store(path: path, creates: creates) }
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  @Test func aMissingBookIsNotMade() throws {
    let folder = try Folder()
    #expect(opening(folder.file("absent.encaisse")) == "cannotOpen")
    #expect(!FileManager.default.fileExists(atPath: folder.file("absent.encaisse")))
    #expect(opening(folder.file("absent/livre.encaisse"), creates: true) == "cannotOpen")
    #expect(opening(folder.path, creates: true) == "cannotOpen")
  }

  @Test func anEmptyFileBecomesABookOnlyWhenAsked() throws {
    let folder = try Folder()
    try Data().write(to: URL(filePath: folder.file("vide")))
    #expect(opening(folder.file("vide")) == "notABook")
    #expect(try bytes(folder.file("vide")).isEmpty)
    #expect(opening(folder.file("vide"), creates: true) == nil)
  }

  @Test(arguments: [true, false]) func aForeignDatabaseIsLeftAsItWas(_ creates: Bool) throws {
    let folder = try Folder()
    let path = folder.file("autre.db")
    guard try tamper(path, "CREATE TABLE t (a); INSERT INTO t VALUES (1)") else { return }
    let before = try bytes(path)
    #expect(opening(path, creates: creates) == "notABook")
    #expect(try bytes(path) == before)
  }

  @Test(arguments: [1, 99, 100, 512, 5_000], 1...3 as ClosedRange<UInt64>)
  func bytesAtRandomAreRefused(_ count: Int, _ seed: UInt64) throws {
    let folder = try Folder()
    var random = Seeded(seed)
    let noise = Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    let path = folder.file("bruit.encaisse")
    try noise.write(to: URL(filePath: path))
    #expect(opening(path, creates: true) == "notABook", "seed \(seed)")
    #expect(try bytes(path) == noise)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func aDamagedBookNeverCrashes(_ seed: UInt64) throws {
    let folder = try Folder()
    let path = folder.file("livre.encaisse")
    var store: Store? = try Store(path: path, creates: true)
    try store?.write(learned: today) { pen in
      for number in 0..<200 { _ = try pen.open("Client \(number)") }
    }
    try store?.backup(to: folder.file("copie"))
    store = nil
    var random = Seeded(seed)
    var damaged = try bytes(folder.file("copie"))
    for _ in 0..<400 {
      damaged[.random(in: 200..<damaged.count, using: &random)] = .random(
        in: 0...255, using: &random)
    }
    let other = folder.file("abime")
    try damaged.write(to: URL(filePath: other))
    let met = failure {
      let found = try Store(path: other, creates: false).read { try $0.verify() }
      #expect(!found.isSound, "seed \(seed): the damage was not seen")
    }
    #expect(met == nil || ["damaged", "notABook", "failed"].contains(met), "seed \(seed)")
  }

  @Test func aNewerBookIsRefusedAndLeftAsItWas() throws {
    let folder = try Folder()
    let path = folder.file("livre.encaisse")
    _ = try Store(path: path, creates: true)
    guard try tamper(path, "PRAGMA user_version = 99") else { return }
    #expect(opening(path) == "tooNew 99")
    #expect(opening(path, creates: true) == "tooNew 99")
    #expect(try run("/usr/bin/sqlite3", [path, "PRAGMA user_version"])?.text == "99\n")
  }

  @Test func aBookOpensAgain() throws {
    let folder = try Folder()
    let path = folder.file("livre.encaisse")
    try Store(path: path, creates: true).write(learned: today) { try $0.open("Client") }
    #expect(opening(path) == nil)
    #expect(opening(path, creates: true) == nil)
    let again = try Store(path: path, creates: true)
    #expect(try again.read { try $0.counts(.first) }.customers == 1)
  }

  @Test func aBookLockedByAnotherProgramIsInUse() throws {
    let folder = try Folder()
    let path = folder.file("livre.encaisse")
    let store = try Store(path: path, creates: true)
    try store.write(learned: today) { try $0.open("Avant") }
    guard let holder = try Holder(of: path) else { return }
    defer { holder.release() }
    let began = ContinuousClock.now
    let met = failure { _ = try store.write(learned: today) { try $0.open("Pendant") } }
    #expect(met == "inUse")
    #expect(ContinuousClock.now - began < .seconds(15))
    // Reading goes on meanwhile.
    #expect(try store.read { try $0.counts(.first) }.customers == 1)
    holder.release()
    try store.write(learned: today) { try $0.open("Après") }
    #expect(try store.read { try $0.counts(.first) }.customers == 2)
    #expect(try store.read { try $0.verify() }.isSound)
  }
}

/// Another program that holds the pen of a book.
private final class Holder {
  private let process = Process()
  private let words = Pipe()
  private var isHeld = true

  init?(of path: String) throws {
    let python = "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: python) else {
      print("skipped: no \(python)")
      return nil
    }
    process.executableURL = URL(filePath: python)
    process.arguments = [
      "-c",
      """
      import sqlite3, sys
      book = sqlite3.connect(sys.argv[1], isolation_level=None)
      book.execute("BEGIN IMMEDIATE")
      print("held", flush=True)
      sys.stdin.read()
      """, path,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = words
    try process.run()
    _ = output.fileHandleForReading.availableData
  }

  func release() {
    guard isHeld else { return }
    isHeld = false
    try? words.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
