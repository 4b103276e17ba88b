import Claims
import Dunning
import Law
import Ledger
import Office
import Printing
import Quantities

/// What happened with a customer, newest first; a decision can be undone from here.
func timeline(_ visit: Visit, _ file: CustomerFile) -> HTML {
  let voice = visit.voice
  let undone = Set(
    file.timeline.compactMap { entry in
      if case .reversal(let reversal) = entry.fact { reversal.of } else { nil }
    })
  let numbers = Dictionary(
    file.accounts.flatMap(\.items).map { ($0.id, $0.number) },
    uniquingKeysWith: { first, _ in first })
  let fates = file.fates
  let newestFirst = file.timeline.filter { !$0.isCopyOfItsFile && !$0.isWithdrawn(by: fates) }
    .sorted { ($0.happened, $0.number.raw) > ($1.happened, $1.number.raw) }
  let shown = newestFirst.prefix(60)
  return HTML {
    if shown.isEmpty { p(voice("Rien encore.", "Nothing yet.")).class("quiet") }
    ol {
      for entry in shown {
        li {
          time(voice.day(entry.happened)).datetime(entry.happened.iso)
            .title(voice("appris le ", "learned on ") + voice.day(entry.learned))
          div {
            told(entry, numbers, voice)
            fates[entry.number].map { span($0.wording(in: voice.language)).class("who") }
            if undone.contains(entry.number) { badge(voice("annulé", "undone")) }
            if entry.fact.mayBeUndone, !undone.contains(entry.number) {
              " "
              undoForm(visit, entry.number)
            }
          }
        }
      }
    }.class("story")
    if newestFirst.count > shown.count {
      p(
        voice(
          "Les \(shown.count) plus récentes sur \(voice.count(newestFirst.count)).",
          "The newest \(shown.count) of \(voice.count(newestFirst.count)).")
      ).class("quiet")
    }
  }
}

extension Entry {
  /// A message that waits is written anew each day: that each writing was taken out is one line.
  fileprivate func isWithdrawn(by fates: [EntryNumber: MadeContact.Fate]) -> Bool {
    func isWithdrawn(_ reminder: EntryNumber?) -> Bool {
      if case .withdrawn = reminder.flatMap({ fates[$0] }) { true } else { false }
    }
    return switch fact {
    case .reminder: isWithdrawn(number)
    case .message(let message): isWithdrawn(message.reminder)
    case .reversal(let reversal): isWithdrawn(reversal.of)
    default: false
    }
  }

  /// The PDF that an invoice came as is booked right behind it: that says nothing new.
  fileprivate var isCopyOfItsFile: Bool {
    if case .invoiceCopy(let copy) = fact { number.raw == copy.document.raw + 1 } else { false }
  }
}

/// A small button that undoes a decision, with its reason.
func undoForm(_ visit: Visit, _ entry: EntryNumber) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "annuler-\(entry.raw)")
  return fold(
    voice("Annuler", "Undo"), isMild: true,
    postForm(visit, to: "/ecritures/\(entry.raw)/annuler") {
      fields.text(
        "raison", voice("Pourquoi\u{A0}?", "Why?"),
        hint: voice(
          "L’écriture n’est pas effacée\u{A0}: une autre lui répond.",
          "The entry is not erased: another one answers it."), isRequired: true)
      button(voice("Annuler cette écriture", "Undo this entry")).type("submit").class("primary")
    })
}

/// One fact in one line.
private func told(_ entry: Entry, _ numbers: [EntryNumber: String], _ voice: Voice) -> HTML {
  let currency = entry.currency
  func money(_ amount: Money) -> String { voice.money(amount, currency) }
  func link(_ document: EntryNumber) -> HTML {
    HTML { a(numbers[document] ?? "n°\u{A0}\(document.raw)").href("/factures/\(document.raw)") }
  }
  switch entry.fact {
  case .customer: return HTML(voice("Fiche mise à jour", "File updated"))
  case .invoice(let invoice):
    return HTML {
      voice("Facture ", "Invoice ")
      link(entry.number)
      voice(
        " de \(money(invoice.payable)), échéance \(voice.day(invoice.due))",
        " of \(money(invoice.payable)), due \(voice.day(invoice.due))")
    }
  case .creditNote(let credit):
    return HTML {
      voice("Avoir ", "Credit note ")
      link(entry.number)
      voice(" de \(money(credit.gross))", " of \(money(credit.gross))")
    }
  case .allocation(let allocation): return told(allocation, money(allocation.amount), link, voice)
  case .promise, .dispute, .resolution, .disputeOwner, .saidPaid, .instalmentPlan, .planAgreement,
    .callBack:
    return agreedTold(entry, link, voice)
  case .waiver, .writeOff, .insolvency: return incident(entry, link, voice)
  case .reminder(let reminder): return told(reminder, voice)
  case .snooze(let snooze): return told(snooze, link, voice)
  case .reversal(let reversal): return told(reversal, voice)
  case .rushOffer, .rushAnswer, .rushInvoice, .limit: return rushTold(entry, link, voice)
  case .lifecycle, .creditAnswer, .proceedings: return lifecycleTold(entry, link, voice)
  case .bankLine, .statement, .setAside, .payerRule: return bankTold(entry.fact, money, voice)
  case .invoiceCopy(let copy): return told(copy, link, voice)
  case .message, .messageEvent, .received, .replyAnswered, .replyFiled:
    return messageTold(entry, voice)
  default: return dunningTold(entry.fact, voice)
  }
}

private func told(_ reversal: Reversal, _ voice: Voice) -> HTML {
  HTML {
    voice("Écriture n°\u{A0}\(reversal.of.raw) annulée", "Entry \(reversal.of.raw) undone")
    if !reversal.reason.isEmpty { span(voice.reason(reversal.reason)).class("who") }
  }
}

private func told(_ copy: InvoiceCopy, _ link: (EntryNumber) -> HTML, _ voice: Voice) -> HTML {
  HTML {
    voice("Facture en PDF gardée pour ", "Invoice's PDF kept for ")
    link(copy.document)
    span(copy.name).class("who")
  }
}

/// A customer, or one document, left alone until a day.
private func told(_ snooze: Snooze, _ link: (EntryNumber) -> HTML, _ voice: Voice) -> HTML {
  HTML {
    if let document = snooze.document {
      link(document)
      voice(" mise en attente jusqu’au ", " set aside until ") + voice.day(snooze.until)
    } else {
      voice("Mis en attente jusqu’au ", "Set aside until ") + voice.day(snooze.until)
    }
    if !snooze.reason.isEmpty { span(snooze.reason).class("who") }
  }
}

private func bankTold(_ fact: Fact, _ money: (Money) -> String, _ voice: Voice) -> HTML {
  switch fact {
  case .bankLine(let line): HTML(voice("Banque\u{A0}: ", "Bank: ") + money(line.amount))
  case .statement: HTML(voice("Relevé de banque", "Bank statement"))
  case .setAside(let aside):
    HTML(voice("Ligne écartée\u{A0}: ", "Line set aside: ") + voice.reason(aside.reason))
  default: HTML("")
  }
}

private func told(
  _ allocation: Allocation, _ amount: String, _ link: (EntryNumber) -> HTML, _ voice: Voice
) -> HTML {
  HTML {
    allocation.line == nil
      ? voice("Avoir imputé\u{A0}: ", "Credit note set off: ")
      : voice("Règlement imputé\u{A0}: ", "Payment allocated: ")
    amount
    if let document = allocation.document {
      voice(" sur ", " on ")
      link(document)
    } else {
      voice(" en compte", " on account")
    }
    if !allocation.reasons.isEmpty { span(voice.reason(allocation.reasons)).class("who") }
  }
}

private func told(_ reminder: Reminder, _ voice: Voice) -> HTML {
  let level = DunningLevel.Name(rawValue: reminder.level)
  let name =
    level.map { voice($0.french, $0.english) }
    ?? (reminder.level == "call" ? voice("appel", "call") : reminder.level)
  return HTML {
    strong(capitalised(name))
    " · " + channelName(reminder.channel, voice)
    let note = reminder.note(french: voice.isFrench)
    if !note.isEmpty { span(note).class("who") }
  }
}

private func told(_ waiver: Waiver, _ link: (EntryNumber) -> HTML, _ voice: Voice) -> HTML {
  let what =
    waiver.waivesInterest && waiver.waivesCompensation
    ? voice("pénalités et indemnité", "interest and compensation")
    : waiver.waivesInterest
      ? voice("pénalités", "interest") : voice("indemnité de 40\u{A0}€", "the €40")
  return HTML {
    strong(voice("Remise", "Waiver"))
    " (\(what))" + voice(" sur ", " on ")
    link(waiver.document)
    span(waiver.reason).class("who")
  }
}

private func incident(
  _ entry: Entry, _ link: (EntryNumber) -> HTML, _ voice: Voice
) -> HTML {
  func money(_ amount: Money) -> String { voice.money(amount, entry.currency) }
  switch entry.fact {
  case .waiver(let waiver): return told(waiver, link, voice)
  case .writeOff(let writeOff):
    return HTML {
      strong(voice("Passage en perte", "Write-off"))
      voice(" de \(money(writeOff.amount)) sur ", " of \(money(writeOff.amount)) on ")
      link(writeOff.document)
    }
  case .insolvency(let insolvency):
    return HTML {
      strong(voice("Procédure collective", "Insolvency proceedings"))
      " · " + voice(insolvency.kind.french, insolvency.kind.english)
      voice(", ouverte le ", ", opened on ") + voice.day(insolvency.opened)
    }
  default: return HTML()
  }
}

extension Fact {
  /// Whether a person may undo it from the page.
  var mayBeUndone: Bool {
    switch self {
    case .promise, .dispute, .resolution, .disputeOwner, .saidPaid: true
    case .instalmentPlan, .planAgreement, .callBack: true
    case .waiver, .writeOff, .snooze, .insolvency, .creditAnswer: true
    case .contactPerson, .addressFault, .legalStop, .profileOverrule: true
    case .lifecycle(let status): LifecycleEffect(status: status.code) != .none
    case .allocation(let allocation): allocation.line != nil
    default: false
    }
  }
}

func channelName(_ channel: Reminder.Channel, _ voice: Voice) -> String {
  voice(channel.french, channel.english)
}

func capitalised(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}

/// A payment term in words.
func words(_ term: PaymentTerm, _ voice: Voice) -> String {
  let rule: String =
    switch term.formula {
    case .none: voice("30\u{A0}jours (la loi)", "30 days (the law)")
    case .onReceipt: voice("à réception", "on receipt")
    case .net(let days): voice("\(days)\u{A0}jours nets", "\(days) days net")
    case .daysThenEndOfMonth(let days):
      voice("\(days)\u{A0}jours, puis fin de mois", "\(days) days, then end of month")
    case .endOfMonthThenDays(let days):
      voice("fin de mois, puis \(days)\u{A0}jours", "end of month, then \(days) days")
    case .daysThenEndOfMonthThe(let days, let day):
      voice(
        "\(days)\u{A0}jours fin de mois le \(day)", "\(days) days, end of month, on the \(day)")
    case .decade(let days):
      voice("\(days)\u{A0}jours fin de décade", "\(days) days from the end of the ten-day period")
    case .afterDeliveryMonth(let days):
      voice(
        "\(days)\u{A0}jours après le mois de livraison", "\(days) days after the delivery month")
    case .publicBuyer(let days):
      voice("\(days)\u{A0}jours (acheteur public)", "\(days) days (public buyer)")
    }
  switch term.origin {
  case .stated: return rule
  case .deduced: return rule + voice(" (déduit)", " (deduced)")
  case .legalDefault: return rule + voice(" (rien n’était convenu)", " (nothing was agreed)")
  }
}
