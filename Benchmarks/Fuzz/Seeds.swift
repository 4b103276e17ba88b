/// Small files of each format, written here: what the fuzzer starts from.
enum Seeds {
  static let all: [(name: String, files: [[UInt8]])] = [
    ("mt940", mt940.map(bytes)), ("ofx", ofx.map(bytes)), ("cfonb", cfonb.map(bytes)),
    ("qif", qif.map(bytes)), ("camt", camt.map(bytes)), ("invoice", invoices.map(bytes)),
    ("table", tables.map(bytes)), ("fec", books.map(bytes)), ("cdar", lifecycle.map(bytes)),
    ("bodacc", notices.map(bytes)), ("label", labels.map(bytes)), ("pdf", pdfs.map(bytes)),
  ]

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static let account = "FR7630004008120001023456796"

  private static func mt940(_ movement: String, close: String = "-}") -> String {
    "{1:F01BANKFRPPXXXX0000000000}{2:I940BANKFRPPXXXXN}{4:\r\n:20:S1\r\n:25:\(account)\r\n"
      + ":28C:1/1\r\n:60F:C260302EUR10,00\r\n\(movement)\r\n:62F:C260303EUR90,00\r\n"
      + ":64:C260303EUR90,00\r\n\(close)\r\n"
  }

  private static let mt940 = [
    mt940(":61:2603040303C80,00NTRFREF//B1\r\n:86:/EREF/E2E/ORDP//NAME/DUPONT/REMI/FA-12"),
    mt940(":61:2603040303DR8,00NDDTNONREF//B2\r\n:86:109?00RETOUR?20EREF+X?21SVWZ+Y?32K?33L?34906"),
    mt940(":61:260304RC8,NTRFNONREF\r\nNL66RABO0160878799\r\n:86:VIR DE X\r\nFACTURE 12\r\n"),
    mt940(":61:2603040303C8,NTRFNONREF\r\n:86:/CNTP/NL08/BIC/NOM/VILLE//REMI/STRD/CUR/RF18/\r\n"),
    mt940(":61:2603040303C8,NTRFNONREF\r\n:NS:01Texte\r\n15Nom\r\n", close: "-"),
    ":20:X\n:25:1\n:28C:1\n:34F:EUR0,\n:13D:2603031200+0100\n:61:2603030303C8,NTRFX\n-\n",
  ]

  private static func ofx(_ body: String) -> String {
    "OFXHEADER:100\nDATA:OFXSGML\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>"
      + "<CURDEF>EUR<BANKACCTFROM><BANKID>30004<BRANCHID>00812<ACCTID>00010234567</BANKACCTFROM>"
      + "<BANKTRANLIST><DTSTART>20260301<DTEND>20260303\(body)</BANKTRANLIST>"
      + "<LEDGERBAL><BALAMT>9,00<DTASOF>20260303</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
  }

  private static let ofx = [
    ofx(
      "<STMTTRN><TRNTYPE>XFER<DTPOSTED>20260303230000[0:GMT]<TRNAMT>1.234,56<FITID>1"
        + "<NAME>VIR A &amp; B<MEMO>FA-12 AM04</STMTTRN>"),
    ofx(
      "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260303<TRNAMT>-5.00<FITID>2<CORRECTFITID>1"
        + "<CORRECTACTION>DELETE<CHECKNUM>12<NAME>REJET PRLV</STMTTRN>"),
    "<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><OFX><CCSTMTRS><CCACCTFROM><ACCTID>1</ACCTID>"
      + "</CCACCTFROM><STMTTRN><TRNTYPE>POS</TRNTYPE><DTPOSTED>20260303</DTPOSTED>"
      + "<TRNAMT>-1.5</TRNAMT><PAYEE><NAME><![CDATA[A <B>]]></NAME></PAYEE><!-- x -->"
      + "<CURRENCY><CURSYM>USD</CURSYM></CURRENCY></STMTTRN></CCSTMTRS></OFX>",
  ]

  private static func padded(_ text: String, _ length: Int) -> String {
    text + String(repeating: " ", count: max(0, length - text.utf8.count))
  }

  private static func balance(_ code: String, _ amount: String) -> String {
    padded(padded("\(code)30004    00812EUR2 00010234567  030326", 90) + amount, 120)
  }

  private static func movement(_ code: String, _ reason: String, _ amount: String) -> String {
    padded("04300040568" + "00812EUR2 00010234567\(code)030326\(reason)040326", 48)
      + padded("VIR SEPA DUPONT", 31) + "  0000001  \(amount)" + padded("B1", 16)
  }

  private static func detail(_ qualifier: String, _ text: String) -> String {
    padded("05300040568" + "00812EUR2 0001023456705030326     \(qualifier)\(text)", 120)
  }

  private static let cfonb: [String] = {
    let first = [
      balance("01", "0000000000100{"), movement("05", "  ", "0000000000800{"),
      detail("NPY", "DUPONT"), detail("RCN", "E2E"), detail("LCC", "FACTURE FA-12"),
      detail("LC2", "SUITE"), detail("MMO", "USD20000000006030000000000"),
      detail("CPY", "FR7630006000011234567890189"), balance("07", "0000000000900{"),
    ]
    let second = [
      balance("01", "0000000000900{"), movement("B3", "20", "0000000000120}"),
      detail("NBE", "NOUS"), detail("LIB", "IMPAYE"), balance("07", "0000000000780{"),
    ]
    return [
      (first + second).joined(separator: "\r\n"), first.joined(), second.joined(separator: "\n"),
    ]
  }()

  private static let qif = [
    "!Account\nN\(account)\nTBank\n^\n!Type:Bank\nD23/11/26\nT-1 234,56\nN12\nPX\nMY\nL[A]\n^\n",
    "!Type:Bank\nD1/12'2026\nT-1,000.00\nPOpening Balance\n^\nD13/12'26\nT1.5\nSA\nEB\n$1.5\n^\n",
    "!Type:Cat\nNA\n^\n!Type:CCard\nD2026-01-02\nU5\nPCB\n^\n",
  ]

  private static let camt = [
    "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt>"
      + "<Acct><Id><IBAN>\(account)</IBAN></Id><Ccy>EUR</Ccy></Acct>"
      + "<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">1.00</Amt>"
      + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>"
      + "<Ntry><Amt Ccy=\"EUR\">100.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
      + "<BookgDt><Dt>2026-03-03</Dt></BookgDt><NtryDtls><TxDtls><Amt Ccy=\"EUR\">60</Amt>"
      + "<RltdPties><Dbtr><Pty><Nm>A</Nm></Pty></Dbtr></RltdPties><RtrInf><Rsn><Cd>AM04</Cd></Rsn>"
      + "</RtrInf></TxDtls><TxDtls><Amt Ccy=\"EUR\">40</Amt></TxDtls></NtryDtls></Ntry>"
      + "</Stmt></BkToCstmrStmt></Document>"
  ]

  private static let invoices = [
    "<Invoice><ID>FA-1</ID><IssueDate>2026-03-03</IssueDate><InvoiceTypeCode>380</InvoiceTypeCode>"
      + "<DocumentCurrencyCode>EUR</DocumentCurrencyCode><AccountingCustomerParty><Party><PartyName>"
      + "<Name>C</Name></PartyName></Party></AccountingCustomerParty><LegalMonetaryTotal>"
      + "<PayableAmount currencyID=\"EUR\">12.00</PayableAmount></LegalMonetaryTotal></Invoice>",
    "<CrossIndustryInvoice><ExchangedDocument><ID>FA-1</ID><TypeCode>380</TypeCode><IssueDateTime>"
      + "<DateTimeString format=\"102\">20260303</DateTimeString></IssueDateTime></ExchangedDocument>"
      + "</CrossIndustryInvoice>",
  ]

  private static let tables = [
    "Numéro;Client;Date;Échéance;Montant TTC\nFA-1;Dupont;03/03/2026;02/04/2026;1 234,56\n",
    "Date,Label,Debit,Credit\n2026-03-03,VIR X,,12.50\n2026-03-04,FRAIS,1.00,\n",
    "Code client;Nom;SIREN;Email\nC1;Dupont;552100554;a@b.fr\n",
    "Date;Date de valeur;Libellé;Montant;Devise;Contrepartie;IBAN contrepartie;Référence;Compte;"
      + "motif\r\n03/03/2026;;VIR X;12,5x;EUR;Dupont;;B1;\(account);[3-12] ligne 4\r\n",
    "Date;Libellé;Débit;Crédit;Solde\n03/03/2026;VIR SEPA RECU /DE A /MOTIF FA-1;;10,00;110,00\n"
      + "04/03/2026;FRAIS;1,00;;109,00\n",
    "Date,Description,Amount,State\n2026-03-03 10:11,From Dupont,12.5,COMPLETED\n"
      + "2026-03-04,To X,-3,PENDING\n2026-03-05,To Y,-3,DECLINED\n",
  ]

  /// As banks write them in their tables.
  private static let labels = [
    "VIR SEPA RECU /DE SARL DUPONT MENUISERIE /MOTIF FACT 2600123 /REF 99812",
    "VIR SEPA RECU /FRM ETS ROUSSEAU /EID NOTPROVIDED /RNF FACT 12",
    "VIREMENT EN VOTRE FAVEUR HOTEL DES VOYAGEURS", "VIR INST DE: M PETIT MOTIF: FA-12 REF: 1",
    "VIREMENT DE SARL DUPONT REFERENCE : 99812", "PRLV SEPA EDF ID EMETTEUR FR12ZZZ123456",
    "VIR SEPA /MOTIF LOYER /BEN SCI DES LILAS", "REMISE CHEQUES 0001234 NBRE 5", "/DE X /IBAN FR76",
    "REJET PRLV SEPA AM04 DUPONT", "CARTE 27/11 AMAZON FR", "Transfer from ACME LTD ref INV-1",
  ]

  private static let books = [
    "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\t"
      + "CompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\t"
      + "ValidDate\tMontantdevise\tIdevise\nVE\tVentes\t1\t20260303\t411000\tClients\tC1\tDupont\t"
      + "FA-1\t20260303\tVente\t120,00\t0,00\tA\t20260310\t20260331\t\t\n"
  ]
}
