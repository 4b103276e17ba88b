import Ledger
import Office
import Printing
import Quantities

/// What may be decided about one invoice.
func documentActions(_ visit: Visit, _ file: DocumentFile) -> Element {
  let voice = visit.voice
  let id = file.item.id.raw
  let waiver = FieldSet(scope: "remise")
  let snooze = FieldSet(scope: "attente")
  return div {
    fold(
      voice("Ouvrir un litige", "Open a dispute"), key: "l",
      disputeForm(visit, file))
    fold(
      voice("Accorder une remise", "Grant a waiver"), key: "r",
      postForm(visit, to: "/factures/\(id)/remise", back: visit.path) {
        waiver.tick("penalites", voice("Pénalités de retard", "Late-payment interest"))
        waiver.tick("indemnite", voice("Indemnité de 40\u{A0}€", "The €40 compensation"))
        waiver.text("raison", voice("Pourquoi\u{A0}?", "Why?"), isRequired: true)
        button(voice("Accorder la remise", "Grant the waiver")).type("submit").class("primary")
      })
    fold(
      voice("Laisser cette facture", "Leave this invoice"), key: "m",
      postForm(visit, to: "/factures/\(id)/attente", back: visit.path) {
        snooze.day(
          "jour", voice("Jusqu’au", "Until"), value: visit.desk.today.adding(days: 7).iso,
          min: visit.desk.today.nextDay.iso)
        snooze.text("raison", voice("Pourquoi\u{A0}?", "Why?"), isRequired: true)
        button(voice("Laisser de côté", "Leave alone")).type("submit").class("primary")
      })
    a(voice("Pourquoi\u{A0}?", "Why?")).class("button").href("/factures/\(id)/pourquoi")
    a(voice("Fiche du client", "Customer file")).class("button")
      .href("/clients/\(file.customer.id.raw)")
    a(voice("Relevé de compte", "Statement")).class("button")
      .href("/clients/\(file.customer.id.raw)/releve")
  }.class("card tools").data("row", "")
}

private func disputeForm(_ visit: Visit, _ file: DocumentFile) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "litige")
  return postForm(visit, to: "/factures/\(file.item.id.raw)/litige", back: visit.path) {
    fields.choice(
      "motif", voice("Motif", "Reason"),
      Dispute.Cause.allCases.map { ($0.rawValue, capitalised(voice($0.french, $0.english))) },
      chosen: Dispute.Cause.other.rawValue)
    fields.text(
      "raison", voice("Ce que le client conteste", "What the customer contests"),
      isRequired: true)
    fields.money(
      "montant", voice("Montant contesté (vide\u{A0}: tout)", "Amount (empty: all of it)"))
    ownerField(fields, voice)
    button(voice("Ouvrir le litige", "Open the dispute")).type("submit").class("primary")
  }
}

func recordDispute(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let reason = try visit.form.required(
    "raison", Field("ce que le client conteste", "what the customer contests"), voice)
  var amount: Money?
  if !visit.form.text("montant").isEmpty {
    let given = try visit.form.money(
      "montant", Field("le montant contesté", "the contested amount"), voice)
    guard given.isPositive else {
      throw Refusal.wrong(
        voice("Le montant contesté doit être positif.", "The amount must be positive."))
    }
    amount = given
  }
  try visit.desk.dispute(
    visit.entry, amount: amount, reason: reason,
    cause: Dispute.Cause(rawValue: visit.form.text("motif")) ?? .other,
    owner: visit.form.text("suivi"))
  return visit.back(.litige)
}

func recordWaiver(_ visit: Visit) throws -> Reply {
  let reason = try visit.form.required("raison", Field("la raison", "the reason"), visit.voice)
  try visit.desk.waive(
    visit.entry, interest: visit.form.isTicked("penalites"),
    compensation: visit.form.isTicked("indemnite"), reason: reason)
  return visit.back(.remise)
}
