import Behaviour
import Law
public import Ledger
public import Quantities

extension Condition {
  /// The condition in one sentence, with its figures.
  public func words(in language: Customer.Language, _ currency: Currency) -> String {
    language == .french ? french(currency) : english(currency)
  }

  private func french(_ currency: Currency) -> String {
    switch self {
    case .insolvent(let insolvency):
      "Procédure collective ouverte le \(insolvency.opened.french)\u{A0}: ne livrez que contre "
        + "paiement à la commande (les dettes antérieures sont gelées)."
    case .settleFirst(let invoices, let late):
      "Condition\u{A0}: solder \(list(invoices, .french, currency)) avant livraison (retard\u{A0}: "
        + "\(late)\u{A0}j)."
    case .brokenPromises(let count):
      count == 1
        ? "Une promesse de règlement n’a pas été tenue."
        : "\(count) promesses de règlement n’ont pas été tenues."
    case .overLimit(let exposure) where !exposure.isGranted:
      "Avec cette commande, l’engagement atteint \(exposure.total.french(in: currency)), au-delà "
        + "de l’encours que nous proposons (\((exposure.limit ?? .zero).french(in: currency)))"
        + "\u{A0}: fixez le vôtre sur la fiche du client."
    case .overLimit(let exposure):
      "Avec cette commande, l’engagement atteint \(exposure.total.french(in: currency)) pour un "
        + "encours autorisé de \((exposure.limit ?? .zero).french(in: currency))\u{A0}: demandez "
        + "un acompte d’au moins \(exposure.excess.french(in: currency)), ou le paiement à la "
        + "commande."
    case .newCustomer(let deposit):
      "Client sans historique de paiement\u{A0}: un acompte de \(deposit)\u{A0}% est d’usage pour "
        + "une première commande."
    case .risky(let chance, let deposit):
      "Risque élevé d’impayé (\(chance.french) par facture)\u{A0}: demandez un acompte de "
        + "\(deposit)\u{A0}%."
    case .payer(let kind, let deposit): payerWords(kind, deposit, .french)
    case .disputed(let amount):
      "\(amount.french(in: currency)) sont contestés\u{A0}: profitez de l’appel pour en parler."
    case .unlawfulTerm(let days, let citation):
      "Le délai habituel (\(days)\u{A0}j sur cette commande) dépasse le plafond légal "
        + "(\(citation.text), art. \(citation.article))\u{A0}: c’est l’occasion de le ramener "
        + "au plafond."
    }
  }

  private func english(_ currency: Currency) -> String {
    switch self {
    case .insolvent(let insolvency):
      "Insolvency proceedings opened on \(insolvency.opened.englishLong): deliver against payment "
        + "with the order only (earlier debts are frozen)."
    case .settleFirst(let invoices, let late):
      "Condition: settle \(list(invoices, .english, currency)) before delivery (\(late) days late)."
    case .brokenPromises(let count):
      count == 1
        ? "One promise to pay was not kept." : "\(count) promises to pay were not kept."
    case .overLimit(let exposure) where !exposure.isGranted:
      "With this order the exposure reaches \(exposure.total.english(in: currency)), beyond the "
        + "limit we propose (\((exposure.limit ?? .zero).english(in: currency))): set your own on "
        + "the customer’s page."
    case .overLimit(let exposure):
      "With this order the exposure reaches \(exposure.total.english(in: currency)) for a credit "
        + "limit of \((exposure.limit ?? .zero).english(in: currency)): ask for a deposit of at "
        + "least \(exposure.excess.english(in: currency)), or payment with the order."
    case .newCustomer(let deposit):
      "No payment history: a deposit of \(deposit)% is usual on a first order."
    case .risky(let chance, let deposit):
      "High risk of non-payment (\(chance.percent)% per invoice): ask for a deposit of \(deposit)%."
    case .payer(let kind, let deposit): payerWords(kind, deposit, .english)
    case .disputed(let amount):
      "\(amount.english(in: currency)) are disputed: take the occasion to talk about it."
    case .unlawfulTerm(let days, let citation):
      "The usual term (\(days) days on this order) exceeds the legal ceiling (\(citation.text), "
        + "\(citation.article)): an occasion to bring it down to the ceiling."
    }
  }

  private func payerWords(
    _ kind: PayerProfile.Kind, _ deposit: Int, _ language: Customer.Language
  ) -> String {
    let name = kind.words(in: language)
    switch (kind, language) {
    case (.goodPayer, .french):
      return "Profil\u{A0}: \(name). Restez souple\u{A0}: si la contrepartie le gêne, vous pouvez "
        + "y renoncer sans grand risque."
    case (.goodPayer, .english):
      return "Profile: \(name). Be flexible: where the counterpart troubles them, you may do "
        + "without it at little risk."
    case (.distress, .french):
      return "Profil\u{A0}: \(name). Un acompte de \(deposit)\u{A0}% ou le paiement à la "
        + "commande vaut mieux ici qu’un délai, même plus court."
    case (.distress, .english):
      return "Profile: \(name). A deposit of \(deposit)% or payment with the order is better here "
        + "than any term, even a shorter one."
    case (_, .french): return "Profil\u{A0}: \(name). " + kind.terms(in: .french)
    case (_, .english): return "Profile: \(name). " + kind.terms(in: .english)
    }
  }

  /// `F-2031, 4 812,00 €` or `3 factures échues, 9 000,00 €, dont F-2031`.
  private func list(
    _ invoices: [Standing.OverdueInvoice], _ language: Customer.Language, _ currency: Currency
  ) -> String {
    guard let first = invoices.first else { return "" }
    let sum = invoices.lazy.map(\.amount).sum()
    switch language {
    case .french:
      return invoices.count == 1
        ? "\(first.number), \(sum.french(in: currency)),"
        : "\(invoices.count) factures échues, \(sum.french(in: currency)), dont \(first.number),"
    case .english:
      return invoices.count == 1
        ? "\(first.number), \(sum.english(in: currency)),"
        : "\(invoices.count) overdue invoices, \(sum.english(in: currency)), \(first.number) first,"
    }
  }
}

extension Light {
  /// The answer in a few words.
  public func words(in language: Customer.Language) -> String {
    switch (self, language) {
    case (.green, .french): "Oui, contre contrepartie"
    case (.green, .english): "Yes, for something in return"
    case (.amber, .french): "Oui, sous conditions"
    case (.amber, .english): "Yes, on conditions"
    case (.red, .french): "Pas à crédit"
    case (.red, .english): "Not on credit"
    }
  }
}
