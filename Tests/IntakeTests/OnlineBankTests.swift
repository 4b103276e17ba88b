import Foundation
import Intake
import Testing

/// What the tables of online banks hold besides: statuses, fees, running balances.
@Suite struct OnlineBankTests {
  @Test func whatWasNotSettledIsNoMoney() throws {
    let text = """
      Statut;Date de l'opération;Montant;Devise;Nom de la contrepartie;Libellé
      Exécuté;27/11/2026;2345,67;EUR;SARL DUPONT MENUISERIE;FACT 2600123
      Refusé;26/11/2026;960,00;EUR;MARTIN LOGISTIQUE;FACT 2600124
      Refusé;26/11/2026;961,00;EUR;MARTIN LOGISTIQUE;FACT 2600125
      En attente;;50,00;EUR;ETS ROUSSEAU;FACT 2600126
      Vérifié par Zoé;25/11/2026;70,00;EUR;ETS ROUSSEAU;FACT 2600127
      """
    #expect(
      try printed(text) == """
        csvStatement
        bank 2026-11-27 - 2345.67 EUR other SARL DUPONT MENUISERIE FACT 2600123
        bank 2026-11-25 - 70.00 EUR other ETS ROUSSEAU FACT 2600127
        statement  EUR 2026-11-25..2026-11-27
        ligne 3, statut « Refusé » : 2 lignes laissées de côté, l’argent n’a pas bougé
        ligne 5, statut « En attente » : 1 ligne laissée de côté, l’argent n’a pas bougé
        ligne 6, statut « Vérifié par Zoé » inconnu : 1 lignes reprises comme exécutées, vérifiez
        figures 2 +2415.67 -0.00 account none
        """)
  }

  @Test func theIBANBesideACounterpartyIsItsOwn() throws {
    let text = """
      Date de la valeur;Date de l'opération;Débit;Crédit;Devise de compte;Libellé;\
      Nom de la contrepartie;IBAN;BIC
      27/11/2026;27/11/2026;;2345,67;EUR;FACT 2600123;SARL DUPONT MENUISERIE;\
      FR7630006000011234567890189;AGRIFRPP
      26/11/2026;26/11/2026;3211,00;;EUR;URSSAF;URSSAF;;
      """
    let read = try printed(text)
    #expect(read.contains("SARL DUPONT MENUISERIE FR7630006000011234567890189 FACT 2600123"))
    #expect(read.contains("account none") && read.contains("statement  EUR 2026-11-26"))
  }

  @Test func revolutBusiness() throws {
    let text = """
      Date started (UTC),Date completed (UTC),ID,Type,State,Description,Reference,Payer,\
      Orig currency,Orig amount,Payment currency,Amount,Total amount,Fee,Fee currency,Balance,\
      Account,Beneficiary account number,Beneficiary IBAN,Beneficiary BIC
      2026-11-27,2026-11-27,65-aa,TOPUP,COMPLETED,Money added from SARL DUPONT MENUISERIE,\
      FACT 2600123,,EUR,2345.67,EUR,2345.67,2345.67,0.00,,12345.67,EUR Main,,,
      2026-11-26,,65-ab,TRANSFER,REVERTED,To URSSAF,COTIS,Jean,EUR,3211.00,EUR,-3211.00,\
      -3211.00,0.20,EUR,10000.00,EUR Main,,FR7600,
      2026-11-26,2026-11-26,65-ac,TRANSFER,COMPLETED,To URSSAF,COTIS,Jean,EUR,3211.00,EUR,\
      -3211.00,-3211.20,0.20,EUR,10000.00,EUR Main,,FR7600,
      """
    let read = try printed(text)
    #expect(
      read.contains(
        "2345.67 EUR other SARL DUPONT MENUISERIE Money added from SARL DUPONT MENUISERIE "
          + "FACT 2600123"))
    #expect(read.contains("URSSAF FR7600 To URSSAF COTIS"))
    #expect(read.contains("statut « REVERTED » : 1 ligne laissée de côté"))
    #expect(!read.contains("Jean") && read.contains("figures 2 "))
  }

  /// Banks write from the oldest down and from the newest up; a line that is lacking shows.
  @Test func runningBalancesAreFollowed() throws {
    let rows = [
      "01/11/2026;A;10,00;110,00", "02/11/2026;B;-20,00;90,00", "03/11/2026;C;5,00;95,00",
      "04/11/2026;D;1,00;96,00", "05/11/2026;E;2,00;98,00",
    ]
    func notes(_ rows: [String]) throws -> [String] {
      let text = (["Date;Libellé;Montant;Solde"] + rows).joined(separator: "\n")
      return try printed(text).split(separator: "\n").map(String.init)
        .filter { $0.contains("solde") }
    }
    #expect(try notes(rows).isEmpty)
    #expect(try notes(rows.reversed()).isEmpty)
    let gap =
      "à la ligne 4, le solde passe de 90,00 à 96,00, les mouvements donnent 1,00 : écart de "
      + "5,00. Une ligne manque peut-être : téléchargez le relevé à nouveau."
    #expect(try notes([rows[0], rows[1], rows[3], rows[4]]) == ["ligne 4, " + gap])
    #expect(try notes([rows[4], rows[3], rows[1], rows[0]]) == ["ligne 4, " + gap])
    #expect(
      try notes(["01/11/2026;A;10,00;110,00", "02/11/2026;B;20,00;140,00"]).count == 1)
    // The same on every line is the account's balance of today; a line to mend tells nothing.
    #expect(try notes(rows.map { String($0.prefix { $0 != ";" }) + ";X;1,00;98,00" }).isEmpty)
    #expect(
      try notes([rows[0], "02/11/2026;B;x;90,00", rows[2], rows[3], rows[4]])
        .filter { $0.contains("écart") }.isEmpty)
  }

  @Test func lclEndsWithTheBalance() throws {
    let text = BankLayouts.all.first { $0.bank.hasPrefix("LCL") }?.text ?? ""
    let longer = text.replacingOccurrences(
      of: "06/11/2026;4877,60;;00123 012345A", with: "06/11/2026;4877,60;;;;01234 567890A")
    #expect(longer != text)
    let read = try printed(longer)
    #expect(read.contains("lignes de total ou de solde : 1") && !read.contains("attendu"))
  }

  @Test func societeGeneraleTellsInTheDetails() throws {
    let text = """
      ="0123456789";27/09/2026;30/11/2026;
      Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise
      27/11/2026;VIR RECU    2614588;VIR RECU    2614588DE: SARL DUPONT MENUISERIE MOTIF: FACT \
      2600123 REF: 99812;2345,67;EUR
      26/11/2026;PRELEVEMENT EUR;PRELEVEMENT EUROPEEN 123 DE: URSSAF BRETAGNE MOTIF: COTIS;\
      -3211,00;EUR
      """
    let read = try printed(text)
    #expect(read.contains("EUR transfer SARL DUPONT MENUISERIE VIR RECU    2614588DE: SARL"))
    #expect(read.contains("directDebit URSSAF BRETAGNE PRELEVEMENT EUROPEEN 123"))
  }

  @Test func utf16WithoutAMark() throws {
    let text = "Date;Libellé;Montant\r\n27/11/2026;VIR DE ÉBÉNISTERIE HENRY;12,00\r\n"
    let small = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [small, big] {
      #expect(try printed(bytes).contains("12.00 EUR transfer ÉBÉNISTERIE HENRY"))
    }
  }
}
