import Intake
import Ledger
import Quantities
import Testing

/// MT940 statements written here, each with one thing that banks do.
@Suite struct MT940Tests {
  static let iban = "FR7630004008120001023456796"

  /// One statement of EUR 10.00 to 90.00 around some lines.
  static func statement(_ body: String, account: String = iban, end: String = "-\n") -> String {
    """
    :20:STM1
    :25:\(account)
    :28C:00001/00001
    :60F:C260302EUR10,00
    \(body)
    :62F:C260303EUR90,
    :64:C260303EUR90,00
    :65:C260304EUR90,00
    :86:no movement
    \(end)
    """
  }

  static func lines(_ body: String) throws -> [BankLine] {
    try XMLFixtures.read(statement(body)).lines
  }

  @Test func everyPartOfAMovement() throws {
    let outcome = try XMLFixtures.read(
      MT940Tests.statement(
        """
        :61:2603040303CR80,00NTRFFA-2026-0099//B000000001
        /TRCD/00112/
        :86:/EREF/E2E-7/ORDP//NAME/DUPONT ET FILS/IBAN/FR7630006000011234567890189/B
        IC/AGRIFRPP/REMI/FACTURE FA-2026-0012
        """))
    #expect(outcome.format == .mt940)
    #expect(
      outcome.lines == [
        BankLine(
          account: MT940Tests.iban, currency: .eur, booked: Day(2026, 3, 3),
          value: Day(2026, 3, 4), amount: Money(cents: 80_00), payer: "DUPONT ET FILS",
          payerIBAN: "FR7630006000011234567890189", text: "FACTURE FA-2026-0012 FA-2026-0099",
          endToEnd: "E2E-7", reference: "B000000001", operation: .transfer)
      ])
    let figures = try #require(outcome.reading.figures.first)
    #expect(figures.statement.opening == Money(cents: 10_00))
    #expect(figures.statement.closing == Money(cents: 90_00))
    #expect(figures.entries == 1)
  }

  @Test(arguments: [
    ("2603040303C80,NTRFX", "80.00 2026-03-03 transfer"),
    ("260304C80,5NTRFX", "80.50 2026-03-04 transfer"),
    ("2603040303D0,01NCHGNONREF", "-0.01 2026-03-03 fee"),
    ("2603040303DR80,00NDDTNONREF", "-80.00 2026-03-03 directDebit"),
    ("2603040303RC80,00NTRFNONREF", "-80.00 2026-03-03 returned"),
    ("2603040303RDR80,00NDDTNONREF", "80.00 2026-03-03 returned"),
    ("2603040303C000000000080,00N541NONREF", "80.00 2026-03-03 other"),
    ("2512310102C80,00FCHKX", "80.00 2026-01-02 cheque"),
    ("2601021231C80,00SRTIX", "80.00 2025-12-31 returned"),
    ("2603040303C80.00NTRFX", "80.00 2026-03-03 transfer"),
    ("240229C80,00NTRFX", "80.00 2024-02-29 transfer"),
  ]) func movementLines(_ row: (String, String)) throws {
    let line = try #require(try MT940Tests.lines(":61:" + row.0).first)
    #expect("\(line.amount.decimal) \(line.booked.iso) \(line.operation.rawValue)" == row.1)
  }

  @Test func theNumberedFieldsOfGermanBanks() throws {
    let line = try #require(
      try MT940Tests.lines(
        """
        :61:2603040303CR80,00NTRFNONREF//0724710333343453
        :86:166?00GUTSCHRIFT?100399?20EREF+E2E 22 004 00001?21SVWZ+Rechnung
         FA-2026?220012 und FA-2026-0013?30DRESDEFF508?31DE14508800500194785000?
        32KARL?33KAUFMANN
        """
      ).first)
    #expect(line.payer == "KARL KAUFMANN")
    #expect(line.payerIBAN == "DE14508800500194785000")
    #expect(line.endToEnd == "E2E 22 004 00001")
    #expect(line.text.contains("FA-2026 0012 und FA-2026-0013"))
    let back = try #require(
      try MT940Tests.lines(
        """
        :61:2603040303DR12,00NRTINONREF//7
        :86:109?00RUECKLASTSCHRIFT?20EREF+FA-2026-0014?21SVWZ+zurueck?32KUNDE GMBH?34906
        """
      ).first)
    #expect(back.operation == .returned)
    #expect(back.returnReason == "906")
    #expect(back.payer == "KUNDE GMBH")
    #expect(back.endToEnd == "FA-2026-0014")
  }

  @Test func theWordsOfDutchBanks() throws {
    let line = try #require(
      try MT940Tests.lines(
        """
        :61:2603040303C80,00NTRFEREF//00000000000003
        :86:/EREF/E2E420140103318//CNTP/NL08INGB0000001234/INGBNL2A/ING Testr
        ekening/AMSTERDAM//REMI/USTD//FA-2026-0012/
        """
      ).first)
    #expect(line.payer == "ING Testrekening")
    #expect(line.endToEnd == "E2E420140103318")
    #expect(line.text == "FA-2026-0012")
    let returned = try #require(
      try MT940Tests.lines(
        """
        :61:2603040303D80,00NTRFNONREF
        :86:/TRTP/SEPA INCASSO/NAME/CLIENT BV/RTRN/AM04/REMI/FA-2026-0012
        """
      ).first)
    #expect(returned.operation == .returned)
    #expect(returned.returnReason == "AM04")
    #expect(returned.payer == "CLIENT BV")
  }

  @Test func theQualifiersOfFrenchBanks() throws {
    let line = try #require(
      try MT940Tests.lines(
        """
        :61:2603040303C80,00NTRFNONREF//B1
        :86:/NPY/DUPONT SARL/RCN/E2E-9/LCC/FACTURE FA-2026-0012/CPY/FR7630006000011234567890189
        """
      ).first)
    #expect(line.payer == "DUPONT SARL")
    #expect(line.endToEnd == "E2E-9")
    #expect(line.payerIBAN == "FR7630006000011234567890189")
    #expect(line.text == "FACTURE FA-2026-0012")
  }

  @Test func freeTextAndItsFirstLine() throws {
    let line = try #require(
      try MT940Tests.lines(
        """
        :61:2603040303C80,00NTRFNONREF//B1
        :86:VIR SEPA RECU DE DUPONT SARL
        FACTURE FA-2026-0012
        - ET FA-2026-0013
        """
      ).first)
    #expect(line.payer == "DUPONT SARL")
    #expect(line.text == "VIR SEPA RECU DE DUPONT SARL FACTURE FA-2026-0012 - ET FA-2026-0013")
  }

  @Test func aWordCutAtTheEndOfTheLineIsJoined() throws {
    let first = ":86:" + String(repeating: "A", count: 60) + " FA-2"
    let line = try #require(
      try MT940Tests.lines(":61:2603040303C80,00NTRFNONREF\n\(first)\n026-0012\nSUITE").first)
    #expect(line.text.hasSuffix("A FA-2026-0012 SUITE"))
  }

  @Test func theOtherPartyDependsOnTheDirection() throws {
    let details = ":86:/ORDP//NAME/PAYEUR/BENM//NAME/PAYE/REMI/X"
    func payer(_ mark: String) throws -> String? {
      try MT940Tests.lines(":61:2603040303\(mark)80,00NTRFNONREF\n\(details)").first?.payer
    }
    #expect(try payer("C") == "PAYEUR")
    #expect(try payer("D") == "PAYE")
    #expect(try payer("RC") == "PAYEUR")
  }

  @Test func blocksAroundMessagesAndSeveralStatements() throws {
    let block = "{1:F01BNPAFRPPXXXX0000000000}{2:I940BNPAFRPPXXXXN}{4:\r\n"
    let body = MT940Tests.statement(":61:2603040303C80,00NTRFNONREF", end: "-}{5:}\r\n")
      .replacing("\n", with: "\r\n")
    let interim = body.replacing(":60F:", with: ":60M:").replacing(":62F:", with: ":62M:")
    let outcome = try XMLFixtures.read(block + body + block + interim)
    #expect(outcome.reading.figures.count == 2)
    #expect(outcome.lines.count == 2)
    #expect(outcome.reading.figures.allSatisfy { $0.statement.closing == Money(cents: 90_00) })
  }

  @Test(arguments: [
    ("FR76 3000 4008 1200 0102 3456 796", iban), ("FR7630004008120001023456796EUR", iban),
    ("30004008120001023456796", iban), ("30004 00812 00010234567 96", iban),
    ("30004008120001023456797", "30004008120001023456797"),
    ("50880050/0194787400888", "50880050/0194787400888"),
  ]) func accountsAreBroughtToAnIBAN(_ row: (String, String)) throws {
    let outcome = try XMLFixtures.read(MT940Tests.statement("", account: row.0))
    #expect(outcome.reading.figures.first?.statement.account == row.1)
    #expect(outcome.reading.figures.first?.written == row.0)
  }

  @Test func anMT942HasNoBalances() throws {
    let text = """
      :20:X
      :25:\(MT940Tests.iban)
      :28C:1
      :34F:EUR0,
      :13D:2603031200+0100
      :61:2603030303C80,00NTRFNONREF//B1
      :86:FA-2026-0012
      :90D:0EUR0,
      :90C:1EUR80,00
      -
      """
    let outcome = try XMLFixtures.read(text)
    #expect(outcome.lines.map(\.amount.decimal) == ["80.00"])
    #expect(outcome.reading.figures.first?.statement.closing == nil)
  }

  @Test func aBadMovementIsRejectedAlone() throws {
    let outcome = try XMLFixtures.read(
      MT940Tests.statement(
        """
        :61:2613010101C80,00NTRFNONREF
        :86:perdu
        :61:2603040303C2,00NTRFNONREF
        """))
    #expect(outcome.lines.map(\.amount.decimal) == ["2.00"])
    #expect(outcome.lines.map(\.text) == [""])
    #expect(
      outcome.reading.rejections.map(\.french.typed) == [
        "ligne 5, « :61: » : « 2613010101C80,00NTRFNONREF » trouvé, "
          + "attendu : 2311261126C1234,56NTRFNONREF//B000123."
      ])
  }

  @Test func aBalanceThatCannotBeReadIsNoted() throws {
    let text = MT940Tests.statement("").replacing("C260303EUR90,", with: "C26030390,")
    let outcome = try XMLFixtures.read(text)
    #expect(outcome.reading.figures.first?.statement.closing == nil)
    #expect(outcome.reading.notes.count == 1)
  }

  @Test func aStatementWithoutItsEndIsRefused() {
    let whole = MT940Tests.statement(":61:2603040303C2,00NTRFNONREF")
    let cut = whole.prefix(upTo: whole.firstRange(of: ":62F:")!.lowerBound)
    guard case .damagedStatement = XMLFixtures.refusal(String(cut)) else {
      Issue.record("not refused")
      return
    }
  }

  @Test func charactersOfLatinAndOfUTF8() throws {
    let text = MT940Tests.statement(":61:2603040303C2,00NTRFNONREF\n:86:/REMI/FACTURÉE À DÎNER")
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    for bytes in [latin, Array(text.utf8)] {
      #expect(try XMLFixtures.read(bytes).lines.map(\.text) == ["FACTURÉE À DÎNER"])
    }
  }
}
