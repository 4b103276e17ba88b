import Dunning
import Ledger
import Office
import Printing
import Quantities

/// Those to call whose number nobody knows: shown apart, so that the round goes on without them.
@HTMLBuilder func withoutPhoneCard(_ visit: Visit, _ list: CallList) -> HTML {
  let voice = visit.voice
  if !list.withoutPhone.isEmpty {
    div {
      h2(voice("Numéro manquant", "Number missing"))
      dataTable(
        [
          Column(voice("Client", "Customer"), .title), Column(voice("Étape", "Step")),
          Column(voice("À réclamer", "Claimable"), .figure),
        ],
        caption: voice(
          "Donnez un numéro sur la fiche du client, et l’appel entre dans la liste.",
          "Give a number on the customer’s file, and the call joins the list."),
        rows: list.withoutPhone.prefix(50).map { entry in
          let id = entry.customer.id.raw
          let name = entry.contact.level.name
          return [
            HTML { a(entry.customer.name).href("/clients/\(id)") },
            HTML {
              voice(name.french, name.english) + " "
              a(voice("Ouvrir quand même", "Open all the same"))
                .href("/appels?fiche=\(id)&devise=\(entry.currency.code)")
            },
            HTML(voice.money(entry.contact.claiming, entry.currency)),
          ]
        })
    }.class("card flush")
  }
}
