import Claims
import Ledger
import Printing
import Quantities

/// Promises, disputes and plans in the history of an account: one fact in one line.
func agreedTold(_ entry: Entry, _ link: (EntryNumber) -> HTML, _ voice: Voice) -> HTML {
  func money(_ amount: Money) -> String { voice.money(amount, entry.currency) }
  switch entry.fact {
  case .promise(let promise): return told(promise, money, voice)
  case .dispute(let dispute): return told(dispute, money, link, voice)
  case .resolution(let resolution):
    return HTML {
      strong(voice("Litige clos", "Dispute closed"))
      " · " + voice(resolution.outcome.french, resolution.outcome.english)
      if resolution.recognised.isPositive { voice(" de ", " of ") + money(resolution.recognised) }
      if !resolution.words.isEmpty { span(resolution.words).class("who") }
    }
  case .saidPaid(let paid):
    return HTML {
      strong(capitalised(paid.wording(in: voice.language, entry.currency)))
      if !paid.saidBy.isEmpty { " · " + paid.saidBy }
      if !paid.words.isEmpty { span("«\u{A0}\(paid.words)\u{A0}»").class("who") }
    }
  case .disputeOwner(let owner):
    return HTML {
      strong(voice("Litige suivi par", "Dispute looked after by"))
      " " + (owner.name.isEmpty ? voice("personne", "nobody") : owner.name)
    }
  case .instalmentPlan(let plan): return told(plan, money, voice)
  case .planAgreement(let agreement):
    return HTML {
      strong(voice("Échéancier signé", "Instalment plan signed"))
      voice(" le \(voice.day(agreement.signed))", " on \(voice.day(agreement.signed))")
      if agreement.acknowledgesDebt {
        voice(", avec reconnaissance de dette", ", with acknowledgement of the debt")
      }
      if !agreement.words.isEmpty { span(agreement.words).class("who") }
    }
  case .callBack(let call): return told(call, voice)
  default: return HTML()
  }
}

private func told(
  _ dispute: Dispute, _ money: (Money) -> String, _ link: (EntryNumber) -> HTML, _ voice: Voice
) -> HTML {
  HTML {
    strong(voice("Litige", "Dispute"))
    voice(" sur ", " on ")
    link(dispute.document)
    if let amount = dispute.amount { voice(" pour ", " for ") + money(amount) }
    " · " + voice(dispute.cause.french, dispute.cause.english)
    if !dispute.reason.isEmpty { span(dispute.reason).class("who") }
  }
}

private func told(
  _ promise: PromiseToPay, _ money: (Money) -> String, _ voice: Voice
) -> HTML {
  HTML {
    strong(voice("Promesse", "Promise"))
    voice(
      " de \(money(promise.amount)) pour le \(voice.day(promise.on))",
      " of \(money(promise.amount)) for \(voice.day(promise.on))")
    if !promise.saidBy.isEmpty { " · " + promise.saidBy }
    if !promise.words.isEmpty { span("«\u{A0}\(promise.words)\u{A0}»").class("who") }
  }
}

private func told(
  _ plan: InstalmentPlan, _ money: (Money) -> String, _ voice: Voice
) -> HTML {
  let count = voice.count(plan.parts.count, ("échéance", "échéances"), ("part", "parts"))
  return HTML {
    strong(voice("Échéancier proposé", "Instalment plan proposed"))
    voice("\u{A0}: ", ": ") + money(plan.total) + voice(" en ", " in ") + count
    if let first = plan.parts.first {
      voice(", dès le \(voice.day(first.on))", ", from \(voice.day(first.on))")
    }
    if !plan.words.isEmpty { span(plan.words).class("who") }
  }
}

private func told(_ call: CallBack, _ voice: Voice) -> HTML {
  HTML {
    strong(voice("À rappeler", "To call again"))
    voice(" le \(voice.day(call.on))", " on \(voice.day(call.on))")
    if let time = call.time { voice(" à ", " at ") + time }
    if !call.person.isEmpty { " · " + call.person }
    if !call.words.isEmpty { span(call.words).class("who") }
  }
}
