public import Ledger
public import Quantities

extension Hold {
  /// Why not today, with the evidence, in one sentence.
  public func explanation(in language: Customer.Language, _ currency: Currency) -> String {
    switch language {
    case .french: french(currency)
    case .english: english(currency)
    }
  }

  private func french(_ currency: Currency) -> String {
    switch self {
    case .insolvent(let insolvency):
      "\(insolvency.kind.french) ouverte le \(insolvency.opened.french)\u{A0}: "
        + "les relances cessent, déclarez la créance"
    case .disputed(let dispute, let since):
      "litige ouvert depuis le \(since.french)\(Hold.after(dispute.reason, "\u{A0}: "))"
    case .lifecycle(let hold, let number):
      "facture \(number), " + hold.wording(in: .french)
    case .promised(let promise, let until):
      "\(promise.wording(in: .french, currency)), attendue jusqu’au \(until.french)"
    case .saidPaid(let paid, let until):
      "\(paid.wording(in: .french, currency))\u{A0}: à vérifier à la banque, jusqu’au "
        + until.french
    case .instalmentPlan(let plan): plan.hold(in: .french, currency)
    case .unappliedCash(let amount, let day, .onAccount):
      "\(amount.french(in: currency)) reçus le \(day.french), à imputer avant de relancer"
    case .unappliedCash(let amount, let day, .proposed):
      "\(amount.french(in: currency)) reçus le \(day.french) semblent venir de ce client"
        + "\u{A0}: à vérifier avant de relancer"
    case .staleBankData(let newest?):
      "banque à jour au \(newest.french) seulement\u{A0}: importez un relevé plus récent"
    case .staleBankData(nil): "aucun relevé de banque n’a été importé"
    case .snoozed(let snooze):
      "mis en attente jusqu’au \(snooze.until.french)\(Hold.after(snooze.reason, "\u{A0}: "))"
    case .replyWaiting(let reply, let since):
      "réponse du \(since.french) pas encore traitée\u{A0}: \(reply.sender)"
        + Hold.after(reply.subject, " – ")
    case .legalStop(let stop, let since):
      "arrêt depuis le \(since.french)\u{A0}: "
        + stop.cause.french + Hold.after(stop.reason, " – ")
    case .wrongAddress(let fault, let since):
      "adresse hors service depuis le \(since.french)\u{A0}: \(fault.address)"
        + Hold.after(fault.reason, " – ")
    case .noAddress(let channel, let role):
      "aucune adresse connue pour l’étape suivante (\(channel.french), \(role.french))"
    case .timeBarred(let since):
      "prescription possible depuis le \(since.french)\u{A0}: décidez vous-même de la suite"
    case .nothingToClaim(let credits):
      "les avoirs et trop-perçus couvrent les \(credits.french(in: currency)) échus"
    }
  }

  private func english(_ currency: Currency) -> String {
    switch self {
    case .insolvent(let insolvency):
      "\(insolvency.kind.english) opened on \(insolvency.opened.englishLong): "
        + "reminders stop, file the proof of claim"
    case .disputed(let dispute, let since):
      "disputed since \(since.englishLong)\(Hold.after(dispute.reason, ": "))"
    case .lifecycle(let hold, let number):
      "invoice \(number), " + hold.wording(in: .english)
    case .promised(let promise, let until):
      "\(promise.wording(in: .english, currency)), awaited until \(until.englishLong)"
    case .saidPaid(let paid, let until):
      "\(paid.wording(in: .english, currency)): to check at the bank, until "
        + until.englishLong
    case .instalmentPlan(let plan): plan.hold(in: .english, currency)
    case .unappliedCash(let amount, let day, .onAccount):
      "\(amount.english(in: currency)) received on \(day.englishLong), to allocate before asking"
    case .unappliedCash(let amount, let day, .proposed):
      "\(amount.english(in: currency)) received on \(day.englishLong) seem to come from this "
        + "customer: check before asking"
    case .staleBankData(let newest?):
      "bank data end on \(newest.englishLong): import a newer statement"
    case .staleBankData(nil): "no bank statement was imported"
    case .snoozed(let snooze):
      "set aside until \(snooze.until.englishLong)\(Hold.after(snooze.reason, ": "))"
    case .replyWaiting(let reply, let since):
      "reply of \(since.englishLong) not dealt with yet: \(reply.sender)"
        + Hold.after(reply.subject, " – ")
    case .legalStop(let stop, let since):
      "stopped since \(since.englishLong): " + stop.cause.english + Hold.after(stop.reason, " – ")
    case .wrongAddress(let fault, let since):
      "address out of order since \(since.englishLong): \(fault.address)"
        + Hold.after(fault.reason, " – ")
    case .noAddress(let channel, let role):
      "no address known for the next step (\(channel.english), \(role.english))"
    case .timeBarred(let since):
      "possibly time-barred since \(since.englishLong): decide yourself what comes next"
    case .nothingToClaim(let credits):
      "credit notes and overpayments cover the \(credits.english(in: currency)) overdue"
    }
  }

  private static func after(_ reason: String, _ joint: String) -> String {
    reason.isEmpty ? "" : joint + reason
  }
}

extension Insolvency.Kind {
  /// The French name of the proceedings.
  public var french: String {
    switch self {
    case .safeguard: "sauvegarde"
    case .receivership: "procédure de redressement judiciaire"
    case .liquidation: "liquidation judiciaire"
    }
  }

  /// The English name of the proceedings.
  public var english: String {
    switch self {
    case .safeguard: "safeguard proceedings"
    case .receivership: "receivership"
    case .liquidation: "liquidation"
    }
  }
}

extension PromiseToPay {
  /// What was announced: `promesse de 500,00 € pour le 20/03/2026`; without the amount when the
  /// customer named none.
  public func wording(in language: Customer.Language, _ currency: Currency) -> String {
    switch (language, amount.isPositive) {
    case (.french, true): "promesse de \(amount.french(in: currency)) pour le \(on.french)"
    case (.french, false): "promesse de paiement pour le \(on.french)"
    case (.english, true): "\(amount.english(in: currency)) promised for \(on.englishLong)"
    case (.english, false): "payment promised for \(on.englishLong)"
    }
  }
}
