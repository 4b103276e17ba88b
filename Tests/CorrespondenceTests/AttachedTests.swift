import Claims
import Correspondence
import Foundation
import Ledger
import Quantities
import Testing

/// What a message says of the files that go with it: all of them, and no others.
@Suite struct AttachedTests {
  private func letter(
    _ message: Message, _ claim: Claim, _ language: Customer.Language = .french,
    _ change: (inout Attached) -> Void
  ) throws -> Letter {
    var occasion = Cases.occasion(message, language: language)
    change(&occasion.attached)
    return try #require(compose(occasion, for: claim, from: Cases.sender))
  }

  private func line(_ letter: Letter) -> String? {
    let starts = ["Pièce jointe", "Pièces jointes", "Attached:"]
    return letter.mail.text.split(separator: "\n").map(String.init)
      .last { line in starts.contains { line.hasPrefix($0) } }
  }

  @Test func nothingAttachedNothingSaid() throws {
    let letter = try letter(.formalNotice, try Cases.several()) { _ in }
    #expect(line(letter) == nil && letter.enclosures.isEmpty && letter.copies.isEmpty)
    #expect(!letter.plainText.contains("Pièces jointes"))
  }

  @Test func eachFileIsNamed() throws {
    let claim = try Cases.several()
    let documents = claim.claimedDocuments
    #expect(
      line(try letter(.reminder, claim) { $0.statement = true })
        == "Pièce jointe\u{A0}: relevé de compte.")
    let two = try letter(.reminder, claim) {
      $0.statement = true
      $0.copies = Array(documents.prefix(2))
    }
    #expect(
      line(two)
        == "Pièces jointes\u{A0}: relevé de compte, factures FA-2026-0041 et FA-2026-0077.")
    let one = try letter(.firm, claim) { $0.copies = [documents[0]] }
    #expect(line(one) == "Pièce jointe\u{A0}: facture FA-2026-0041.")
    let english = try letter(.firm, claim, .english) { $0.copies = documents }
    #expect(
      line(english) == "Attached: invoices FA-2026-0041, FA-2026-0077 and FA-2026-0107.")
    let notice = try letter(.formalNotice, claim) {
      $0.letter = true
      $0.copies = [documents[1]]
    }
    #expect(line(notice) == "Pièces jointes\u{A0}: mise en demeure, facture FA-2026-0077.")
    #expect(notice.enclosures == ["copie de la facture FA-2026-0077 du 03/08/2026"])
  }

  @Test func theLineStandsBeforeTheClosing() throws {
    let letter = try letter(.courtesy, try Cases.one()) { $0.statement = true }
    let parts = letter.mail.text.components(separatedBy: "\n\n")
    let place = try #require(parts.firstIndex { $0.hasPrefix("Pièce jointe") })
    #expect(parts[place + 1].hasPrefix("Nous vous prions d’agréer"))
  }

  @Test func anUnknownDocumentIsNotAnnounced() throws {
    let letter = try letter(.firm, try Cases.one()) {
      $0.statement = true
      $0.copies = [EntryNumber(999_999)]
    }
    #expect(line(letter)?.contains("facture") == false && letter.enclosures.count == 1)
  }
}
