import CashApplication
import Ledger
import Quantities
import Store

extension AllocationProposal {
  /// Why, in both languages.
  var storedReasons: String {
    ReasonText.stored(french: frenchReasons, english: englishReasons)
  }

  /// What is kept of it until a person has looked, each part under the customer who owes its
  /// document: the cheques of one deposit are those of several.
  func stored(owner: (EntryNumber) throws -> CustomerID?) rethrows -> [StoredProposal] {
    var stored = try parts.map {
      StoredProposal(
        line: line, customer: try owner($0.document) ?? customer, document: $0.document,
        amount: $0.amount, score: score, reasons: storedReasons)
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
