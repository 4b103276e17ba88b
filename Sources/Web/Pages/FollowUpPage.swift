import Claims
import Ledger
import Office
import Printing
import Quantities

/// What customers promised, agreed to and contest, with what became of it (suivi).
func followUpPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let accounts = try visit.desk.followUp(on: visit.asOf)
  let past = try pastBanner(visit)
  var page = Page(voice("Promesses et litiges", "Promises and disputes"), in: .today) {
    past
    ul {
      li { a(voice("À contacter", "To contact")).href("/") }
      li { a(voice("Pas aujourd’hui", "Not today")).href("/pas-aujourdhui") }
      li {
        a(voice("Promesses et litiges", "Promises and disputes")).href("/suivi")
          .aria("current", "page")
      }
    }.class("tabs")
    promisesCard(accounts, voice)
    saidPaidCard(accounts, voice)
    plansCard(accounts, voice)
    disputesCard(visit, accounts)
  }
  page.lead = voice(
    "Ce qui a été annoncé, comparé à la banque.", "What was announced, against the bank.")
  page.tools = HTML { asOfForm(visit, (try? visit.asOf)?.iso ?? visit.desk.today.iso) }
  return try page.reply(to: visit)
}

private func customerLink(_ account: AccountFollowUp) -> HTML {
  HTML {
    a(account.customer.name).href("/clients/\(account.customer.id.raw)").data("main", "")
  }
}

private func promisesCard(_ accounts: [AccountFollowUp], _ voice: Voice) -> Element {
  let all = accounts.flatMap { account in account.promises.map { (account, $0) } }
    .sorted { $0.1.promise.fact.on > $1.1.promise.fact.on }
  return div {
    h2(voice("Promesses", "Promises"))
    if all.isEmpty {
      p(voice("Aucune promesse notée.", "No promise recorded.")).class("quiet")
    } else {
      dataTable(
        [
          Column(voice("Client", "Customer"), .title), Column(voice("Pour le", "For")),
          Column(voice("État", "Status")), Column(voice("Annoncé", "Announced"), .figure),
          Column(voice("Reçu", "Received"), .figure),
        ],
        caption: voice.count(all.count, ("promesse", "promesses"), ("promise", "promises")),
        rows: all.prefix(200).map { account, followed in
          [
            customerLink(account), HTML(voice.day(followed.promise.fact.on)),
            promiseBadge(followed, voice).html,
            HTML(voice.money(followed.promise.fact.amount, account.currency)),
            HTML(voice.money(followed.received, account.currency)),
          ]
        }, isList: true)
    }
  }.class("card flush")
}

/// Payments that customers say to have made: to look for at the bank, not promises.
@HTMLBuilder private func saidPaidCard(
  _ accounts: [AccountFollowUp], _ voice: Voice
) -> HTML {
  let all = accounts.flatMap { account in account.saidPaid.map { (account, $0) } }
    .sorted { $0.1.paid.fact.on > $1.1.paid.fact.on }
  if !all.isEmpty {
    div {
      h2(voice("Disent avoir payé", "Say that they have paid"))
      dataTable(
        [
          Column(voice("Client", "Customer"), .title), Column(voice("Payé le", "Paid on")),
          Column(voice("À la banque", "At the bank")),
          Column(voice("Montant", "Amount"), .figure),
        ],
        caption: voice(
          "À vérifier à la banque\u{A0}; ce ne sont pas des promesses",
          "To check at the bank; these are no promises"),
        rows: all.prefix(200).map { account, followed in
          [
            customerLink(account), HTML(voice.day(followed.paid.fact.on)),
            saidPaidBadge(followed, voice).html,
            HTML(voice.money(followed.paid.fact.amount, account.currency)),
          ]
        }, isList: true)
    }.class("card flush")
  }
}

/// Where a payment stands that a customer says to have made.
func saidPaidBadge(_ followed: SaidPaidFollowed, _ voice: Voice) -> Element {
  switch followed.standing {
  case .searched(let day):
    badge(
      voice(
        "à vérifier à la banque jusqu’au \(voice.day(day))",
        "to check at the bank until \(voice.day(day))"), .calm)
  case .found(let day):
    badge(voice("reçu le \(voice.day(day))", "received on \(voice.day(day))"), .good)
  case .notFound(let day):
    badge(
      voice("introuvable au \(voice.day(day))", "not found by \(voice.day(day))"), .warn)
  }
}

/// Where a promise stands, in words and colour.
func promiseBadge(_ followed: PromiseFollowed, _ voice: Voice) -> Element {
  if followed.isReplaced { return badge(voice("remplacée", "replaced")) }
  switch followed.standing {
  case .open(let day):
    return badge(
      voice("attendue jusqu’au \(voice.day(day))", "awaited until \(voice.day(day))"), .calm)
  case .kept: return badge(voice("tenue", "kept"), .good)
  case .late(let day):
    return badge(voice("en retard, le \(voice.day(day))", "late, on \(voice.day(day))"), .warn)
  case .broken: return badge(voice("non tenue", "broken"), .late)
  }
}

/// One promise in one line: what, for when, and what became of it.
func promiseLine(_ followed: PromiseFollowed, _ currency: Currency, _ voice: Voice) -> HTML {
  let promise = followed.promise.fact
  return HTML {
    capitalised(promise.wording(in: voice.language, currency)) + " "
    promiseBadge(followed, voice)
    if !promise.saidBy.isEmpty || !promise.words.isEmpty {
      span([promise.saidBy, promise.words].filter { !$0.isEmpty }.joined(separator: " · "))
        .class("under")
    }
  }
}

private func plansCard(_ accounts: [AccountFollowUp], _ voice: Voice) -> HTML {
  let all = accounts.flatMap { account in account.plans.map { (account, $0) } }
  guard !all.isEmpty else { return HTML() }
  return HTML {
    div {
      h2(voice("Échéanciers", "Instalment plans"))
      dataTable(
        [
          Column(voice("Client", "Customer"), .title), Column(voice("État", "Status")),
          Column(voice("Prochaine échéance", "Next part")),
          Column(voice("Total", "Total"), .figure), Column(voice("Reçu", "Received"), .figure),
        ],
        caption: voice.count(all.count, ("échéancier", "échéanciers"), ("plan", "plans")),
        rows: all.map { account, plan in
          [
            customerLink(account), planBadge(plan, voice).html,
            HTML(plan.next.map { voice.day($0.part.on) } ?? ""),
            HTML(voice.money(plan.plan.fact.total, account.currency)),
            HTML(voice.money(plan.received, account.currency)),
          ]
        }, isList: true)
    }.class("card flush")
  }
}

func planBadge(_ plan: PlanStanding, _ voice: Voice) -> Element {
  let mood: Mood =
    switch plan.state {
    case .proposed: .plain
    case .running: .calm
    case .kept: .good
    case .accelerated: .late
    case .behind: .warn
    }
  return badge(plan.wording(in: voice.language), mood)
}

private func disputesCard(_ visit: Visit, _ accounts: [AccountFollowUp]) -> HTML {
  let voice = visit.voice
  let all = accounts.flatMap { account in account.disputes.map { (account, $0) } }
    .sorted { $0.1.amount > $1.1.amount }
  guard !all.isEmpty else { return HTML() }
  return HTML {
    div {
      h2(voice("Litiges", "Disputes"))
      dataTable(
        [
          Column(voice("Pièce", "Document"), .title), Column(voice("Client", "Customer")),
          Column(voice("Motif", "Reason")), Column(voice("Suivi par", "Owner")),
          Column(voice("Ouvert depuis", "Open for")), Column(voice("Issue", "Outcome")),
          Column(voice("Contesté", "Contested"), .figure),
        ],
        caption: voice.count(all.count, ("litige", "litiges"), ("dispute", "disputes")),
        rows: all.prefix(200).map { account, followed in
          disputeRow(visit, account, followed)
        }, isList: true)
    }.class("card flush")
  }
}

private func disputeRow(
  _ visit: Visit, _ account: AccountFollowUp, _ followed: DisputeFollowed
) -> [HTML] {
  let voice = visit.voice
  let dispute = followed.dispute.fact
  return [
    HTML { a(followed.number).href("/factures/\(dispute.document.raw)").data("main", "") },
    HTML { a(account.customer.name).href("/clients/\(account.customer.id.raw)") },
    HTML {
      voice(dispute.cause.french, dispute.cause.english)
      if !dispute.reason.isEmpty { span(dispute.reason).class("under") }
    },
    ownerCell(visit, followed), HTML(voice.days(followed.ageInDays(on: visit.desk.today))),
    disputeOutcome(visit, followed, account.currency),
    HTML(voice.money(followed.amount, account.currency)),
  ]
}

/// Who looks after a dispute, and the form that gives it to somebody else.
private func ownerCell(_ visit: Visit, _ followed: DisputeFollowed) -> HTML {
  let voice = visit.voice
  let number = followed.dispute.number.raw
  let fields = FieldSet(scope: "suivi-\(number)")
  return HTML {
    followed.owner + " "
    if case .open = followed.standing {
      fold(
        followed.owner.isEmpty ? voice("Confier", "Assign") : voice("Changer", "Change"),
        isMild: true,
        postForm(visit, to: "/litiges/\(number)/suivi") {
          ownerField(fields, voice, value: followed.owner)
          button(voice("Enregistrer", "Save")).type("submit").class("primary")
        })
    }
  }
}

func assignDispute(_ visit: Visit) throws -> Reply {
  try visit.desk.assign(visit.entry, to: visit.form.text("suivi"))
  return visit.back(.suivi)
}

/// How a dispute ended, or the form that decides it.
func disputeOutcome(_ visit: Visit, _ followed: DisputeFollowed, _ currency: Currency) -> HTML {
  let voice = visit.voice
  return HTML {
    switch followed.standing {
    case .closed(let outcome, let day):
      badge(voice(outcome.french, outcome.english), .good)
      span(voice.day(day)).class("under")
    case .awaitingCredit(let left):
      badge(
        voice(
          "avoir de \(voice.money(left, currency)) à venir",
          "credit note of \(voice.money(left, currency)) to come"), .warn)
    case .settled(let day):
      badge(voice("réglée", "paid"), .good)
      span(voice.day(day)).class("under")
    case .open:
      fold(voice("Trancher", "Decide"), resolveForm(visit, followed))
    }
  }
}

private func resolveForm(_ visit: Visit, _ followed: DisputeFollowed) -> Element {
  let voice = visit.voice
  let number = followed.dispute.number.raw
  let fields = FieldSet(scope: "issue-\(number)")
  return postForm(visit, to: "/litiges/\(number)/issue") {
    fields.choice(
      "issue", voice("Issue", "Outcome"),
      DisputeResolution.Outcome.allCases.map {
        ($0.rawValue, capitalised(voice($0.french, $0.english)))
      })
    fields.money(
      "montant", voice("Montant reconnu (avoir partiel)", "Amount recognised (partial)"))
    fields.text("mots", voice("Pourquoi", "Why"), isRequired: true)
    p(
      voice(
        "Rejeté ou retiré, un litige n’a arrêté aucune pénalité.",
        "Rejected or withdrawn, a dispute stopped no interest.")
    ).class("hint")
    button(voice("Noter l’issue", "Record the outcome")).type("submit").class("primary")
  }
}

func resolveDispute(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  guard let outcome = DisputeResolution.Outcome(rawValue: visit.form.text("issue")) else {
    throw Refusal.wrong(voice("Choisissez l’issue.", "Choose the outcome."))
  }
  let amount =
    visit.form.text("montant").isEmpty
    ? nil
    : try visit.form.money("montant", Field("le montant reconnu", "the amount"), voice)
  try visit.desk.resolve(
    visit.entry, as: outcome, recognised: amount,
    words: try visit.form.required("mots", Field("la raison", "the reason"), voice))
  return visit.back(.resolu)
}
