import Intake
import Law
import Ledger
import Quantities
import Testing

/// Tables that an accountant drags in: those of programs, and those that are none of ours.
@Suite struct AccountantTableTests {
  private func refusal(_ text: String) throws -> Refusal {
    do {
      _ = try readTable(Array(text.utf8))
    } catch let refusal as Refusal {
      return refusal
    }
    return try #require(nil as Refusal?)
  }

  /// Read as a bank's table, its debits and credits would be money of the wrong side.
  @Test func aLedgerIsNoStatement() throws {
    let ledger = """
      Grand livre auxiliaire;;;;;;;;
      Compte;Libellé compte;Date;Journal;Pièce;Libellé;Débit;Crédit;Lettrage
      411AUBOIS;AUBOIS SARL;05/01/2026;VE;F1001;Facture F1001;1 200,00;;A
      411AUBOIS;AUBOIS SARL;03/02/2026;BQ;;VIR AUBOIS;;1 200,00;A
      """
    let refused = try refusal(ledger)
    #expect(refused.words.french.contains("grand livre") && refused.words.french.contains("FEC"))
    #expect(!refused.lacksColumns && refused.place == .line(2))
    // A bank's table may have pieces and accounts.
    let bank = "Date;Référence;Libellé;Débit;Crédit;Compte\n05/01/2026;12;VIR A;;12,00;FR76\n"
    #expect(try readTable(Array(bank.utf8)).format == .csvStatement)
  }

  @Test(arguments: [
    "Compte;Intitulé;Solde;Non échu;0-30 jours;31-60 jours;61-90 jours;> 90 jours",
    "Client;Total;À échoir;1 à 30;31 à 60;61 à 90;Plus de 90",
    "Partner,Not Due,1-30,31-60,61-90,91-120,Older,Total",
  ])
  func anAgedBalanceIsToldByName(header: String) throws {
    let mark: Character = header.contains(";") ? ";" : ","
    let row = header.map { $0 == mark ? "\(mark)1" : "" }.joined()
    let refused = try refusal("SARL DEMO\nBalance au 30/11/2026\n\(header)\nAUBOIS\(row)\n")
    #expect(refused.words.french.contains("balance âgée"), "\(refused.words.french)")
    #expect(!refused.lacksColumns)
  }

  /// Figures in other lines make no aged balance.
  @Test func otherLinesWithFiguresAreNone() throws {
    let text = "{\"a\": 1, \"b30\": 2, \"c60\": 3, \"d90\": 4, \"e\": 5}\n"
    #expect(!(try refusal(text + text).words.french.contains("balance âgée")))
    let rows = "x;y;z;30,60;60,90;90,30;t\nu;v;w;30,60;60,90;90,30;t\n"
    #expect(!(try refusal(rows).words.french.contains("balance âgée")))
  }

  @Test func customersOfSageAndEBP() throws {
    let sage = """
      N° compte;Intitulé;Compte collectif;Adresse;Code postal;Ville;N° SIRET;N° identifiant CEE;\
      Mode de règlement
      CAUBOIS;AUBOIS SARL;41100000;12 rue des Lilas;44000;NANTES;73282932000074;FR44732829320;\
      LCR 60 jours
      """
    #expect(
      try printed(sage) == """
        csvCustomers
        customer CAUBOIS/AUBOIS SARL/732829320/73282932000074/FR44732829320/12 rue des Lilas/44000/\
        NANTES/net(60)/bill
        ligne 1, colonnes non lues : Compte collectif
        """)
    let ebp = """
      Code (tiers);Nom;Adresse 1 (facturation);Code postal (facturation);Ville (facturation);\
      Code Pays (facturation);E-mail (contact) (facturation);Code mode de règlement
      CL1;Aubois;12 rue des Lilas;44000;Nantes;FR;c@a.example;VIR30
      """
    #expect(
      try printed(ebp) == """
        csvCustomers
        customer CL1/Aubois/12 rue des Lilas/44000/Nantes/FR/c@a.example/net(30)/transfer
        """)
  }

  /// The term stands behind the means in many programs; a column of terms says more.
  @Test(
    arguments: [
      ("Virement 30 jours fin de mois", "", "daysThenEOM(30)"), ("CHQ", "", nil),
      ("Virement à 45 jours", "", "net(45)"), ("LCR 30", "60 jours", "net(60)"),
      ("Virement 30 jours le 10", "", nil), ("30 jours", "", "net(30)"),
      ("Chèque à réception", "", "onReceipt"),
    ] as [(String, String, String?)])
  func theTermBehindTheMeans(_ means: String, _ terms: String, _ wanted: String?) throws {
    let text = "Code client;Nom;Mode de règlement;Délai\nC1;Dupont;\(means);\(terms)\n"
    let (_, reading) = try readTable(Array(text.utf8))
    guard let draft = reading.drafts.first, case .customer(let party, _) = draft else { return }
    #expect(party.term?.formula.notation == wanted, "\(means)")
    #expect(reading.rejections.isEmpty && reading.notes.isEmpty)
  }

  /// What is left to pay is what is asked for; a word without an amount is told.
  @Test func whatIsPaidIsKnownOrTold() throws {
    let cegid = """
      Nature;N° pièce;Date pièce;Raison sociale;Total TTC;Reste à régler
      FAC;1001;05/01/2026;AUBOIS SARL;1 200,00;0,00
      AVC;2001;20/01/2026;AUBOIS SARL;-120,00;-120,00
      """
    let (_, reading) = try readTable(Array(cegid.utf8))
    let payables = reading.drafts.map { draft -> String in
      guard case .document(let document) = draft else { return "" }
      return "\(document.type) \(document.payable?.decimal ?? "")"
    }
    #expect(payables == ["380 0.00", "381 120.00"])
    let dolibarr = """
      Réf. facture,Date facturation,Date échéance,Montant TTC,Payée,Tiers
      FA1,2026-01-05,2026-02-04,1200.00,Non,Aubois SARL
      FA2,2026-01-06,2026-03-06,300.60,Oui,Martin
      FA3,2026-01-06,2026-03-06,300.60,Oui,Martin
      """
    let notes = try readTable(Array(dolibarr.utf8)).1.notes.map(\.text.french.plainSpaces)
    #expect(notes.contains { $0.hasPrefix("« Payée » : 2 factures dites payées") }, "\(notes)")
  }

  @Test func invoicesOfOdoo() throws {
    let odoo = """
      "Number","Invoice Partner Display Name","Invoice/Bill Date","Due Date","Untaxed Amount",\
      "Total","Amount Due","Payment Status","Status"
      "INV/2026/00001","Aubois SARL","2026-01-05","2026-02-04","1,000.00","1,200.00","1,200.00",\
      "Not Paid","Posted"
      """
    let (format, reading) = try readTable(Array(odoo.utf8))
    guard format == .csvInvoices, let draft = reading.drafts.first,
      case .document(let document) = draft
    else { return #expect(format == .csvInvoices) }
    #expect(document.number == "INV/2026/00001" && document.buyer?.name == "Aubois SARL")
    #expect(document.gross?.decimal == "1200.00" && document.payable?.decimal == "1200.00")
  }

  /// A payer's account is never ours, though all lines are of one payer.
  @Test func theCounterpartysAccountIsNotOurs() throws {
    let qonto = """
      Statut;Date de l'opération (UTC);Montant total (TTC);Nom de la contrepartie;Référence;\
      IBAN de la contrepartie
      Exécuté;28-11-2026 10:00:00;1200,00;AUBOIS SARL;FA 1001;FR7630006000011234567890189
      """
    let (_, reading) = try readTable(Array(qonto.utf8))
    let lines = reading.drafts.compactMap { draft -> BankLine? in
      guard case .bankLine(let line) = draft else { return nil }
      return line
    }
    #expect(lines.map(\.payerIBAN) == ["FR7630006000011234567890189"])
    #expect(lines.map(\.account) == [""])
  }
}
