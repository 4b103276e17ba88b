import Intake
import Ledger
import Testing

@Suite struct CSVCustomerTests {
  @Test func generatedLayout() throws {
    let text = """
      customer_id,account,name,siren,siret,vat_number,iban,bic,street,postcode,city,country,email,\
      terms,payment_mode,parent_name
      C000002,41100002,Orineo Île-de-France EARL,844696476,84469647600168,FR39844696476,,,\
      45 rue Victor Hugo,06000,Nice,FR,compta@c000002.example,45EOM,transfer,Groupe Orineo
      """
    #expect(
      try printed(text) == """
        csvCustomers
        customer C000002/41100002/Orineo Île-de-France EARL/844696476/84469647600168/FR39844696476/\
        45 rue Victor Hugo/06000/Nice/FR/compta@c000002.example/Groupe Orineo/daysThenEOM(45)/\
        transfer
        ligne 1, colonnes non lues : bic
        """)
  }

  @Test func numbersThatCannotBeRightAreLeftOut() throws {
    let text = """
      Code tiers;Raison sociale;SIREN;IBAN;Adresse e-mail;Pays
      C1;Dupont;732 829 320;FR76 3000 6000 0112 3456 7890 189;a@b.fr;France
      C2;Martin;73282932;FR76 3000 6000 0112 3456 7890 188;ab.fr;Syldavie
      C3;;;;;
      """
    let iban =
      "un IBAN dont la clé est juste, comme FR76 3000 6000 0112 3456 7890 189"
    #expect(
      try printed(text) == """
        csvCustomers
        customer C1/Dupont/732829320/FR7630006000011234567890189/FR/a@b.fr
        customer C2/Martin
        ligne 3, « SIREN » : « 73282932 » trouvé, attendu : 9 chiffres.
        ligne 3, « IBAN » : « FR76 3000 6000 0112 3456 7890 188 » trouvé, attendu : \(iban).
        ligne 3, « Pays » : « Syldavie » trouvé, attendu : FR (code de deux lettres).
        ligne 3, « Adresse e-mail » : « ab.fr » trouvé, attendu : compta@client.fr.
        ligne 4, « Raison sociale » : rien trouvé, attendu : Dupont SARL.
        """)
  }

  /// As programs write it: in words, in short, with a term behind it, or as a code (UNTDID 4461).
  @Test(arguments: [
    ("transfer", "Virement|VIR|virement bancaire|transfer|SEPA transfer|VIR30"),
    ("transfer", "SEPA Credit Transfer|Virement 30 jours|mandat administratif|30|42|45|58"),
    ("directDebit", "prélèvement|Pre\u{301}le\u{300}vement|PRLV|PRE|SDD|direct_debit|TIP|49|59"),
    ("cheque", "chèque|CHQ|cheque|check|Chèque à réception|20|23|25|26|91|92"),
    ("card", "Carte bancaire|CB|carte|debit card|48|54|55"),
    ("bill", "LCR|Traite|effet|BOR|billet à ordre|lettre de change|LCR60|44|70"),
    ("cash", "espèces|ESPECES|LIQ|cash|10"),
    ("nothing", "Aucun|à définir|N/A|Autre|-|1|ZZZ"),
    ("unclear", "virement ou chèque|SEPA|compensation|97|31|57|0|V"),
  ])
  func meansOfPaymentAreReadAsProgramsWriteThem(wanted: String, cells: String) throws {
    for cell in cells.split(separator: "|") {
      let text = "Code client;Nom;Mode de règlement\nC1;Dupont;\(cell)\n"
      let (_, reading) = try readTable(Array(text.utf8))
      guard let draft = reading.drafts.first, case .customer(let party, _) = draft else {
        Issue.record("\(cell): no customer")
        continue
      }
      let isKnown = !["nothing", "unclear"].contains(wanted)
      #expect(party.means?.rawValue == (isKnown ? wanted : nil), "\(cell)")
      #expect(reading.notes.isEmpty == (wanted != "unclear"), "\(cell)")
    }
  }

  @Test(arguments: [
    "payment_mode", "mode_paiement", "Mode de règlement", "Moyen de paiement", "Règlement",
    "payment_means", "Payment Method", "Mode règlement", "PaymentMode",
  ])
  func theColumnHasManyNames(name: String) throws {
    let text = "Code client;Raison sociale;SIREN;\(name)\nC1;Dupont;732829320;CHQ\n"
    #expect(try printed(text) == "csvCustomers\ncustomer C1/Dupont/732829320/cheque")
  }

  /// What is no means is told once, and no customer is refused for it.
  @Test func whatIsNoMeansIsToldOnce() throws {
    let text = """
      Code;Nom;SIREN;Mode de règlement
      C1;Dupont;732829320;VIR
      C2;Martin;732829320;Troc
      C3;Morin;732829320;Troc
      C4;Petit;732829320;CB ou VIR
      C5;Roux;732829320;
      """
    #expect(
      try printed(text) == """
        csvCustomers
        customer C1/Dupont/732829320/transfer
        customer C2/Martin/732829320
        customer C3/Morin/732829320
        customer C4/Petit/732829320
        customer C5/Roux/732829320
        ligne 3, « Mode de règlement » : « Troc » ne dit pas un moyen de paiement connu, laissé de \
        côté pour 2 clients
        ligne 5, « Mode de règlement » : « CB ou VIR » ne dit pas un moyen de paiement connu, \
        laissé de côté pour 1 client
        """)
  }
}
