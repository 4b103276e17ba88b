import Correspondence
import CreditPolicy
import Foundation
import Ledger
import Testing

/// The words of each kind of rush order, byte for byte, in three tones and two languages.
@Suite struct RushGoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Rush")

  @Test(arguments: RushCases.all, ["fr", "en"])
  func wordsHaveNotChanged(one: RushCases.Case, code: String) throws {
    let language = try #require(Customer.Language(rawValue: code))
    let rush = try one.facts()
    let page = try RushTone.allCases.map { tone in
      RushGoldenTests.page(try composeRush(rush, in: RushTemplates(language, tone)), tone)
    }.joined(separator: "\n")
    let file = "\(one.name).\(code).txt"
    let golden = RushGoldenTests.folder.appendingPathComponent(file)
    let wanted = (try? String(contentsOf: golden, encoding: .utf8)) ?? ""
    guard wanted != page else { return }
    let written = FileManager.default.temporaryDirectory.appendingPathComponent("encaisse-golden")
    try FileManager.default.createDirectory(at: written, withIntermediateDirectories: true)
    try page.write(to: written.appendingPathComponent(file), atomically: true, encoding: .utf8)
    Issue.record(
      """
      \(file) changed. Read the change with: diff \(golden.path) \
      \(written.appendingPathComponent(file).path)
      A customer will hear or read these words. If the change is wanted, copy the new file over \
      the old one by hand and say why in the commit.
      """)
  }

  /// The texts of one tone on a compact page.
  static func page(_ texts: RushTexts, _ tone: RushTone) -> String {
    var page = "=== \(tone.rawValue) ===\n\(texts.phone)\n\n"
    for reply in texts.replies { page += "> \(reply.heard)\n\(reply.answer)\n" }
    if !texts.replies.isEmpty { page += "\n" }
    page += "--- \(texts.subject)\n\(texts.mail)\n\n--- clause\n\(texts.clause)\n"
    return page
  }
}
