import Ledger
import Quantities

/// Reads a UN/CEFACT Cross Industry Invoice (D16B, D22B), every Factur-X and ZUGFeRD profile.
///
/// ZUGFeRD 1.0 has the same parts under older names.
enum CrossIndustryInvoice {
  static let scope = XMLTreeBuilder.Scope(
    documents: ["CrossIndustryInvoice", "CrossIndustryDocument"],
    skipped: ["IncludedSupplyChainTradeLineItem", "AttachmentBinaryObject"], lines: .cii)

  static func read(_ root: XMLNode) -> DocumentReading {
    var reading = DocumentReading(root)
    let trade =
      root.first("SupplyChainTradeTransaction")
      ?? root.first("SpecifiedSupplyChainTradeTransaction")
    header(of: root, into: &reading)
    reading.draft.lineCount = trade?.count("IncludedSupplyChainTradeLineItem") ?? 0
    let agreement =
      trade?.first("ApplicableHeaderTradeAgreement")
      ?? trade?.first("ApplicableSupplyChainTradeAgreement")
    let settlement =
      trade?.first("ApplicableHeaderTradeSettlement")
      ?? trade?.first("ApplicableSupplyChainTradeSettlement")
    let delivery =
      trade?.first("ApplicableHeaderTradeDelivery")
      ?? trade?.first("ApplicableSupplyChainTradeDelivery")
    parties(agreement, settlement, into: &reading)
    let event = delivery?.first("ActualDeliverySupplyChainEvent", "OccurrenceDateTime")
    reading.draft.delivery =
      reading.compactDay(event, named: "OccurrenceDateTime")
      ?? reading.compactDay(
        settlement?.first("BillingSpecifiedPeriod", "EndDateTime"), named: "EndDateTime")
    settle(settlement, into: &reading)
    reading.draft.mentions = mentions(
      Parts(root: root, agreement: agreement, delivery: delivery, settlement: settlement))
    return reading
  }

  private static func header(of root: XMLNode, into reading: inout DocumentReading) {
    let document = root.first("ExchangedDocument") ?? root.first("HeaderExchangedDocument")
    reading.draft.number = reading.required(document?.first("ID"), .number, named: "ID")
    if let type = document?.first("TypeCode"), !type.text.isEmpty { reading.draft.type = type.text }
    let issue = document?.first("IssueDateTime")
    reading.draft.issue = reading.compactDay(issue, named: "IssueDateTime")
    if issue?.first("DateTimeString") == nil, reading.draft.issue == nil {
      reading.reject(issue, field: "IssueDateTime", wanted: Wanted.compactDay)
    }
  }

  private static func parties(
    _ agreement: XMLNode?, _ settlement: XMLNode?, into reading: inout DocumentReading
  ) {
    var seller = identity(agreement?.first("SellerTradeParty"), .seller, into: &reading)
    var buyer = identity(agreement?.first("BuyerTradeParty"), .buyer, into: &reading)
    for means in settlement?.all("SpecifiedTradeSettlementPaymentMeans") ?? [] {
      let payee = means.first("PayeePartyCreditorFinancialAccount")
      let iban = payee?.first("IBANID") ?? payee?.first("ProprietaryID")
      if seller.iban.isEmpty { seller.iban = iban?.text ?? "" }
      if let written = iban?.text, !written.isEmpty { reading.ibans.append(written) }
      let payer = means.first("PayerPartyDebtorFinancialAccount", "IBANID")
      if buyer.iban.isEmpty { buyer.iban = payer?.text ?? "" }
    }
    reading.sellerID = seller.legalID
    reading.buyerID = buyer.legalID
    reading.draft.seller = seller.party
    reading.draft.buyer = buyer.party
    let order = agreement?.first("BuyerOrderReferencedDocument")
    reading.draft.order = (order?.first("IssuerAssignedID") ?? order?.first("ID"))?.text ?? ""
    let ordered = order?.first("FormattedIssueDateTime") ?? order?.first("IssueDateTime")
    reading.draft.ordered = reading.compactDay(ordered, named: "FormattedIssueDateTime")
  }

  private static func identity(
    _ node: XMLNode?, _ field: DocumentReading.Field, into reading: inout DocumentReading
  ) -> PartyIdentity {
    var identity = PartyIdentity()
    identity.name = node?.first("Name")?.text ?? ""
    let legal = node?.first("SpecifiedLegalOrganization", "ID")
    identity.legalID = legal?.text ?? ""
    identity.legalScheme = legal?.attribute("schemeID") ?? ""
    let own = (node?.all("ID") ?? []) + (node?.all("GlobalID") ?? [])
    identity.identifiers = own.map { ($0.text, $0.attribute("schemeID") ?? "") }
    identity.code = identity.identifiers.first { $0.scheme.isEmpty }?.id ?? ""
    for tax in node?.all("SpecifiedTaxRegistration") ?? [] {
      if let id = tax.first("ID"), id.attribute("schemeID") == "VA" { identity.vatNumber = id.text }
    }
    let address = node?.first("PostalTradeAddress")
    identity.street = ["LineOne", "LineTwo", "LineThree"].compactMap { address?.first($0)?.text }
      .filter { !$0.isEmpty }
    identity.postcode = address?.first("PostcodeCode")?.text ?? ""
    identity.city = address?.first("CityName")?.text ?? ""
    identity.country = address?.first("CountryID")?.text ?? ""
    let contact = node?.first("DefinedTradeContact")
    let uri = node?.first("URIUniversalCommunication", "URIID")
    identity.email =
      contact?.first("EmailURIUniversalCommunication", "URIID")?.text
      ?? (uri?.attribute("schemeID") == "EM" ? uri?.text ?? "" : "")
    identity.phone =
      contact?.first("TelephoneUniversalCommunication", "CompleteNumber")?.text ?? ""
    reading.requireName(identity, node, field)
    return identity
  }
}
