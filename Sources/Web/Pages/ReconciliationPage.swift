import Ledger
import Office
import Printing
import Quantities

/// Lines of a page of the list.
private let linesAPage = 50

/// The bank lines that wait for a person, with what the program thinks of each (rapprochement).
func reconciliationPage(_ visit: Visit) throws -> Reply {
  if visit.wantsJSON { return try moreLines(visit) }
  let voice = visit.voice
  let number = try visit.page
  let first = linesAPage * (number - 1)
  let waiting = try visit.desk.reconciliation(from: first)
  var page = Page(voice("Rapprochement", "Reconciliation"), in: .reconciliation) {
    justDecided(visit)
    if waiting.rows.isEmpty {
      div {
        emptyState(
          voice("Tout l’argent a trouvé sa facture", "All the money has found its invoice"),
          voice(
            "Importez un nouveau relevé de banque pour continuer.",
            "Import a newer bank statement to go on."))
      }.class("card")
    } else {
      keyLine(voice)
      ol {
        for row in waiting.rows { lineBlock(visit, row) }
      }.class("worklist").data("decide", "/rapprochement").data("from", String(first))
        .data("failed", voice("La demande n’a pas abouti.", "The request did not go through."))
      pager(visit, page: number, hasMore: number * linesAPage < waiting.total)
    }
  }
  page.lead = waitingWords(waiting.total, voice)
  page.tools = HTML {
    a(voice("Règles apprises", "Learned rules")).class("button").href("/rapprochement/regles")
  }
  page.head = HTML { script(Asset.worklist.address) }
  return try page.reply(to: visit)
}

/// The lines from a place in their order, for the script that fills the list up as one works.
private func moreLines(_ visit: Visit) throws -> Reply {
  let place = Int(visit.query.text("depuis")) ?? 0
  guard (0...100_000_000).contains(place) else { throw Refusal.notFound }
  let waiting = try visit.desk.reconciliation(from: place)
  return .json(
    .object([
      ("lead", .text(waitingWords(waiting.total, visit.voice))),
      (
        "rows",
        .list(
          waiting.rows.map { row in
            .object([
              ("line", .number(Int(row.line.raw))),
              ("html", .text(HTML { lineBlock(visit, row, on: "/rapprochement") }.text)),
            ])
          })
      ),
    ]))
}

func waitingWords(_ count: Int, _ voice: Voice) -> String {
  voice(
    "\(voice.count(count, ("ligne attend", "lignes attendent"), ("", ""))) "
      + "votre décision. Rien n’est imputé sans être sûr\u{A0}; tout peut être annulé.",
    "\(voice.count(count, ("", ""), ("line waits", "lines wait"))) "
      + "for your decision. Nothing is booked unless sure; everything can be undone.")
}

/// The keys of the list, in one line above it.
private func keyLine(_ voice: Voice) -> Element {
  let keys = [
    ("j", voice("suivante", "next")), ("k", voice("précédente", "previous")),
    ("a", voice("accepter", "accept")), ("r", voice("répartir", "split")),
    ("c", voice("chercher une autre pièce", "find another document")),
    ("x", voice("écarter", "set aside")),
    ("n", voice("jamais un client", "never a customer")), ("u", voice("reprendre", "take back")),
  ]
  return p {
    for (key, use) in keys {
      span {
        kbd(key)
        " " + use
      }
    }
  }.class("keys")
}

/// After a form without script: what was decided can be taken back by one button.
@HTMLBuilder private func justDecided(_ visit: Visit) -> HTML {
  if let line = Int64(visit.query.text("ligne")), line > 0,
    let deed = visit.query["fait"].flatMap(Deed.init(rawValue:)), deed.isAboutALine
  {
    takeBackForm(visit, EntryNumber(line))
  }
}

func takeBackForm(_ visit: Visit, _ line: EntryNumber) -> Element {
  postForm(visit, to: "/rapprochement/\(line.raw)/reprendre", back: "/rapprochement") {
    button(visit.voice("Reprendre", "Take back")).type("submit").data("press", "u")
  }.class("inline").data("back", "")
}
