import Dunning
import Foundation
import Testing

/// Pages of a year told day by day: what happens, then what is sent and what stands in the way.
@Suite("Worked timelines")
struct TimelineTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "WorkedExamples/Dunning")

  static let pages: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test func thePagesAreThere() { #expect(Self.pages.count >= 46) }

  @Test(arguments: pages)
  func page(_ name: String) throws {
    let url = Self.folder.appending(path: name)
    var timeline = try Timeline(String(contentsOf: url, encoding: .utf8))
    let found = try timeline.lines()
    #expect(found == timeline.expected, "\(name)\n\(found.joined(separator: "\n"))")
  }
}
