import Claims
import Ledger
import Office
import Printing
import Quantities

/// Every customer by name, fifty a page, with a search.
func customersPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let words = visit.query.text("q")
  let number = try visit.page
  let customers = try visit.desk.customers(matching: words, page: number - 1)
  var page = Page(voice("Clients", "Customers"), in: .customers) {
    form {
      div {
        label(voice("Nom, code ou SIREN", "Name, code or SIREN")).for("filtre")
        input().type("search").name("q").id("filtre").value(words)
      }
      button(voice("Filtrer", "Filter")).type("submit")
    }.class("asof").method("get").action("/clients")
    div {
      if customers.isEmpty {
        emptyState(
          voice("Aucun client", "No customer"),
          words.isEmpty
            ? voice(
              "Importez vos factures\u{A0}: les clients viennent avec elles.",
              "Import your invoices: customers come with them.")
            : voice(
              "Aucun nom, code ou SIREN ne contient « \(words) ».",
              "No name, code or SIREN holds “\(words)”."))
      } else {
        customerTable(customers, voice)
      }
      pager(visit, page: number, hasMore: customers.count == 50)
    }.class("card flush")
  }
  page.lead = voice(
    "Ouvrez une fiche pour voir ce que ce client doit, et pourquoi.",
    "Open a file to see what this customer owes, and why.")
  return try page.reply(to: visit)
}

private func customerTable(_ customers: [Customer], _ voice: Voice) -> Element {
  dataTable(
    [
      Column(voice("Client", "Customer"), .title), Column("Code"), Column("SIREN"),
      Column(voice("Ville", "City")), Column(voice("Contact", "Contact")),
    ], caption: voice("Clients par ordre alphabétique", "Customers in alphabetical order"),
    rows: customers.map { customer in
      [
        HTML { a(customer.name).href("/clients/\(customer.id.raw)").data("main", "") },
        HTML(customer.party.reference), HTML(grouped(customer.party.siren, by: 3)),
        HTML(customer.party.city),
        HTML {
          if !customer.party.email.isEmpty { customer.party.email }
          if !customer.party.phone.isEmpty { span(phone(customer.party.phone)).class("under") }
        },
      ]
    }, isList: true)
}

/// What the search box found; straight to the page when it is one thing.
func searchPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let words = visit.query.text("q")
  guard !words.isEmpty else { return .seeOther("/clients") }
  let found = try visit.desk.search(words)
  if found.customers.count + found.documents.count == 1 {
    if let customer = found.customers.first { return .seeOther("/clients/\(customer.id.raw)") }
    if let document = found.documents.first { return .seeOther("/factures/\(document.id.raw)") }
  }
  var page = Page(voice("Recherche", "Search")) {
    if found.customers.isEmpty, found.documents.isEmpty {
      div {
        emptyState(
          voice("Rien ne correspond", "Nothing found"),
          voice(
            "Cherchez un nom, un code, un SIREN ou un numéro de facture.",
            "Look for a name, a code, a SIREN or an invoice number."))
      }.class("card")
    }
    if !found.customers.isEmpty {
      div {
        h2(voice("Clients", "Customers"))
        customerTable(found.customers, voice)
      }.class("card flush")
    }
    if !found.documents.isEmpty {
      div {
        h2(voice("Pièces", "Documents"))
        documentTable(found, voice)
      }.class("card flush")
    }
  }
  page.lead = "« \(words) »"
  return try page.reply(to: visit)
}

private func documentTable(_ found: SearchResult, _ voice: Voice) -> Element {
  dataTable(
    [Column(voice("Numéro", "Number"), .title)],
    caption: voice("Factures et avoirs", "Invoices and credit notes"),
    rows: found.documents.map { document in
      [HTML { a(document.number).href("/factures/\(document.id.raw)").data("main", "") }]
    }, isList: true)
}

/// `123 456 789` by threes, `FR76 3000 …` by fours, held together by no-break spaces.
func grouped(_ text: String, by size: Int) -> String {
  var result = ""
  for (place, sign) in text.filter({ $0 != " " }).enumerated() {
    if place > 0, place % size == 0 { result += "\u{A0}" }
    result.append(sign)
  }
  return result
}

/// A French number by twos; any other as it was given.
func phone(_ text: String) -> String {
  let digits = text.filter { $0 != " " && $0 != "." }
  return digits.utf8.count == 10 && digits.hasPrefix("0") ? grouped(digits, by: 2) : text
}
