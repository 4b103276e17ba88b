import Ledger

extension UBL {
  static func parties(_ root: XMLNode, into reading: inout DocumentReading) {
    var seller = identity(root.first("AccountingSupplierParty", "Party"), .seller, into: &reading)
    var buyer = identity(root.first("AccountingCustomerParty", "Party"), .buyer, into: &reading)
    for means in root.all("PaymentMeans") {
      if let iban = means.first("PayeeFinancialAccount", "ID")?.text, !iban.isEmpty {
        if seller.iban.isEmpty { seller.iban = iban }
        reading.ibans.append(iban)
      }
      if reading.draft.paymentReference.isEmpty {
        reading.draft.paymentReference = means.first("PaymentID")?.text ?? ""
      }
      if buyer.iban.isEmpty {
        buyer.iban = means.first("PaymentMandate", "PayerFinancialAccount", "ID")?.text ?? ""
      }
    }
    reading.sellerID = seller.legalID
    reading.buyerID = buyer.legalID
    reading.draft.seller = seller.party
    reading.draft.buyer = buyer.party
  }

  private static func identity(
    _ node: XMLNode?, _ field: DocumentReading.Field, into reading: inout DocumentReading
  ) -> PartyIdentity {
    var identity = PartyIdentity()
    let entity = node?.first("PartyLegalEntity")
    let registered = entity?.first("RegistrationName")?.text ?? ""
    identity.name =
      registered.isEmpty ? node?.first("PartyName", "Name")?.text ?? "" : registered
    identity.legalID = entity?.first("CompanyID")?.text ?? ""
    identity.legalScheme = entity?.first("CompanyID")?.attribute("schemeID") ?? ""
    identity.identifiers = (node?.all("PartyIdentification") ?? []).compactMap { $0.first("ID") }
      .map { ($0.text, $0.attribute("schemeID") ?? "") }
    identity.code = identity.identifiers.first { $0.scheme.isEmpty }?.id ?? ""
    for tax in node?.all("PartyTaxScheme") ?? [] where isVAT(tax) {
      identity.vatNumber = tax.first("CompanyID")?.text ?? ""
    }
    address(node?.first("PostalAddress"), into: &identity)
    let endpoint = node?.first("EndpointID")
    let contact = node?.first("Contact")
    identity.email =
      contact?.first("ElectronicMail")?.text
      ?? (endpoint?.attribute("schemeID") == "EM" ? endpoint?.text ?? "" : "")
    identity.phone = contact?.first("Telephone")?.text ?? ""
    reading.requireName(identity, node, field)
    return identity
  }

  private static func isVAT(_ tax: XMLNode) -> Bool {
    ["VAT", "TVA", nil].contains(tax.first("TaxScheme", "ID")?.text)
  }

  private static func address(_ node: XMLNode?, into identity: inout PartyIdentity) {
    let line = node?.first("AddressLine", "Line")
    identity.street = [node?.first("StreetName"), node?.first("AdditionalStreetName"), line]
      .compactMap { $0?.text }.filter { !$0.isEmpty }
    identity.postcode = node?.first("PostalZone")?.text ?? ""
    identity.city = node?.first("CityName")?.text ?? ""
    identity.country = node?.first("Country", "IdentificationCode")?.text ?? ""
  }
}
