import Ledger

/// The house's own words for rush orders in one language and tone, with their fields.
///
/// Plain spaces and straight apostrophes: `typeset` sets them as a printer does. A clause is a
/// contract's matter and what a customer says is the customer's: they are the same in each tone.
struct RushWording: Sendable {
  /// What changes with the tone.
  struct Voice: Sendable {
    let phone: [RushMatter: String]
    let answers: [RushObjection: String]
    let mail: [RushMatter: String]
    let parts: [RushPart: String]
  }

  /// What does not.
  struct Deed: Sendable {
    let clauses: [RushMatter: String]
    let objections: [RushObjection: String]
    let parts: [RushPart: String]
  }

  let voice: Voice
  let deed: Deed

  /// The six of the house, each text typeset once.
  private static let houses: [[[RushPiece: String]]] = [
    [
      RushWording(voice: frenchCourteous, deed: french),
      RushWording(voice: frenchFactual, deed: french),
      RushWording(voice: frenchFirm, deed: french),
    ].map { $0.typeset(in: .french) },
    [
      RushWording(voice: englishCourteous, deed: english),
      RushWording(voice: englishFactual, deed: english),
      RushWording(voice: englishFirm, deed: english),
    ].map { $0.typeset(in: .english) },
  ]

  /// The house's own text, typeset.
  static func text(
    of piece: RushPiece, _ language: Customer.Language, _ tone: RushTone
  ) -> String {
    let voices = houses[language == .french ? 0 : 1]
    let place =
      switch tone {
      case .courteous: 0
      case .factual: 1
      case .firm: 2
      }
    guard let text = voices[place][piece] else {
      preconditionFailure("the house has no words for \(piece.key)")
    }
    return text
  }

  private func typeset(in language: Customer.Language) -> [RushPiece: String] {
    var texts: [RushPiece: String] = [:]
    for piece in RushPiece.all { texts[piece] = self[piece]?.typeset(in: language) }
    return texts
  }

  private subscript(piece: RushPiece) -> String? {
    switch piece {
    case .phone(let matter): voice.phone[matter]
    case .mail(let matter): voice.mail[matter]
    case .clause(let matter): deed.clauses[matter]
    case .objection(let objection): deed.objections[objection]
    case .answer(let objection): voice.answers[objection]
    case .part(let part): voice.parts[part] ?? deed.parts[part]
    }
  }
}
