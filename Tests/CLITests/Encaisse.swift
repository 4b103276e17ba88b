import Foundation
import Glibc

/// The program itself, run as a user would: arguments in, text and exit code out.
enum Encaisse {
  /// The day that every run believes to be today, unless a test says otherwise.
  static let today = "2026-11-20"

  static let missing: String = "no encaisse beside the tests: set ENCAISSE_BINARY"

  /// The binary of the same build as the tests, or the one that `ENCAISSE_BINARY` names.
  static let path: String? = {
    let here = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(filePath: here).deletingLastPathComponent().appending(path: "encaisse").path
    let named = ProcessInfo.processInfo.environment["ENCAISSE_BINARY"]
    let found = [named, beside].compactMap(\.self)
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    if found == nil { print("skipped: \(missing)") }
    return found
  }()

  static var isHere: Bool { path != nil }

  struct Outcome {
    let code: Int32
    let text: String
    let complaint: String

    /// The text with ordinary spaces, so that a test can be typed.
    var typed: String {
      text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }

    func json<Value>(as type: Value.Type = [String: Any].self) throws -> Value {
      let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
      guard let value = value as? Value else { throw CocoaError(.coderReadCorrupt) }
      return value
    }
  }

  /// Runs a command to its end; one that takes more than two minutes is ended.
  static func run(_ arguments: String..., on day: String = today) throws -> Outcome {
    try run(arguments, on: day)
  }

  static func run(_ arguments: [String], on day: String = today) throws -> Outcome {
    let folder = try Folder()
    let process = try start(arguments, on: day, writingTo: folder)
    let limit = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: limit)
    process.waitUntilExit()
    limit.cancel()
    return Outcome(
      code: process.terminationStatus, text: folder.text(of: "out"),
      complaint: folder.text(of: "err"))
  }

  /// Starts a command that goes on, such as `serve`.
  static func start(
    _ arguments: [String], on day: String = today, writingTo folder: Folder
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["ENCAISSE_TODAY": day]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try folder.handle("out")
    process.standardError = try folder.handle("err")
    try process.run()
    return process
  }
}

/// A folder of one test, removed with it.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/encaisse-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  subscript(name: String) -> String { path + "/" + name }

  func text(of name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: self[name]) ?? Data(), as: UTF8.self)
  }

  /// Writes a file and gives its path.
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(filePath: self[name]))
    return self[name]
  }

  fileprivate func handle(_ name: String) throws -> FileHandle {
    _ = try write(name, "")
    return try FileHandle(forWritingTo: URL(filePath: self[name]))
  }
}

/// The demo firm, written and imported once for all tests that only read it.
struct DemoBook {
  let folder: Folder
  /// What `demo` and the first `import` said.
  let written: Encaisse.Outcome
  let imported: Encaisse.Outcome

  var book: String { folder["demo.encaisse"] }
  var files: String { folder["demo/fichiers"] }
  var truth: String { folder.text(of: "demo/verite/truth.csv") }

  static let shared = Result { try DemoBook() }

  init() throws {
    folder = try Folder()
    written = try Encaisse.run(
      "demo", "--customers", "15", "--invoices", "150", "--seed", "3", "--out", folder["demo"])
    imported = try Encaisse.run(
      "import", "--book", folder["demo.encaisse"], folder["demo/fichiers"])
  }

  /// A command on this book.
  func run(_ command: String, _ more: String..., on day: String = Encaisse.today) throws
    -> Encaisse.Outcome
  {
    try Encaisse.run([command, "--book", book] + more, on: day)
  }

  /// The decimal numbers of a text, in its order.
  static func numbers(in text: String) -> [Int] {
    text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
  }
}

/// Cents of a decimal string such as `-12.30`; nil for anything else.
func cents(_ value: Any?) -> Int? {
  guard let text = value as? String, text.contains("."),
    text.split(separator: ".").last?.count == 2
  else { return nil }
  return Int(text.replacing(".", with: ""))
}
