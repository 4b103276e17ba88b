import Law
import Ledger
import Office
import Printing
import Quantities

/// How to reach the customer, and on which terms.
func contactsList(_ file: CustomerFile, _ voice: Voice) -> Element {
  let party = file.customer.party
  return facts([
    (
      voice("Adresse", "Address"),
      HTML {
        for part in [
          party.street,
          [party.postcode, party.city].filter { !$0.isEmpty }
            .joined(separator: " "), party.country,
        ] where !part.isEmpty {
          part
          br()
        }
      }
    ),
    (
      voice("E-mail", "E-mail"),
      HTML { if !party.email.isEmpty { a(party.email).href("mailto:" + party.email) } }
    ),
    (
      voice("Téléphone", "Phone"),
      HTML {
        if !party.phone.isEmpty {
          a(phone(party.phone)).href("tel:" + party.phone.filter { $0 != " " })
        }
      }
    ),
    ("SIREN", HTML(grouped(party.siren, by: 3))), ("SIRET", HTML(party.siret)),
    (voice("N° de TVA", "VAT number"), HTML(party.vatNumber)),
    ("IBAN", HTML(grouped(party.iban, by: 4))),
    (voice("Groupe", "Group"), HTML(party.parent)),
    (voice("Délai de paiement", "Payment term"), HTML(termWords(file, voice))),
    (
      voice("Paie d’habitude", "Usually pays"),
      HTML(party.means.map { voice("par \($0.french)", "by \($0.english)") } ?? "")
    ),
  ])
}

/// The customer's own term, else the one its newest invoice shows.
private func termWords(_ file: CustomerFile, _ voice: Voice) -> String {
  if let term = file.customer.party.term { return words(term, voice) }
  for account in file.accounts {
    for item in account.items.reversed() {
      if case .invoice(let invoice) = item.kind {
        if let term = invoice.term { return words(term, voice) }
        let days = invoice.issue.days(to: invoice.due)
        return voice(
          "\(voice.days(days)) sur la dernière facture", "\(voice.days(days)) on the last invoice")
      }
    }
  }
  return ""
}
