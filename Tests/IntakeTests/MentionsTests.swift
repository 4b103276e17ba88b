import Intake
import Ledger
import Quantities
import Testing

/// What an electronic invoice says beside its figures.
@Suite struct MentionsTests {
  static let head = """
    <ExchangedDocumentContext><BusinessProcessSpecifiedDocumentContextParameter><ID>S1</ID>
    </BusinessProcessSpecifiedDocumentContextParameter>
    <GuidelineSpecifiedDocumentContextParameter><ID>urn:cen.eu:en16931:2017</ID>
    </GuidelineSpecifiedDocumentContextParameter></ExchangedDocumentContext><ExchangedDocument>
    <IncludedNote><Content>Indemnité de 40 €</Content><SubjectCode>PMT</SubjectCode></IncludedNote>
    <IncludedNote><Content>Merci</Content></IncludedNote>
    """

  static func line(_ body: String) -> String {
    "<IncludedSupplyChainTradeLineItem>" + body + "</IncludedSupplyChainTradeLineItem>"
  }

  static let fullLine = line(
    """
    <AssociatedDocumentLineDocument><LineStatusReasonCode>DETAIL</LineStatusReasonCode>
    </AssociatedDocumentLineDocument><SpecifiedTradeProduct><Name>Carton</Name>
    </SpecifiedTradeProduct><SpecifiedLineTradeAgreement><NetPriceProductTradePrice>
    <ChargeAmount>4.10</ChargeAmount></NetPriceProductTradePrice></SpecifiedLineTradeAgreement>
    <SpecifiedLineTradeDelivery><BilledQuantity unitCode="C62">5</BilledQuantity>
    </SpecifiedLineTradeDelivery><SpecifiedLineTradeSettlement><ApplicableTradeTax>
    <CategoryCode>S</CategoryCode></ApplicableTradeTax></SpecifiedLineTradeSettlement>
    """)

  static let cii = XMLInvoiceTests.cii()
    .replacing("<ExchangedDocument>", with: head)
    .replacing(
      "<ApplicableHeaderTradeAgreement><SellerTradeParty><Name>Vendeur</Name>",
      with: fullLine
        + line("<SpecifiedTradeProduct><Name> </Name></SpecifiedTradeProduct>")
        + line(
          """
          <LineStatusReasonCode>GROUP</LineStatusReasonCode><SpecifiedTradeProduct>
          <Part><Name>deep</Name></Part></SpecifiedTradeProduct>
          """)
          + """
          <ApplicableHeaderTradeAgreement><SellerTradeParty><Name>Vendeur</Name>
          <Description>SAS au capital de 10 000 €, RCS Lyon 732 829 320</Description>
          """
    )
    .replacing(
      "<ApplicableHeaderTradeDelivery>",
      with: """
        <ApplicableHeaderTradeDelivery><ShipToTradeParty><Name>Dépôt</Name><PostalTradeAddress>
        <LineOne>2 quai B</LineOne><PostcodeCode>13002</PostcodeCode><CityName>Marseille</CityName>
        <CountryID>FR</CountryID></PostalTradeAddress></ShipToTradeParty>
        """
    )
    .replacing(
      "<SpecifiedTradePaymentTerms>",
      with: """
        <ApplicableTradeTax><CalculatedAmount>20.00</CalculatedAmount><TypeCode>VAT</TypeCode>
        <ExemptionReason>Autoliquidation</ExemptionReason><BasisAmount>100.00</BasisAmount>
        <CategoryCode>AE</CategoryCode><ExemptionReasonCode>VATEX-EU-AE</ExemptionReasonCode>
        <RateApplicablePercent>0.00</RateApplicablePercent></ApplicableTradeTax>
        <BillingSpecifiedPeriod><StartDateTime><DateTimeString>20260201</DateTimeString>
        </StartDateTime><EndDateTime><DateTimeString>20260228</DateTimeString></EndDateTime>
        </BillingSpecifiedPeriod><SpecifiedTradePaymentTerms>
        """
    )
    .replacing(
      "<IssuerAssignedID>FA-0</IssuerAssignedID>",
      with: """
        <IssuerAssignedID>FA-0</IssuerAssignedID><FormattedIssueDateTime>
        <DateTimeString format="102">20260105</DateTimeString></FormattedIssueDateTime>
        """)

  @Test func everyMentionOfACIIInvoice() throws {
    let draft = try #require(try XMLFixtures.read(MentionsTests.cii).documents.first)
    let mentions = try #require(draft.mentions)
    #expect(mentions.scope == .full)
    #expect(!mentions.hasPage)
    #expect(mentions.process == "S1")
    #expect(
      mentions.notes == [
        InvoiceNote(subject: "PMT", text: "Indemnité de 40 €"),
        InvoiceNote(subject: "", text: "Merci"),
      ])
    #expect(mentions.terms == ["30 jours"])
    #expect(mentions.sellerLegal == "SAS au capital de 10 000 €, RCS Lyon 732 829 320")
    #expect(
      mentions.lines == [
        [], [.description, .quantity, .unitPrice, .tax], [], [.isHeading],
      ])
    let tax = try #require(mentions.taxes.first)
    #expect(tax.category == "AE")
    #expect(tax.rate == .zero)
    #expect(tax.base == Money(cents: 100_00))
    #expect(tax.tax == Money(cents: 20_00))
    #expect(tax.exemption == "Autoliquidation")
    #expect(tax.exemptionCode == "VATEX-EU-AE")
    #expect(mentions.period == DayRange(first: Day(2026, 2, 1), last: Day(2026, 2, 28)))
    #expect(mentions.deliveredTo?.city == "Marseille")
    #expect(mentions.precedingDays == [Day(2026, 1, 5)])
  }

  @Test func everyMentionOfAUBLInvoice() throws {
    let more = """
      <CustomizationID>urn:cen.eu:en16931:2017</CustomizationID><ProfileID>B1</ProfileID>
      <Note>#AAB#Escompte : néant</Note><Note>Réserve de propriété</Note><Note>PMD tard#PMD</Note>
      <InvoicePeriod><StartDate>2026-02-01</StartDate><EndDate>2026-02-28</EndDate></InvoicePeriod>
      <BillingReference><InvoiceDocumentReference><ID>FU-0</ID><IssueDate>2026-01-05</IssueDate>
      </InvoiceDocumentReference></BillingReference><ContractDocumentReference><ID>C1</ID>
      </ContractDocumentReference><DespatchDocumentReference><ID>BL1</ID>
      </DespatchDocumentReference>
      <PaymentMeans><PaymentMeansCode>30</PaymentMeansCode></PaymentMeans>
      <PaymentTerms><Note>30 jours</Note></PaymentTerms>
      <TaxTotal><TaxSubtotal><TaxableAmount>100.00</TaxableAmount><TaxAmount>20.00</TaxAmount>
      <TaxCategory><ID>S</ID><Percent>20.00</Percent></TaxCategory></TaxSubtotal></TaxTotal>
      <InvoiceLine><InvoicedQuantity>1</InvoicedQuantity><Item><Name>Carton</Name>
      <AdditionalItemProperty><Name>Poids</Name></AdditionalItemProperty></Item></InvoiceLine>
      """
    let draft = try #require(
      try XMLFixtures.read(XMLInvoiceTests.ubl(more: more)).documents.first)
    let mentions = try #require(draft.mentions)
    #expect(mentions.process == "B1")
    #expect(mentions.notes.map(\.subject) == ["AAB", "", "PMD"])
    #expect(
      mentions.notes.map(\.text) == ["Escompte : néant", "Réserve de propriété", "PMD tard"])
    #expect(mentions.lines == [[.description, .quantity]])
    #expect(mentions.taxes.map(\.rate) == [.percent(20)])
    #expect(mentions.references == [.contract, .deliveryNote])
    #expect(mentions.paymentMeans == ["30"])
    #expect(mentions.precedingDays == [Day(2026, 1, 5)])
    #expect(mentions.period?.count == 28)
  }

  @Test func aPDFHasAPage() throws {
    let file = FacturXTests.carrying([("factur-x.xml", FacturXTests.stream(FacturXTests.xml))])
    let draft = try #require(try XMLFixtures.read(file).documents.first)
    #expect(draft.mentions?.hasPage == true)
  }

  @Test(arguments: [
    ("urn:factur-x.eu:1p0:minimum", Mentions.Scope.minimum),
    ("urn:factur-x.eu:1p0:basicwl", .withoutLines),
    ("urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic", .full),
  ]) func profilesCarryMoreOrLess(_ profile: String, _ scope: Mentions.Scope) throws {
    let text = MentionsTests.cii.replacing(
      "<ID>urn:cen.eu:en16931:2017</ID>", with: "<ID>\(profile)</ID>")
    #expect(try XMLFixtures.read(text).documents.first?.mentions?.scope == scope)
  }

  @Test func aTableCarriesNone() throws {
    let (_, reading) = try readTable(Array("N° facture;Date facture;TTC\nF1;02/01/2026;10,00".utf8))
    guard case .document(let draft) = try #require(reading.drafts.first) else {
      Issue.record("a document was wanted")
      return
    }
    #expect(draft.mentions == nil)
  }
}
