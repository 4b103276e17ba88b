import Delivery
import Dunning
import Intake
import Ledger
import Office
import Printing
import Quantities

/// How mail leaves and comes: servers, limits, rehearsal. Passwords are never typed here.
func mailSettingsPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let settings = try visit.desk.mailSettings()
  let plans = try visit.desk.planShelf().book.plans
  var page = Page(voice("Courrier électronique", "E-mail"), in: .settings) {
    postForm(visit, to: "/reglages/courrier", back: "/reglages/courrier") {
      senderFields(settings, voice)
      placeFields(
        settings.outgoing, "envoi", voice("Envoyer (SMTP)", "Sending (SMTP)"), voice)
      placeFields(
        settings.incoming, "boite", voice("Recevoir (IMAP)", "Receiving (IMAP)"), voice)
      p { button(voice("Enregistrer", "Save")).type("submit").class("primary") }
    }
    hoursCard(plans, voice)
    if !settings.outgoing.host.isEmpty {
      postForm(visit, to: "/reglages/courrier/essai", back: "/reglages/courrier") {
        div {
          FieldSet(scope: "essai").text(
            "adresse", voice("Votre adresse", "Your address"),
            value: settings.rehearsalAddress, isRequired: true)
          button(voice("Envoyer un essai à moi-même", "Send a trial to myself")).type("submit")
        }.class("fields")
      }.class("card")
    }
  }
  page.crumbs = [(voice("Réglages", "Settings"), "/reglages")]
  return try page.reply(to: visit)
}

private func senderFields(_ settings: MailSettings, _ voice: Voice) -> Element {
  let fields = FieldSet(scope: "courrier")
  return fieldset {
    legend(voice("Qui écrit", "Who writes"))
    div {
      fields.text(
        "expediteur", voice("Adresse d’expédition", "Sender's address"), value: settings.sender)
      fields.text(
        "nom", voice("Nom affiché", "Name shown"), value: settings.senderName)
      fields.text(
        "essai", voice("En mode essai, tout part à", "In rehearsal everything goes to"),
        value: settings.rehearsalAddress)
      fields.text(
        "parHeure", voice("E-mails par heure, au plus", "E-mails an hour, at most"),
        value: String(settings.mostAnHour))
      fields.tick(
        "rehearsal",
        voice(
          "Mode essai\u{A0}: rien ne part aux clients",
          "Rehearsal: nothing goes to customers"), isTicked: settings.isRehearsal)
      fields.tick(
        "marque",
        voice(
          "Adresse de réponse marquée (compta+D12@…)",
          "Marked reply address (accounts+D12@…)"), isTicked: settings.isMarking)
      fields.tick(
        "copies",
        voice(
          "Joindre les copies des factures aux relances",
          "Attach copies of the invoices to reminders"), isTicked: settings.enclosesCopies)
      fields.tick(
        "merci", voice("Remercier de chaque règlement", "Thank for each payment"),
        isTicked: settings.thanks)
    }.class("fields")
  }.class("card")
}

/// When messages leave: what each plan in force says, with the way to change it.
private func hoursCard(_ plans: [DunningPlan], _ voice: Voice) -> Element {
  div {
    h2(voice("Quand les messages partent", "When messages leave"))
    p(
      voice(
        "Chaque scénario a ses heures et ses jours\u{A0}; les lettres que vous mettez en file et "
          + "les remerciements suivent celui de tous.",
        "Each plan has its hours and days; letters that you queue and thank-yous follow the one "
          + "for everyone."))
    ul {
      for plan in plans {
        li {
          a(plan.name(in: voice.language)).href("/scenarios/\(plan.key)")
          let days = (plan.days[.email] ?? .workingDays).words(in: voice.language)
          voice("\u{A0}: ", ": ") + plan.hours.wording + ", " + days
            + (plan.calendar.keepsAlsaceMoselle
              ? voice(", fériés d’Alsace-Moselle", ", holidays of Alsace-Moselle") : "")
        }
      }
    }.class("plain")
  }.class("card")
}

private func placeFields(
  _ place: MailSettings.Place, _ scope: String, _ title: String, _ voice: Voice
) -> Element {
  let fields = FieldSet(scope: scope)
  return fieldset {
    legend(title)
    div {
      fields.text("\(scope)-hote", voice("Serveur", "Server"), value: place.host)
      fields.text("\(scope)-port", "Port", value: place.port)
      fields.choice(
        "\(scope)-surete", voice("Chiffrement", "Encryption"),
        [
          (MailServer.Security.startTLS.rawValue, "STARTTLS"),
          (MailServer.Security.tls.rawValue, "TLS"),
          (MailServer.Security.none.rawValue, voice("aucun (même machine)", "none (same machine)")),
        ], chosen: place.security.rawValue)
      fields.text("\(scope)-nom", voice("Nom d’utilisateur", "User name"), value: place.user)
      fields.text(
        "\(scope)-secret", voice("Où est le mot de passe", "Where the password is"),
        value: place.secret,
        hint: voice(
          "file:/chemin (droits 600) ou env:NOM\u{A0}; jamais le mot de passe",
          "file:/path (mode 600) or env:NAME; never the password"))
      fields.text(
        "\(scope)-autorites",
        voice(
          "Autorités de confiance (fichier PEM)",
          "Trusted authorities (PEM file)"), value: place.authorityFile)
    }.class("fields")
  }.class("card")
}

func saveMailSettings(_ visit: Visit) throws -> Reply {
  var settings = try visit.desk.mailSettings()
  settings.sender = visit.form.text("expediteur")
  settings.senderName = visit.form.text("nom")
  settings.rehearsalAddress = visit.form.text("essai")
  settings.isRehearsal = visit.form["rehearsal"] != nil
  settings.isMarking = visit.form["marque"] != nil
  settings.enclosesCopies = visit.form["copies"] != nil
  settings.thanks = visit.form["merci"] != nil
  guard let most = Int(visit.form.text("parHeure")), (1...100_000).contains(most) else {
    throw Refusal.wrong(
      visit.voice(
        "Écrivez un nombre d’e-mails par heure, de 1 à 100\u{202F}000.",
        "Write a number of e-mails an hour, from 1 to 100,000."))
  }
  settings.mostAnHour = most
  settings.outgoing = try place(settings.outgoing, "envoi", visit)
  settings.incoming = try place(settings.incoming, "boite", visit)
  // A rehearsal goes to whoever writes, unless another address is given.
  if settings.rehearsalAddress.isEmpty { settings.rehearsalAddress = settings.sender }
  try check(settings, visit.voice)
  try visit.desk.save(settings)
  return visit.back(.reglages)
}

/// Addresses are looked at now, not when the first message should leave.
private func check(_ settings: MailSettings, _ voice: Voice) throws {
  let told = [settings.sender, settings.rehearsalAddress, settings.outgoing.host]
  if told.allSatisfy(\.isEmpty) { return }
  guard MailAddress(settings.sender) != nil else {
    throw Refusal.wrong(MailFault.noSender(settings.sender).words.spoken(voice))
  }
  if settings.isRehearsal, MailAddress(settings.rehearsalAddress) == nil {
    throw Refusal.wrong(MailFault.noRehearsalAddress(settings.rehearsalAddress).words.spoken(voice))
  }
}

extension Phrase {
  fileprivate func spoken(_ voice: Voice) -> String { voice(french, english) }
}

private func place(
  _ known: MailSettings.Place, _ scope: String, _ visit: Visit
) throws -> MailSettings.Place {
  var place = known
  place.host = visit.form.text("\(scope)-hote")
  place.port = visit.form.text("\(scope)-port")
  guard place.port.isEmpty || UInt16(place.port).map({ $0 > 0 }) == true else {
    throw MailFault.wrongPort(place.port)
  }
  place.security =
    MailServer.Security(rawValue: visit.form.text("\(scope)-surete")) ?? known.security
  place.user = visit.form.text("\(scope)-nom")
  place.secret = visit.form.text("\(scope)-secret")
  place.authorityFile = visit.form.text("\(scope)-autorites")
  let isPlace = place.secret.hasPrefix("file:") || place.secret.hasPrefix("env:")
  guard place.secret.isEmpty || isPlace else {
    throw MailFault.wrongSecret("")
  }
  return place
}

func sendTrialMail(_ visit: Visit) throws -> Reply {
  let (isTaken, words) = try visit.desk.sendTrial(to: visit.form.text("adresse"))
  guard isTaken else { throw Refusal.wrong(visit.voice(words.french, words.english)) }
  return visit.back(.essai)
}
