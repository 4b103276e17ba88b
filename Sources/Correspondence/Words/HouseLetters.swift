import Dunning
import Ledger

/// The house's own words of letters, with their fields, by kind and tone.
///
/// The first message supposes an oversight; none humiliates, and each leaves the reader a way to
/// answer (R10.2, R10.3). Plain spaces and straight apostrophes: `typeset` sets them as a printer
/// does. A text that a tone leaves out is the one of the next gentler tone.
enum HouseLetters {
  typealias Texts = [LetterPiece: String]
  typealias Tones = [DunningLevel.Tone: Texts]

  /// The house's own text, typeset.
  static func text(of piece: LetterPiece, in words: LetterWords) -> String {
    let book = words.language == .french ? typesetFrench : typesetEnglish
    guard let text = book[words.kind]?[words.tone]?[piece] else {
      preconditionFailure("the house has no words for \(words.kind) \(words.tone) \(piece.key)")
    }
    return text
  }

  private static let typesetFrench = typeset(french, in: .french)
  private static let typesetEnglish = typeset(english, in: .english)

  private static func typeset(
    _ book: [LetterKind: Tones], in language: Customer.Language
  ) -> [LetterKind: Tones] {
    var whole: [LetterKind: Tones] = [:]
    for kind in LetterKind.allCases {
      var gentler: Texts = [:]
      for tone in kind.tones {
        gentler.merge(book[kind]?[tone] ?? [:]) { _, own in own }
        whole[kind, default: [:]][tone] = gentler.mapValues { $0.typeset(in: language) }
      }
    }
    return whole
  }
}
