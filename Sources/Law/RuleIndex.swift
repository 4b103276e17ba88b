/// Every rule of the house with its source and the one question it answers, for a lawyer to read.
public enum RuleIndex {
  /// One rule, its source and its question in both languages.
  public struct Entry: Hashable, Sendable {
    /// The Swift type that holds the rule.
    public let name: String
    public let citation: Citation
    public let question: String
    public let frenchQuestion: String

    init<R: Rule>(_ rule: R.Type, _ question: String, _ frenchQuestion: String) {
      name = String(describing: rule)
      citation = rule.citation
      self.question = question
      self.frenchQuestion = frenchQuestion
    }
  }

  /// In the order of the law sheet.
  public static let all: [Entry] = terms + interest + debts + proceedings

  private static let terms = [
    Entry(
      DueDate.self, "By which day must this be paid?", "Quel jour faut-il avoir payé\u{A0}?"),
    Entry(
      EndOfMonthDates.self, "Which two dates does “45 jours fin de mois” give?",
      "Quelles sont les deux dates de «\u{A0}45 jours fin de mois\u{A0}»\u{A0}?"),
    Entry(
      SectorCeiling.self, "What is the longest lawful term in this trade?",
      "Quel est le délai maximal dans ce secteur\u{A0}?"),
    Entry(
      TermCeiling.self, "Which date holds when the contract goes beyond the law?",
      "Quelle échéance retenir quand le contrat dépasse le plafond\u{A0}?"),
    Entry(
      PublicBuyerTerm.self, "By which day must a public buyer pay?",
      "Quel jour un acheteur public doit-il avoir payé\u{A0}?"),
  ]

  private static let interest = [
    Entry(
      PublicBuyerRate.self, "What rate does a late public buyer owe?",
      "Quel taux doit un acheteur public en retard\u{A0}?"),
    Entry(
      LatePaymentRate.self, "What rate do late professionals owe when nothing was agreed?",
      "Quel taux de pénalités à défaut de clause\u{A0}?"),
    Entry(
      PenaltyFloor.self, "What is the lowest rate a contract may set?",
      "Quel est le taux contractuel le plus bas\u{A0}?"),
    Entry(
      ContractRate.self, "Is the contract's rate lawful, and what is prudent to claim?",
      "Le taux du contrat est-il licite, et que réclamer\u{A0}?"),
    Entry(
      LegalInterest.self, "What is the legal interest rate of this half-year?",
      "Quel est le taux de l’intérêt légal du semestre\u{A0}?"),
    Entry(
      EnforcedTitleRate.self, "What rate runs two months after an enforceable judgment?",
      "Quel taux court deux mois après un jugement exécutoire\u{A0}?"),
    Entry(
      FixedCompensation.self, "Are the 40 € due for this invoice?",
      "L’indemnité de 40\u{A0}€ est-elle due\u{A0}?"),
    Entry(
      Capitalisation.self, "When does interest itself bear interest?",
      "Quand les intérêts produisent-ils intérêt\u{A0}?"),
  ]

  private static let debts = [
    Entry(
      ImputationOrder.self, "What does a payment extinguish first?",
      "Sur quoi un paiement s’impute-t-il d’abord\u{A0}?"),
    Entry(
      CreditEffect.self, "From which day does a credit note lower the interest?",
      "À partir de quel jour un avoir réduit-il les pénalités\u{A0}?"),
    Entry(
      LimitationPeriod.self, "Until which day can the claim be brought to court?",
      "Jusqu’à quel jour peut-on agir en justice\u{A0}?"),
  ]

  private static let proceedings = [
    Entry(
      ProceduralDeadline.self, "On which day does a time limit of procedure end?",
      "Quel jour un délai de procédure expire-t-il\u{A0}?"),
    Entry(
      UncontestedClaim.self, "What are the steps of the uncontested claims procedure?",
      "Quelles sont les étapes de la procédure des créances incontestées\u{A0}?"),
    Entry(
      PaymentOrder.self, "By when must a payment order be served and opposed?",
      "Quand signifier une injonction de payer, et quand s’y opposer\u{A0}?"),
    Entry(
      InsolvencyStop.self, "Which day is the last to bear interest in insolvency?",
      "Quel est le dernier jour d’intérêts en procédure collective\u{A0}?"),
    Entry(
      InsolvencyDeadlines.self, "By when must an insolvent debtor's creditor act?",
      "Quels délais pour agir face à un débiteur en procédure collective\u{A0}?"),
    Entry(
      EInvoicingCalendar.self, "From which day does the e-invoicing duty bind this firm?",
      "À partir de quel jour la facturation électronique s’impose-t-elle\u{A0}?"),
    Entry(
      LifecycleEffect.self, "What does a lifecycle status ask of dunning?",
      "Que demande un statut du cycle de vie à la relance\u{A0}?"),
  ]
}
