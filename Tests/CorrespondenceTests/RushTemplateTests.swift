import Correspondence
import CreditPolicy
import Ledger
import Quantities
import Testing

/// Texts that a firm words its own way: kept, refused with words, or looked at twice.
@Suite struct RushTemplateTests {
  private static func fault(_ text: String, _ piece: RushPiece = .phone(.term))
    -> RushWordingFault?
  {
    var templates = RushTemplates(.french, .courteous)
    do throws(RushWordingFault) {
      try templates.set(text, for: piece)
      return nil
    } catch {
      #expect(templates == RushTemplates(.french, .courteous), "nothing is kept of a refused text")
      #expect(!error.words(in: .french).isEmpty && !error.words(in: .english).isEmpty)
      #expect(error.words(in: .french).utf8.count < 1_000)
      return error
    }
  }

  @Test func anUnknownFieldIsNamedWithThoseThatMayBeUsed() throws {
    let fault = try #require(RushTemplateTests.fault("Un règlement {therme}, merci."))
    #expect(fault == .unknownField("therme", in: .phone(.term)))
    #expect(fault.words(in: .french).contains("{therme}"))
    #expect(fault.words(in: .french).contains("{terme}, {auLieuDe}"))
    #expect(fault.words(in: .english).contains("{echeance}"))
  }

  @Test func aFieldWithoutValueInThatTextIsRefusedWhenItIsWritten() {
    #expect(
      RushTemplateTests.fault("Échéance {echeance}", .phone(.order))
        == .unknownField("echeance", in: .phone(.order)))
    #expect(RushTemplateTests.fault("Échéance {echeance}", .phone(.term)) == nil)
    #expect(RushTemplateTests.fault("{Échéance}, { délai demandé }", .phone(.term)) == nil)
    #expect(RushTemplateTests.fault("{e\u{301}che\u{301}ance}", .phone(.term)) == nil)
  }

  @Test(arguments: ["Un {terme", "terme}", "{{terme}}", "{te{rme}", "{", "}", "{terme} }"])
  func aBraceAloneIsRefused(text: String) {
    #expect(RushTemplateTests.fault(text) == .looseBrace(in: .phone(.term)))
  }

  @Test func anEmptyFieldIsUnknown() {
    #expect(RushTemplateTests.fault("{}") == .unknownField("", in: .phone(.term)))
    let long = String(repeating: "a", count: 5_000)
    #expect(RushTemplateTests.fault("{\(long)}") == .unknownField(long, in: .phone(.term)))
  }

  @Test(arguments: ["\u{0}", "\u{1B}[31m", "\u{202E}", "\u{200B}", "\u{FEFF}", "\u{85}", "\u{7F}"])
  func whatDoesNotPrintIsRefused(character: String) throws {
    let value = try #require(character.unicodeScalars.first).value
    #expect(
      RushTemplateTests.fault("Bonjour \(character)Madame")
        == .unprintable(value, in: .phone(.term)))
  }

  @Test func tenMegabytesAreRefused() throws {
    let long = String(repeating: "{terme} ", count: 1_250_000)
    #expect(
      RushTemplateTests.fault(long)
        == .tooLong(bytes: 10_000_000, most: RushTemplates.longestText))
    do throws(RushWordingFault) {
      _ = try RushTemplates(.french, .firm, plainText: long)
      Issue.record("ten megabytes were read")
    } catch {
      #expect(error == .tooLong(bytes: 10_000_000, most: RushTemplates.longestFile))
    }
  }

  @Test func aSubjectStandsOnOneLine() {
    #expect(
      RushTemplateTests.fault("Votre commande\r\nBcc: a@b.example", .part(.subject))
        == .lineBreak(in: .part(.subject)))
  }

  @Test(arguments: [
    "Sinon nous envoyons un huissier.", "Dernier avertissement : {terme}", "C'est inadmissible.",
  ])
  func aForbiddenPhraseIsRefused(text: String) {
    guard case .forbidden(_, _, in: .phone(.term))? = RushTemplateTests.fault(text) else {
      Issue.record("\(text) was kept")
      return
    }
  }

  @Test func aTextIsTypesetAndForgottenWhenItIsEmptyOrTheHousesOwn() throws {
    var templates = RushTemplates(.french, .factual)
    try templates.set("  D'accord :  {terme} !\r\n", for: .phone(.term))
    #expect(templates[.phone(.term)] == "D’accord\u{A0}: {terme}\u{A0}!")
    #expect(templates.edits == ["telephone.terme": "D’accord\u{A0}: {terme}\u{A0}!"])
    #expect(
      try RushTemplates(.french, .factual, edits: templates.edits) == templates)
    try templates.set(" \n ", for: .phone(.term))
    #expect(templates.edits.isEmpty)
    try templates.set(templates[.mail(.term)], for: .mail(.term))
    #expect(templates.edits.isEmpty)
  }

  @Test func everyTextHasAKeyOfItsOwnAndFieldsThatExist() {
    #expect(Set(RushPiece.all.map(\.key)).count == RushPiece.all.count)
    for piece in RushPiece.all {
      #expect(RushPiece(key: piece.key) == piece)
      #expect(Set(piece.fields).count == piece.fields.count)
    }
    #expect(RushPiece(key: "telephone.termes") == nil)
  }

  @Test(arguments: [Customer.Language.french, .english], RushTone.allCases)
  func thePlainTextIsReadBack(language: Customer.Language, tone: RushTone) throws {
    var templates = RushTemplates(language, tone)
    #expect(try RushTemplates(language, tone, plainText: templates.plainText) == templates)
    try templates.set("{livraison}\n\n– {delaiDemande}", for: .mail(.accept))
    let text = "# Nos textes\r\n\n" + templates.plainText.replacing("\n", with: "\r\n")
    #expect(try RushTemplates(language, tone, plainText: text) == templates)
    #expect(try RushTemplates(language, tone, plainText: "") == RushTemplates(language, tone))
  }

  @Test func aFileThatIsNotOneIsRefusedWithItsPlace() {
    func fault(_ text: String) -> RushWordingFault? {
      do throws(RushWordingFault) {
        _ = try RushTemplates(.french, .firm, plainText: text)
        return nil
      } catch {
        return error
      }
    }
    #expect(fault("Bonjour\n[telephone.terme]\nOui") == .textBeforeKey("Bonjour"))
    #expect(fault("[telephone.thermes]\nOui") == .unknownKey("telephone.thermes"))
    #expect(
      fault("[clause.terme]\nA\n[clause.terme]\nB") == .repeatedKey(.clause(.term)))
    #expect(fault("[clause.terme]\nA {x}") == .unknownField("x", in: .clause(.term)))
    #expect(fault("[clause.terme]\nA {terme} [1]\n[note] de fin") == nil)
  }
}

/// What the door does with a firm's own words.
@Suite struct RushDoorTests {
  private func rush(_ name: String, for customer: Customer?) throws -> RushFacts {
    let one = try #require(RushCases.all.first { $0.name == name })
    return RushFacts(try one.offer(), for: customer, from: Cases.sender)
  }

  @Test func somebodyNotInTheBookHasNoName() throws {
    var templates = RushTemplates(.french, .firm)
    try templates.set("Votre commande, {client}", for: .part(.subject))
    let known = try composeRush(try rush("term", for: Cases.customer()), in: templates)
    #expect(known.subject == "Votre commande, Durand & Fils")
    let stranger = try rush("term", for: nil)
    do throws(RushWordingFault) {
      _ = try composeRush(stranger, in: templates)
      Issue.record("a text left with an open field")
    } catch {
      #expect(error == .emptyField(.client, in: .part(.subject)))
      #expect(error.words(in: .french).contains("{societe}"))
      #expect(!error.words(in: .french).contains("{client}, "))
    }
  }

  @Test func namesCannotBreakALineNorOpenAField() throws {
    var templates = RushTemplates(.french, .firm)
    try templates.set("Votre commande, {client}", for: .part(.subject))
    let customer = Cases.customer("Promotion\r\nBcc: {montant}\u{202E} Exploitation")
    let texts = try composeRush(try rush("term", for: customer), in: templates)
    #expect(texts.subject == "Votre commande, Promotion Bcc: (montant) Exploitation")
  }

  @Test func aFirmsOwnWordsAreLookedAtTwice() throws {
    var templates = RushTemplates(.french, .courteous)
    try templates.set("Tu seras livré le {livraison}.", for: .clause(.term))
    let texts = try composeRush(try rush("term", for: Cases.customer()), in: templates)
    #expect(
      texts.warnings == [
        .familiar("tu", in: .clause(.term)), .missing(.term, in: .clause(.term)),
        .missing(.due, in: .clause(.term)),
      ])
    for warning in texts.warnings {
      #expect(warning.words(in: .french).hasPrefix("clause.terme"))
      #expect(warning.words(in: .english).hasPrefix("clause.terme"))
    }
  }

  @Test func frozenDebtsAndCreditAreNotSpokenOf() throws {
    let one = try #require(RushCases.all.first { $0.name == "insolvent" })
    let texts = try composeRush(
      try one.facts(), in: RushTemplates(.french, .courteous))
    #expect(texts.proposal.ask == .orderOnly)
    #expect(texts.proposal.overdue.isEmpty && texts.proposal.alternatives.isEmpty)
    #expect(!texts.mail.contains("F-2031") && !texts.mail.contains("collective"))
  }

  @Test func aTermAboveTheCeilingIsNotWrittenDownAgain() throws {
    let one = try #require(RushCases.all.first { $0.name == "over-the-ceiling" })
    let texts = try composeRush(try one.facts(), in: RushTemplates(.french, .courteous))
    #expect(texts.proposal.alternatives.isEmpty)
    #expect(!texts.clause.contains("90") && !texts.clause.contains("habituel"))
    #expect(!texts.mail.contains("habituelles"))
  }
}
