import Ledger
import Office
import Printing
import Quantities
import Store

/// The PDF of the file and the fields beside it.
let mostUploadedCopy = Desk.mostCopied + 65_536

/// The invoice's own PDF: what is kept, and the way to add or replace it.
func copyCard(_ visit: Visit, _ file: DocumentFile) throws -> Element {
  let voice = visit.voice
  let id = file.item.id.raw
  let isPast = try visit.asOf != nil
  return div {
    h2(
      file.isCredit
        ? voice("L’avoir en PDF", "The credit note as a PDF")
        : voice("La facture en PDF", "The invoice as a PDF"))
    if let copy = file.copy {
      keptCopy(visit, copy, opensAt: isPast ? nil : "/factures/\(id)/copie")
    } else {
      p(
        file.isCredit
          ? voice("Aucune copie n’est gardée.", "No copy is kept.")
          : voice(
            "Aucune copie n’est gardée\u{A0}: les relances partent sans elle.",
            "No copy is kept: reminders leave without it.")
      ).class("quiet")
    }
    if !isPast {
      // The card stands at the right edge of the page: what it opens, opens to the left.
      div {
        fold(
          file.copy == nil
            ? (file.isCredit
              ? voice("Ajouter l’avoir en PDF", "Add the credit note as a PDF")
              : voice("Ajouter la facture en PDF", "Add the invoice as a PDF"))
            : voice("Remplacer par un autre PDF", "Replace by another PDF"),
          isMild: file.copy != nil, copyForm(visit, id))
        if let copy = file.copy { undoForm(visit, copy.number) }
      }.class("end")
    }
  }.class("card")
}

extension DocumentFile {
  fileprivate var isCredit: Bool {
    if case .creditNote = item.kind { true } else { false }
  }
}

@HTMLBuilder private func keptCopy(
  _ visit: Visit, _ copy: Dated<InvoiceCopy>, opensAt address: String?
) -> HTML {
  let voice = visit.voice
  let byteCount = copy.fact.file.byteCount
  p {
    if let address { a(copy.fact.name).href(address) } else { copy.fact.name }
    " (\(sizeWords(byteCount, voice)), "
    voice("gardée depuis le ", "kept since ") + voice.day(copy.learned) + ")"
  }
  if visit.desk.store.archive.condition(of: copy.fact.file) != .whole {
    div {
      strong(voice("Le fichier manque", "The file is missing"))
      p(
        voice(
          "Il n’est plus dans le dossier des pièces\u{A0}: importez de nouveau ce PDF, ou "
            + "ajoutez-le ici.",
          "It is no longer in the folder of pieces: import that PDF again, or add it here."))
    }.class("banner warn").role("note")
  }
  if byteCount > Desk.mostAttached {
    p(
      voice(
        "Trop lourde pour partir avec un message (10\u{A0}Mo en tout).",
        "Too heavy to go with a message (10 MB in all).")
    ).class("hint")
  }
}

private func copyForm(_ visit: Visit, _ id: Int64) -> Element {
  let voice = visit.voice
  return form {
    tokenField(visit)
    input().type("hidden").name("retour").value(visit.path)
    div {
      label(voice("Le fichier PDF", "The PDF file")).for("copie-fichier")
      input().type("file").name("files").id("copie-fichier").accept("application/pdf,.pdf")
        .required()
    }
    p { button(voice("Garder ce PDF", "Keep this PDF")).type("submit").class("primary") }
  }.method("post").action("/factures/\(id)/copie").enctype("multipart/form-data")
}

/// `35 Ko`, `1,4 Mo`.
private func sizeWords(_ byteCount: Int, _ voice: Voice) -> String {
  if byteCount < 1_048_576 {
    let kilobytes = max(1, byteCount / 1024)
    return voice("\(kilobytes)\u{A0}Ko", "\(kilobytes)\u{A0}KB")
  }
  let (whole, tenths) = (byteCount / 1_048_576, byteCount % 1_048_576 * 10 / 1_048_576)
  return voice("\(whole),\(tenths)\u{A0}Mo", "\(whole).\(tenths)\u{A0}MB")
}

/// The PDF itself, in the browser.
func copyFile(_ visit: Visit) throws -> Reply {
  guard let (copy, bytes) = try visit.desk.copy(of: visit.entry) else { throw Refusal.notFound }
  return .file(bytes, type: "application/pdf", name: copy.name, isShown: true)
}

/// Keeps the PDF that was sent as the copy of the document.
func receiveCopy(_ visit: Visit, _ files: UploadedFiles) throws -> Reply {
  defer { files.remove() }
  guard let path = files.paths.first else { throw Refusal.noFile(visit.voice) }
  try visit.desk.keepCopy(path, of: visit.entry)
  return visit.back(.copie)
}
