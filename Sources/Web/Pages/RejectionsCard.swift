import Intake
import Office
import Printing
import Store

/// What a person typed for one rejected record, and why it is still refused.
struct Retyped {
  let position: Int
  let cells: [String]
  let faults: [String]
}

/// How many rejected records a page shows.
let rejectionsShown = 50

/// The records of an import that wait to be mended, each with its fields to type anew.
@HTMLBuilder func rejectionsCard(
  _ visit: Visit, _ waiting: WaitingRejections, _ retyped: Retyped?
) throws -> HTML {
  let voice = visit.voice
  let page = retyped == nil ? try visit.page : 1
  if waiting.count > 0 {
    div {
      h2(voice("À corriger", "To mend"))
      if let table = waiting.table, !table.rows.isEmpty {
        p(
          voice(
            "Corrigez ici, ou téléchargez les lignes, corrigez-les dans un tableur et importez le "
              + "fichier\u{A0}: rien n’est compté deux fois.",
            "Mend here, or download the lines, mend them in a spreadsheet and import the file: "
              + "nothing counts twice."))
        p {
          a(voice("Télécharger les lignes à corriger", "Download the lines to mend"))
            .class("button").href("/import/\(waiting.record.number)/rejets")
        }
        for row in table.rows { mending(visit, waiting.record.number, table.names, row, retyped) }
      }
      // What is no line of a table is mended where it comes from; a row of an entry that stands on
      // another page, there.
      let others = waiting.others
      if !others.isEmpty {
        p(
          voice(
            "Ce qui suit se corrige là où il a été écrit\u{A0}: corrigez, exportez et importez à "
              + "nouveau le fichier. Ce qui est déjà repris n’est pas compté deux fois.",
            "What follows is mended where it was written: mend, export and import the file again. "
              + "What was taken already does not count twice."))
        ul {
          for one in others { li(one.rejection.message) }
        }
      }
      if retyped == nil {
        pager(visit, page: page, hasMore: page * rejectionsShown < waiting.count)
      }
    }.class("card")
  }
}

/// Rows of entries that are lettered with each other, more than anyone types on a page.
private let mostRowsTyped = 20

private func mending(
  _ visit: Visit, _ number: Int64, _ names: [String], _ row: MendingTable.Row, _ retyped: Retyped?
) -> Element {
  row.count <= mostRowsTyped
    ? rowForm(visit, number, names, row, retyped) : manyRows(row, visit.voice)
}

private func manyRows(_ row: MendingTable.Row, _ voice: Voice) -> Element {
  div {
    p { strong(row.reason) }
    p(
      voice(
        "\(voice.count(row.count)) lignes refusées tiennent ensemble par le lettrage\u{A0}: "
          + "corrigez-les dans le fichier à télécharger.",
        "\(voice.count(row.count)) refused rows hang together by their letters: mend them in the "
          + "file to download.")
    ).class("quiet")
  }.class("mend")
}

private func rowForm(
  _ visit: Visit, _ number: Int64, _ names: [String], _ row: MendingTable.Row, _ retyped: Retyped?
) -> Element {
  let voice = visit.voice
  let position = row.record.position
  let typed = retyped?.position == position ? retyped : nil
  let fields = RowFields(row, typed, names)
  return form {
    tokenField(visit)
    input().type("hidden").name("rang").value(String(position))
    input().type("hidden").name("page").value(visit.query["page"] ?? visit.form["page"] ?? "1")
    if let typed {
      for fault in typed.faults { p(fault).class("banner stop").role("alert") }
    }
    fields.html(voice)
    p { button(fields.deed(voice)).type("submit") }
  }.method("post").action("/import/\(number)/reprendre").class("mend")
}

/// Takes one mended record in; what is still wrong with it is said beside its fields.
func takeMendedRow(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let number = try visit.number("id")
  guard let position = Int(visit.form.text("rang")), (0...1_000_000_000).contains(position),
    let waiting = try visit.desk.waitingRejections(of: number, at: position),
    let table = waiting.table, let row = table.rows.first(where: { $0.record.position == position })
  else { throw Refusal.notFound }
  let cells = visit.form.mended(row.parts.flatMap(\.cells))
  let name = voice("reprise de ", "mended of ") + waiting.record.file
  let files = try UploadedFiles(
    name: name.hasSuffix(".csv") ? name : name + ".csv",
    bytes: table.bytes(of: row, mended: cells))
  var faults = try visit.desk.faults(in: files.paths[0])
    .map { voice($0.french, $0.english) }
  if faults.isEmpty {
    guard let report = try ImportJobs.shared.takeNow(files, at: visit.desk) else {
      files.remove()
      throw Refusal.wrong(
        voice(
          "Un import est en cours\u{A0}: attendez sa fin, puis recommencez.",
          "An import is running: wait for its end, then try again."))
    }
    guard report.hasFailures else {
      let page = visit.form.text("page")
      let place = page == "1" || Int(page) == nil ? "?" : "?page=\(page)&"
      return .seeOther("/import/\(number)\(place)fait=ligne")
    }
    faults = report.files.map { voice($0.line.french, $0.line.english) }
    if let next = report.files.first?.importNumber { return .seeOther("/import/\(next)") }
  }
  files.remove()
  return try importRecordPage(visit, Retyped(position: position, cells: cells, faults: faults))
}

extension Form {
  /// The cells as they were typed; those that were not sent stay.
  fileprivate func mended(_ cells: [String]) -> [String] {
    cells.indices.map { place in
      // A line end would begin another record.
      (self["c\(place + 1)"] ?? cells[place]).replacing("\r", with: " ").replacing("\n", with: " ")
    }
  }
}
