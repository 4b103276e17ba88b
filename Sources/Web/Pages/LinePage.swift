import Ledger
import Office
import Printing
import Quantities

/// One bank line, to be spread over several documents by hand.
func bankLinePage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  guard let row = try visit.desk.reconciliation(of: visit.entry) else { throw Refusal.notFound }
  let words = visit.query.text("client")
  let customer = try chosenCustomer(visit, row)
  let file = try customer.flatMap { try visit.desk.customerFile($0) }
  let found = try visit.desk.search(words, for: row.line)
  var page = Page(
    voice("Répartir ", "Split ") + voice.money(row.open, row.bankLine.currency),
    in: .reconciliation
  ) {
    div {
      facts([
        (voice("Payeur", "Payer"), HTML(row.bankLine.payer)),
        (voice("Reçu le", "Received"), HTML(voice.day(row.bankLine.booked))),
        (voice("Libellé", "Text"), HTML(row.bankLine.text)),
        (voice("Référence", "Reference"), HTML(row.bankLine.endToEnd)),
        (
          voice("Compte du payeur", "Payer's account"), HTML(grouped(row.bankLine.payerIBAN, by: 4))
        ),
        (voice("Pourquoi", "Why"), HTML(voice.reason(row.reasons))),
      ])
    }.class("card")
    customerChoice(visit, words, row, found)
    if let file {
      splitCard(visit, row, file)
      payerCard(visit, row, file.customer)
    }
  }
  page.crumbs = [(voice("Rapprochement", "Reconciliation"), "/rapprochement")]
  page.tools = HTML { span { setAsideForm(visit, row.line) }.class("end") }
  return try page.reply(to: visit)
}

/// The customer named in the address, else the one the program thinks of.
private func chosenCustomer(_ visit: Visit, _ row: Reconciliation.Row) throws -> CustomerID? {
  guard let text = visit.query["de"] else { return row.parts.lazy.compactMap(\.customer).first }
  guard let number = Int64(text), number > 0 else { throw Refusal.notFound }
  return CustomerID(number)
}

private func customerChoice(
  _ visit: Visit, _ words: String, _ row: Reconciliation.Row, _ found: LineSearch
) -> Element {
  let voice = visit.voice
  return div {
    form {
      div {
        label(
          voice("Quelle pièce, ou de quel client\u{A0}?", "Which document, or whose?")
        ).for("client")
        input().type("search").name("client").id("client").value(words)
      }
      button(voice("Chercher", "Look for")).type("submit")
    }.class("asof").method("get").action(visit.path)
    if !words.isEmpty { foundList(visit, row.line, row.bankLine, found) }
  }.class("card")
}

/// What a search for a line found: documents to put it on, customers to split it over.
func foundList(
  _ visit: Visit, _ line: EntryNumber, _ bankLine: BankLine, _ found: LineSearch
) -> Element {
  let voice = visit.voice
  return ul {
    for candidate in found.candidates {
      li {
        postForm(visit, to: "/rapprochement/\(line.raw)/imputer", back: "/rapprochement") {
          input().type("hidden").name("client").value(String(candidate.customer.raw))
          input().type("hidden").name("piece-\(candidate.document.raw)")
            .value(voice.typed(candidate.share))
          button(
            voice("Imputer ", "Allocate ") + voice.money(candidate.share, bankLine.currency)
              + voice(" sur ", " on ") + candidate.number
          ).type("submit")
        }.class("inline")
        span(
          candidate.customerName
            + (candidate.open == candidate.share
              ? ""
              : voice(", reste dû ", ", balance ")
                + voice.money(candidate.open, bankLine.currency))
        ).class("quiet")
      }
    }
    for customer in found.customers {
      li {
        a(customer.name).href("/rapprochement/\(line.raw)?de=\(customer.id.raw)")
        span(customer.party.city).class("quiet")
      }
    }
    if found.candidates.isEmpty, found.customers.isEmpty {
      li(
        voice(
          "Rien d’ouvert ne correspond. Cherchez le début ou la fin du numéro, le nom, le montant.",
          "Nothing open fits. Look for the start or the end of the number, the name, the amount."))
    }
  }.class("found")
}

/// « Ce payeur paie pour ce client » : for when the payer is another firm than the customer.
private func payerCard(
  _ visit: Visit, _ row: Reconciliation.Row, _ customer: Customer
) -> Element? {
  let voice = visit.voice
  let line = row.bankLine
  guard line.amount.isPositive, !line.payer.isEmpty || !line.payerIBAN.isEmpty else { return nil }
  let payer = line.payer.isEmpty ? grouped(line.payerIBAN, by: 4) : line.payer
  return div {
    postForm(
      visit, to: "/rapprochement/\(row.line.raw)/payeur",
      back: "/rapprochement/\(row.line.raw)?de=\(customer.id.raw)"
    ) {
      input().type("hidden").name("client").value(String(customer.id.raw))
      p(
        voice(
          "Si «\u{A0}\(payer)\u{A0}» paie pour \(customer.name), retenez-le\u{A0}: ses autres "
            + "lignes sont relues tout de suite, et celles à venir le seront ainsi.",
          "If “\(payer)” pays for \(customer.name), keep it: its other lines are read anew at "
            + "once, and so are those to come."))
      button(voice("Ce payeur paie pour ce client", "This payer pays for this customer"))
        .type("submit")
    }
  }.class("card")
}

/// The same search for the script of the list.
func searchForLine(_ visit: Visit) throws -> Reply {
  guard let row = try visit.desk.reconciliation(of: visit.entry) else { throw Refusal.notFound }
  let found = try visit.desk.search(visit.query.text("client"), for: row.line)
  return .json(
    .object([("html", .text(HTML { foundList(visit, row.line, row.bankLine, found) }.text))]))
}
