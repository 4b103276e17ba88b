import Claims
import Correspondence
import Ledger
import Office
import Printing
import Quantities

/// The outcomes of a call, each by one key.
func callOutcomes(_ visit: Visit, _ sheet: CallSheet, _ round: CallRound) -> Element {
  let voice = visit.voice
  let id = sheet.customer.id.raw
  var outcome = OutcomeForm(
    visit: visit, address: "/appels/\(id)/issue", back: round.address(),
    confirm: voice("Noter et passer au suivant", "Record and go on"))
  outcome.kept = [
    ("devise", sheet.currency.code), ("vu", String(sheet.lastCall.raw)),
    ("passes", round.skipped.map { String($0.raw) }.sorted().joined(separator: " ")),
  ]
  if round.takesAll { outcome.kept.append(("liste", "tous")) }
  return div {
    commonOutcomes(outcome, sheet)
    outcome(.noAnswer, voice("Pas de réponse", "No answer"), "a") {
      FieldSet(scope: "sans").text("mots", voice("Note (facultatif)", "Note (optional)"))
    }
    a(voice("Échéancier", "Instalment plan")).class("button")
      .href("/clients/\(id)/echeancier").data("press", "e")
    if sheet.contact != nil { asideForm(visit, sheet, round) }
    a(voice("Plus tard", "Later")).class("button")
      .href(round.address(leaving: sheet.customer.id)).data("press", "n")
  }.class("card tools outcomes").data("row", "")
}

/// The step's call is not to be made.
private func asideForm(_ visit: Visit, _ sheet: CallSheet, _ round: CallRound) -> Element {
  let voice = visit.voice
  return fold(
    voice("Ne pas appeler", "Do not call"), key: "x",
    postForm(visit, to: "/appels/\(sheet.customer.id.raw)/ecarter", back: round.address()) {
      input().type("hidden").name("devise").value(sheet.currency.code)
      FieldSet(scope: "ecarter").text(
        "raison", voice("Pourquoi\u{A0}?", "Why?"),
        hint: voice(
          "L’appel de cette étape est écarté, son message part quand même.",
          "The call of this step is put aside, its message leaves all the same."),
        isRequired: true)
      button(voice("Écarter l’appel", "Put the call aside")).type("submit").class("primary")
    })
}

/// What a call and a reply may both come to.
@HTMLBuilder func commonOutcomes(_ outcome: OutcomeForm, _ sheet: CallSheet) -> HTML {
  let visit = outcome.visit
  let voice = visit.voice
  outcome(.promise, voice("Promesse", "Promise"), "p") { promiseFields(visit, sheet) }
  outcome(.dispute, voice("Litige", "Dispute"), "l") { disputeFields(voice, sheet) }
  outcome(.callBack, voice("Rappeler", "Call again"), "r") { callBackFields(visit) }
  outcome(.wrongContact, voice("Mauvais contact", "Wrong contact"), "c") { contactFields(voice) }
  outcome(.paid, voice("Dit avoir payé", "Says it is paid"), "v") { paidFields(visit, sheet) }
}

/// The form of one outcome; what it keeps comes back with it.
struct OutcomeForm {
  let visit: Visit
  let address: String
  let back: String
  /// What the button says.
  let confirm: String
  var kept: [(name: String, value: String)] = []

  func callAsFunction(
    _ end: CallEnd, _ name: String, _ key: String, @HTMLBuilder _ fields: () -> HTML
  ) -> Element {
    fold(
      name, key: key,
      postForm(visit, to: address, back: back) {
        input().type("hidden").name("issue").value(end.rawValue)
        for field in kept { input().type("hidden").name(field.name).value(field.value) }
        fields()
        button(confirm).type("submit").class("primary")
      })
  }
}

@HTMLBuilder private func promiseFields(_ visit: Visit, _ sheet: CallSheet) -> HTML {
  let voice = visit.voice
  let fields = FieldSet(scope: "promesse")
  fields.money(
    "montant", voice("Montant annoncé", "Amount announced"), value: voice.typed(sheet.amount),
    isRequired: true)
  fields.day(
    "jour", voice("Pour le", "For"),
    value: BankCalendar.france.onOrAfter(visit.desk.today.adding(days: 7)).iso,
    min: visit.desk.today.iso)
  fields.text("qui", voice("Qui l’a dit", "Who said it"), value: sheet.person?.name ?? "")
  fields.text("mots", voice("Ses mots (facultatif)", "Their words (optional)"))
  sureTick(fields, voice)
}

/// Confirms an amount above what is owed, or a day far away.
func sureTick(_ fields: FieldSet, _ voice: Voice) -> Element {
  fields.tick("sur", voice("C’est bien ce qui a été dit", "That is what was said"))
}

@HTMLBuilder private func disputeFields(_ voice: Voice, _ sheet: CallSheet) -> HTML {
  let fields = FieldSet(scope: "litige")
  fields.choice(
    "piece", voice("Pièce", "Document"),
    sheet.documents.prefix(50).map { (String($0.document.raw), $0.number) })
  fields.choice(
    "motif", voice("Motif", "Reason"),
    Dispute.Cause.allCases.map { ($0.rawValue, capitalised(voice($0.french, $0.english))) })
  fields.money(
    "montant", voice("Montant contesté (vide\u{A0}: tout)", "Amount (empty: all of it)"))
  fields.text("mots", voice("Ce que le client dit", "What the customer says"), isRequired: true)
  ownerField(fields, voice)
}

/// Who looks after a dispute on our side.
func ownerField(_ fields: FieldSet, _ voice: Voice, value: String = "") -> Element {
  fields.text("suivi", voice("Suivi par (facultatif)", "Looked after by (optional)"), value: value)
}

@HTMLBuilder private func callBackFields(_ visit: Visit) -> HTML {
  let voice = visit.voice
  let fields = FieldSet(scope: "rappel")
  fields.day(
    "jour", voice("Le", "On"),
    value: BankCalendar.france.onOrAfter(visit.desk.today.nextDay).iso,
    min: visit.desk.today.iso)
  fields.text("heure", voice("À (facultatif)", "At (optional)"), hint: "14:30")
  fields.text("qui", voice("Demander", "Ask for"))
  fields.text("mots", voice("Note (facultatif)", "Note (optional)"))
}

@HTMLBuilder private func contactFields(_ voice: Voice) -> HTML {
  let fields = FieldSet(scope: "contact")
  fields.text("qui", voice("Le bon interlocuteur", "The right person"))
  fields.choice(
    "role", voice("Son rôle", "Their role"),
    ContactRole.allCases.map { ($0.rawValue, capitalised(voice($0.french, $0.english))) })
  fields.text("telephone", voice("Téléphone", "Telephone"))
  fields.text("courriel", voice("E-mail", "E-mail"))
}

@HTMLBuilder private func paidFields(_ visit: Visit, _ sheet: CallSheet) -> HTML {
  let voice = visit.voice
  let fields = FieldSet(scope: "paye")
  fields.money(
    "montant", voice("Montant payé", "Amount paid"), value: voice.typed(sheet.amount),
    isRequired: true)
  fields.day("jour", voice("Le", "On"), value: visit.desk.today.iso)
  fields.text("mots", voice("Référence, banque… (facultatif)", "Reference, bank… (optional)"))
  sureTick(fields, voice)
}

// MARK: What the forms do

func recordCall(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let form = visit.form
  let round = CallRound(form: form)
  let customer = try visit.customer
  guard let currency = Currency(form.text("devise")) else {
    throw Refusal.wrong(voice("Devise inconnue.", "Unknown currency."))
  }
  let list = try visit.desk.callList(all: true)
  let entry =
    list.entries.first { $0.customer == customer && $0.currency == currency }
    ?? CallList.Entry(customer: customer, currency: currency, callBack: nil)
  guard let sheet = try visit.desk.callSheet(entry) else { throw Refusal.notFound }
  var outcome = try callOutcome(form, voice)
  outcome.lastCall = Int64(form.text("vu")).map(EntryNumber.init)
  do {
    let record = try visit.desk.record(outcome, of: sheet)
    var more = [("dit", String(record.reminder?.raw ?? 0)), ("client", String(customer.raw))]
    if let message = record.message { more.append(("message", String(message.raw))) }
    return .seeOther(round.address(more))
  } catch DeskRefusal.callRecorded(let other) {
    // Somebody else was faster: their call is shown, this one is not kept.
    return .seeOther(
      round.address([
        ("dit", String(other.raw)), ("client", String(customer.raw)), ("deja", "1"),
      ]))
  }
}

func putCallAside(_ visit: Visit) throws -> Reply {
  let customer = try visit.customer
  guard let currency = Currency(visit.form.text("devise")),
    let sheet = try visit.desk.callSheet(CallList.Entry(customer: customer, currency: currency))
  else { throw Refusal.notFound }
  let reason = try visit.form.required("raison", Field("la raison", "the reason"), visit.voice)
  try visit.desk.putCallAside(sheet, because: reason)
  return visit.back(.appel)
}

/// What a form says of how a call ended, or what a reply came to.
func callOutcome(_ form: Form, _ voice: Voice) throws -> CallOutcome {
  var outcome = CallOutcome(
    try callEnd(form, voice), person: form.text("qui"), words: form.text("mots"))
  outcome.isSure = form.isTicked("sur")
  return outcome
}

func callEnd(_ form: Form, _ voice: Voice) throws -> CallOutcome.End {
  switch CallEnd(rawValue: form.text("issue")) {
  case .promise:
    return .promise(
      try form.money("montant", Field("le montant annoncé", "the amount announced"), voice),
      on: try form.day("jour", Field("le jour annoncé", "the day announced"), voice))
  case .dispute:
    guard let document = Int64(form.text("piece")),
      let cause = Dispute.Cause(rawValue: form.text("motif"))
    else { throw Refusal.wrong(voice("Choisissez la pièce et le motif.", "Choose a document.")) }
    _ = try form.required(
      "mots", Field("ce que le client conteste", "what the customer contests"), voice)
    let amount =
      form.text("montant").isEmpty
      ? nil
      : try form.money("montant", Field("le montant contesté", "the contested amount"), voice)
    return .dispute(EntryNumber(document), amount, cause, owner: form.text("suivi"))
  case .paid:
    return .saidPaid(
      try form.money("montant", Field("le montant payé", "the amount paid"), voice),
      on: try form.day("jour", Field("le jour du paiement", "the day of payment"), voice))
  case .callBack:
    return .callBack(
      try form.day("jour", Field("le jour du rappel", "the day to call"), voice),
      minute: try minute(form.text("heure"), voice))
  case .wrongContact: return .wrongContact(person(form))
  case .noAnswer: return .noAnswer
  case .plan, .insolvency, nil:
    throw Refusal.wrong(voice("Choisissez l’issue de l’appel.", "Choose how the call ended."))
  }
}

private func person(_ form: Form) -> ContactPerson? {
  let name = form.text("qui")
  guard !name.isEmpty else { return nil }
  return ContactPerson(
    role: ContactRole(rawValue: form.text("role")) ?? .payables, name: name,
    email: form.text("courriel"), phone: form.text("telephone"))
}

/// `14:30`, `14h30`, `14 h`; nil for nothing.
private func minute(_ text: String, _ voice: Voice) throws -> Int? {
  if text.isEmpty { return nil }
  let parts = text.split { !$0.isASCII || !$0.isNumber }.map { Int($0) ?? -1 }
  guard (1...2).contains(parts.count), (0..<24).contains(parts[0]),
    (0..<60).contains(parts.count > 1 ? parts[1] : 0)
  else {
    throw Refusal.wrong(
      voice(
        "« \(text) » n’est pas une heure. Écrivez par exemple 14:30.",
        "“\(text)” is not a time. Write for example 14:30."))
  }
  return parts[0] * 60 + (parts.count > 1 ? parts[1] : 0)
}
