import Intake
import Office
import Printing

/// What became of an import: what came in, what the money found, and each file in words.
@HTMLBuilder func reportCards(_ report: ImportReport, _ voice: Voice) -> HTML {
  figures([
    Figure(name: voice("Factures", "Invoices"), value: voice.count(report.invoices)),
    Figure(name: voice("Avoirs", "Credit notes"), value: voice.count(report.creditNotes)),
    Figure(name: voice("Clients", "Customers"), value: voice.count(report.customers)),
    Figure(name: voice("Lignes de banque", "Bank lines"), value: voice.count(report.bankLines)),
    Figure(
      name: voice("Statuts et annonces", "Statuses and notices"),
      value: voice.count(report.statuses + report.notices)),
    Figure(
      name: voice("Règlements imputés", "Payments allocated"), value: voice.count(report.applied),
      note: report.proposed > 0
        ? voice(
          "\(voice.count(report.proposed)) à confirmer",
          "\(voice.count(report.proposed)) to confirm"
        ) : "", isMain: true),
  ])
  summaryCard(report, voice)
  div {
    a(voice("Voir qui relancer", "See whom to chase")).class("button primary").href("/")
    if report.proposed > 0 {
      a(voice("Confirmer les règlements", "Confirm the payments")).class("button")
        .href("/rapprochement")
    }
    a(voice("Importer d’autres fichiers", "Import more files")).class("button").href("/import")
  }.class("card tools")
  checkCards(report.check, voice)
  fileTable(report, voice)
}

/// What was taken, known, left, and what to do now.
private func summaryCard(_ report: ImportReport, _ voice: Voice) -> Element {
  div {
    for line in report.summary {
      p {
        strong(voice(line.title.french, line.title.english) + voice("\u{A0}: ", ": "))
        voice(line.text.french, line.text.english)
      }
    }
    if !report.advice.isEmpty {
      h2(voice("Et maintenant", "What next"))
      ul {
        for advice in report.advice {
          li { adviceLine(advice, voice) }
        }
      }
    }
  }.class("card")
}

private func adviceLine(_ advice: ImportAdvice, _ voice: Voice) -> HTML {
  let words = voice(advice.words.french, advice.words.english)
  let address: String? =
    switch advice {
    case .mend(let number, _, _), .mendOutside(let number, _, _): "/import/\(number)"
    case .confirm: "/rapprochement"
    case .bringStatement, .bringInvoices: "/import"
    case .chase: "/"
    case .goOn, .applyMoney, .lookAtRefused, .nameColumns: nil
    }
  return HTML {
    if let address { a(words).href(address) } else { words }
  }
}

private func fileTable(_ report: ImportReport, _ voice: Voice) -> Element {
  // What needs a person comes first; a folder of ten thousand good files is not listed whole.
  let files = report.files.filter(\.needsAttention) + report.files.filter { !$0.needsAttention }
  let shown = files.prefix(500)
  return div {
    h2(voice("Fichier par fichier", "File by file"))
    dataTable(
      [
        Column(voice("Fichier", "File"), .title), Column(voice("Format", "Format")),
        Column(voice("Résultat", "Result")), Column(voice("Détail", "Detail")),
      ], caption: voice("Ce qui demande votre attention d’abord", "What needs you first"),
      rows: shown.map { file in
        [
          HTML(file.name), HTML(formatName(file.format, voice)), status(of: file, voice).html,
          HTML {
            voice(file.line.french, file.line.english)
            for note in file.notes.prefix(5) {
              span(voice(note.french, note.english)).class("under")
            }
            if case .taken(let number, _, _, let rejected) = file.outcome, rejected > 0 {
              mendLinks(number, isMendable: file.mendable > 0, voice)
            }
            columnsLink(file, voice)
          },
        ]
      })
    if files.count > shown.count {
      p(
        voice.count(
          files.count - shown.count,
          ("autre, repris sans remarque.", "autres, repris sans remarque."),
          ("more, taken without remark.", "more, taken without remark.")))
    }
  }.class("card flush")
}

/// The way to the records that were not taken, and to their table where they are lines of one.
@HTMLBuilder private func mendLinks(
  _ number: Int64, isMendable: Bool, _ voice: Voice
) -> HTML {
  br()
  if isMendable {
    a(voice("Corriger ces lignes", "Mend these lines")).href("/import/\(number)")
    " · "
    a(voice("Télécharger les lignes à corriger", "Download the lines to mend"))
      .href("/import/\(number)/rejets")
  } else {
    a(voice("Voir ce qui n’est pas repris", "See what was not taken")).href("/import/\(number)")
  }
}

/// The way to say what the columns of a bank's table hold.
@HTMLBuilder private func columnsLink(_ file: FileReport, _ voice: Voice) -> HTML {
  if let number = KeptTables.shared.number(of: file.path) {
    br()
    if file.lacksColumns {
      a(voice("Dire ce que contiennent les colonnes", "Say what the columns hold"))
        .href("/import/colonnes/\(number)").class("button")
    } else {
      a(voice("Corriger les colonnes", "Correct the columns"))
        .href("/import/colonnes/\(number)")
    }
  }
}

private func status(of file: FileReport, _ voice: Voice) -> Element {
  switch file.outcome {
  case .taken(_, _, _, let rejected) where rejected > 0:
    badge(voice("en partie", "in part"), .warn)
  case .taken: badge(voice("repris", "taken"), .good)
  case .takenBefore: badge(voice("déjà importé", "imported before"), .calm)
  case .refused: badge(voice("refusé", "refused"), .late)
  }
}

extension FileReport {
  fileprivate var needsAttention: Bool {
    switch outcome {
    case .refused: true
    case .taken(_, _, _, let rejected): rejected > 0 || !notes.isEmpty
    case .takenBefore: false
    }
  }
}
