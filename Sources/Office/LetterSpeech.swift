public import Correspondence
import Dunning
public import Ledger
import Store

extension Desk {
  /// The firm's own words of letters.
  ///
  /// Words kept by another version that may not leave any more are left out: the house's stand in.
  public func letterBook() throws -> LetterBook {
    LetterBook(settings: try store.read { try $0.settings() })
  }

  /// Remembers what the firm words differently.
  public func save(_ words: LetterWords) throws {
    try store.write(learned: today) {
      try $0.set(LetterBook.setting(words.kind, words.tone, words.language), to: words.edits)
    }
  }

  /// A letter in words that are only tried, to a customer as they stand today: one of those on
  /// the day's list unless one is named. Nil when nobody may be asked anything like it.
  public func trial(of words: LetterWords, to id: CustomerID? = nil) throws -> Letter? {
    guard let message = Message(named: words.kind.rawValue) else { return nil }
    let customers = try id.map { [$0] } ?? dayList().worklist.entries.map(\.customer.id)
    for customer in customers.prefix(200) {
      let letters = try letters(
        message, to: customer, in: Manner(language: words.language, words: words))
      if let letter = letters.first { return letter }
    }
    return nil
  }
}

extension LetterBook {
  /// The words that the settings of a book keep.
  init(settings: [String: String]) {
    self.init()
    for kind in LetterKind.allCases {
      for tone in kind.tones {
        for language in [Customer.Language.french, .english] {
          guard let text = settings[LetterBook.setting(kind, tone, language)], !text.isEmpty,
            let words = try? LetterWords(kind, tone, language, plainText: text)
          else { continue }
          keep(words)
        }
      }
    }
  }

  static func setting(
    _ kind: LetterKind, _ tone: DunningLevel.Tone, _ language: Customer.Language
  ) -> String {
    "letter.words.\(language.rawValue).\(kind.rawValue).\(tone.rawValue)"
  }
}
