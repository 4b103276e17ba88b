/// One text of a letter that a firm may word its own way.
public enum LetterPiece: String, CaseIterable, Hashable, Sendable {
  case subject = "objet"
  case subjectOne = "objet.une"
  case subjectSeveral = "objet.plusieurs"
  /// Where only interest and compensation are left, after late payments.
  case subjectAccessories = "objet.accessoires"
  case opening = "debut"
  case openingOne = "debut.une"
  case openingSeveral = "debut.plusieurs"
  case openingAccessories = "debut.accessoires"
  /// After the opening, when a promise was not kept.
  case brokenPromise = "promesse"
  /// After the tables.
  case request = "demande"
  /// After the means of payment.
  case ending = "fin"

  /// The name under which it is kept, and which stands in brackets before its words.
  public var key: String { rawValue }

  /// The texts of a kind of letter, in the order in which a person reads them.
  public static func all(of kind: LetterKind) -> [LetterPiece] {
    switch kind {
    case .preDue: [.subjectOne, .subjectSeveral, .openingOne, .openingSeveral, .request, .ending]
    case .courtesy, .reminder, .firm, .formalNotice:
      [
        .subjectOne, .subjectSeveral, .subjectAccessories, .openingOne, .openingSeveral,
        .openingAccessories, .brokenPromise, .request, .ending,
      ]
    case .thanks: [.subject, .opening, .ending]
    }
  }

  /// A subject stands on one line.
  public var isOneLine: Bool {
    switch self {
    case .subject, .subjectOne, .subjectSeveral, .subjectAccessories: true
    default: false
    }
  }
}
