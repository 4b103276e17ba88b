import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// A direct debit that comes back after it was booked: the invoice is owed again.
@Suite struct ReturnTests {
  /// A statement of one day with one movement of 1 200 euros, the customer's direct debit or its
  /// return.
  private func statement(
    day: String, isReturn: Bool, words: String, endToEnd: String = "NOTPROVIDED",
    debtor: String = ""
  ) -> String {
    let code =
      isReturn
      ? "<Cd>RDDT</Cd><SubFmlyCd>UPDD</SubFmlyCd>" : "<Cd>IDDT</Cd><SubFmlyCd>ESDD</SubFmlyCd>"
    let reason = isReturn ? "<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>" : ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
      <GrpHdr><MsgId>M\(day)</MsgId><CreDtTm>\(day)T20:00:00</CreDtTm></GrpHdr>
      <Stmt><Id>S\(day)</Id><CreDtTm>\(day)T20:00:00</CreDtTm>
      <FrToDt><FrDtTm>\(day)T00:00:00</FrDtTm><ToDtTm>\(day)T23:59:59</ToDtTm></FrToDt>
      <Acct><Id><IBAN>FR7610096000201234567890185</IBAN></Id><Ccy>EUR</Ccy></Acct>
      <Ntry><Amt Ccy="EUR">1200.00</Amt><CdtDbtInd>\(isReturn ? "DBIT" : "CRDT")</CdtDbtInd>
      <Sts>BOOK</Sts><BookgDt><Dt>\(day)</Dt></BookgDt><ValDt><Dt>\(day)</Dt></ValDt>
      <AcctSvcrRef>R\(day)</AcctSvcrRef>
      <BkTxCd><Domn><Cd>PMNT</Cd><Fmly>\(code)</Fmly></Domn></BkTxCd>
      <NtryDtls><TxDtls><Refs><EndToEndId>\(endToEnd)</EndToEndId></Refs>
      <RltdPties><Dbtr><Nm>\(debtor)</Nm></Dbtr></RltdPties>
      <RmtInf><Ustrd>\(words)</Ustrd></RmtInf>\(reason)</TxDtls></NtryDtls></Ntry>
      </Stmt></BkToCstmrStmt></Document>
      """
  }

  /// A book whose first invoice a direct debit has settled, in an import of its own.
  private func settled(endToEnd: String = "NOTPROVIDED") throws -> Bench {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three)
    let debit = statement(
      day: "2026-07-06", isReturn: false, words: "PRLV FA-2026-0001", endToEnd: endToEnd,
      debtor: "AUBOIS SARL")
    #expect(try bench.take("b.xml", debit).applied == 1)
    #expect(try bench.open("FA-2026-0001") == .zero)
    return bench
  }

  @Test("the return comes in a later import and names the invoice")
  func laterImport() throws {
    let bench = try settled()
    let back = statement(day: "2026-08-20", isReturn: true, words: "IMPAYE AM04 FA-2026-0001")
    #expect(try bench.take("c.xml", back).applied == 1)
    #expect(try bench.open("FA-2026-0001") == Money(cents: 1200_00))
    let line = try bench.line("IMPAYE")
    #expect(try bench.desk.store.read { try $0.open(ofLine: line) } == .zero)
    #expect(try (bench.asked() + bench.held()).contains("Aubois SARL"))
    #expect(try bench.desk.verify().isSound)
    // Paid at last: the invoice is settled a second time.
    try bench.take("d.xml", Papers.camt([("VIR FA-2026-0001", "1200.00")], on: "2026-11-20"))
    #expect(try bench.open("FA-2026-0001") == .zero)
    #expect(try bench.desk.verify().isSound)
  }

  @Test("the return quotes only the reference of the direct debit")
  func byEndToEnd() throws {
    let bench = try settled(endToEnd: "PRLV20260706-000017")
    let back = statement(
      day: "2026-07-09", isReturn: true, words: "IMPAYE MD01", endToEnd: "PRLV20260706-000017")
    #expect(try bench.take("c.xml", back).applied == 1)
    #expect(try bench.open("FA-2026-0001") == Money(cents: 1200_00))
    #expect(try bench.desk.verify().isSound)
  }

  @Test("a return that only names the customer waits for a person")
  func byName() throws {
    let bench = try settled()
    let back = statement(
      day: "2026-07-09", isReturn: true, words: "IMPAYE AM04", debtor: "AUBOIS SARL")
    #expect(try bench.take("c.xml", back).applied == 0)
    #expect(try bench.open("FA-2026-0001") == .zero)
    let line = try bench.line("IMPAYE")
    #expect(try bench.desk.reconciliation().rows.map(\.line) == [line])
    #expect(try bench.desk.store.read { try $0.open(ofLine: line) } == Money(cents: -1200_00))
    #expect(try bench.desk.verify().isSound)
  }
}
