public import Claims
public import Dunning
import Ledger
import Quantities

/// What a step says by SMS, for a gateway to send: who writes, what for, how much, and where to
/// answer, in one or two messages of 160 signs.
///
/// It asks for the invoices alone: interest and the 40 € want room for their working (R2.2). It
/// says no more than the letter of the step, and its first word supposes an oversight.
public func shortText(_ contact: Contact, for claim: Claim, from sender: Sender) -> String {
  let text = ShortText(contact, claim, sender)
  return claim.customer.language == .french ? text.french : text.english
}

private struct ShortText {
  private let contact: Contact
  private let currency: Currency
  private let sender: Sender
  private let amount: Money

  init(_ contact: Contact, _ claim: Claim, _ sender: Sender) {
    self.contact = contact
    self.sender = sender
    currency = claim.currency
    amount = contact.isBeforeDue ? contact.claiming : claim.principalLessCredits
  }

  private var isOne: Bool { contact.documents.count == 1 }
  private var number: String { contact.lead.number }
  private var due: Day { contact.lead.nextDue ?? contact.lead.due }

  var french: String {
    let sum = plain(amount.french(in: currency))
    let day = due.french
    let words: String =
      switch contact.level.name {
      case .preDue:
        isOne
          ? "votre facture \(number) de \(sum) arrive à échéance le \(day). Une question ?"
          : "\(contact.documents.count) factures, \(sum) en tout, arrivent à échéance, la "
            + "première le \(day). Une question ?"
      case .courtesy:
        isOne
          ? "sauf erreur, la facture \(number) de \(sum), échue le \(day), n'est pas encore "
            + "réglée. Sans doute un oubli. Merci."
          : "sauf erreur, \(contact.documents.count) factures échues, \(sum) en tout, ne sont pas "
            + "encore réglées. Sans doute un oubli. Merci."
      case .reminder, .firm, .formalNotice:
        isOne
          ? "la facture \(number) de \(sum), échue le \(day), reste à régler. Quel jour "
            + "pouvons-nous l'attendre ?"
          : "\(contact.documents.count) factures échues restent à régler, \(sum) en tout. Quel "
            + "jour pouvons-nous les attendre ?"
      }
    return signed("\(sender.name) : \(words)")
  }

  var english: String {
    let sum = plain(amount.english(in: currency))
    let day = due.iso
    let words: String =
      switch contact.level.name {
      case .preDue:
        isOne
          ? "your invoice \(number) of \(sum) falls due on \(day). Any question?"
          : "\(contact.documents.count) invoices, \(sum) in all, fall due, the first on \(day). "
            + "Any question?"
      case .courtesy:
        isOne
          ? "unless we are mistaken, invoice \(number) of \(sum), due \(day), is not yet paid. An "
            + "oversight, no doubt. Thank you."
          : "unless we are mistaken, \(contact.documents.count) invoices, \(sum) in all, are not "
            + "yet paid. An oversight, no doubt. Thank you."
      case .reminder, .firm, .formalNotice:
        isOne
          ? "invoice \(number) of \(sum), due \(day), is still to be paid. Which day may we "
            + "expect it?"
          : "\(contact.documents.count) invoices are still to be paid, \(sum) in all. Which day "
            + "may we expect them?"
      }
    return signed("\(sender.name): \(words)")
  }

  private func signed(_ text: String) -> String {
    sender.phone.isEmpty ? text : text + " " + plain(sender.phone)
  }

  /// No-break spaces would halve what one message holds.
  private func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }
}
