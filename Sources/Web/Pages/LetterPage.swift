import Correspondence
import Dunning
import Ledger
import Office
import Printing
import Quantities
import Store

/// A message before it leaves: as an e-mail to copy, and as the letter that the PDF shows.
func letterPage(_ visit: Visit) throws -> Reply {
  guard let level = DunningLevel.Name(rawValue: visit.places["level"] ?? ""),
    let message = Message(named: level.rawValue)
  else { throw Refusal.notFound }
  let name = capitalised(visit.voice(level.french, level.english))
  return try preview(visit, message, titled: name)
}

/// The statement of account before it is printed (relevé de compte).
func statementPage(_ visit: Visit) throws -> Reply {
  try preview(visit, .statement, titled: visit.voice("Relevé de compte", "Statement of account"))
}

func letterPDF(_ visit: Visit) throws -> Reply {
  guard let message = Message(named: visit.places["level"] ?? "") else { throw Refusal.notFound }
  return try pdf(visit, message)
}

func statementPDF(_ visit: Visit) throws -> Reply { try pdf(visit, .statement) }

private func pdf(_ visit: Visit, _ message: Message) throws -> Reply {
  let letters = try letters(visit, message)
  guard let first = letters.first else { throw Refusal.notFound }
  return .file(
    render(letters), type: "application/pdf", name: first.number + ".pdf", isShown: true)
}

/// In the customer's language unless `?langue=` names another.
private func letters(_ visit: Visit, _ message: Message) throws -> [Letter] {
  let language = visit.query["langue"].flatMap { Customer.Language(rawValue: $0) }
  let manner = Manner(
    language: language, tone: DunningLevel.Tone(rawValue: visit.query.text("ton")))
  return try visit.desk.letters(message, to: visit.customer, in: manner, on: visit.asOf)
}

private func preview(_ visit: Visit, _ message: Message, titled title: String) throws -> Reply {
  let voice = visit.voice
  let id = try visit.customer
  guard let customer = try visit.desk.store.read({ try $0.customer(id) }) else {
    throw Refusal.notFound
  }
  let letters = try letters(visit, message)
  let past = try pastBanner(visit)
  let isToday = try visit.asOf == nil
  var page = Page(title, in: .customers) {
    past
    if letters.isEmpty {
      div {
        emptyState(
          voice("Rien à demander", "Nothing to ask for"),
          voice(
            "À cette date, ce message n’aurait pas de montant à réclamer.",
            "On this day, this message would have no amount to ask for."))
      }.class("card")
    }
    if let letter = letters.first, isToday {
      queueCard(visit, letter)
    }
    for (place, letter) in letters.enumerated() {
      sendingCard(visit, customer, letter, place)
    }
  }
  page.crumbs = [
    (voice("Clients", "Customers"), "/clients"), (customer.name, "/clients/\(id.raw)"),
  ]
  page.tools = HTML { languages(visit, letters) }
  return try page.reply(to: visit)
}

@HTMLBuilder private func languages(_ visit: Visit, _ letters: [Letter]) -> HTML {
  let voice = visit.voice
  if let letter = letters.first {
    let other: Customer.Language = letter.language == .french ? .english : .french
    a(
      other == .french
        ? voice("Message en français", "Message in French")
        : voice("Message en anglais", "Message in English")
    ).class("button").href(visit.address([("langue", other.rawValue)]))
    tones(visit, letter)
    a(voice("PDF à imprimer", "PDF to print")).class("button")
      .href(pdfAddress(visit)).data("press", "i")
  }
}

/// The same letter in another tone, and the page where its words are changed.
private func tones(_ visit: Visit, _ letter: Letter) -> HTML {
  let voice = visit.voice
  return HTML {
    if let kind = LetterKind(letter.message) {
      let tone = kind.tone(
        nearest: DunningLevel.Tone(rawValue: visit.query.text("ton")) ?? kind.usualTone)
      for other in kind.tones where other != tone {
        a(voice("Ton \(toneName(other, voice))", "Tone: \(toneName(other, voice))"))
          .class("button").href(visit.address([("ton", other.rawValue)]))
      }
      a(voice("Changer les mots", "Change the words")).class("button").href(
        "/mots?message=\(kind.rawValue)&ton=\(tone.rawValue)&langue=\(letter.language.rawValue)")
    }
  }
}

private func pdfAddress(_ visit: Visit) -> String {
  let query = Form(visit.query.fields.filter { ["au", "langue", "ton"].contains($0.name) }).encoded
  return visit.path + "/pdf" + (query.isEmpty ? "" : "?" + query)
}

/// Puts the letter into the outbox: by e-mail, or for the post.
private func queueCard(_ visit: Visit, _ letter: Letter) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "file")
  var channels: [(String, String)] = [(Reminder.Channel.email.rawValue, "E-mail")]
  for channel in [Reminder.Channel.letter, .registeredLetter] {
    channels.append((channel.rawValue, capitalised(channelName(channel, voice))))
  }
  let usual = letter.message == .formalNotice ? Reminder.Channel.registeredLetter : .email
  return div {
    h2(voice("Mettre en file d’envoi", "Put into the outbox"))
    postForm(visit, to: visit.path + "/file", back: visit.path) {
      input().type("hidden").name("langue").value(letter.language.rawValue)
      input().type("hidden").name("ton").value(visit.query.text("ton"))
      div {
        fields.choice("canal", voice("Par", "By"), channels, chosen: usual.rawValue)
        button(voice("Mettre en file d’envoi", "Put into the outbox")).type("submit")
          .class("primary").data("press", "e")
      }.class("fields")
    }
    p(
      voice(
        "Il part au prochain envoi, après un dernier regard\u{A0}; la relance est notée.",
        "It leaves with the next sending, after a last look; the reminder is recorded.")
    ).class("hint")
  }.class("card")
}

/// Puts a letter into the outbox, once a day.
func queueLetter(_ visit: Visit) throws -> Reply {
  let name = visit.places["level"] ?? "statement"
  guard let message = Message(named: name),
    let channel = Reminder.Channel(rawValue: visit.form.text("canal")),
    [.email, .letter, .registeredLetter].contains(channel)
  else { throw Refusal.notFound }
  let manner = Manner(
    language: Customer.Language(rawValue: visit.form.text("langue")),
    tone: DunningLevel.Tone(rawValue: visit.form.text("ton")))
  let numbers = try visit.desk.queueLetter(message, to: visit.customer, by: channel, in: manner)
  return .seeOther("/messages/\(numbers[0].raw)?fait=file")
}

/// The e-mail with its recipient, to copy or open, and the letter under it.
private func sendingCard(
  _ visit: Visit, _ customer: Customer, _ letter: Letter, _ place: Int
) -> HTML {
  let voice = visit.voice
  let mail = letter.mail
  let debtor = Debtor(id: customer.id, currency: .eur, amount: letter.amount, place: place)
  let bodyID = "texte-\(place)"
  let subjectID = "objet-\(place)"
  return HTML {
    div {
      h2(voice("L’e-mail", "The e-mail"))
      facts([
        (voice("À", "To"), recipient(customer, voice)),
        (
          voice("Objet", "Subject"),
          HTML { span(mail.subject).id(subjectID).lang(letter.language.rawValue) }
        ),
      ])
      div {
        button(voice("Copier l’objet", "Copy the subject")).type("button")
          .data("copy", subjectID).data("copied", voice("Copié", "Copied"))
        button(voice("Copier le texte", "Copy the text")).type("button").class("primary")
          .data("copy", bodyID).data("copied", voice("Copié", "Copied")).data("press", "c")
        if !customer.party.email.isEmpty {
          a(voice("Ouvrir dans la messagerie", "Open in the mail program")).class("button")
            .href(mailto(customer.party.email, mail))
        }
        if let level = DunningLevel.Name(rawValue: letter.message.name) {
          fold(
            voice("C’est envoyé", "It is sent"), key: "f",
            contactForm(visit, debtor, level: level, back: "/clients/\(customer.id.raw)"))
        }
      }.class("tools").data("row", "")
      enclosed(letter, voice)
      details {
        summary(voice("Texte de l’e-mail", "Text of the e-mail"))
        pre(mail.text).class("mail").id(bodyID).lang(letter.language.rawValue)
      }.class("lines").open()
    }.class("card")
    h2(voice("La lettre", "The letter"))
    div { HTML(letter) }.class("paper")
  }
}

/// The copies that go with it; whoever copies the text takes them along by hand.
@HTMLBuilder private func enclosed(_ letter: Letter, _ voice: Voice) -> HTML {
  if !letter.copies.isEmpty {
    p {
      voice(
        "Factures jointes (à joindre vous-même si vous copiez le texte)\u{A0}: ",
        "Invoices attached (attach them yourself if you copy the text): ")
      for (place, copy) in letter.copies.enumerated() {
        if place > 0 { ", " }
        a(copy.number).href("/factures/\(copy.document.raw)/copie")
      }
    }.class("hint")
  }
}

private func recipient(_ customer: Customer, _ voice: Voice) -> HTML {
  HTML {
    customer.party.email.isEmpty
      ? badge(voice("adresse e-mail manquante", "e-mail address missing"), .warn)
      : span(customer.party.email)
  }
}

/// A link that opens the mail program; long texts are left to the copy button.
private func mailto(_ address: String, _ mail: Mail) -> String {
  let lines = mail.text.split(separator: "\n", omittingEmptySubsequences: false)
  let body = Form.encoded(lines.joined(separator: "\r\n"))
  let head = "mailto:\(address)?subject=\(Form.encoded(mail.subject))"
  return body.utf8.count < 1_800 ? head + "&body=" + body : head
}
