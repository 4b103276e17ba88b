import Claims
import Ledger
import Quantities

/// French: vouvoiement, figures in each request, a tone that rises with the message.
struct FrenchWording: Wording {
  let labels = Labels(
    subject: "Objet", enclosures: "Pièces jointes", customerNumber: "N° client",
    ourReference: "Nos références", registered: "Lettre recommandée avec avis de réception",
    invoice: "Facture", issued: "Émise le", due: "Échéance", gross: "Montant TTC",
    paid: "Déjà réglé", balance: "Reste dû", demandable: "Exigible", daysLate: "Retard (j)",
    total: "Total", deductions: "Avoirs et règlements à déduire", toPay: "Reste à régler",
    item: "Nature", derivation: "Calcul", article: "Article", amount: "Montant",
    accessories: "Pénalités de retard et indemnité forfaitaire", summary: "Récapitulatif",
    principal: "Principal", interest: "Pénalités de retard",
    compensation: "Indemnité forfaitaire de recouvrement", ageing: "Ancienneté des sommes",
    unallocated: "Non imputé", accountBalance: "Solde du compte", ofWhichOverdue: "dont échu",
    receipts: "Règlements reçus, non imputés", disputed: "(litige)", payTo: "Bénéficiaire",
    reference: "Référence à rappeler", amountToPay: "Montant à régler",
    scan: "Payer par virement\u{A0}: scannez")

  func amount(_ amount: Money, _ currency: Currency) -> String { amount.french(in: currency) }
  func date(_ day: Day) -> String { day.frenchLong }
  func shortDate(_ day: Day) -> String { day.french }

  func period(_ days: DayRange) -> String {
    "du \(shortDate(days.first)) au \(shortDate(days.last))"
  }

  func dateline(_ city: String, _ day: Day) -> String {
    city.isEmpty ? "Le \(date(day))" : "\(city), le \(date(day))"
  }

  func statementSubject(_ facts: Facts) -> String {
    "Relevé de compte n°\u{A0}\(facts.occasion.number) arrêté au \(date(facts.day))"
  }

  func banner(_ facts: Facts) -> String? {
    switch facts.message {
    case .formalNotice: "MISE EN DEMEURE"
    case .statement: "Relevé de compte"
    default: nil
    }
  }

  func days(_ count: Int) -> String { FrenchWording.days(count) }
  static func days(_ count: Int) -> String { count == 1 ? "1 jour" : "\(count) jours" }

  var greeting: Prose { "Madame, Monsieur," }
  var closing: String {
    "Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées."
  }
  var lessThanACent: String { "moins d’un centime" }
  var semicolon: String { "\u{A0}; " }
}

extension String {
  var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
