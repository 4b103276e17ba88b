/// How an answer to a rush order is worded.
public enum RushTone: String, Hashable, Sendable, CaseIterable {
  case courteous, factual, firm
}

/// What a sentence for the phone, a paragraph of the e-mail or a clause is about.
public enum RushMatter: String, Hashable, Sendable, CaseIterable {
  case term = "terme"
  case order = "commande"
  case orderOnly = "comptant"
  case surcharge = "supplement"
  case overdue = "impayes"
  case accept = "accord"
  case usual = "habituel"
  case publicBuyer = "public"
  /// What is asked besides.
  case alsoOverdue = "aussi-impayes"
  case alsoSurcharge = "aussi-supplement"
  case alsoDeposit = "aussi-acompte"
  case alsoFirstDeposit = "aussi-premier-acompte"
}

/// What customers answer when something is asked in return.
public enum RushObjection: String, Hashable, Sendable, CaseIterable {
  case competitors = "concurrents"
  case accounting = "comptabilite"
  case goodCustomer = "bon-client"
  case justOnce = "une-fois"
  case tooLong = "trop-long"
  case askBoss = "direction"
  case blackmail = "chantage"
  case promise = "promesse"
  case ifLate = "retard"
  case thenUsual = "delai-habituel"
  /// Where only payment with the order will do.
  case prudentAccounting = "comptant-comptabilite"
  case prudentGoodCustomer = "comptant-bon-client"
  /// About what is asked besides.
  case whyOverdue = "pourquoi-impayes"
  case whyDeposit = "pourquoi-acompte"
}

/// The other parts of the e-mail and of the clause.
public enum RushPart: String, Hashable, Sendable, CaseIterable {
  case subject = "courriel.objet"
  case subjectAccept = "courriel.objet-accord"
  case greeting = "courriel.bonjour"
  /// After the deal: each gives something, this once only.
  case balance = "courriel.equilibre"
  case thisOnce = "courriel.cette-fois"
  case ifDisputed = "courriel.desaccord"
  case choices = "courriel.choix"
  case choicesBesideSurcharge = "courriel.choix-et-supplement"
  case choiceDeposit = "courriel.choix.acompte"
  case choiceDepositAndSurcharge = "courriel.choix.acompte-et-supplement"
  case choiceSurcharge = "courriel.choix.supplement"
  case reply = "courriel.reponse"
  case replyChoice = "courriel.reponse-choix"
  case replyAccept = "courriel.reponse-accord"
  case closing = "courriel.fin"
  case clauseEnd = "clause.fin"
  /// After the answer about the customer's accounting, where a surcharge would do as well.
  case answerElse = "reponse.comptabilite-sinon"
}

/// One text of the house that a firm may word its own way.
public enum RushPiece: Hashable, Sendable {
  case phone(RushMatter)
  case mail(RushMatter)
  case clause(RushMatter)
  case objection(RushObjection)
  case answer(RushObjection)
  case part(RushPart)

  /// All texts, in the order in which a person reads them.
  public static let all: [RushPiece] =
    RushMatter.allCases.map(RushPiece.phone)
    + RushObjection.allCases.flatMap { [.objection($0), .answer($0)] }
    + RushMatter.allCases.map(RushPiece.mail)
    + RushPart.allCases.map(RushPiece.part)
    + RushMatter.allCases.map(RushPiece.clause)

  /// The name under which it is kept: `telephone.terme`, `reponse.concurrents`, `courriel.objet`.
  public var key: String {
    switch self {
    case .phone(let matter): "telephone." + matter.rawValue
    case .mail(let matter): "courriel." + matter.rawValue
    case .clause(let matter): "clause." + matter.rawValue
    case .objection(let objection): "objection." + objection.rawValue
    case .answer(let objection): "reponse." + objection.rawValue
    case .part(let part): part.rawValue
    }
  }

  /// The text of a key; nil for a key that the house does not know.
  public init?(key: some StringProtocol) {
    guard let piece = RushPiece.byKey[String(key)] else { return nil }
    self = piece
  }

  private static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

  /// The subject of an e-mail and what a customer says stand on one line.
  public var isOneLine: Bool {
    switch self {
    case .objection, .part(.subject), .part(.subjectAccept), .part(.choiceDeposit),
      .part(.choiceDepositAndSurcharge), .part(.choiceSurcharge):
      true
    case .phone, .mail, .clause, .answer, .part: false
    }
  }
}
