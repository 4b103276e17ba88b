import Ledger
import Printing
import Quantities

/// What was said about a rush order or the credit limit, in one line of the timeline.
func rushTold(_ entry: Entry, _ link: (EntryNumber) -> HTML, _ voice: Voice) -> HTML {
  func money(_ amount: Money) -> String { voice.money(amount, entry.currency) }
  let language = voice.language
  switch entry.fact {
  case .rushOffer(let offer):
    return HTML {
      strong(voice("Commande urgente", "Rush order"))
      voice(
        " de \(money(offer.amount)) en \(offer.askedLeadInDays)\u{A0}j au lieu de "
          + "\(offer.usualLeadInDays)",
        " of \(money(offer.amount)) in \(offer.askedLeadInDays) days instead of "
          + "\(offer.usualLeadInDays)")
      if let term = offer.counterTerm {
        voice("\u{A0}: paiement proposé ", ": payment offered ") + term.words(in: language)
      }
      if !offer.words.isEmpty { span(offer.words).class("who") }
    }
  case .rushAnswer(let answer):
    return HTML {
      strong(capitalised(outcomeName(answer.outcome, voice)))
      if let counterpart = answer.counterpart {
        "\u{A0}: " + counterpartName(counterpart, voice)
      }
      if let term = answer.term { " (" + term.words(in: language) + ")" }
      if let amount = answer.amount { ", " + money(amount) }
      if !answer.words.isEmpty { span("«\u{A0}\(answer.words)\u{A0}»").class("who") }
    }
  case .rushInvoice(let invoice):
    return HTML {
      voice("Facture de la commande urgente\u{A0}: ", "Invoice of the rush order: ")
      link(invoice.document)
    }
  case .limit(let limit):
    return HTML {
      strong(voice("Encours autorisé", "Credit limit"))
      "\u{A0}: " + money(limit.amount)
      if !limit.reason.isEmpty { span(limit.reason).class("who") }
    }
  default: return HTML("")
  }
}

/// How a rush offer ended.
func outcomeName(_ outcome: RushAnswer.Outcome, _ voice: Voice) -> String {
  switch outcome {
  case .accepted: voice("contrepartie acceptée", "counterpart accepted")
  case .refused: voice("contrepartie refusée", "counterpart refused")
  case .noAnswer: voice("sans réponse", "no answer")
  }
}

/// What the customer gives in return.
func counterpartName(_ counterpart: RushAnswer.Counterpart, _ voice: Voice) -> String {
  switch counterpart {
  case .shorterTerm: voice("délai de paiement réduit", "shorter payment term")
  case .deposit: voice("acompte à la commande", "deposit with the order")
  case .surcharge: voice("supplément express", "express surcharge")
  case .settleOverdue: voice("solde de l’échu", "settling what is overdue")
  }
}
