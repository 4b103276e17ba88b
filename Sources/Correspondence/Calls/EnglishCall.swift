import Behaviour
import Dunning
import Ledger
import Quantities

/// A call in English.
struct EnglishCall {
  let occasion: CallOccasion

  var script: CallScript {
    var lines = [line("Introduce yourself", introduction), line("Open", opening)]
    if let promise { lines.append(line("Recall what was agreed", promise)) }
    lines.append(line("Ask", ask))
    lines.append(
      CallScript.Line(
        title: "Be silent",
        words: "Let them answer, and do not fill the silence: count to ten.", isSpoken: false))
    lines.append(line("Close", close))
    return CallScript(
      lines: lines,
      objections: CallObjection.allCases.map { $0.answer(about: occasion) })
  }

  private func line(_ title: String, _ words: String) -> CallScript.Line {
    CallScript.Line(title: title, words: words, isSpoken: true)
  }

  private var introduction: String {
    let who = occasion.caller.isEmpty ? "this is" : "this is \(occasion.caller) from"
    let whom =
      occasion.person.isEmpty ? "whoever looks after paying our invoices" : occasion.person
    return "Good morning, \(who) \(occasion.firm). May I speak to \(whom)?"
  }

  private var what: String {
    let invoice = "invoice \(occasion.number), due on \(occasion.dueDay)"
    return occasion.documentCount > 1
      ? "\(occasion.documentCount) invoices, the oldest being \(invoice)" : invoice
  }

  private var opening: String {
    let subject = "I am calling about \(what): \(occasion.sum)."
    return switch (occasion.tone, occasion.payer) {
    case (.courteous, .goodPayer), (.factual, .goodPayer):
      "\(subject) You are usually on time, so it may be an oversight, or our invoice may not have "
        + "reached you."
    case (.courteous, _):
      "\(subject) Unless I am mistaken I do not see the payment yet; it may be a simple oversight, "
        + "or it may have crossed my call."
    case (.factual, _):
      "\(subject) Unless I am mistaken the payment has not reached us yet. I wanted to check with "
        + "you, in case something holds it up."
    case (.firm, _):
      "\(subject) We have written to you about it; perhaps our messages did not reach you. I would "
        + "like to understand what holds the payment up, and to settle a date with you."
    case (.formal, _):
      "\(subject) I prefer to speak with you about it: perhaps something escaped us, and it is "
        + "time to find a solution together."
    }
  }

  private var promise: String? {
    occasion.brokenPromise.map { promise in
      let amount =
        promise.amount.isPositive
        ? "a payment of \(promise.amount.english(in: occasion.currency))" : "a payment"
      return "When we last spoke, you announced \(amount) for \(promise.on.englishLong). I do not "
        + "see it at the bank yet: did something come in the way?"
    }
  }

  private var ask: String {
    switch occasion.payer {
    case .disorganised:
      "On which day will the transfer leave? And may I send you the invoice again right now, so "
        + "that you have it before you?"
    case .disputing:
      "Is there anything about this invoice that troubles you? Tell me, and I will see to it "
        + "first; for the part that is right, on which day will the transfer leave?"
    case .opportunist:
      "On which day exactly will the transfer leave, and for how much? I note it with you and "
        + "confirm it in writing."
    case .distress:
      "What could you pay this week? For the rest, we can write down together a plan that you can "
        + "keep."
    case .goodPayer, .unknown:
      occasion.tone == .firm || occasion.tone == .formal
        ? "On which day exactly can you send the transfer of \(occasion.money)?"
        : "On which day do you expect to send the transfer?"
    }
  }

  private var close: String {
    "I have noted it: I confirm it by e-mail right now, with our IBAN and the reference to quote. "
      + "If anything changes, please tell me before that date. Thank you, and have a good day."
  }
}
