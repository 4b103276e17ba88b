public import Dunning
public import Ledger

/// All words of a firm's letters: the house's own, and those that the firm words differently.
public struct LetterBook: Hashable, Sendable {
  private struct Place: Hashable {
    let kind: LetterKind
    let tone: DunningLevel.Tone
    let language: Customer.Language
  }

  private var own: [Place: LetterWords] = [:]

  /// The house's words for everything.
  public init() {}

  /// The words of a kind of letter, in the tone asked for or the nearest that there is.
  public subscript(
    kind: LetterKind, tone: DunningLevel.Tone, language: Customer.Language
  ) -> LetterWords {
    let tone = kind.tone(nearest: tone)
    return own[Place(kind: kind, tone: tone, language: language)]
      ?? LetterWords(kind, tone, language)
  }

  /// Uses these words from now on.
  public mutating func keep(_ words: LetterWords) {
    let place = Place(kind: words.kind, tone: words.tone, language: words.language)
    own[place] = words.areTheHouses ? nil : words
  }
}
