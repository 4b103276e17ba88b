import Foundation
import Intake
import Testing

/// Real files that nobody on this project wrote, against figures that independent tools read.
@Suite struct SamplesTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let file: String
    let expect: String
    let figures: String
    var testDescription: String { file }
  }

  static let rows: [Row] = {
    guard let folder = XMLFixtures.samples,
      let text = try? String(contentsOf: folder.appending(path: "expected.jsonl"), encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").compactMap { line in
      guard let object = SamplesTests.object(String(line)), let file = object["file"] as? String,
        let expect = object["expect"] as? String, isOurs(file)
      else { return nil }
      let figures = object["figures"].flatMap { try? JSONSerialization.data(withJSONObject: $0) }
      return Row(
        file: file, expect: expect,
        figures: figures.map { String(decoding: $0, as: UTF8.self) } ?? "{}")
    }
  }()

  private static func isOurs(_ file: String) -> Bool {
    [
      "facturx/", "cii/", "ubl/", "cdar/", "camt/", "mt940/", "ofx/", "cfonb/", "hostile/",
      "qif-csv/",
      "fec/",
    ].contains { file.hasPrefix($0) }
  }

  private static func object(_ text: String) -> [String: Any]? {
    try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
  }

  @Test(arguments: rows) func sample(_ row: Row) throws {
    let folder = try #require(XMLFixtures.samples)
    let file = try SourceFile(path: folder.appending(path: row.file).path)
    let inspection = inspect(file, pdf: .inProcess)
    let found = try #require(SamplesTests.object(inspection.json), "\(inspection.json)")
    switch row.expect {
    case "reject":
      #expect(inspection.isRefused)
      #expect((found["error"] as? String)?.hasPrefix(file.name) == true)
    case "figures":
      let wanted = try #require(SamplesTests.object(row.figures))
      #expect(!inspection.isRefused, "\(inspection.json)")
      compareAll(found, wanted)
    case "either":
      if !inspection.isRefused, let wanted = SamplesTests.object(row.figures) {
        compareAll(found, wanted)
      }
    default: break
    }
  }

  /// What `inspect` says besides, which the other tools were not asked.
  private static let besides: Set<String> = [
    "columns", "columns_from", "columns_read", "rejected", "rejections", "day", "details", "fitids",
  ]

  /// Every figure that the other tools read, in whatever part of the file, and none that they did
  /// not read.
  private func compareAll(_ found: [String: Any], _ wanted: [String: Any], in part: String = "") {
    var others = Set(found.keys).subtracting(SamplesTests.besides)
    if part.hasPrefix("documents") { others.subtract(["seller_id", "buyer_id"]) }
    let keys = Set(wanted.keys).union(others)
    for key in keys.sorted() {
      guard let parts = wanted[key] as? [[String: Any]] else {
        #expect(plain(found[key]) == plain(wanted[key]), "\(part)\(key)")
        continue
      }
      let read = found[key] as? [[String: Any]] ?? []
      #expect(read.count == parts.count, "\(part)\(key)")
      for (place, pair) in zip(read, parts).enumerated() {
        compareAll(pair.0, pair.1, in: "\(key) \(place + 1) ")
      }
    }
  }

  private func plain(_ value: Any?) -> String {
    guard let value, !(value is NSNull) else { return "<null>" }
    return "\(value)"
  }

  @Test func everyFolderWasFound() {
    guard XMLFixtures.samples != nil else { return }
    #expect(SamplesTests.rows.count >= 109)
  }
}
