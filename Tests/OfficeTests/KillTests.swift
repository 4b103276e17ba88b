import Foundation
import Testing

/// The program killed in the middle of its work: its book stays sound, and the next import mends
/// what the kill left out.
@Suite struct KillTests {
  @Test func aKilledImportLeavesASoundBook() throws {
    let checkout = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "../..").standardized
    let script = checkout.appending(path: "scripts/kill-campaign")
    // The program as built beside these tests.
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "encaisse")
    let files = FileManager.default
    guard files.isExecutableFile(atPath: program.path),
      files.isExecutableFile(atPath: "/usr/bin/python3")
    else { return print("skipped: no encaisse built beside the tests, or no python3") }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      script.path, program.path, "--times", "3", "--seed", "20261123", "--invoices", "120",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let words = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(words)")
  }
}
