import Intake
import Office
import Printing

/// How far an import has come, or what became of it.
func importJobPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let job = try visit.number("id")
  guard let state = ImportJobs.shared.state(of: job) else {
    return .seeOther("/import")
  }
  let title: String
  var content: HTML
  var refresh = HTML()
  switch state {
  case .running(let progress):
    title = voice("Import en cours", "Import running")
    content = HTML { runningCard(visit, progress, job) }
    refresh = HTML {
      noscript { meta().attribute("http-equiv", "refresh").attribute("content", "1") }
    }
  case .done(let report):
    title =
      report.isStopped
      ? voice("Import arrêté", "Import stopped") : voice("Import terminé", "Import done")
    content = HTML {
      if ImportJobs.shared.canGoOn(job) { goOnForm(visit) }
      reportCards(report, voice)
    }
  case .checked(let checked):
    title = voice("Vérification terminée", "Check done")
    content = HTML { checkedFilesCards(checked, voice) }
  case .failed(let words):
    title = voice("L’import n’a pas abouti", "The import did not end well")
    content = HTML { p(voice(words.french, words.english)).class("banner stop") }
  }
  var page = Page(title, in: .importing) { content }
  page.head = refresh
  page.crumbs = [(voice("Importer", "Files in"), "/import")]
  return try page.reply(to: visit)
}

/// Says how far an import has come, and lets a person stop it.
private func runningCard(_ visit: Visit, _ progress: ImportProgress?, _ job: Int64) -> Element {
  let voice = visit.voice
  return div {
    p(progressWords(progress, voice)).data("words", "").role("status")
    Printing.progress().max("1").value(progress?.share.map { String($0) })
      .aria("label", voice("Avancement", "Progress"))
    p(
      voice(
        "Vous pouvez quitter cette page\u{A0}: l’import continue.",
        "You may leave this page: the import goes on.")
    ).class("hint")
    if ImportJobs.shared.isStoppable(job) {
      form {
        tokenField(visit)
        button(voice("Arrêter l’import", "Stop the import")).type("submit")
        p(
          voice(
            "Ce qui est repris le reste, et rien n’est à moitié fait. Vous pourrez reprendre.",
            "What is taken in stays, and nothing is half done. You can go on later.")
        ).class("hint")
      }.method("post").action("/import/suivi/\(job)/arreter")
    }
  }.class("card").data("job", visit.path + "/json")
}

private func progressWords(_ progress: ImportProgress?, _ voice: Voice) -> String {
  guard let words = progress?.words else { return voice("En attente…", "Waiting…") }
  return voice(words.french, words.english)
}

private func goOnForm(_ visit: Visit) -> Element {
  let voice = visit.voice
  return form {
    tokenField(visit)
    button(voice("Reprendre l’import", "Go on with the import")).type("submit").class("primary")
  }.method("post").action(visit.path + "/reprendre").class("card tools")
}

/// Asks an import to stop, and shows what became of it.
func stopImport(_ visit: Visit) throws -> Reply {
  let job = try visit.number("id")
  ImportJobs.shared.stop(job)
  return .seeOther("/import/suivi/\(job)")
}

/// Goes on with an import that was stopped: what it had taken is known, the rest follows.
func goOnImporting(_ visit: Visit) throws -> Reply {
  let job = try visit.number("id")
  guard let next = ImportJobs.shared.goOn(job, at: visit.desk) else {
    return .seeOther("/import")
  }
  return .seeOther("/import/suivi/\(next)")
}

/// The same for the script of the page.
func importJobJSON(_ visit: Visit) throws -> Reply {
  guard let state = ImportJobs.shared.state(of: try visit.number("id")),
    case .running(let progress) = state
  else { return .json(.object([("done", true)])) }
  var members: [(String, JSON)] = [
    ("done", false), ("words", .text(progressWords(progress, visit.voice))),
  ]
  // In thousandths: finer than the bar.
  if let share = progress?.share {
    members.append(("share", .number(Int(share * 1_000))))
  }
  return .json(.object(members))
}
