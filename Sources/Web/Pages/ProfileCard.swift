import Behaviour
import Dunning
import Ledger
import Office
import Printing
import Quantities

/// What kind of payer the customer is, why, and how to ask it; a person may correct it.
func profileCard(
  _ visit: Visit, _ file: PayerFile, of id: CustomerID, asked plan: DunningPlan?, isPast: Bool
) -> Element {
  let voice = visit.voice
  let profile = file.profile
  return div {
    h2(voice("Profil de payeur", "Payer profile"))
    p {
      profileBadge(profile.kind, voice)
      if let overrule = profile.overrule {
        voice(
          " corrigé le \(voice.day(overrule.happened))\u{A0}: "
            + "«\u{A0}\(overrule.fact.reason)\u{A0}»",
          " corrected on \(voice.day(overrule.happened)): “\(overrule.fact.reason)”")
        voice(
          ". Les faits disent\u{A0}: \(profile.told.words(in: voice.language)).",
          ". The facts say: \(profile.told.words(in: voice.language)).")
      }
    }
    evidenceList(profile, voice)
    facts([
      (voice("Comment demander", "How to ask"), HTML(profile.kind.tone(in: voice.language))),
      (voice("Quels délais", "Which terms"), HTML(profile.kind.terms(in: voice.language))),
      (
        voice("Quel scénario", "Which plan"),
        plan.map { planFollowed($0, profile.kind, voice) } ?? HTML("")
      ),
    ])
    if !isPast {
      div {
        fold(
          voice("Corriger le profil", "Correct the profile"), profileForm(visit, profile, of: id))
        if let overrule = profile.overrule { undoForm(visit, overrule.number) }
      }.class("tools")
    }
  }.class("card").id("profil")
}

/// The plan by which the customer is asked, and why it is that one.
private func planFollowed(
  _ plan: DunningPlan, _ kind: PayerProfile.Kind, _ voice: Voice
) -> HTML {
  HTML {
    a(plan.name(in: voice.language)).href("/scenarios/\(plan.key)")
    if plan.audience.profiles.contains(kind.rawValue) {
      voice(", d’après ce profil", ", from this profile")
    } else if plan.audience.isEveryone {
      voice(", aucun n’étant en vigueur pour ce profil", ", none being in force for this profile")
    } else {
      voice("\u{A0}: ", ": ") + plan.audience.wording(in: voice.language)
        + voice(", avant le profil", ", before the profile")
    }
  }
}

/// Each piece of evidence with the points that it gives: the score is their sum.
@HTMLBuilder private func evidenceList(_ profile: PayerProfile, _ voice: Voice) -> HTML {
  if profile.evidence.isEmpty {
    p(
      voice(
        "Trop peu d’éléments\u{A0}: trois factures réglées ou échues en disent davantage.",
        "Too little is known: three invoices paid or overdue will tell more.")
    ).class("quiet")
  } else {
    ul {
      for evidence in profile.evidence {
        li {
          capitalised(evidence.words(in: voice.language))
          br()
          small(pointWords(evidence, voice)).class("quiet")
        }
      }
    }
    p(totalWords(profile, voice)).class("quiet")
  }
}

private func pointWords(_ evidence: Evidence, _ voice: Voice) -> String {
  let points = evidence.points.map { "\($0.kind.words(in: voice.language)) +\($0.points)" }
  return points.isEmpty
    ? voice("pour mémoire", "worth knowing") : points.joined(separator: ", ")
}

private func totalWords(_ profile: PayerProfile, _ voice: Voice) -> String {
  let totals = PayerProfile.Kind.allCases.map { ($0, profile.points(for: $0)) }
    .filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
    .map { "\($0.0.words(in: voice.language)) \($0.1)" }.joined(separator: ", ")
  return voice(
    "Total\u{A0}: \(totals). Le plus haut l’emporte, le plus grave à égalité\u{A0}; au-delà de "
      + "10\u{A0}jours de retard moyen, nul n’est «\u{A0}bon payeur\u{A0}».",
    "Total: \(totals). The highest wins, the graver of two even ones; beyond 10 days late on "
      + "average nobody is a “good payer”.")
}

func profileBadge(_ kind: PayerProfile.Kind, _ voice: Voice) -> Element {
  let mood: Mood =
    switch kind {
    case .goodPayer: .good
    case .disorganised: .calm
    case .disputing: .accent
    case .opportunist: .warn
    case .distress: .late
    case .unknown: .plain
    }
  return badge(kind.words(in: voice.language), mood)
}

private func profileForm(
  _ visit: Visit, _ profile: PayerProfile, of id: CustomerID
) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "profil")
  return postForm(visit, to: "/clients/\(id.raw)/profil", back: visit.path) {
    fields.choice(
      "profil", voice("Ce client est", "This customer is"),
      PayerProfile.Kind.allCases.map { ($0.rawValue, $0.words(in: voice.language)) },
      chosen: profile.kind.rawValue)
    fields.text(
      "raison", voice("Pourquoi\u{A0}?", "Why?"),
      hint: voice(
        "Les faits restent listés\u{A0}; la correction s’annule.",
        "The facts stay listed; the correction can be undone."), isRequired: true)
    button(voice("Corriger", "Correct")).type("submit").class("primary")
  }
}

func recordProfile(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  guard let kind = PayerProfile.Kind(rawValue: visit.form.text("profil")) else {
    throw Refusal.wrong(voice("Choisissez un profil.", "Choose a profile."))
  }
  let reason = try visit.form.required("raison", Field("la raison", "the reason"), voice)
  try visit.desk.overruleProfile(visit.customer, as: kind, reason: reason)
  return visit.back(.profil)
}

/// `Sans relance, paiement attendu vers le 12/12/2026 (entre le 05/12 et le 20/12).`
func forecastWords(_ forecast: PaymentForecast, _ voice: Voice) -> String {
  guard let likely = forecast.likely else { return doubtfulWords(forecast, voice) }
  let first = (forecast.earliest ?? likely)
  guard let last = forecast.latest else {
    return voice(
      "sans relance, paiement attendu vers le \(voice.day(likely)) (au plus tôt le "
        + "\(voice.day(first)), peut-être jamais)",
      "without a reminder, payment expected around \(voice.day(likely)) (\(voice.day(first)) at "
        + "the earliest, perhaps never)")
  }
  return voice(
    "sans relance, paiement attendu vers le \(voice.day(likely)) (entre le \(voice.day(first)) et "
      + "le \(voice.day(last)), huit fois sur dix)",
    "without a reminder, payment expected around \(voice.day(likely)) (between \(voice.day(first)) "
      + "and \(voice.day(last)), eight times in ten)")
}

/// Payment is less likely than not within the time foretold: how likely, and by when.
private func doubtfulWords(_ forecast: PaymentForecast, _ voice: Voice) -> String {
  let percent = (forecast.chanceEver.partsPerMillion + 5_000) / 10_000
  guard percent > 0 else {
    return voice(
      "sans relance, aucune date à prévoir\u{A0}: on ne prévoit rien au-delà de 240\u{A0}jours de "
        + "retard",
      "without a reminder, no date to expect: nothing is foretold beyond 240 days late")
  }
  return voice(
    "sans relance, \(percent)\u{A0}% de chances d’être payé d’ici au "
      + "\(voice.day(forecast.horizon))",
    "without a reminder, a \(percent)% chance of payment by \(voice.day(forecast.horizon))")
}

/// When the document will likely be paid; nothing where nothing is open.
@HTMLBuilder func forecastLine(_ forecast: PaymentForecast?, _ voice: Voice) -> HTML {
  if let forecast { p(capitalised(forecastWords(forecast, voice)) + ".").class("quiet") }
}
