import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// Records of statements that are no tables are mended as lines of one.
@Suite struct StatementMendingTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// What the table to mend holds, and what a person writes instead.
    let found: String
    let mended: String
    var testDescription: String { name }
  }

  private static func camtEntry(_ amount: String, day: String, payer: String) -> String {
    """
    <Ntry><Amt Ccy="EUR">\(amount)</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
    <BookgDt><Dt>\(day)</Dt></BookgDt><AcctSvcrRef>REF\(amount)</AcctSvcrRef><NtryDtls><TxDtls>
    <RltdPties><Dbtr><Nm>\(payer)</Nm></Dbtr></RltdPties>
    <RmtInf><Ustrd>FACT 2600123; SOLDE</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
    """
  }

  static let samples = [
    Sample(
      name: "r.xml",
      text: """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
        <Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>
        \(camtEntry("12.00", day: "2026-11-20", payer: "ETS ROUSSEAU"))
        \(camtEntry("2345.67", day: "2026-11-31", payer: "SARL DUPONT MENUISERIE"))
        </Stmt></BkToCstmrStmt></Document>
        """,
      found: "2026-11-31;;\"FACT 2600123; SOLDE\";2345,67;EUR;SARL DUPONT MENUISERIE;;REF2345.67;"
        + "FR7630006000011234567890189;[1-0] ",
      mended: "2026-11-21;;\"FACT 2600123; SOLDE\";2345,67;EUR;SARL DUPONT MENUISERIE;;REF2345.67;"
        + "FR7630006000011234567890189;[1-0] "),
    Sample(
      name: "r.qif",
      text: """
        !Type:Bank
        D20/11/2026
        T12,00
        PETS ROUSSEAU
        ^
        D21/11/2026
        Tdouze
        PVIR SEPA SARL DUPONT MENUISERIE
        ^

        """,
      found: "21/11/2026;;VIR SEPA SARL DUPONT MENUISERIE;douze;",
      mended: "21/11/2026;;VIR SEPA SARL DUPONT MENUISERIE;2345,67;"),
    // Read well, and of a day that has not come: a wrong year.
    Sample(
      name: "f.qif",
      text: """
        !Type:Bank
        D20/11/2026
        T12,00
        PETS ROUSSEAU
        ^
        D21/11/2027
        T2345,67
        PVIR SEPA SARL DUPONT MENUISERIE
        ^

        """,
      found: "21/11/2027;;VIR SEPA SARL DUPONT MENUISERIE;2345,67;EUR;SARL DUPONT MENUISERIE;",
      mended: "21/11/2026;;VIR SEPA SARL DUPONT MENUISERIE;2345,67;EUR;SARL DUPONT MENUISERIE;"),
    // Zeros are no characters of a text: a table with one would be none.
    Sample(
      name: "z.qif",
      text: "!Type:Bank\nD20/11/2026\nT12,00\nPETS ROUSSEAU\n^\nD21/11/2026\nTdou\0ze\n"
        + "PVIR SEPA SARL\u{1}DUPONT\n^\n",
      found: "21/11/2026;;VIR SEPA SARL DUPONT;dou ze;",
      mended: "21/11/2026;;VIR SEPA SARL DUPONT;2345,67;"),
    Sample(
      name: "r.ofx",
      text: """
        OFXHEADER:100
        DATA:OFXSGML

        <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
        <BANKACCTFROM><BANKID>30004<BRANCHID>00812<ACCTID>00010234567</BANKACCTFROM><BANKTRANLIST>
        <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261120<TRNAMT>12.00<FITID>O1<NAME>ETS ROUSSEAU</STMTTRN>
        <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261131<TRNAMT>2345.67<FITID>O2
        <NAME>SARL DUPONT MENUISERIE</STMTTRN>
        </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
        """,
      found: "20261131;;SARL DUPONT MENUISERIE;2345,67;EUR;",
      mended: "21/11/2026;;SARL DUPONT MENUISERIE;2345,67;EUR;"),
    Sample(
      name: "r.mt940",
      text: """
        :20:STARTUMS
        :25:FR7630006000011234567890189
        :28C:211/1
        :60F:C261119EUR0,00
        :61:2611201120C12,00NTRFNONREF//A1
        :86:VIR SEPA RECU /DE ETS ROUSSEAU /MOTIF FACT 12
        :61:2611311131C2345,67NTRFNONREF//A2
        :86:VIR SEPA RECU /DE SARL DUPONT MENUISERIE /MOTIF FACT 13
        :62F:C261130EUR2357,67
        -
        """,
      found: ";;2611311131C2345,67NTRFNONREF//A2;;EUR;",
      mended: "21/11/2026;;VIR SARL DUPONT MENUISERIE;2345,67;EUR;"),
  ]

  @Test(arguments: samples) func aRecordComesAgainAsALineOfATable(_ sample: Sample) throws {
    let bench = try Bench()
    let report = try bench.take(sample.name, sample.text)
    #expect(report.results == ["taken 1 0 1"], "\(report.files.map(\.line.french))")
    #expect(report.files[0].mendable == 1)
    #expect(report.advice.contains(.mend(import: 1, file: sample.name, count: 1)))
    let waiting = try #require(try bench.desk.waitingRejections(of: 1))
    let text = String(decoding: try #require(waiting.table).bytes, as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}Date;Date de valeur;Libellé;Montant;Devise;Contrepartie;"))
    #expect(text.contains(sample.found), "\(text)")
    // As it stands it is refused again, and listed once.
    #expect(try bench.take("encore.csv", text).results == ["taken 0 0 1"])
    #expect(try bench.desk.waitingImports().map(\.count) == [1])
    let again = String(
      decoding: try #require(try bench.desk.waitingRejections(of: 2)?.table).bytes, as: UTF8.self)
    let mended = again.replacing(
      sample.found.replacing("[1-0]", with: "[2-0]"),
      with: sample.mended.replacing("[1-0]", with: "[2-0]"))
    #expect(mended != again, "\(again)")
    let taken = try bench.take("corrigé.csv", mended)
    #expect(taken.results == ["taken 1 0 0"], "\(mended)")
    #expect(taken.bankLines == 1)
    #expect(try bench.desk.waitingImports().isEmpty)
    #expect(try bench.desk.verify().isSound)
  }

  /// An entry of a FEC is more than its one bad row: it is mended whole, here or where it was
  /// written.
  @Test func aFECIsMendedByItsEntries() throws {
    let header =
      "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\t"
      + "CompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\t"
      + "ValidDate\tMontantdevise\tIdevise\n"
    func row(_ number: Int, _ day: String, _ account: String, _ debit: String, _ credit: String)
      -> String
    {
      "VE\tVentes\t\(number)\t\(day)\t\(account)\tx\tCDUP\tDUPONT SARL\tFA-\(number)\t\(day)\tx\t"
        + "\(debit)\t\(credit)\t\t\t\(day)\t\t\n"
    }
    let bench = try Bench()
    let text =
      header + row(14, "20260408", "411000", "120,00", "0,00")
      + row(14, "20260408", "706000", "0,00", "100,00")
      + row(15, "20260431", "411000", "120,00", "0,00")
      + row(15, "20260431", "706000", "0,00", "120,00")
    let report = try bench.take("fec.txt", text)
    #expect(report.rejected == 2 && report.files[0].mendable == 2)
    #expect(report.advice.contains(.mend(import: 1, file: "fec.txt", count: 2)))
    let table = try #require(try bench.desk.waitingRejections(of: 1)?.table)
    #expect(table.rows.count == 1 && table.count == 2)
    // The entry beside it is taken as it stands, and told so.
    let notes = report.files[0].notes.map(\.french)
    #expect(notes.contains { $0.hasPrefix("écriture VE\u{A0}14 déséquilibrée") }, "\(notes)")
    #expect(try bench.desk.counts().invoices == 1)
    // The whole file, mended where it was written.
    let mended = text.replacing("20260431", with: "20260430")
    #expect(try bench.take("fec.txt", mended).rejected == 0)
    #expect(try bench.desk.counts().invoices == 2)
    #expect(try bench.desk.waitingImports().isEmpty)
  }

  /// A movement without a day stays one, whatever word of a total or a balance it begins with.
  @Test(arguments: ["CUMUL CB 03/03", "TOTAL ENERGIES", "REPORT ECHEANCE", "SOLDE FACTURE 12"])
  func wordsOfTotalsAreNoTotals(_ label: String) throws {
    let bench = try Bench()
    let statement = """
      OFXHEADER:100
      DATA:OFXSGML

      <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
      <BANKACCTFROM><BANKID>30004<BRANCHID>00812<ACCTID>00010234567</BANKACCTFROM><BANKTRANLIST>
      <STMTTRN><TRNTYPE>CREDIT<TRNAMT>2345.67<FITID>O2<NAME>\(label)</STMTTRN>
      </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
      """
    #expect(try bench.take("r.ofx", statement).rejected == 1)
    let table = try #require(try bench.desk.waitingRejections(of: 1)?.table)
    let text = String(decoding: table.bytes, as: UTF8.self)
    // As it stands it is refused again, and waits.
    #expect(try bench.take("encore.csv", text).rejected == 1)
    let again = try #require(try bench.desk.waitingRejections(of: 2)?.table)
    let row = String(decoding: again.bytes, as: UTF8.self)
    #expect(row.contains(label) && row.contains("[2-0]"))
  }
}
