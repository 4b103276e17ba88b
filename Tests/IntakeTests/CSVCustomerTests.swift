import Intake
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
        45 rue Victor Hugo/06000/Nice/FR/compta@c000002.example/Groupe Orineo/daysThenEOM(45)
        ligne 1, colonnes non lues : bic, payment_mode
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
}
