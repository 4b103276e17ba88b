public import Ledger
public import Quantities

/// What was agreed on the telephone, as it is confirmed in writing.
public enum CallResult: Hashable, Sendable {
  case promised(PromiseToPay)
  case disputed(Dispute, number: String)
  /// The customer says that it has paid, for a day if it named one.
  case saidPaid(Money, on: Day)
  case callBack(CallBack)
  case noAnswer
  /// Somebody else looks after our invoices.
  case wrongContact(String)
}

/// The e-mail that confirms a call: what was said, and how to pay.
public func confirmation(
  of result: CallResult, about occasion: CallOccasion, from sender: Sender, on day: Day
) -> Mail {
  switch occasion.language {
  case .french: FrenchCallMail(result: result, about: occasion, from: sender, on: day).mail
  case .english: EnglishCallMail(result: result, about: occasion, from: sender, on: day).mail
  }
}

/// What both languages put together.
struct CallMailParts {
  let occasion: CallOccasion
  let sender: Sender

  func mail(_ subject: String, _ paragraphs: [String]) -> Mail {
    let signature = [sender.signatory, sender.signatoryTitle, sender.name, sender.phone]
      .filter { !$0.isEmpty }.joined(separator: "\n")
    return Mail(
      subject: subject,
      text: (paragraphs.filter { !$0.isEmpty } + [signature]).joined(separator: "\n\n") + "\n")
  }

  /// The account to pay on, by fours; empty when the firm has given none.
  var account: String { sender.ibanByFours }
}

/// The confirmation in French.
private struct FrenchCallMail {
  let result: CallResult
  let parts: CallMailParts
  let day: Day

  init(result: CallResult, about occasion: CallOccasion, from sender: Sender, on day: Day) {
    self.result = result
    self.day = day
    parts = CallMailParts(occasion: occasion, sender: sender)
  }

  private var occasion: CallOccasion { parts.occasion }
  private var invoices: String {
    occasion.documentCount > 1
      ? "nos \(occasion.documentCount)\u{A0}factures, dont la facture \(occasion.number)"
      : "la facture \(occasion.number)"
  }
  private var means: String {
    parts.account.isEmpty
      ? ""
      : "Pour le virement\u{A0}: IBAN \(parts.account), référence \(occasion.number)."
  }

  private var thanks: String {
    occasion.written.map { "Merci de votre message du \($0.french)." }
      ?? "Merci de notre échange de ce jour."
  }

  var mail: Mail {
    let subject =
      occasion.written.map { "Votre message du \($0.french) – \(occasion.number)" }
      ?? "Notre échange du \(day.french) – \(occasion.number)"
    var paragraphs = ["Bonjour,"] + said
    paragraphs.append("Bien cordialement,")
    return parts.mail(subject, paragraphs)
  }

  private var said: [String] {
    let currency = occasion.currency
    switch result {
    case .promised(let promise):
      let amount = promise.amount.isPositive ? promise.amount.french(in: currency) : occasion.money
      return [
        thanks + (occasion.written == nil ? " Comme convenu, je note" : " Je note")
          + " votre règlement de \(amount) pour le \(promise.on.frenchLong), "
          + "au titre de \(invoices).",
        means,
        "Si quelque chose devait changer, dites-le-moi simplement avant cette date.",
      ]
    case .disputed(let dispute, let number):
      let part = dispute.amount.map { ", pour \($0.french(in: currency))" } ?? ""
      let words = dispute.reason.isEmpty ? "" : "\u{A0}: «\u{A0}\(dispute.reason)\u{A0}»"
      return [
        thanks
          + " Vous m’avez indiqué contester la facture \(number)\(part), "
          + "motif «\u{A0}\(dispute.cause.french)\u{A0}»\(words).",
        "Nous l’examinons et vous répondons par écrit. Si vous avez une pièce qui nous aide à "
          + "comprendre, répondez à ce message en la joignant.",
        "Ce qui n’est pas contesté reste à régler aux dates habituelles.",
      ]
    case .saidPaid(let amount, let on):
      return [
        thanks
          + " Vous m’avez indiqué un règlement de \(amount.french(in: currency)), "
          + "le \(on.frenchLong), au titre de \(invoices).",
        "Nous le recherchons sur nos relevés. L’avis de virement ou sa référence nous aiderait à "
          + "le retrouver plus vite.",
      ]
    case .callBack(let call):
      let time = call.time.map { " à \($0.replacing(":", with: "\u{A0}h\u{A0}"))" } ?? ""
      return [
        (occasion.written == nil ? "Merci de votre accueil. Comme convenu, je" : thanks + " Je")
          + " vous rappelle le \(call.on.frenchLong)\(time), "
          + "au sujet de \(invoices), pour \(occasion.sum).",
        means,
      ]
    case .noAnswer:
      return [
        "J’ai cherché à vous joindre aujourd’hui au sujet de \(invoices), pour \(occasion.sum). "
          + "C’est peut-être un simple oubli, ou votre règlement est déjà parti.",
        "Pouvez-vous me dire quel jour partira le virement, ou me rappeler"
          + (parts.sender.phone.isEmpty ? "" : " au \(parts.sender.phone)") + "\u{A0}?",
        means,
      ]
    case .wrongContact(let person):
      return [
        thanks
          + (person.isEmpty
            ? "" : " Vous m’avez indiqué que \(person) suit le règlement de nos factures."),
        "Voici ce dont il s’agit\u{A0}: \(invoices), pour \(occasion.sum). Pouvez-vous me dire à "
          + "qui l’adresser au mieux\u{A0}?",
      ]
    }
  }
}

/// The confirmation in English.
private struct EnglishCallMail {
  let result: CallResult
  let parts: CallMailParts
  let day: Day

  init(result: CallResult, about occasion: CallOccasion, from sender: Sender, on day: Day) {
    self.result = result
    self.day = day
    parts = CallMailParts(occasion: occasion, sender: sender)
  }

  private var occasion: CallOccasion { parts.occasion }
  private var invoices: String {
    occasion.documentCount > 1
      ? "our \(occasion.documentCount) invoices, among them invoice \(occasion.number)"
      : "invoice \(occasion.number)"
  }
  private var means: String {
    parts.account.isEmpty
      ? "" : "For the transfer: IBAN \(parts.account), reference \(occasion.number)."
  }

  private var thanks: String {
    occasion.written.map { "Thank you for your message of \($0.englishLong)." }
      ?? "Thank you for our conversation today."
  }

  var mail: Mail {
    let subject =
      occasion.written.map { "Your message of \($0.englishLong) – \(occasion.number)" }
      ?? "Our conversation of \(day.englishLong) – \(occasion.number)"
    var paragraphs = ["Hello,"] + said
    paragraphs.append("Kind regards,")
    return parts.mail(subject, paragraphs)
  }

  private var said: [String] {
    let currency = occasion.currency
    switch result {
    case .promised(let promise):
      let amount = promise.amount.isPositive ? promise.amount.english(in: currency) : occasion.money
      return [
        thanks + (occasion.written == nil ? " As agreed, I note" : " I note")
          + " your payment of \(amount) for \(promise.on.englishLong), for \(invoices).",
        means, "Should anything change, just tell me before that date.",
      ]
    case .disputed(let dispute, let number):
      let part = dispute.amount.map { ", for \($0.english(in: currency))" } ?? ""
      let words = dispute.reason.isEmpty ? "" : ": “\(dispute.reason)”"
      return [
        thanks
          + " You told me that you contest invoice \(number)\(part), "
          + "for the reason “\(dispute.cause.english)”\(words).",
        "We are looking into it and will answer in writing. If you have a paper that helps us to "
          + "understand, reply to this message with it.",
        "What is not contested remains payable on its usual dates.",
      ]
    case .saidPaid(let amount, let on):
      return [
        thanks
          + " You told me of a payment of \(amount.english(in: currency)) "
          + "on \(on.englishLong), for \(invoices).",
        "We are tracing it on our statements. A copy of the transfer or its reference would help "
          + "us to find it sooner.",
      ]
    case .callBack(let call):
      let time = call.time.map { " at \($0)" } ?? ""
      return [
        (occasion.written == nil ? "Thank you for your time. As agreed, I" : thanks + " I")
          + " will call you back on \(call.on.englishLong)\(time) "
          + "about \(invoices), for \(occasion.sum).",
        means,
      ]
    case .noAnswer:
      return [
        "I tried to reach you today about \(invoices), for \(occasion.sum). It may be a simple "
          + "oversight, or your payment may have left already.",
        "Could you tell me on which day the transfer will leave, or call me back"
          + (parts.sender.phone.isEmpty ? "" : " on \(parts.sender.phone)") + "?",
        means,
      ]
    case .wrongContact(let person):
      return [
        thanks
          + (person.isEmpty
            ? "" : " You told me that \(person) looks after paying our invoices."),
        "It is about \(invoices), for \(occasion.sum). Could you tell me to whom it is best "
          + "sent?",
      ]
    }
  }
}
