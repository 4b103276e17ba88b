import Ledger

/// A text with fields, read once: words and fields in turn.
struct RushTemplate {
  enum Part {
    case words(Substring)
    case field(RushField)
  }

  let piece: RushPiece
  let parts: [Part]

  /// Throws for a brace that stands alone and for a field that may not stand in the text.
  init(_ text: String, of piece: RushPiece) throws(RushWordingFault) {
    self.piece = piece
    var parts: [Part] = []
    var rest = text[...]
    while let opening = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[opening] == "{" else { throw .looseBrace(in: piece) }
      if opening > rest.startIndex { parts.append(.words(rest[..<opening])) }
      let inside = rest[rest.index(after: opening)...]
      guard let end = inside.firstIndex(where: { $0 == "{" || $0 == "}" }), inside[end] == "}"
      else { throw .looseBrace(in: piece) }
      let name = String(inside[..<end])
      guard let field = RushField(typed: name), piece.fields.contains(field) else {
        throw .unknownField(name, in: piece)
      }
      parts.append(.field(field))
      rest = inside[inside.index(after: end)...]
    }
    if !rest.isEmpty { parts.append(.words(rest)) }
    self.parts = parts
  }

  var fields: Set<RushField> {
    Set(parts.compactMap { if case .field(let field) = $0 { field } else { nil } })
  }

  /// The text with a value in place of each field.
  func filled(
    by value: (RushField) throws(RushWordingFault) -> String
  ) throws(RushWordingFault) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .words(let words): text += words
      case .field(let field): text += try value(field)
      }
    }
    return text
  }
}

extension WordingCheck {
  /// What may not be said in a text of a rush order, and what a person should look at.
  static func forbiddenPhrase(
    in text: String, _ language: Customer.Language
  ) -> (phrase: String?, familiar: [String]) {
    var phrase: String?
    var familiar: [String] = []
    for fault in faults(inText: text, language) {
      switch fault {
      case .forbidden(let found): phrase = phrase ?? found
      case .familiar(let word): familiar.append(word)
      // Braces are the templates' own matter; a mention is a letter's.
      case .unresolved, .missing: break
      }
    }
    return (phrase, familiar)
  }
}
