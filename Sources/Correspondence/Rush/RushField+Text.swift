public import Ledger

extension RushField {
  /// What the field stands for, beside it on a settings page.
  public func words(in language: Customer.Language) -> String {
    language == .french ? french : english
  }

  private var french: String {
    switch self {
    case .client: "le nom du client"
    case .societe: "le nom de votre société"
    case .telephone: "votre téléphone"
    case .signature: "qui signe, sur plusieurs lignes"
    case .amount: "le montant de la commande"
    case .askedLead: "le délai demandé\u{A0}: 3 jours"
    case .usualLead: "le délai habituel\u{A0}: 15 jours"
    case .usualDays: "le délai habituel en chiffres\u{A0}: 15"
    case .ordered: "la date de la commande"
    case .delivery: "la date de la livraison"
    case .usualTerm: "quand le client paie d’habitude\u{A0}: à 60 jours"
    case .usualTermInContract: "la même chose, comme dans un contrat\u{A0}: 60 jours nets"
    case .term: "quand il paie cette fois\u{A0}: à 30 jours, à la commande"
    case .insteadOf: "la comparaison\u{A0}: au lieu de 60, plutôt qu’à 30 jours"
    case .termInContract: "quand il paie cette fois, comme dans un contrat\u{A0}: 30 jours nets"
    case .counterpart: "ce qui est demandé\u{A0}: un règlement à 30 jours"
    case .due: "l’échéance, pour une facture émise le jour de la livraison"
    case .usualDue: "l’échéance que donnerait le délai habituel"
    case .surcharge: "le supplément express demandé"
    case .overdue: "ce qui est échu\u{A0}: la facture F-2031 (4\u{202F}812,00\u{A0}€)"
    case .depositAsked: "l’acompte demandé dans tous les cas"
    case .deposit: "l’acompte que le client peut choisir"
    case .rest: "ce qui reste après cet acompte"
    case .complement: "le supplément qui complète cet acompte"
    case .surchargeToChoose: "le supplément que le client peut choisir"
    }
  }

  private var english: String {
    switch self {
    case .client: "the customer's name"
    case .societe: "your firm's name"
    case .telephone: "your telephone"
    case .signature: "who signs, on several lines"
    case .amount: "the amount of the order"
    case .askedLead: "the lead time asked for: 3 days"
    case .usualLead: "the usual lead time: 15 days"
    case .usualDays: "the usual lead time in figures: 15"
    case .ordered: "the date of the order"
    case .delivery: "the date of delivery"
    case .usualTerm: "when the customer pays as a rule: within 60 days"
    case .usualTermInContract: "the same, as in a contract: 60 days net"
    case .term: "when it pays this time: within 30 days, with the order"
    case .insteadOf: "the comparison: instead of 60, rather than within 30 days"
    case .termInContract: "when it pays this time, as in a contract: 30 days net"
    case .counterpart: "what is asked: payment within 30 days"
    case .due: "the due date, for an invoice issued on the day of delivery"
    case .usualDue: "the due date that the usual term would give"
    case .surcharge: "the express surcharge asked for"
    case .overdue: "what is overdue: invoice F-2031 (€4,812.00)"
    case .depositAsked: "the deposit asked for in any case"
    case .deposit: "the deposit that the customer may choose"
    case .rest: "what remains after that deposit"
    case .complement: "the surcharge that completes that deposit"
    case .surchargeToChoose: "the surcharge that the customer may choose"
    }
  }
}
