import Intake
import Ledger
import Quantities
import Testing

/// OFX statements written here, in SGML and in XML, each with one thing that banks do.
@Suite struct OFXTests {
  static let head = """
    OFXHEADER:100
    DATA:OFXSGML
    VERSION:102
    SECURITY:NONE
    ENCODING:USASCII
    CHARSET:1252
    COMPRESSION:NONE
    OLDFILEUID:NONE
    NEWFILEUID:NONE

    """

  static let account = "<BANKID>30004<BRANCHID>00812<ACCTID>00010234567<ACCTTYPE>CHECKING"

  static func file(_ transactions: String, account: String = account) -> String {
    """
    \(head)<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>
    <DTSERVER>20260304060000<LANGUAGE>FRA</SONRS></SIGNONMSGSRSV1>
    <BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR
    <BANKACCTFROM>\(account)</BANKACCTFROM>
    <BANKTRANLIST><DTSTART>20260302<DTEND>20260303
    \(transactions)
    </BANKTRANLIST><LEDGERBAL><BALAMT>90.00<DTASOF>20260303</LEDGERBAL>
    <AVAILBAL><BALAMT>12.00<DTASOF>20260303</AVAILBAL>
    </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
    """
  }

  static func transaction(
    _ amount: String, type: String = "CREDIT", posted: String = "20260303", rest: String = ""
  ) -> String {
    """
    <STMTTRN><TRNTYPE>\(type)<DTPOSTED>\(posted)<TRNAMT>\(amount)
    <FITID>B1\(rest)</STMTTRN>
    """
  }

  static func lines(_ transactions: String) throws -> [BankLine] {
    try XMLFixtures.read(file(transactions)).lines
  }

  static let rest = """
    <NAME>VIR SEPA DUPONT &amp; FILS
    <BANKACCTTO><BANKID>30006<BRANCHID>00001<ACCTID>12345678901</BANKACCTTO>
    <MEMO>FACTURE FA-2026-0012
    """

  @Test func everyPartOfATransaction() throws {
    let outcome = try XMLFixtures.read(
      OFXTests.file(OFXTests.transaction("80.00", type: "XFER", rest: OFXTests.rest)))
    #expect(outcome.format == .ofx)
    #expect(
      outcome.lines == [
        BankLine(
          account: "FR7630004008120001023456796", currency: .eur, booked: Day(2026, 3, 3),
          amount: Money(cents: 80_00), payer: "DUPONT & FILS",
          payerIBAN: "FR7630006000011234567890189",
          text: "VIR SEPA DUPONT & FILS FACTURE FA-2026-0012", reference: "B1",
          operation: .transfer)
      ])
    let figures = try #require(outcome.reading.figures.first)
    #expect(figures.written == "00010234567")
    #expect(figures.statement.closing == Money(cents: 90_00))
    #expect(figures.statement.opening == nil)
    #expect(figures.statement.first == Day(2026, 3, 2))
  }

  @Test func theSameInXML() throws {
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
      <!-- <STMTTRN> --><OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>EUR</CURDEF>
      <CCACCTFROM><ACCTID>4970XXXX1234</ACCTID></CCACCTFROM><BANKTRANLIST>
      <STMTTRN><TRNTYPE>POS</TRNTYPE><DTPOSTED>20260303</DTPOSTED><TRNAMT>-12.50</TRNAMT>
      <FITID>1</FITID><PAYEE><NAME><![CDATA[CAFÉ <D'ICI> & CIE]]></NAME></PAYEE>
      <MEMO>A &#201; &#xE9; <!-- rien -->B</MEMO></STMTTRN></BANKTRANLIST>
      </CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>
      """
    let line = try #require(try XMLFixtures.read(xml).lines.first)
    #expect(line.account == "4970XXXX1234")
    #expect(line.payer == "CAFÉ <D'ICI> & CIE")
    #expect(line.text == "CAFÉ <D'ICI> & CIE A É é B")
    #expect(line.operation == .card)
  }

  @Test(arguments: [
    ("80.00", "80.00"), ("-80", "-80.00"), ("+1234,5", "1234.50"), ("1.234,56", "1234.56"),
    ("1,234.56", "1234.56"), ("1 234,56", "1234.56"), ("1.234.567", "1234567.00"),
    ("12.340", "12.34"), (".5", "0.50"), ("12.345", nil), ("1,234", nil), ("abc", nil), ("", nil),
    ("1e5", nil), ("99999999999999999999", nil), ("1.2345,67", nil), ("--5", nil),
  ]) func amounts(_ row: (String, String?)) throws {
    let outcome = try XMLFixtures.read(OFXTests.file(OFXTests.transaction(row.0)))
    #expect(outcome.lines.first?.amount.decimal == row.1)
    #expect(outcome.reading.rejections.count == (row.1 == nil ? 1 : 0))
  }

  @Test func theOtherAmountsSayWhatAPointMeans() throws {
    let comma = OFXTests.transaction("1.234,56") + OFXTests.transaction("1.500")
    #expect(try OFXTests.lines(comma).map(\.amount.decimal) == ["1234.56", "1500.00"])
    let point = OFXTests.transaction("1234.56") + OFXTests.transaction("1.500")
    #expect(try OFXTests.lines(point).map(\.amount.decimal) == ["1234.56", "1.50"])
  }

  @Test(arguments: [
    ("20260303", "2026-03-03"), ("20260303120000", "2026-03-03"),
    ("20260303235959.000[-5:EST]", "2026-03-03"), ("20260302230000[0:GMT]", "2026-03-03"),
    ("20260302220000[0:GMT]", "2026-03-02"), ("20260702220000.000[0:GMT]", "2026-07-03"),
    ("20260303000000[+1:CET]", "2026-03-03"), ("20260302230000", "2026-03-02"),
    ("20260230", nil), ("2026", nil), ("", nil),
  ]) func days(_ row: (String, String?)) throws {
    let outcome = try XMLFixtures.read(
      OFXTests.file(OFXTests.transaction("1.00", posted: row.0)))
    #expect(outcome.lines.first?.booked.iso == row.1)
    #expect(outcome.reading.rejections.map(\.field) == (row.1 == nil ? ["DTPOSTED"] : []))
  }

  @Test(arguments: [
    ("DIRECTDEBIT", "-12.00", "PRLV SEPA CLIENT", "directDebit", ""),
    ("DIRECTDEBIT", "-12.00", "REJET PRLV CLIENT AM04", "returned", "AM04"),
    ("DEBIT", "-12.00", "IMPAYE PROVISION INSUFFISANTE", "returned", "AM04"),
    ("CREDIT", "12.00", "VIR CLIENT RETOUR MARCHANDISE", "transfer", ""),
    ("CREDIT", "12.00", "REJET VIR FOURNISSEUR", "returned", ""),
    ("CHECK", "12.00", "REMISE", "cheque", ""), ("OTHER", "-2.00", "FRAIS DE TENUE", "fee", ""),
    ("DEBIT", "-2.00", "CARTE 03/03 PEAGE", "card", ""),
  ]) func operations(_ row: (String, String, String, String, String)) throws {
    let line = try #require(
      try OFXTests.lines(OFXTests.transaction(row.1, type: row.0, rest: "<NAME>" + row.2)).first)
    #expect(line.operation.rawValue == row.3)
    #expect(line.returnReason == row.4)
  }

  @Test func whatIsAnnouncedOnlyIsNoMoney() throws {
    let outcome = try XMLFixtures.read(OFXTests.file(OFXTests.transaction("5.00", type: "HOLD")))
    #expect(outcome.lines.isEmpty)
    #expect(outcome.reading.notes.count == 1)
  }

  @Test func aDeletedMovementIsTakenBackAndAReplacedOneShown() throws {
    let outcome = try XMLFixtures.read(
      OFXTests.file(
        OFXTests.transaction("5.00", rest: "<CORRECTFITID>A1<CORRECTACTION>DELETE")
          + OFXTests.transaction("6.00", rest: "<CORRECTFITID>A2<CORRECTACTION>REPLACE")))
    #expect(outcome.lines.map(\.amount.decimal) == ["-5.00"])
    #expect(outcome.lines.map(\.operation) == [.returned])
    #expect(outcome.reading.rejections.map(\.found) == ["A2"])
  }

  @Test(arguments: [
    ("<BANKID>30004<BRANCHID>00812<ACCTID>00010234567", "FR7630004008120001023456796"),
    ("<BANKID>30004<BRANCHID>812<ACCTID>10234567", "FR7630004008120001023456796"),
    ("<BANKID>30004<BRANCHID>00812<ACCTID>0001023456796", "FR7630004008120001023456796"),
    ("<BANKID>30004<BRANCHID>00812<ACCTID>0001023456797", "0001023456797"),
    ("<BANKID>20041<BRANCHID>01005<ACCTID>0500013M026", "FR1420041010050500013M02606"),
    ("<BANKID>X<ACCTID>FR76 3000 4008 1200 0102 3456 796", "FR7630004008120001023456796"),
    ("<BANKID>121<ACCTID>99-7", "99-7"),
  ]) func accountsAreBroughtToAnIBAN(_ row: (String, String)) throws {
    let outcome = try XMLFixtures.read(OFXTests.file("", account: row.0))
    #expect(outcome.reading.figures.first?.statement.account == row.1)
  }

  @Test func aSignThatNobodyEscapedIsText() throws {
    let line = try OFXTests.lines(
      OFXTests.transaction("5.00", rest: "<NAME>A < B & C <3 > D")
    ).first
    #expect(line?.text == "A < B & C <3 > D")
  }

  @Test func characterSets() throws {
    let text = OFXTests.file(OFXTests.transaction("5.00", rest: "<NAME>Crème à l’œuf 5 €"))
    let windows = text.unicodeScalars.map { scalar -> UInt8 in
      switch scalar {
      case "’": 0x92
      case "œ": 0x9C
      case "€": 0x80
      default: UInt8(scalar.value)
      }
    }
    for bytes in [windows, Array(text.utf8)] {
      #expect(try XMLFixtures.read(bytes).lines.map(\.text) == ["Crème à l’œuf 5 €"])
    }
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 255), UInt8(unit >> 8)] }
    #expect(XMLFixtures.refusal(wide) == .foreignCharacters("UTF-16"))
  }

  @Test func whatIsRefused() {
    let whole = OFXTests.file(OFXTests.transaction("5.00"))
    #expect(XMLFixtures.refusal(whole.replacing("<OFX>", with: "<!DOCTYPE a><OFX>")) == .doctype)
    #expect(XMLFixtures.refusal("<OFX></OFX>") == .missingElement("STMTRS"))
    guard case .damagedStatement = XMLFixtures.refusal(whole.replacing("</OFX>", with: "")) else {
      Issue.record("not refused")
      return
    }
  }
}
