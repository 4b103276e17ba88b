/// An electronic invoice with the parties and amounts of a test.
struct InvoicePaper {
  var number = "FA-2026-0009"
  var type = "380"
  var issue = "20261001"
  var due = "20261031"
  var seller = ("Notre Société SAS", "552100554")
  var buyer = ("Dumas SARL", "844696476")
  var currency = "EUR"
  var net = "100.00"
  var tax = "20.00"
  var gross = "120.00"

  /// In the syntax of UN/CEFACT.
  var cii: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rsm:CrossIndustryInvoice
      xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
      xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
      xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
    <rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter>
    <ram:ID>urn:cen.eu:en16931:2017</ram:ID>
    </ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
    <rsm:ExchangedDocument><ram:ID>\(number)</ram:ID><ram:TypeCode>\(type)</ram:TypeCode>
    <ram:IssueDateTime><udt:DateTimeString format="102">\(issue)</udt:DateTimeString>
    </ram:IssueDateTime></rsm:ExchangedDocument>
    <rsm:SupplyChainTradeTransaction>
    <ram:ApplicableHeaderTradeAgreement>
    <ram:SellerTradeParty>\(party(seller))</ram:SellerTradeParty>
    <ram:BuyerTradeParty>\(party(buyer))</ram:BuyerTradeParty>
    </ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeDelivery/>
    <ram:ApplicableHeaderTradeSettlement>
    <ram:InvoiceCurrencyCode>\(currency)</ram:InvoiceCurrencyCode>
    <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>
    <udt:DateTimeString format="102">\(due)</udt:DateTimeString>
    </ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
    <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    <ram:LineTotalAmount>\(net)</ram:LineTotalAmount>
    <ram:TaxBasisTotalAmount>\(net)</ram:TaxBasisTotalAmount>
    <ram:TaxTotalAmount currencyID="\(currency)">\(tax)</ram:TaxTotalAmount>
    <ram:GrandTotalAmount>\(gross)</ram:GrandTotalAmount>
    <ram:DuePayableAmount>\(gross)</ram:DuePayableAmount>
    </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    </ram:ApplicableHeaderTradeSettlement>
    </rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>
    """
  }

  private func party(_ party: (name: String, siren: String)) -> String {
    """
    <ram:Name>\(party.name)</ram:Name><ram:SpecifiedLegalOrganization>
    <ram:ID schemeID="0002">\(party.siren)</ram:ID></ram:SpecifiedLegalOrganization>
    <ram:PostalTradeAddress><ram:PostcodeCode>69001</ram:PostcodeCode>
    <ram:LineOne>1 rue Haute</ram:LineOne><ram:CityName>Lyon</ram:CityName>
    <ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress>
    """
  }

  /// In the syntax of OASIS.
  var ubl: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
      xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
      xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
    <cbc:ID>\(number)</cbc:ID><cbc:IssueDate>\(dashed(issue))</cbc:IssueDate>
    <cbc:DueDate>\(dashed(due))</cbc:DueDate>
    <cbc:InvoiceTypeCode>\(type)</cbc:InvoiceTypeCode>
    <cbc:DocumentCurrencyCode>\(currency)</cbc:DocumentCurrencyCode>
    <cac:AccountingSupplierParty>\(ublParty(seller))</cac:AccountingSupplierParty>
    <cac:AccountingCustomerParty>\(ublParty(buyer))</cac:AccountingCustomerParty>
    <cac:TaxTotal><cbc:TaxAmount currencyID="\(currency)">\(tax)</cbc:TaxAmount></cac:TaxTotal>
    <cac:LegalMonetaryTotal>
    <cbc:TaxExclusiveAmount currencyID="\(currency)">\(net)</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="\(currency)">\(gross)</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="\(currency)">\(gross)</cbc:PayableAmount>
    </cac:LegalMonetaryTotal></Invoice>
    """
  }

  private func ublParty(_ party: (name: String, siren: String)) -> String {
    """
    <cac:Party><cac:PostalAddress><cbc:CityName>Lyon</cbc:CityName><cac:Country>
    <cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyLegalEntity><cbc:RegistrationName>\(party.name)</cbc:RegistrationName>
    <cbc:CompanyID schemeID="0002">\(party.siren)</cbc:CompanyID></cac:PartyLegalEntity>
    </cac:Party>
    """
  }

  private func dashed(_ day: String) -> String {
    "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.suffix(2))"
  }
}
