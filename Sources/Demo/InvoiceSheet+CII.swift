import Quantities

extension InvoiceSheet {
  /// The document in UN/CEFACT Cross Industry Invoice, profile EN 16931; EXTENDED when it has
  /// several due dates, which the core does not allow.
  var cii: [UInt8] {
    let core = "urn:cen.eu:en16931:2017"
    let extended = core + "#conformant#urn:factur-x.eu:1p0:extended"
    let context = tag(
      "rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID",
      instalments.count > 1 ? extended : core)
    let head = tag(
      "rsm:ExchangedDocument", tag("ram:ID", number), tag("ram:TypeCode", typeCode),
      tag("ram:IssueDateTime", date(document.issue)), notes)
    let body = tag(
      "rsm:SupplyChainTradeTransaction", lines.indices.map(ciiLine).joined(), ciiAgreement,
      ciiDelivery, ciiSettlement)
    let standard = "urn:un:unece:uncefact:data:standard:"
    let spaces = [
      ("rsm", "CrossIndustryInvoice"), ("ram", "ReusableAggregateBusinessInformationEntity"),
      ("qdt", "QualifiedDataType"), ("udt", "UnqualifiedDataType"),
    ].map { " xmlns:\($0)=\"\(standard)\($1):100\"" }.joined()
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rsm:CrossIndustryInvoice\(spaces)>\n"
      + context + head + body + "</rsm:CrossIndustryInvoice>\n"
    return Array(text.utf8)
  }

  private func date(_ day: Day) -> String {
    tag("udt:DateTimeString format=\"102\"", day.compact)
  }

  /// The mentions that French law asks for, with their subject codes.
  private var notes: String {
    let mentions = [
      ("PMD", "Pénalités de retard : taux de refinancement de la BCE majoré de dix points."),
      ("PMT", "Indemnité forfaitaire pour frais de recouvrement : 40 €."),
      ("AAB", "Pas d'escompte pour paiement anticipé."),
    ]
    let notes = document.isCredit ? [("AAI", reason)] : mentions
    return notes.map { code, text in
      tag("ram:IncludedNote", tag("ram:Content", text.xml), tag("ram:SubjectCode", code)) + "\n"
    }.joined()
  }

  private func ciiLine(_ index: Int) -> String {
    let line = lines[index]
    let tax = tag(
      "ram:ApplicableTradeTax", tag("ram:TypeCode", "VAT"), tag("ram:CategoryCode", taxCategory),
      tag("ram:RateApplicablePercent", taxRate))
    return tag(
      "ram:IncludedSupplyChainTradeLineItem",
      tag("ram:AssociatedDocumentLineDocument/ram:LineID", "\(index + 1)"),
      tag("ram:SpecifiedTradeProduct/ram:Name", line.name.xml),
      tag(
        "ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount",
        Int64(line.unitCents).asAmount),
      tag(
        "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity unitCode=\"\(line.unit)\"",
        "\(line.quantity)"),
      tag(
        "ram:SpecifiedLineTradeSettlement", tax,
        tag(
          "ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount",
          line.netCents.asAmount))) + "\n"
  }

  private var ciiAgreement: String {
    tag(
      "ram:ApplicableHeaderTradeAgreement",
      tag("ram:SellerTradeParty", ciiParty(seller)) + "\n",
      tag("ram:BuyerTradeParty", ciiParty(buyer)) + "\n",
      tag("ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID", order)) + "\n"
  }

  private func ciiParty(_ side: Side) -> String {
    let address = tag(
      "ram:PostalTradeAddress", tag("ram:PostcodeCode", side.postcode),
      tag("ram:LineOne", side.street.xml), tag("ram:CityName", side.city.xml),
      tag("ram:CountryID", side.country))
    return tag("ram:ID", side.code) + tag("ram:Name", side.name.xml)
      + tag("ram:SpecifiedLegalOrganization/ram:ID schemeID=\"0002\"", side.siren) + address
      + tag("ram:URIUniversalCommunication/ram:URIID schemeID=\"EM\"", side.email)
      + tag("ram:SpecifiedTaxRegistration/ram:ID schemeID=\"VA\"", side.vatNumber)
  }

  private var ciiDelivery: String {
    // A sale without VAT must say where the goods went.
    let place = taxCategory == "S" ? "" : customer.country
    return tag(
      "ram:ApplicableHeaderTradeDelivery",
      tag("ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID", place),
      tag("ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime", date(document.delivery)))
      + "\n"
  }

  private var ciiSettlement: String {
    let means = tag(
      "ram:SpecifiedTradeSettlementPaymentMeans", tag("ram:TypeCode", "30"),
      tag("ram:PayeePartyCreditorFinancialAccount/ram:IBANID", iban),
      tag("ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID", firm.bic))
    let tax = tag(
      "ram:ApplicableTradeTax", tag("ram:CalculatedAmount", document.taxCents.asAmount),
      tag("ram:TypeCode", "VAT"), tag("ram:ExemptionReason", exemption.xml),
      tag("ram:BasisAmount", document.netCents.asAmount), tag("ram:CategoryCode", taxCategory),
      tag("ram:RateApplicablePercent", taxRate))
    return tag(
      "ram:ApplicableHeaderTradeSettlement", tag("ram:PaymentReference", number),
      tag("ram:InvoiceCurrencyCode", currency), means + "\n", tax + "\n", ciiTerms, ciiTotals,
      ciiCorrected)
  }

  private var ciiTotals: String {
    let net = document.netCents.asAmount
    let gross = document.grossCents.asAmount
    return tag(
      "ram:SpecifiedTradeSettlementHeaderMonetarySummation", tag("ram:LineTotalAmount", net),
      tag("ram:TaxBasisTotalAmount", net),
      tag("ram:TaxTotalAmount currencyID=\"\(currency)\"", document.taxCents.asAmount),
      tag("ram:GrandTotalAmount", gross), tag("ram:DuePayableAmount", gross)) + "\n"
  }

  private var ciiTerms: String {
    let parts = instalments
    if parts.isEmpty {
      return tag("ram:SpecifiedTradePaymentTerms/ram:Description", termText.xml) + "\n"
    }
    return parts.enumerated().map { rank, part in
      let words = rank > 0 ? "Échéance \(rank + 1)" : termText + " " + DemoFirm.legalMentions
      return tag(
        "ram:SpecifiedTradePaymentTerms", tag("ram:Description", words.xml),
        tag("ram:DueDateDateTime", date(part.due)),
        tag("ram:PartialPaymentAmount", parts.count > 1 ? part.cents.asAmount : "")) + "\n"
    }.joined()
  }

  private var ciiCorrected: String {
    guard let corrected else { return "" }
    return tag(
      "ram:InvoiceReferencedDocument", tag("ram:IssuerAssignedID", corrected.number),
      tag(
        "ram:FormattedIssueDateTime/qdt:DateTimeString format=\"102\"", corrected.issue.compact))
      + "\n"
  }
}

extension Day {
  /// `20261123`.
  var compact: String {
    var text = ByteText()
    text.put(number: (year * 100 + month) * 100 + dayOfMonth, width: 8)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
