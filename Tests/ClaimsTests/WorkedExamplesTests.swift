import Claims
import Foundation
import Quantities
import Testing

/// Pages that a lawyer can check with a pencil: an account, then what may be claimed on a day.
@Suite("Worked examples")
struct WorkedExamplesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "WorkedExamples")

  static let pages: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test func thePagesAreThere() { #expect(Self.pages.count >= 15) }

  @Test(arguments: pages)
  func page(_ name: String) throws {
    let url = Self.folder.appending(path: name)
    let page = try Page(String(contentsOf: url, encoding: .utf8))
    let practice = Practice(page.choices)
    #expect(!page.expected.isEmpty, "\(name) expects no claim")
    for expected in page.expected {
      let claim = try assess(page.account, on: expected.day, by: practice)
      let found = printed(claim)
      #expect(
        found == expected.lines,
        """
        \(name), claim on \(expected.day.iso)
        \(found.joined(separator: "\n"))
        """)
      #expect(claim.lines.map(\.amount).sum() == claim.total)
    }
  }
}
