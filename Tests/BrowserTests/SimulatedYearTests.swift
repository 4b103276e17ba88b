import Foundation
import Testing

/// Some weeks of an imaginary firm with the real program and a real mail server: kills, outages,
/// wrong clocks and a mail server with a bad temper. `make year` lives a whole year.
@Suite(
  .enabled(if: Browser.encaisse != nil, "no encaisse beside the tests: set ENCAISSE_BINARY"),
  .enabled(
    if: FileManager.default.fileExists(atPath: Browser.python),
    "no .venv with a mail server: scripts/setup --tests"))
struct SimulatedYearTests {
  @Test(.timeLimit(.minutes(5)), arguments: [20_261_123, Int.random(in: 1...99_999)])
  func nobodyIsAskedTwiceOrForNothing(seed: Int) throws {
    let process = Process()
    process.executableURL = URL(filePath: Browser.python)
    process.arguments = [
      Browser.folder + "../../scripts/simulated-year", try #require(Browser.encaisse),
      "--customers", "12", "--invoices", "110", "--days", "45", "--seed", String(seed),
    ]
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
    #expect(process.terminationStatus == 0, "seed \(seed)\n\(said)")
    #expect(said.contains(", 0 faults"), "seed \(seed)\n\(said)")
  }
}
