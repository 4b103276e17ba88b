import Claims
import Ledger
import Office
import Printing
import Quantities

/// What the customer promised, agreed to and contests, on its page.
@HTMLBuilder func agreedCard(
  _ visit: Visit, _ accounts: [AccountFollowUp], _ claims: [Claim]
) -> HTML {
  let voice = visit.voice
  for account in accounts {
    div {
      h2(voice("Promesses, échéanciers, litiges", "Promises, plans, disputes"))
      ul {
        for followed in account.promises.prefix(6) {
          li {
            promiseLine(followed, account.currency, voice)
            coverWords(followed, claims.first { $0.currency == account.currency }, voice)
          }
        }
        for followed in account.saidPaid.prefix(6) {
          li {
            capitalised(followed.paid.fact.wording(in: voice.language, account.currency)) + " "
            saidPaidBadge(followed, voice)
            if !followed.paid.fact.words.isEmpty {
              span(followed.paid.fact.words).class("under")
            }
          }
        }
        for followed in account.disputes.prefix(6) {
          li {
            voice("Litige sur ", "Dispute on ")
            a(followed.number).href("/factures/\(followed.dispute.fact.document.raw)")
            " · " + voice.money(followed.amount, account.currency) + " "
            disputeOutcome(visit, followed, account.currency)
          }
        }
      }.class("plain")
      for plan in account.plans.prefix(3) { planView(visit, plan, account.currency) }
    }.class("card")
  }
}

/// What an awaited promise holds back, where it is not all that is asked for.
@HTMLBuilder private func coverWords(
  _ followed: PromiseFollowed, _ claim: Claim?, _ voice: Voice
) -> HTML {
  if case .open = followed.standing, !followed.isReplaced, let claim, !claim.announced.isEmpty,
    !claim.holds.contains(where: claim.announced.contains)
  {
    let held = claim.items.filter { $0.announcedUntil != nil }.map(\.number)
    span(
      held.isEmpty
        ? voice(
          "Moins que la plus ancienne facture\u{A0}: elle ne retient rien, tout reste demandé.",
          "Less than the oldest invoice: it holds nothing back, all is asked for.")
        : voice(
          "Elle retient \(held.joined(separator: ", "))\u{A0}; le reste est demandé.",
          "It holds \(held.joined(separator: ", ")) back; the rest is asked for.")
    ).class("under")
  }
}

private func planView(_ visit: Visit, _ plan: PlanStanding, _ currency: Currency) -> Element {
  let voice = visit.voice
  let number = plan.plan.number.raw
  return div {
    h3 {
      voice("Échéancier de ", "Instalment plan of ")
        + voice.money(plan.plan.fact.total, currency) + " "
      planBadge(plan, voice)
    }
    dataTable(
      [
        Column(voice("Échéance", "Part"), .title), Column(voice("État", "Status")),
        Column(voice("Montant", "Amount"), .figure), Column(voice("Reçu", "Received"), .figure),
      ],
      caption: plan.plan.fact.suspendsInterest
        ? voice("Pénalités gelées tant qu’il est tenu", "Interest frozen while it is kept")
        : voice("Les pénalités continuent de courir", "Interest goes on running"),
      rows: plan.parts.map { part in
        [
          HTML(voice.day(part.part.on)), HTML(part.state.wording(in: voice.language)),
          HTML(voice.money(part.part.amount, currency)),
          HTML(voice.money(part.received, currency)),
        ]
      })
    p {
      a(voice("L’échéancier à signer (PDF)", "The plan to sign (PDF)"))
        .href("/echeanciers/\(number)/pdf")
    }
    if plan.agreement == nil {
      fold(voice("Il est signé", "It is signed"), signForm(visit, number))
    }
  }
}

private func signForm(_ visit: Visit, _ number: Int64) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "signature-\(number)")
  return postForm(visit, to: "/echeanciers/\(number)/signature") {
    fields.day("jour", voice("Signé le", "Signed on"), value: visit.desk.today.iso)
    fields.tick(
      "reconnaissance",
      voice(
        "Il reconnaît la dette sans équivoque\u{A0}: la prescription repart (R6.3)",
        "It acknowledges the debt without ambiguity: the limitation restarts (R6.3)"))
    fields.text(
      "preuve", voice("Où est la preuve\u{A0}?", "Where is the proof?"), isRequired: true)
    button(voice("Noter la signature", "Record the signature")).type("submit").class("primary")
  }
}
