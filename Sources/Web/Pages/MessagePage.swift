import Ledger
import Office
import Printing
import Quantities
import Store

/// One message: its real text, its files, what happened to it, and what a person may do.
func messagePage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let number = try visit.entry
  let (kept, events, name, replies) = try visit.desk.store.read { reader in
    let kept = try reader.message(number)
    return (
      kept, try reader.events(of: number), try kept.flatMap { try reader.customer($0.customer) },
      try reader.received(answering: number)
    )
  }
  guard let kept else { throw Refusal.notFound }
  var page = Page(kept.message.subject, in: .messages) {
    div {
      facts([
        (voice("Où il en est", "Where it stands"), HTML { stateBadge(kept, voice) }),
        (voice("À", "To"), HTML(kept.message.recipient.replacing("\n", with: ", "))),
        (
          voice("Client", "Customer"),
          HTML { a(name?.name ?? "").href("/clients/\(kept.customer.raw)") }
        ),
        (voice("Préparé le", "Prepared on"), HTML(voice.day(kept.queued))),
      ])
      div { deeds(visit, kept) }.class("tools").data("row", "")
    }.class("card")
    div {
      pre(kept.message.text).class("mail").lang(kept.message.language.rawValue)
      files(kept, voice)
    }.class("card")
    story(events, replies, voice)
  }
  page.crumbs = [(voice("Messages", "Messages"), "/messages")]
  return try page.reply(to: visit)
}

/// What goes with it; a message that never left holds its files no longer.
@HTMLBuilder private func files(_ kept: OutboxMessage, _ voice: Voice) -> HTML {
  for (place, file) in kept.enclosures.enumerated() {
    let name = "\(file.name) (\(file.byteCount / 1024)\u{A0}\(voice("Ko", "KB")))"
    if file.isDropped {
      p(
        name
          + voice(
            ", plus gardé\u{A0}: ce message n’est pas parti",
            ", held no longer: this message never left")
      ).class("quiet")
    } else {
      p { a(name).href("/messages/\(kept.number.raw)/pieces/\(place)") }
    }
  }
}

@HTMLBuilder private func deeds(_ visit: Visit, _ kept: OutboxMessage) -> HTML {
  let voice = visit.voice
  let base = "/messages/\(kept.number.raw)"
  if kept.state == .waiting {
    deed(visit, base + "/confirmer", voice("Confirmer", "Confirm"), key: "c")
  }
  if kept.state == .doubtful {
    deed(visit, base + "/parti", voice("Il est bien parti", "It had left"), key: "p")
  }
  if kept.state.after(.requeued) != nil {
    deed(visit, base + "/renvoyer", voice("Renvoyer", "Send again"), key: "r")
  }
  if kept.state == .printed {
    fold(
      voice("Remis à la poste", "Handed to the post"), key: "p",
      postForm(visit, to: base + "/remis", back: base) {
        FieldSet(scope: "suivi").text("suivi", voice("Numéro de suivi", "Tracking number"))
        button(voice("Noter", "Record")).type("submit").class("primary")
      })
  }
  if kept.state.after(.cancelled) != nil {
    fold(
      voice("Ne pas envoyer", "Do not send"), key: "x",
      postForm(visit, to: base + "/annuler", back: base) {
        FieldSet(scope: "annuler").text(
          "raison", voice("Pourquoi\u{A0}?", "Why?"), isRequired: true)
        button(voice("Annuler ce message", "Cancel this message")).type("submit").class("primary")
      })
  }
}

private func deed(_ visit: Visit, _ address: String, _ name: String, key: String) -> Element {
  postForm(visit, to: address, back: visit.path) {
    button(name).type("submit").class("primary").data("press", key)
  }.class("inline")
}

private func story(
  _ events: [MessageEvent], _ replies: [FiledMessage], _ voice: Voice
) -> HTML {
  HTML {
    if !events.isEmpty || !replies.isEmpty {
      div {
        h2(voice("Ce qui s’est passé", "What happened"))
        ol {
          for event in events {
            li {
              time(
                voice.day(event.at.parisDay) + ", "
                  + voice(event.at.frenchTime, event.at.englishTime))
              div {
                event.kind.said(voice)
                if !event.words.isEmpty { span(event.words).class("who") }
              }
            }
          }
        }.class("story")
        for reply in replies {
          details {
            summary(reply.message.kind.said(voice) + " – " + reply.message.sender)
            pre(reply.message.text).class("mail")
          }.class("lines")
        }
      }.class("card")
    }
  }
}

/// A file of a message.
func messageFile(_ visit: Visit) throws -> Reply {
  let number = try visit.entry
  guard let place = visit.places["piece"].flatMap({ Int($0) }),
    let file = try visit.desk.file(place, of: number), let bytes = file.bytes
  else { throw Refusal.notFound }
  return .file(bytes, type: file.type, name: file.name, isShown: file.type == "application/pdf")
}

/// What a person decides about one message.
func decideMessage(_ visit: Visit) throws -> Reply {
  let number = try visit.entry
  switch visit.path.split(separator: "/").last {
  case "confirmer":
    let rewriting = try visit.desk.approve([number]).rewriting
    guard let successor = rewriting.successors[number] else { break }
    let deed = rewriting.toConfirmAgain > 0 ? Deed.etape : .message
    return .seeOther("/messages/\(successor.raw)?fait=\(deed.rawValue)")
  case "parti": try visit.desk.confirmSent(number)
  case "renvoyer": try visit.desk.sendAgain(number)
  case "remis": try visit.desk.handOver(number, tracking: visit.form.text("suivi"))
  default: try visit.desk.cancel(number, because: visit.form.text("raison"))
  }
  return visit.back(.message)
}
