import Correspondence
import CreditPolicy
import Law
import Ledger
import Office
import Quantities

/// The answer to a rush order as the terminal prints it: the answer first, then why.
struct RushSheet {
  let file: RushFile
  let speech: RushSpeech
  let language: Customer.Language

  private var offer: CounterOffer { file.offer }
  private var currency: Currency { file.question.currency }

  var lines: [String] {
    answer + alternatives + section(say("Conditions", "Conditions"), conditions)
      + section(
        say("D’où vient la contrepartie", "How the counterpart is found"),
        offer.counterpart.derivation.map { $0.words(in: language) })
      + words
  }

  private func say(_ french: String, _ english: String) -> String {
    language == .french ? french : english
  }

  private func money(_ amount: Money) -> String {
    language == .french ? amount.french(in: currency) : amount.english(in: currency)
  }

  private func day(_ day: Day) -> String {
    language == .french ? day.french : day.englishLong
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", Terminal.bold(title)] + lines.map { $0.isEmpty ? "" : "  " + $0 }
  }

  // MARK: the answer

  private var answer: [String] {
    var lines = [light, Terminal.bold(demand)]
    if offer.counterpart.term != nil, file.proposal.ask != .orderOnly { lines.append(due) }
    if file.proposal.surcharge.isPositive {
      lines.append(
        say("Et un supplément express de ", "And an express surcharge of ")
          + money(file.proposal.surcharge)
          + say(", car l’échelle s’arrête à la commande.", ": the ladder ends with the order."))
    }
    lines.append("")
    lines.append(say("Au téléphone\u{A0}: ", "On the phone: ") + quoted(speech.texts.phone))
    return lines
  }

  private var light: String {
    let words = "● " + offer.light.words(in: language)
    return switch offer.light {
    case .green: Terminal.green(words)
    case .amber: Terminal.amber(words)
    case .red: Terminal.red(words)
    }
  }

  private var demand: String {
    let usual = offer.order.usualTerm.words(in: language)
    if case .orderOnly = file.proposal.ask {
      return say(
        "Demandez le paiement à la commande\u{A0}: le crédit serait imprudent",
        "Ask for payment with the order: credit would be unwise")
    }
    if let term = offer.counterpart.term {
      return say("Demandez le paiement ", "Ask for payment ") + spoken(term)
        + say(" au lieu de ", " instead of ") + usual
    }
    if !offer.alternatives.isEmpty {
      return say(
        "Délai de paiement inchangé (\(usual)), mais une contrepartie",
        "Same payment term (\(usual)), but something in return")
    }
    return say("Rien à demander en échange", "Nothing to ask in return")
  }

  private func spoken(_ term: SaleTerm) -> String {
    let words = term.words(in: language)
    return term.isOnOrder || language == .english ? words : "à " + words
  }

  private var due: String {
    let found = offer.counterpart
    let invoiced = day(offer.order.invoiced)
    let gained = offer.daysGained
    if found.term?.isOnOrder == true {
      return say(
        "Réglée le \(day(offer.order.ordered)), livrée le \(invoiced), au lieu d’une échéance le "
          + day(found.usualDue),
        "Paid on \(day(offer.order.ordered)), delivered on \(invoiced), instead of falling due on "
          + day(found.usualDue))
    }
    return say("Échéance\u{A0}: ", "Due: ") + day(found.due)
      + say(" (livrée et facturée le \(invoiced))", " (delivered and invoiced on \(invoiced))")
      + say(", au lieu du ", ", instead of ") + day(found.usualDue)
      + say("\u{A0}: \(gained)\u{A0}j plus tôt", ": \(gained) days sooner")
  }

  private func quoted(_ text: String) -> String {
    say("«\u{A0}\(text)\u{A0}»", "“\(text)”")
  }

  // MARK: the rest

  private var alternatives: [String] {
    guard !offer.alternatives.isEmpty else { return [] }
    let titles = [
      say("gagné", "gained"), say("risque ôté", "risk removed"), say("valeur", "value"),
    ]
    var rows = [
      Terminal.column("", 22) + Terminal.column(say("encaissements", "cash expected"), 30)
        + titles.map { Terminal.rightColumn($0, 14) }.joined()
    ]
    for one in offer.alternatives {
      let receipts = one.receipts.map {
        Terminal.column(day($0.day), 16) + Terminal.rightColumn(money($0.amount), 14)
      }
      let figures = [one.gained, one.riskRemoved, one.value].map {
        Terminal.rightColumn(money($0), 14)
      }
      rows.append(
        Terminal.column(one.kind.words(in: language), 22) + (receipts.first ?? "")
          + figures.joined())
      rows += receipts.dropFirst().map { Terminal.column("", 22) + $0 }
      rows += one.derivation.map { Terminal.faint("    " + $0.words(in: language, currency)) }
    }
    return section(say("À valeur égale, au choix", "Of equal value, to choose from"), rows)
  }

  private var conditions: [String] {
    let checks = offer.conditions.map { condition in
      let mark = condition.weight == .note ? "· " : Terminal.red("! ")
      return mark + condition.words(in: language, currency)
    }
    return checks + (file.missingRate.map { ["· " + $0.remedyFrench] } ?? [])
  }

  private var words: [String] {
    let texts = speech.texts
    var lines = section(
      say("S’il objecte", "If they object"),
      texts.replies.flatMap { [quoted($0.heard), "  → " + $0.answer] })
    let mail = texts.mail.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines += section(
      say("Courriel", "E-mail"), [say("Objet\u{A0}: ", "Subject: ") + texts.subject, ""] + mail)
    lines += section(
      say("Clause pour la confirmation de commande", "Clause for the order confirmation"),
      [texts.clause])
    let warnings =
      (speech.fault.map { [$0.words(in: language)] } ?? [])
      + texts.warnings.map { $0.words(in: language) }
    return lines + section(say("À relire", "To look at"), warnings)
  }
}

extension RushAnswer.Counterpart {
  /// The counterpart in a word or two.
  func words(in language: Customer.Language) -> String {
    switch (self, language) {
    case (.shorterTerm, .french): "délai plus court"
    case (.shorterTerm, .english): "shorter term"
    case (.deposit, .french): "acompte"
    case (.deposit, .english): "deposit"
    case (.surcharge, .french): "supplément"
    case (.surcharge, .english): "surcharge"
    case (.settleOverdue, .french): "solder l’échu"
    case (.settleOverdue, .english): "settle what is due"
    }
  }
}
