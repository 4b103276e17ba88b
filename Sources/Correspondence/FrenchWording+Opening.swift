import Claims
import Ledger
import Quantities

/// How a French letter begins: who owes what, since when, as facts.
extension FrenchWording {
  func opening(_ facts: Facts) -> [Prose] {
    let body: [Prose]
    switch facts.message {
    case .preDue: body = [preDueOpening(facts)]
    case .courtesy: body = [courtesyOpening(facts)]
    case .reminder: body = [reminderOpening(facts)]
    case .firm: body = [firmOpening(facts)]
    case .formalNotice: body = [noticeOpening(facts)]
    case .statement: body = [statementOpening(facts)]
    case .thanks(let received, let day):
      body = [
        "Nous avons bien reçu le \(date(day)) votre règlement de "
          + .strong(amount(received, in: facts)) + ". Nous vous en remercions.",
        thanksBalance(facts),
      ]
    }
    return ["Madame, Monsieur,"] + body + brokenPromise(facts)
  }

  private func preDueOpening(_ facts: Facts) -> Prose {
    facts.isOne
      ? """
      Pour faciliter votre organisation, nous vous rappelons que la facture ci-dessous \
      arrivera à échéance le \(date(facts.items[0].nextDue ?? facts.items[0].due)).
      """
      : """
      Pour faciliter votre organisation, voici les \(facts.items.count) factures qui \
      arriveront prochainement à échéance, pour un total de \(amount(facts.amount, in: facts)).
      """
  }

  private func courtesyOpening(_ facts: Facts) -> Prose {
    if facts.items.isEmpty { return firmOpening(facts) }
    return facts.isOne
      ? """
      Sauf erreur de notre part, la facture ci-dessous, échue le \
      \(date(facts.items[0].due)), ne nous a pas encore été réglée. Il s’agit sans doute \
      d’un simple oubli.
      """
      : """
      Sauf erreur de notre part, les \(facts.items.count) factures ci-dessous, arrivées \
      à échéance, ne nous ont pas encore été réglées. Il s’agit sans doute d’un simple \
      oubli.
      """
  }

  private func reminderOpening(_ facts: Facts) -> Prose {
    if facts.items.isEmpty { return firmOpening(facts) }
    let since = FrenchWording.days(facts.claim.daysOverdue)
    return facts.isOne
      ? """
      À la date de ce courrier, la facture ci-dessous, échue depuis \(since), reste à régler.
      """
      : """
      À la date de ce courrier, les \(facts.items.count) factures ci-dessous, dont la \
      plus ancienne est échue depuis \(since), restent à régler.
      """
  }

  private func statementOpening(_ facts: Facts) -> Prose {
    facts.items.isEmpty
      ? "À la date du \(date(facts.day)), votre compte ne présente aucune pièce ouverte."
      : """
      Voici l’état de votre compte dans nos livres au \(date(facts.day)). Si une ligne \
      ne correspond pas à vos propres écritures, merci de nous le signaler.
      """
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
  func earlierMessages(_ facts: Facts) -> String {
    let days = facts.earlier
    guard let last = days.last else { return "" }
    if days.count == 1 { return "notre message du \(date(last))" }
    return "nos messages des " + days.dropLast().map(date).joined(separator: ", ")
      + " et \(date(last))"
  }
}
