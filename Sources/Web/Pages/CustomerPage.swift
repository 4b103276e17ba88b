import Claims
import Dunning
import Law
import Ledger
import Office
import Printing
import Quantities

/// All there is to see of one customer on a day (fiche client).
func customerPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  guard let file = try visit.desk.customerFile(visit.customer, on: visit.asOf) else {
    throw Refusal.notFound
  }
  let isPast = try visit.asOf != nil
  let past = try pastBanner(visit)
  let credit = isPast ? nil : try creditCard(visit, file.customer)
  let agreed = try visit.desk.followUp(of: file.customer.id, on: visit.asOf)
  let findings = try visit.desk.findings(about: file.customer.id, on: visit.asOf)
  let payer = try visit.desk.payerFile(of: file.customer.id, on: visit.asOf)
  let waiting = isPast ? [] : try visit.desk.waitingMessages(to: file.customer.id)
  var page = Page(file.customer.name, in: .customers) {
    past
    warnings(visit, file)
    nextSteps(visit, findings, waiting)
    proceedingsCard(visit, file)
    if !isPast { customerActions(visit, file) }
    agreedCard(visit, agreed, file.claims)
    if file.claims.isEmpty { nothingInvoiced(voice) }
    if let payer {
      profileCard(
        visit, payer, of: file.customer.id, asked: findings.first?.plan, isPast: isPast)
    }
    for (account, claim) in zip(file.accounts, file.claims) {
      claimSection(visit, account, claim, showsCurrency: file.claims.count > 1)
    }
    for (account, late) in zip(file.accounts, file.settledLate) {
      latePaidCard(account, late, visit.voice)
    }
    historyAndCredit(visit, file, credit)
  }
  page.crumbs = [(voice("Clients", "Customers"), "/clients")]
  page.lead = identity(file.customer, voice)
  page.tools = HTML { asOfForm(visit, file.day.iso) }
  return try page.reply(to: visit)
}

/// What happened, beside the customer's credit and how to reach it.
private func historyAndCredit(_ visit: Visit, _ file: CustomerFile, _ credit: Element?) -> Element {
  let voice = visit.voice
  return div {
    div {
      h2(voice("Ce qui s’est passé", "What happened"))
      timeline(visit, file)
    }.class("card")
    div {
      if let credit { credit }
      div {
        h2(voice("Coordonnées et conditions", "Contacts and terms"))
        contactsList(file, voice)
        peopleList(file, voice)
      }.class("card")
    }
  }.class("split")
}

private func nothingInvoiced(_ voice: Voice) -> Element {
  div {
    emptyState(
      voice("Aucune pièce à cette date", "No document on this day"),
      voice("Rien n’avait encore été facturé.", "Nothing had been invoiced yet."))
  }.class("card")
}

private func identity(_ customer: Customer, _ voice: Voice) -> String {
  let party = customer.party
  let kind: String =
    switch customer.kind {
    case .business: ""
    case .publicBuyer: voice("acheteur public", "public buyer")
    case .consumer: voice("particulier", "consumer")
    }
  return [
    party.reference, party.siren.isEmpty ? "" : "SIREN " + grouped(party.siren, by: 3),
    [party.postcode, party.city].filter { !$0.isEmpty }.joined(separator: " "), kind,
  ].filter { !$0.isEmpty }.joined(separator: " · ")
}

private func claimSection(
  _ visit: Visit, _ account: Account, _ claim: Claim, showsCurrency: Bool
) -> HTML {
  let voice = visit.voice
  let currency = claim.currency
  let accessories = claim.interest + claim.compensation
  return HTML {
    if showsCurrency { h2(currency.code) }
    figures([
      Figure(name: voice("Encours", "Outstanding"), value: voice.money(claim.balance, currency)),
      Figure(
        name: voice("Échu", "Overdue"), value: voice.money(claim.overdue, currency),
        note: claim.daysOverdue > 0
          ? voice(
            "depuis \(voice.days(claim.daysOverdue))",
            "for \(voice.days(claim.daysOverdue))") : ""),
      Figure(
        name: voice("Non échu", "Not yet due"), value: voice.money(claim.notYetDue, currency)),
      Figure(
        name: voice("Accessoires", "Accessories"), value: voice.money(accessories, currency),
        note: voice(
          "pénalités de retard et 40\u{A0}€ par facture",
          "late-payment interest and €40 an invoice")),
      Figure(
        name: voice("À réclamer ce jour", "Claimable this day"),
        value: voice.money(claim.total, currency), isMain: true),
    ])
    itemsCard(visit, account, claim)
    derivationCard(account, claim, voice)
  }
}

/// Every open document, oldest due date first.
private func itemsCard(_ visit: Visit, _ account: Account, _ claim: Claim) -> Element {
  let voice = visit.voice
  let items = claim.items.sorted { ($0.due, $0.document.raw) < ($1.due, $1.document.raw) }
  let shown = items.prefix(200)
  return div {
    h2(voice("Pièces ouvertes", "Open documents"))
    if items.isEmpty {
      p(voice("Tout est réglé.", "All is settled.")).class("quiet")
    } else {
      dataTable(
        itemColumns(voice),
        caption: voice.count(items.count, ("pièce", "pièces"), ("document", "documents"))
          + voice(" au ", " as of ") + voice.day(claim.day),
        rows: shown.map { itemRow($0, claim.currency, voice) },
        total: [
          HTML(voice("Total", "Total")), HTML(), HTML(), HTML(), HTML(),
          HTML(voice.money(items.map(\.balance).sum(), claim.currency)),
          HTML(voice.money(claim.interest, claim.currency)),
          HTML(voice.money(items.map(\.claimable).sum(), claim.currency)),
        ], isList: true)
      if items.count > shown.count {
        p(
          voice(
            "Les \(shown.count) plus anciennes sont montrées\u{A0}; le relevé les donne toutes.",
            "The \(shown.count) oldest are shown; the statement has them all.")
        ).class("quiet")
      }
    }
  }.class("card flush")
}

private func itemColumns(_ voice: Voice) -> [Column] {
  [
    Column(voice("Pièce", "Document"), .title), Column(voice("Émise le", "Issued")),
    Column(voice("Échéance", "Due")), Column(voice("État", "Status")),
    Column(voice("Total TTC", "Total incl. VAT"), .figure),
    Column(voice("Reste dû", "Balance"), .figure),
    Column(voice("Pénalités", "Interest"), .figure),
    Column(voice("À réclamer", "Claimable"), .figure),
  ]
}

private func itemRow(_ item: OpenItem, _ currency: Currency, _ voice: Voice) -> [HTML] {
  [
    HTML { a(item.number).href("/factures/\(item.document.raw)").data("main", "") },
    HTML(voice.day(item.issue)), HTML(item.isCredit ? "" : voice.day(item.due)),
    itemStatus(item, voice).html, HTML(voice.money(item.total, currency)),
    HTML(voice.money(item.balance, currency)),
    item.interest.isZero ? HTML() : HTML(voice.money(item.interest, currency)),
    item.claimable.isZero ? HTML() : HTML(voice.money(item.claimable, currency)),
  ]
}

func itemStatus(_ item: OpenItem, _ voice: Voice) -> Element {
  let standing = itemStanding(item, voice)
  return badge(standing.words, standing.mood)
}

/// Where an open document stands, in words.
func itemStanding(_ item: OpenItem, _ voice: Voice) -> (words: String, mood: Mood) {
  if item.agreedDue != nil, !item.isSettled {
    return (voice("délai convenu oublié", "agreed term forgotten"), .late)
  }
  if item.isCredit { return (voice("en sa faveur", "in their favour"), .calm) }
  if item.isTimeBarred { return (voice("prescription\u{A0}?", "time-barred?"), .late) }
  if item.isSettled { return (voice("payée en retard", "paid late"), .warn) }
  if item.heldByStatus != 0 {
    let status = LifecycleStatus(reference: item.number, code: item.heldByStatus)
    return (
      voice(
        "statut \(status.code)\u{A0}: \(status.french)",
        "status \(status.code): \(status.english)"), .calm
    )
  }
  if item.deferred.isPositive { return (voice("échéancier", "in a plan"), .calm) }
  if item.announcedUntil != nil { return (voice("annoncée", "announced"), .calm) }
  if item.disputed.isPositive { return (voice("en litige", "disputed"), .calm) }
  if item.daysOverdue > 0 {
    let days = voice.days(item.daysOverdue)
    return (voice("échue depuis \(days)", "\(days) late"), item.daysOverdue > 30 ? .late : .warn)
  }
  return (voice("non échue", "not due"), .good)
}

/// Every euro of the claim, opened to its operands and its article.
private func derivationCard(_ account: Account, _ claim: Claim, _ voice: Voice) -> HTML {
  guard !claim.lines.isEmpty else { return HTML() }
  let numbers = Dictionary(
    account.items.map { ($0.id, $0.number) }, uniquingKeysWith: { first, _ in first })
  return HTML {
    div {
      details {
        summary(
          voice(
            "D’où viennent les \(voice.money(claim.total, claim.currency))\u{A0}? "
              + "\(voice.count(claim.lines.count, ("ligne", "lignes"), ("line", "lines")))",
            "Where do the \(voice.money(claim.total, claim.currency)) come from? "
              + "\(voice.count(claim.lines.count, ("ligne", "lignes"), ("line", "lines")))"))
        derivation(claim.lines, claim.currency, voice) { numbers[$0] }
      }.class("lines")
    }.class("card")
  }
}

/// The lines of a claim with operands, article and amount, and their sum.
func derivation(
  _ lines: [ClaimLine], _ currency: Currency, _ voice: Voice,
  number: ((EntryNumber) -> String?)? = nil
) -> Element {
  let title = voice("Ligne", "Line")
  var columns = [
    Column(title, .title), Column(voice("Calcul", "Working")), Column(voice("Source", "Source")),
    Column(voice("Montant", "Amount"), .figure),
  ]
  if number != nil { columns.insert(Column(voice("Pièce", "Document")), at: 1) }
  func row(_ line: ClaimLine) -> [HTML] {
    var cells = [
      HTML(line.title(in: voice.language)), working(line, currency, voice),
      citation(line.citation, voice), HTML(voice.money(line.amount, currency)),
    ]
    if let number {
      cells.insert(
        HTML {
          if let text = number(line.document) { a(text).href("/factures/\(line.document.raw)") }
        }, at: 1)
    }
    return cells
  }
  let empty = Array(repeating: HTML(), count: columns.count - 2)
  return dataTable(
    columns, caption: voice("Calcul ligne par ligne", "Line by line"), rows: lines.map(row),
    total: [HTML(voice("Total", "Total"))] + empty
      + [HTML(voice.money(lines.map(\.amount).sum(), currency))])
}

private func working(_ line: ClaimLine, _ currency: Currency, _ voice: Voice) -> HTML {
  HTML {
    span(line.derivation(in: voice.language, currency)).class("nowrap")
    if let segment = line.segment {
      span(
        segment.period(in: voice.language) + " · " + segment.basis.wording(in: voice.language)
      ).class("under")
    }
  }
}

private func citation(_ citation: Citation, _ voice: Voice) -> HTML {
  HTML {
    voice("art. ", "art. ") + citation.article
    span(citation.text).class("under")
  }
}
