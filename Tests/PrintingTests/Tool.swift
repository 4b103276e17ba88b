import Foundation

/// A program of the machine that reads what we print. Tests that need one are skipped without it.
enum Tool {
  static func path(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static func areHere(_ names: String...) -> Bool {
    let missing = names.filter { path($0) == nil }
    if !missing.isEmpty { print("skipped: \(missing.joined(separator: ", ")) not installed") }
    return missing.isEmpty
  }

  /// What a program prints, and whether it ended well.
  static func run(_ name: String, _ arguments: [String]) throws -> (text: String, isFine: Bool) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path(name) ?? name)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus == 0)
  }

  /// A file of its own for one test, removed after it.
  static func withFile<Result>(
    _ bytes: [UInt8], _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("letter.pdf")
    try Data(bytes).write(to: file)
    return try body(file.path)
  }

  /// The words of a PDF as they stand on its pages.
  static func words(of pdf: [UInt8]) throws -> String {
    try withFile(pdf) { try run("pdftotext", ["-layout", $0, "-"]).text }
  }

  /// What a phone would read in the QR codes of all pages.
  static func codes(in pdf: [UInt8]) throws -> String {
    try withFile(pdf) { file in
      _ = try run("pdftoppm", ["-r", "120", "-gray", "-png", file, file + "-page"])
      let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      let pictures = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".png") }.sorted().map { folder.path + "/" + $0 }
      return try run("zbarimg", ["--quiet", "--raw"] + pictures).text
    }
  }
}
