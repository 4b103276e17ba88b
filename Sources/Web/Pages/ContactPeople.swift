import Ledger
import Office
import Printing
import Quantities

/// Forms about whom to speak to at the customer's, and when to be silent.
@HTMLBuilder func peopleForms(_ visit: Visit, _ customer: CustomerID) -> HTML {
  let voice = visit.voice
  let person = FieldSet(scope: "personne")
  fold(
    voice("Interlocuteur", "Contact person"), key: "i",
    postForm(visit, to: "/clients/\(customer.raw)/interlocuteur", back: visit.path) {
      person.choice(
        "role", voice("Rôle", "Role"),
        ContactRole.allCases.map { ($0.rawValue, capitalised(voice($0.french, $0.english))) })
      person.text("nom", voice("Nom", "Name"), isRequired: true)
      person.text("mel", voice("E-mail", "E-mail"))
      person.text("tel", voice("Téléphone", "Phone"))
      button(voice("Enregistrer", "Save")).type("submit").class("primary")
    })
  let fault = FieldSet(scope: "adresse")
  fold(
    voice("Adresse hors service", "Address out of order"),
    postForm(visit, to: "/clients/\(customer.raw)/adresse", back: visit.path) {
      fault.choice(
        "canal", voice("Moyen", "Channel"),
        [Reminder.Channel.email, .call, .letter].map {
          ($0.rawValue, capitalised(channelName($0, voice)))
        })
      fault.text(
        "adresse", voice("Adresse ou numéro", "Address or number"), isRequired: true)
      fault.text("raison", voice("Ce qui s’est passé", "What happened"))
      button(voice("Noter", "Record")).type("submit").class("primary")
    })
  let stop = FieldSet(scope: "arret")
  fold(
    voice("Arrêter les relances", "Stop reminders"),
    postForm(visit, to: "/clients/\(customer.raw)/arret", back: visit.path) {
      stop.choice(
        "motif", voice("Motif", "Cause"),
        LegalStop.Cause.allCases.map { ($0.rawValue, capitalised(voice($0.french, $0.english))) })
      stop.text("raison", voice("Précisez", "Say more"), isRequired: true)
      button(voice("Arrêter", "Stop")).type("submit").class("primary")
    })
}

func recordPerson(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  guard let role = ContactRole(rawValue: visit.form.text("role")) else {
    throw Refusal.wrong(voice("Choisissez le rôle.", "Choose the role."))
  }
  let name = try visit.form.required("nom", Field("le nom", "the name"), voice)
  let person = ContactPerson(
    role: role, name: oneLine(name), email: oneLine(visit.form.text("mel")),
    phone: oneLine(visit.form.text("tel")))
  guard person.email.isEmpty || person.email.contains("@") else {
    throw Refusal.wrong(
      voice(
        "« \(person.email) » n’est pas une adresse e-mail.",
        "“\(person.email)” is not an e-mail address."))
  }
  try visit.desk.name(person, at: visit.customer)
  return visit.back(.interlocuteur)
}

func recordAddressFault(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  guard let channel = Reminder.Channel(rawValue: visit.form.text("canal")) else {
    throw Refusal.wrong(voice("Choisissez le moyen.", "Choose the channel."))
  }
  let address = try visit.form.required("adresse", Field("l’adresse", "the address"), voice)
  try visit.desk.noteFault(
    AddressFault(
      channel: channel, address: oneLine(address), reason: oneLine(visit.form.text("raison"))),
    of: visit.customer)
  return visit.back(.adresse)
}

func recordLegalStop(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  guard let cause = LegalStop.Cause(rawValue: visit.form.text("motif")) else {
    throw Refusal.wrong(voice("Choisissez le motif.", "Choose the cause."))
  }
  let reason = try visit.form.required("raison", Field("la raison", "the reason"), voice)
  try visit.desk.stop(LegalStop(cause: cause, reason: oneLine(reason)), for: visit.customer)
  return visit.back(.arret)
}

/// Leaves one invoice alone until a day; the others go on.
func recordDocumentSnooze(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let day = try visit.form.day("jour", Field("la fin de l’attente", "the last day"), voice)
  let reason = try visit.form.required("raison", Field("la raison", "the reason"), voice)
  try visit.desk.snooze(document: visit.entry, until: day, reason: oneLine(reason))
  return visit.back(.facture)
}

/// The people to speak to, as names and ways to reach them.
@HTMLBuilder func peopleList(_ file: CustomerFile, _ voice: Voice) -> HTML {
  let addresses = file.accounts.first?.addresses ?? AddressBook()
  let people = ContactRole.allCases.compactMap { addresses.person($0, on: file.day)?.fact }
  if !people.isEmpty {
    dl {
      for person in people {
        dt(capitalised(voice(person.role.french, person.role.english)))
        dd {
          person.name
          if !person.email.isEmpty {
            br()
            a(person.email).href("mailto:" + person.email)
          }
          if !person.phone.isEmpty {
            br()
            a(person.phone).href("tel:" + person.phone.filter { $0 != " " })
          }
        }
      }
    }.class("facts")
  }
}
