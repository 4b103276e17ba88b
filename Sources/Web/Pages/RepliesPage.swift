import Ledger
import Office
import Printing
import Quantities
import Store

/// What customers wrote, those that wait for a person first (réponses).
func repliesPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let number = try visit.page
  let view = ReplyView(address: visit.query["voir"] ?? "")
  let (counts, found) = try visit.desk.store.read { reader in
    (
      try reader.replyCounts(),
      try reader.replies(view, limit: 51, offset: (number - 1) * 50)
    )
  }
  var page = Page(voice("Réponses", "Replies"), in: .messages) {
    ul {
      for one in ReplyView.allCases {
        li {
          a("\(one.name(voice)) (\(voice.count(counts[one] ?? 0)))").href(one.address)
            .aria("current", one == view ? "page" : nil)
        }
      }
    }.class("tabs")
    div {
      if found.isEmpty {
        emptyState(
          voice("Aucune réponse ici", "No reply here"),
          voice(
            "La commande encaisse mailbox lit la boîte de réception.",
            "The command encaisse mailbox reads the mailbox."))
      } else {
        replyTable(Array(found.prefix(50)), voice)
      }
      pager(visit, page: number, hasMore: found.count > 50)
    }.class("card flush")
  }
  page.crumbs = [(voice("Messages", "Messages"), "/messages")]
  page.lead = voice(
    "Une réponse qui attend retient la relance suivante de son client.",
    "A reply that waits holds the next reminder to its customer.")
  return try page.reply(to: visit)
}

private func replyTable(_ replies: [FiledReply], _ voice: Voice) -> Element {
  dataTable(
    [
      Column(voice("Objet", "Subject"), .title), Column(voice("De", "From")),
      Column(voice("Client", "Customer")), Column(voice("Reçue le", "Received on")),
      Column(voice("Où elle en est", "Where it stands")),
    ],
    caption: voice("Les plus récentes d’abord", "Newest first"),
    rows: replies.map { reply in
      [
        HTML {
          a(replySubject(reply, voice)).href("/reponses/\(reply.number.raw)").data("main", "")
        },
        HTML(reply.message.sender),
        HTML {
          if let customer = reply.customer { a(reply.name).href("/clients/\(customer.raw)") }
        },
        HTML(voice.day(reply.message.at.parisDay)), HTML { replyBadge(reply, voice) },
      ]
    }, isList: true)
}

func replySubject(_ reply: FiledReply, _ voice: Voice) -> String {
  reply.message.subject.isEmpty ? voice("Sans objet", "No subject") : reply.message.subject
}

/// Where a message that came in stands.
func replyBadge(_ reply: FiledReply, _ voice: Voice) -> Element {
  if let answer = reply.answer { return badge(answer.fact.outcome.said(voice), .good) }
  if reply.message.kind != .reply { return badge(reply.message.kind.said(voice)) }
  return reply.customer == nil
    ? badge(voice("non classée", "not filed"), .warn) : badge(voice("à traiter", "waits"), .warn)
}

/// How many replies wait, at the head of the day.
@HTMLBuilder func repliesBanner(_ count: Int, _ voice: Voice) -> HTML {
  if count > 0 {
    p {
      voice.count(
        count, ("réponse attend", "réponses attendent"), ("reply waits", "replies wait"))
      voice(
        "\u{A0}: ces clients ne sont pas relancés d’ici là. ",
        ": these customers are not asked until then. ")
      a(voice("Les traiter", "Deal with them")).href("/reponses")
    }.class("banner")
  }
}

extension ReplyView {
  init(address text: String) {
    switch text {
    case "traitees": self = .answered
    case "non-classees": self = .unfiled
    case "toutes": self = .all
    default: self = .waiting
    }
  }

  fileprivate var address: String {
    switch self {
    case .waiting: "/reponses"
    case .answered: "/reponses?voir=traitees"
    case .unfiled: "/reponses?voir=non-classees"
    case .all: "/reponses?voir=toutes"
    }
  }

  fileprivate func name(_ voice: Voice) -> String {
    switch self {
    case .waiting: voice("À traiter", "To deal with")
    case .answered: voice("Traitées", "Dealt with")
    case .unfiled: voice("Non classées", "Not filed")
    case .all: voice("Toutes", "All")
    }
  }
}
