import Intake
import Law
import Ledger
import Quantities

/// What the book keeps of a draft.
extension Registrar {
  func payable(_ draft: DocumentDraft) -> Money? {
    if let payable = draft.payable { return payable }
    return draft.gross.map { $0 - (draft.prepaid ?? .zero) }
  }

  func credit(_ draft: DocumentDraft, _ issue: Day) -> CreditNote {
    CreditNote(
      number: draft.number, issue: issue, gross: (draft.gross ?? payable(draft) ?? .zero).magnitude,
      net: (draft.net ?? .zero).magnitude, tax: (draft.tax ?? .zero).magnitude,
      corrects: draft.preceding.first ?? "", reason: draft.creditReason)
  }

  func invoice(_ draft: DocumentDraft, _ issue: Day) -> Fact {
    let amount = payable(draft) ?? .zero
    let (instalments, isDeduced, term) = dues(of: draft, issue, amount)
    let gross = draft.gross ?? amount
    return .invoice(
      Invoice(
        number: draft.number, issue: issue, delivery: draft.delivery, instalments: instalments,
        isDueDeduced: isDeduced, term: term, net: draft.net ?? gross - (draft.tax ?? .zero),
        tax: draft.tax ?? .zero, gross: gross, payable: amount, order: draft.order,
        paymentReference: draft.paymentReference, ordered: draft.ordered))
  }

  /// The due dates that the file states, or those that the term gives, or the law's 30 days.
  private func dues(
    of draft: DocumentDraft, _ issue: Day, _ amount: Money
  ) -> ([Instalment], isDeduced: Bool, PaymentTerm?) {
    // A date with nothing due on it is where a cash discount ends.
    let dated = draft.dues.filter { $0.amount != .zero }
    let amounts = dated.compactMap(\.amount)
    if dated.count > 1, amounts.count == dated.count, amounts.sum() == amount {
      let parts = dated.map { Instalment(due: $0.day, amount: $0.amount ?? .zero) }
      return (parts.sorted { $0.due < $1.due }, false, draft.term)
    }
    // Several dates without amounts are a discount's date and the due date itself, the last.
    if let due = draft.dues.map(\.day).max() {
      return ([Instalment(due: due, amount: amount)], false, draft.term)
    }
    let term =
      draft.term ?? draft.buyer?.term.map { PaymentTerm($0.formula, origin: .deduced) }
      ?? PaymentTerm(.none, origin: .legalDefault)
    let start = draft.delivery ?? issue
    let dates = TermDates(issue: issue, delivery: start, receipt: start)
    let due = (try? DueDate.day(term.formula, from: dates)) ?? start.adding(days: 30)
    return ([Instalment(due: due, amount: amount)], true, term)
  }
}
