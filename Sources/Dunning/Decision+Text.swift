import Claims
public import Ledger
public import Quantities

/// Why a contact is on the list: three sentences a person can check.
public struct Explanation: Hashable, Sendable {
  /// Why this customer.
  public let customer: String
  /// Why now.
  public let now: String
  /// Why this step.
  public let step: String
}

extension Contact {
  /// Why this customer, why now, why this step.
  public func explanation(in language: Customer.Language, _ currency: Currency) -> Explanation {
    switch language {
    case .french:
      Explanation(
        customer: frenchCustomer(currency), now: frenchNow(currency), step: frenchStep)
    case .english:
      Explanation(
        customer: englishCustomer(currency), now: englishNow(currency), step: englishStep)
    }
  }

  private func frenchCustomer(_ currency: Currency) -> String {
    let amount = claiming.french(in: currency)
    if isBeforeDue { return "\(amount) arrivent à échéance, dont la facture \(lead.number)" }
    let age = lead.daysOverdue == 1 ? "1\u{A0}jour" : "\(lead.daysOverdue)\u{A0}jours"
    let what = level.asksAccessories ? "à réclamer" : "à rappeler, sans pénalités à ce stade"
    return "\(amount) \(what)\u{A0}; la plus ancienne facture, \(lead.number), a \(age) de retard"
  }

  private func englishCustomer(_ currency: Currency) -> String {
    let amount = claiming.english(in: currency)
    if isBeforeDue { return "\(amount) fall due soon, with invoice \(lead.number)" }
    let age = lead.daysOverdue == 1 ? "1 day" : "\(lead.daysOverdue) days"
    let what = level.asksAccessories ? "to claim" : "to recall, without interest at this stage"
    return "\(amount) \(what); the oldest invoice, \(lead.number), is \(age) late"
  }

  private func frenchNow(_ currency: Currency) -> String {
    var text =
      "échéance le \(lead.due.french), étape ouverte depuis le \(opened.french)"
      + (lastContact.map { "\u{A0}; dernier contact le \($0.french)" } ?? "\u{A0}; aucun contact")
    if let promise = brokenPromise {
      text += "\u{A0}; \(promise.wording(in: .french, currency)), non tenue"
    }
    return text
  }

  private func englishNow(_ currency: Currency) -> String {
    var text =
      "due on \(lead.due.englishLong), step open since \(opened.englishLong)"
      + (lastContact.map { "; last contact on \($0.englishLong)" } ?? "; no contact yet")
    if let promise = brokenPromise {
      text += "; \(promise.wording(in: .english, currency)), not kept"
    }
    return text
  }

  private var frenchStep: String {
    let name = level.name.french
    guard let lastLevel, let lastLevelDay else {
      return isBeforeDue
        ? "\(name), une seule fois par facture" : "\(name)\u{A0}: premier contact sur cette facture"
    }
    return "\(name), après «\u{A0}\(lastLevel.french)\u{A0}» du \(lastLevelDay.french)"
  }

  private var englishStep: String {
    let name = level.name.english
    guard let lastLevel, let lastLevelDay else {
      return isBeforeDue ? "\(name), once an invoice" : "\(name): first contact about this invoice"
    }
    return "\(name), after the \(lastLevel.english) of \(lastLevelDay.englishLong)"
  }
}

extension Decision {
  /// Why nothing is sent today; nil when something is.
  public func whyNot(in language: Customer.Language, _ currency: Currency) -> String? {
    switch (self, language) {
    case (.send, _): nil
    case (.nothingDue, .french): "rien d’échu à réclamer"
    case (.nothingDue, .english): "nothing overdue to ask for"
    case (.wait(let reasons), _):
      reasons.map { $0.explanation(in: language, currency) }
        .joined(separator: language == .french ? "\u{A0}; " : "; ")
    case (.tooSoon(let day, let delay), .french):
      "pas avant le \(day.french)\u{A0}: \(delay.french)"
    case (.tooSoon(let day, let delay), .english):
      "not before \(day.englishLong): \(delay.english)"
    }
  }
}

extension Decision.Reason {
  /// The reason with its evidence, in one sentence.
  public func explanation(in language: Customer.Language, _ currency: Currency) -> String {
    switch (self, language) {
    case (.held(let hold), _): hold.explanation(in: language, currency)
    case (.belowMinimum(let amount, let minimum), .french):
      "\(amount.french(in: currency)) seulement\u{A0}: "
        + "moins que le minimum de \(minimum.french(in: currency))"
    case (.belowMinimum(let amount, let minimum), .english):
      "only \(amount.english(in: currency)), "
        + "less than the minimum of \(minimum.english(in: currency))"
    case (.noticeGiven(let day), .french):
      "mise en demeure du \(day.french)\u{A0}: choisissez la suite"
    case (.noticeGiven(let day), .english):
      "formal notice given on \(day.englishLong): choose what comes next"
    case (.planEnded(let day), .french):
      "dernière étape du scénario faite le \(day.french)\u{A0}: choisissez la suite"
    case (.planEnded(let day), .english):
      "last step of the plan made on \(day.englishLong): choose what comes next"
    }
  }
}

extension Decision.Delay {
  fileprivate var french: String {
    switch self {
    case .level(let name): "l’étape «\u{A0}\(name.french)\u{A0}» n’est pas encore ouverte"
    case .contacted(let day): "dernier contact le \(day.french)"
    case .dayOff: "les messages partent les jours ouvrés"
    }
  }

  fileprivate var english: String {
    switch self {
    case .level(let name): "the step “\(name.english)” is not open yet"
    case .contacted(let day): "last contact on \(day.englishLong)"
    case .dayOff: "messages leave on working days"
    }
  }
}
