import Correspondence
import Ledger
import Office
import Printing
import Quantities
import Store

/// One message that came in: its whole text, whose it is, and what came of it.
func replyPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let number = try visit.entry
  let (kept, answered) = try visit.desk.store.read { reader in
    let kept = try reader.reply(number)
    return (kept, try kept?.message.answers.flatMap { try reader.message($0) })
  }
  guard let kept else { throw Refusal.notFound }
  let sheet = try visit.desk.replySheet(number, in: voice.language)
  let words = visit.query.text("q")
  let found = words.isEmpty ? [] : try visit.desk.customers(matching: words)
  let done = try replyDone(visit, kept)
  var page = Page(replySubject(kept, voice), in: .messages) {
    done
    replyCard(kept, answered, voice)
    if kept.answer == nil {
      if let sheet { replyOutcomes(visit, kept, sheet) }
      filing(visit, kept, words, found)
    } else {
      takingBack(visit, kept)
    }
  }
  page.crumbs = [(voice("Réponses", "Replies"), "/reponses")]
  return try page.reply(to: visit)
}

/// Who wrote, when, about what, and every word of it.
private func replyCard(_ kept: FiledReply, _ answered: OutboxMessage?, _ voice: Voice) -> Element {
  div {
    facts([
      (voice("De", "From"), HTML(kept.message.sender)),
      (voice("Reçue le", "Received on"), HTML(voice.day(kept.message.at.parisDay))),
      (
        voice("Client", "Customer"),
        HTML { if let id = kept.customer { a(kept.name).href("/clients/\(id.raw)") } }
      ),
      (
        voice("Répond à", "Answers"),
        HTML {
          if let answered {
            a(answered.message.subject).href("/messages/\(answered.number.raw)")
          }
        }
      ),
      (voice("Où elle en est", "Where it stands"), HTML { replyBadge(kept, voice) }),
    ])
    pre(kept.message.text).class("mail")
  }.class("card")
}

/// What came of it, with the confirmation to look at and the bank lines that may be the payment.
@HTMLBuilder private func replyDone(_ visit: Visit, _ kept: FiledReply) throws -> HTML {
  let voice = visit.voice
  if let answer = kept.answer {
    let message = try visit.desk.store.read { reader in
      try answer.fact.facts.lazy.compactMap { try reader.message($0) }.first
    }
    let paid = try visit.desk.amountPaid(answer.fact)
    let lines = try paid.map { try visit.desk.lines(bringing: $0) }
    div {
      strong(capitalised(answer.fact.outcome.said(voice)) + ", " + voice.day(answer.happened))
      if !answer.fact.words.isEmpty { p(answer.fact.words) }
      if let message {
        p {
          a(voice("Le message de confirmation", "The confirming message"))
            .href("/messages/\(message.number.raw)").data("press", "o")
          " "
          stateBadge(message, voice)
        }
      }
      paidLines(lines, voice)
    }.class("banner good")
  }
}

private func replyOutcomes(_ visit: Visit, _ kept: FiledReply, _ sheet: CallSheet) -> Element {
  let voice = visit.voice
  let base = "/reponses/\(kept.number.raw)"
  let outcome = OutcomeForm(
    visit: visit, address: base + "/issue", back: base,
    confirm: voice("Traité", "Dealt with"))
  return div {
    commonOutcomes(outcome, sheet)
    fold(
      voice("Rien à faire", "Nothing to do"), key: "n",
      postForm(visit, to: base + "/rien", back: base) {
        FieldSet(scope: "rien").text("mots", voice("Note (facultatif)", "Note (optional)"))
        button(voice("Traité", "Dealt with")).type("submit").class("primary")
      })
  }.class("card tools outcomes").data("row", "")
}

/// Files it with another customer, found by words; without script.
private func filing(
  _ visit: Visit, _ kept: FiledReply, _ words: String, _ found: [Customer]
) -> Element {
  let voice = visit.voice
  let base = "/reponses/\(kept.number.raw)"
  return div {
    h2(
      kept.customer == nil
        ? voice("De quel client vient-elle\u{A0}?", "Which customer wrote it?")
        : voice("La classer chez un autre client", "File it with another customer"))
    form {
      FieldSet(scope: "client").text(
        "q", voice("Nom, code ou SIREN", "Name, code or SIREN"), value: words, isRequired: true)
      button(voice("Chercher", "Look for")).type("submit")
    }.class("asof").method("get").action(base)
    if !words.isEmpty, found.isEmpty {
      p(voice("Aucun client de ce nom.", "No customer of that name.")).class("quiet")
    }
    for customer in found.prefix(20) {
      postForm(visit, to: base + "/classer", back: base) {
        input().type("hidden").name("client").value(String(customer.id.raw))
        button(voice("Chez \(customer.name)", "With \(customer.name)")).type("submit")
      }.class("inline")
    }
    if kept.customer == nil {
      postForm(visit, to: base + "/rien", back: base) {
        button(voice("Rien à faire", "Nothing to do")).type("submit")
      }.class("inline")
    }
  }.class("card")
}

private func takingBack(_ visit: Visit, _ kept: FiledReply) -> Element {
  let voice = visit.voice
  let base = "/reponses/\(kept.number.raw)"
  return div {
    fold(
      voice("Reprendre", "Take back"), key: "u",
      postForm(visit, to: base + "/reprendre", back: base) {
        FieldSet(scope: "reprendre").text(
          "raison", voice("Pourquoi\u{A0}?", "Why?"),
          hint: voice(
            "Ce qui a été noté avec elle est annulé, et la réponse attend de nouveau.",
            "What was recorded with it is undone, and the reply waits again."), isRequired: true)
        button(voice("Reprendre cette réponse", "Take this reply back")).type("submit")
          .class("primary")
      })
  }.class("card tools").data("row", "")
}

// MARK: What the forms do

func answerReply(_ visit: Visit) throws -> Reply {
  let form = visit.form
  let outcome = try callOutcome(form, visit.voice)
  if case .noAnswer = outcome.end { throw Refusal.notFound }
  try visit.desk.answer(visit.entry, outcome)
  return visit.back(.traite)
}

func settleReply(_ visit: Visit) throws -> Reply {
  try visit.desk.settle(visit.entry, words: visit.form.text("mots"))
  return visit.back(.traite)
}

func fileReply(_ visit: Visit) throws -> Reply {
  guard let customer = Int64(visit.form.text("client")) else { throw Refusal.notFound }
  try visit.desk.file(visit.entry, with: CustomerID(customer))
  return visit.back(.classe)
}

func reopenReply(_ visit: Visit) throws -> Reply {
  try visit.desk.reopen(visit.entry, because: visit.form.text("raison"))
  return visit.back(.attend)
}
