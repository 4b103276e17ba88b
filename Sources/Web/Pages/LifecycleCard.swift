import Claims
import Law
import Ledger
import Office
import Printing
import Quantities

/// What platforms and the buyer said of a document, newest first, and what it keeps back.
@HTMLBuilder func lifecycleCard(_ visit: Visit, _ file: DocumentFile) -> HTML {
  let voice = visit.voice
  if !file.statuses.isEmpty {
    div {
      h2(voice("Facture électronique\u{A0}: cycle de vie", "Electronic invoice: lifecycle"))
      dataTable(
        [
          Column(voice("Jour", "Day"), .title), Column(voice("Statut", "Status")),
          Column(voice("Motif", "Reason")), Column(voice("Montant", "Amount"), .figure),
        ], caption: voice("Statuts reçus, le plus récent d’abord", "Statuses, the newest first"),
        rows: file.statuses.reversed().map { statusRow(visit, $0, of: file) })
    }.class("card flush")
  }
}

/// Why the document, or part of it, is not asked for because of its status.
@HTMLBuilder func statusHoldBanner(_ file: DocumentFile, _ voice: Voice) -> HTML {
  if let hold = file.statusHold {
    div {
      strong(
        LifecycleEffect(status: hold.status.fact.code) == .contestsPart
          && hold.status.fact.amount != nil
          ? voice("Relancée en partie seulement", "Asked for in part only")
          : voice("Cette pièce n’est pas relancée", "This document is not asked for"))
      p(capitalised(hold.wording(in: voice.language)) + ".")
      p(remedy(hold, voice)).class("quiet")
    }.class("banner warn").role("note")
  }
}

/// What ends the hold.
private func remedy(_ hold: StatusHold, _ voice: Voice) -> String {
  switch LifecycleEffect(status: hold.status.fact.code) {
  case .contestsPart where hold.status.fact.amount == nil:
    voice(
      "Ouvrez un litige avec le montant contesté\u{A0}: le reste sera relancé.",
      "Open a dispute with the contested amount: the rest will be asked for.")
  case .contests, .contestsPart:
    voice(
      "Un statut «\u{A0}approuvée\u{A0}» la rendra à la relance. Si le litige s’est réglé "
        + "autrement, annulez le statut ci-dessous.",
      "A status “approved” gives it back to dunning. If the dispute was settled otherwise, undo "
        + "the status below.")
  case .stops:
    voice(
      "Elle n’est pas à payer sous ce numéro\u{A0}: corrigez-la par un avoir ou une "
        + "nouvelle facture.",
      "It is not payable under this number: correct it by a credit note or a new invoice.")
  case .announcesPayment:
    voice(
      "Passé ce jour sans règlement, elle revient dans la liste.",
      "After that day without payment, it comes back to the list.")
  case .assigns:
    voice(
      "L’affactureur en demande le paiement\u{A0}; un statut «\u{A0}non affacturée\u{A0}» vous "
        + "la rend.",
      "The factor asks for its payment; a status “not assigned to a factor” gives it back.")
  case .none, .clears: ""
  }
}

private func statusRow(
  _ visit: Visit, _ status: Dated<LifecycleStatus>, of file: DocumentFile
) -> [HTML] {
  let voice = visit.voice
  let isHolding = file.statusHold?.status.number == status.number
  return [
    HTML {
      voice.day(status.happened)
      if status.fact.time.utf8.count == 6 { span(hour(status.fact.time)).class("under") }
    },
    HTML {
      strong(String(status.fact.code))
      " "
      voice(status.fact.french, status.fact.english) + " "
      if isHolding { badge(voice("retient la relance", "holds dunning"), .warn) }
      if LifecycleEffect(status: status.fact.code) != .none { undoForm(visit, status.number) }
    },
    HTML(status.fact.reasons(in: voice.language)),
    HTML(status.fact.amount.map { voice.money($0, file.currency) } ?? ""),
  ]
}

/// `09:30` from `093000`.
private func hour(_ time: String) -> String {
  "\(time.prefix(2)):\(time.dropFirst(2).prefix(2))"
}

/// Statuses whose document has not come yet, for the import page.
@HTMLBuilder func waitingStatusesCard(_ visit: Visit) throws -> HTML {
  let voice = visit.voice
  let waiting = try visit.desk.waitingStatuses()
  if !waiting.isEmpty {
    div {
      h2(voice("Statuts en attente de leur facture", "Statuses waiting for their invoice"))
      p(
        voice(
          "Ils sont gardés, et compteront dès que la facture sera importée.",
          "They are kept, and will count as soon as the invoice is imported."))
      dataTable(
        [
          Column(voice("Pièce", "Document"), .title), Column(voice("Statut", "Status")),
        ], caption: voice("Les plus anciens d’abord", "Oldest first"),
        rows: waiting.prefix(50).map {
          [HTML($0.fact.reference), HTML($0.wording(in: voice.language))]
        })
      if waiting.count > 50 {
        p(voice("et \(waiting.count - 50) autres.", "and \(waiting.count - 50) more.")).class(
          "quiet")
      }
    }.class("card flush")
  }
}
