import Dunning
import Ledger
import Office
import Printing
import Quantities

/// What a version of a plan would do on the real book over thirty days, beside what is in force.
func simulationPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let shelf = try visit.desk.planShelf()
  guard let record = shelf.record(visit.places["key"] ?? ""),
    let plan = record.version(visit.query["version"].flatMap { Int($0) } ?? -1) ?? record.newest
  else { throw Refusal.notFound }
  let tried = try visit.desk.simulate(shelf.book(with: plan))
  let present = record.plan == plan ? tried : try visit.desk.simulate(shelf.book)
  var page = Page(voice("Les 30 jours à venir", "The next 30 days"), in: .today) {
    figures([
      Figure(
        name: voice("Avec ce scénario", "With this plan"),
        value: tried.total.wording(in: voice.language), isMain: true, isSmall: true),
      Figure(
        name: voice("Avec ce qui est en vigueur", "With what is in force"),
        value: present.total.wording(in: voice.language), isSmall: true),
      Figure(
        name: voice("Jour le plus chargé", "Fullest day"),
        value: tried.peak.map {
          voice.day($0.day) + voice("\u{A0}: ", ": ") + voice.count($0.tally.total)
        } ?? "–",
        isSmall: true),
    ])
    differenceCard(tried, present, voice)
    daysCard(tried, present, voice)
    p(
      voice(
        "Si personne ne payait ni ne répondait d’ici là, sur une banque à jour. Rien n’est écrit, "
          + "rien n’est envoyé.",
        "If nobody paid or answered by then, with fresh bank data. Nothing is written, nothing "
          + "is sent.")
    ).class("quiet")
  }
  page.crumbs = [
    (voice("Scénarios", "Plans"), "/scenarios"),
    (planTitle(record, voice), "/scenarios/\(record.key)?version=\(plan.version)"),
  ]
  page.lead =
    capitalised(versionName(plan.version, voice))
    + voice(", sur votre portefeuille réel.", ", on your real book.")
  return try page.reply(to: visit)
}

@HTMLBuilder private func differenceCard(
  _ tried: Simulation, _ present: Simulation, _ voice: Voice
) -> HTML {
  let difference = tried.difference(from: present)
  if !difference.added.isEmpty || !difference.dropped.isEmpty || !difference.changed.isEmpty {
    div {
      h2(voice("Ce qui changerait", "What would change"))
      ul {
        li(
          voice.count(
            difference.added.count,
            ("client contacté en plus", "clients contactés en plus"),
            ("more customer contacted", "more customers contacted")))
        li(
          voice.count(
            difference.dropped.count,
            ("client qui ne le serait plus", "clients qui ne le seraient plus"),
            ("customer no longer contacted", "customers no longer contacted")))
        li(
          voice.count(
            difference.changed.count,
            ("client contacté autrement", "clients contactés autrement"),
            ("customer contacted otherwise", "customers contacted otherwise")))
      }
    }.class("card")
  }
}

/// A row a day: a bar, and the words that say the same.
private func daysCard(_ tried: Simulation, _ present: Simulation, _ voice: Voice) -> Element {
  let most = max(1, tried.peak?.tally.total ?? 1)
  let days = (0..<tried.days.count).map { tried.days.first.adding(days: $0) }
  let shown = days.filter { !tried.tally(on: $0).isEmpty || !present.tally(on: $0).isEmpty }
  return div {
    if shown.isEmpty {
      emptyState(
        voice("Aucun contact prévu", "No contact foreseen"),
        voice(
          "Personne ne serait relancé en trente jours.",
          "Nobody would be contacted in thirty days."))
    } else {
      dataTable(
        [
          Column(voice("Jour", "Day"), .title), Column(voice("Contacts", "Contacts"), .figure),
          Column(voice("Charge", "Load")), Column(voice("Dont", "Of which")),
          Column(voice("En vigueur", "In force"), .figure),
        ],
        caption: voice("Jour par jour", "Day by day"),
        rows: shown.map { day in
          let tally = tried.tally(on: day)
          return [
            HTML(voice.longDay(day)), HTML(voice.count(tally.total)),
            HTML { dayBar(tally.total, of: most) }, HTML(tally.wording(in: voice.language)),
            HTML(voice.count(present.tally(on: day).total)),
          ]
        })
    }
  }.class("card flush days")
}

private func dayBar(_ count: Int, of most: Int) -> Element {
  svg {
    rect().width(count == 0 ? 0 : max(10, count * 1000 / most)).height(10).class("b1")
  }
  .attribute("viewBox", "0 0 1000 10").attribute("preserveAspectRatio", "none")
  .aria("hidden", "true").class("daybar")
}
