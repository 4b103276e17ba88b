import Correspondence
import CreditPolicy
import Ledger
import Office
import Printing
import Quantities
import Store

/// What was said is kept: the offer, and its answer when the caller gives it at once.
func recordCard(_ visit: Visit, _ file: RushFile) -> Element {
  let voice = visit.voice
  guard let customer = file.customer else {
    return p(
      voice(
        "Choisissez le client pour garder la trace de l’offre.",
        "Choose the customer to keep a record of the offer.")
    ).class("quiet")
  }
  let fields = FieldSet(scope: "offre")
  let order = file.offer.order
  return div {
    h2(voice("Garder la réponse", "Keep the answer"))
    postForm(visit, to: "/commande-urgente/offres", back: "/commande-urgente") {
      for (name, value) in [
        ("client", String(customer.id.raw)), ("montant", order.amount.decimal),
        ("habituel", String(order.usualLeadInDays)), ("demande", String(order.askedLeadInDays)),
        ("terme", order.usualTerm.notation),
        ("politique", file.house.counterpart.method.rawValue),
        ("ton", visit.query.text("ton")), ("langue", visit.query.text("langue")),
      ] { input().type("hidden").name(name).value(value) }
      div {
        fields.choice(
          "suite", voice("Sa réponse (touche N)", "The answer (key N)"),
          answers(to: file, voice), key: "n")
        fields.text("commande", voice("N° de commande (facultatif)", "Order no. (optional)"))
      }.class("fields")
      fields.text("mots", voice("Ses mots (facultatif)", "Their words (optional)"))
      button(voice("Noter", "Record")).type("submit").class("primary")
    }.id("offre-recue")
  }.class("card")
}

/// The answers that may be given: those of the alternatives, and no.
private func answers(
  to file: RushFile, _ voice: Voice
) -> [(value: String, name: String)] {
  var kinds = file.offer.alternatives.map(\.kind)
  if file.proposal.term != nil, !kinds.contains(.shorterTerm) { kinds.insert(.shorterTerm, at: 0) }
  return [("", voice("pas encore de réponse", "no answer yet"))]
    + kinds.map {
      ($0.rawValue, voice("d’accord\u{A0}: ", "agreed: ") + counterpartName($0, voice))
    } + otherAnswers(voice)
}

private func otherAnswers(_ voice: Voice) -> [(value: String, name: String)] {
  [
    (RushAnswer.Outcome.refused.rawValue, voice("refusé", "refused")),
    (RushAnswer.Outcome.noAnswer.rawValue, voice("sans réponse", "no answer given")),
  ]
}

/// Offers that wait for their answer, and what was obtained so far.
func rushLedger(_ visit: Visit) throws -> HTML {
  let voice = visit.voice
  let stories = try visit.desk.rushStories()
  guard !stories.isEmpty else { return HTML() }
  let waiting = stories.filter { $0.answer == nil }.suffix(20).reversed()
  return HTML {
    rushFigures(RushBalance(stories), voice)
    if !waiting.isEmpty {
      div {
        h2(voice("En attente de réponse", "Waiting for an answer"))
        ul { for story in waiting { waitingOffer(visit, story) } }.class("plain")
      }.class("card")
    }
  }
}

/// `5 commandes urgentes, 4 contreparties obtenues, 312 € de trésorerie gagnée`.
func rushFigures(_ balance: RushBalance, _ voice: Voice) -> Element {
  figures([
    Figure(
      name: voice("Commandes urgentes", "Rush orders"), value: voice.count(balance.offers)),
    Figure(
      name: voice("Contreparties obtenues", "Counterparts obtained"),
      value: voice.count(balance.accepted)),
    Figure(
      name: voice("Trésorerie gagnée", "Cash gained"), value: voice.money(balance.gained),
      isMain: true),
  ])
}

/// One offer with the form that answers it.
func waitingOffer(_ visit: Visit, _ story: RushStory) -> Element {
  let voice = visit.voice
  let offer = story.offer.fact
  let fields = FieldSet(scope: "reponse-\(story.offer.number.raw)")
  let name = (try? visit.desk.customerName(story.customer)) ?? ""
  var answers = [(value: String, name: String)]()
  if offer.counterTerm != nil {
    answers.append(
      (
        RushAnswer.Counterpart.shorterTerm.rawValue,
        counterpartName(.shorterTerm, voice)
      ))
  }
  answers += [RushAnswer.Counterpart.deposit, .surcharge, .settleOverdue].map {
    ($0.rawValue, counterpartName($0, voice))
  }
  return li {
    a(name).href("/clients/\(story.customer.raw)")
    voice(
      "\u{A0}: \(voice.money(offer.amount, story.currency)) en \(offer.askedLeadInDays)\u{A0}j, "
        + "proposé le \(voice.day(story.offer.happened)) ",
      ": \(voice.money(offer.amount, story.currency)) in \(offer.askedLeadInDays) days, offered on "
        + "\(voice.day(story.offer.happened)) ")
    fold(
      voice("Répondre", "Answer"),
      postForm(
        visit, to: "/commande-urgente/offres/\(story.offer.number.raw)/reponse", back: visit.path
      ) {
        fields.choice("suite", voice("Sa réponse", "The answer"), answers + otherAnswers(voice))
        fields.money("somme", voice("Somme convenue (facultatif)", "Sum agreed (optional)"))
        fields.text("mots", voice("Ses mots (facultatif)", "Their words (optional)"))
        button(voice("Noter", "Record")).type("submit").class("primary")
      })
  }
}

// MARK: What the forms do

func recordRush(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  guard let id = Int64(visit.form.text("client")), id > 0,
    let usual = Int(visit.form.text("habituel")), let asked = Int(visit.form.text("demande")),
    let term = SaleTerm(notation: visit.form.text("terme"))
  else {
    throw Refusal.wrong(
      voice("L’offre est incomplète\u{A0}: refaites-la.", "The offer is incomplete: make it anew."))
  }
  let amount = try visit.form.money("montant", Field("le montant", "the amount"), voice)
  let file: RushFile
  do {
    file = try visit.desk.rushFile(
      for: RushQuestion(
        customer: CustomerID(id), amount: amount, usualLeadInDays: usual, askedLeadInDays: asked,
        usualTerm: term, method: CounterpartPolicy.Method(rawValue: visit.form.text("politique"))))
  } catch let fault as RushFault {
    throw Refusal.wrong(fault.words(in: voice.language))
  }
  let number = try visit.desk.record(
    file, order: visit.form.text("commande"), words: try changedMail(visit, file))
  try record(visit.form.text("suite"), to: number, visit, offer: file.offer)
  return visit.back(.urgence)
}

/// The e-mail as it was changed before it left; empty when it left as it was composed.
private func changedMail(_ visit: Visit, _ file: RushFile) throws -> String {
  let tone = RushTone(rawValue: visit.form.text("ton"))
  if let tone { try visit.desk.remember(tone) }
  let mail = visit.form.text("courriel").replacing("\r\n", with: "\n")
  guard mail.utf8.count <= RushTemplates.longestText else {
    throw Refusal.wrong(visit.voice("Le courriel est trop long.", "The e-mail is too long."))
  }
  let speech = try visit.desk.rushSpeech(
    for: file, tone: tone, language: Customer.Language(rawValue: visit.form.text("langue")))
  return mail == speech.texts.mail.trimmed ? "" : mail
}

func answerRush(_ visit: Visit) throws -> Reply {
  try record(visit.form.text("suite"), to: visit.entry, visit, offer: nil)
  return visit.back(.urgence)
}

/// An answer is a counterpart, for yes, or how else it ended; nothing while it is awaited.
private func record(
  _ answer: String, to offer: EntryNumber, _ visit: Visit, offer made: CounterOffer?
) throws {
  let words = visit.form.text("mots")
  if let counterpart = RushAnswer.Counterpart(rawValue: answer) {
    let typed = visit.form.text("somme")
    let sum =
      typed.isEmpty
      ? made?.alternative(counterpart)?.amount
      : try visit.form.money("somme", Field("la somme convenue", "the sum agreed"), visit.voice)
    try visit.desk.answer(
      offer, .accepted, by: counterpart, amount: counterpart == .shorterTerm ? nil : sum,
      words: words)
  } else if let outcome = RushAnswer.Outcome(rawValue: answer), outcome != .accepted {
    try visit.desk.answer(offer, outcome, words: words)
  }
}
