import Claims
import Dunning
import Ledger
import Office
import Printing
import Quantities
import Store

/// What to do about a customer, and why: the same words as in the list of the day.
///
/// A message that waits has not been said: the step is to confirm it, not to wait after it.
@HTMLBuilder func nextSteps(
  _ visit: Visit, _ findings: [DailyRun.Finding], _ waiting: [OutboxMessage]
) -> HTML {
  let voice = visit.voice
  for message in waiting {
    div {
      strong(
        voice("Un message attend votre confirmation", "A message waits for your confirmation"))
      p { a(message.message.subject).href("/messages/\(message.number.raw)") }
    }.class("banner good")
  }
  for finding in findings where waiting.isEmpty || !finding.decision.isTooSoon {
    nextStep(visit, finding)
  }
}

extension Decision {
  fileprivate var isTooSoon: Bool {
    if case .tooSoon = self { true } else { false }
  }
}

@HTMLBuilder private func nextStep(_ visit: Visit, _ finding: DailyRun.Finding) -> HTML {
  let voice = visit.voice
  let currency = finding.claim.currency
  switch finding.decision {
  case .send(let contact):
    let why = contact.explanation(in: voice.language, currency)
    div {
      strong(
        voice("À relancer\u{A0}: ", "To chase: ")
          + voice(contact.level.name.french, contact.level.name.english))
      p(capitalised(why.now) + ".")
      p {
        a(voice("Voir le message", "See the message"))
          .href(
            "/clients/\(finding.claim.customer.id.raw)/courriers/\(contact.level.name.rawValue)")
      }
    }.class("banner good")
  case .wait(let reasons):
    div {
      strong(voice("Pas de relance pour l’instant", "No reminder for now"))
      ul {
        for reason in reasons {
          li {
            capitalised(reason.explanation(in: voice.language, currency))
            ending(of: reason, voice)
          }
        }
      }
    }.class("banner warn")
  case .tooSoon:
    p {
      strong(voice("Rien à faire pour l’instant", "Nothing to do for now"))
      capitalised(finding.decision.whyNot(in: voice.language, currency) ?? "") + "."
    }.class("banner")
  case .nothingDue: HTML()
  }
  brokenPromise(finding.claim, voice)
}

/// A promise that was not kept, said as a fact.
@HTMLBuilder private func brokenPromise(_ claim: Claim, _ voice: Voice) -> HTML {
  if let promise = claim.brokenPromise {
    let amount = voice.money(promise.fact.amount, claim.currency)
    let day = voice.day(promise.fact.on)
    p {
      strong(voice("Promesse non tenue", "Broken promise"))
      voice("\(amount) promis pour le \(day).", "\(amount) promised for \(day).")
    }.class("banner warn")
  }
}
