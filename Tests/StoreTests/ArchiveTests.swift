import Foundation
import Ledger
import Quantities
import Store
import Testing

/// Files beside the book: once each, whole, and nowhere else.
@Suite struct ArchiveTests {
  private let folder: Folder
  private let archive: Archive
  private let content = Array("%PDF-1.7 contenu".utf8)
  private let digest = String(repeating: "0a", count: 32)

  init() throws {
    folder = try Folder()
    archive = Archive(beside: folder.file("livre.encaisse"))
  }

  private var file: KeptFile { KeptFile(digest: digest, byteCount: content.count) }
  private var place: String { "\(archive.folder)/0a/\(digest).pdf" }

  @discardableResult
  private func keep(_ bytes: [UInt8]? = nil) throws -> Bool {
    try (bytes ?? content).withUnsafeBytes { try archive.keep($0, digest: digest) }
  }

  @Test func aContentIsWrittenOnce() throws {
    #expect(archive.condition(of: file) == .missing && archive.bytes(of: file) == nil)
    #expect(try keep())
    try archive.settle()
    let before = try FileManager.default.attributesOfItem(atPath: place)
    #expect(try !keep())
    let after = try FileManager.default.attributesOfItem(atPath: place)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(archive.bytes(of: file) == content && archive.condition(of: file) == .whole)
    // No draft is left behind.
    #expect(try FileManager.default.contentsOfDirectory(atPath: archive.folder + "/0a").count == 1)
  }

  @Test func aFileOfAnotherSizeIsWrittenAnew() throws {
    try keep()
    try Data(content.dropLast()).write(to: URL(filePath: place))
    #expect(archive.condition(of: file) == .otherSize && archive.bytes(of: file) == nil)
    #expect(try keep())
    #expect(archive.bytes(of: file) == content)
  }

  @Test func whatIsNoDigestLeadsNowhere() throws {
    for name in ["../../etc/passwd", "", "ab", String(repeating: "Z", count: 64), digest + "/x"] {
      #expect(throws: StoreFailure.self) {
        try content.withUnsafeBytes { try archive.keep($0, digest: name) }
      }
      #expect(archive.condition(of: KeptFile(digest: name, byteCount: 1)) == .missing)
      #expect(archive.bytes(of: KeptFile(digest: name, byteCount: 1)) == nil)
    }
    #expect(!FileManager.default.fileExists(atPath: archive.folder))
  }

  @Test func linksInsideAreNotFollowed() throws {
    let elsewhere = folder.file("ailleurs")
    try FileManager.default.createDirectory(
      atPath: elsewhere, withIntermediateDirectories: false)
    try FileManager.default.createDirectory(
      atPath: archive.folder, withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: archive.folder + "/0a", withDestinationPath: elsewhere)
    #expect(throws: StoreFailure.self) { try keep() }
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere).isEmpty)
    #expect(archive.condition(of: file) == .missing)
    // A link in a file's place gives way to the file.
    try FileManager.default.removeItem(atPath: archive.folder + "/0a")
    try keep()
    let secret = folder.file("secret")
    try Data(content).write(to: URL(filePath: secret))
    try FileManager.default.removeItem(atPath: place)
    try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: secret)
    #expect(archive.bytes(of: file) == nil && archive.condition(of: file) == .missing)
    #expect(try keep())
    #expect(archive.bytes(of: file) == content)
    #expect(FileManager.default.contents(atPath: secret) == Data(content))
  }

  @Test func aPipeInAFilesPlaceDoesNotHoldUp() throws {
    try keep()
    try FileManager.default.removeItem(atPath: place)
    #expect(mkfifo(place, 0o600) == 0)
    #expect(archive.bytes(of: file) == nil)
  }

  @Test func aBackupTakesEachFileOnce() throws {
    try keep()
    try Data("x".utf8).write(to: URL(filePath: archive.folder + "/0a/notes.txt"))
    let target = Archive(beside: folder.file("copie.encaisse"))
    let first = try archive.copy(to: target)
    #expect(first.new == 1 && first.known == 0)
    #expect(target.bytes(of: file) == content)
    let second = try archive.copy(to: target)
    #expect(second.new == 0 && second.known == 1)
    // One that was cut short there is mended, and the book's own is not touched.
    try FileManager.default.removeItem(atPath: "\(target.folder)/0a/\(digest).pdf")
    try Data("court".utf8).write(to: URL(filePath: "\(target.folder)/0a/\(digest).pdf"))
    #expect(try archive.copy(to: target).new == 1)
    #expect(target.bytes(of: file) == content && archive.bytes(of: file) == content)
    // Onto itself: nothing to do.
    #expect(try archive.copy(to: archive).new == 0)
  }

  @Test func aBackupToAnotherDiskCopies() throws {
    guard FileManager.default.isWritableFile(atPath: "/dev/shm") else { return }
    let place = "/dev/shm/encaisse-archive-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: place + Archive.suffix) }
    try keep()
    let target = Archive(beside: place)
    #expect(try archive.copy(to: target).new == 1)
    #expect(target.bytes(of: file) == content)
  }
}
