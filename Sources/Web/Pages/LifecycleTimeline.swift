import Claims
import Ledger
import Printing
import Quantities

/// A status, an answer about a credit note or a judgment, in one line of the timeline.
func lifecycleTold(_ entry: Entry, _ link: (EntryNumber) -> HTML, _ voice: Voice) -> HTML {
  switch entry.fact {
  case .lifecycle(let status):
    return HTML {
      strong(voice("Statut \(status.code)", "Status \(status.code)"))
      "\u{A0}: " + voice(status.french, status.english)
      if let document = status.document {
        voice(" sur ", " on ")
        link(document)
      }
      if let amount = status.amount { ", " + voice.money(amount, entry.currency) }
      if !status.reasons.isEmpty { span(status.reasons(in: voice.language)).class("who") }
    }
  case .creditAnswer(let answer):
    return HTML {
      strong(voice("Motif de l’avoir ", "Reason of the credit note "))
      link(answer.document)
      voice("\u{A0}: ", ": ") + creditCause(answer.cause, voice)
      if !answer.words.isEmpty { span(answer.words).class("who") }
    }
  case .proceedings(let notice):
    return HTML {
      strong(notice.nature)
      if let day = notice.judged { voice(", jugement du ", ", judgment of ") + voice.day(day) }
      span(notice.source).class("who")
    }
  default: return HTML("")
  }
}

/// What led to a credit note, in the words of its page.
func creditCause(_ cause: CreditAnswer.Cause, _ voice: Voice) -> String {
  switch cause {
  case .invoicingError:
    voice("erreur de facturation (quantité, doublon…)", "invoicing error (quantity, duplicate…)")
  case .priceError: voice("prix facturé par erreur", "wrong price")
  case .notConforming:
    voice("retour ou refus pour non-conformité", "returned or refused: not as agreed")
  case .notDelivered: voice("non livré", "not delivered")
  case .goodwillReturn:
    voice("retour accepté à titre commercial", "return accepted as a favour")
  case .allowance: voice("remise, ristourne ou geste commercial", "discount, rebate or gesture")
  }
}
