import Claims
import Law
import Ledger
import Office
import Printing
import Quantities

/// Collective proceedings of the customer: what stopped, by when to act, and what was published
/// since (R8.3 to R8.15).
@HTMLBuilder func proceedingsCard(_ visit: Visit, _ file: CustomerFile) -> HTML {
  let voice = visit.voice
  let undone = file.takenBack
  let notices = file.timeline.filter { entry in
    if case .proceedings = entry.fact { !undone.contains(entry.number) } else { false }
  }
  let insolvency = file.accounts.lazy.compactMap(\.insolvency).first
  if insolvency != nil || !notices.isEmpty {
    div {
      h2(voice("Procédure collective", "Collective proceedings"))
      if let insolvency { stopped(visit, insolvency) }
      if !notices.isEmpty {
        h3(voice("Autres jugements publiés", "Other judgments published"))
        p(
          voice(
            "Sans effet sur les relances\u{A0}: décidez vous-même de la suite.",
            "Without effect on reminders: decide yourself what comes next.")
        ).class("quiet")
        ul {
          for entry in notices.reversed() {
            li { lifecycleTold(entry, { _ in HTML() }, voice) }
          }
        }
      }
    }.class("card")
  }
}

@HTMLBuilder private func stopped(_ visit: Visit, _ insolvency: Dated<Insolvency>) -> HTML {
  let voice = visit.voice
  let fact = insolvency.fact
  p {
    strong(capitalised(voice(fact.kind.french, fact.kind.english)))
    voice(
      ", ouverte le \(voice.day(fact.opened))\u{A0}: relances, mises en demeure et pénalités "
        + "s’arrêtent\u{A0}; dernier jour d’intérêts, le "
        + "\(voice.day(InsolvencyStop.lastDay(opening: fact.opened))).",
      ", opened on \(voice.day(fact.opened)): reminders, formal notices and interest stop; "
        + "last day of interest, \(voice.day(InsolvencyStop.lastDay(opening: fact.opened))).")
  }
  p(voice("Source\u{A0}: ", "Source: ") + fact.source).class("quiet")
  if let published = fact.published {
    deadlines(InsolvencyDeadlines(published: published), voice)
  } else {
    p(
      voice(
        "Jour de publication au BODACC non noté\u{A0}: les délais ne peuvent pas être comptés. "
          + "Importez l’annonce d’ouverture, ou notez-la avec son jour de publication.",
        "The day of publication in the BODACC is not recorded: time limits cannot be counted. "
          + "Import the notice of the opening, or record it with its day of publication."))
  }
  undoForm(visit, insolvency.number)
}

private func deadlines(_ deadlines: InsolvencyDeadlines, _ voice: Voice) -> Element {
  dataTable(
    [
      Column(voice("À faire", "To do"), .title), Column(voice("Au plus tard le", "At the latest")),
      Column(voice("Source", "Source")),
    ],
    caption: voice(
      "Délais comptés de la publication au BODACC, le \(voice.day(deadlines.published))",
      "Counted from the publication in the BODACC, \(voice.day(deadlines.published))"),
    rows: [
      [
        HTML(voice("Déclarer la créance", "File the proof of claim")),
        HTML {
          strong(voice.day(deadlines.claim))
          span(
            voice(
              "visez le \(voice.day(deadlines.prudentClaim))",
              "aim for \(voice.day(deadlines.prudentClaim))")
          ).class("under")
        }, HTML("L622-24, R622-24"),
      ],
      [
        HTML(
          voice(
            "Déclarer la créance, si vous êtes établi hors de France métropolitaine",
            "File the proof of claim, if you are established outside metropolitan France")),
        HTML(voice.day(deadlines.claimAbroad)), HTML("R622-24"),
      ],
      [
        HTML(voice("Revendiquer les biens réservés", "Claim goods under retention of title")),
        HTML(voice.day(deadlines.retentionOfTitle)), HTML("L624-9"),
      ],
      [
        HTML(voice("Demander un relevé de forclusion", "Ask for relief from foreclosure")),
        HTML(voice.day(deadlines.relief)), HTML("L622-26"),
      ],
    ])
}

extension CustomerFile {
  /// The entries that others have answered.
  var takenBack: Set<EntryNumber> {
    Set(
      timeline.compactMap { entry in
        if case .reversal(let reversal) = entry.fact { reversal.of } else { nil }
      })
  }
}
