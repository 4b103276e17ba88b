import Ledger
import Quantities

/// The sums of an invoice must add up: BR-CO-15 and BR-CO-16 of EN 16931, to the cent.
extension DocumentReading {
  /// Fills what follows from the rest and rejects totals that contradict each other.
  mutating func checkTotals(rounding: Money?) {
    guard !hasUnreadableAmount else { return }
    fillTotals(rounding: rounding)
    guard let gross = draft.gross, let payable = draft.payable else {
      reject(nil, field: "total", wanted: Wanted.total)
      return
    }
    if let net = draft.net, let tax = draft.tax, !(net + tax).isClose(to: gross) {
      reject(places[.gross], field: name(.gross), wanted: Wanted.sum(net + tax))
    }
    if let prepaid = draft.prepaid {
      let due = gross - prepaid + (rounding ?? .zero)
      if !due.isClose(to: payable) {
        reject(places[.payable], field: name(.payable), wanted: Wanted.sum(due))
      }
    } else if !isPartOf(gross + (rounding ?? .zero), payable) {
      // The MINIMUM profile has no deposit: what is left to pay then tells it.
      reject(places[.payable], field: name(.payable), wanted: Wanted.sum(gross))
    }
  }

  private mutating func fillTotals(rounding: Money?) {
    if draft.gross == nil, let net = draft.net, let tax = draft.tax { draft.gross = net + tax }
    if draft.tax == nil, let net = draft.net, let gross = draft.gross, net == gross {
      draft.tax = .zero
    }
    if draft.gross == nil, draft.net == nil { draft.gross = draft.payable }
    if draft.payable == nil, let gross = draft.gross {
      draft.payable = gross - (draft.prepaid ?? .zero) + (rounding ?? .zero)
    }
  }

  private func name(_ field: Field) -> String { places[field]?.name ?? "total" }

  private func isPartOf(_ whole: Money, _ part: Money) -> Bool {
    if part.isClose(to: whole) { return true }
    return whole.isNegative ? part <= .zero && part >= whole : part >= .zero && part <= whole
  }
}

extension Money {
  fileprivate func isClose(to other: Money) -> Bool { (self - other).magnitude.cents <= 1 }
}

extension Wanted {
  static let total = Phrase(french: "le total à payer", english: "the total to pay")

  static func sum(_ amount: Money) -> Phrase {
    Phrase(
      french: "\(amount.decimal), d’après les autres totaux",
      english: "\(amount.decimal), from the other totals")
  }
}
