import Ledger
import Office
import Printing
import Quantities

/// The bank lines that wait for a person, with what the program thinks of each (rapprochement).
func reconciliationPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let number = try visit.page
  let waiting = try visit.desk.reconciliation(page: number - 1)
  var page = Page(voice("Rapprochement", "Reconciliation"), in: .reconciliation) {
    if waiting.rows.isEmpty {
      div {
        emptyState(
          voice("Tout l’argent a trouvé sa facture", "All the money has found its invoice"),
          voice(
            "Importez un nouveau relevé de banque pour continuer.",
            "Import a newer bank statement to go on."))
      }.class("card")
    } else {
      ol {
        for row in waiting.rows { lineBlock(visit, row) }
      }.class("worklist")
      pager(
        visit, page: number, hasMore: number * 50 < waiting.total)
    }
  }
  page.lead = voice(
    "\(voice.count(waiting.total, ("ligne attend", "lignes attendent"), ("", ""))) "
      + "votre décision. Rien n’est imputé sans être sûr\u{A0}; tout peut être annulé.",
    "\(voice.count(waiting.total, ("", ""), ("line waits", "lines wait"))) "
      + "for your decision. Nothing is booked unless sure; everything can be undone.")
  return try page.reply(to: visit)
}

private func lineBlock(_ visit: Visit, _ row: Reconciliation.Row) -> Element {
  let voice = visit.voice
  let line = row.bankLine
  return li {
    div {
      h2 {
        a(line.payer.isEmpty ? voice("Payeur non indiqué", "No payer given") : line.payer)
          .href("/rapprochement/\(row.line.raw)").data("main", "")
      }
      div { lineTags(row, voice) }.class("tags")
    }
    div {
      voice.money(row.open, line.currency)
      if row.open != line.amount {
        small(voice("sur ", "of ") + voice.money(line.amount, line.currency))
      }
    }.class("sum")
    dl {
      dt(voice("Libellé", "Text"))
      dd(line.text.isEmpty ? "—" : line.text)
      if !row.parts.isEmpty {
        dt(voice("Proposition", "Proposal"))
        dd { proposal(row, voice) }
      }
      if !row.reasons.isEmpty {
        dt(voice("Pourquoi", "Why"))
        dd(voice.reason(row.reasons))
      }
    }.class("why")
    div { lineActions(visit, row) }.class("do")
  }.class("task flat").data("row", "")
}

@HTMLBuilder private func lineTags(_ row: Reconciliation.Row, _ voice: Voice) -> HTML {
  badge(voice.day(row.bankLine.booked))
  badge(operationName(row.bankLine.operation, voice))
  row.parts.isEmpty
    ? badge(voice("à identifier", "to identify"), .late)
    : badge(
      voice("proposition, ", "proposal, ") + scoreWords(row.score, voice),
      row.score >= 700 ? .good : .warn)
}

@HTMLBuilder private func lineActions(_ visit: Visit, _ row: Reconciliation.Row) -> HTML {
  let voice = visit.voice
  if !row.parts.isEmpty {
    postForm(visit, to: "/rapprochement/\(row.line.raw)/accepter") {
      button(voice("Accepter", "Accept")).type("submit").class("primary").data("press", "a")
    }.class("inline")
  }
  a(voice("Répartir…", "Split…")).class("button").href("/rapprochement/\(row.line.raw)")
    .data("press", "r")
  setAsideForm(visit, row.line)
}

/// Which documents would be paid, and what would be left of the line.
private func proposal(_ row: Reconciliation.Row, _ voice: Voice) -> HTML {
  let currency = row.bankLine.currency
  return HTML {
    for part in row.parts {
      div {
        voice.money(part.amount, currency)
        if let document = part.document {
          voice(" sur ", " on ")
          a(part.number).href("/factures/\(document.raw)")
        } else {
          voice(" en compte", " on account")
        }
        if let customer = part.customer {
          " · "
          a(part.customerName).href("/clients/\(customer.raw)")
        }
      }
    }
    if !row.residual.isZero {
      div(voice("reste ", "left: ") + voice.money(row.residual, currency)).class("quiet")
    }
  }
}

private func setAsideForm(_ visit: Visit, _ line: EntryNumber) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "ecarter-\(line.raw)")
  return fold(
    voice("Écarter", "Set aside"), key: "x",
    postForm(
      visit, to: "/rapprochement/\(line.raw)/ecarter",
      back: visit.path == "/rapprochement" ? nil : "/rapprochement"
    ) {
      fields.text(
        "raison", voice("Ce que c’est", "What it is"),
        hint: voice(
          "Par exemple\u{A0}: remboursement de TVA, virement entre vos comptes.",
          "For example: a VAT refund, a transfer between your accounts."), isRequired: true)
      button(voice("Écarter la ligne", "Set the line aside")).type("submit").class("primary")
    })
}

func operationName(_ operation: BankLine.Operation, _ voice: Voice) -> String {
  switch operation {
  case .transfer: voice("virement", "transfer")
  case .directDebit: voice("prélèvement", "direct debit")
  case .cheque: voice("chèque", "cheque")
  case .card: voice("carte", "card")
  case .returned: voice("impayé", "returned")
  case .fee: voice("frais", "fee")
  case .other: voice("autre opération", "other operation")
  }
}

/// One bank line, to be spread over several documents by hand.
func bankLinePage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  guard let row = try visit.desk.reconciliation(of: visit.entry) else { throw Refusal.notFound }
  let words = visit.query.text("client")
  let customer = try chosenCustomer(visit, row)
  let file = try customer.flatMap { try visit.desk.customerFile($0) }
  let found = words.isEmpty ? [] : try visit.desk.customers(matching: words)
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
    customerChoice(visit, words, found)
    if let file { splitCard(visit, row, file) }
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

private func customerChoice(_ visit: Visit, _ words: String, _ found: [Customer]) -> Element {
  let voice = visit.voice
  return div {
    form {
      div {
        label(voice("De quel client\u{A0}?", "From which customer?")).for("client")
        input().type("search").name("client").id("client").value(words)
      }
      button(voice("Chercher", "Look for")).type("submit")
    }.class("asof").method("get").action(visit.path)
    if !found.isEmpty {
      ul {
        for customer in found.prefix(12) {
          li {
            a(customer.name).href("\(visit.path)?de=\(customer.id.raw)")
            " " + customer.party.city
          }
        }
      }
    }
  }.class("card")
}
