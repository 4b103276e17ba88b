import Claims
import Dunning
import Ledger
import Office
import Printing
import Quantities
import Store

/// Tasks on one page of the list.
let tasksOnPage = 25

/// Whom to contact today, ranked, with the reasons (à relancer aujourd'hui).
func todayPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let list = try visit.desk.dayList(on: visit.asOf)
  if list.counts.invoices == 0 { return try welcome(visit) }
  let number = try visit.page
  let entries = list.worklist.entries
  let first = (number - 1) * tasksOnPage
  let shown = entries.dropFirst(first).prefix(tasksOnPage)
  let payers = try visit.desk.payerFiles(of: shown.map(\.customer.id), on: visit.asOf)
  return try dayPage(visit, list, isHeld: false) {
    if entries.isEmpty {
      div {
        emptyState(
          voice("Personne à relancer", "No one to chase"),
          whyNobody(list.worklist, voice))
      }.class("card")
    }
    ol {
      for (place, entry) in shown.enumerated() {
        task(visit, entry, rank: first + place + 1, payers[entry.customer.id])
      }
    }.class("worklist").attribute("start", String(first + 1))
    pager(visit, page: number, hasMore: first + tasksOnPage < entries.count)
  }
}

/// Who owes us and is left alone today, with the reason.
func notTodayPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let list = try visit.desk.dayList(on: visit.asOf)
  let number = try visit.page
  let held = list.worklist.held
  let shown = held.dropFirst((number - 1) * 50).prefix(50)
  return try dayPage(visit, list, isHeld: true) {
    div {
      if held.isEmpty {
        emptyState(
          voice("Aucun client retenu", "No customer held back"),
          voice("Tous ceux qui doivent sont dans la liste.", "All who owe are on the list."))
      } else {
        dataTable(
          [
            Column(voice("Client", "Customer"), .title),
            Column(voice("Pourquoi pas aujourd’hui", "Why not today")),
            Column(voice("Échu", "Overdue"), .figure),
          ],
          caption: voice(
            "Clients qui doivent et qu’on ne relance pas",
            "Customers who owe and are not chased"),
          rows: shown.map { held in
            [
              HTML {
                a(held.customer.name).href("/clients/\(held.customer.id.raw)").data("main", "")
              },
              HTML {
                for reason in held.reasons {
                  div(capitalised(reason.explanation(in: voice.language, held.currency)))
                  ending(of: reason, voice)
                }
              },
              HTML(voice.money(held.overdue, held.currency)),
            ]
          }, isList: true)
      }
      pager(visit, page: number, hasMore: number * 50 < held.count)
    }.class("card flush")
  }
}

/// Why the list is empty: what is said must be true of those who owe.
private func whyNobody(_ worklist: Worklist, _ voice: Voice) -> String {
  if !worklist.held.isEmpty {
    return voice(
      "Ceux qui doivent ont une raison d’attendre\u{A0}: voyez l’autre onglet.",
      "Those who owe have a reason to wait: see the other tab.")
  }
  return worklist.laterCount == 0
    ? voice("Tout ce qui est échu est réglé.", "All that is due is paid.")
    : voice(
      "Ceux qui doivent viennent d’être contactés, ou leur étape n’est pas encore ouverte.",
      "Those who owe were contacted lately, or their step is not open yet.")
}

/// Messages that are written and leave once a person has confirmed them.
@HTMLBuilder private func waitingBanner(_ count: Int, _ voice: Voice) -> HTML {
  if count > 0 {
    p {
      voice.count(
        count, ("message attend votre confirmation. ", "messages attendent votre confirmation. "),
        ("message waits for your confirmation. ", "messages wait for your confirmation. "))
      a(voice("Lire et confirmer", "Read and confirm")).href("/messages?etat=waiting")
    }.class("banner good")
  }
}

/// How a hold ends, under its evidence.
@HTMLBuilder func ending(of reason: Decision.Reason, _ voice: Voice) -> HTML {
  if case .held(let hold) = reason {
    div(capitalised(hold.ending(in: voice.language))).class("quiet small")
  }
}

/// What both tabs of the day share: the banners, the figures, the tabs.
private func dayPage(
  _ visit: Visit, _ list: DayList, isHeld: Bool, @HTMLBuilder _ content: () -> HTML
) throws -> Reply {
  let voice = visit.voice
  let worklist = list.worklist
  let past = try pastBanner(visit)
  let firm = try visit.desk.firm()
  let (replies, waiting) = try visit.desk.store.read {
    (try $0.waitingReplyCount(), try $0.messageCounts()[.waiting] ?? 0)
  }
  let isPast = try visit.asOf != nil
  var page = Page(voice("À relancer aujourd’hui", "To chase today"), in: .today) {
    past
    freshness(list, voice)
    repliesBanner(replies, voice)
    if !isPast { waitingBanner(waiting, voice) }
    missingRate(visit, list.missingRate)
    if !firm.isConfirmed { confirmBanner(firm, voice) }
    callsBanner(worklist, voice)
    dayFigures(list, voice)
    ul {
      li {
        a(
          voice("À contacter", "To contact") + " (\(voice.count(worklist.entries.count)))"
        ).href(tabAddress(visit, "/")).aria("current", isHeld ? nil : "page")
      }
      li {
        a(voice("Pas aujourd’hui", "Not today") + " (\(voice.count(worklist.held.count)))")
          .href(tabAddress(visit, "/pas-aujourdhui")).aria("current", isHeld ? "page" : nil)
      }
      li { a(voice("Promesses et litiges", "Promises and disputes")).href("/suivi") }
      li { a(voice("Scénarios", "Plans")).href("/scenarios") }
    }.class("tabs")
    content()
  }
  page.lead = summaryLine(list, voice)
  page.tools = HTML { asOfForm(visit, list.day.iso) }
  return try page.reply(to: visit)
}

private func tabAddress(_ visit: Visit, _ path: String) -> String {
  visit.query["au"].map { path + "?au=" + Form.encoded($0) } ?? path
}

/// `lundi 23 novembre 2026 : 11 clients à contacter, 48 210,35 € à réclamer.`
private func summaryLine(_ list: DayList, _ voice: Voice) -> String {
  let customers = voice.count(
    list.worklist.entries.count, ("client à contacter", "clients à contacter"),
    ("customer to contact", "customers to contact"))
  let sum = voice.money(list.worklist.totals.mapValues(\.claimable).filter { !$0.value.isZero })
  return capitalised(voice.longDay(list.day))
    + voice("\u{A0}: \(customers), \(sum) à réclamer.", ": \(customers), \(sum) to claim.")
}

private func dayFigures(_ list: DayList, _ voice: Voice) -> Element {
  let totals = list.worklist.totals
  func sum(_ path: KeyPath<Worklist.Totals, Money>) -> String {
    voice.money(totals.mapValues { $0[keyPath: path] }.filter { !$0.value.isZero })
  }
  return figures([
    Figure(
      name: voice("À réclamer aujourd’hui", "Claimable today"), value: sum(\.claimable),
      note: voice.count(
        list.worklist.overdueCount, ("client en retard", "clients en retard"),
        ("customer late", "customers late")), isMain: true),
    Figure(name: voice("Échu", "Overdue"), value: sum(\.overdue)),
    Figure(
      name: voice("Échu, en attente", "Overdue, held"), value: sum(\.held),
      note: voice("litiges, promesses, à vérifier", "disputes, promises, to check")),
    Figure(name: voice("Encours", "Outstanding"), value: sum(\.balance)),
    Figure(
      name: voice("Banque à jour au", "Bank data up to"),
      value: list.newestBankDay.map(voice.day) ?? voice("jamais", "never"),
      note: list.linesToDecide > 0
        ? voice.count(
          list.linesToDecide, ("ligne à rapprocher", "lignes à rapprocher"),
          ("line to reconcile", "lines to reconcile")) : ""),
  ])
}

/// Nobody is chased on stale bank data: said large, with the way out.
@HTMLBuilder private func freshness(_ list: DayList, _ voice: Voice) -> HTML {
  if let hold = list.staleHold {
    div {
      strong(voice("Relances suspendues", "Reminders on hold"))
      p {
        capitalised(hold.explanation(in: voice.language, .eur)) + ". "
        a(voice("Importer un relevé", "Import a statement")).href("/import")
      }
    }.class("banner stop").role("alert")
  }
  if list.linesToDecide > 0 {
    p {
      voice.count(
        list.linesToDecide, ("ligne de banque attend", "lignes de banque attendent"),
        ("bank line waits", "bank lines wait"))
      voice(
        " votre décision\u{A0}: un client a peut-être déjà payé. ",
        " for your decision: a customer may have paid already. ")
      a(voice("Rapprocher", "Reconcile")).href("/rapprochement")
    }.class("banner")
  }
}

/// The calls of messages written before: they stay until they are made.
@HTMLBuilder private func callsBanner(_ worklist: Worklist, _ voice: Voice) -> HTML {
  let today = Set(worklist.entries.map(\.customer.id))
  let left = worklist.calls.count { !today.contains($0.customer.id) }
  if left > 0 {
    p {
      voice.count(
        left, ("appel reste à passer", "appels restent à passer"),
        ("call is left to make", "calls are left to make"))
      voice(
        " pour des messages déjà préparés. ", " for messages that are already written. ")
      a(voice("Appeler", "Call")).href("/appels")
    }.class("banner")
  }
}

private func confirmBanner(_ firm: Firm, _ voice: Voice) -> Element {
  p {
    strong(
      firm.isKnown
        ? voice(
          "Vos factures disent que vous êtes «\u{A0}\(firm.name)\u{A0}».",
          "Your invoices say that you are “\(firm.name)”.")
        : voice("Dites-nous qui vous êtes.", "Tell us who you are."))
    voice("Vos lettres en ont besoin. ", "Your letters need it. ")
    a(voice("Vérifier et confirmer", "Check and confirm")).href("/reglages")
  }.class("banner")
}

/// The first page of an empty book: one sentence and one button.
private func welcome(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let page = Page(voice("Bienvenue", "Welcome"), in: .today) {
    div {
      emptyState(
        voice("Commençons par vos fichiers", "Let us begin with your files"),
        voice(
          "Vos factures et vos relevés de banque suffisent\u{A0}: en quelques minutes, vous saurez "
            + "qui relancer, de combien, et avec quels mots.",
          "Your invoices and bank statements are enough: in a few minutes you will know whom to "
            + "chase, for how much, and in which words."))
      p {
        a(voice("Importer mes fichiers", "Import my files")).class("button primary").href("/import")
      }.class("empty")
    }.class("card")
  }
  return try page.reply(to: visit)
}
