import Claims
import Dunning
import Ledger
import Office
import Printing
import Quantities

/// Whom a form is about: one account of a customer, and what may be claimed on it.
struct Debtor {
  let id: CustomerID
  let currency: Currency
  let amount: Money
  /// Its place among several of the same account on the page.
  var place = 0

  /// Tells the fields of two forms on one page apart.
  var mark: String { "\(id.raw)-\(currency.code)-\(place)" }
}

/// What may be done about a customer: papers to read, and forms that write down what was done.
func customerActions(_ visit: Visit, _ file: CustomerFile) -> Element {
  let voice = visit.voice
  let id = file.customer.id
  let claim = file.claims.first { $0.currency.isEuro } ?? file.claims.first
  let debtor = Debtor(id: id, currency: claim?.currency ?? .eur, amount: claim?.total ?? .zero)
  return div {
    fold(
      voice("Noter une relance", "Record a contact"), key: "f",
      contactForm(visit, debtor, level: .reminder, back: visit.path))
    fold(
      voice("Promesse", "Promise"), key: "p", promiseForm(visit, debtor, back: visit.path))
    fold(
      voice("Mettre en attente", "Set aside"), key: "m",
      snoozeForm(visit, debtor, back: visit.path))
    a(voice("Échéancier", "Instalment plan")).class("button")
      .href("/clients/\(id.raw)/echeancier").data("press", "e")
    fold(
      voice("Procédure collective", "Insolvency"),
      insolvencyForm(visit, debtor, back: visit.path))
    peopleForms(visit, id)
    fold(
      voice("Nature et langue du client", "Kind and language of the customer"),
      kindForm(visit, file.customer))
    div {
      span(voice("Lire avant d’envoyer\u{A0}:", "Read before sending:"))
      a(voice("Relevé de compte", "Statement")).href("/clients/\(id.raw)/releve")
      for level in DunningLevel.Name.allCases where level != .preDue {
        a(capitalised(voice(level.french, level.english)))
          .href("/clients/\(id.raw)/courriers/\(level.rawValue)")
      }
    }.class("apart")
  }.class("card tools").data("row", "")
}

/// A call, an e-mail or a letter that was made, with what was said.
func contactForm(
  _ visit: Visit, _ debtor: Debtor, level: DunningLevel.Name,
  channel: Reminder.Channel = .email, back: String
) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "contact-" + debtor.mark)
  return postForm(visit, to: "/clients/\(debtor.id.raw)/contact", back: back) {
    fields.choice(
      "niveau", voice("Étape", "Step"),
      DunningLevel.Name.allCases.map { ($0.rawValue, capitalised(voice($0.french, $0.english))) },
      chosen: level.rawValue)
    fields.choice(
      "canal", voice("Par", "By"),
      Reminder.Channel.shown.map { ($0.rawValue, capitalised(channelName($0, voice))) },
      chosen: channel.rawValue)
    fields.text(
      "note", voice("Ce qui s’est dit (facultatif)", "What was said (optional)"))
    button(voice("Noter comme fait", "Record as done")).type("submit").class("primary")
  }
}

extension Reminder.Channel {
  static let shown: [Reminder.Channel] = [.email, .call, .letter, .registeredLetter, .visit]
}

/// A day and an amount that the customer announced.
func promiseForm(_ visit: Visit, _ debtor: Debtor, back: String) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "promesse-" + debtor.mark)
  return postForm(visit, to: "/clients/\(debtor.id.raw)/promesse", back: back) {
    input().type("hidden").name("devise").value(debtor.currency.code)
    fields.money(
      "montant", voice("Montant annoncé", "Amount announced"),
      value: voice.typed(debtor.amount),
      isRequired: true)
    fields.day(
      "jour", voice("Pour le", "For"), value: visit.desk.today.adding(days: 7).iso,
      min: visit.desk.today.iso)
    fields.text("mots", voice("Ses mots (facultatif)", "Their words (optional)"))
    sureTick(fields, voice)
    button(voice("Noter la promesse", "Record the promise")).type("submit").class("primary")
  }
}

/// A reason to leave the customer alone until a day.
func snoozeForm(_ visit: Visit, _ debtor: Debtor, back: String) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "attente-" + debtor.mark)
  return postForm(visit, to: "/clients/\(debtor.id.raw)/attente", back: back) {
    fields.day(
      "jour", voice("Jusqu’au", "Until"), value: visit.desk.today.adding(days: 7).iso,
      min: visit.desk.today.nextDay.iso)
    fields.text("raison", voice("Pourquoi\u{A0}?", "Why?"), isRequired: true)
    button(voice("Mettre en attente", "Set aside")).type("submit").class("primary")
  }
}

// MARK: What the forms do

func recordContact(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  guard let level = DunningLevel.Name(rawValue: visit.form.text("niveau")),
    let channel = Reminder.Channel(rawValue: visit.form.text("canal"))
  else {
    throw Refusal.wrong(
      voice("Choisissez l’étape et le moyen.", "Choose the step and the channel."))
  }
  let customer = try visit.customer
  guard let file = try visit.desk.customerFile(customer) else { throw Refusal.notFound }
  let reminder = Reminder(
    level: level.rawValue, channel: channel,
    documents: file.claims.flatMap(\.claimed).map(\.document), note: visit.form.text("note"))
  try visit.desk.recordContact(customer, reminder)
  return visit.back(.contact)
}

func recordPromise(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let amount = try visit.form.money(
    "montant", Field("le montant annoncé", "the amount announced"), voice)
  guard amount.isPositive else {
    throw Refusal.wrong(
      voice("Le montant annoncé doit être positif.", "The amount announced must be positive."))
  }
  guard let currency = Currency(visit.form.text("devise")) else {
    throw Refusal.wrong(voice("Devise inconnue.", "Unknown currency."))
  }
  let day = try visit.form.day("jour", Field("le jour annoncé", "the day announced"), voice)
  try visit.desk.promise(
    visit.customer, amount: amount, on: day, currency: currency, words: visit.form.text("mots"),
    isSure: visit.form.isTicked("sur"))
  return visit.back(.promesse)
}

func recordSnooze(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let day = try visit.form.day("jour", Field("la fin de l’attente", "the last day"), voice)
  let reason = try visit.form.required("raison", Field("la raison", "the reason"), voice)
  try visit.desk.snooze(visit.customer, until: day, reason: reason)
  return visit.back(.attente)
}

func undoEntry(_ visit: Visit) throws -> Reply {
  let reason = try visit.form.required("raison", Field("la raison", "the reason"), visit.voice)
  try visit.desk.undo(visit.entry, reason: reason)
  return visit.back(.annule)
}

extension Visit {
  /// Back to the page the form stood on, which says what was done.
  func back(_ deed: Deed) -> Reply {
    let wanted = form.text("retour")
    // A place of our own only: `//elsewhere` and `/\elsewhere` lead away.
    let isOurs =
      wanted.hasPrefix("/") && !wanted.hasPrefix("//")
      && wanted.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") }
    let place = isOurs ? wanted : "/"
    let joint = place.contains("?") ? "&" : "?"
    return .seeOther(place + joint + "fait=" + deed.rawValue)
  }
}
