public import Ledger

extension PayerProfile.Kind {
  /// How to ask this kind of payer, in one sentence.
  public func tone(in language: Customer.Language) -> String {
    switch (self, language) {
    case (.goodPayer, .french):
      "Restez courtois\u{A0}: un retard est d’abord un oubli."
    case (.goodPayer, .english): "Stay courteous: a delay is an oversight first."
    case (.disorganised, .french):
      "Aidez-le à s’y retrouver\u{A0}: rappel avant l’échéance, relevé et factures joints."
    case (.disorganised, .english):
      "Help them find their way: a word before the due date, with the statement and invoices."
    case (.disputing, .french):
      "Écoutez d’abord\u{A0}: demandez l’objection par écrit, réglez-la, faites payer le reste."
    case (.disputing, .english):
      "Listen first: ask for the objection in writing, settle it, have the rest paid."
    case (.opportunist, .french):
      "Soyez bref et régulier\u{A0}: une date précise, les pénalités chiffrées, puis l’étape "
        + "suivante."
    case (.opportunist, .english):
      "Be short and regular: a precise date, the interest in figures, then the next step."
    case (.distress, .french):
      "Appelez avant d’écrire\u{A0}: un échéancier tenu vaut mieux qu’une mise en demeure vaine."
    case (.distress, .english):
      "Call before you write: instalments that are kept are worth more than an idle notice."
    case (.unknown, .french): "Suivez le scénario ordinaire."
    case (.unknown, .english): "Follow the ordinary plan."
    }
  }

  /// Which terms to give this kind of payer, in one sentence; within the law for all of them.
  public func terms(in language: Customer.Language) -> String {
    switch (self, language) {
    case (.goodPayer, .french): "Gardez-lui ses délais\u{A0}; vous pouvez rester souple."
    case (.goodPayer, .english): "Keep their terms; you can afford to be flexible."
    case (.disorganised, .french):
      "Proposez le prélèvement, ou une seule date de paiement par mois."
    case (.disorganised, .english): "Propose direct debit, or one payment day a month."
    case (.disputing, .french):
      "Faites signer la livraison et la commande\u{A0}: la facture ne se conteste plus."
    case (.disputing, .english):
      "Have the order and the delivery signed: the invoice can no longer be disputed."
    case (.opportunist, .french):
      "Raccourcissez le délai à la prochaine commande, et livrez contre une contrepartie écrite."
    case (.opportunist, .english):
      "Shorten the term with the next order, and deliver against something agreed in writing."
    case (.distress, .french):
      "Acompte ou paiement à la commande pour toute nouvelle livraison."
    case (.distress, .english): "A deposit or payment with the order for any new delivery."
    case (.unknown, .french): "Trente jours, et un encours prudent, le temps de le connaître."
    case (.unknown, .english): "Thirty days and a prudent limit, until you know them."
    }
  }
}
