import Claims
import Correspondence
import Dunning
import Ledger
import Quantities
import Testing

/// Letters that a firm words its own way: kept, refused with words, or looked at twice.
@Suite struct LetterWordsTests {
  private static let languages: [Customer.Language] = [.french, .english]

  /// Every kind, tone and language that the house has.
  private static var all: [LetterWords] {
    LetterKind.allCases.flatMap { kind in
      kind.tones.flatMap { tone in languages.map { LetterWords(kind, tone, $0) } }
    }
  }

  private static func fault(
    _ text: String, _ piece: LetterPiece = .request, _ kind: LetterKind = .reminder,
    _ language: Customer.Language = .french
  ) -> LetterWordsFault? {
    let house = LetterWords(kind, kind.usualTone, language)
    var words = house
    do throws(LetterWordsFault) {
      try words.set(text, for: piece)
      return nil
    } catch {
      #expect(words == house, "nothing is kept of a refused text")
      #expect(!error.words(in: .french).isEmpty && !error.words(in: .english).isEmpty)
      #expect(error.words(in: .french).utf8.count < 1_000)
      return error
    }
  }

  @Test func theHousesWordsPassTheirOwnCheck() throws {
    for words in LetterWordsTests.all {
      #expect(words.remarks.isEmpty, "\(words.kind) \(words.tone): \(words.remarks)")
      for piece in LetterPiece.all(of: words.kind) {
        var other = words
        // A text that differs by a full stop is the firm's own, and is checked as such.
        try other.set(words[piece] + (piece.isOneLine ? "." : "\n\n."), for: piece)
        #expect(other.isEdited(piece))
      }
    }
  }

  @Test func plainTextIsReadBackAsItWas() throws {
    for house in LetterWordsTests.all {
      var words = house
      try words.set(house[.ending] + " Merci encore.", for: .ending)
      let read = try LetterWords(house.kind, house.tone, house.language, plainText: words.plainText)
      #expect(read == words)
      #expect(read.edits.hasPrefix("[fin]\n"))
      let kept = try LetterWords(house.kind, house.tone, house.language, plainText: words.edits)
      #expect(kept == words)
      try words.set("", for: .ending)
      #expect(words == house && words.areTheHouses && words.edits.isEmpty)
    }
  }

  @Test func aFieldThatMayBeEmptyStandsInAPassage() {
    #expect(
      LetterWordsTests.fault("Réglez {total} au {telephone}.")
        == .mayBeEmpty(.telephone, in: .request))
    #expect(LetterWordsTests.fault("Réglez {total}[[ au {telephone}]].") == nil)
    #expect(
      LetterWordsTests.fault("Réglez {total}[[ au {telephone}.") == .loosePassage(in: .request))
    #expect(LetterWordsTests.fault("{total} ]]") == .loosePassage(in: .request))
    #expect(LetterWordsTests.fault("{total} [[a [[b]] c]]") == .loosePassage(in: .request))
    #expect(LetterWordsTests.fault("{total} [1] [2]") == nil, "single brackets are words")
  }

  @Test func whatATextCannotDoWithoutIsMissed() {
    #expect(LetterWordsTests.fault("Merci de nous régler.") == .missing(.total, in: .request))
    #expect(
      LetterWordsTests.fault("Réglez {total}.", .request, .firm) == .missing(.lastDay, in: .request)
    )
    #expect(
      LetterWordsTests.fault("Payez {total} sous {delai}. {fondement}", .request, .formalNotice)
        == .notANotice("mettons en demeure", in: .request))
    #expect(
      LetterWordsTests.fault(
        "Pay {total} within {delai}. {fondement} Formal notice.", .request, .formalNotice, .english)
        == .notANotice("court", in: .request))
  }

  @Test func theLawsBordersHold() {
    for phrase in ["Nous saisirons un huissier.", "Vous êtes de mauvaise foi.", "C’est une honte."]
    {
      guard case .forbidden = LetterWordsTests.fault("Réglez {total}. " + phrase) else {
        Issue.record("kept: \(phrase)")
        continue
      }
    }
    // Hidden in a passage it is found as well.
    guard case .forbidden = LetterWordsTests.fault("{total}[[ plainte {messages}]]") else {
      Issue.record("a passage hides a threat")
      return
    }
  }

  @Test(arguments: ["Un {total", "total}", "{{total}}", "{", "}", "{to{tal}"])
  func aBraceAloneIsRefused(text: String) {
    #expect(LetterWordsTests.fault(text) == .looseBrace(in: .request))
  }

  @Test func unknownNamesAreNamed() throws {
    let fault = try #require(LetterWordsTests.fault("{montant}"))
    #expect(fault == .unknownField("montant", in: .request, of: .reminder))
    #expect(fault.words(in: .french).contains("{total}"))
    #expect(throws: LetterWordsFault.unknownKey("demnde", of: .reminder)) {
      try LetterWords(.reminder, .factual, .french, plainText: "[demnde]\n{total}")
    }
    #expect(throws: LetterWordsFault.textBeforeKey("Bonjour")) {
      try LetterWords(.reminder, .factual, .french, plainText: "Bonjour\n[fin]\nMerci")
    }
    #expect(throws: LetterWordsFault.repeatedKey(.ending)) {
      try LetterWords(.reminder, .factual, .french, plainText: "[fin]\na\n[fin]\nb")
    }
  }

  @Test func whatOffendsIsSaid() throws {
    var words = LetterWords(.courtesy, .courteous, .french)
    try words.set(
      "Nous exigeons {total} IMMÉDIATEMENT ! Malgré nos multiples relances, tu refuses.",
      for: .request)
    try words.set("La facture n’est pas payée.", for: .openingOne)
    try words.set("Salutations.", for: .ending)
    let matters = words.remarks.map(\.matter)
    for wanted: LetterRemark.Matter in [
      .pressing("Nous exigeons"), .pressing("IMMÉDIATEMENT"), .reproach("multiples relances"),
      .shouting("IMMÉDIATEMENT"), .exclamation, .familiar("tu"), .noOversight, .noCrossing,
      .noWayOut,
    ] {
      #expect(matters.contains(wanted), "\(wanted)")
    }
    for remark in words.remarks {
      #expect(!remark.words(in: .french).isEmpty && !remark.words(in: .english).isEmpty)
    }
  }

  /// Whatever a firm words, no field is left unresolved and the claim's sum is in the letter.
  @Test func aLetterInTheFirmsWordsLeavesNoHole() throws {
    let claim = try Cases.one()
    for language in LetterWordsTests.languages {
      for kind in LetterKind.allCases where kind.asks {
        for tone in kind.tones {
          var words = LetterWords(kind, tone, language)
          try words.set(
            words[.openingOne] + "\n\n{client}, {societe}[[, {telephone}]], {nombre}, {retard}.",
            for: .openingOne)
          var occasion = Cases.occasion(Message(named: kind), language: language)
          occasion.tone = tone
          occasion.brokenPromise = PromiseToPay(
            on: Day(2026, 8, 1), amount: Money(cents: 12_00), words: "")
          var book = LetterBook()
          book.keep(words)
          let letter = try #require(compose(occasion, for: claim, from: Cases.sender, in: book))
          let text = letter.plainText
          #expect(!text.contains("{") && !text.contains("[["), "\(kind) \(tone)")
          #expect(
            text.contains(
              language == .french ? letter.amount.french(in: .eur) : letter.amount.english(in: .eur)
            ))
          #expect(text.contains(claim.customer.name))
        }
      }
    }
  }

  @Test func aToneThatIsNotThereIsNotReplacedByAHarsherOne() {
    #expect(LetterKind.courtesy.tone(nearest: .formal) == .factual)
    #expect(LetterKind.reminder.tone(nearest: .formal) == .firm)
    #expect(LetterKind.firm.tone(nearest: .courteous) == .factual)
    #expect(LetterKind.formalNotice.tone(nearest: .courteous) == .formal)
  }
}

extension Message {
  /// The message of a kind that asks.
  fileprivate init(named kind: LetterKind) {
    switch kind {
    case .courtesy: self = .courtesy
    case .reminder: self = .reminder
    case .firm: self = .firm
    case .formalNotice: self = .formalNotice
    case .preDue, .thanks: preconditionFailure("asks for nothing overdue")
    }
  }
}
