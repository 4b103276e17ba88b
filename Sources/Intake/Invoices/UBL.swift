import Ledger
import Quantities

/// Reads a UBL 2.1 invoice or credit note.
enum UBL {
  static let scope = XMLTreeBuilder.Scope(
    documents: ["Invoice", "CreditNote"],
    skipped: [
      "InvoiceLine", "CreditNoteLine", "EmbeddedDocumentBinaryObject", "UBLExtensions", "Signature",
    ], lines: .ubl)

  static func read(_ root: XMLNode) -> DocumentReading {
    var reading = DocumentReading(root)
    reading.draft.number = reading.required(root.first("ID"), .number, named: "ID")
    reading.draft.type =
      (root.first("InvoiceTypeCode") ?? root.first("CreditNoteTypeCode"))?.text
      ?? (root.name == "CreditNote" ? "381" : "380")
    let issue = root.first("IssueDate")
    reading.draft.issue = reading.isoDay(issue, named: "IssueDate")
    if issue?.text.isEmpty ?? true {
      reading.reject(issue, field: "IssueDate", wanted: Wanted.isoDay)
    }
    let currency = root.first("DocumentCurrencyCode")
    reading.draft.currency = reading.currency(currency, named: "DocumentCurrencyCode")
    reading.draft.lineCount = root.count("InvoiceLine") + root.count("CreditNoteLine")
    let order = root.first("OrderReference")
    reading.draft.order = order?.first("ID")?.text ?? ""
    reading.draft.ordered = reading.isoDay(order?.first("IssueDate"), named: "IssueDate")
    reading.draft.preceding = root.all("BillingReference").compactMap {
      ($0.first("InvoiceDocumentReference", "ID") ?? $0.first("CreditNoteDocumentReference", "ID"))?
        .text
    }.filter { !$0.isEmpty }
    reading.draft.delivery =
      reading.isoDay(root.first("Delivery", "ActualDeliveryDate"), named: "ActualDeliveryDate")
      ?? reading.isoDay(root.first("InvoicePeriod", "EndDate"), named: "EndDate")
    parties(root, into: &reading)
    dues(root, into: &reading)
    totals(root, into: &reading)
    reading.draft.mentions = mentions(root)
    return reading
  }

  private static func dues(_ root: XMLNode, into reading: inout DocumentReading) {
    func take(_ node: XMLNode?, amount: Money? = nil, isDiscount: Bool = false) {
      guard let day = reading.isoDay(node, named: node?.name ?? "") else { return }
      reading.dues.append(DocumentReading.Due(day: day, amount: amount, isDiscount: isDiscount))
    }
    take(root.first("DueDate"))
    for terms in root.all("PaymentTerms") {
      let text = terms.all("Note").map(\.text).joined(separator: "\n")
      reading.takeTerm(text)
      let amount = terms.first("Amount").flatMap { $0.text.withBytes { $0.amount } }
      take(
        terms.first("PaymentDueDate"), amount: amount,
        isDiscount: terms.first("SettlementDiscountPercent") != nil)
    }
    for means in root.all("PaymentMeans") { take(means.first("PaymentDueDate")) }
    reading.closeDues()
  }

  private static func totals(_ root: XMLNode, into reading: inout DocumentReading) {
    let sums = root.first("LegalMonetaryTotal") ?? root.first("RequestedMonetaryTotal")
    let currency = reading.draft.currency
    let taxes = root.all("TaxTotal").compactMap { $0.first("TaxAmount") }
    let tax =
      taxes.first { $0.attribute("currencyID").flatMap { Currency($0) } == currency }
      ?? taxes.first { $0.attribute("currencyID") == nil }
    reading.draft.net = reading.amount(
      sums?.first("TaxExclusiveAmount"), .net, named: "TaxExclusiveAmount")
    reading.draft.tax = reading.amount(tax, .tax, named: "TaxAmount")
    reading.draft.gross = reading.amount(
      sums?.first("TaxInclusiveAmount"), .gross, named: "TaxInclusiveAmount")
    reading.draft.prepaid = reading.amount(
      sums?.first("PrepaidAmount"), .prepaid, named: "PrepaidAmount")
    let rounding = reading.amount(
      sums?.first("PayableRoundingAmount"), .rounding, named: "PayableRoundingAmount")
    reading.draft.payable = reading.amount(
      sums?.first("PayableAmount"), .payable, named: "PayableAmount")
    reading.checkTotals(rounding: rounding)
  }
}
