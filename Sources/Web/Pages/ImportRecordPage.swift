import Office
import Printing
import Store

/// One file taken in: what it gave, and what can be done about it.
func importRecordPage(_ visit: Visit) throws -> Reply { try importRecordPage(visit, nil) }

/// The same, with what a person typed for a record that is still refused.
func importRecordPage(_ visit: Visit, _ retyped: Retyped?) throws -> Reply {
  let voice = visit.voice
  let number = try visit.number("id")
  // A record that was typed anew is shown by itself.
  let first = try retyped == nil ? (visit.page - 1) * rejectionsShown : 0
  guard
    let waiting = try visit.desk.waitingRejections(
      of: number, from: first, limit: rejectionsShown, at: retyped?.position)
  else { throw Refusal.notFound }
  let record = waiting.record
  let rejections = try rejectionsCard(visit, waiting, retyped)
  var page = Page(voice("Import n°\u{A0}\(number)", "Import \(number)"), in: .importing) {
    figures([
      Figure(name: voice("Repris", "Taken"), value: voice.count(record.accepted), isMain: true),
      Figure(name: voice("Déjà connus", "Known"), value: voice.count(record.known)),
      Figure(name: voice("À corriger", "To mend"), value: voice.count(waiting.count)),
    ])
    rejections
    if let day = record.undone {
      p(
        voice("Annulé le \(voice.day(day)).", "Undone on \(voice.day(day)).")
          + voice(
            " Le même fichier peut être importé à nouveau.", " The same file can be imported again."
          )
      ).class("banner")
    } else if record.accepted > 0 {
      undoForm(visit, number)
    }
  }
  page.lead = "\(record.file) · \(voice.day(record.learned))"
  page.crumbs = [(voice("Importer", "Files in"), "/import")]
  if retyped != nil { page.crumbs.append((page.title, "/import/\(number)")) }
  return try page.reply(to: visit)
}

private func undoForm(_ visit: Visit, _ number: Int64) -> Element {
  let voice = visit.voice
  return details {
    summary(voice("Annuler tout cet import", "Undo this whole import"))
    form {
      tokenField(visit)
      p(
        voice(
          "Tout ce que ce fichier a apporté ne comptera plus\u{A0}: factures, clients qu’il était "
            + "seul à nommer, lignes de banque, et ce qui en dépendait. Les règlements "
            + "redeviennent ouverts. Rien n’est effacé, et le fichier peut revenir.",
          "All that this file brought will count no more: invoices, customers that it alone named, "
            + "bank lines, and what stood on them. Payments are open again. Nothing is erased, and "
            + "the file can come again."))
      label(voice("Raison", "Reason")).for("reason")
      input().type("text").name("raison").id("reason")
      p {
        label {
          input().type("checkbox").name("oui").value("1").required()
          voice(" Je veux annuler tout l’import", " I want to undo the whole import")
        }
      }
      p { button(voice("Annuler l’import", "Undo the import")).type("submit").class("danger") }
    }.method("post").action("/import/\(number)/annuler")
  }.class("card")
}

/// Undoes a whole import once a person has confirmed it.
func undoWholeImport(_ visit: Visit) throws -> Reply {
  let number = try visit.number("id")
  guard visit.form["oui"] == "1" else {
    throw Refusal.wrong(
      visit.voice(
        "Cochez la case pour confirmer\u{A0}: rien n’a été annulé.",
        "Tick the box to confirm: nothing was undone."))
  }
  _ = try visit.desk.undoImport(number, reason: visit.form["raison"] ?? "")
  return .seeOther("/import/\(number)")
}
