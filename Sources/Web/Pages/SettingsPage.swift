import Correspondence
import Office
import Printing
import Quantities

/// The firm's identity, learned from its invoices and confirmed here.
func settingsPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let firm = try visit.desk.firm()
  var page = Page(voice("Réglages", "Settings"), in: .settings) {
    if firm.isKnown, !firm.isConfirmed {
      p {
        strong(
          voice(
            "Ceci vient de vos factures\u{A0}: vérifiez, complétez, enregistrez.",
            "This comes from your invoices: check it, complete it, save it."))
      }.class("banner")
    }
    p {
      a(voice("Les mots des relances", "The words of reminders")).href("/mots")
      " · "
      a(voice("Courrier électronique", "E-mail")).href("/reglages/courrier")
      " · "
      a(voice("Les scénarios de relance", "The dunning plans")).href("/scenarios")
    }
    postForm(visit, to: "/reglages", back: "/reglages") {
      for group in SettingGroup.all(voice) { settingFields(group, firm) }
      p {
        button(voice("Enregistrer et confirmer", "Save and confirm")).type("submit")
          .class("primary")
      }
    }
  }
  page.lead = voice(
    "Ces lignes figurent sur vos lettres et vos relevés.",
    "These lines stand on your letters and statements.")
  return try page.reply(to: visit)
}

private func settingFields(_ group: SettingGroup, _ firm: Firm) -> Element {
  let fields = FieldSet(scope: "reglage")
  return fieldset {
    legend(group.title)
    div {
      for setting in group.settings {
        fields.text(
          setting.name, setting.title, value: firm[keyPath: setting.path], hint: setting.hint,
          isRequired: setting.name == "nom")
      }
    }.class("fields")
  }.class("card")
}

/// Settings that belong together.
private struct SettingGroup {
  struct Setting {
    let name: String
    let title: String
    let path: WritableKeyPath<Firm, String>
    var hint = ""
  }

  let title: String
  let settings: [Setting]

  static func all(_ voice: Voice) -> [SettingGroup] {
    [identity(voice), address(voice), bank(voice), signature(voice)]
  }

  private static func identity(_ voice: Voice) -> SettingGroup {
    SettingGroup(
      title: voice("Votre société", "Your firm"),
      settings: [
        Setting(name: "nom", title: voice("Dénomination", "Name"), path: \.name),
        Setting(
          name: "forme", title: voice("Forme juridique", "Legal form"), path: \.legalForm,
          hint: voice("SARL, SAS, EI…", "SARL, SAS, EI…")),
        Setting(
          name: "capital", title: voice("Capital social", "Share capital"), path: \.capital,
          hint: voice("par exemple 10\u{202F}000\u{A0}€", "for example 10,000")),
        Setting(name: "siren", title: "SIREN", path: \.siren),
        Setting(
          name: "rcs", title: voice("Ville du RCS", "Trade register"), path: \.registry),
        Setting(name: "tva", title: voice("N° de TVA", "VAT number"), path: \.vatNumber),
      ])
  }

  private static func address(_ voice: Voice) -> SettingGroup {
    SettingGroup(
      title: voice("Adresse", "Address"),
      settings: [
        Setting(name: "rue", title: voice("Rue", "Street"), path: \.street),
        Setting(name: "cp", title: voice("Code postal", "Postcode"), path: \.postcode),
        Setting(name: "ville", title: voice("Ville", "City"), path: \.city),
        Setting(name: "tel", title: voice("Téléphone", "Phone"), path: \.phone),
        Setting(name: "mel", title: voice("E-mail", "E-mail"), path: \.email),
      ])
  }

  private static func bank(_ voice: Voice) -> SettingGroup {
    SettingGroup(
      title: voice("Où être payé", "Where to be paid"),
      settings: [
        Setting(
          name: "iban", title: "IBAN", path: \.iban,
          hint: voice(
            "Il figure sur chaque lettre, avec un code à scanner.",
            "It stands on each letter, with a code to scan.")),
        Setting(name: "bic", title: "BIC", path: \.bic),
        Setting(
          name: "taux",
          title: voice("Taux de pénalité de vos CGV", "Late-payment rate of your terms"),
          path: \.contractRate,
          hint: voice(
            "En % par an\u{A0}; vide\u{A0}: celui de la loi (BCE + 10 points).",
            "In % a year; empty: the law's (ECB + 10 points).")),
      ])
  }

  private static func signature(_ voice: Voice) -> SettingGroup {
    SettingGroup(
      title: voice("Qui signe", "Who signs"),
      settings: [
        Setting(name: "signataire", title: voice("Nom", "Name"), path: \.signatory),
        Setting(name: "qualite", title: voice("Qualité", "Position"), path: \.signatoryTitle),
      ])
  }
}

func saveSettings(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  var firm = try visit.desk.firm()
  _ = try visit.form.required("nom", Field("la dénomination", "the name"), voice)
  for setting in SettingGroup.all(voice).flatMap(\.settings) {
    firm[keyPath: setting.path] = visit.form.text(setting.name)
  }
  firm.iban = firm.iban.filter { !$0.isWhitespace }.uppercased()
  firm.contractRate = firm.contractRate.filter { !"% \u{A0}".contains($0) }
    .replacing(",", with: ".")
  if !firm.iban.isEmpty, !firm.sender.hasValidIBAN {
    throw Refusal.wrong(
      voice(
        "L’IBAN «\u{A0}\(firm.iban)\u{A0}» comporte une faute\u{A0}: ses chiffres de contrôle ne "
          + "correspondent pas.",
        "The IBAN “\(firm.iban)” has a mistake: its check digits do not match."))
  }
  if !firm.contractRate.isEmpty, Rate(percent: firm.contractRate) == nil {
    throw Refusal.wrong(
      voice(
        "«\u{A0}\(firm.contractRate)\u{A0}» n’est pas un taux. Écrivez par exemple 12,5.",
        "“\(firm.contractRate)” is not a rate. Write for example 12.5."))
  }
  try visit.desk.save(firm)
  return visit.back(.reglages)
}
