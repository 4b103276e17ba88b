import Intake
import Law
import Ledger
import Quantities
import Testing

@Suite struct CSVInvoiceTests {
  private let french = """
    N° facture;Type;Code client;Client;Date facture;Échéance;Conditions;Montant HT;TVA;Montant TTC
    FA-1;Facture;C1;Café Noël;05/01/2026;04/02/2026;30 jours;1 000,00;200,00;1 200,00
    FA-2;FA;C1;Café Noël;13/01/2026;;45 jours fin de mois;99,90;19,98;119,88

    AV-1;Avoir;C2;"Dupont; Fils ""SARL\"\"\";20/01/2026;;comptant;-50,00;-10,00;-60,00
    Total;;;;;;;1 049,90;209,98;1 259,88
    """

  private let golden = """
    csvInvoices
    380 FA-1 2026-01-05 due 2026-02-04 term net(30) net 1000.00 tax 200.00 gross 1200.00 payable \
    1200.00 EUR to C1/Café Noël
    380 FA-2 2026-01-13 term daysThenEOM(45) net 99.90 tax 19.98 gross 119.88 payable 119.88 EUR \
    to C1/Café Noël
    381 AV-1 2026-01-20 term onReceipt net 50.00 tax 10.00 gross 60.00 payable 60.00 EUR to \
    C2/Dupont; Fils "SARL"
    ligne 6, lignes vides : 1
    ligne 6, lignes de total ou de solde : 1
    """

  @Test func frenchTable() throws {
    #expect(try printed(french) == golden)
  }

  @Test(arguments: ["Date commande", "date de la commande", "Order date", "PO date"])
  func theDayOfTheOrder(_ name: String) throws {
    let text = "N° facture;Date facture;N° commande;\(name);Montant TTC\n"
    #expect(
      try printed(text + "FA-1;15/01/2026;BC7;02/01/2026;120,00") == """
        csvInvoices
        380 FA-1 2026-01-15 ordered 2026-01-02 gross 120.00 payable 120.00 EUR order BC7
        """)
  }

  @Test(arguments: ["\r\n", "\r", "\n"])
  func lineEnds(_ end: String) throws {
    #expect(
      try printed(
        french.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: end)) == golden)
  }

  @Test func encodings() throws {
    #expect(try printed([0xEF, 0xBB, 0xBF] + Array(french.utf8)) == golden)
    let latin = french.unicodeScalars.map { UInt8($0.value) }
    #expect(try printed(latin) == withNote(golden, "Windows-1252"))
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in french.utf16 {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(try printed(little) == withNote(golden, "UTF-16"))
    #expect(try printed(big) == withNote(golden, "UTF-16"))
  }

  private func withNote(_ golden: String, _ encoding: String) -> String {
    var lines = golden.split(separator: "\n").map(String.init)
    lines.insert("ligne 1, caractères lus comme \(encoding)", at: lines.count - 2)
    return lines.joined(separator: "\n")
  }

  @Test func windowsAndLatin9AreToldApart() throws {
    let head = Array("Facture;Client;Date;TTC\nF1;".utf8)
    let tail = Array(";05/01/2026;12,00 ".utf8)
    func client(_ name: [UInt8], _ euro: UInt8) throws -> String? {
      let (_, reading) = try readTable(head + name + tail + [euro])
      guard case .document(let document)? = reading.drafts.first else { return nil }
      #expect(document.gross == Money(cents: 1200))
      return document.buyer?.name
    }
    // The euro sign is 0x80 in Windows-1252 and 0xA4 in Latin-9; œ is 0x9C and 0xBD.
    #expect(try client([0x43, 0x9C, 0x75, 0x72], 0x80) == "Cœur")
    #expect(try client([0x43, 0xBD, 0x75, 0x72], 0xA4) == "Cœur")
    #expect(try client([0x41, 0x20, 0xBD], 0x20) == "A ½")
  }

  @Test func generatedLayout() throws {
    let text = """
      invoice_number,type,customer_id,customer_name,siren,siret,vat_number,iban,issue_date,\
      due_date,terms,amount_ht_cents,vat_rate,vat_cents,amount_ttc_cents,currency,po_number,\
      disputed,dispute_reason,dispute_date,credited_invoice
      FA2023-000025,FA,C000270,"Éconov, Auvergne",762481661,76248166100184,FR16762481661,\
      FR7617515039854067469608210,2023-10-04,2023-10-04,REC,290000,0.200,58000,348000,EUR,BC78531,\
      1,duplicate,2023-10-27,
      AV2023-000005,AV,C000270,"Éconov, Auvergne",762481661,76248166100184,FR16762481661,\
      FR7617515039854067469608210,2023-12-18,2023-12-18,REC,-37691,0.200,-7538,-45229,EUR,BC78531,\
      0,,,FA2023-000025
      """
    let buyer =
      "to C000270/Éconov, Auvergne/762481661/76248166100184/FR16762481661/"
      + "FR7617515039854067469608210"
    #expect(
      try printed(text) == """
        csvInvoices
        380 FA2023-000025 2023-10-04 due 2023-10-04 term onReceipt net 2900.00 tax 580.00 gross \
        3480.00 payable 3480.00 EUR order BC78531 disputed 2023-10-27 duplicate \(buyer)
        381 AV2023-000005 2023-12-18 due 2023-12-18 term onReceipt net 376.91 tax 75.38 gross \
        452.29 payable 452.29 EUR order BC78531 corrects FA2023-000025 \(buyer)
        """)
  }

  @Test func englishTable() throws {
    let text = """
      InvoiceNumber,InvoiceDate,DueDate,CustomerName,NetAmount,VAT rate,Amount Paid,Currency
      INV-1,01/13/2026,02/12/2026,Acme,"1,234.50",20,100.00,USD
      INV-2,02/01/2026,,Acme,10.01,5.5%,,€
      """
    #expect(
      try printed(text) == """
        csvInvoices
        380 INV-1 2026-01-13 due 2026-02-12 net 1234.50 tax 246.90 gross 1481.40 prepaid 100.00 \
        payable 1381.40 USD to Acme
        380 INV-2 2026-02-01 net 10.01 tax 0.55 gross 10.56 payable 10.56 EUR to Acme
        ligne 1, dates lues mois/jour/année : aucun autre ordre n’est possible
        """)
  }

  @Test func badCellsAreRefusedOneByOne() throws {
    let text = """
      Numéro facture;Client;Date facture;Échéance;HT;TVA;TTC;Devise;Litige
      F1;A;31/02/2026;;100,00;20,00;120,00;EUR;
      F2;A;13/01/2026;;100,00;20,00;120,001;EUR;
      F3;A;13/01/2026;;100,00;20,00;99999999999999999999;EUR;
      ;A;13/01/2026;;100,00;20,00;120,00;EUR;
      F5;A;;;100,00;20,00;120,00;EUR;
      F6;A;13/01/2026;;100,00;20,00;125,00;EUR;
      F7;A;13/01/2026
      F8;A;13/01/2026;;100,00;20,00;120,02;EUR;non
      F9;A;13/01/2026;;100,00;20,00;120,00;euros;peut-être
      F10;A;13/01/2026;demain;100,00;20,00;120,00;EUR;
      F11;;13/01/2026;;100,00;20,00;120,00;EUR;
      F12;A "x;13/01/2026;;100,00;20,00;120,00;EUR;
      F13;"A;13/01/2026;;100,00;20,00;120,00;EUR;
      F14;A;13/01/2026;;100,00;20,00;;EUR;
      """
    let day = "attendu : une date qui existe, comme 23/11/2026 ou 2026-11-23."
    let amount =
      "attendu : un montant comme 1234,56 (deux décimales au plus, moins de 10 milliards)."
    #expect(
      try printed(text) == """
        csvInvoices
        380 F8 2026-01-13 net 100.00 tax 20.00 gross 120.02 payable 120.02 EUR to A
        380 F12 2026-01-13 net 100.00 tax 20.00 gross 120.00 payable 120.00 EUR to A "x
        380 F14 2026-01-13 net 100.00 tax 20.00 gross 120.00 payable 120.00 EUR to A
        ligne 2, « Date facture » : « 31/02/2026 » trouvé, \(day)
        ligne 3, « TTC » : « 120,001 » trouvé, \(amount)
        ligne 4, « TTC » : « 99999999999999999999 » trouvé, \(amount)
        ligne 5, « Numéro facture » : rien trouvé, attendu : FA-2026-0001.
        ligne 6, « Date facture » : rien trouvé, \(day)
        ligne 7, « TTC » : « 125,00 » trouvé, attendu : 120,00 (HT 100,00 + TVA 20,00).
        ligne 8, « Date facture » : « 3 » trouvé, attendu : 9 cellules.
        ligne 10, « Litige » : « peut-être » trouvé, attendu : oui, non.
        ligne 11, « Échéance » : « demain » trouvé, \(day)
        ligne 12, « Client » : rien trouvé, attendu : le client.
        ligne 14, « Numéro facture » : « F13 » trouvé, attendu : des guillemets fermés en fin de \
        cellule et doublés à l’intérieur.
        """)
    let raw = try readTable(Array(text.utf8)).1.rejections.map(\.raw)
    #expect(raw.first == "F1;A;31/02/2026;;100,00;20,00;120,00;EUR;")
  }

  @Test func columnsOfOneNameMustAgree() throws {
    let text = """
      Facture;Date;TTC;TTC
      F1;13/01/2026;10,00;10,00
      F2;13/01/2026;10,00;12,00
      """
    #expect(
      try printed(text) == """
        csvInvoices
        380 F1 2026-01-13 gross 10.00 payable 10.00 EUR
        ligne 3, « TTC » : « 10,00 / 12,00 » trouvé, attendu : la même valeur dans les deux \
        colonnes de ce nom.
        ligne 1, deux colonnes « TTC » : les lignes où elles diffèrent sont refusées
        """)
  }

  @Test func doubtsAreTold() throws {
    let text = """
      Facture;Date;TTC;Remise
      F1;05/01/2026;1.234;3
      """
    #expect(
      try printed(text) == """
        csvInvoices
        380 F1 2026-01-05 gross 1234.00 payable 1234.00 EUR
        ligne 1, rien ne dit l’ordre du jour et du mois : lu jour/mois/année
        ligne 1, rien ne dit le signe décimal : lu virgule décimale
        ligne 1, colonnes non lues : Remise
        """)
  }

  @Test func creditNotesOfOneFileHaveOneSign() throws {
    let text = """
      Facture;Type;Date;Total TTC en centimes
      A1;Avoir;2026-01-05;-1000
      A2;Avoir;20260106;1000
      F1;Facture;7/1/26;-500
      """
    #expect(
      try printed(text) == """
        csvInvoices
        381 A1 2026-01-05 gross 10.00 payable 10.00 EUR
        380 F1 2026-01-07 gross -5.00 payable -5.00 EUR
        ligne 3, « Total TTC en centimes » : « 1000 » trouvé, attendu : le même signe que les \
        autres avoirs du fichier.
        ligne 1, rien ne dit l’ordre du jour et du mois : lu jour/mois/année
        """)
  }

  @Test(arguments: [
    ("30N", "net(30)"), ("45EOM", "daysThenEOM(45)"), ("REC", "onReceipt"), ("60 jours", "net(60)"),
    ("30 jours nets", "net(30)"), ("Net 30", "net(30)"), ("30j", "net(30)"), ("30", "net(30)"),
    ("45 jours fin de mois", "daysThenEOM(45)"), ("45 j FDM", "daysThenEOM(45)"),
    ("Fin de mois + 45 jours", "eomThenDays(45)"), ("À réception", "onReceipt"),
    ("30 jours fin de mois le 10", "daysThenEOMThe(30,10)"),
    ("30 jours fin de décade", "decade(30)"), ("fin de mois", "daysThenEOM(0)"),
  ])
  func terms(_ written: String, _ notation: String) throws {
    let text = "Facture;Date;TTC;Conditions de paiement\nF1;2026-01-05;12,50;\(written)"
    let (_, reading) = try readTable(Array(text.utf8))
    guard case .document(let document)? = reading.drafts.first else {
      Issue.record("\(written): \(lines(reading))")
      return
    }
    #expect(document.term?.formula.notation == notation)
  }

  @Test func unreadTermStopsALineOnlyWithoutDueDate() throws {
    let text = """
      Facture;Date;TTC;Conditions de paiement;Échéance
      F1;2026-01-05;12,50;selon accord;2026-02-05
      F2;2026-01-05;12,50;selon accord;2026-02-05
      F3;2026-01-05;12,50;selon accord;
      """
    let wanted = "attendu : 30 jours, 45 jours fin de mois, comptant."
    #expect(
      try printed(text) == """
        csvInvoices
        380 F1 2026-01-05 due 2026-02-05 gross 12.50 payable 12.50 EUR
        380 F2 2026-01-05 due 2026-02-05 gross 12.50 payable 12.50 EUR
        ligne 2, « Conditions de paiement » : « selon accord » trouvé, \(wanted)
        ligne 4, « Conditions de paiement » : « selon accord » trouvé, \(wanted)
        """)
  }

  @Test func oneObjectForEachCustomer() throws {
    let text = """
      Facture;Code client;Client;Date;TTC
      F1;C1;Dupont;2026-01-05;1,00
      F2;C2;Martin;2026-01-05;1,00
      F3;C1;Dupont;2026-01-05;1,00
      F4;C1;Dupont SA;2026-01-05;1,00
      """
    let buyers = try readTable(Array(text.utf8)).1.drafts.map { draft -> Party? in
      if case .document(let document) = draft { document.buyer } else { nil }
    }
    #expect(buyers[0] === buyers[2])
    #expect(buyers.map { $0?.name } == ["Dupont", "Martin", "Dupont", "Dupont SA"])
  }
}
