public import Ledger

/// Why a text of a letter may not be kept: it could not leave.
public enum LetterWordsFault: Error, Hashable, Sendable {
  /// A key that this kind of letter does not have: it may have been mistyped.
  case unknownKey(String, of: LetterKind)
  case repeatedKey(LetterPiece)
  /// Words before the first `[key]`.
  case textBeforeKey(String)
  case unknownField(String, in: LetterPiece, of: LetterKind)
  /// A field that may have no value stands outside `[[ ]]`: it could leave a hole.
  case mayBeEmpty(LetterField, in: LetterPiece)
  /// A field without which the text does not do its work, such as the total of a request.
  case missing(LetterField, in: LetterPiece)
  /// A formal notice that does not say it is one, or what may follow (R5.5).
  case notANotice(String, in: LetterPiece)
  case looseBrace(in: LetterPiece)
  case loosePassage(in: LetterPiece)
  case tooLong(bytes: Int, most: Int)
  /// A character that does not print, by its number.
  case unprintable(UInt32, in: LetterPiece)
  case lineBreak(in: LetterPiece)
  /// Words that may not stand in a message, as they were written, and why (R5.7, R10.2, R10.3).
  case forbidden(String, Misconduct, in: LetterPiece)

  /// The text that wants mending; nil when the fault lies in the whole.
  public var piece: LetterPiece? {
    switch self {
    case .unknownKey, .textBeforeKey, .tooLong: nil
    case .repeatedKey(let piece), .unknownField(_, let piece, _), .mayBeEmpty(_, let piece),
      .missing(_, let piece), .notANotice(_, let piece), .looseBrace(let piece),
      .loosePassage(let piece), .unprintable(_, let piece), .lineBreak(let piece),
      .forbidden(_, _, let piece):
      piece
    }
  }

  /// What is wrong and what is wanted, for the person who words the text.
  public func words(in language: Customer.Language) -> String {
    let place = piece.map { $0.key + (language == .french ? "\u{A0}: " : ": ") } ?? ""
    return place + (language == .french ? french : english)
  }

  private var french: String {
    switch self {
    case .unknownKey(let key, let kind):
      "«\u{A0}\(key.excerpt)\u{A0}» n’est pas un texte de ce courrier. Textes possibles\u{A0}: "
        + LetterPiece.all(of: kind).map(\.key).joined(separator: ", ") + "."
    case .repeatedKey: "ce texte figure deux fois, gardez-en un."
    case .textBeforeKey(let text):
      "«\u{A0}\(text.excerpt)\u{A0}» précède le premier nom de texte\u{A0}; commencez par un nom "
        + "entre crochets, par exemple [demande]."
    case .unknownField(let name, let piece, let kind):
      "le champ {\(name.excerpt)} n’existe pas ici. Champs possibles\u{A0}: "
        + piece.marks(of: kind) + "."
    case .mayBeEmpty(let field, _):
      "\(field.mark) peut être vide\u{A0}; placez-le avec ses mots entre [[ et ]], qui "
        + "disparaissent avec lui."
    case .missing(let field, _): "\(field.mark) manque, ce texte ne peut pas s’en passer."
    case .notANotice(let phrase, _):
      "une mise en demeure doit dire «\u{A0}\(phrase)\u{A0}» (fiche R5.5)."
    case .looseBrace:
      "une accolade est ouverte ou fermée toute seule\u{A0}; un champ s’écrit {total}."
    case .loosePassage:
      "un passage facultatif s’ouvre par [[ et se ferme par ]], sans en contenir un autre."
    case .tooLong(let bytes, let most):
      "Texte trop long\u{A0}: \(bytes) octets pour \(most) au plus."
    case .unprintable(let value, _):
      "un caractère invisible (\(value.codePoint)) s’est glissé dans le texte\u{A0}; effacez-le."
    case .lineBreak: "ce texte tient sur une seule ligne."
    case .forbidden(let phrase, let why, _):
      "«\u{A0}\(phrase)\u{A0}» ne peut pas figurer dans un message à un client "
        + "(\(why.words(in: .french)))."
    }
  }

  private var english: String {
    switch self {
    case .unknownKey(let key, let kind):
      "“\(key.excerpt)” is not a text of this letter. Possible texts: "
        + LetterPiece.all(of: kind).map(\.key).joined(separator: ", ") + "."
    case .repeatedKey: "this text comes twice, keep one."
    case .textBeforeKey(let text):
      "“\(text.excerpt)” stands before the first name of a text; begin with a name in brackets, "
        + "for example [demande]."
    case .unknownField(let name, let piece, let kind):
      "the field {\(name.excerpt)} does not exist here. Possible fields: "
        + piece.marks(of: kind) + "."
    case .mayBeEmpty(let field, _):
      "\(field.mark) may be empty; put it with its words between [[ and ]], which fall away with "
        + "it."
    case .missing(let field, _): "\(field.mark) is missing, this text cannot do without it."
    case .notANotice(let phrase, _): "a formal notice has to say “\(phrase)” (sheet R5.5)."
    case .looseBrace: "a brace opens or closes nothing; a field is written {total}."
    case .loosePassage: "an optional passage opens with [[ and closes with ]], with none inside."
    case .tooLong(let bytes, let most): "Text too long: \(bytes) bytes, at most \(most)."
    case .unprintable(let value, _):
      "an invisible character (\(value.codePoint)) slipped into the text; delete it."
    case .lineBreak: "this text stands on one line."
    case .forbidden(let phrase, let why, _):
      "“\(phrase)” may not stand in a message to a customer (\(why.words(in: .english)))."
    }
  }
}

extension LetterPiece {
  fileprivate func marks(of kind: LetterKind) -> String {
    fields(of: kind).map(\.mark).joined(separator: ", ")
  }
}
