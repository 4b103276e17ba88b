import Intake
import Ledger
import Office
import Printing
import Store

/// A bank's table with one choice above each column: what does it hold?
func columnsPage(_ visit: Visit) throws -> Reply {
  let (number, table) = try keptTable(visit)
  let preview = try preview(of: table, visit)
  return try columnsPage(visit, number, table, ColumnsForm(preview, preview.guess))
}

/// Looks what the columns that a person chose would give, or takes the table in with them.
func nameColumns(_ visit: Visit) throws -> Reply {
  let (number, table) = try keptTable(visit)
  var form = ColumnsForm(try preview(of: table, visit), chosenIn: visit.form)
  if let fault = form.fault {
    form.trial = ColumnTrial(refusal: fault)
    return try columnsPage(visit, number, table, form)
  }
  let trial = visit.desk.tryColumns(form.chosen, of: table.path)
  guard visit.form["geste"] == "importer", trial.refusal == nil, trial.lines > 0 else {
    form.trial = trial
    return try columnsPage(visit, number, table, form)
  }
  if let source = table.source, try visit.desk.importRecord(source)?.undone == nil {
    _ = try visit.desk.undoImport(
      source, reason: visit.voice("colonnes corrigées", "columns corrected"))
  }
  let files = try UploadedFiles(copyOf: table.path)
  let job = ImportJobs.shared.start(files, at: visit.desk, columns: form.chosen)
  return .seeOther("/import/suivi/\(job)")
}

private func keptTable(_ visit: Visit) throws -> (Int64, KeptTables.Table) {
  let number = try visit.number("id")
  guard let table = KeptTables.shared[number] else {
    throw Refusal.wrong(
      visit.voice(
        "Ce fichier n’est plus gardé ici\u{A0}: déposez-le à nouveau sur la page Importer.",
        "This file is no longer kept here: drop it again on the import page."))
  }
  return (number, table)
}

private func preview(of table: KeptTables.Table, _ visit: Visit) throws -> TablePreview {
  let known = try visit.desk.knownColumns()
  guard let file = try? SourceFile(path: table.path, knowing: known),
    let preview = TablePreview(file)
  else {
    throw Refusal.wrong(
      visit.voice(
        "Ce fichier n’est pas un tableau dont on puisse nommer les colonnes.",
        "This file is no table whose columns could be named."))
  }
  return preview
}

private func columnsPage(
  _ visit: Visit, _ number: Int64, _ table: KeptTables.Table, _ form: ColumnsForm
) throws -> Reply {
  let voice = visit.voice
  var page = Page(voice("Colonnes du relevé", "Columns of the statement"), in: .importing) {
    if let source = table.source {
      p(
        voice(
          "Ce relevé est importé (n°\u{A0}\(source)). L’importer à nouveau annule d’abord cet "
            + "import, puis le relit avec vos colonnes.",
          "This statement is imported (number \(source)). Importing it again first undoes that "
            + "import, then reads it with your columns.")
      ).class("banner")
    }
    if let trial = form.trial { trialCard(trial, voice) }
    Printing.form {
      tokenField(visit)
      p(
        voice(
          "Les premières lignes. Choisissez au-dessus ce que chaque colonne contient.",
          "The first lines. Choose above what each column holds."))
      form.table(voice)
      p {
        button(voice("Vérifier", "Check")).type("submit").name("geste").value("verifier")
        " "
        button(voice("Importer", "Import")).type("submit").name("geste").value("importer")
          .class("primary")
      }.class("tools")
      p(
        voice(
          "Vos choix sont retenus pour les relevés de même forme. Il faut une date et un montant, "
            + "ou un débit et un crédit\u{A0}; le libellé peut tenir en plusieurs colonnes.",
          "Your choices are kept for statements of the same layout. A date and an amount are "
            + "needed, or a debit and a credit; the label may stand in several columns.")
      ).class("hint")
    }.method("post").action("/import/colonnes/\(number)").class("card")
  }
  page.lead = table.name
  page.crumbs = [(voice("Importer", "Files in"), "/import")]
  return try page.reply(to: visit)
}

/// What would be read, and the first of what would not.
private func trialCard(_ trial: ColumnTrial, _ voice: Voice) -> HTML {
  if let refusal = trial.refusal {
    return HTML { p(voice(refusal.french, refusal.english)).class("banner stop").role("alert") }
  }
  return HTML {
    figures([
      Figure(
        name: voice("Lignes lues", "Lines read"), value: voice.count(trial.lines), isMain: true),
      Figure(name: voice("Crédits", "Credits"), value: voice.money(trial.credits)),
      Figure(name: voice("Débits", "Debits"), value: voice.money(trial.debits)),
      Figure(name: voice("À corriger", "To mend"), value: voice.count(trial.rejected)),
    ])
    div {
      if let first = trial.first, let last = trial.last {
        p(
          voice(
            "Du \(voice.day(first)) au \(voice.day(last)). Rien n’est encore importé.",
            "From \(voice.day(first)) to \(voice.day(last)). Nothing is imported yet."))
      }
      for rejection in trial.rejections {
        p(voice(rejection.french, rejection.english)).class("under")
      }
      ul {
        for line in trial.samples {
          li(
            "\(voice.day(line.booked)) · \(voice.money(line.amount, line.currency)) · \(line.text)")
        }
      }
      for note in trial.notes.prefix(5) {
        p(voice(note.french, note.english)).class("hint")
      }
    }.class("card").role("status")
  }
}
