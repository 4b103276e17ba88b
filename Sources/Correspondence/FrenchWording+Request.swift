import Claims
import Ledger
import Quantities

/// What a French letter asks for, and how it ends.
extension FrenchWording {
  var closing: String {
    "Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées."
  }

  func request(_ facts: Facts) -> [Prose] {
    let total = Prose.strong(amount(facts.amount, in: facts))
    switch facts.message {
    case .preDue:
      return [
        """
        S’il vous manque un document ou un numéro de commande, ou si une ligne vous paraît \
        inexacte, dites-le-nous dès maintenant\u{A0}: nous pourrons vous répondre avant \
        l’échéance.
        """
      ]
    case .courtesy:
      return [
        "Nous vous remercions de bien vouloir nous adresser le règlement de " + total
          + Prose(including(facts))
            + """
             dès que possible. Si une question retient votre paiement, dites-le-nous \
            simplement\u{A0}: nous y répondrons aussitôt.
            """
      ]
    case .reminder:
      return [
        "Nous vous remercions de procéder au règlement de " + total
          + Prose(including(facts))
            + """
             dès réception de ce courrier, ou de nous indiquer la date à laquelle il nous \
            parviendra.
            """,
        reminderOfAccessories(facts),
      ].compactMap(\.self)
    case .firm: return firmRequest(facts, total)
    case .formalNotice: return noticeRequest(facts, total)
    case .statement: return statementRequest(facts)
    case .thanks: return []
    }
  }

  /// Penalties run by law without being asked for; a reminder says so once, with the figures.
  private func reminderOfAccessories(_ facts: Facts) -> Prose? {
    let accessories = facts.claim.interest + facts.claim.compensation
    guard accessories.isPositive, !facts.occasion.asksAccessories else { return nil }
    return
      """
      Pour votre information, la loi prévoit en cas de retard des pénalités et une \
      indemnité forfaitaire de recouvrement de 40\u{A0}€ par facture (\(articles(facts))). \
      Elles s’élèvent à ce jour à \(amount(accessories, in: facts)) et ne sont pas \
      comprises dans la somme ci-dessus.
      """
  }

  /// Between the sum and what follows it: what the sum holds beside the invoices, and why.
  private func including(_ facts: Facts) -> String {
    facts.includesAccessories
      ? ", pénalités de retard et indemnité forfaitaire comprises (\(articles(facts)))," : ""
  }

  private func articles(_ facts: Facts) -> String {
    facts.isPublicBuyer
      ? "articles L2192-13 et D2192-35 du code de la commande publique"
      : "articles L441-10 et D441-5 du code de commerce"
  }

  private func firmRequest(_ facts: Facts, _ total: Prose) -> [Prose] {
    let last = date(facts.day.adding(days: facts.occasion.deadlineInDays))
    var paragraphs: [Prose] = [
      "Nous vous demandons de nous régler la somme de " + total + Prose(including(facts))
        + " au plus tard le " + .strong(last) + "."
    ]
    paragraphs.append(
      """
      Si une difficulté vous empêche de respecter cette date, ou si vous contestez une \
      partie de cette somme, appelez-nous\(contact(facts))\u{A0}: nous examinerons \
      ensemble une solution, par exemple un échéancier. Sans règlement ni réponse de \
      votre part, la prochaine étape sera l’envoi d’une mise en demeure.
      """
    )
    return paragraphs
  }

  private func contact(_ facts: Facts) -> String {
    facts.sender.phone.isEmpty ? "" : " au \(facts.sender.phone)"
  }

  private func noticeRequest(_ facts: Facts, _ total: Prose) -> [Prose] {
    var paragraphs: [Prose] = []
    if !facts.running.isEmpty {
      let daily = facts.dailyInterest
      let text = daily.isPositive ? amount(daily, in: facts) : "moins d’un centime"
      paragraphs.append(
        """
        Les pénalités de retard continuent de courir jusqu’au jour du paiement, à raison \
        de \(text) par jour à ce jour (\(rates(facts))).
        """
      )
    }
    let days = FrenchWording.days(facts.occasion.deadlineInDays)
    paragraphs.append(
      "En conséquence, nous vous mettons en demeure de nous régler la somme de " + total
        + " dans un délai de " + .strong(days) + " à compter de la réception de cette lettre.")
    paragraphs.append(Prose(legalBasis(facts)))
    let what =
      facts.accessories.isEmpty
      ? "cette somme" : "ces sommes, des pénalités courues jusqu’au paiement"
    paragraphs.append(
      """
      À défaut de règlement complet dans ce délai, nous nous réservons la possibilité de \
      saisir la juridiction compétente pour obtenir le paiement de \
      \(what) \
      et des frais que la loi met à la charge du débiteur.
      """
    )
    return paragraphs
  }

  /// `taux annuel de 12,40 % : taux de refinancement de la BCE majoré de 10 points`.
  private func rates(_ facts: Facts) -> String {
    var seen: [String] = []
    for segment in facts.running {
      let text =
        "taux annuel de \(segment.rate.french)\u{A0}: \(segment.basis.wording(in: .french))"
      if !seen.contains(text) { seen.append(text) }
    }
    return seen.joined(separator: "\u{A0}; ")
  }

  private func legalBasis(_ facts: Facts) -> String {
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

  private func statementRequest(_ facts: Facts) -> [Prose] {
    guard facts.amount.isPositive else { return [] }
    return [
      "La somme exigible à ce jour s’élève à " + .strong(amount(facts.amount, in: facts))
        + ". Nous vous remercions de nous en adresser le règlement."
    ]
  }

  func ending(_ facts: Facts) -> [Prose] {
    switch facts.message {
    case .preDue:
      [
        """
        Si votre règlement est déjà programmé, ce message n’appelle aucune action de votre \
        part. Nous vous remercions de votre confiance.
        """
      ]
    case .courtesy, .reminder:
      [
        """
        Si votre règlement nous a été adressé entre-temps, nous vous prions de ne pas \
        tenir compte de ce message et vous en remercions.
        """
      ]
    case .firm:
      ["Si votre règlement nous a été adressé entre-temps, merci de nous en indiquer la date."]
    case .formalNotice:
      [
        """
        Si vous contestez tout ou partie de cette somme, ou si vous rencontrez une \
        difficulté passagère, écrivez-nous ou appelez-nous\(contact(facts)) dans ce même \
        délai\u{A0}: votre réponse sera examinée, et une solution amiable reste possible.
        """
      ]
    case .statement: []
    case .thanks: ["Nous restons à votre disposition pour toute question."]
    }
  }

  func enclosures(_ facts: Facts) -> [String] {
    switch facts.message {
    case .formalNotice:
      if facts.items.isEmpty { return ["décompte des sommes dues"] }
      return facts.items.count > 6
        ? ["copie des \(facts.items.count) factures énumérées ci-dessus"]
        : facts.items.map { "copie de la facture \($0.number) du \(shortDate($0.issue))" }
    // Only what a person will really put in the envelope is announced.
    case .preDue, .courtesy, .reminder, .firm, .statement, .thanks: return []
    }
  }
}
