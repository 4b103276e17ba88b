import CreditPolicy
import Intake
import Ledger
import Testing

/// An invoice with every mention in each syntax, to take one away from.
enum SoundInvoice {
  static let party = """
    <PostalTradeAddress><PostcodeCode>49100</PostcodeCode><LineOne>14 rue des Tonneliers</LineOne>
    <CityName>Angers</CityName><CountryID>FR</CountryID></PostalTradeAddress>
    """

  static let ciiLine = """
    <IncludedSupplyChainTradeLineItem><SpecifiedTradeProduct><Name>Carton 30 × 20</Name>
    </SpecifiedTradeProduct><SpecifiedLineTradeAgreement><NetPriceProductTradePrice>
    <ChargeAmount>4.00</ChargeAmount></NetPriceProductTradePrice></SpecifiedLineTradeAgreement>
    <SpecifiedLineTradeDelivery><BilledQuantity unitCode="C62">250</BilledQuantity>
    </SpecifiedLineTradeDelivery><SpecifiedLineTradeSettlement><ApplicableTradeTax>
    <CategoryCode>S</CategoryCode><RateApplicablePercent>20</RateApplicablePercent>
    </ApplicableTradeTax></SpecifiedLineTradeSettlement></IncludedSupplyChainTradeLineItem>
    """

  static let cii = """
    <?xml version="1.0" encoding="UTF-8"?><CrossIndustryInvoice><ExchangedDocumentContext>
    <BusinessProcessSpecifiedDocumentContextParameter><ID>B1</ID>
    </BusinessProcessSpecifiedDocumentContextParameter><GuidelineSpecifiedDocumentContextParameter>
    <ID>urn:cen.eu:en16931:2017</ID></GuidelineSpecifiedDocumentContextParameter>
    </ExchangedDocumentContext><ExchangedDocument><ID>FA-2026-0042</ID><TypeCode>380</TypeCode>
    <IssueDateTime><DateTimeString format="102">20261102</DateTimeString></IssueDateTime>
    <IncludedNote><Content>Pénalités de retard : taux BCE majoré de 10 points.</Content>
    <SubjectCode>PMD</SubjectCode></IncludedNote>
    <IncludedNote><Content>Indemnité forfaitaire pour frais de recouvrement : 40 €.</Content>
    <SubjectCode>PMT</SubjectCode></IncludedNote>
    <IncludedNote><Content>Escompte pour paiement anticipé : néant.</Content>
    <SubjectCode>AAB</SubjectCode></IncludedNote>
    <IncludedNote><Content>Clause de réserve de propriété : article 8 de nos CGV.</Content>
    </IncludedNote></ExchangedDocument><SupplyChainTradeTransaction>\(ciiLine)\(ciiLine)
    <ApplicableHeaderTradeAgreement><SellerTradeParty><Name>Verdelin Emballages</Name>
    <Description>SAS au capital de 10 000 €, RCS Angers 732 829 320</Description>
    <SpecifiedLegalOrganization><ID schemeID="0002">732829320</ID></SpecifiedLegalOrganization>
    \(party)<SpecifiedTaxRegistration><ID schemeID="VA">FR44732829320</ID>
    </SpecifiedTaxRegistration></SellerTradeParty><BuyerTradeParty><Name>Menuiserie Noël</Name>
    <SpecifiedLegalOrganization><ID schemeID="0002">443061841</ID></SpecifiedLegalOrganization>
    \(party.replacing("49100", with: "69001").replacing("Angers", with: "Lyon"))
    <SpecifiedTaxRegistration><ID schemeID="VA">FR40443061841</ID></SpecifiedTaxRegistration>
    </BuyerTradeParty><BuyerOrderReferencedDocument><IssuerAssignedID>CDE7</IssuerAssignedID>
    <FormattedIssueDateTime><DateTimeString format="102">20261015</DateTimeString>
    </FormattedIssueDateTime></BuyerOrderReferencedDocument></ApplicableHeaderTradeAgreement>
    <ApplicableHeaderTradeDelivery><ActualDeliverySupplyChainEvent><OccurrenceDateTime>
    <DateTimeString format="102">20261030</DateTimeString></OccurrenceDateTime>
    </ActualDeliverySupplyChainEvent></ApplicableHeaderTradeDelivery>
    <ApplicableHeaderTradeSettlement><PaymentReference>FA-2026-0042</PaymentReference>
    <InvoiceCurrencyCode>EUR</InvoiceCurrencyCode><SpecifiedTradeSettlementPaymentMeans>
    <TypeCode>30</TypeCode><PayeePartyCreditorFinancialAccount>
    <IBANID>FR7630006000011234567890189</IBANID></PayeePartyCreditorFinancialAccount>
    </SpecifiedTradeSettlementPaymentMeans><ApplicableTradeTax>
    <CalculatedAmount>400.00</CalculatedAmount><TypeCode>VAT</TypeCode>
    <BasisAmount>2000.00</BasisAmount><CategoryCode>S</CategoryCode>
    <RateApplicablePercent>20.00</RateApplicablePercent></ApplicableTradeTax>
    <SpecifiedTradePaymentTerms><Description>30 jours</Description><DueDateDateTime>
    <DateTimeString format="102">20261202</DateTimeString></DueDateDateTime>
    </SpecifiedTradePaymentTerms><SpecifiedTradeSettlementHeaderMonetarySummation>
    <LineTotalAmount>2000.00</LineTotalAmount><TaxBasisTotalAmount>2000.00</TaxBasisTotalAmount>
    <TaxTotalAmount currencyID="EUR">400.00</TaxTotalAmount>
    <GrandTotalAmount>2400.00</GrandTotalAmount><DuePayableAmount>2400.00</DuePayableAmount>
    </SpecifiedTradeSettlementHeaderMonetarySummation></ApplicableHeaderTradeSettlement>
    </SupplyChainTradeTransaction></CrossIndustryInvoice>
    """

  static func address(_ postcode: String, _ city: String) -> String {
    """
    <PostalAddress><StreetName>1 rue A</StreetName><CityName>\(city)</CityName>
    <PostalZone>\(postcode)</PostalZone><Country><IdentificationCode>FR</IdentificationCode>
    </Country></PostalAddress>
    """
  }

  static func tax(_ number: String) -> String {
    "<PartyTaxScheme><CompanyID>\(number)</CompanyID><TaxScheme><ID>VAT</ID></TaxScheme>"
      + "</PartyTaxScheme>"
  }

  static let ubl = """
    <?xml version="1.0" encoding="UTF-8"?><Invoice>
    <CustomizationID>urn:cen.eu:en16931:2017</CustomizationID><ProfileID>S1</ProfileID>
    <ID>FA-2026-0042</ID><IssueDate>2026-11-02</IssueDate><DueDate>2026-12-02</DueDate>
    <InvoiceTypeCode>380</InvoiceTypeCode>
    <Note>#PMD#Pénalités de retard : trois fois le taux d’intérêt légal.</Note>
    <Note>#PMT#Indemnité forfaitaire pour frais de recouvrement : 40 €.</Note>
    <Note>#AAB#Escompte pour paiement anticipé : néant.</Note>
    <DocumentCurrencyCode>EUR</DocumentCurrencyCode>
    <OrderReference><ID>CDE7</ID><IssueDate>2026-10-15</IssueDate></OrderReference>
    <AccountingSupplierParty><Party>\(address("49100", "Angers"))\(tax("FR44732829320"))
    <PartyLegalEntity><RegistrationName>Verdelin Conseil</RegistrationName>
    <CompanyID schemeID="0002">732829320</CompanyID>
    <CompanyLegalForm>SARL au capital de 10 000 €, 732 829 320 RCS Angers</CompanyLegalForm>
    </PartyLegalEntity></Party></AccountingSupplierParty>
    <AccountingCustomerParty><Party>\(address("69001", "Lyon"))\(tax("FR40443061841"))
    <PartyLegalEntity><RegistrationName>Menuiserie Noël</RegistrationName>
    <CompanyID schemeID="0002">443061841</CompanyID></PartyLegalEntity></Party>
    </AccountingCustomerParty><Delivery><ActualDeliveryDate>2026-10-30</ActualDeliveryDate>
    </Delivery><PaymentMeans><PaymentMeansCode>30</PaymentMeansCode>
    <PaymentID>FA-2026-0042</PaymentID><PayeeFinancialAccount>
    <ID>FR7630006000011234567890189</ID></PayeeFinancialAccount></PaymentMeans>
    <PaymentTerms><Note>30 jours</Note></PaymentTerms><TaxTotal>
    <TaxAmount currencyID="EUR">200.00</TaxAmount><TaxSubtotal>
    <TaxableAmount>1000.00</TaxableAmount><TaxAmount>200.00</TaxAmount><TaxCategory><ID>S</ID>
    <Percent>20.00</Percent></TaxCategory></TaxSubtotal></TaxTotal><LegalMonetaryTotal>
    <TaxExclusiveAmount>1000.00</TaxExclusiveAmount>
    <TaxInclusiveAmount>1200.00</TaxInclusiveAmount><PayableAmount>1200.00</PayableAmount>
    </LegalMonetaryTotal><InvoiceLine><InvoicedQuantity>1</InvoicedQuantity><Item>
    <Name>Étude</Name><ClassifiedTaxCategory><ID>S</ID></ClassifiedTaxCategory></Item><Price>
    <PriceAmount>1000.00</PriceAmount></Price></InvoiceLine></Invoice>
    """

  /// The one document of a file.
  static func draft(_ text: String) throws -> DocumentDraft {
    var drafts: [DocumentDraft] = []
    try Intake.read(try SourceFile(name: "essai.xml", bytes: Array(text.utf8)), pdf: .inProcess) {
      for rejection in $0.rejections { Issue.record("\(rejection.french)") }
      for case .document(let draft) in $0.drafts { drafts.append(draft) }
    }
    return try #require(drafts.first)
  }
}
