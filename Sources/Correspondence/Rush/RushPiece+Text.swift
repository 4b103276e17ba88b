public import Ledger

/// What each text is for, as a settings page says it to somebody who has never seen a template.
extension RushPiece {
  /// The heading of the group it belongs to.
  public func group(in language: Customer.Language) -> String {
    let isFrench = language == .french
    return switch self {
    case .phone: isFrench ? "Au téléphone" : "On the phone"
    case .objection, .answer, .part(.answerElse):
      isFrench ? "Si le client répond…" : "If the customer says…"
    case .clause, .part(.clauseEnd):
      isFrench ? "Clause de la confirmation de commande" : "Clause of the order confirmation"
    case .mail, .part: isFrench ? "Courriel" : "E-mail"
    }
  }

  /// What the text is for, in a few words.
  public func title(in language: Customer.Language) -> String {
    let isFrench = language == .french
    switch self {
    case .phone(let matter), .mail(let matter), .clause(let matter):
      return isFrench ? matter.french : matter.english
    case .objection(let objection):
      let name = isFrench ? objection.french : objection.english
      return isFrench ? "Objection\u{A0}: \(name)" : "Objection: \(name)"
    case .answer(let objection):
      let name = isFrench ? objection.french : objection.english
      return isFrench ? "Réponse\u{A0}: \(name)" : "Answer: \(name)"
    case .part(let part): return isFrench ? part.french : part.english
    }
  }
}

extension RushTone {
  /// The tone in one word.
  public func words(in language: Customer.Language) -> String {
    switch (self, language) {
    case (.courteous, .french): "chaleureux"
    case (.courteous, .english): "courteous"
    case (.factual, .french): "factuel"
    case (.factual, .english): "factual"
    case (.firm, .french): "ferme"
    case (.firm, .english): "firm"
    }
  }
}

extension RushMatter {
  fileprivate var french: String {
    switch self {
    case .term: "contre un délai de paiement plus court"
    case .order: "contre un paiement à la commande"
    case .orderOnly: "seulement contre paiement à la commande"
    case .surcharge: "contre un supplément express"
    case .overdue: "contre le règlement de ce qui est échu"
    case .accept: "oui, sans contrepartie"
    case .usual: "oui, rien de plus rapide que d’habitude"
    case .publicBuyer: "oui, à un acheteur public"
    case .alsoOverdue: "de plus\u{A0}: régler ce qui est échu avant la livraison"
    case .alsoSurcharge: "de plus\u{A0}: un supplément express"
    case .alsoDeposit: "de plus\u{A0}: un acompte"
    case .alsoFirstDeposit: "de plus\u{A0}: un acompte, client sans historique"
    }
  }

  fileprivate var english: String {
    switch self {
    case .term: "against a shorter payment term"
    case .order: "against payment with the order"
    case .orderOnly: "only against payment with the order"
    case .surcharge: "against an express surcharge"
    case .overdue: "against payment of what is overdue"
    case .accept: "yes, nothing in return"
    case .usual: "yes, no faster than usual"
    case .publicBuyer: "yes, to a public buyer"
    case .alsoOverdue: "besides: pay what is overdue before delivery"
    case .alsoSurcharge: "besides: an express surcharge"
    case .alsoDeposit: "besides: a deposit"
    case .alsoFirstDeposit: "besides: a deposit, customer without history"
    }
  }
}

extension RushObjection {
  fileprivate var french: String {
    switch self {
    case .competitors: "les concurrents ne demandent rien"
    case .accounting: "la comptabilité paie au délai habituel"
    case .goodCustomer: "nous sommes de bons clients"
    case .justOnce: "c’est juste pour cette fois"
    case .tooLong: "le délai habituel est trop long"
    case .askBoss: "je dois demander à ma direction"
    case .blackmail: "c’est du chantage"
    case .promise: "nous paierons vite, sans l’écrire"
    case .ifLate: "et si vous livrez en retard\u{A0}?"
    case .thenUsual: "alors le délai habituel"
    case .prudentAccounting: "la comptabilité (paiement à la commande seulement)"
    case .prudentGoodCustomer: "bons clients (paiement à la commande seulement)"
    case .whyOverdue: "pourquoi régler l’échu maintenant\u{A0}?"
    case .whyDeposit: "personne ne demande d’acompte"
    }
  }

  fileprivate var english: String {
    switch self {
    case .competitors: "competitors ask for nothing"
    case .accounting: "accounting pays at the usual term"
    case .goodCustomer: "we are good customers"
    case .justOnce: "just this once"
    case .tooLong: "the usual lead time is too long"
    case .askBoss: "I have to ask my management"
    case .blackmail: "that is blackmail"
    case .promise: "we will pay soon, unwritten"
    case .ifLate: "and if you deliver late?"
    case .thenUsual: "then the usual lead time"
    case .prudentAccounting: "accounting (payment with the order only)"
    case .prudentGoodCustomer: "good customers (payment with the order only)"
    case .whyOverdue: "why pay what is overdue now?"
    case .whyDeposit: "nobody asks for a deposit"
    }
  }
}

extension RushPart {
  fileprivate var french: String {
    switch self {
    case .subject: "objet"
    case .subjectAccept: "objet, quand rien n’est demandé"
    case .greeting: "salutation"
    case .balance: "l’échange en une phrase, après l’accord"
    case .thisOnce: "pour cette commande seulement"
    case .ifDisputed: "si le client conteste ce qui est échu"
    case .choices: "annonce des autres possibilités"
    case .choicesBesideSurcharge: "annonce des autres possibilités, en plus du supplément"
    case .choiceDeposit: "autre possibilité\u{A0}: un acompte"
    case .choiceDepositAndSurcharge: "autre possibilité\u{A0}: un acompte et un supplément"
    case .choiceSurcharge: "autre possibilité\u{A0}: un supplément"
    case .reply: "comment accepter"
    case .replyChoice: "comment accepter, ou choisir"
    case .replyAccept: "comment confirmer, quand rien n’est demandé"
    case .closing: "formule de fin et signature"
    case .clauseEnd: "fin de la clause\u{A0}: cette commande seulement"
    case .answerElse: "Réponse\u{A0}: la comptabilité, autre possibilité"
    }
  }

  fileprivate var english: String {
    switch self {
    case .subject: "subject"
    case .subjectAccept: "subject, when nothing is asked"
    case .greeting: "greeting"
    case .balance: "the exchange in a sentence, after the deal"
    case .thisOnce: "for this order only"
    case .ifDisputed: "if the customer contests what is overdue"
    case .choices: "before the other possibilities"
    case .choicesBesideSurcharge: "before the other possibilities, beside the surcharge"
    case .choiceDeposit: "other possibility: a deposit"
    case .choiceDepositAndSurcharge: "other possibility: a deposit and a surcharge"
    case .choiceSurcharge: "other possibility: a surcharge"
    case .reply: "how to accept"
    case .replyChoice: "how to accept, or choose"
    case .replyAccept: "how to confirm, when nothing is asked"
    case .closing: "ending and signature"
    case .clauseEnd: "end of the clause: this order only"
    case .answerElse: "Answer: accounting, another possibility"
    }
  }
}
