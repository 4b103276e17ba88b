import CreditPolicy
import Intake
import Ledger
import Office
import Printing

/// What the check found in the invoices of an import or of files: one line, then each invoice.
@HTMLBuilder func checkCards(_ check: CheckReport, _ voice: Voice) -> HTML {
  if check.documents > 0 || !check.series.isEmpty {
    div {
      h2(voice("Mentions des factures", "Mentions on the invoices"))
      if let line = check.line { p(voice(line.french, line.english)) }
      for finding in check.series { findingLine(finding, voice) }
      if !check.notPossible.isEmpty {
        details {
          summary(voice("Ce qui n’a pas pu être vérifié", "What could not be checked"))
          ul {
            for reason in check.notPossible { li(voice(reason.french, reason.english)) }
          }
        }.class("lines")
      }
    }.class("card")
    if !check.listed.isEmpty { documentTable(check.listed, of: check.faulty + check.weak, voice) }
  }
}

/// Each document with what was found in it, those that lack a legal mention first.
private func documentTable(
  _ documents: [CheckReport.Document], of count: Int, _ voice: Voice
) -> Element {
  let sorted = documents.filter(\.hasErrors) + documents.filter { !$0.hasErrors }
  return div {
    h2(voice("Facture par facture", "Invoice by invoice"))
    dataTable(
      [
        Column(voice("Facture", "Invoice"), .title),
        Column(voice("Ce qui manque ou ne va pas", "What is missing or wrong")),
      ],
      caption: voice("Les mentions obligatoires d’abord", "Legal mentions first"),
      rows: sorted.map { document in
        [
          HTML {
            if let entry = document.entry {
              a(document.number).href("/factures/\(entry.raw)")
            } else {
              document.number
            }
            if !document.file.isEmpty { span(document.file).class("under") }
          },
          HTML { for finding in document.findings { findingLine(finding, voice) } },
        ]
      }, isWide: true)
    if count > documents.count {
      p(
        voice.count(count - documents.count, ("autre.", "autres."), ("more.", "more.")))
    }
  }.class("card flush")
}

/// A finding: how grave, what was found and wanted, and the words to put on the invoice.
private func findingLine(_ finding: Finding, _ voice: Voice) -> Element {
  div {
    finding.level == .error
      ? badge(voice("obligatoire", "required"), .late) : badge(voice("conseillé", "advised"), .warn)
    " " + finding.words(in: voice.isFrench ? .french : .english)
    if !finding.remedy.isEmpty {
      span {
        voice("À mettre sur la facture\u{A0}: ", "Put on the invoice: ")
        q(finding.remedy).lang("fr")
      }.class("under")
    }
  }
}

/// What the check found in one booked document; nothing when it is sound.
@HTMLBuilder func findingsCard(_ findings: [Finding], _ voice: Voice) -> HTML {
  if !findings.isEmpty {
    div {
      h2(voice("Mentions à revoir", "Mentions to look at"))
      for finding in findings { findingLine(finding, voice) }
      p(
        voice(
          "Constaté à l’import. Corrigez le modèle de vos factures\u{A0}; les pénalités et les "
            + "40\u{A0}€ restent dus (R2.14).",
          "Found when the file was taken in. Mend your invoice template; penalties and the €40 "
            + "stay due (R2.14).")
      ).class("hint")
    }.class("card")
  }
}

/// The findings of an import that was taken in before.
func importFindingsPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let documents = try visit.desk.faultyDocuments(of: try visit.number("id"))
  guard !documents.isEmpty else { throw Refusal.notFound }
  var page = Page(voice("Factures à corriger", "Invoices to mend"), in: .importing) {
    documentTable(documents, of: documents.count, voice)
  }
  page.crumbs = [(voice("Importer", "Files in"), "/import")]
  return try page.reply(to: visit)
}

/// Files to check before they are sent: nothing of them is kept.
func checkForm(_ visit: Visit) -> Element {
  let voice = visit.voice
  return form {
    tokenField(visit)
    h2(voice("Vérifier sans importer", "Check without importing"))
    p(
      voice(
        "Avant l’envoi\u{A0}: mentions obligatoires, délais légaux, numérotation. Rien n’est "
          + "enregistré.",
        "Before sending: legal mentions, lawful terms, numbering. Nothing is stored."))
    label(voice("Factures à vérifier", "Invoices to check")).for("check-files")
    input().type("file").name("files").id("check-files").multiple().required()
    p { button(voice("Vérifier", "Check")).type("submit") }
  }.method("post").action("/import/verifier").enctype("multipart/form-data").class("card")
}

/// Checks the files that arrived beside the answer, and keeps nothing of them.
func receiveForCheck(_ visit: Visit, _ files: UploadedFiles) throws -> Reply {
  guard !files.paths.isEmpty else {
    files.remove()
    throw Refusal.noFile(visit.voice)
  }
  let job = ImportJobs.shared.start(files, at: visit.desk, onlyChecking: true)
  return .seeOther("/import/suivi/\(job)")
}

/// What the check of files gave.
@HTMLBuilder func checkedFilesCards(_ checked: CheckedFiles, _ voice: Voice) -> HTML {
  if checked.check.documents == 0, checked.rejected == 0, checked.refused.isEmpty {
    p(voice("Aucune facture dans ces fichiers.", "No invoice in these files.")).class("banner")
  }
  checkCards(checked.check, voice)
  if checked.rejected > 0 || !checked.refused.isEmpty {
    div {
      h2(voice("Ce qui n’a pas pu être lu", "What could not be read"))
      ul {
        for file in checked.refused {
          li("\(file.name)\u{A0}: " + voice(file.line.french, file.line.english))
        }
        for (file, rejection) in checked.rejections.prefix(100) {
          li("\(file)\u{A0}: " + voice(rejection.french, rejection.english))
        }
      }
    }.class("card")
  }
  div {
    a(voice("Revenir à l’import", "Back to files in")).class("button").href("/import")
  }.class("card tools")
}

extension Refusal {
  static func noFile(_ voice: Voice) -> Refusal {
    .wrong(
      voice(
        "Aucun fichier n’a été choisi\u{A0}: choisissez-en au moins un.",
        "No file was chosen: choose at least one."))
  }
}
