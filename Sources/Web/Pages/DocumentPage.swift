import Claims
import Intake
import Law
import Ledger
import Office
import Printing
import Quantities

/// One invoice or credit note: its balance day after day, its interest, its payments.
func documentPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  guard let file = try visit.desk.documentFile(visit.entry, on: visit.asOf) else {
    throw Refusal.notFound
  }
  let isPast = try visit.asOf != nil
  let past = try pastBanner(visit)
  let findings = try visit.desk.findings(in: visit.entry)
  let payer = try visit.desk.payerFile(of: file.customer.id, on: visit.asOf)
  let copy = try copyCard(visit, file)
  var page = Page("\(kind(of: file, voice)) \(file.item.number)", in: .customers) {
    past
    missingRate(visit, file.missingRate)
    documentFigures(file, voice)
    forecastLine(payer?.forecasts[file.item.id], voice)
    termBanner(file, voice)
    forgottenTerm(file, voice)
    statusHoldBanner(file, voice)
    standing(visit, file)
    if !isPast { actions(visit, file) }
    div {
      div {
        historyCard(visit, file)
        interestCard(file, voice)
        lifecycleCard(visit, file)
        findingsCard(findings, voice)
      }
      div {
        termsCard(file, voice)
        copy
      }
    }.class("split")
  }
  page.crumbs = [
    (voice("Clients", "Customers"), "/clients"),
    (file.customer.name, "/clients/\(file.customer.id.raw)"),
  ]
  page.tools = HTML { asOfForm(visit, file.day.iso) }
  return try page.reply(to: visit)
}

private func kind(of file: DocumentFile, _ voice: Voice) -> String {
  switch file.item.kind {
  case .invoice: voice("Facture", "Invoice")
  case .creditNote: voice("Avoir", "Credit note")
  }
}

@HTMLBuilder private func termBanner(_ file: DocumentFile, _ voice: Voice) -> HTML {
  if let review = file.termReview {
    div {
      strong(voice("Délai de paiement illégal", "Unlawful payment term"))
      p(voice("L’\(review.words.french).", "This invoice is \(review.words.english)."))
    }.class("banner warn").role("note")
  }
}

private func actions(_ visit: Visit, _ file: DocumentFile) -> Element {
  switch file.item.kind {
  case .invoice: documentActions(visit, file)
  case .creditNote: creditActions(visit, file)
  }
}

/// By when to bring the claim to court, counted prudently (R6.1); empty when nothing is owed.
private func limitation(_ file: DocumentFile, _ voice: Voice) -> HTML {
  guard let open = file.open, open.balance.isPositive else { return HTML() }
  let period: LimitationPeriod.Kind = file.customer.kind == .consumer ? .consumer : .commercial
  let date = open.limitation(ofYears: period.years)
  let alarm = date.alarmInMonths(on: file.day)
  return HTML {
    voice.day(date.prudent)
    if alarm != nil { " " + voice("(proche)", "(near)") }
  }
}

private func documentFigures(_ file: DocumentFile, _ voice: Voice) -> Element {
  let currency = file.currency
  let left = file.item.balance(on: file.day)
  let open = file.open
  return figures([
    Figure(
      name: voice("Total TTC", "Total incl. VAT"), value: voice.money(file.item.total, currency)),
    Figure(
      name: voice("Réglé", "Settled"), value: voice.money(file.item.total - left, currency)),
    Figure(
      name: voice("Reste dû", "Balance"), value: voice.money(left, currency),
      note: open.map { itemStanding($0, voice).words } ?? ""),
    Figure(
      name: voice("Pénalités et indemnité", "Interest and compensation"),
      value: voice.money((open?.interest ?? .zero) + (open?.compensation ?? .zero), currency)),
    Figure(
      name: voice("À réclamer ce jour", "Claimable this day"),
      value: voice.money(open?.claimable ?? .zero, currency), isMain: true),
  ])
}

/// Where the document stands, disputes and waivers with their undo buttons.
@HTMLBuilder private func standing(_ visit: Visit, _ file: DocumentFile) -> HTML {
  let voice = visit.voice
  if !file.disputes.isEmpty || !file.waivers.isEmpty {
    div {
      for dispute in file.disputes {
        disputeLine(visit, dispute, file.currency)
      }
      for waiver in file.waivers {
        div {
          strong(voice("Remise accordée le ", "Waived on ") + voice.day(waiver.happened))
          voice("\u{A0}: ", ": ") + waiver.fact.reason + " "
          undoForm(visit, waiver.number)
        }
      }
    }.class("card")
  }
}

private func disputeLine(
  _ visit: Visit, _ followed: DisputeFollowed, _ currency: Currency
) -> Element {
  let voice = visit.voice
  let dispute = followed.dispute
  return div {
    strong(voice("En litige depuis le ", "Disputed since ") + voice.day(dispute.happened))
    if let amount = dispute.fact.amount {
      voice(" pour ", " for ") + voice.money(amount, currency)
    }
    " · " + voice(dispute.fact.cause.french, dispute.fact.cause.english)
    if !dispute.fact.reason.isEmpty { voice("\u{A0}: ", ": ") + dispute.fact.reason }
    if !followed.owner.isEmpty {
      " · " + voice("suivi par ", "looked after by ") + followed.owner
    }
    " "
    disputeOutcome(visit, followed, currency)
    " "
    undoForm(visit, dispute.number)
  }
}

/// The balance step by step: what was asked, what came, what was left.
private func historyCard(_ visit: Visit, _ file: DocumentFile) -> Element {
  let voice = visit.voice
  let currency = file.currency
  var left = file.item.total
  var rows: [[HTML]] = [
    [
      HTML(voice.day(file.item.issue)), HTML(voice("Émission", "Issued")),
      HTML(voice.money(file.item.total, currency)), HTML(voice.money(left, currency)),
    ]
  ]
  for payment in file.payments where payment.movement.day <= file.day {
    left -= payment.movement.amount
    rows.append([
      HTML(voice.day(payment.movement.day)), paymentWords(visit, payment),
      HTML(voice.money(-payment.movement.amount, currency)), HTML(voice.money(left, currency)),
    ])
  }
  return div {
    h2(voice("Règlements et avoirs", "Payments and credit notes"))
    dataTable(
      [
        Column(voice("Jour", "Day"), .title), Column(voice("Mouvement", "Movement")),
        Column(voice("Montant", "Amount"), .figure), Column(voice("Reste dû", "Balance"), .figure),
      ], caption: voice("Le solde, mouvement par mouvement", "The balance, step by step"),
      rows: rows)
  }.class("card flush")
}

private func paymentWords(_ visit: Visit, _ payment: DocumentFile.Payment) -> HTML {
  let voice = visit.voice
  return HTML {
    switch payment.movement.cause {
    case .payment: strong(voice("Règlement", "Payment"))
    case .setOff: strong(voice("Avoir imputé", "Credit note set off"))
    case .writeOff: strong(voice("Passage en perte", "Write-off"))
    }
    if let line = payment.line {
      " " + line.payer
      span(line.text).class("under")
    }
    if let allocation = payment.allocation {
      span {
        confidence(allocation, voice)
        " " + voice.reason(allocation.reasons)
      }.class("under")
    }
    if payment.line != nil { undoForm(visit, payment.movement.number) }
  }
}

/// How sure the match was, in a word and a figure.
private func confidence(_ allocation: Allocation, _ voice: Voice) -> Element {
  switch allocation.mode {
  case .confirmed: badge(voice("confirmé", "confirmed"), .good)
  case .setOff: badge(voice("avoir nommé", "named credit note"), .good)
  case .applied: badge(scoreWords(allocation.score, voice), .good)
  }
}

/// `sûr à 97 %` from thousandths.
func scoreWords(_ score: Int, _ voice: Voice) -> String {
  voice("sûr à \(score / 10)\u{A0}%", "\(score / 10)% sure")
}

/// Interest segment by segment, the 40 €, and what each comes from.
private func interestCard(_ file: DocumentFile, _ voice: Voice) -> Element {
  div {
    h2(voice("Ce qui est réclamé, et pourquoi", "What is claimed, and why"))
    if file.lines.isEmpty {
      p(voice("Rien n’est réclamé à cette date.", "Nothing is claimed on this day."))
        .class("quiet")
    } else {
      derivation(file.lines, file.currency, voice)
    }
  }.class("card flush")
}

private func termsCard(_ file: DocumentFile, _ voice: Voice) -> Element {
  div {
    h2(voice("La pièce", "The document"))
    switch file.item.kind {
    case .invoice(let invoice):
      invoiceFacts(invoice, file.currency, limitation(file, voice), voice)
    case .creditNote(let credit): creditFacts(credit, file, voice)
    }
  }.class("card")
}

private func invoiceFacts(
  _ invoice: Invoice, _ currency: Currency, _ limitation: HTML, _ voice: Voice
) -> Element {
  facts([
    (voice("Émise le", "Issued"), HTML(voice.day(invoice.issue))),
    (voice("Livrée le", "Delivered"), HTML(invoice.delivery.map(voice.day) ?? "")),
    (
      voice("Échéance", "Due"),
      HTML {
        for part in invoice.instalments {
          voice.day(part.due)
          if invoice.instalments.count > 1 { " · " + voice.money(part.amount, currency) }
          br()
        }
        if invoice.isDueDeduced { badge(voice("déduite du délai", "worked out from the term")) }
      }
    ),
    (voice("Délai", "Term"), HTML(invoice.term.map { words($0, voice) } ?? "")),
    (voice("Total HT", "Net"), HTML(voice.money(invoice.net, currency))),
    (voice("TVA", "VAT"), HTML(voice.money(invoice.tax, currency))),
    (voice("Total TTC", "Gross"), HTML(voice.money(invoice.gross, currency))),
    (
      voice("Net à payer", "Payable"),
      HTML(invoice.payable == invoice.gross ? "" : voice.money(invoice.payable, currency))
    ),
    (voice("Commande", "Purchase order"), HTML(invoice.order)),
    (voice("Référence à citer", "Payment reference"), HTML(invoice.paymentReference)),
    (voice("Prescription", "Limitation"), limitation),
  ])
}

private func creditFacts(_ credit: CreditNote, _ file: DocumentFile, _ voice: Voice) -> Element {
  let currency = file.currency
  let cause = file.creditAnswer?.fact.cause
  return facts([
    (voice("Émis le", "Issued"), HTML(voice.day(credit.issue))),
    (voice("Corrige", "Corrects"), HTML(credit.corrects)),
    (voice("Total HT", "Net"), HTML(voice.money(credit.net, currency))),
    (voice("TVA", "VAT"), HTML(voice.money(credit.tax, currency))),
    (voice("Total TTC", "Gross"), HTML(voice.money(credit.gross, currency))),
    (
      voice("Motif", "Reason"),
      HTML(cause.map { creditCause($0, voice) } ?? creditReason(credit.reason, voice))
    ),
  ])
}

private func creditReason(_ reason: CreditNote.Reason, _ voice: Voice) -> String {
  switch reason {
  case .error: voice("erreur de facturation", "invoicing error")
  case .allowance: voice("remise accordée", "allowance")
  case .unknown: voice("non précisé, compté comme une erreur", "not said, counted as an error")
  }
}
