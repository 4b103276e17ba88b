import Claims
import Ledger
import Quantities

/// What a French letter says of articles, rates and balances: figures and law, in no tone.
extension FrenchWording {
  func statementOpening(_ facts: Facts) -> Prose {
    facts.items.isEmpty
      ? "À la date du \(date(facts.day)), votre compte ne présente aucune pièce ouverte."
      : """
      Voici l’état de votre compte dans nos livres au \(date(facts.day)). Si une ligne \
      ne correspond pas à vos propres écritures, merci de nous le signaler.
      """
  }

  func statementRequest(_ facts: Facts) -> [Prose] {
    guard facts.amount.isPositive else { return [] }
    let what: Prose =
      facts.occasion.asksAccessories
      ? "La somme exigible à ce jour s’élève à "
      : "Le montant à régler pour les factures échues s’élève à "
    return [
      what + .strong(amount(facts.amount, in: facts))
        + ". Nous vous remercions de nous en adresser le règlement."
    ]
  }

  func messages(on days: [Day]) -> String {
    guard let last = days.last, days.count > 1 else {
      return "notre message du " + (days.last.map(date) ?? "")
    }
    return "nos messages des " + days.dropLast().map(date).joined(separator: ", ")
      + " et \(date(last))"
  }

  func invoices(_ numbers: [String]) -> String {
    guard let last = numbers.last, numbers.count > 1 else {
      return "la facture " + (numbers.first ?? "")
    }
    return "les factures " + numbers.dropLast().joined(separator: ", ") + " et " + last
  }

  func including(_ facts: Facts) -> String {
    "pénalités de retard et indemnité forfaitaire comprises (\(articles(facts)))"
  }

  func articles(_ facts: Facts) -> String {
    facts.isPublicBuyer
      ? "articles L2192-13 et D2192-35 du code de la commande publique"
      : "articles L441-10 et D441-5 du code de commerce"
  }

  func rate(_ segment: InterestSegment) -> String {
    "taux annuel de \(segment.rate.french)\u{A0}: \(segment.basis.wording(in: .french))"
  }

  func legalBasis(_ facts: Facts) -> String {
    let notice = """
      Cette mise en demeure vous est adressée en application de l’article 1344 du code \
      civil.
      """
    if facts.accessories.isEmpty { return notice }
    if facts.isPublicBuyer {
      return notice
        + """
         Les intérêts moratoires sont dus de plein droit (articles L2192-13 et R2192-31 du \
        code de la commande publique), ainsi que l’indemnité forfaitaire de 40\u{A0}€ pour \
        frais de recouvrement (article D2192-35 du même code).
        """
    }
    return notice
      + """
       Les pénalités de retard sont dues de plein droit, sans qu’un rappel soit \
      nécessaire (article L441-10, II du code de commerce), ainsi que l’indemnité \
      forfaitaire pour frais de recouvrement de 40\u{A0}€ par facture payée en retard \
      (articles L441-10, II et D441-5 du même code).
      """
  }

  func sums(_ facts: Facts) -> String {
    facts.accessories.isEmpty
      ? "cette somme" : "ces sommes, des pénalités courues jusqu’au paiement"
  }

  func balance(_ facts: Facts) -> String {
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
    // Interest and compensation may remain: then nothing is said of the account.
    if balance.isZero, facts.claim.total.isPositive { return "" }
    return balance.isNegative
      ? """
      Après ce règlement, votre compte présente un solde de \
      \(amount(-balance, in: facts)) en votre faveur.
      """
      : "Votre compte est à jour."
  }
}
