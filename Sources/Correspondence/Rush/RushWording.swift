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

  static func of(_ language: Customer.Language, _ tone: RushTone) -> RushWording {
    switch (language, tone) {
    case (.french, .courteous): RushWording(voice: frenchCourteous, deed: french)
    case (.french, .factual): RushWording(voice: frenchFactual, deed: french)
    case (.french, .firm): RushWording(voice: frenchFirm, deed: french)
    case (.english, .courteous): RushWording(voice: englishCourteous, deed: english)
    case (.english, .factual): RushWording(voice: englishFactual, deed: english)
    case (.english, .firm): RushWording(voice: englishFirm, deed: english)
    }
  }

  subscript(piece: RushPiece) -> String {
    let text =
      switch piece {
      case .phone(let matter): voice.phone[matter]
      case .mail(let matter): voice.mail[matter]
      case .clause(let matter): deed.clauses[matter]
      case .objection(let objection): deed.objections[objection]
      case .answer(let objection): voice.answers[objection]
      case .part(let part): voice.parts[part] ?? deed.parts[part]
      }
    guard let text else { preconditionFailure("the house has no words for \(piece.key)") }
    return text
  }
}
