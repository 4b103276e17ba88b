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

  func subject(_ facts: Facts) -> String {
    let day = date(facts.day)
    let late = FrenchWording.which(facts)
    switch facts.message {
    case .preDue:
      return facts.isOne
        ? "Votre facture \(facts.items[0].number) arrive à échéance le "
          + date(facts.items[0].nextDue ?? facts.items[0].due)
        : "\(facts.items.count) factures arrivent prochainement à échéance"
    case .courtesy: return "\(late)\u{A0}: peut-être un oubli"
    case .reminder: return "Rappel\u{A0}: \(late.lowercasedFirst) en attente de règlement"
    case .firm:
      return """
        Règlement attendu\u{A0}: \(late.lowercasedFirst), \
        \(amount(facts.amount, in: facts))
        """
    case .formalNotice: return "Mise en demeure de payer \(amount(facts.amount, in: facts))"
    case .statement: return "Relevé de compte n°\u{A0}\(facts.occasion.number) arrêté au \(day)"
    case .thanks: return "Votre règlement nous est bien parvenu\u{A0}: merci"
    }
  }

  func banner(_ facts: Facts) -> String? {
    switch facts.message {
    case .formalNotice: "MISE EN DEMEURE"
    case .statement: "Relevé de compte"
    default: nil
    }
  }

  func opening(_ facts: Facts) -> [Prose] {
    let total = amount(facts.amount, in: facts)
    let invoice = facts.items.first
    let due = invoice.map { date($0.due) } ?? ""
    let body: [Prose]
    switch facts.message {
    case .preDue:
      body = [
        facts.isOne
          ? """
          Pour faciliter votre organisation, nous vous rappelons que la facture ci-dessous \
          arrivera à échéance le \(invoice.map { date($0.nextDue ?? $0.due) } ?? "").
          """
          : """
          Pour faciliter votre organisation, voici les \(facts.items.count) factures qui \
          arriveront prochainement à échéance, pour un total de \(total).
          """
      ]
    case .courtesy:
      body = [
        facts.isOne
          ? """
          Sauf erreur de notre part, la facture ci-dessous, échue le \(due), ne nous a pas \
          encore été réglée. Il s’agit sans doute d’un simple oubli.
          """
          : """
          Sauf erreur de notre part, les \(facts.items.count) factures ci-dessous, arrivées \
          à échéance, ne nous ont pas encore été réglées. Il s’agit sans doute d’un simple \
          oubli.
          """
      ]
    case .reminder:
      body = [
        facts.isOne
          ? """
          À la date de ce courrier, la facture ci-dessous, échue depuis \
          \(FrenchWording.days(facts.claim.daysOverdue)), reste à régler.
          """
          : """
          À la date de ce courrier, les \(facts.items.count) factures ci-dessous, dont la \
          plus ancienne est échue depuis \(FrenchWording.days(facts.claim.daysOverdue)), \
          restent à régler.
          """
      ]
    case .firm:
      body = [firmOpening(facts)]
    case .formalNotice:
      body = [noticeOpening(facts)]
    case .statement:
      body = [
        facts.items.isEmpty
          ? "À la date du \(date(facts.day)), votre compte ne présente aucune pièce ouverte."
          : """
          Voici l’état de votre compte dans nos livres au \(date(facts.day)). Si une ligne \
          ne correspond pas à vos propres écritures, merci de nous le signaler.
          """
      ]
    case .thanks(let received, let day):
      body = [
        "Nous avons bien reçu le \(date(day)) votre règlement de "
          + .strong(amount(received, in: facts)) + ". Nous vous en remercions.",
        thanksBalance(facts),
      ]
    }
    return ["Madame, Monsieur,"] + body + brokenPromise(facts)
  }

  private func brokenPromise(_ facts: Facts) -> [Prose] {
    guard let promise = facts.occasion.brokenPromise else { return [] }
    return [
      """
      Vous nous aviez annoncé un règlement de \(amount(promise.amount, in: facts)) pour le \
      \(date(promise.on))\u{A0}; sauf erreur de notre part, il ne nous est pas parvenu.
      """
    ]
  }

  private func thanksBalance(_ facts: Facts) -> Prose {
    let balance = facts.claim.balance
    if balance.isPositive {
      let overdue = facts.claim.overdue
      let state =
        overdue.isZero
        ? "qui n’est pas encore arrivé à échéance"
        : overdue >= balance
          ? "arrivé à échéance" : "dont \(amount(overdue, in: facts)) arrivés à échéance"
      return """
        Après ce règlement, votre compte présente un solde de \
        \(amount(balance, in: facts)), \(state).
        """
    }
    return balance.isNegative
      ? """
      Après ce règlement, votre compte présente un solde de \
      \(amount(-balance, in: facts)) en votre faveur.
      """
      : "Votre compte est à jour."
  }

  private func firmOpening(_ facts: Facts) -> Prose {
    let earlier = earlierMessages(facts)
    let state: Prose =
      facts.items.isEmpty
      ? """
      À la date de ce courrier, des sommes restent dues à la suite de règlements reçus \
      en retard
      """
      : facts.isOne
        ? """
        À la date de ce courrier, la facture \(facts.items[0].number), échue depuis \
        \(FrenchWording.days(facts.claim.daysOverdue)), demeure impayée
        """
        : """
        À la date de ce courrier, \(facts.items.count) factures, dont la plus ancienne est \
        échue depuis \(FrenchWording.days(facts.claim.daysOverdue)), demeurent impayées
        """
    return state + Prose(earlier.isEmpty ? "." : ", malgré \(earlier).")
  }

  private func noticeOpening(_ facts: Facts) -> Prose {
    let earlier = earlierMessages(facts)
    let state: Prose =
      facts.items.isEmpty
      ? """
      À la date de ce courrier, et sauf règlement qui nous serait parvenu entre-temps, \
      les sommes détaillées ci-dessous restent dues à la suite de règlements reçus en \
      retard.
      """
      : facts.isOne
        ? """
        À la date de ce courrier, et sauf règlement qui nous serait parvenu entre-temps, \
        la facture suivante demeure impayée.
        """
        : """
        À la date de ce courrier, et sauf règlement qui nous serait parvenu entre-temps, \
        les \(facts.items.count) factures suivantes demeurent impayées.
        """
    guard !earlier.isEmpty else { return state }
    return state
      + Prose(
        """
         \(earlier.uppercasedFirst) n’ont pas permis d’en obtenir le règlement.
        """)
  }

  /// `nos messages des 2 et 12 novembre 2026`; empty when there were none.
  private func earlierMessages(_ facts: Facts) -> String {
    let days = facts.earlier
    guard let last = days.last else { return "" }
    if days.count == 1 { return "notre message du \(date(last))" }
    return "nos messages des " + days.dropLast().map(date).joined(separator: ", ")
      + " et \(date(last))"
  }

  static func days(_ count: Int) -> String { count == 1 ? "1 jour" : "\(count) jours" }

  /// `Facture FA-12` or `3 factures échues`.
  private static func which(_ facts: Facts) -> String {
    facts.isOne
      ? "Facture \(facts.items[0].number)"
      : facts.items.isEmpty ? "Votre compte" : "\(facts.items.count) factures échues"
  }
}

extension String {
  var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
