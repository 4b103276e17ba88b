import Intake
import Office
import Printing
import Quantities
import Store

/// Where files come in, and what became of those that came before.
func importPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let imports = try visit.desk.imports()
  let faulty = try visit.desk.faultyCounts()
  let waitingCounts = Dictionary(
    uniqueKeysWithValues: try visit.desk.waitingImports().map { ($0.record.number, $0.count) })
  let waiting = try waitingStatusesCard(visit)
  let remembered = try visit.desk.rememberedColumns().count
  var page = Page(voice("Importer", "Files in"), in: .importing) {
    uploadForm(visit)
    checkForm(visit)
    waiting
    div {
      h2(voice("Fichiers déjà importés", "Files taken in before"))
      if imports.isEmpty {
        p(voice("Aucun pour l’instant.", "None yet.")).class("quiet")
      } else {
        importTable(imports, faulty, waitingCounts, voice)
      }
    }.class("card flush")
    if remembered > 0 {
      p {
        a(
          voice(
            "Colonnes retenues pour vos relevés CSV (\(voice.count(remembered)))",
            "Columns kept for your CSV statements (\(voice.count(remembered)))")
        ).href("/import/colonnes")
      }
    }
  }
  page.lead = voice(
    "Factures, fichier des clients, relevés de banque\u{A0}: déposez tout ensemble, l’ordre et le "
      + "format sont reconnus. Un fichier déposé deux fois ne compte qu’une fois.",
    "Invoices, customer file, bank statements: drop them all together, order and format are "
      + "recognised. A file dropped twice counts once.")
  return try page.reply(to: visit)
}

private func uploadForm(_ visit: Visit) -> Element {
  let voice = visit.voice
  return form {
    tokenField(visit)
    div {
      p {
        strong(voice("Déposez vos fichiers ou un dossier ici", "Drop your files or a folder here"))
      }
      label(voice("ou choisissez-les", "or choose them")).for("files")
      input().type("file").name("files").id("files").multiple().required()
      p { button(voice("Importer", "Import")).type("submit").class("primary") }
      p(
        "Factur-X, ZUGFeRD, CII, UBL, CAMT.053, CAMT.052, CAMT.054, MT940, CFONB 120, OFX, QIF, "
          + "CDAR, BODACC, FEC, CSV"
      ).class("hint")
      p(
        voice(
          "Un PDF sans données est gardé comme copie de sa facture s’il porte son numéro.",
          "A PDF without data is kept as the copy of its invoice if it is named after it.")
      ).class("hint")
    }.class("drop")
    progress().id("upload-bar").hidden().aria("label", voice("Envoi", "Sending"))
    p("").id("upload-words").role("status").class("quiet")
  }
  .method("post").action("/import").enctype("multipart/form-data").class("card")
  .data("upload", "").data("sending", voice("Envoi en cours\u{A0}:", "Sending:"))
  .data(
    "failed",
    voice(
      "L’envoi n’a pas abouti. Vérifiez que le programme tourne encore, puis recommencez.",
      "The files did not arrive. Check that the program still runs, then try again."))
}

private func importTable(
  _ imports: [ImportRecord], _ faulty: [Int64: Int], _ waiting: [Int64: Int], _ voice: Voice
) -> Element {
  dataTable(
    [
      Column(voice("Fichier", "File"), .title), Column(voice("Le", "On")),
      Column(voice("Format", "Format")), Column(voice("Repris", "Taken"), .figure),
      Column(voice("Déjà connus", "Known"), .figure),
      Column(voice("À corriger", "To mend"), .figure),
      Column(voice("Mentions", "Mentions"), .figure),
    ], caption: voice("Les plus récents d’abord", "Newest first"),
    rows: imports.map { record in
      [
        HTML {
          a(record.file).href("/import/\(record.number)")
          if let day = record.undone {
            span(voice("annulé le \(voice.day(day))", "undone on \(voice.day(day))")).class("under")
          }
        }, HTML(voice.day(record.learned)),
        HTML(formatName(FileFormat(rawValue: record.format), voice)),
        HTML(voice.count(record.accepted)), HTML(voice.count(record.known)),
        HTML {
          if let count = waiting[record.number] {
            a(voice.count(count)).href("/import/\(record.number)")
          } else {
            "0"
          }
        },
        HTML {
          if let count = faulty[record.number] {
            a(voice.count(count)).href("/import/\(record.number)/mentions")
          } else {
            "0"
          }
        },
      ]
    }, isList: true)
}

func formatName(_ format: FileFormat?, _ voice: Voice) -> String {
  format.map { voice($0.name.french, $0.name.english) } ?? voice("inconnu", "unknown")
}

/// The records of a file that wait to be mended, as a table for a spreadsheet.
func rejectionsCSV(_ visit: Visit) throws -> Reply {
  let number = try visit.number("id")
  guard let waiting = try visit.desk.waitingRejections(of: number) else { throw Refusal.notFound }
  // What is no line of a table is shown with its reason instead.
  guard let table = waiting.table, !table.rows.isEmpty else {
    return .seeOther("/import/\(number)")
  }
  return .file(table.bytes, type: "text/csv; charset=utf-8", name: "rejets-\(number).csv")
}

/// Takes the files that arrived: the work goes on beside the answer, which says where to follow it.
func receiveFiles(_ visit: Visit, _ files: UploadedFiles) throws -> Reply {
  guard !files.paths.isEmpty else {
    files.remove()
    throw Refusal.noFile(visit.voice)
  }
  let job = ImportJobs.shared.start(files, at: visit.desk)
  let address = "/import/suivi/\(job)"
  if visit.wantsJSON { return .json(.object([("suivi", .text(address))])) }
  return .seeOther(address)
}
