import Claims
import Correspondence
import Ledger
import Office
import Printing
import Quantities

/// An instalment plan drawn up with the customer: terms, parts, and the paper to sign (échéancier).
func planPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let id = try visit.customer
  guard let name = try visit.desk.customerName(id) else { throw Refusal.notFound }
  let drawn = try drawn(for: id, visit)
  let plans = try visit.desk.followUp(of: id).flatMap { account in
    account.plans.filter(\.isRunning).map { ($0, account.currency) }
  }
  var page = Page(voice("Échéancier", "Instalment plan"), in: .customers) {
    for (plan, currency) in plans { inForce(plan, currency, voice) }
    planForm(visit, drawn)
    planProposal(visit, drawn)
  }
  if case .unreadable = drawn { page.status = 400 }
  page.crumbs = [(voice("Clients", "Customers"), "/clients"), (name, "/clients/\(id.raw)")]
  page.lead = voice(
    "Un premier versement, puis ce que le client peut tenir\u{A0}: au centime, et signé.",
    "A first payment, then what the customer can keep: to the cent, and signed.")
  return try page.reply(to: visit)
}

/// The terms of a form, with what is usual where it says nothing.
private func planTerms(_ form: Form, _ visit: Visit) throws -> PlanTerms {
  let voice = visit.voice
  let start =
    form.text("debut").isEmpty
    ? BankCalendar.france.onOrAfter(visit.desk.today.adding(days: 7))
    : try form.day("debut", Field("le premier jour", "the first day"), voice)
  var terms = PlanTerms(split: try planSplit(form, voice), start: start)
  if !form.text("premier").isEmpty {
    terms.first = try form.money(
      "premier", Field("le premier versement", "the first payment"), voice)
  }
  // A form that was sent says what it leaves unticked.
  if form["debut"] != nil {
    terms.suspendsInterest = form.isTicked("gel")
    terms.hasAcceleration = form.isTicked("clause")
  }
  return terms
}

/// Into how many parts, or how much a month: one or the other.
private func planSplit(_ form: Form, _ voice: Voice) throws -> PlanTerms.Split {
  let (parts, monthly) = (form.text("parts"), form.text("mensualite"))
  if parts.isEmpty, monthly.isEmpty { return .parts(3) }
  guard parts.isEmpty || monthly.isEmpty else {
    throw Refusal.wrong(
      voice(
        "Un nombre de parts ou un montant par mois, pas les deux\u{A0}: videz l’un des deux.",
        "A number of parts or an amount a month, not both: empty one of them."))
  }
  if parts.isEmpty {
    return .monthly(
      try form.money("mensualite", Field("la mensualité", "the monthly amount"), voice))
  }
  guard let count = Int(parts) else {
    throw Refusal.wrong(
      voice(
        "«\u{A0}\(parts)\u{A0}» n’est pas un nombre de parts. Écrivez par exemple 3.",
        "“\(parts)” is not a number of parts. Write for example 3."))
  }
  return .parts(count)
}

private enum Drawn {
  case plan(PlanProposal)
  case refused(PlanRefusal, PlanTerms)
  /// A field cannot be read: the form comes back as it was, with the words.
  case unreadable(String)

  var terms: PlanTerms? {
    switch self {
    case .plan(let proposal): proposal.terms
    case .refused(_, let terms): terms
    case .unreadable: nil
    }
  }
}

private func drawn(for id: CustomerID, _ visit: Visit) throws -> Drawn {
  do {
    return try proposed(try planTerms(visit.query, visit), for: id, visit)
  } catch Refusal.wrong(let words) {
    return .unreadable(words)
  }
}

private func inForce(_ plan: PlanStanding, _ currency: Currency, _ voice: Voice) -> Element {
  let total = voice.money(plan.plan.fact.total, currency)
  return p(
    voice(
      "Un échéancier de \(total) est déjà en vigueur\u{A0}: un autre pour les mêmes factures sera "
        + "refusé tant qu’il l’est.",
      "A plan of \(total) is in force: another one for the same invoices is refused as long as it "
        + "is.")
  ).class("banner warn")
}

private func proposed(
  _ terms: PlanTerms, for id: CustomerID, _ visit: Visit
) throws -> Drawn {
  do {
    return .plan(try visit.desk.proposePlan(terms, for: id))
  } catch let refusal as PlanRefusal {
    return .refused(refusal, terms)
  }
}

/// The fields as they were filled in: nothing typed is lost to a slip.
private func planForm(_ visit: Visit, _ drawn: Drawn) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "plan")
  let query = visit.query
  let isFirst = query["debut"] == nil
  return form {
    fields.money(
      "premier", voice("Premier versement (facultatif)", "First payment (optional)"),
      value: query.text("premier"))
    fields.text(
      "parts", voice("Puis en… parts", "Then in… parts"), value: query.text("parts"),
      hint: voice("3 si rien n’est dit", "3 where nothing is said"))
    fields.money("mensualite", voice("ou par mois", "or a month"), value: query.text("mensualite"))
    fields.day(
      "debut", voice("À partir du", "From"),
      value: drawn.terms?.start.iso ?? query.text("debut"), min: visit.desk.today.iso)
    fields.tick(
      "gel", voice("Pénalités gelées tant qu’il est tenu", "Interest frozen while it is kept"),
      isTicked: isFirst || query.isTicked("gel"))
    fields.tick(
      "clause", voice("Déchéance du terme", "Acceleration clause"),
      isTicked: isFirst || query.isTicked("clause"))
    button(voice("Calculer", "Work out")).type("submit")
  }.class("card tools").method("get").action(visit.path)
}

@HTMLBuilder private func planProposal(_ visit: Visit, _ drawn: Drawn) -> HTML {
  switch drawn {
  case .unreadable(let words):
    p { strong(words) }.class("banner warn").role("alert")
  case .refused(let refusal, _):
    p { strong(refusalWords(refusal, visit.voice)) }.class("banner warn")
  case .plan(let proposal):
    for warning in proposal.warnings {
      p(warningWords(warning, proposal.claim.currency, visit.voice)).class("banner warn")
    }
    planParts(visit, proposal)
    recordForm(visit, proposal)
  }
}

private func planParts(_ visit: Visit, _ proposal: PlanProposal) -> Element {
  let voice = visit.voice
  let currency = proposal.claim.currency
  return div {
    h2(voice("Les échéances", "The parts"))
    dataTable(
      [
        Column(voice("N°", "No."), .title), Column(voice("Au plus tard le", "At the latest on")),
        Column(voice("Montant", "Amount"), .figure),
      ],
      caption: voice(
        "Principal \(voice.money(proposal.principal, currency)), pénalités "
          + "\(voice.money(proposal.interest, currency)), indemnités "
          + "\(voice.money(proposal.compensation, currency)), avoirs déduits "
          + voice.money(proposal.deductions, currency),
        "Principal \(voice.money(proposal.principal, currency)), interest "
          + "\(voice.money(proposal.interest, currency)), compensation "
          + "\(voice.money(proposal.compensation, currency)), less credits "
          + voice.money(proposal.deductions, currency)),
      rows: proposal.plan.parts.enumerated().map { place, part in
        [
          HTML(String(place + 1)), HTML(voice.day(part.on)),
          HTML(voice.money(part.amount, currency)),
        ]
      },
      total: [
        HTML(voice("Total", "Total")), HTML(), HTML(voice.money(proposal.total, currency)),
      ])
    p(
      proposal.plan.suspendsInterest
        ? voice(
          "Pénalités comprises à ce jour\u{A0}; elles cessent de courir tant que l’échéancier est "
            + "tenu (R2.21).",
          "Interest included up to today; it stands still while the plan is kept (R2.21).")
        : voice(
          "Pénalités comprises à ce jour\u{A0}; celles qui courent ensuite seront décomptées à la "
            + "fin (R2.21).",
          "Interest included up to today; what runs from now on is counted at the end (R2.21).")
    ).class("quiet")
  }.class("card flush")
}

/// The same terms, to be kept: the parts are worked out again when it is sent.
private func recordForm(_ visit: Visit, _ proposal: PlanProposal) -> Element {
  let voice = visit.voice
  return postForm(visit, to: visit.path, back: visit.path) {
    for name in ["premier", "parts", "mensualite", "gel", "clause"] {
      if let value = visit.query[name] { input().type("hidden").name(name).value(value) }
    }
    if visit.query["debut"] == nil {
      input().type("hidden").name("gel").value("1")
      input().type("hidden").name("clause").value("1")
    }
    input().type("hidden").name("debut").value(proposal.terms.start.iso)
    input().type("hidden").name("total").value(String(proposal.total.cents))
    button(voice("Garder cet échéancier", "Keep this plan"))
      .type("submit").class("primary")
  }
}

private func refusalWords(_ refusal: PlanRefusal, _ voice: Voice) -> String {
  switch refusal {
  case .nothingOwed: voice("Rien n’est à réclamer.", "Nothing is claimable.")
  case .insolvent:
    voice(
      "Une procédure collective est ouverte\u{A0}: pas d’échéancier, déclarez la créance (R8.13).",
      "Insolvency proceedings are open: no instalment plan, file the claim (R8.13).")
  case .startsInThePast(let day):
    voice("Le \(voice.day(day)) est passé.", "\(voice.day(day)) has passed.")
  case .startsTooLate(let day, let last):
    voice(
      "Un échéancier commence dans les \(PlanTerms.mostMonthsToStart) mois\u{A0}: le "
        + "\(voice.day(day)) est trop loin. Faites-le commencer le \(voice.day(last)) au plus tard"
        + "\u{A0}; pour un simple report, notez une promesse.",
      "A plan begins within \(PlanTerms.mostMonthsToStart) months: \(voice.day(day)) is too far. "
        + "Let it begin on \(voice.day(last)) at the latest; to put the whole off, record a "
        + "promise.")
  case .firstTooLarge(_, let total):
    voice(
      "Le premier versement doit rester au-dessous de \(voice.money(total)).",
      "The first payment must stay below \(voice.money(total)).")
  case .unworkableSplit:
    voice(
      "Entre 1 et 120 parts d’un centime au moins.", "Between 1 and 120 parts of a cent at least.")
  }
}

private func warningWords(
  _ warning: PlanProposal.Warning, _ currency: Currency, _ voice: Voice
) -> String {
  switch warning {
  case .beyondLimitation(let day):
    voice(
      "La dernière échéance dépasse la prescription du \(voice.day(day))\u{A0}: faites signer la "
        + "reconnaissance de dette, qui la fait repartir (R6.3).",
      "The last part falls after the limitation of \(voice.day(day)): have the acknowledgement of "
        + "the debt signed, which restarts it (R6.3).")
  case .longerThan(let months):
    voice("Plus de \(months) mois\u{A0}: c’est long.", "More than \(months) months: that is long.")
  case .leavesDispute(let amount):
    voice(
      "\(voice.money(amount, currency)) contestés n’y sont pas.",
      "\(voice.money(amount, currency)) contested are not in it.")
  }
}

func recordPlan(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let terms = try planTerms(visit.form, visit)
  guard case .plan(let proposal) = try proposed(terms, for: visit.customer, visit),
    visit.form["total"] == String(proposal.total.cents)
  else {
    throw Refusal.wrong(
      voice(
        "La créance a changé depuis le calcul\u{A0}: recalculez l’échéancier.",
        "The claim has changed since: work the plan out again."))
  }
  guard try visit.desk.record(proposal.plan, for: visit.customer) != nil else {
    throw Refusal.notFound
  }
  return .seeOther("/clients/\(try visit.customer.raw)?fait=echeancier")
}

func signPlan(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let day = try visit.form.day("jour", Field("le jour de la signature", "the day"), voice)
  try visit.desk.sign(
    visit.entry, on: day, acknowledgesDebt: visit.form.isTicked("reconnaissance"),
    words: try visit.form.required("preuve", Field("la preuve", "the proof"), voice))
  return visit.back(.signe)
}

func planPDF(_ visit: Visit) throws -> Reply {
  guard let letter = try visit.desk.planLetter(visit.entry, in: visit.voice.language) else {
    throw Refusal.notFound
  }
  return .file(
    render(letter), type: "application/pdf", name: letter.number + ".pdf", isShown: true)
}
