import Quantities

extension InvoiceSheet {
  /// The document in UBL 2.1, as EN 16931 restricts it: an Invoice or a CreditNote.
  var ubl: [UInt8] {
    let root = document.isCredit ? "CreditNote" : "Invoice"
    let schema = "urn:oasis:names:specification:ubl:schema:xsd:"
    let spaces =
      " xmlns=\"\(schema)\(root)-2\" xmlns:cac=\"\(schema)CommonAggregateComponents-2\""
      + " xmlns:cbc=\"\(schema)CommonBasicComponents-2\""
    let parts = [
      tag("cbc:CustomizationID", "urn:cen.eu:en16931:2017"), tag("cbc:ID", number),
      tag("cbc:IssueDate", document.issue.iso), ublHead, tag("cbc:DocumentCurrencyCode", currency),
      tag("cac:OrderReference/cbc:ID", order), ublCorrected,
      tag("cac:AccountingSupplierParty/cac:Party", ublParty(seller)),
      tag("cac:AccountingCustomerParty/cac:Party", ublParty(buyer)), ublDelivery, ublMeans,
      tag("cac:PaymentTerms/cbc:Note", termText.xml), ublTax, ublTotals,
    ]
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(root)\(spaces)>\n"
      + (parts + lines.indices.map(ublLine)).filter { !$0.isEmpty }.joined(separator: "\n")
      + "\n</\(root)>\n"
    return Array(text.utf8)
  }

  private var ublHead: String {
    if document.isCredit {
      return tag("cbc:CreditNoteTypeCode", "381") + tag("cbc:Note", reason.xml)
    }
    return tag("cbc:DueDate", document.due.iso) + tag("cbc:InvoiceTypeCode", "380")
      + tag("cbc:Note", DemoFirm.legalMentions.xml)
  }

  private var ublCorrected: String {
    guard let corrected else { return "" }
    return tag(
      "cac:BillingReference/cac:InvoiceDocumentReference", tag("cbc:ID", corrected.number),
      tag("cbc:IssueDate", corrected.issue.iso))
  }

  private func ublParty(_ side: Side) -> String {
    let address = tag(
      "cac:PostalAddress", tag("cbc:StreetName", side.street.xml),
      tag("cbc:CityName", side.city.xml), tag("cbc:PostalZone", side.postcode),
      tag("cac:Country/cbc:IdentificationCode", side.country))
    let number = tag("cbc:CompanyID", side.vatNumber)
    let tax = number.isEmpty ? "" : number + tag("cac:TaxScheme/cbc:ID", "VAT")
    return tag("cbc:EndpointID schemeID=\"EM\"", side.email)
      + tag("cac:PartyIdentification/cbc:ID", side.code)
      + tag("cac:PartyName/cbc:Name", side.name.xml) + address + tag("cac:PartyTaxScheme", tax)
      + tag(
        "cac:PartyLegalEntity", tag("cbc:RegistrationName", side.name.xml),
        tag("cbc:CompanyID schemeID=\"0002\"", side.siren))
  }

  private var ublDelivery: String {
    // A sale without VAT must say where the goods went.
    let place = taxCategory == "S" ? "" : customer.country
    return tag(
      "cac:Delivery", tag("cbc:ActualDeliveryDate", document.delivery.iso),
      tag("cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode", place))
  }

  private var ublMeans: String {
    tag(
      "cac:PaymentMeans", tag("cbc:PaymentMeansCode", "30"), tag("cbc:PaymentID", number),
      tag(
        "cac:PayeeFinancialAccount", tag("cbc:ID", iban),
        tag("cac:FinancialInstitutionBranch/cbc:ID", firm.bic)))
  }

  private func ublAmount(_ name: String, _ cents: Int64) -> String {
    tag("cbc:\(name) currencyID=\"\(currency)\"", cents.asAmount)
  }

  private var ublTax: String {
    let category = tag(
      "cac:TaxCategory", tag("cbc:ID", taxCategory), tag("cbc:Percent", taxRate),
      tag("cbc:TaxExemptionReason", exemption.xml), tag("cac:TaxScheme/cbc:ID", "VAT"))
    return tag(
      "cac:TaxTotal", ublAmount("TaxAmount", document.taxCents),
      tag(
        "cac:TaxSubtotal", ublAmount("TaxableAmount", document.netCents),
        ublAmount("TaxAmount", document.taxCents), category))
  }

  private var ublTotals: String {
    tag(
      "cac:LegalMonetaryTotal", ublAmount("LineExtensionAmount", document.netCents),
      ublAmount("TaxExclusiveAmount", document.netCents),
      ublAmount("TaxInclusiveAmount", document.grossCents),
      ublAmount("PayableAmount", document.grossCents))
  }

  private func ublLine(_ index: Int) -> String {
    let line = lines[index]
    let quantity = document.isCredit ? "CreditedQuantity" : "InvoicedQuantity"
    let category = tag(
      "cac:ClassifiedTaxCategory", tag("cbc:ID", taxCategory), tag("cbc:Percent", taxRate),
      tag("cac:TaxScheme/cbc:ID", "VAT"))
    return tag(
      document.isCredit ? "cac:CreditNoteLine" : "cac:InvoiceLine", tag("cbc:ID", "\(index + 1)"),
      tag("cbc:\(quantity) unitCode=\"\(line.unit)\"", "\(line.quantity)"),
      ublAmount("LineExtensionAmount", line.netCents),
      tag("cac:Item", tag("cbc:Name", line.name.xml), category),
      tag("cac:Price", ublAmount("PriceAmount", Int64(line.unitCents))))
  }
}
