import Foundation
import Intake
import Store

/// A folder whose files are taken in as they arrive, each once it is complete.
public struct WatchedFolder {
  /// What became of one file that arrived.
  public struct Arrival: Sendable {
    public let name: String
    public let report: FileReport
    /// Where it lies now, under the folder.
    public let place: String
  }

  /// How a file looked when it was last looked at.
  private struct Look: Equatable {
    let bytes: Int
    /// In milliseconds: what a text can hold and give back.
    let changed: Int
  }

  private let path: String
  private let desk: Desk
  private let keeps: Bool
  private var seen: [String: (look: Look, rounds: Int)] = [:]
  /// Files that stay where they are, and were taken in.
  private var done: [String: Look] = [:]

  public static let taken = "traités"
  public static let refused = "refusés"
  /// A file that has not changed for so many looks is complete.
  public static let stillRounds = 2
  private static let memory = ".encaisse-traites"

  /// Watches a folder. `keeps` leaves the files where they are.
  public init(path: String, desk: Desk, keeps: Bool) {
    self.path = path
    self.desk = desk
    self.keeps = keeps
    if keeps { done = WatchedFolder.remembered(in: path + "/" + WatchedFolder.memory) }
  }

  /// Looks at the folder once, a second or so after the last time, and takes in what is complete.
  ///
  /// Throws a `StoreFailure` when the book cannot be written: the files wait for the next look.
  public mutating func look(stop: ImportStop = ImportStop()) throws -> [Arrival] {
    let ready = complete()
    if ready.isEmpty { return [] }
    let report = try desk.importFiles(ready.map { path + "/" + $0 }, stop: stop)
    let left = Set(report.left)
    var arrivals: [Arrival] = []
    for file in report.files where !left.contains(file.name) && ready.contains(file.name) {
      arrivals.append(try settle(file))
    }
    return arrivals
  }

  /// The files that are no longer growing, by name.
  private mutating func complete() -> [String] {
    var now: [String: (look: Look, rounds: Int)] = [:]
    var ready: [String] = []
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names.sorted() where !WatchedFolder.isPassing(name) {
      guard let look = look(at: name), done[name] != look else { continue }
      let rounds = seen[name].map { $0.look == look ? $0.rounds + 1 : 0 } ?? 0
      now[name] = (look, rounds)
      if rounds >= WatchedFolder.stillRounds { ready.append(name) }
    }
    seen = now
    return ready
  }

  private func look(at name: String) -> Look? {
    guard let facts = try? FileManager.default.attributesOfItem(atPath: path + "/" + name),
      facts[.type] as? FileAttributeType == .typeRegular, let bytes = facts[.size] as? Int,
      let changed = facts[.modificationDate] as? Date
    else { return nil }
    return Look(bytes: bytes, changed: Int(changed.timeIntervalSince1970 * 1_000))
  }

  /// What programs write while a file is on its way, and books.
  private static func isPassing(_ name: String) -> Bool {
    let endings = [".part", ".tmp", ".crdownload", ".download", ".filepart", "~"]
    return name.hasPrefix(".") || endings.contains { name.lowercased().hasSuffix($0) }
      || ["", "-wal", "-shm", "-journal"].contains { name.hasSuffix(".encaisse" + $0) }
  }

  /// Moves a file to where it belongs, its report beside it; or remembers that it is done.
  private mutating func settle(_ file: FileReport) throws -> Arrival {
    seen[file.name] = nil
    if keeps {
      done[file.name] = look(at: file.name)
      try remember()
      return Arrival(name: file.name, report: file, place: file.name)
    }
    let folder = file.isRefused ? WatchedFolder.refused : WatchedFolder.taken
    try? FileManager.default.createDirectory(
      atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
    let place = "\(folder)/\(freeName(for: file.name, in: folder))"
    // The report first: killed between the two, the next start writes it again and moves the file.
    try? Data(try desk.words(of: file).utf8).write(to: URL(filePath: "\(path)/\(place).txt"))
    let isMoved = rename("\(path)/\(file.name)", "\(path)/\(place)") == 0
    // What cannot be moved is not taken in again and again.
    if !isMoved { done[file.name] = look(at: file.name) }
    return Arrival(name: file.name, report: file, place: isMoved ? place : file.name)
  }

  /// The name itself, or with a number when a file of that name lies there already.
  private func freeName(for name: String, in folder: String) -> String {
    let stem = (name as NSString).deletingPathExtension
    let ending = (name as NSString).pathExtension
    var free = name
    var count = 1
    while FileManager.default.fileExists(atPath: "\(path)/\(folder)/\(free)") {
      count += 1
      free = "\(stem) (\(count))" + (ending.isEmpty ? "" : "." + ending)
    }
    return free
  }

  private func remember() throws {
    let lines = done.sorted { $0.key < $1.key }.map { name, look in
      "\(look.bytes)\t\(look.changed)\t\(name)"
    }
    try? Data((lines.joined(separator: "\n") + "\n").utf8)
      .write(to: URL(filePath: path + "/" + WatchedFolder.memory), options: .atomic)
  }

  private static func remembered(in path: String) -> [String: Look] {
    guard let data = FileManager.default.contents(atPath: path) else { return [:] }
    var done: [String: Look] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 2)
      guard parts.count == 3, let bytes = Int(parts[0]), let changed = Int(parts[1]) else {
        continue
      }
      done[String(parts[2])] = Look(bytes: bytes, changed: changed)
    }
    return done
  }
}

extension FileReport {
  public var isRefused: Bool {
    if case .refused = outcome { true } else { false }
  }
}

extension Desk {
  /// What became of a file, for the text beside it: the result, each record to mend, the remarks.
  func words(of file: FileReport) throws -> String {
    var lines = ["\(file.name)\u{A0}: \(file.line.french)"]
    if case .taken(let number, _, _, let rejected) = file.outcome, rejected > 0 {
      lines += try rejections(of: number).map { "  " + $0.message }
    }
    lines += file.notes.map { "  " + $0.french }
    return lines.joined(separator: "\n") + "\n"
  }
}
