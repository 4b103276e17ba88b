import Dunning
import Ledger
import Office
import Printing
import Quantities

/// The dunning plans of the firm: whom each is for, and which version decides.
func scenariosPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let shelf = try visit.desk.planShelf()
  var page = Page(voice("Scénarios de relance", "Dunning plans"), in: .today) {
    div {
      dataTable(
        [
          Column(voice("Scénario", "Plan"), .title), Column(voice("Pour qui", "For whom")),
          Column(voice("Étapes", "Steps")), Column(voice("En vigueur", "In force")),
        ],
        caption: voice(
          "Un client suit le scénario le plus précis qui le vise",
          "A customer follows the most precise plan that is for it"),
        rows: shelf.records.map { row($0, voice) }, isList: true)
    }.class("card flush")
    newPlanCard(visit, shelf)
  }
  page.crumbs = [(voice("À relancer", "To chase"), "/")]
  page.lead = voice(
    "Quand, comment et à qui l’on écrit, avant et après l’échéance.",
    "When, how and to whom we write, before and after the due date.")
  return try page.reply(to: visit)
}

private func row(_ record: PlanShelf.Record, _ voice: Voice) -> [HTML] {
  let plan = record.plan ?? record.newest
  return [
    HTML {
      a(planTitle(record, voice)).href("/scenarios/\(record.key)").data("main", "")
    },
    HTML(plan?.audience.wording(in: voice.language) ?? ""),
    HTML(
      plan?.levels.map { dayMark($0.delayInDays, voice) }.joined(separator: "  ") ?? ""),
    HTML {
      if let active = record.active {
        badge(versionName(active, voice), .good)
      } else {
        badge(voice("non", "no"))
      }
    },
  ]
}

/// The plan's title; that of the plan without set-up in the reader's language.
func planTitle(_ record: PlanShelf.Record, _ voice: Voice) -> String {
  (record.plan ?? record.newest)?.name(in: voice.language) ?? record.key
}

/// `J+10` or `D+10`.
func dayMark(_ days: Int, _ voice: Voice) -> String {
  voice("J", "D") + (days < 0 ? "−\(-days)" : "+\(days)")
}

func versionName(_ version: Int, _ voice: Voice) -> String {
  version == 0
    ? voice("tel que livré", "as delivered") : voice("version ", "version ") + String(version)
}

private func newPlanCard(_ visit: Visit, _ shelf: PlanShelf) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "nouveau")
  return div {
    h2(voice("Nouveau scénario", "New plan"))
    postForm(visit, to: "/scenarios", back: "/scenarios") {
      div {
        fields.text(
          "titre", voice("Son nom", "Its name"), isRequired: true)
        fields.choice(
          "modele", voice("Copie de", "Copy of"),
          shelf.records.map { ($0.key, planTitle($0, voice)) })
      }.class("fields")
      p { button(voice("Créer", "Create")).type("submit").class("primary") }
    }
  }.class("card")
}

/// Makes a plan as a copy of another; it decides nothing until it is put in force.
func createPlan(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let title = try visit.form.required("titre", Field("le nom", "the name"), voice)
  let shelf = try visit.desk.planShelf()
  guard let model = shelf.record(visit.form.text("modele"))?.newest else {
    throw Refusal.wrong(voice("Choisissez un modèle.", "Choose a plan to copy."))
  }
  var plan = model.keyed(freeKey(for: title, shelf))
  plan.title = oneLine(title)
  try visit.desk.save(plan, note: voice("copie de ", "copy of ") + model.key)
  return .seeOther("/scenarios/\(plan.key)?fait=scenario")
}

/// A title is one line of the plan's text.
func oneLine(_ text: String) -> String {
  text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
}

/// A key made of the title's plain letters that no plan bears yet.
private func freeKey(for title: String, _ shelf: PlanShelf) -> String {
  let plain = SearchKeyText.plain(title)
  let stem = plain.isEmpty ? "scenario" : String(plain.prefix(30))
  var key = stem
  var number = 2
  while shelf.record(key) != nil {
    key = "\(stem)-\(number)"
    number += 1
  }
  return key
}

/// Plain letters and figures of a text, joined by hyphens.
private enum SearchKeyText {
  static func plain(_ text: String) -> String {
    let folded = text.lowercased().unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "0"..."9": Character(scalar)
      case "à", "â", "ä": "a"
      case "é", "è", "ê", "ë": "e"
      case "î", "ï": "i"
      case "ô", "ö": "o"
      case "ù", "û", "ü": "u"
      case "ç": "c"
      default: "-"
      }
    }
    return String(folded).split(separator: "-").joined(separator: "-")
  }
}
