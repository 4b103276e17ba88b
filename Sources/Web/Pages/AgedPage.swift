import Claims
import Ledger
import Office
import Printing
import Quantities
import Reports

/// What is owed by age of the delay, at the end of any day (balance âgée).
func agedPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let day = try visit.asOf
  let book = try visit.desk.agedBalance(on: day)
  let past = try pastBanner(visit)
  let number = try visit.page
  let sections = try book.currencies.compactMap { currency in
    try book[currency].map { try agedSection(visit, $0, page: number) }
  }
  var page = Page(voice("Balance âgée", "Aged balance"), in: .aged) {
    past
    if sections.isEmpty {
      div {
        emptyState(
          voice("Rien n’est ouvert à cette date", "Nothing is open on this day"),
          voice("Aucune facture, aucun avoir.", "No invoice, no credit note."))
      }.class("card")
    }
    sections
  }
  page.lead = voice(
    "Au \(voice.day(book.day)), TTC. Chaque ligne mène à la fiche du client.",
    "As of \(voice.day(book.day)), VAT included. Each row leads to the customer's file.")
  page.tools = HTML {
    asOfForm(visit, book.day.iso)
    a("CSV").class("button").href(
      "/balance-agee/csv" + (day.map { "?au=" + $0.iso } ?? ""))
    button(voice("Imprimer, PDF", "Print, PDF")).type("button").data("print", "")
  }
  return try page.reply(to: visit)
}

private func agedSection(_ visit: Visit, _ balance: AgedBalance, page: Int) throws -> HTML {
  let voice = visit.voice
  let rows = balance.rows
  let shown = rows.dropFirst((page - 1) * 50).prefix(50)
  let names = try visit.desk.names(of: shown.map(\.customer))
  return HTML {
    div {
      h2(voice("Par âge, en ", "By age, in ") + balance.currency.sign)
      agedChart(balance, voice)
    }.class("card")
    div {
      dataTable(
        agedColumns(voice),
        caption: voice.count(
          rows.count, ("client", "clients"), ("customer", "customers"))
          + voice(
            ", le plus gros retard d’abord, en \(balance.currency.sign)",
            ", most overdue first, in \(balance.currency.sign)"),
        rows: shown.map { row in
          [
            HTML {
              a(names[row.customer] ?? "").data("main", "").href(
                "/clients/\(row.customer.raw)"
                  + (visit.query["au"].map { "?au=" + Form.encoded($0) } ?? ""))
            }
          ] + agedCells(row.amounts, voice)
        },
        total: [HTML(voice("Total", "Total"))]
          + agedCells(balance.totals, voice), isList: true, isWide: true)
      pager(visit, page: page, hasMore: page * 50 < rows.count)
    }.class("card flush")
  }
}

private func agedColumns(_ voice: Voice) -> [Column] {
  [Column(voice("Client", "Customer"), .title)]
    + AgeingBucket.allCases.map { Column(voice($0.french, $0.english), .figure) }
    + [
      Column(voice("Non imputé", "Unallocated"), .figure),
      Column(voice("Encours", "Balance"), .figure),
    ]
}

/// Without the sign of the currency, which the caption names: the balance is to be seen whole.
private func agedCells(_ amounts: AgedAmounts, _ voice: Voice) -> [HTML] {
  func written(_ amount: Money) -> String { voice.isFrench ? amount.french : amount.english }
  let bands = AgeingBucket.allCases.map { amounts[$0] } + [amounts.unallocated]
  return bands.map { $0.isZero ? HTML() : HTML(written($0)) }
    + [HTML { strong(written(amounts.total)) }]
}

/// The whole balance as a table for a spreadsheet.
func agedCSV(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let book = try visit.desk.agedBalance(on: visit.asOf)
  var table = CSVTable(
    titles: [voice("Code", "Code")] + agedColumns(voice).map(\.name) + [voice("Devise", "Currency")]
  )
  for currency in book.currencies {
    guard let balance = book[currency] else { continue }
    let rows = balance.rows
    let names = try visit.desk.names(of: rows.map(\.customer))
    for row in rows {
      let amounts = row.amounts
      let bands = AgeingBucket.allCases.map { amounts[$0] }
      table.rows.append(
        [.number(Int(row.customer.raw)), .text(names[row.customer] ?? "")]
          + (bands + [amounts.unallocated, amounts.total]).map { .amount($0) }
          + [.text(currency.code)])
    }
  }
  return .file(
    table.bytes(voice.isFrench ? .excel : .plain), type: "text/csv; charset=utf-8",
    name: voice("balance-agee", "aged-balance") + "-" + book.day.iso + ".csv")
}
