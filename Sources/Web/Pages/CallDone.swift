import Ledger
import Office
import Printing
import Quantities

/// What the last call came to, at the head of the next one: the e-mail that confirms it, and, where
/// the customer says that it has paid, the bank lines that may be its payment.
@HTMLBuilder func callDone(_ visit: Visit) throws -> HTML {
  let voice = visit.voice
  if let (told, customer) = try toldCall(visit) {
    let lines = try told.saidPaid.map { try visit.desk.lines(bringing: $0) }
    div {
      doneWords(told, isOther: visit.query["deja"] != nil, voice)
      if let mail = told.message {
        details {
          summary(voice("Le message de confirmation", "The confirming message"))
          p { strong(mail.subject) }
          pre(mail.text).id("confirmation")
          p {
            button(voice("Copier", "Copy")).type("button").data("copy", "confirmation")
              .data("copied", voice("Copié", "Copied"))
            if mail.isWaiting {
              approveForm(visit, mail.number)
            } else {
              span(voice(" Dans la boîte d’envoi.", " In the outbox.")).class("quiet")
            }
          }
        }.data("press", "o")
      } else {
        p(
          voice(
            "Aucune adresse e-mail n’est connue\u{A0}: la confirmation n’est pas écrite.",
            "No e-mail address is known: no confirmation is written."))
      }
      paidLines(lines, voice)
      a(voice("Annuler cet appel…", "Undo this call…")).href("/clients/\(customer.raw)")
    }.class(visit.query["deja"] == nil ? "banner good" : "banner warn").role("status")
  }
}

/// What was recorded: this call, or another one that was recorded before it.
@HTMLBuilder private func doneWords(_ told: ToldCall, isOther: Bool, _ voice: Voice) -> HTML {
  if isOther {
    strong(
      voice(
        "Un autre appel à \(told.name) était déjà noté",
        "Another call to \(told.name) was recorded before"))
    p(
      voice(
        "Le vôtre ne l’est pas, pour ne rien doubler. Voici celui qui l’est\u{A0}: "
          + told.note(french: true) + ".",
        "Yours is not, so that nothing is doubled. This is the one that is: "
          + told.note(french: false) + "."))
  } else {
    strong(voice("C’est noté pour \(told.name)", "Recorded for \(told.name)"))
  }
}

private func approveForm(_ visit: Visit, _ message: EntryNumber) -> Element {
  postForm(visit, to: "/appels/messages/\(message.raw)/envoyer") {
    button(visit.voice("Bon pour envoi", "Ready to leave")).type("submit").class("primary")
      .data("press", "b")
  }
}

/// Where the payment may be found.
@HTMLBuilder func paidLines(_ lines: [PaidLine]?, _ voice: Voice) -> HTML {
  if let lines {
    if lines.isEmpty {
      p(
        voice(
          "Aucune ligne de banque non imputée de ce montant depuis 90 jours.",
          "No bank line of this amount, not allocated, in the last 90 days."))
    } else {
      p(voice("Peut-être ce paiement\u{A0}:", "Perhaps this payment:"))
      ul {
        for line in lines {
          li {
            a(
              voice.day(line.bankLine.booked) + " · "
                + voice.money(line.bankLine.amount, line.bankLine.currency) + " · "
                + line.bankLine.payer
            ).href("/rapprochement/\(line.line.raw)")
          }
        }
      }
    }
  }
}

private func toldCall(_ visit: Visit) throws -> (ToldCall, CustomerID)? {
  guard let call = visit.query["dit"].flatMap({ Int64($0) }),
    let customer = visit.query["client"].flatMap({ Int64($0) }).map(CustomerID.init)
  else { return nil }
  return try visit.desk.toldCall(EntryNumber(call), of: customer).map { ($0, customer) }
}

func approveConfirmation(_ visit: Visit) throws -> Reply {
  try visit.desk.approve([visit.entry])
  return visit.back(.envoi)
}
