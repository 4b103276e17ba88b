import Intake
import Ledger
import Quantities
import Testing

/// Whom the labels of French banks name; all names are invented.
@Suite struct BankLabelTests {
  private func line(_ label: String, amount: String = "120,00") throws -> BankLine {
    let text = "Date;Libellé;Montant\n27/11/2026;\"\(label)\";\(amount)\n"
    let (_, reading) = try readTable(Array(text.utf8))
    return try #require(
      reading.drafts.lazy.compactMap { if case .bankLine(let line) = $0 { line } else { nil } }
        .first, "\(reading.rejections.map(\.french))")
  }

  @Test(arguments: [
    // BNP Paribas, with its marks.
    (
      "VIR SEPA RECU /DE SARL DUPONT MENUISERIE /MOTIF FACT 2600123 /REF 99812",
      "SARL DUPONT MENUISERIE"
    ),
    ("VIR SEPA RECU /DE/DE: SARL DUPONT MENUISERIE", "SARL DUPONT MENUISERIE"),
    ("VIR SEPA RECU /FRM ETS ROUSSEAU /EID NOTPROVIDED /RNF FACT 12", "ETS ROUSSEAU"),
    // Société Générale.
    (
      "VIR RECU    2614588DE: SARL DUPONT MENUISERIE MOTIF: FACT 2600123 REF: 99812",
      "SARL DUPONT MENUISERIE"
    ),
    (
      "VIR INST RE 512345678901 DE: MARTIN LOGISTIQUE MOTIF: 124/125 DATE: 20/11/2026",
      "MARTIN LOGISTIQUE"
    ),
    // Crédit Agricole: lines within the cell.
    ("VIREMENT EN VOTRE FAVEUR\nIMPRIMERIE OFFSET 35\nFA 142", "IMPRIMERIE OFFSET 35"),
    ("VIREMENT EN VOTRE FAVEUR HOTEL DES VOYAGEURS", "HOTEL DES VOYAGEURS"),
    // LCL, CIC, Banque Populaire, Boursorama.
    ("VIR SEPA SARL DUPONT MENUISERIE FACT 2600123", "SARL DUPONT MENUISERIE"),
    ("VIR IMPRIMERIE OFFSET 35 FACTURE 142", "IMPRIMERIE OFFSET 35"),
    (
      "VIR INST Écotech Services Partagés SAS VOTRE FACTURE 12",
      "Écotech Services Partagés SAS"
    ),
    ("VIRT INST DE DUPONT MENUISERIE FAC 120 ET 121", "DUPONT MENUISERIE"),
    ("VIR SEPA A2C INGENIERIE REGLEMENT", "A2C INGENIERIE"),
    ("VIR SEPA OPTIQUE LEGRAND & FILS VIREMENT", "OPTIQUE LEGRAND & FILS"),
    ("VIR SEPA GARAGE PETIT GARAGE PETIT", "GARAGE PETIT"),
    // La Banque Postale.
    ("VIREMENT DE SARL DUPONT MENUISERIE REFERENCE : 99812", "SARL DUPONT MENUISERIE"),
    ("VIREMENT INSTANTANE DE M GUILLAUME PETIT", "GUILLAUME PETIT"),
    // Revolut.
    ("Money added from SARL DUPONT MENUISERIE", "SARL DUPONT MENUISERIE"),
  ])
  func thePayerIsRead(_ row: (label: String, payer: String)) throws {
    let line = try line(row.label)
    #expect(line.payer == row.payer)
    #expect(line.text.contains(row.label.split(separator: " ")[0]))
  }

  /// A wrong name is worse than none.
  @Test(arguments: [
    "REMISE CHEQUES N 0004512", "REM CHQ 2 CHEQUES PHARMACIE DU MARCHE / GARAGE PETIT",
    "VIR SEPA FACTURE 2600123", "VIR 2600123 DUPONT", "VIREMENT INTERNE EPARGNE",
    "VIR CPTE A CPTE RECU", "VIR INCONNU", "CB PAPETERIE DU CENTRE 0211", "COMMISSIONS",
    "VIR RECU    2614588",
    "DUPONT FA-2026-014", "VIR SEPA RECU /DE NOTPROVIDED /MOTIF FACT 12", "VIR", "/DE", "VIR /DE",
    "VIR SEPA X", "INTERETS CREDITEURS", "VIR SEPA SALAIRE NOVEMBRE", "VIR DE:", "DE: : MOTIF:",
  ])
  func nobodyIsInvented(_ label: String) throws {
    #expect(try line(label).payer == "")
  }

  @Test func accountAndEndToEndAreRead() throws {
    let line = try line(
      "VIR SEPA RECU /DE ETS ROUSSEAU /IBAN FR76 3000 6000 0112 3456 7890 189 /EID E2E-77 /MOTIF X")
    #expect(line.payer == "ETS ROUSSEAU")
    #expect(line.payerIBAN == "FR7630006000011234567890189")
    #expect(line.endToEnd == "E2E-77")
    let bad = try self.line("VIR SEPA RECU /DE ETS ROUSSEAU /IBAN FR7630006000011234567890188")
    #expect(bad.payerIBAN == "")
  }

  @Test func whatGoesOutNamesThePayee() throws {
    let paid = try line("VIR SEPA /MOTIF LOYER /BEN SCI DES LILAS", amount: "-350,00")
    #expect(paid.payer == "SCI DES LILAS")
    let back = try line(
      "PRLV SEPA IMPAYE AGENCE BLEU CIEL MOTIF AM04 PROVISION INSUFFISANTE", amount: "-264,00")
    #expect(back.payer == "AGENCE BLEU CIEL")
    #expect(back.operation == .returned && back.returnReason == "AM04")
    #expect(try line("VIRT INST DE DUPONT").operation == .transfer)
  }

  /// The label goes on in the memo where thirty-two characters were not enough.
  @Test func aCutNameGoesOnInTheMemo() throws {
    func payer(_ name: String, _ memo: String) throws -> (String, String) {
      let rest = "\n<NAME>\(name)\n<MEMO>\(memo)"
      let line = try #require(
        try OFXTests.lines(OFXTests.transaction("80.00", rest: rest)).first)
      return (line.payer, line.text)
    }
    let cut = try payer("VIR SEPA RECU /DE SARL DUPONT ME", "NUISERIE /MOTIF FACT 2600123")
    #expect(cut.0 == "SARL DUPONT MENUISERIE")
    #expect(cut.1 == "VIR SEPA RECU /DE SARL DUPONT MENUISERIE /MOTIF FACT 2600123")
    #expect(try payer("VIR INST MARTIN LOGISTIQUE", "FACTURES 124 125").0 == "MARTIN LOGISTIQUE")
    #expect(try payer("VIR INST RE 512345678901", "DE: ETS ROUSSEAU MOTIF: 12").0 == "ETS ROUSSEAU")
    #expect(try payer("VIR SEPA RECU /DE SARL LE PETIT G", "FACT 12").0 == "SARL LE PETIT G")
    #expect(
      try payer("HOTEL DES VOYAGEURS", "HOTEL DES VOYAGEURS FACT 12").0
        == "HOTEL DES VOYAGEURS")
  }

  @Test func theKeysOfOurBanksInMT940() throws {
    let lines = try MT940Tests.lines(
      """
      :61:2611271127C2345,67NTRFNONREF//BNP0001
      :86:VIR SEPA RECU /FRM SARL DUPONT MENUISERIE /EID NOTPROVIDED /RNF FACT
       2600123
      :61:2611281128D264,00NMSCNONREF//BNP0002
      :86:166?00RUECKGABE?20SVWZ+RETURN MD06 FA-2026-00144?32AGENCE BLEU CIEL
      """)
    #expect(lines.map(\.payer) == ["SARL DUPONT MENUISERIE", "AGENCE BLEU CIEL"])
    #expect(lines[1].operation == .returned)
    #expect(lines[1].returnReason == "MD06")
  }
}
