import Foundation
import Testing

/// The main path of a day in a real Chromium, by the script beside this file.
@Suite(
  .enabled(if: Browser.encaisse != nil, "no encaisse beside the tests: set ENCAISSE_BINARY"),
  .enabled(if: Browser.isHere, "no Chromium or no .venv with Playwright: scripts/setup --tests"))
struct MainPathTests {
  /// A day’s work, sixty bank lines a minute, twenty calls and some replies by the keyboard, plans.
  @Test(
    .timeLimit(.minutes(8)),
    arguments: [
      "main_path.py", "worklist.py", "calls.py", "columns.py", "replies.py", "plans.py",
    ])
  func theBrowserFindsNoFault(_ script: String) throws {
    let pictures = ProcessInfo.processInfo.environment["ENCAISSE_SCREENSHOTS"]
    let process = Process()
    process.executableURL = URL(filePath: Browser.python)
    process.arguments =
      [Browser.folder + script, try #require(Browser.encaisse)] + (pictures.map { [$0] } ?? [])
    process.environment = ProcessInfo.processInfo.environment
      .merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(said.contains("0 faults"), "\(said)")
  }
}

/// What the browser test needs of the machine.
enum Browser {
  private static let here = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent()

  static let folder = here.path + "/"
  static let python = here.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: ".venv/bin/python").path

  /// The binary of the same build as the tests, or the one that `ENCAISSE_BINARY` names.
  static let encaisse: String? = {
    let here = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(filePath: here).deletingLastPathComponent().appending(path: "encaisse").path
    let named = ProcessInfo.processInfo.environment["ENCAISSE_BINARY"]
    return [named, beside].compactMap(\.self)
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  static let isHere: Bool = {
    let files = FileManager.default
    let isComplete =
      files.isExecutableFile(atPath: "/usr/bin/chromium")
      && files.isExecutableFile(atPath: python) && canImportPlaywright
    if !isComplete { print("skipped: no Chromium, or no .venv with Playwright") }
    return isComplete
  }()

  private static var canImportPlaywright: Bool {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", "import playwright"]
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
