import Dunning
import Ledger
import Office
import Printing
import Quantities

/// One plan: its axis, its steps to change, its versions.
func scenarioPage(_ visit: Visit) throws -> Reply {
  let shelf = try visit.desk.planShelf()
  guard let record = shelf.record(visit.places["key"] ?? "") else { throw Refusal.notFound }
  let wanted = visit.query["version"].flatMap { Int($0) } ?? record.newest?.version ?? 0
  guard let plan = record.version(wanted) else { throw Refusal.notFound }
  return try scenarioPage(visit, record, plan, refused: [])
}

/// The page with a plan in its fields, saved or not: what is wrong with it stands above them.
func scenarioPage(
  _ visit: Visit, _ record: PlanShelf.Record, _ plan: DunningPlan, refused: [PlanFault]
) throws -> Reply {
  let voice = visit.voice
  var page = Page(planTitle(record, voice), in: .today) {
    if refused.isEmpty { warningsOf(plan, voice) } else { refusal(refused, voice) }
    div {
      planAxis(plan, voice)
      p(plan.audience.wording(in: voice.language)).class("quiet")
    }.class("card")
    if refused.isEmpty { inForce(visit, record, plan) }
    scenarioForm(visit, plan)
    differences(visit, record, plan)
    if !record.versions.isEmpty { versionsCard(visit, record) }
  }
  page.crumbs = [
    (voice("À relancer", "To chase"), "/"), (voice("Scénarios", "Plans"), "/scenarios"),
  ]
  page.lead = planLead(record, plan, voice)
  if !refused.isEmpty { page.status = 422 }
  return try page.reply(to: visit)
}

private func planLead(
  _ record: PlanShelf.Record, _ plan: DunningPlan, _ voice: Voice
) -> String {
  let shown = capitalised(versionName(plan.version, voice))
  guard let active = record.active else {
    return shown + voice(", pas en vigueur", ", not in force")
  }
  return active == plan.version
    ? shown + voice(", en vigueur", ", in force")
    : shown + voice("\u{A0}; en vigueur\u{A0}: ", "; in force: ") + versionName(active, voice)
}

private func refusal(_ faults: [PlanFault], _ voice: Voice) -> Element {
  div {
    strong(voice("Rien n’est enregistré\u{A0}: à corriger", "Nothing is saved: to be mended"))
    ul { for fault in faults { li(fault.wording(in: voice.language)) } }
  }.class("banner stop").role("alert")
}

@HTMLBuilder private func warningsOf(_ plan: DunningPlan, _ voice: Voice) -> HTML {
  let faults = plan.faults()
  if !faults.isEmpty {
    div {
      strong(voice("À savoir", "To know"))
      ul { for fault in faults { li(fault.wording(in: voice.language)) } }
    }.class("banner warn").role("note")
  }
}

/// What may be done with the version shown: try it, put it in force, put the plan aside.
private func inForce(
  _ visit: Visit, _ record: PlanShelf.Record, _ plan: DunningPlan
) -> Element {
  let voice = visit.voice
  let address = "/scenarios/\(record.key)"
  return div {
    a(voice("Simuler 30 jours", "Simulate 30 days")).class("button")
      .href("\(address)/simulation?version=\(plan.version)").data("press", "s")
    if record.active != plan.version {
      planDeed(
        visit, "\(address)/activer", voice("Mettre en vigueur", "Put in force"), isMain: true,
        version: plan.version)
    }
    if let former = record.former {
      planDeed(
        visit, "\(address)/retablir",
        voice("Revenir à\u{A0}: ", "Go back to: ") + versionName(former, voice))
    }
    if let active = record.active, active > 0 || plan.houseKind != nil {
      planDeed(visit, "\(address)/retirer", voice("Désactiver", "Put aside"))
    }
  }.class("card tools").data("row", "")
}

private func planDeed(
  _ visit: Visit, _ address: String, _ name: String, isMain: Bool = false, version: Int? = nil
) -> Element {
  postForm(visit, to: address, back: "/scenarios/\(visit.places["key"] ?? "")") {
    if let version { input().type("hidden").name("version").value(String(version)) }
    button(name).type("submit").class(isMain ? "primary" : nil)
  }.class("inline")
}

/// What the version shown changes: against the one chosen, else the one in force.
@HTMLBuilder private func differences(
  _ visit: Visit, _ record: PlanShelf.Record, _ plan: DunningPlan
) -> HTML {
  let voice = visit.voice
  let other = visit.query["avec"].flatMap { Int($0) } ?? record.active
  if let other, other != plan.version, let former = record.version(other) {
    let changes = plan.changes(since: former)
    div {
      h2(
        voice("Ce qui change par rapport à\u{A0}: ", "What changes against: ")
          + versionName(other, voice))
      if changes.isEmpty {
        p(voice("Rien.", "Nothing.")).class("quiet")
      } else {
        ul { for change in changes { li(capitalised(change.wording(in: voice.language))) } }
      }
    }.class("card").id("differences")
  }
}

private func versionsCard(_ visit: Visit, _ record: PlanShelf.Record) -> Element {
  let voice = visit.voice
  let address = "/scenarios/\(record.key)"
  let shown = visit.query["version"].flatMap { Int($0) } ?? record.newest?.version ?? 0
  return div {
    dataTable(
      [
        Column("Version", .title), Column(voice("Enregistrée le", "Saved on")),
        Column(voice("Pourquoi", "Why")), Column(voice("Différences", "Differences")),
      ],
      caption: voice("Versions, la plus récente d’abord", "Versions, newest first"),
      rows: record.versions.reversed().map { version in
        let number = version.plan.version
        return [
          HTML {
            a(versionName(number, voice)).href("\(address)?version=\(number)")
            if record.active == number {
              " "
              badge(voice("en vigueur", "in force"), .good)
            }
          },
          HTML(voice.day(version.saved)), HTML(version.note),
          HTML {
            if number != shown {
              a(voice("Comparer", "Compare"))
                .href("\(address)?version=\(shown)&avec=\(number)#differences")
            }
          },
        ]
      })
  }.class("card flush")
}

// MARK: What the buttons do

func activatePlan(_ visit: Visit) throws -> Reply {
  guard let version = Int(visit.form.text("version")) else { throw Refusal.notFound }
  try visit.desk.activate(visit.places["key"] ?? "", version: version, note: "")
  return visit.back(.vigueur)
}

func restorePlan(_ visit: Visit) throws -> Reply {
  try visit.desk.undoActivation(
    of: visit.places["key"] ?? "", note: visit.voice("retour en arrière", "undone"))
  return visit.back(.vigueur)
}

func putPlanAside(_ visit: Visit) throws -> Reply {
  try visit.desk.activate(visit.places["key"] ?? "", version: nil, note: "")
  return visit.back(.vigueur)
}
