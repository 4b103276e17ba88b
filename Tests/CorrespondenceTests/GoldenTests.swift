import Claims
import Correspondence
import Foundation
import Ledger
import Quantities
import Testing

/// Each letter and each e-mail, byte for byte, in both languages.
@Suite struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  static let messages: [(name: String, message: Message)] = [
    ("pre-due", .preDue), ("courtesy", .courtesy), ("reminder", .reminder),
    ("reminder-invoices-only", .reminder), ("firm", .firm),
    ("formal-notice", .formalNotice), ("statement", .statement),
    ("thanks", .thanks(Money(cents: 1_800_00), received: Day(2026, 8, 12))),
  ]

  @Test(arguments: GoldenTests.messages.map(\.name), ["fr", "en"])
  func wordsHaveNotChanged(name: String, code: String) throws {
    let message = try #require(GoldenTests.messages.first { $0.name == name }).message
    let language = try #require(Customer.Language(rawValue: code))
    let customer = Cases.customer(language: language)
    var occasion = Cases.occasion(message, language: language)
    if name.hasSuffix("invoices-only") { occasion.asksAccessories = false }
    for (shape, claim) in [
      ("one", try Cases.one(customer)), ("several", try Cases.several(customer)),
    ] {
      // A notice brings itself and its invoices.
      if message == .formalNotice {
        occasion.attached.letter = true
        occasion.attached.copies = claim.claimedDocuments
      }
      guard
        let letter = compose(occasion, for: claim, from: Cases.sender)
      else {
        #expect(name == "pre-due" && shape == "one", "only that claim has nothing to announce")
        continue
      }
      try compare(letter.plainText, with: "\(name).\(shape).\(code).letter.txt")
      let mail = letter.mail
      try compare(mail.subject + "\n\n" + mail.text, with: "\(name).\(shape).\(code).mail.txt")
    }
  }

  private func compare(_ text: String, with file: String) throws {
    let golden = GoldenTests.folder.appendingPathComponent(file)
    let wanted = (try? Data(contentsOf: golden)) ?? Data()
    let found = Data(text.utf8)
    guard wanted != found else { return }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("encaisse-golden")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let written = folder.appendingPathComponent(file)
    try found.write(to: written)
    let old = String(decoding: wanted, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let place =
      zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? Swift.min(old.count, new.count)
    Issue.record(
      """
      \(file) changed at line \(place + 1).
      was: \(place < old.count ? String(old[place]) : "(end)")
      now: \(place < new.count ? String(new[place]) : "(end)")
      Read the whole change with: diff \(golden.path) \(written.path)
      A customer will read these words. If the change is wanted, copy the new file over the old \
      one by hand and say why in the commit.
      """)
  }
}
