import Behaviour
import Correspondence
import CreditPolicy
import Ledger
import Office
import Printing
import Quantities
import Store

/// The answer to a rush order: what to say, what to look at first, what is worth as much.
func rushAnswer(_ visit: Visit, _ file: RushFile) throws -> HTML {
  let voice = visit.voice
  let words = try rushWords(visit, file)
  return HTML {
    headline(file, voice)
    words
    beforeYes(file, voice)
    alternativesCard(file, voice)
    recordCard(visit, file)
    derivationCard(file, voice)
  }
}

private func mood(_ light: Light) -> Mood {
  switch light {
  case .green: .good
  case .amber: .warn
  case .red: .late
  }
}

/// The answer in one glance: the light, the term, the date.
private func headline(_ file: RushFile, _ voice: Voice) -> Element {
  let offer = file.offer
  let language = voice.language
  let usual = offer.order.usualTerm.words(in: language)
  return div {
    p { badge(offer.light.words(in: language), mood(offer.light)) }
    if case .orderOnly = file.proposal.ask {
      h2 {
        voice("Paiement ", "Payment ")
        strong(voice("à la commande seulement", "with the order only"))
      }
      p(
        voice(
          "Le crédit serait imprudent\u{A0}: voyez pourquoi plus bas.",
          "Credit would be unwise: see why below.")
      ).class("due")
    } else if let term = offer.counterpart.term {
      h2 {
        voice("Paiement ", "Payment ")
        strong(term.words(in: language))
        span(voice("d’habitude\u{A0}: \(usual)", "usually: \(usual)")).class("instead")
      }
      p(dueLine(offer, voice)).class("due")
    } else if !offer.alternatives.isEmpty {
      h2(voice("Délai inchangé, mais une contrepartie", "Same term, but something in return"))
    } else {
      h2(voice("Rien à demander en échange", "Nothing to ask in return"))
    }
    if file.proposal.surcharge.isPositive {
      p(
        voice(
          "En plus\u{A0}: un supplément express d’au moins "
            + "\(voice.money(file.proposal.surcharge)), car l’échelle s’arrête à la commande.",
          "And an express surcharge of at least \(voice.money(file.proposal.surcharge)): the "
            + "ladder ends with the order."))
    }
  }.class("card answer " + offer.light.rawValue)
}

/// `Livrée et facturée le 26/11/2026, échéance le 26/12/2026 : 30 jours gagnés.`
private func dueLine(_ offer: CounterOffer, _ voice: Voice) -> String {
  let invoiced = voice.day(offer.order.invoiced)
  if offer.counterpart.term?.isOnOrder == true {
    return voice(
      "Réglée dès la commande, livrée le \(invoiced)\u{A0}: au lieu d’une échéance le "
        + "\(voice.day(offer.counterpart.usualDue)).",
      "Paid with the order, delivered on \(invoiced): instead of falling due on "
        + "\(voice.day(offer.counterpart.usualDue)).")
  }
  return voice(
    "Livrée et facturée le \(invoiced), échéance le \(voice.day(offer.counterpart.due))\u{A0}: "
      + "\(voice.days(offer.daysGained)) plus tôt.",
    "Delivered and invoiced on \(invoiced), due on \(voice.day(offer.counterpart.due)): "
      + "\(voice.days(offer.daysGained)) sooner.")
}

/// What this customer owes, and whether we can deliver at all.
private func beforeYes(_ file: RushFile, _ voice: Voice) -> Element {
  let offer = file.offer
  let exposure = file.standing.exposure
  return div {
    h2(voice("Avant de dire oui", "Before saying yes"))
    p {
      strong(
        voice(
          "Pouvons-nous livrer le \(voice.longDay(offer.order.invoiced))\u{A0}?",
          "Can we deliver on \(voice.longDay(offer.order.invoiced))?"))
      voice(
        " Vous seul le savez\u{A0}: sinon, proposez la date que vous tiendrez.",
        " Only you know: if not, offer the date that you will keep.")
    }
    ul {
      for condition in offer.conditions {
        li {
          badge(weightName(condition.weight, voice), mood(condition.weight))
          " " + condition.words(in: voice.language, file.question.currency)
        }
      }
      if offer.conditions.isEmpty {
        li {
          badge(voice("rien à signaler", "nothing to report"), .good)
          voice(
            " Rien d’échu, rien de contesté, l’encours autorisé suffit.",
            " Nothing overdue, nothing disputed, within the credit limit.")
        }
      }
    }.class("checks")
    if let customer = file.customer { exposureLine(exposure, customer, voice) }
  }.class("card")
}

private func weightName(_ weight: Condition.Weight, _ voice: Voice) -> String {
  switch weight {
  case .stop: voice("d’abord", "first")
  case .caution: voice("condition", "condition")
  case .note: voice("à savoir", "to know")
  }
}

private func mood(_ weight: Condition.Weight) -> Mood {
  switch weight {
  case .stop: .late
  case .caution: .warn
  case .note: .calm
  }
}

private func exposureLine(_ exposure: Exposure, _ customer: Customer, _ voice: Voice) -> Element {
  let limit = exposure.limit.map { voice.money($0) } ?? voice("aucun", "none")
  let used = exposure.usedInPercent.map { " (\($0)\u{A0}%)" } ?? ""
  let name =
    exposure.isGranted
    ? voice("encours autorisé", "credit limit") : voice("encours proposé", "proposed limit")
  return p {
    a(customer.name).href("/clients/\(customer.id.raw)")
    voice(
      "\u{A0}: encours \(voice.money(exposure.balance)), "
        + "avec cette commande \(voice.money(exposure.total)), \(name) \(limit)\(used).",
      ": outstanding \(voice.money(exposure.balance)), with this order "
        + "\(voice.money(exposure.total)), \(name) \(limit)\(used).")
  }.class("quiet")
}

/// What is worth as much as the shorter term.
private func alternativesCard(_ file: RushFile, _ voice: Voice) -> HTML {
  let offer = file.offer
  guard !offer.alternatives.isEmpty else { return HTML() }
  let currency = file.question.currency
  return HTML {
    div {
      h2(voice("À valeur égale", "Of equal value"))
      dataTable(
        [
          Column(voice("Contrepartie", "Counterpart"), .title),
          Column(voice("Ce que le client donne", "What the customer gives")),
          Column(voice("Argent attendu", "Cash expected")),
          Column(voice("Gagné", "Gained"), .figure),
          Column(voice("Risque ôté", "Risk removed"), .figure),
          Column(voice("Valeur", "Value"), .figure),
        ],
        caption: voice(
          "Au coût de votre argent (\(voice.rate(offer.costOfMoney))) et d’après les habitudes "
            + "de ce payeur (\(habitLine(offer.habit, voice)))",
          "At the cost of your money (\(voice.rate(offer.costOfMoney))) and by this payer’s "
            + "habits (\(habitLine(offer.habit, voice)))"),
        rows: offer.alternatives.map { one in
          [
            HTML(capitalised(counterpartName(one.kind, voice))),
            HTML(given(one, file, voice)),
            HTML {
              div { for receipt in one.receipts { div(expected(receipt, currency, voice)) } }
            },
            HTML(voice.money(one.gained, currency)), HTML(voice.money(one.riskRemoved, currency)),
            HTML(voice.money(one.value, currency)),
          ]
        })
      details {
        summary(voice("Le calcul, ligne par ligne", "The working, line by line"))
        for one in offer.alternatives {
          h3(capitalised(counterpartName(one.kind, voice)))
          ul { for step in one.derivation { li(step.words(in: voice.language, currency)) } }
        }
      }.class("lines")
    }.class("card")
  }
}

private func expected(
  _ receipt: Alternative.Receipt, _ currency: Currency, _ voice: Voice
) -> String {
  voice.day(receipt.day) + voice("\u{A0}: ", ": ") + voice.money(receipt.amount, currency)
}

private func habitLine(_ habit: PaymentHabit, _ voice: Voice) -> String {
  let chance = voice.rate(habit.chanceOfDefault)
  if habit.isNew {
    return voice(
      "inconnues\u{A0}; risque supposé \(chance)", "unknown; supposed risk \(chance)")
  }
  let delay = voice.days(habit.averageDelayInDays)
  return voice(
    "\(delay) de retard en moyenne sur \(habit.observed) factures, risque \(chance)",
    "\(delay) late on the average over \(habit.observed) invoices, risk \(chance)")
}

/// What the customer gives, in a few words with the figure.
private func given(_ one: Alternative, _ file: RushFile, _ voice: Voice) -> String {
  let currency = file.question.currency
  func money(_ amount: Money) -> String { voice.money(amount, currency) }
  let term = file.offer.counterpart.term?.words(in: voice.language) ?? ""
  let more =
    one.complement.isPositive
    ? voice(
      " et un supplément de \(money(one.complement))",
      " and a surcharge of \(money(one.complement))")
    : ""
  switch one.kind {
  case .shorterTerm:
    return voice("paie \(term)", "pays \(term)")
  case .deposit:
    let share = one.amount.scaled(by: 1_000, over: file.offer.order.amount.cents).cents
    let percent = "\(share / 10)" + (share % 10 == 0 ? "" : voice(",", ".") + "\(share % 10)")
    return voice(
      "\(money(one.amount)) à la commande (\(percent)\u{A0}%), le reste comme d’habitude\(more)",
      "\(money(one.amount)) with the order (\(percent)%), the rest as usual\(more)")
  case .surcharge:
    return voice("\(money(one.amount)) de plus, TTC", "\(money(one.amount)) more, incl. VAT")
  case .settleOverdue:
    let oldest = file.standing.overdue.first?.number ?? ""
    return voice(
      "règle \(money(one.amount)) d’échu avec la commande, \(oldest) d’abord\(more)",
      "settles \(money(one.amount)) of what is overdue, \(oldest) first\(more)")
  }
}

private func derivationCard(_ file: RushFile, _ voice: Voice) -> Element {
  div {
    details {
      summary(
        voice("Comment la contrepartie est trouvée", "How the counterpart is found"))
      ol { for step in file.offer.counterpart.derivation { li(step.words(in: voice.language)) } }
      p {
        a(voice("La politique de la maison", "The house policy")).href(
          "/commande-urgente/politique")
      }
    }.class("lines")
  }.class("card")
}
