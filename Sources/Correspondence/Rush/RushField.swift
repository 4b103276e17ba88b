/// A place in a template that is filled from the offer: `{terme}`, `{echeance}`. The same names
/// serve both languages.
public enum RushField: String, Hashable, Sendable, CaseIterable {
  case client, societe, telephone, signature
  case amount = "montant"
  case askedLead = "delaiDemande"
  case usualLead = "delaiHabituel"
  case usualDays = "joursHabituels"
  case ordered = "commande"
  case delivery = "livraison"
  case usualTerm = "termeHabituel"
  case usualTermInContract = "termeHabituelContrat"
  case term = "terme"
  case insteadOf = "auLieuDe"
  case termInContract = "termeContrat"
  case counterpart = "contrepartie"
  case due = "echeance"
  case usualDue = "echeanceHabituelle"
  case surcharge = "supplement"
  case overdue = "impayes"
  case depositAsked = "acompteDemande"
  case deposit = "acompte"
  case rest = "solde"
  case complement
  case surchargeToChoose = "supplementAuChoix"

  /// The field of a name as somebody types it, with accents, capitals and spaces or without.
  init?(typed name: some StringProtocol) {
    let plain = name.plainLetters
    guard let field = RushField.allCases.first(where: { $0.rawValue.plainLetters == plain })
    else { return nil }
    self = field
  }

  /// As it stands in a template: `{terme}`.
  public var mark: String { "{\(rawValue)}" }

  /// What every offer has. The customer's name and our telephone may still be unknown.
  static let always: [RushField] = [
    .client, .societe, .telephone, .signature, .amount, .askedLead, .usualLead, .usualDays,
    .ordered, .delivery, .usualTerm, .usualTermInContract,
  ]
}

extension RushPiece {
  /// The fields that may stand in the text: those which an offer has where the text is used.
  public var fields: [RushField] { RushField.always + own }

  private var own: [RushField] {
    switch self {
    case .phone(let matter), .mail(let matter), .clause(let matter): matter.fields
    case .objection(.whyOverdue), .answer(.whyOverdue): [.overdue]
    case .objection(.whyDeposit), .answer(.whyDeposit): [.depositAsked]
    case .objection, .answer: [.counterpart]
    case .part(let part): part.fields
    }
  }
}

extension RushMatter {
  fileprivate var fields: [RushField] {
    switch self {
    case .term: [.term, .insteadOf, .termInContract, .counterpart, .due, .usualDue]
    case .order: [.term, .insteadOf, .termInContract, .counterpart, .usualDue]
    case .orderOnly: [.term, .termInContract, .counterpart]
    case .surcharge: [.surcharge, .counterpart]
    case .overdue: [.overdue, .counterpart]
    case .accept, .usual, .publicBuyer: []
    case .alsoOverdue: [.overdue]
    case .alsoSurcharge: [.surcharge]
    case .alsoDeposit, .alsoFirstDeposit: [.depositAsked]
    }
  }
}

extension RushPart {
  fileprivate var fields: [RushField] {
    switch self {
    case .choicesBesideSurcharge: [.surcharge]
    case .choiceDeposit: [.deposit, .rest]
    case .choiceDepositAndSurcharge: [.deposit, .rest, .complement]
    case .choiceSurcharge: [.surchargeToChoose]
    case .answerElse: [.counterpart, .surchargeToChoose]
    case .subject, .subjectAccept, .greeting, .balance, .thisOnce, .ifDisputed, .choices, .reply,
      .replyChoice,
      .replyAccept, .closing, .clauseEnd:
      []
    }
  }
}

extension StringProtocol {
  /// The letters without accents and capitals, and nothing else.
  var plainLetters: String {
    var letters = ""
    for scalar in lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z": letters.unicodeScalars.append(scalar)
      case "à", "â": letters += "a"
      case "é", "è", "ê": letters += "e"
      case "î", "ï": letters += "i"
      // An accent of its own, after its letter.
      case "\u{300}"..."\u{36F}", " ": continue
      default: letters += "?"
      }
    }
    return letters
  }
}
