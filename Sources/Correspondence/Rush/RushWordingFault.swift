public import Ledger

/// Why a text about a rush order may not be kept or may not leave.
public enum RushWordingFault: Error, Hashable, Sendable {
  /// A key that the house does not know: it may have been mistyped.
  case unknownKey(String)
  /// A key that comes twice in one file.
  case repeatedKey(RushPiece)
  /// Words before the first `[key]` of a file.
  case textBeforeKey(String)
  /// A field that does not exist, or not in this text; and those that may be used.
  case unknownField(String, in: RushPiece)
  /// A field that has no value in this offer, such as the name of a customer not in the book.
  case emptyField(RushField, in: RushPiece)
  /// A brace that opens or closes no field.
  case looseBrace(in: RushPiece)
  case tooLong(bytes: Int, most: Int)
  /// A character that does not print, by its number.
  case unprintable(UInt32, in: RushPiece)
  /// A line break in what stands on one line.
  case lineBreak(in: RushPiece)
  /// A phrase that no letter of the house may hold, and why.
  case forbidden(String, Misconduct, in: RushPiece)

  /// The text that wants mending; nil when the fault lies in the file as a whole.
  public var piece: RushPiece? {
    switch self {
    case .unknownKey, .textBeforeKey, .tooLong: nil
    case .repeatedKey(let piece), .unknownField(_, let piece), .emptyField(_, let piece),
      .looseBrace(let piece), .unprintable(_, let piece), .lineBreak(let piece),
      .forbidden(_, _, let piece):
      piece
    }
  }
}

/// What a person should look at before the words leave.
public enum RushWarning: Hashable, Sendable {
  /// `tu`, `ton`, `ta`: customers are addressed with `vous`.
  case familiar(String, in: RushPiece)
  /// The firm's own text no longer says what makes the deal, such as the date it is due on.
  case missing(RushField, in: RushPiece)
}

extension RushWordingFault {
  /// What is wrong and what is wanted, for the person who words the text.
  public func words(in language: Customer.Language) -> String {
    language == .french ? french : english
  }

  private var french: String {
    switch self {
    case .unknownKey(let key): "«\u{A0}\(key.excerpt)\u{A0}» n’est pas le nom d’un texte."
    case .repeatedKey(let piece): "Le texte \(piece.key) figure deux fois\u{A0}: gardez-en un."
    case .textBeforeKey(let text):
      "«\u{A0}\(text.excerpt)\u{A0}» précède le premier nom de texte\u{A0}: commencez par un nom "
        + "entre crochets, par exemple [telephone.terme]."
    case .unknownField(let name, let piece):
      "\(piece.key)\u{A0}: le champ {\(name.excerpt)} n’existe pas ou n’a pas de valeur dans ce "
        + "texte. Champs possibles\u{A0}: \(piece.marks())."
    case .emptyField(let field, let piece):
      "\(piece.key)\u{A0}: le champ \(field.mark) n’a pas de valeur pour cette commande. Champs "
        + "possibles\u{A0}: \(piece.marks(without: field))."
    case .looseBrace(let piece):
      "\(piece.key)\u{A0}: une accolade est ouverte ou fermée toute seule\u{A0}; un champ s’écrit "
        + "\(RushField.amount.mark)."
    case .tooLong(let bytes, let most):
      "Texte trop long\u{A0}: \(bytes) octets pour \(most) au plus."
    case .unprintable(let value, let piece):
      "\(piece.key)\u{A0}: un caractère invisible (\(value.codePoint)) s’est glissé dans le "
        + "texte\u{A0}; effacez-le ou saisissez le passage à nouveau."
    case .lineBreak(let piece): "\(piece.key)\u{A0}: ce texte tient sur une seule ligne."
    case .forbidden(let phrase, let why, let piece):
      "\(piece.key)\u{A0}: «\u{A0}\(phrase)\u{A0}» ne peut pas figurer dans un message à un client "
        + "(\(why.words(in: .french)))."
    }
  }

  private var english: String {
    switch self {
    case .unknownKey(let key): "“\(key.excerpt)” is not the name of a text."
    case .repeatedKey(let piece): "The text \(piece.key) comes twice: keep one."
    case .textBeforeKey(let text):
      "“\(text.excerpt)” stands before the first name of a text: begin with a name in brackets, "
        + "for example [telephone.terme]."
    case .unknownField(let name, let piece):
      "\(piece.key): the field {\(name.excerpt)} does not exist or has no value in this text. "
        + "Possible fields: \(piece.marks())."
    case .emptyField(let field, let piece):
      "\(piece.key): the field \(field.mark) has no value for this order. Possible fields: "
        + "\(piece.marks(without: field))."
    case .looseBrace(let piece):
      "\(piece.key): a brace opens or closes nothing; a field is written \(RushField.amount.mark)."
    case .tooLong(let bytes, let most): "Text too long: \(bytes) bytes, at most \(most)."
    case .unprintable(let value, let piece):
      "\(piece.key): an invisible character (\(value.codePoint)) slipped into the text; delete it "
        + "or type the passage again."
    case .lineBreak(let piece): "\(piece.key): this text stands on one line."
    case .forbidden(let phrase, let why, let piece):
      "\(piece.key): “\(phrase)” may not stand in a message to a customer "
        + "(\(why.words(in: .english)))."
    }
  }
}

extension RushWarning {
  /// What to look at, for the person who sends the words.
  public func words(in language: Customer.Language) -> String {
    switch (self, language) {
    case (.familiar(let word, let piece), .french):
      "\(piece.key)\u{A0}: «\u{A0}\(word)\u{A0}» tutoie le client."
    case (.familiar(let word, let piece), .english):
      "\(piece.key): “\(word)” is familiar in French: customers are addressed with “vous”."
    case (.missing(let field, let piece), .french):
      "\(piece.key)\u{A0}: votre texte ne cite plus \(field.mark)."
    case (.missing(let field, let piece), .english):
      "\(piece.key): your text no longer says \(field.mark)."
    }
  }
}

extension RushPiece {
  fileprivate func marks(without empty: RushField? = nil) -> String {
    fields.filter { $0 != empty }.map(\.mark).joined(separator: ", ")
  }
}

extension UInt32 {
  /// `U+200B`.
  var codePoint: String {
    let digits = String(self, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }
}

extension String {
  /// The beginning, without what does not print, for a message.
  var excerpt: String {
    var kept = ""
    for scalar in unicodeScalars.prefix(40) where !scalar.isUnprintable {
      kept.unicodeScalars.append(scalar)
    }
    return kept + (unicodeScalars.count > 40 ? "…" : "")
  }
}
