import Behaviour
import CreditPolicy
import Law
import Ledger
import Office
import Printing
import Quantities

/// How the house bargains: its policy, its rungs, its cost of money, each with what it does.
func policyPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let house = try visit.desk.housePolicy()
  var page = Page(voice("Politique de la maison", "House policy"), in: .rush) {
    explanation(voice)
    exampleCard(house, voice)
    postForm(visit, to: "/commande-urgente/politique", back: "/commande-urgente/politique") {
      policyFields(house, voice)
      moneyFields(house, voice)
      p { button(voice("Enregistrer", "Save")).type("submit").class("primary") }
    }
  }
  page.crumbs = [(voice("Commande urgente", "Rush order"), "/commande-urgente")]
  page.lead = voice(
    "Délai de livraison divisé par deux, délai de paiement divisé par deux.",
    "Lead time halved, payment term halved.")
  return try page.reply(to: visit)
}

private func explanation(_ voice: Voice) -> Element {
  div {
    h2(voice("Deux façons de faire", "Two ways"))
    dl {
      dt(capitalised(methodName(.ladder, voice)))
      dd(
        voice(
          "Chaque division par deux du délai de livraison descend d’un échelon\u{A0}: 60 jours → "
            + "30 jours → à la commande. Simple à dire au téléphone.",
          "Each halving of the lead time goes one rung down: 60 days → 30 days → with the order. "
            + "Easy to say on the phone."))
      dt(capitalised(methodName(.proportional, voice)))
      dd(
        voice(
          "Le délai de paiement rétrécit comme le délai de livraison\u{A0}: 15 → 3 jours, donc "
            + "60 → 12 jours. Plus fin, moins facile à annoncer.",
          "The payment term shrinks as the lead time does: 15 → 3 days, so 60 → 12 days. Finer, "
            + "less easy to announce."))
    }.class("facts")
    p(
      voice(
        "Dans les deux cas\u{A0}: jamais plus long qu’avant, jamais au-delà du plafond légal "
          + "(art. L441-10 C. com.), rien à demander si rien n’est plus rapide.",
        "In both: never longer than before, never above the legal ceiling (art. L441-10), nothing "
          + "to ask when nothing is faster.")
    ).class("quiet")
  }.class("card")
}

/// What the policy gives on an order at 60 days with a usual lead time of 15.
private func exampleCard(_ house: HousePolicy, _ voice: Voice) -> Element {
  let terms: [SaleTerm] = [.credit(.net(60)), .credit(.net(45)), .credit(.net(30))]
  let day = Day(2026, 1, 5)
  return div {
    h2(voice("Ce que cela donne", "What it gives"))
    dataTable(
      [Column(voice("Livraison", "Delivery"), .title)]
        + terms.map { Column($0.words(in: voice.language)) },
      caption: voice(
        "Votre politique, pour une livraison habituelle de 16 jours",
        "Your policy, for a usual delivery of 16 days"),
      rows: [15, 12, 8, 4, 2].map { asked in
        [HTML(voice("en \(asked) jours", "in \(asked) days"))]
          + terms.map { term in
            let order = try? RushOrder(
              amount: Money(cents: 100_000), usualLeadInDays: 16, askedLeadInDays: asked,
              usualTerm: term, ordered: day)
            let found = order.map {
              counterpart(
                for: $0, by: house.counterpart, in: SectorCeiling(house.sector))
            }
            return HTML(found?.term?.words(in: voice.language) ?? voice("inchangé", "unchanged"))
          }
      })
  }.class("card")
}

private func policyFields(_ house: HousePolicy, _ voice: Voice) -> Element {
  let fields = FieldSet(scope: "politique")
  let policy = house.counterpart
  return fieldset {
    legend(voice("La contrepartie", "The counterpart"))
    div {
      fields.choice(
        "methode", voice("Politique", "Policy"),
        CounterpartPolicy.Method.allCases.map {
          ($0.rawValue, capitalised(methodName($0, voice)))
        }, chosen: policy.method.rawValue)
      fields.text(
        "echelons", voice("Échelons, en jours", "Rungs, in days"),
        value: policy.rungsInDays.map(String.init).joined(separator: " "),
        hint: voice(
          "du plus long au plus court\u{A0}; le dernier, à la commande, est toujours là",
          "longest first; the last one, with the order, is always there"))
      fields.choice(
        "arrondi", voice("Entre deux divisions", "Between two halvings"),
        CounterpartPolicy.Rounding.allCases.map {
          ($0.rawValue, capitalised(voice($0.french, $0.english)))
        }, chosen: policy.rounding.rawValue)
      fields.choice(
        "pas", voice("Proportionnelle arrondie", "Proportional rounded"),
        [
          (CounterpartPolicy.Step.day.rawValue, voice("au jour inférieur", "down to a day")),
          (
            CounterpartPolicy.Step.rung.rawValue,
            voice("à l’échelon inférieur", "down to a rung")
          ),
        ], chosen: policy.step.rawValue)
    }.class("fields")
  }.class("card")
}

private func moneyFields(_ house: HousePolicy, _ voice: Voice) -> Element {
  let fields = FieldSet(scope: "argent")
  return fieldset {
    legend(voice("Votre argent, votre métier", "Your money, your trade"))
    div {
      fields.text(
        "cout", voice("Coût de votre argent, % par an", "Cost of your money, % a year"),
        value: percent(house.costOfMoney, voice),
        hint: voice(
          "le taux de votre découvert\u{A0}; 8 % est une hypothèse",
          "your overdraft rate; 8% is a supposition"))
      fields.text(
        "defaut", voice("Risque supposé d’un inconnu, %", "Supposed risk of a stranger, %"),
        value: percent(house.prior.chance, voice),
        hint: voice(
          "chance qu’une facture ne soit pas payée, sans historique",
          "chance that an invoice is not paid, without history"))
      fields.text(
        "livraison", voice("Livraison habituelle, en jours", "Usual delivery, in days"),
        value: String(house.usualLeadInDays))
      fields.choice(
        "secteur", voice("Plafond légal de votre métier", "Legal ceiling of your trade"),
        Sector.allCases.map { ($0.rawValue, sectorName($0, voice)) },
        chosen: house.sector.rawValue)
    }.class("fields")
  }.class("card")
}

private func percent(_ rate: Rate, _ voice: Voice) -> String {
  voice.isFrench ? rate.percent.replacing(".", with: ",") : rate.percent
}

func savePolicy(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  var house = try visit.desk.housePolicy()
  guard let method = CounterpartPolicy.Method(rawValue: visit.form.text("methode")),
    let rounding = CounterpartPolicy.Rounding(rawValue: visit.form.text("arrondi")),
    let step = CounterpartPolicy.Step(rawValue: visit.form.text("pas")),
    let sector = Sector(rawValue: visit.form.text("secteur"))
  else {
    throw Refusal.wrong(voice("Choisissez dans les listes.", "Choose from the lists."))
  }
  let rungs = visit.form.text("echelons").split { " ,;→".contains($0) }
  let days = rungs.compactMap { Int($0) }.filter { (1...180).contains($0) }
  guard days.count == rungs.count else {
    throw Refusal.wrong(
      voice(
        "Échelons\u{A0}: écrivez des jours de 1 à 180, par exemple 60 30.",
        "Rungs: write days from 1 to 180, for example 60 30."))
  }
  house.counterpart = CounterpartPolicy(
    method, rounding: rounding, step: step, rungsInDays: days)
  house.costOfMoney = try rate("cout", 50, visit)
  house.prior = PaymentHabit.Prior(chance: try rate("defaut", 50, visit))
  house.sector = sector
  guard let lead = Int(visit.form.text("livraison")), RushOrder.leads.contains(lead) else {
    throw Refusal.wrong(
      RushFault.usualLead(Int(visit.form.text("livraison")) ?? 0).words(in: voice.language))
  }
  house.usualLeadInDays = lead
  try visit.desk.save(house)
  return visit.back(.reglages)
}

private func rate(_ name: String, _ most: Int64, _ visit: Visit) throws -> Rate {
  let text = visit.form.text(name).filter { !"% \u{A0}".contains($0) }
    .replacing(",", with: ".")
  guard let rate = Rate(percent: text), rate >= .zero, rate <= .percent(most) else {
    throw Refusal.wrong(
      visit.voice(
        "«\u{A0}\(text)\u{A0}» n’est pas un taux de 0 à \(most)\u{A0}%. Écrivez par exemple 8,5.",
        "“\(text)” is not a rate from 0 to \(most)%. Write for example 8.5."))
  }
  return rate
}
