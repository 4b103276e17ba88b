public import Ledger
public import Quantities

extension ClaimLine {
  /// The operands on one line, as a letter prints them: `1 000,00 € × 13,15 % × 31/365`.
  public func derivation(in language: Customer.Language, _ currency: Currency) -> String {
    switch (kind, language) {
    case (.principal, .french): "reste dû à l’échéance"
    case (.principal, .english): "unpaid at its due date"
    case (.interest(let segment), _): segment.derivation(in: language, currency)
    case (.interestSettled(let day), .french):
      "intérêts réglés par le paiement du \(day.french), imputé d’abord sur eux"
    case (.interestSettled(let day), .english):
      "interest settled by the payment of \(day.englishLong), which went to it first"
    case (.compensation, .french): "une fois par facture payée en retard"
    case (.compensation, .english): "once per late invoice"
    case (.credit, .french): "avoir ou trop-perçu à déduire"
    case (.credit, .english): "credit note or overpayment, deducted"
    case (.unapplied(let day), .french): "reçu le \(day.french), à imputer"
    case (.unapplied(let day), .english): "received on \(day.englishLong), not allocated yet"
    }
  }

  /// What the amount is, in the words of a letter.
  public func title(in language: Customer.Language) -> String {
    switch (kind, language) {
    case (.principal, .french): "Principal"
    case (.principal, .english): "Principal"
    case (.interest, .french): "Pénalités de retard"
    case (.interest, .english): "Late-payment interest"
    case (.interestSettled, .french): "Intérêts déjà réglés"
    case (.interestSettled, .english): "Interest already settled"
    case (.compensation, .french): "Indemnité forfaitaire de recouvrement"
    case (.compensation, .english): "Fixed recovery compensation"
    case (.credit, .french): "Avoir ou trop-perçu"
    case (.credit, .english): "Credit note or overpayment"
    case (.unapplied, .french): "Règlement non imputé"
    case (.unapplied, .english): "Unapplied payment"
    }
  }
}

extension InterestSegment {
  /// `1 000,00 € × 13,15 % × 31/365`, or the same for English readers.
  public func derivation(in language: Customer.Language, _ currency: Currency) -> String {
    switch language {
    case .french:
      "\(balance.french(in: currency)) × \(rate.french) × \(days.count)/\(daysInYear)"
    case .english:
      "\(balance.english(in: currency)) × \(rate.percent)% × \(days.count)/\(daysInYear)"
    }
  }

  /// The days in words: `du 31/05/2025 au 30/06/2025`.
  public func period(in language: Customer.Language) -> String {
    switch language {
    case .french: "du \(days.first.french) au \(days.last.french)"
    case .english: "from \(days.first.englishLong) to \(days.last.englishLong)"
    }
  }
}

extension RateBasis {
  /// Where the rate comes from, in words a customer can check.
  public func wording(in language: Customer.Language) -> String {
    switch (self, language) {
    case (.legal, .french): "taux de refinancement de la BCE majoré de 10 points"
    case (.legal, .english): "ECB refinancing rate plus 10 points"
    case (.contract, .french): "taux de vos conditions de paiement"
    case (.contract, .english): "rate of your payment terms"
    case (.floorForContract, .french): "trois fois le taux d’intérêt légal, minimum de la loi"
    case (.floorForContract, .english): "three times the legal interest rate, the law's minimum"
    case (.floorForDefault, .french): "trois fois le taux d’intérêt légal"
    case (.floorForDefault, .english): "three times the legal interest rate"
    case (.publicBuyer, .french):
      "taux de refinancement de la BCE au début du retard, majoré de 8 points"
    case (.publicBuyer, .english): "ECB refinancing rate when the delay began, plus 8 points"
    }
  }
}
