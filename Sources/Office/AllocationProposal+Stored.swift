import CashApplication
import Ledger
import Quantities
import Store

extension AllocationProposal {
  /// Why, in both languages.
  var storedReasons: String {
    ReasonText.stored(french: frenchReasons, english: englishReasons)
  }

  /// What is kept of it until a person has looked.
  var stored: [StoredProposal] {
    var stored = parts.map {
      StoredProposal(
        line: line, customer: customer, document: $0.document, amount: $0.amount, score: score,
        reasons: storedReasons)
    }
    if !onAccount.isZero, customer != nil {
      stored.append(
        StoredProposal(
          line: line, customer: customer, document: nil, amount: onAccount, score: score,
          reasons: storedReasons))
    }
    return stored
  }
}
