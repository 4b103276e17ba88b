import Claims
import Ledger
import Office
import Printing
import Quantities

/// The open documents of a customer, each with the amount that this bank line pays of it.
func splitCard(_ visit: Visit, _ row: Reconciliation.Row, _ file: CustomerFile) -> Element {
  let voice = visit.voice
  let currency = row.bankLine.currency
  return div {
    h2(file.customer.name)
    postForm(visit, to: "/rapprochement/\(row.line.raw)/imputer", back: "/rapprochement") {
      input().type("hidden").name("client").value(String(file.customer.id.raw))
      splitTable(row, file, voice)
      p {
        span {
          voice("Reste à répartir\u{A0}: ", "Left to split: ")
          strong(voice.money(row.residual, currency)).data("left", "").role("status")
        }
        button(voice("Imputer", "Allocate")).type("submit").class("primary")
      }.class("rest")
    }
    .data("split", String(row.open.cents)).data("currency", currency.code)
  }.class("card flush")
}

private func splitTable(
  _ row: Reconciliation.Row, _ file: CustomerFile, _ voice: Voice
) -> Element {
  let currency = row.bankLine.currency
  let proposed = Dictionary(
    row.parts.compactMap { part in part.document.map { ($0, part.amount) } },
    uniquingKeysWith: { $0 + $1 })
  let claim = file.claims.first { $0.currency == currency }
  let open = claim?.items.filter { !$0.balance.isZero } ?? []
  // What the program thinks of stands first.
  let items =
    open.filter { proposed[$0.document] != nil } + open.filter { proposed[$0.document] == nil }
  let onAccount = row.parts.filter { $0.document == nil }.map(\.amount).sum()
  return dataTable(
    [
      Column(voice("Pièce", "Document"), .title), Column(voice("Échéance", "Due")),
      Column(voice("Reste dû", "Balance"), .figure),
      Column(voice("Payé par cette ligne", "Paid by this line"), .figure),
    ],
    caption: voice(
      "Laissez vide ce que cette ligne ne paie pas.", "Leave empty what this line does not pay."
    ),
    rows: items.prefix(300).map { item in
      [
        HTML { a(item.number).href("/factures/\(item.document.raw)") },
        HTML(item.isCredit ? voice("avoir", "credit note") : voice.day(item.due)),
        HTML(voice.money(item.balance, currency)),
        amountField(
          "piece-\(item.document.raw)", item.number,
          voice.typed(proposed[item.document] ?? .zero),
          whole: voice.typed(item.balance), voice),
      ]
    } + [
      [
        HTML(voice("En compte, sans pièce", "On account, on no document")), HTML(), HTML(),
        amountField(
          "en-compte", voice("En compte", "On account"), voice.typed(onAccount), whole: nil,
          voice),
      ]
    ], isList: true)
}

private func amountField(
  _ name: String, _ title: String, _ value: String, whole: String?, _ voice: Voice
) -> HTML {
  HTML {
    if let whole {
      button(voice("tout", "all")).type("button").class("plain").data("fill", name)
        .data("amount", whole).aria("label", voice("Payer tout de ", "Pay all of ") + title)
    }
    input().type("text").name(name).id(name).value(value).class("money")
      .attribute("inputmode", "decimal").autocomplete("off").aria("label", title)
      .attribute("size", "11")
  }
}
