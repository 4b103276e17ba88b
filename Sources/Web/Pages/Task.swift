import Behaviour
import Claims
import Dunning
import Ledger
import Office
import Printing
import Quantities

/// One customer to contact: how much, how late, by which step, and why.
func task(
  _ visit: Visit, _ entry: Worklist.Entry, rank: Int, _ payer: PayerFile?
) -> Element {
  let voice = visit.voice
  let contact = entry.contact
  let id = entry.customer.id.raw
  return li {
    span(String(rank)).class("rank").aria("hidden", "true")
    div {
      h2 { a(entry.customer.name).href("/clients/\(id)").data("main", "") }
      div {
        tags(entry, voice)
        if let payer, payer.profile.kind != .unknown { profileBadge(payer.profile.kind, voice) }
      }.class("tags")
    }
    div {
      voice.money(entry.rankingAmount, entry.currency)
      small(
        contact.isBeforeDue
          ? voice("bientôt à échéance", "due soon")
          : voice("à réclamer", "claimable"))
    }.class("sum")
    reasons(entry, rank, payer?.forecasts[contact.lead.document], voice)
    actions(visit, entry)
  }.class("task").data("row", "")
}

@HTMLBuilder private func tags(_ entry: Worklist.Entry, _ voice: Voice) -> HTML {
  let level = entry.contact.level
  badge(capitalised(voice(level.name.french, level.name.english)), mood(of: level.name))
  badge(
    level.isWithCall
      ? voice("appel et ", "call and ") + channelName(level.channel, voice)
      : channelName(level.channel, voice))
  if entry.daysOverdue > 0 {
    badge(
      voice(
        "\(voice.days(entry.daysOverdue)) de retard", "\(voice.days(entry.daysOverdue)) late"),
      entry.daysOverdue > 30 ? .late : .warn)
  }
  if entry.contact.brokenPromise != nil {
    badge(voice("promesse non tenue", "broken promise"), .late)
  }
}

private func mood(of level: DunningLevel.Name) -> Mood {
  switch level {
  case .preDue, .courtesy: .calm
  case .reminder: .accent
  case .firm: .warn
  case .formalNotice: .late
  }
}

private func reasons(
  _ entry: Worklist.Entry, _ rank: Int, _ forecast: PaymentForecast?, _ voice: Voice
) -> Element {
  let why = entry.contact.explanation(in: voice.language, entry.currency)
  return dl {
    dt(voice("Pourquoi ce client", "Why this customer"))
    dd(capitalised(why.customer))
    dt(voice("Pourquoi maintenant", "Why now"))
    dd(capitalised(why.now))
    dt(voice("Pourquoi cette étape", "Why this step"))
    dd(capitalised(why.step))
    dt(voice("Pourquoi ce rang", "Why this rank"))
    dd(rankWords(entry, rank, voice))
    if let forecast {
      dt(voice("Si l’on ne fait rien", "If nothing is done"))
      dd(capitalised(forecastWords(forecast, voice)))
    }
  }.class("why")
}

private func rankWords(_ entry: Worklist.Entry, _ rank: Int, _ voice: Voice) -> String {
  if entry.contact.isBeforeDue {
    return voice(
      "n°\u{A0}\(rank)\u{A0}: rien n’est encore échu, donc après ceux qui sont en retard",
      "no. \(rank): nothing is due yet, so after those who are late")
  }
  let why = entry.stake.explanation(in: voice.language, entry.currency)
  return voice("n°\u{A0}\(rank)\u{A0}: \(why)", "no. \(rank): \(why)")
}

private func actions(_ visit: Visit, _ entry: Worklist.Entry) -> Element {
  let voice = visit.voice
  let level = entry.contact.level
  let debtor = Debtor(
    id: entry.customer.id, currency: entry.currency, amount: entry.claimable)
  let back = visit.address([])
  return div {
    a(voice("Voir le message", "See the message")).class("button primary")
      .href("/clients/\(debtor.id.raw)/courriers/\(level.name.rawValue)").data("press", "v")
    fold(
      voice("C’est fait", "Done"), key: "f",
      contactForm(visit, debtor, level: level.name, channel: level.channel, back: back))
    fold(voice("Promesse", "Promise"), key: "p", promiseForm(visit, debtor, back: back))
    fold(voice("En attente", "Set aside"), key: "m", snoozeForm(visit, debtor, back: back))
    a(voice("Litige…", "Dispute…")).class("button")
      .href("/factures/\(entry.contact.lead.document.raw)")
    a(voice("Ouvrir la fiche", "Open the file")).class("button").href("/clients/\(debtor.id.raw)")
  }.class("do")
}
