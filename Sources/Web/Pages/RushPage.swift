import Correspondence
import CreditPolicy
import Ledger
import Office
import Printing
import Quantities
import Store

/// A customer telephones: "I need it in three days." What to answer, why, and in which words
/// (commande urgente).
func rushPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let rush = try RushForm(visit.query, at: visit.desk, voice)
  let answer = try rush.file.map { try rushAnswer(visit, $0) }
  let waiting = rush.isBlank ? try rushLedger(visit) : HTML()
  var page = Page(voice("Commande urgente", "Rush order"), in: .rush) {
    div {
      rushForm(visit, rush)
      div {
        if let answer { answer } else { rushInvitation(rush, voice) }
      }.id("reponse").aria("live", "polite").data("live-part", "")
    }.class("rush")
    waiting
  }
  page.lead = voice(
    "Il veut plus vite\u{A0}: il paie plus tôt. Rien contre rien.",
    "They want it sooner: they pay sooner. Nothing for nothing.")
  page.tools = HTML {
    a(voice("Politique de la maison", "House policy")).class("button")
      .href("/commande-urgente/politique")
    a(voice("Occasions manquées", "Missed occasions")).class("button")
      .href("/commande-urgente/occasions")
  }
  return try page.reply(to: visit)
}

private func rushForm(_ visit: Visit, _ rush: RushForm) -> Element {
  let voice = visit.voice
  let usual = rush.usual
  return form {
    rushField(
      rush, .client, voice("Client", "Customer"),
      hint: rush.customer.map { $0.name }
        ?? voice("vide\u{A0}: nouveau client", "empty: a new customer"),
      mode: nil, isFirst: true)
    datalist {
      for customer in rush.candidates.prefix(12) {
        option().value(customer.name + " · " + customer.party.reference)
      }
    }.id("clients").data("live-part", "")
    rushField(
      rush, .montant, voice("Montant de la commande, TTC, en €", "Amount incl. VAT, in €"),
      hint: "", mode: "decimal")
    div {
      rushField(
        rush, .habituel, voice("Livraison habituelle, en jours", "Usual delivery, in days"),
        hint: usual.map { known($0.leadOrigin, voice) } ?? "", mode: "numeric",
        example: usual.map { String($0.leadInDays) })
      rushField(
        rush, .demande, voice("Livraison demandée, en jours", "Delivery asked for, in days"),
        hint: "", mode: "numeric")
    }.class("two")
    rushField(
      rush, .terme, voice("Délai de paiement habituel", "Usual payment term"),
      hint: usual.map { known($0.termOrigin, voice) } ?? "", mode: nil,
      example: usual.map { $0.term.words(in: voice.language) })
    policyChoice(rush, voice)
    manner(rush, voice)
    noscript { button(voice("Calculer", "Work it out")).type("submit") }
  }.class("card").method("get").action("/commande-urgente").data("live", "")
}

/// A field with the place where its fault is said as one types.
private func rushField(
  _ rush: RushForm, _ name: RushForm.Name, _ title: String, hint: String, mode: String?,
  example: String? = nil, isFirst: Bool = false
) -> Element {
  let id = "rush-" + name.rawValue
  let fault = rush.faults[name]
  return div {
    label(title).for(id)
    input().type("text").name(name.rawValue).id(id).value(typed(rush, name))
      .attribute("inputmode", mode).autocomplete("off").placeholder(example)
      .attribute("maxlength", "120").attribute("list", name == .client ? "clients" : nil)
      .class(name == .montant ? "money" : nil)
      .aria("describedby", id + "-dit").aria("invalid", fault == nil ? nil : "true")
      .autofocus(if: isFirst && rush.isBlank)
    p(fault ?? hint).class(fault == nil ? "hint" : "fault").id(id + "-dit")
      .data("live-part", "").data("fault", fault == nil ? "" : "1")
  }.class("field")
}

/// What stands in the field; a customer chosen by a link is named in it.
private func typed(_ rush: RushForm, _ name: RushForm.Name) -> String {
  let text = rush.text(name)
  guard name == .client, text.isEmpty, let customer = rush.customer else { return text }
  return customer.name + " · " + customer.party.reference
}

private func known(_ origin: UsualTerms.Origin, _ voice: Voice) -> String {
  switch origin {
  case .remembered: voice("retenu pour ce client", "remembered for this customer")
  case .observed: voice("d’après ses factures", "from its invoices")
  case .house: voice("usage de la maison", "the house’s usual")
  }
}

private func policyChoice(_ rush: RushForm, _ voice: Voice) -> Element {
  let chosen = rush.form.text("politique")
  let house = rush.file?.house.counterpart.method.rawValue
  return fieldset {
    legend(voice("Politique", "Policy"))
    for method in CounterpartPolicy.Method.allCases {
      label {
        input().type("radio").name("politique").value(method.rawValue)
          .checked(if: chosen == method.rawValue || (chosen.isEmpty && house == method.rawValue))
        methodName(method, voice)
      }.class("tick")
    }
  }
}

/// The tone and the language of the words.
private func manner(_ rush: RushForm, _ voice: Voice) -> Element {
  let fields = FieldSet(scope: "rush")
  return div {
    fields.choice(
      "ton", voice("Ton", "Tone"),
      [("", voice("comme la dernière fois", "as last time"))]
        + RushTone.allCases.map { ($0.rawValue, toneName($0, voice)) },
      chosen: rush.form.text("ton"))
    fields.choice(
      "langue", voice("Langue", "Language"),
      [("", voice("celle du client", "the customer’s"))]
        + [Customer.Language.french, .english].map { ($0.rawValue, languageName($0, voice)) },
      chosen: rush.form.text("langue"))
  }
}

func methodName(_ method: CounterpartPolicy.Method, _ voice: Voice) -> String {
  switch method {
  case .ladder: voice("échelle de la maison", "house ladder")
  case .proportional: voice("proportionnelle", "proportional")
  }
}

private func rushInvitation(_ rush: RushForm, _ voice: Voice) -> Element {
  div {
    h2(voice("« Il me le faut dans trois jours. »", "“I need it in three days.”"))
    p(
      voice(
        "Tapez le montant et le délai demandé\u{A0}: la réponse s’écrit ici, avec les mots à dire. "
          + "Le client, son délai et son mode de paiement habituels viennent de son compte.",
        "Type the amount and the delivery asked for: the answer appears here, with the words to "
          + "say. The customer’s usual terms come from its account.")
    ).class("quiet")
    if let customer = rush.customer {
      p { a(customer.name).href("/clients/\(customer.id.raw)") }
    }
  }.class("card")
}
