import Foundation

/// A generated firm of a thousand invoices, by the generator beside the checkout.
enum World {
  /// The folder of a new one; nil with a message where there is no generator or no python3.
  static func made(formats: String) throws -> URL? {
    let here = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    let generator = here.appending(path: "../../../shared/bench/generate.py").standardized
    let python = URL(filePath: "/usr/bin/python3")
    guard FileManager.default.fileExists(atPath: generator.path),
      FileManager.default.isExecutableFile(atPath: python.path)
    else {
      print("skipped: no generator beside the checkout, or no python3")
      return nil
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "world-\(UUID())")
    let process = Process()
    process.executableURL = python
    process.arguments = [
      generator.path, "--size", "1k", "--formats", formats, "--out", folder.path, "--quiet",
    ]
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? folder : nil
  }
}
