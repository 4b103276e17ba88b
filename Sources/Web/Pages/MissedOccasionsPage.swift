import CreditPolicy
import Ledger
import Office
import Printing
import Quantities

/// Deliveries far faster than usual for which nothing was asked in return.
func missedOccasionsPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let found = try visit.desk.occasions()
  var page = Page(voice("Occasions manquées", "Missed occasions"), in: .rush) {
    figures([
      Figure(
        name: voice("Livraisons plus rapides", "Faster deliveries"),
        value: voice.count(found.list.count)),
      Figure(
        name: voice("Délai offert", "Lead time given away"), value: voice.days(found.daysGiven)),
      Figure(
        name: voice("Ce que cela valait", "What it was worth"), value: voice.money(found.worth),
        isMain: true),
    ])
    div {
      if found.list.isEmpty {
        emptyState(
          voice("Aucune occasion manquée", "No missed occasion"),
          voice(
            "Il faut des factures qui disent la date de commande et celle de livraison, cinq au "
              + "moins par client.",
            "Invoices must say when they were ordered and delivered, five at least a customer."))
      } else {
        occasionTable(found, voice)
      }
    }.class("card flush")
  }
  page.crumbs = [(voice("Commande urgente", "Rush order"), "/commande-urgente")]
  page.lead =
    found.list.isEmpty
    ? ""
    : voice(
      "Vous avez offert \(voice.days(found.daysGiven)) de délai ce trimestre, soit "
        + "\(voice.money(found.worth)).",
      "You gave away \(voice.days(found.daysGiven)) of lead time this quarter, worth "
        + "\(voice.money(found.worth)).")
  return try page.reply(to: visit)
}

private func occasionTable(_ found: MissedOccasions, _ voice: Voice) -> Element {
  dataTable(
    [
      Column(voice("Client", "Customer"), .title), Column(voice("Facture", "Invoice")),
      Column(voice("Livrée en", "Delivered in")),
      Column(voice("On aurait pu demander", "Could have been asked")),
      Column(voice("Montant", "Amount"), .figure), Column(voice("Valeur", "Worth"), .figure),
    ],
    caption: voice(
      "Les plus chères d’abord, du \(voice.day(found.days.first)) au "
        + "\(voice.day(found.days.last))",
      "The dearest first, from \(voice.day(found.days.first)) to \(voice.day(found.days.last))"),
    rows: found.list.prefix(100).map { occasionRow($0, voice) }, isList: true)
}

private func occasionRow(_ occasion: MissedOccasion, _ voice: Voice) -> [HTML] {
  let order = occasion.offer.order
  let asked = occasion.offer.counterpart.term?.words(in: voice.language)
  return [
    HTML {
      a(occasion.customer.name).href("/clients/\(occasion.customer.id.raw)").data("main", "")
    },
    HTML { a(occasion.number).href("/factures/\(occasion.document.raw)") },
    HTML(
      voice(
        "\(order.askedLeadInDays)\u{A0}j au lieu de \(order.usualLeadInDays)",
        "\(order.askedLeadInDays) days instead of \(order.usualLeadInDays)")),
    HTML(asked ?? voice("un supplément", "a surcharge")),
    HTML(voice.money(order.amount, occasion.currency)),
    HTML(voice.money(occasion.offer.worth, occasion.currency)),
  ]
}
