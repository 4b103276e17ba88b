public import Ledger

extension PlanFault {
  /// What is wrong, and what would be right, in one sentence.
  public func wording(in language: Customer.Language) -> String {
    language == .french ? french : english
  }

  private var french: String {
    switch self {
    case .noStep: "Le scénario n’a aucune étape\u{A0}: ajoutez-en une."
    case .sameKey(let key): "Deux étapes portent le repère «\u{A0}\(key)\u{A0}»."
    case .sameDay(let day): "Deux étapes tombent le même jour (J\(signed(day)))."
    case .lateHerald(let level):
      "\(place(level))\u{A0}: un rappel avant échéance se place avant l’échéance ou le jour même."
    case .earlyReminder(let level):
      "\(place(level))\u{A0}: rien n’est en retard ce jour-là. Placez l’étape après l’échéance."
    case .softerThan(let level, let before):
      "\(place(level)) est plus douce que l’étape d’avant (\(before.name.french))\u{A0}: la "
        + "gravité ne redescend pas."
    case .harsherThanEarned(let level, let needs):
      "\(place(level))\u{A0}: une mise en demeure vient après \(needs) relance(s) au moins."
    case .toneOfName(let level):
      "\(place(level))\u{A0}: le ton «\u{A0}\(level.tone.french)\u{A0}» ne va pas à ce message."
    case .tooNear(let level, let before, let gap):
      "\(place(level)) suit \(place(before)) de moins de \(gap) jours\u{A0}: elle attendra la fin "
        + "de cet écart."
    case .tooManyContacts(let most):
      "\(most) contacts par semaine\u{A0}: au-delà de \(DunningPlan.mostContactsEver), la "
        + "relance devient harcèlement."
    case .noticeWithoutProof(let level):
      "\(place(level))\u{A0}: une mise en demeure sans recommandé vaut, mais se prouve mal."
    case .noticeNotWritten(let level):
      "\(place(level))\u{A0}: une mise en demeure se fait par écrit."
    case .noticeByItself(let level):
      "\(place(level))\u{A0}: une mise en demeure ne part jamais sans qu’une personne l’ait relue."
    case .afterNotice(let level):
      "\(place(level))\u{A0}: après une mise en demeure, une personne choisit la suite."
    case .visit(let level):
      "\(place(level))\u{A0}: une visite ne se programme pas. Choisissez une tâche."
    case .noContacts: "Aucun contact par semaine\u{A0}: rien ne partirait jamais."
    }
  }

  private var english: String {
    switch self {
    case .noStep: "The plan has no step: add one."
    case .sameKey(let key): "Two steps bear the mark “\(key)”."
    case .sameDay(let day): "Two steps fall on the same day (D\(signed(day)))."
    case .lateHerald(let level):
      "\(english(level)): a notice before the due date comes before it, or on the day."
    case .earlyReminder(let level):
      "\(english(level)): nothing is late on that day. Put the step after the due date."
    case .softerThan(let level, let before):
      "\(english(level)) is gentler than the step before it (\(before.name.english)): steps never "
        + "grow gentler."
    case .harsherThanEarned(let level, let needs):
      "\(english(level)): a formal notice comes after \(needs) reminder(s) at least."
    case .toneOfName(let level):
      "\(english(level)): the tone “\(level.tone.english)” does not suit this message."
    case .tooNear(let level, let before, let gap):
      "\(english(level)) follows \(english(before)) by less than \(gap) days: it will wait."
    case .tooManyContacts(let most):
      "\(most) contacts a week: beyond \(DunningPlan.mostContactsEver), asking becomes harassing."
    case .noticeWithoutProof(let level):
      "\(english(level)): a formal notice not sent by registered letter holds, but is hard to "
        + "prove."
    case .noticeNotWritten(let level):
      "\(english(level)): a formal notice is given in writing."
    case .noticeByItself(let level):
      "\(english(level)): a formal notice never leaves before a person has read it."
    case .afterNotice(let level):
      "\(english(level)): after a formal notice a person chooses what comes next."
    case .visit(let level): "\(english(level)): a visit cannot be planned. Choose a task."
    case .noContacts: "No contact a week: nothing would ever leave."
    }
  }

  private func place(_ level: DunningLevel) -> String {
    "L’étape J\(signed(level.delayInDays)) (\(level.name.french))"
  }

  private func english(_ level: DunningLevel) -> String {
    "The step D\(signed(level.delayInDays)) (\(level.name.english))"
  }
}

/// `+10`, `-5`, `+0`.
func signed(_ days: Int) -> String { days < 0 ? "−\(-days)" : "+\(days)" }

extension DunningLevel.Tone {
  /// The tone for French readers.
  public var french: String {
    switch self {
    case .courteous: "courtois"
    case .factual: "factuel"
    case .firm: "ferme"
    case .formal: "formel"
    }
  }

  /// The tone for English readers.
  public var english: String { rawValue }
}

extension DunningLevel.Mode {
  /// Who sets the step off, for French readers.
  public var french: String {
    switch self {
    case .automatic: "automatique"
    case .afterConfirmation: "automatique après confirmation"
    case .manual: "à la main"
    }
  }

  /// Who sets the step off, for English readers.
  public var english: String {
    switch self {
    case .automatic: "automatic"
    case .afterConfirmation: "automatic once confirmed"
    case .manual: "by hand"
    }
  }
}
