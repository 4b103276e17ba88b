public import Ledger
import Quantities

extension StatusHold {
  /// The status with its day, meaning and reasons, and how long it holds.
  public func wording(in language: Customer.Language) -> String {
    let end: String
    switch (until, language) {
    case (let until?, .french): end = ", attendu jusqu’au \(until.french)"
    case (let until?, .english): end = ", awaited until \(until.englishLong)"
    case (nil, .french): end = isAmountUnknown ? ", part contestée à préciser" : ""
    case (nil, .english): end = isAmountUnknown ? ", contested part to be entered" : ""
    }
    return status.wording(in: language) + end
  }
}

extension Dated<LifecycleStatus> {
  /// `statut 207 du 12/11/2026 : en litige, motif : taux de TVA erroné (TX_TVA_ERR)`.
  public func wording(in language: Customer.Language) -> String {
    let reasons = fact.reasons(in: language)
    switch language {
    case .french:
      return "statut \(fact.code) du \(happened.french)\u{A0}: \(fact.french)"
        + (reasons.isEmpty ? "" : ", motif\u{A0}: \(reasons)")
    case .english:
      return "status \(fact.code) of \(happened.englishLong): \(fact.english)"
        + (reasons.isEmpty ? "" : ", reason: \(reasons)")
    }
  }
}
