import Foundation
import Testing

/// The program killed in the middle of its work: its book stays sound, and the next import mends
/// what the kill left out.
@Suite struct KillTests {
  @Test func aKilledImportLeavesASoundBook() throws {
    try hold(
      "kill-campaign", by: "/usr/bin/python3", ["--times", "3", "--invoices", "120"])
  }

  @Test(.enabled(if: TestServer.isHere, "no aiosmtpd: scripts/setup --tests"))
  func aKilledSendingLosesNothingAndSendsNothingTwice() throws {
    try hold("kill-sending", by: TestServer.python, ["--times", "1", "--messages", "120"])
  }

  /// Runs a campaign of `scripts` on the program as built beside these tests.
  private func hold(_ campaign: String, by python: String, _ options: [String]) throws {
    let checkout = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "../..").standardized
    let script = checkout.appending(path: "scripts/" + campaign)
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "encaisse")
    let files = FileManager.default
    guard files.isExecutableFile(atPath: program.path), files.isExecutableFile(atPath: python)
    else { return print("skipped: no encaisse built beside the tests, or no python3") }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [script.path, program.path, "--seed", "20261123"] + options
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
