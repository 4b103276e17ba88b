import Ledger

/// A text with fields, read once.
struct RushTemplate {
  let piece: RushPiece
  private let template: WordTemplate<RushField>

  /// Throws for a brace that stands alone and for a field that may not stand in the text.
  init(_ text: String, of piece: RushPiece) throws(RushWordingFault) {
    self.piece = piece
    do {
      template = try WordTemplate(text) { name in
        RushField(typed: name).flatMap { piece.fields.contains($0) ? $0 : nil }
      }
    } catch {
      switch error {
      case .looseBrace, .loosePassage: throw .looseBrace(in: piece)
      case .unknownField(let name): throw .unknownField(name, in: piece)
      }
    }
  }

  var fields: Set<RushField> { template.fields }

  /// The text with a value in place of each field.
  func filled(by value: (RushField) -> String?) throws(RushWordingFault) -> String {
    try template.filled {
      value($0).map { Prose($0) }
    } missing: { field in
      RushWordingFault.emptyField(field, in: piece)
    }.text
  }
}

extension WordingCheck {
  /// What may not be said in a text of a rush order, and what a person should look at.
  static func forbiddenPhrase(
    in text: String, _ language: Customer.Language
  ) -> (phrase: (words: String, misconduct: Misconduct)?, familiar: [String]) {
    var phrase: (words: String, misconduct: Misconduct)?
    var familiar: [String] = []
    for fault in faults(inText: text, language) {
      switch fault {
      case .forbidden(let found, let why):
        phrase = phrase ?? (found, why)
      case .familiar(let word): familiar.append(word)
      // Braces are the templates' own matter; a mention is a letter's.
      case .unresolved, .missing: break
      }
    }
    return (phrase, familiar)
  }
}
