import Ledger
import Office
import Printing
import Quantities
import Store

/// The outbox: what waits for a person first, then what leaves, what left and what came back.
func messagesPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let number = try visit.page
  let chosen = visit.query["etat"].flatMap { MessageState(rawValue: $0) }
  let (counts, shown, names, replies) = try visit.desk.store.read { reader in
    let shown = try reader.messages(
      chosen.map { [$0] } ?? MessageState.allCases, limit: 101, offset: (number - 1) * 100)
    var names: [CustomerID: String] = [:]
    for id in Set(shown.map(\.customer)) { names[id] = try reader.customer(id)?.party.name }
    return (try reader.messageCounts(), shown, names, try reader.waitingReplyCount())
  }
  var page = Page(voice("Messages", "Messages"), in: .messages) {
    p {
      a(voice("Réponses à traiter (\(voice.count(replies)))", "Replies to deal with (\(replies))"))
        .class("button").href("/reponses").data("press", "r")
    }
    stateLinks(voice, counts, chosen)
    if chosen == nil || chosen == .waiting { approval(visit, counts[.waiting] ?? 0) }
    div {
      if shown.isEmpty {
        emptyState(
          voice("Aucun message ici", "No message here"),
          voice(
            "La commande encaisse run prépare ceux du jour.",
            "The command encaisse run prepares those of the day."))
      } else {
        messageTable(visit, Array(shown.prefix(100)), names)
      }
      pager(visit, page: number, hasMore: shown.count > 100)
    }.class("card flush")
  }
  page.lead = voice(
    "Écrits et numérotés avant de partir\u{A0}; chacun part une fois.",
    "Written and numbered before they leave; each leaves once.")
  return try page.reply(to: visit)
}

@HTMLBuilder private func approval(_ visit: Visit, _ count: Int) -> HTML {
  if count > 0 {
    div {
      postForm(visit, to: "/messages/confirmer", back: "/messages") {
        button(visit.voice("Tout confirmer (\(count))", "Confirm all (\(count))")).type("submit")
          .class("primary").data("press", "c")
      }
    }.class("tools below")
  }
}

/// Says on every page that nothing reaches customers for now; nothing when it does.
func rehearsalBanner(_ visit: Visit) throws -> HTML {
  let settings = try visit.desk.mailSettings()
  guard settings.isRehearsal, !settings.outgoing.host.isEmpty else { return HTML() }
  return HTML {
    p {
      strong(
        visit.voice(
          "Mode essai\u{A0}: tout part à \(settings.rehearsalAddress), rien aux clients.",
          "Rehearsal: everything goes to \(settings.rehearsalAddress), nothing to customers."))
      " "
      a(visit.voice("Changer", "Change")).href("/reglages/courrier")
    }.class("banner")
  }
}

private func stateLinks(
  _ voice: Voice, _ counts: [MessageState: Int], _ chosen: MessageState?
) -> Element {
  p {
    a(voice("Tous", "All")).href("/messages").class("button")
      .aria("current", chosen == nil ? "page" : nil)
    for state in MessageState.allCases {
      if let count = counts[state] {
        " "
        a("\(voice(state.french, state.english)) (\(count))").class("button")
          .href("/messages?etat=\(state.rawValue)")
          .aria("current", chosen == state ? "page" : nil)
      }
    }
  }.class("tools")
}

private func messageTable(
  _ visit: Visit, _ messages: [OutboxMessage], _ names: [CustomerID: String]
) -> Element {
  let voice = visit.voice
  return dataTable(
    [
      Column(voice("Objet", "Subject"), .title), Column(voice("Client", "Customer")),
      Column(voice("Demandé", "Asked"), .figure),
      Column(voice("Où il en est", "Where it stands")), Column(voice("Préparé le", "Prepared on")),
    ],
    caption: voice("Les plus récents d’abord", "Newest first"),
    rows: messages.map { kept in
      [
        HTML { a(kept.message.subject).href("/messages/\(kept.number.raw)") },
        recipient(of: kept, names[kept.customer] ?? ""),
        HTML(kept.message.asking.isZero ? "" : voice.money(kept.message.asking, kept.currency)),
        HTML { stateBadge(kept, voice) },
        HTML(voice.day(kept.queued)),
      ]
    }, isList: true)
}

/// Who it goes to: the customer, and the address that bears it.
private func recipient(of kept: OutboxMessage, _ name: String) -> HTML {
  let first = kept.message.recipient.split(separator: "\n").first.map(String.init) ?? ""
  return HTML {
    a(name).href("/clients/\(kept.customer.raw)")
    if first != name { span(first).class("under") }
  }
}

func stateBadge(_ kept: OutboxMessage, _ voice: Voice) -> Element {
  badge(voice(kept.french, kept.english), kept.state.wantsPerson ? .warn : .plain)
}

/// Lets all messages go that wait, or one.
func approveMessages(_ visit: Visit) throws -> Reply {
  let waiting = try visit.desk.store.read { try $0.messages([.waiting], limit: 100_000) }
  let report = try visit.desk.approve(waiting.map(\.number))
  return visit.back(report.rewriting.toConfirmAgain > 0 ? .etape : .message)
}
