/// A place in a letter's template that is filled from the claim: `{total}`, `{retard}`. The same
/// names serve both languages.
public enum LetterField: String, CaseIterable, Hashable, Sendable {
  case client, societe, telephone
  case invoice = "facture"
  case count = "nombre"
  case due = "echeance"
  case late = "retard"
  case total
  /// Said after the total when it holds accessories: which, and by which articles.
  case including = "comprenant"
  case articles
  /// Interest and compensation that the total does not hold.
  case besides = "accessoires"
  /// Our earlier messages about it.
  case messages
  case lastDay = "dateLimite"
  case deadline = "delai"
  case dailyInterest = "parJour"
  case rates = "taux"
  /// The articles on which a formal notice stands, as the law sheet words them.
  case legalBasis = "fondement"
  /// What a court would be asked for.
  case sums = "sommes"
  case promised = "promesse"
  case promisedDay = "promesseDate"
  case received = "reglement"
  case receivedDay = "recuLe"
  /// The invoices that a payment settled, when they are few.
  case paid = "factures"
  case balance = "solde"

  /// The field of a name as somebody types it, with accents, capitals and spaces or without.
  init?(typed name: some StringProtocol) {
    let plain = name.plainLetters
    guard let field = LetterField.allCases.first(where: { $0.rawValue.plainLetters == plain })
    else { return nil }
    self = field
  }

  /// As it stands in a template: `{total}`.
  public var mark: String { "{\(rawValue)}" }

  /// It may lack a value, so it stands in a passage between `[[` and `]]`.
  public var mayBeEmpty: Bool {
    switch self {
    case .telephone, .including, .besides, .messages, .dailyInterest, .rates, .paid: true
    default: false
    }
  }
}

extension LetterPiece {
  /// The fields that may stand in the text for a kind of letter.
  public func fields(of kind: LetterKind) -> [LetterField] {
    let always: [LetterField] = [.client, .societe, .telephone]
    switch kind {
    case .thanks: return always + [.received, .receivedDay, .paid, .balance]
    case .preDue:
      return always + [.total, .count]
        + (self == .subjectOne || self == .openingOne ? [.invoice, .due] : [])
    case .courtesy, .reminder, .firm, .formalNotice:
      let asking = always + [.total, .messages]
      switch self {
      case .subjectOne, .openingOne: return asking + [.invoice, .due, .late, .count]
      case .subjectSeveral, .openingSeveral: return asking + [.late, .count]
      case .subjectAccessories, .openingAccessories: return asking
      case .brokenPromise: return asking + [.promised, .promisedDay]
      default: return asking + requestFields(of: kind)
      }
    }
  }

  private func requestFields(of kind: LetterKind) -> [LetterField] {
    switch kind {
    case .firm: [.including, .articles, .besides, .lastDay]
    case .formalNotice: [.dailyInterest, .rates, .deadline, .legalBasis, .sums]
    default: [.including, .articles, .besides]
    }
  }

  /// The fields without which the text does not do its work.
  public func neededFields(of kind: LetterKind) -> [LetterField] {
    switch (self, kind) {
    case (.request, .courtesy), (.request, .reminder): [.total]
    case (.request, .firm): [.total, .lastDay]
    case (.request, .formalNotice): [.total, .deadline, .legalBasis]
    case (.brokenPromise, _): [.promisedDay]
    case (.opening, .thanks): [.received]
    case (.openingOne, .preDue): [.due]
    default: []
    }
  }
}
