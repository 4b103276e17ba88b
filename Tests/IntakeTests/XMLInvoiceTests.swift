import Intake
import Law
import Ledger
import Quantities
import Testing

/// CII and UBL invoices written here, each with one thing wrong or unusual.
@Suite struct XMLInvoiceTests {
  static func cii(
    totals: String = """
    <TaxBasisTotalAmount>100.00</TaxBasisTotalAmount>
    <TaxTotalAmount currencyID="EUR">20.00</TaxTotalAmount>
    <GrandTotalAmount>120.00</GrandTotalAmount><DuePayableAmount>120.00</DuePayableAmount>
    """,
    terms: String = """
    <SpecifiedTradePaymentTerms><Description>30 jours</Description><DueDateDateTime>
    <DateTimeString format="102">20260402</DateTimeString></DueDateDateTime>
    </SpecifiedTradePaymentTerms>
    """
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <CrossIndustryInvoice><ExchangedDocument><ID>FA-1</ID><TypeCode>380</TypeCode>
    <IssueDateTime><DateTimeString format="102">20260303</DateTimeString></IssueDateTime>
    </ExchangedDocument><SupplyChainTradeTransaction>
    <IncludedSupplyChainTradeLineItem><ID>9</ID></IncludedSupplyChainTradeLineItem>
    <ApplicableHeaderTradeAgreement><SellerTradeParty><Name>Vendeur</Name>
    <SpecifiedLegalOrganization><ID schemeID="0002">732 829 320</ID></SpecifiedLegalOrganization>
    </SellerTradeParty><BuyerTradeParty><ID>C0012</ID><Name>Acheteur é</Name>
    <SpecifiedLegalOrganization><ID schemeID="0009">44306184100047</ID>
    </SpecifiedLegalOrganization><PostalTradeAddress><PostcodeCode>69001</PostcodeCode>
    <LineOne>1 rue A</LineOne><LineTwo>Bât. B</LineTwo><CityName>Lyon</CityName>
    <CountryID>FR</CountryID></PostalTradeAddress><SpecifiedTaxRegistration>
    <ID schemeID="VA">FR 40 443061841</ID></SpecifiedTaxRegistration></BuyerTradeParty>
    <BuyerOrderReferencedDocument><IssuerAssignedID>CDE7</IssuerAssignedID>
    <FormattedIssueDateTime><DateTimeString format="102">20260215</DateTimeString>
    </FormattedIssueDateTime>
    </BuyerOrderReferencedDocument></ApplicableHeaderTradeAgreement>
    <ApplicableHeaderTradeDelivery><ActualDeliverySupplyChainEvent><OccurrenceDateTime>
    <DateTimeString format="102">20260301</DateTimeString></OccurrenceDateTime>
    </ActualDeliverySupplyChainEvent></ApplicableHeaderTradeDelivery>
    <ApplicableHeaderTradeSettlement><PaymentReference>REF9</PaymentReference>
    <InvoiceCurrencyCode>EUR</InvoiceCurrencyCode><SpecifiedTradeSettlementPaymentMeans>
    <PayeePartyCreditorFinancialAccount><IBANID>FR76 3000 4000</IBANID>
    </PayeePartyCreditorFinancialAccount></SpecifiedTradeSettlementPaymentMeans>\(terms)
    <SpecifiedTradeSettlementHeaderMonetarySummation>\(totals)
    </SpecifiedTradeSettlementHeaderMonetarySummation><InvoiceReferencedDocument>
    <IssuerAssignedID>FA-0</IssuerAssignedID></InvoiceReferencedDocument>
    </ApplicableHeaderTradeSettlement></SupplyChainTradeTransaction></CrossIndustryInvoice>
    """
  }

  static func ubl(root: String = "Invoice", more: String = "", totals: String? = nil) -> String {
    let sums =
      totals ?? """
        <TaxExclusiveAmount>100.00</TaxExclusiveAmount>
        <TaxInclusiveAmount>120.00</TaxInclusiveAmount><PayableAmount>120.00</PayableAmount>
        """
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <\(root)><ID>FU-1</ID><IssueDate>2026-03-03</IssueDate>
      <DocumentCurrencyCode>EUR</DocumentCurrencyCode>\(more)
      <AccountingSupplierParty><Party><PartyLegalEntity><RegistrationName>Vendeur</RegistrationName>
      </PartyLegalEntity></Party></AccountingSupplierParty>
      <AccountingCustomerParty><Party><PartyName><Name>Acheteur</Name></PartyName></Party>
      </AccountingCustomerParty><TaxTotal><TaxAmount currencyID="EUR">20.00</TaxAmount></TaxTotal>
      <LegalMonetaryTotal>\(sums)</LegalMonetaryTotal></\(root)>
      """
  }

  @Test func everyFieldOfACIIInvoice() throws {
    let draft = try #require(try XMLFixtures.read(XMLInvoiceTests.cii()).documents.first)
    #expect(draft.number == "FA-1")
    #expect(draft.issue == Day(2026, 3, 3))
    #expect(draft.delivery == Day(2026, 3, 1))
    #expect(draft.ordered == Day(2026, 2, 15))
    #expect(draft.dues.map(\.day) == [Day(2026, 4, 2)])
    #expect(draft.term == PaymentTerm(.net(30)))
    #expect(draft.lineCount == 1)
    #expect(draft.seller?.siren == "732829320")
    #expect(draft.seller?.iban == "FR7630004000")
    #expect(
      draft.buyer
        == Party(
          code: "C0012", name: "Acheteur é", siren: "443061841", siret: "44306184100047",
          vatNumber: "FR40443061841", street: "1 rue A, Bât. B", postcode: "69001", city: "Lyon",
          country: "FR"))
    #expect(draft.order == "CDE7")
    #expect(draft.paymentReference == "REF9")
    #expect(draft.preceding == ["FA-0"])
    #expect(draft.gross == Money(cents: 120_00))
  }

  static func sums(_ gross: String, _ payable: String, more: String = "") -> String {
    """
    <TaxBasisTotalAmount>100.00</TaxBasisTotalAmount><TaxTotalAmount>20.00</TaxTotalAmount>
    <GrandTotalAmount>\(gross)</GrandTotalAmount>\(more)
    <DuePayableAmount>\(payable)</DuePayableAmount>
    """
  }

  @Test(arguments: [
    (sums("120.00", "120.00"), true), (sums("120.01", "120.01"), true),
    (sums("120.02", "120.02"), false), (sums("120.00", "70.00"), true),
    (sums("120.00", "-1.00"), false), (sums("120.00", "120.02"), false),
    (sums("120.00", "70.00", more: "<TotalPrepaidAmount>50</TotalPrepaidAmount>"), true),
    (sums("120.00", "71.00", more: "<TotalPrepaidAmount>50</TotalPrepaidAmount>"), false),
    (sums("120.00", "-30.00", more: "<TotalPrepaidAmount>150</TotalPrepaidAmount>"), true),
    (sums("120.00", "120.04", more: "<RoundingAmount>0.04</RoundingAmount>"), true),
    (sums("120.001", "120.00"), false), (sums("", ""), true),
    (sums("99999999999999999999", "0"), false),
  ]) func totalsMustAddUp(_ totals: String, _ isRead: Bool) throws {
    let outcome = try XMLFixtures.read(XMLInvoiceTests.cii(totals: totals))
    #expect(outcome.documents.count == (isRead ? 1 : 0))
    #expect(outcome.reading.rejections.isEmpty == isRead)
  }

  @Test func aRejectionNamesTheElementAndWhatWasWanted() throws {
    let outcome = try XMLFixtures.read(
      XMLInvoiceTests.cii(totals: XMLInvoiceTests.sums("121.00", "121.00")))
    let rejection = try #require(outcome.reading.rejections.first)
    #expect(rejection.field == "GrandTotalAmount")
    #expect(rejection.found == "121.00")
    #expect(rejection.wanted.french == "120.00, d’après les autres totaux")
    guard case .element(let path, _) = rejection.place else {
      Issue.record("an element was wanted")
      return
    }
    #expect(
      path == "CrossIndustryInvoice/SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/"
        + "SpecifiedTradeSettlementHeaderMonetarySummation/GrandTotalAmount")
  }

  @Test func theDayOfADiscountHasNoAmount() throws {
    func terms(_ text: String, _ day: String) -> String {
      """
      <SpecifiedTradePaymentTerms><Description>\(text)</Description><DueDateDateTime>
      <DateTimeString format="102">\(day)</DateTimeString></DueDateDateTime>
      </SpecifiedTradePaymentTerms>
      """
    }
    let both = terms("2 % d’escompte", "20260310") + terms("net", "20260402")
    let draft = try #require(
      try XMLFixtures.read(XMLInvoiceTests.cii(terms: both)).documents.first)
    #expect(draft.dues.map(\.day) == [Day(2026, 3, 10), Day(2026, 4, 2)])
    #expect(draft.dues.map(\.amount) == [.zero, nil])
  }

  @Test(arguments: [
    ("Paiement à 45 jours fin de mois.", TermFormula.daysThenEndOfMonth(45)),
    ("Escompte 2 % à 8 jours; règlement à 30 jours", .net(30)),
    ("Payable à réception", .onReceipt),
    ("Pénalités de retard : 3 fois le taux légal, 40 € d’indemnité", nil),
    ("50% prepaid, 50% within one month", nil),
  ]) func termsInASentence(_ text: String, _ formula: TermFormula?) throws {
    let terms = """
      <SpecifiedTradePaymentTerms><Description>\(text)</Description></SpecifiedTradePaymentTerms>
      """
    let draft = try #require(
      try XMLFixtures.read(XMLInvoiceTests.cii(terms: terms)).documents.first)
    #expect(draft.term?.formula == formula)
  }

  @Test func aCreditNoteOfUBL() throws {
    let more = """
      <OrderReference><ID>CDE8</ID><IssueDate>2026-02-15</IssueDate></OrderReference>
      <PaymentMeans><PaymentDueDate>2026-04-02</PaymentDueDate><PaymentID>R1</PaymentID>
      <PayeeFinancialAccount><ID>FR76 1</ID></PayeeFinancialAccount></PaymentMeans>
      <BillingReference><InvoiceDocumentReference><ID>FU-0</ID></InvoiceDocumentReference>
      </BillingReference>
      """
    let draft = try #require(
      try XMLFixtures.read(XMLInvoiceTests.ubl(root: "CreditNote", more: more)).documents.first)
    #expect(draft.type == "381")
    #expect(draft.isCredit)
    #expect(draft.dues.map(\.day) == [Day(2026, 4, 2)])
    #expect(draft.preceding == ["FU-0"])
    #expect(draft.paymentReference == "R1")
    #expect(draft.seller?.iban == "FR761")
    #expect(draft.buyer?.name == "Acheteur")
    #expect(draft.order == "CDE8")
    #expect(draft.ordered == Day(2026, 2, 15))
  }

  @Test func severalInvoicesInOneFile() throws {
    let header = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    let good = XMLInvoiceTests.ubl().replacing(header, with: "")
    let bad = good.replacing("FU-1", with: "").replacing("2026-03-03", with: "2026-13-03")
    let second = good.replacing("FU-1", with: "FU-2")
    let text = header + "<Lot>" + good + bad + second + "</Lot>"
    let outcome = try XMLFixtures.read(text)
    #expect(outcome.documents.map(\.number) == ["FU-1", "FU-2"])
    #expect(outcome.reading.rejections.map(\.field) == ["ID", "IssueDate"])
    let file = try SourceFile(name: "lot.xml", bytes: Array(text.utf8))
    let json = inspect(file, pdf: .inProcess).json
    #expect(json.hasPrefix("{\"documents\": [{\"number\": \"FU-1\""))
    #expect(json.contains("\"rejected\": 2"))
  }

  @Test(arguments: [
    ("<Name>Vendeur</Name>", "", "SellerTradeParty/Name"),
    ("<Name>Acheteur é</Name>", "", "BuyerTradeParty/Name"),
    ("EUR</Invoice", "EURO</Invoice", "InvoiceCurrencyCode"),
    ("20260303", "20260230", "IssueDateTime"),
    ("20260402", "2026040", "DueDateDateTime"),
    ("<ID>FA-1</ID>", "<ID> </ID>", "ID"),
  ]) func whatIsMissingOrImpossible(_ old: String, _ new: String, _ field: String) throws {
    let outcome = try XMLFixtures.read(XMLInvoiceTests.cii().replacing(old, with: new))
    #expect(outcome.documents.isEmpty)
    #expect(outcome.reading.rejections.map(\.field) == [field])
  }

  @Test func digitsOfOtherCountriesAreNoSIREN() throws {
    let foreign = XMLInvoiceTests.cii().replacing(" schemeID=\"0009\"", with: "")
      .replacing(">FR</CountryID>", with: ">NO</CountryID>")
      .replacing("FR 40 443061841", with: "NO443061841MVA")
    let draft = try #require(try XMLFixtures.read(foreign).documents.first)
    #expect(draft.buyer?.siren == "")
    #expect(draft.buyer?.vatNumber == "NO443061841MVA")
  }
}
