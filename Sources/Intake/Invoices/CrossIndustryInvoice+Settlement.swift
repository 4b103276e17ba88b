import Ledger
import Quantities

extension CrossIndustryInvoice {
  /// Currency, totals, due dates, references: the settlement part.
  static func settle(_ settlement: XMLNode?, into reading: inout DocumentReading) {
    let code = settlement?.first("InvoiceCurrencyCode")
    reading.draft.currency = reading.currency(code, named: "InvoiceCurrencyCode")
    reading.draft.paymentReference = settlement?.first("PaymentReference")?.text ?? ""
    reading.draft.preceding = (settlement?.all("InvoiceReferencedDocument") ?? []).compactMap {
      ($0.first("IssuerAssignedID") ?? $0.first("ID"))?.text
    }.filter { !$0.isEmpty }
    for terms in settlement?.all("SpecifiedTradePaymentTerms") ?? [] {
      take(terms, into: &reading)
    }
    reading.closeDues()
    totals(settlement, into: &reading)
  }

  private static func take(_ terms: XMLNode, into reading: inout DocumentReading) {
    let text = terms.first("Description")?.text ?? ""
    reading.takeTerm(text)
    let node = terms.first("DueDateDateTime")
    guard let day = reading.compactDay(node, named: "DueDateDateTime") else { return }
    let part = terms.first("PartialPaymentAmount")
    let isDiscount =
      terms.first("ApplicableTradePaymentDiscountTerms") != nil || TermPhrase.isDiscount(text)
    reading.dues.append(
      DocumentReading.Due(
        day: day, amount: part.flatMap { $0.text.withBytes { $0.amount } }, isDiscount: isDiscount))
  }

  private static func totals(_ settlement: XMLNode?, into reading: inout DocumentReading) {
    let sums =
      settlement?.first("SpecifiedTradeSettlementHeaderMonetarySummation")
      ?? settlement?.first("SpecifiedTradeSettlementMonetarySummation")
    let currency = reading.draft.currency
    func node(_ name: String) -> XMLNode? {
      let all = sums?.all(name) ?? []
      // Tax may be given twice, the second time in the currency of the books.
      return all.first { $0.attribute("currencyID").flatMap { Currency($0) } == currency }
        ?? all.first { $0.attribute("currencyID") == nil }
    }
    reading.draft.net = reading.amount(
      node("TaxBasisTotalAmount"), .net, named: "TaxBasisTotalAmount")
    reading.draft.tax = reading.amount(node("TaxTotalAmount"), .tax, named: "TaxTotalAmount")
    reading.draft.gross = reading.amount(
      node("GrandTotalAmount"), .gross, named: "GrandTotalAmount")
    reading.draft.prepaid = reading.amount(
      node("TotalPrepaidAmount"), .prepaid, named: "TotalPrepaidAmount")
    let rounding = reading.amount(node("RoundingAmount"), .rounding, named: "RoundingAmount")
    reading.draft.payable = reading.amount(
      node("DuePayableAmount"), .payable, named: "DuePayableAmount")
    reading.checkTotals(rounding: rounding)
  }
}
