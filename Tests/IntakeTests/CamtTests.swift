import Intake
import Ledger
import Quantities
import Testing

/// CAMT statements written here, each with one thing that banks do.
@Suite struct CamtTests {
  static func statement(_ entries: String, head: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
    <Id>S1</Id><CreDtTm>2026-03-04T06:00:00</CreDtTm>
    <Acct><Id><IBAN>FR76 3000 4008 1200 0102 3456 796</IBAN></Id><Ccy>EUR</Ccy>
    <Ownr><Nm>NOUS SAS</Nm></Ownr></Acct>
    <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">10.00</Amt>
    <CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>
    <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">90.00</Amt>
    <CdtDbtInd>CRDT</CdtDbtInd><Dt><DtTm>2026-03-03T23:59:59</DtTm></Dt></Bal>
    \(head)\(entries)</Stmt></BkToCstmrStmt></Document>
    """
  }

  static func entry(
    _ amount: String, sign: String = "CRDT", status: String = "<Sts>BOOK</Sts>",
    before: String = "", details: String = "", after: String = ""
  ) -> String {
    """
    <Ntry><Amt Ccy="EUR">\(amount)</Amt><CdtDbtInd>\(sign)</CdtDbtInd>\(before)\(status)
    <BookgDt><Dt>2026-03-03</Dt></BookgDt><ValDt><Dt>2026-03-04</Dt></ValDt>
    <AcctSvcrRef>BQ1</AcctSvcrRef>
    <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
    <NtryDtls>\(details)</NtryDtls>\(after)</Ntry>
    """
  }

  static func detail(_ amount: String, debtor: String, text: String) -> String {
    """
    <TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="EUR">\(amount)</Amt>
    <CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>\(debtor)</Nm></Pty></Dbtr>
    <DbtrAcct><Id><IBAN>FR7612345</IBAN></Id></DbtrAcct></RltdPties>
    <RmtInf><Ustrd>\(text)</Ustrd></RmtInf></TxDtls>
    """
  }

  @Test func everyPartOfAPlainMovement() throws {
    let details = """
      <TxDtls><Refs><AcctSvcrRef>T9</AcctSvcrRef><EndToEndId>E2E-7</EndToEndId></Refs>
      <RltdPties><Dbtr><Nm>Payeur &amp; Fils</Nm></Dbtr><UltmtDbtr><Nm>Groupe</Nm></UltmtDbtr>
      <DbtrAcct><Id><IBAN>FR7612345</IBAN></Id></DbtrAcct></RltdPties>
      <RmtInf><Ustrd>facture
         FA-12</Ustrd><Strd><RfrdDocInf><Nb>FA-13</Nb></RfrdDocInf>
      <CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf>
      <AddtlTxInf>solde</AddtlTxInf></TxDtls>
      """
    let outcome = try XMLFixtures.read(
      CamtTests.statement(
        CamtTests.entry(
          "100.000", details: details, after: "<AddtlNtryInf>VIR RECU</AddtlNtryInf>")))
    #expect(outcome.format == .camt053)
    #expect(
      outcome.lines == [
        BankLine(
          account: "FR7630004008120001023456796", currency: .eur, booked: Day(2026, 3, 3),
          value: Day(2026, 3, 4), amount: Money(cents: 100_00), payer: "Payeur & Fils",
          payerIBAN: "FR7612345",
          text: "facture FA-12 FA-13 RF18539007547034 solde VIR RECU", endToEnd: "E2E-7",
          reference: "BQ1", part: 0, operation: .transfer)
      ])
    let figures = try #require(outcome.reading.figures.first)
    #expect(figures.entries == 1)
    #expect(figures.statement.opening == Money(cents: -10_00))
    #expect(figures.statement.closing == Money(cents: 90_00))
    #expect(figures.statement.last == Day(2026, 3, 3))
  }

  @Test func aBatchThatAddsUpGivesALineForEachDetail() throws {
    let details =
      CamtTests.detail("60", debtor: "A", text: "FA-1")
      + CamtTests.detail("40.00", debtor: "B", text: "FA-2")
    let outcome = try XMLFixtures.read(
      CamtTests.statement(CamtTests.entry("100.00", details: details)))
    #expect(outcome.lines.map(\.amount.decimal) == ["60.00", "40.00"])
    #expect(outcome.lines.map(\.part) == [1, 2])
    #expect(outcome.lines.map(\.batchTotal?.decimal) == ["100.00", "100.00"])
    #expect(outcome.lines.map(\.payer) == ["A", "B"])
    #expect(outcome.lines.allSatisfy { $0.reference == "BQ1" && $0.endToEnd.isEmpty })
    #expect(outcome.reading.notes.isEmpty)
  }

  @Test func aBatchThatDoesNotAddUpGivesOneLineAndANote() throws {
    let details =
      CamtTests.detail("60", debtor: "A", text: "FA-1")
      + CamtTests.detail("41.00", debtor: "A", text: "FA-2")
    let outcome = try XMLFixtures.read(
      CamtTests.statement(CamtTests.entry("100.00", details: details)))
    #expect(outcome.lines.map(\.amount.decimal) == ["100.00"])
    #expect(outcome.lines.map(\.text) == ["FA-1 FA-2"])
    #expect(outcome.lines.map(\.payer) == ["A"])
    #expect(outcome.reading.notes.count == 1)
  }

  @Test func aReturnKeepsTheCustomerAndIsMarked() throws {
    let details = """
      <TxDtls><RltdPties><Dbtr><Nm>Client</Nm></Dbtr>
      <DbtrAcct><Id><IBAN>FR7699</IBAN></Id></DbtrAcct><Cdtr><Nm>NOUS SAS</Nm></Cdtr>
      </RltdPties><RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf></TxDtls>
      """
    let outcome = try XMLFixtures.read(
      CamtTests.statement(CamtTests.entry("50.00", sign: "DBIT", details: details)))
    let line = try #require(outcome.lines.first)
    #expect(line.amount == Money(cents: -50_00))
    #expect(line.operation == .returned)
    #expect(line.returnReason == "AM04")
    #expect(line.payer == "Client")
    #expect(line.payerIBAN == "FR7699")
  }

  @Test(arguments: [
    "<Sts>PDNG</Sts>", "<Sts><Cd>PDNG</Cd></Sts>", "<Sts>INFO</Sts>", "<Sts><Cd>FUTR</Cd></Sts>",
  ]) func whatIsNotBookedIsNoMoney(_ status: String) throws {
    let outcome = try XMLFixtures.read(
      CamtTests.statement(
        CamtTests.entry("50.00", status: status)
          + CamtTests.entry("7.00", status: "<Sts><Cd>BOOK</Cd></Sts>")))
    #expect(outcome.lines.map(\.amount.decimal) == ["7.00"])
    #expect(outcome.reading.notes.count == 1)
    #expect(outcome.reading.rejections.isEmpty)
    // Neither counted nor part of the sums that are held against the balances.
    #expect(outcome.reading.figures.first?.entries == 1)
    #expect(outcome.reading.figures.first?.credits == Money(cents: 7_00))
  }

  /// What the bank has not booked is told, never an error, even where it cannot be read.
  @Test(arguments: [
    (
      "<Amt Ccy=\"EUR\">50.00</Amt>", "<Amt Ccy=\"EUR\">cinquante</Amt>",
      "Amt « cinquante » illisible"
    ),
    ("<Amt Ccy=\"EUR\">50.00</Amt>", "", "Amt manque"),
    ("<CdtDbtInd>CRDT</CdtDbtInd>", "<CdtDbtInd>?</CdtDbtInd>", "CdtDbtInd « ? » illisible"),
    ("<Amt Ccy=\"EUR\">50.00</Amt>", "<Amt Ccy=\"EU\">50.00</Amt>", "mouvement de 50,00"),
    ("2026-03-03", "2026-02-31", "mouvement de 50,00"),
  ]) func whatIsNotBookedAndUnreadableIsTold(_ old: String, _ new: String, _ told: String) throws {
    let entry = CamtTests.entry("50.00", status: "<Sts>PDNG</Sts>").replacing(old, with: new)
    #expect(entry.contains(new) && !(new.isEmpty && entry.contains(old)))
    let outcome = try XMLFixtures.read(
      CamtTests.statement(entry + CamtTests.entry("7.00", status: "<Sts>BOOK</Sts>")))
    #expect(outcome.lines.map(\.amount.decimal) == ["7.00"])
    #expect(outcome.reading.rejections.isEmpty)
    #expect(outcome.reading.figures.first?.entries == 1)
    let note = try #require(outcome.reading.notes.first)
    #expect(outcome.reading.notes.count == 1)
    #expect(note.text.french.plainSpaces.contains(told), "\(note.text.french)")
    #expect(note.text.french.contains("non comptabilisé par la banque (PDNG)"))
    #expect(note.place.french.contains("Stmt[1]/Ntry[1]"))
  }

  @Test func aCounterIsNoReference() throws {
    func reference(_ text: String) throws -> String? {
      let entry = CamtTests.entry("5.00", before: "<NtryRef>\(text)</NtryRef>")
      let plain = entry.replacing("<AcctSvcrRef>BQ1</AcctSvcrRef>", with: "")
      return try XMLFixtures.read(CamtTests.statement(plain)).lines.first?.reference
    }
    #expect(try reference("12") == "")
    #expect(try reference("000000012") == "")
    #expect(try reference("2026030312345") == "2026030312345")
  }

  @Test func eachLineHasItsCurrency() throws {
    let dollars = CamtTests.entry("5.00").replacing("Ccy=\"EUR\"", with: "Ccy=\"USD\"")
    let none = CamtTests.entry("6.00").replacing(" Ccy=\"EUR\"", with: "")
    let outcome = try XMLFixtures.read(CamtTests.statement(dollars + none))
    #expect(outcome.lines.map(\.currency.code) == ["USD", "EUR"])
  }

  @Test(arguments: [
    ("1.005", "Amt"), ("12,50", "Amt"), ("", "Amt"), ("99999999999999999999", "Amt"),
    ("10000000000000.01", "Amt"), ("1e5", "Amt"),
  ]) func anAmountThatCannotBeIsRejectedAlone(_ amount: String, _ field: String) throws {
    let outcome = try XMLFixtures.read(
      CamtTests.statement(CamtTests.entry(amount) + CamtTests.entry("2.00")))
    #expect(outcome.lines.map(\.amount.decimal) == ["2.00"])
    let rejection = try #require(outcome.reading.rejections.first)
    #expect(rejection.field == field)
    #expect(rejection.found == amount)
    guard case .element(let path, let line) = rejection.place else {
      Issue.record("an element was wanted")
      return
    }
    #expect(path == "Stmt[1]/Ntry[1]")
    #expect(line == 10)
  }

  @Test func anImpossibleDayAndAMissingSignAreRejected() throws {
    let entries =
      CamtTests.entry("1.00").replacing("2026-03-03", with: "2026-02-30")
      + CamtTests.entry("2.00", sign: "XXXX")
    let outcome = try XMLFixtures.read(CamtTests.statement(entries))
    #expect(outcome.lines.isEmpty)
    #expect(outcome.reading.rejections.map(\.field) == ["BookgDt", "CdtDbtInd"])
    #expect(
      outcome.reading.rejections.first?.french.typed
        == "ligne 10, Stmt[1]/Ntry[1], « BookgDt » : « 2026-02-30 » trouvé, "
        + "attendu : une date qui existe, telle que 2026-11-23.")
  }

  @Test func readingsComeInBatches() throws {
    let entries = (1...25).map { CamtTests.entry("\($0).00") }.joined()
    let outcome = try XMLFixtures.read(
      Array(CamtTests.statement(entries).utf8), batch: 10)
    #expect(outcome.lines.count == 25)
    #expect(outcome.batches == 3)
  }

  @Test func aFailedDeliveryEndsTheParse() throws {
    struct Full: Error {}
    let entries = (1...25).map { CamtTests.entry("\($0).00") }.joined()
    let file = try SourceFile(name: "s.xml", bytes: Array(CamtTests.statement(entries).utf8))
    var count = 0
    #expect(throws: Full.self) {
      try read(file, batch: 5, pdf: .inProcess) { _ in
        count += 1
        throw Full()
      }
    }
    #expect(count == 1)
  }

  @Test func largeSumsStayWithinBounds() throws {
    let entries = String(repeating: CamtTests.entry("10000000000000.00"), count: 10_000)
    let outcome = try XMLFixtures.read(CamtTests.statement(entries))
    #expect(outcome.lines.count == 10_000)
    #expect(outcome.reading.figures.first?.credits == Money(cents: .max))
  }

  @Test(arguments: ["prefix", "none", "latin1"]) func namespacesAndEncodings(_ kind: String) throws
  {
    var text = CamtTests.statement(
      CamtTests.entry("5.00", details: CamtTests.detail("5", debtor: "Société", text: "é")))
    switch kind {
    case "prefix":
      text = text.replacing("xmlns=", with: "xmlns:c=").replacing("</", with: "<#")
        .replacing("<", with: "<c:").replacing("<c:#", with: "</c:").replacing("<c:?", with: "<?")
    case "none":
      text = text.replacing(
        " xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"", with: "")
    default: text = text.replacing("UTF-8", with: "ISO-8859-1")
    }
    let bytes =
      kind == "latin1"
      ? text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } : Array(text.utf8)
    let outcome = try XMLFixtures.read(bytes)
    #expect(outcome.lines.map(\.payer) == ["Société"])
  }
}
