import Claims
import CreditPolicy
import Ledger
import Office
import Printing
import Quantities
import Store

/// The customer's credit and its rush orders, on its page.
func creditCard(_ visit: Visit, _ customer: Customer) throws -> Element {
  let voice = visit.voice
  let credit = try visit.desk.credit(of: customer.id)
  let stories = try visit.desk.rushStories(of: customer.id)
  let fields = FieldSet(scope: "encours")
  return div {
    h2(voice("Crédit et commandes urgentes", "Credit and rush orders"))
    facts([
      (voice("Encours autorisé", "Credit limit"), limitLine(credit.granted, voice)),
      (voice("Proposé", "Proposed"), proposal(credit.proposed, voice)),
      (voice("Engagement", "Exposure"), exposure(credit.exposure, voice)),
      (voice("Commandes urgentes", "Rush orders"), HTML(rushSentence(stories, voice))),
    ])
    div {
      a(voice("Nouvelle commande urgente", "New rush order")).class("button")
        .href("/commande-urgente?numero=\(customer.id.raw)")
      fold(
        voice("Fixer l’encours", "Set the limit"),
        postForm(visit, to: "/clients/\(customer.id.raw)/encours") {
          fields.money(
            "montant", voice("Encours autorisé", "Credit limit"),
            value: credit.proposed.amount.map { voice.typed($0) } ?? "", isRequired: true)
          fields.text("raison", voice("Pourquoi\u{A0}?", "Why?"), isRequired: true)
          button(voice("Fixer", "Set")).type("submit").class("primary")
        })
    }.class("tools")
    if !stories.isEmpty {
      ul { for story in stories.suffix(8).reversed() { storyLine(visit, story) } }
    }
  }.class("card")
}

private func proposal(_ proposed: CreditLimit, _ voice: Voice) -> HTML {
  HTML {
    if let amount = proposed.amount {
      strong(voice.money(amount))
      span(proposed.derivation(in: voice.language, .eur)).class("under")
    } else {
      voice(
        "pas encore de quoi proposer\u{A0}: demandez un acompte",
        "not enough history: ask for a deposit")
    }
  }
}

private func limitLine(_ granted: Dated<GrantedLimit>?, _ voice: Voice) -> HTML {
  HTML {
    if let granted {
      strong(voice.money(granted.fact.amount))
      span(
        voice("fixé le ", "set on ") + voice.day(granted.happened) + "\u{A0}: "
          + granted.fact.reason
      ).class("under")
    } else {
      voice("non fixé\u{A0}: la proposition sert de repère", "not set: the proposal serves")
    }
  }
}

private func exposure(_ exposure: Exposure, _ voice: Voice) -> HTML {
  HTML {
    voice.money(exposure.total)
    if let used = exposure.usedInPercent { " · \(used)\u{A0}%" }
    if exposure.excess.isPositive {
      " "
      badge(
        voice(
          "dépassé de \(voice.money(exposure.excess))",
          "exceeded by \(voice.money(exposure.excess))"), .late)
    }
  }
}

/// `5 commandes urgentes, 4 contreparties obtenues, 312,00 € de trésorerie gagnée`.
func rushSentence(_ stories: [RushStory], _ voice: Voice) -> String {
  let balance = RushBalance(stories)
  guard balance.offers > 0 else { return voice("aucune", "none") }
  return voice.count(
    balance.offers, ("commande urgente", "commandes urgentes"), ("rush order", "rush orders"))
    + ", "
    + voice.count(
      balance.accepted, ("contrepartie obtenue", "contreparties obtenues"),
      ("counterpart obtained", "counterparts obtained"))
    + ", " + voice.money(balance.gained) + voice(" de trésorerie gagnée", " of cash gained")
}

/// One rush order of the past, with what became of it.
private func storyLine(_ visit: Visit, _ story: RushStory) -> Element {
  let voice = visit.voice
  let offer = story.offer.fact
  guard let answer = story.answer?.fact else { return waitingOffer(visit, story) }
  return li {
    voice.day(story.offer.happened) + "\u{A0}: " + voice.money(offer.amount, story.currency)
    voice(
      " en \(offer.askedLeadInDays)\u{A0}j au lieu de \(offer.usualLeadInDays), ",
      " in \(offer.askedLeadInDays) days instead of \(offer.usualLeadInDays), ")
    badge(
      outcomeName(answer.outcome, voice), answer.outcome == .accepted ? .good : .plain)
    if let counterpart = answer.counterpart { " " + counterpartName(counterpart, voice) }
    if let term = answer.term { " (" + term.words(in: voice.language) + ")" }
    if let invoice = story.invoice?.fact {
      " · "
      a(voice("sa facture", "its invoice")).href("/factures/\(invoice.document.raw)")
    }
  }
}

/// An invoice that forgot the term agreed for a rush order, in red.
func forgottenTerm(_ file: DocumentFile, _ voice: Voice) -> HTML {
  guard let open = file.open, let agreed = open.agreedDue,
    case .invoice(let invoice) = file.item.kind, let printed = invoice.instalments.last?.due
  else { return HTML() }
  return HTML {
    div {
      strong(
        voice(
          "Cette facture a oublié le délai convenu pour la commande urgente",
          "This invoice forgot the term agreed for the rush order"))
      p(
        voice(
          "Échéance convenue\u{A0}: \(voice.day(agreed)). Échéance imprimée\u{A0}: "
            + "\(voice.day(printed)). Les relances suivent la date convenue, les pénalités la "
            + "date imprimée. Rectifiez la facture et renvoyez-la.",
          "Agreed due date: \(voice.day(agreed)). Printed due date: \(voice.day(printed)). "
            + "Reminders follow the agreed date, interest the printed one. Correct the invoice "
            + "and send it again."))
    }.class("banner stop").role("note")
  }
}

func grantLimit(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let amount = try visit.form.money("montant", Field("l’encours autorisé", "the limit"), voice)
  let reason = try visit.form.required("raison", Field("la raison", "the reason"), voice)
  try visit.desk.grantLimit(visit.customer, amount, reason: reason)
  return visit.back(.encours)
}
