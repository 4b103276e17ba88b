/// The customers as the accounting program exports them.
enum CustomerTable {
  static let header =
    "Code client;Raison sociale;SIREN;SIRET;N° TVA;IBAN;Adresse;Code postal;Ville;Pays;E-mail;"
    + "Téléphone;Conditions de règlement;Groupe;Catégorie;Observations;"
    + "Contact comptabilité;E-mail comptabilité;Téléphone comptabilité;"
    + "Contact décideur;E-mail décideur;Téléphone décideur\r\n"

  static func put(_ customer: DemoCustomer, into text: inout ByteText) {
    let category =
      customer.habit == .publicBuyer
      ? "Acheteur public" : customer.isAbroad ? "Export" : "Entreprise"
    let note = customer.habit == .insolvent ? "Redressement judiciaire en cours" : ""
    let cells =
      [
        customer.code, customer.name, customer.siren, customer.siret, customer.vatNumber,
        customer.isIBANKnown ? customer.iban : "", customer.street, customer.postcode,
        customer.city,
        customer.country, customer.email, customer.phone, customer.termWords, customer.group,
        category, note,
      ]
      + [customer.payables, customer.decider].flatMap {
        [$0?.name ?? "", $0?.email ?? "", $0?.phone ?? ""]
      }
    for (column, cell) in cells.enumerated() {
      if column > 0 { text.put(";") }
      text.put(cell: cell)
    }
    text.put("\r\n")
  }
}
