import CashApplication
import Foundation
import Testing

/// Pages that an accountant can check with a pencil: what the bank says, what it pays, and why.
@Suite("Worked examples of matching")
struct MatchingPageTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "WorkedExamples/Matching")

  static let pages: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test func thePagesAreThere() { #expect(Self.pages.count >= 56) }

  @Test(arguments: pages)
  func page(_ name: String) throws {
    let url = Self.folder.appending(path: name)
    let page = try MatchingPage(String(contentsOf: url, encoding: .utf8))
    #expect(page.expected.count == 2 * page.lines.count, "\(name): two rows for each line")
    let found = page.answers()
    #expect(found == page.expected, "\(name)\n\(found.joined(separator: "\n"))")
  }
}
