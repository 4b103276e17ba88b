import Behaviour
import Ledger
import Printing

/// Whom to speak to, where not to write, and when to be silent, in one line.
func dunningTold(_ fact: Fact, _ voice: Voice) -> HTML {
  switch fact {
  case .contactPerson(let person):
    HTML {
      strong(voice("Interlocuteur", "Contact person"))
      " · \(person.name), " + voice(person.role.french, person.role.english)
      let ways = [person.email, person.phone].filter { !$0.isEmpty }.joined(separator: " · ")
      if !ways.isEmpty { span(ways).class("who") }
    }
  case .addressFault(let fault):
    HTML {
      strong(voice("Adresse hors service", "Address out of order"))
      " · \(fault.address)"
      if !fault.reason.isEmpty { span(voice.reason(fault.reason)).class("who") }
    }
  case .legalStop(let stop):
    HTML {
      strong(voice("Arrêt des relances", "Reminders stopped"))
      "\u{A0}: " + voice(stop.cause.french, stop.cause.english)
      if !stop.reason.isEmpty { span(stop.reason).class("who") }
    }
  case .profileOverrule(let overrule):
    HTML {
      strong(voice("Profil corrigé", "Profile corrected"))
      voice("\u{A0}: ", ": ")
        + (PayerProfile.Kind(rawValue: overrule.kind)?.words(in: voice.language) ?? overrule.kind)
      span(overrule.reason).class("who")
    }
  default: HTML("")
  }
}
