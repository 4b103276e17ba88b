import Ledger
import Office
import Printing
import Quantities

/// One bank line of the list, with what may be done about it.
func lineBlock(_ visit: Visit, _ row: Reconciliation.Row, on place: String? = nil) -> Element {
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
        dd { parts(row, voice) }
      }
      if !row.reasons.isEmpty {
        dt(voice("Pourquoi", "Why"))
        dd(voice.reason(row.reasons))
      }
    }.class("why")
    div { lineActions(visit, row, back: place) }.class("do")
  }.class("task flat").data("row", "").data("line", String(row.line.raw))
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

@HTMLBuilder private func lineActions(
  _ visit: Visit, _ row: Reconciliation.Row, back: String?
) -> HTML {
  let voice = visit.voice
  if !row.parts.isEmpty {
    postForm(visit, to: "/rapprochement/\(row.line.raw)/accepter", back: back) {
      button(voice("Accepter", "Accept")).type("submit").class("primary").data("press", "a")
    }.class("inline")
  }
  a(voice("Répartir…", "Split…")).class("button").href("/rapprochement/\(row.line.raw)")
    .data("press", "r")
  searchForm(visit, row.line)
  setAsideForm(visit, row.line, back: back)
  neverForm(visit, row, back: back)
}

/// Which documents are paid, or would be, and what is left of the line.
func parts(_ row: Reconciliation.Row, _ voice: Voice) -> HTML {
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

/// Looks for another document: answers while one types, or opens the line's page.
private func searchForm(_ visit: Visit, _ line: EntryNumber) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "chercher-\(line.raw)")
  return fold(
    voice("Autre pièce…", "Other document…"), key: "c",
    div {
      form {
        fields.text(
          "client", voice("Pièce, client ou montant", "Document, customer or amount"),
          hint: voice(
            "Par exemple\u{A0}: FA-2026-00, Aubois, 1 234,56.",
            "For example: FA-2026-00, Aubois, 1234.56."), isRequired: true)
        button(voice("Chercher", "Look for")).type("submit")
      }.method("get").action("/rapprochement/\(line.raw)")
        .data("find", "/rapprochement/\(line.raw)/chercher")
      div().class("found").role("status")
    }.class("panel"))
}

func setAsideForm(_ visit: Visit, _ line: EntryNumber, back: String? = nil) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "ecarter-\(line.raw)")
  return fold(
    voice("Écarter", "Set aside"), key: "x",
    postForm(
      visit, to: "/rapprochement/\(line.raw)/ecarter",
      back: back ?? (visit.path == "/rapprochement" ? nil : "/rapprochement")
    ) {
      fields.text(
        "raison", voice("Ce que c’est", "What it is"),
        hint: voice(
          "Par exemple\u{A0}: remboursement de TVA, virement entre vos comptes.",
          "For example: a VAT refund, a transfer between your accounts."), isRequired: true)
      button(voice("Écarter la ligne", "Set the line aside")).type("submit").class("primary")
    })
}

/// Makes a rule: lines with these words are never a customer's.
private func neverForm(_ visit: Visit, _ row: Reconciliation.Row, back: String?) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "jamais-\(row.line.raw)")
  return fold(
    voice("Jamais un client…", "Never a customer…"), key: "n",
    postForm(visit, to: "/rapprochement/\(row.line.raw)/jamais", back: back) {
      fields.text(
        "mots", voice("Mots de ces lignes", "Words of such lines"),
        value: row.suggestedWords,
        hint: voice(
          "Les lignes qui portent ces mots sont écartées, celles qui attendent et celles à venir.",
          "Lines that bear these words are set aside, those that wait and those to come."),
        isRequired: true)
      button(voice("Retenir la règle", "Keep the rule")).type("submit").class("primary")
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
