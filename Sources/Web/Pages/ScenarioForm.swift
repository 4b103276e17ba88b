import Dunning
import Ledger
import Office
import Printing
import Quantities

/// The most steps that the page takes at once.
private let mostSteps = 40

/// The fields of a plan: its settings, its steps, and room for one more.
func scenarioForm(_ visit: Visit, _ plan: DunningPlan) -> Element {
  let voice = visit.voice
  return postForm(visit, to: "/scenarios/\(plan.key)", back: "/scenarios/\(plan.key)") {
    for (place, level) in plan.levels.enumerated() {
      stepFields(level, at: place, voice)
    }
    newStepFields(at: plan.levels.count, voice)
    planSettings(plan, voice)
    div {
      FieldSet(scope: "plan").text(
        "note", voice("Ce que vous changez, et pourquoi", "What you change, and why"))
      p {
        button(voice("Enregistrer une version", "Save a version")).type("submit").class("primary")
        " "
        span(
          voice(
            "Elle ne décide de rien tant que vous ne la mettez pas en vigueur.",
            "It decides nothing until you put it in force.")
        ).class("quiet")
      }
    }.class("card")
  }
}

private func stepFields(_ level: DunningLevel, at place: Int, _ voice: Voice) -> Element {
  fieldset {
    legend(
      dayMark(level.delayInDays, voice) + " · " + voice(level.name.french, level.name.english))
    input().type("hidden").name("etape-\(place)-cle").value(level.key)
    stepControls(level, at: place, day: String(level.delayInDays), voice)
    FieldSet(scope: "etape-\(place)").tick(
      "etape-\(place)-retirer", voice("Retirer cette étape", "Remove this step"))
  }.class("card").data("row", "")
}

private func newStepFields(at place: Int, _ voice: Voice) -> Element {
  let level = DunningLevel(.reminder, delayInDays: 0, tone: .factual)
  return details {
    summary(voice("Ajouter une étape", "Add a step")).data("press", "a")
    fieldset {
      legend(voice("Nouvelle étape", "New step")).class("unseen")
      stepControls(level, at: place, day: "", voice)
    }
  }.class("card").open(if: RefusedForm.value("etape-\(place)-jour")?.isEmpty == false)
}

private func stepControls(
  _ level: DunningLevel, at place: Int, day: String, _ voice: Voice
) -> Element {
  let fields = FieldSet(scope: "e")
  func name(_ part: String) -> String { "etape-\(place)-\(part)" }
  return div {
    fields.text(
      name("jour"), voice("Jours après l’échéance", "Days after the due date"), value: day,
      hint: voice("négatif avant\u{A0}: -5", "negative before it: -5"))
    fields.choice(
      name("nom"), voice("Message", "Message"),
      DunningLevel.Name.allCases.map { ($0.rawValue, capitalised(voice($0.french, $0.english))) },
      chosen: level.name.rawValue)
    fields.choice(
      name("canal"), voice("Par", "By"),
      Reminder.Channel.planned.map { ($0.rawValue, capitalised(channelName($0, voice))) },
      chosen: level.channel.rawValue)
    fields.choice(
      name("ton"), voice("Ton", "Tone"),
      DunningLevel.Tone.allCases.map { ($0.rawValue, capitalised(voice($0.french, $0.english))) },
      chosen: level.tone.rawValue)
    fields.choice(
      name("role"), voice("À qui", "To whom"),
      ContactRole.allCases.map { ($0.rawValue, capitalised(voice($0.french, $0.english))) },
      chosen: level.role.rawValue)
    fields.choice(
      name("mode"), voice("Départ", "Leaves"),
      DunningLevel.Mode.allCases.map { ($0.rawValue, capitalised(voice($0.french, $0.english))) },
      chosen: level.mode.rawValue)
    fields.money(
      name("minimum"), voice("Dès (principal)", "From (principal)"),
      value: voice.typed(level.minimumAmount))
    div {
      fields.tick(
        name("appel"), voice("avec un appel", "with a call"), isTicked: level.isWithCall)
      fields.tick(
        name("accessoires"), voice("avec pénalités et 40\u{A0}€", "with interest and €40"),
        isTicked: level.asksAccessories)
    }.class("field")
  }.class("fields")
}

extension Reminder.Channel {
  /// The ways that a step may go.
  static let planned: [Reminder.Channel] = [
    .email, .call, .letter, .registeredLetter, .sms, .task,
  ]
}

private func planSettings(_ plan: DunningPlan, _ voice: Voice) -> Element {
  let fields = FieldSet(scope: "plan")
  return fieldset {
    legend(voice("Pour qui, et à quel rythme", "For whom, and how often"))
    div {
      fields.text("titre", voice("Nom", "Name"), value: plan.title)
      fields.choice(
        "nature", voice("Clients", "Customers"),
        [
          ("", voice("tous", "all")), ("business", voice("entreprises", "businesses")),
          ("publicBuyer", voice("acheteurs publics", "public buyers")),
          ("consumer", voice("particuliers", "consumers")),
        ], chosen: plan.audience.kinds.count == 1 ? plan.audience.kinds.first!.rawValue : "")
      fields.money(
        "doit", voice("Qui doivent au moins", "Who owe at least"),
        value: voice.typed(plan.audience.owesAtLeast))
      fields.text(
        "clients", voice("Clients nommés (leurs codes)", "Named customers (codes)"),
        value: plan.audience.customers.map(\.raw).sorted().map { "#\($0)" }
          .joined(separator: " "),
        hint: voice("séparés par des espaces\u{A0}; vide\u{A0}: tous", "empty: all"))
      fields.choice(
        "profil", voice("Profil de payeur", "Kind of payer"), payerKinds(voice),
        chosen: plan.audience.profiles.count == 1 ? plan.audience.profiles.first! : "")
    }.class("fields")
    rhythm(plan, voice)
  }.class("card")
}

/// How often at most, from which amounts, on which days and in which hours.
private func rhythm(_ plan: DunningPlan, _ voice: Voice) -> Element {
  let fields = FieldSet(scope: "plan")
  return div {
    fields.text(
      "ecart", voice("Jours entre deux contacts", "Days between two contacts"),
      value: String(plan.minimumGapInDays))
    fields.text(
      "semaine", voice("Contacts par semaine au plus", "Contacts a week at most"),
      value: String(plan.mostContactsAWeek))
    fields.text(
      "relances", voice("Relances avant une mise en demeure", "Reminders before a notice"),
      value: String(plan.remindersBeforeNotice))
    fields.money(
      "minimum", voice("Rien en dessous de", "Nothing below"),
      value: voice.typed(plan.minimumAmount))
    fields.money(
      "minimum-avant", voice("Rien avant échéance en dessous de", "Nothing before due below"),
      value: voice.typed(plan.minimumAmountBeforeDue))
    fields.text(
      "heures", voice("Heures d’envoi", "Hours of sending"), value: plan.hours.wording,
      hint: "8:30–18:00")
    fields.tick(
      "alsace",
      voice("Jours fériés d’Alsace-Moselle aussi", "Holidays of Alsace-Moselle too"),
      isTicked: plan.calendar.keepsAlsaceMoselle)
    for channel in Reminder.Channel.allCases {
      fields.choice(
        "jours-\(channel.rawValue)",
        voice("Jours\u{A0}: \(channel.french)", "Days: \(channel.english)"),
        SendingDays.allCases.map { ($0.rawValue, $0.words(in: voice.language)) },
        chosen: (plan.days[channel] ?? .workingDays).rawValue)
    }
  }.class("fields")
}

/// The kinds of payers that a plan may be for.
private func payerKinds(_ voice: Voice) -> [(String, String)] {
  [
    ("", voice("tous", "all")), ("goodPayer", voice("bon payeur", "good payer")),
    ("disorganised", voice("désorganisé", "disorganised")),
    ("disputing", voice("contestataire", "disputing")),
    ("opportunist", voice("opportuniste", "opportunist")),
    ("distress", voice("en difficulté", "in distress")),
  ]
}

/// Saves what stands in the fields as a version, or shows what is wrong with it.
func savePlan(_ visit: Visit) throws -> Reply {
  let key = visit.places["key"] ?? ""
  guard let record = try visit.desk.planShelf().record(key), let former = record.newest else {
    throw Refusal.notFound
  }
  let plan = try PlanFields(visit: visit).plan(from: former, most: mostSteps)
  let faults = plan.faults().filter(\.isGrave)
  guard faults.isEmpty else { return try scenarioPage(visit, record, plan, refused: faults) }
  let version = try visit.desk.save(plan, note: oneLine(visit.form.text("note")))
  return .seeOther("/scenarios/\(key)?version=\(version)&fait=scenario")
}
