/// What a form has just done, named in the address so that the next page can say it.
enum Deed: String, CaseIterable {
  case contact, promesse, attente, litige, remise, annule, accepte, impute, ecarte, reglages,
    procedure, urgence, encours, mots, nature, motif, repris, jamais, payeur, regle,
    envoi, resolu, echeancier, signe, message, essai, scenario, vigueur, interlocuteur, adresse,
    arret, facture, profil, file, etape, oubli, ligne, traite, attend, classe, copie, suivi, appel

  func said(_ voice: Voice) -> String {
    switch self {
    case .contact: voice("La relance est notée.", "The contact is recorded.")
    case .promesse: voice("La promesse est notée.", "The promise is recorded.")
    case .attente: voice("Le client est mis en attente.", "The customer is set aside.")
    case .litige: voice("Le litige est ouvert.", "The dispute is open.")
    case .remise: voice("La remise est accordée.", "The waiver is granted.")
    case .annule:
      voice(
        "C’est annulé\u{A0}; l’écriture d’origine reste lisible.",
        "It is undone; the original entry can still be read.")
    case .accepte: voice("Le règlement est imputé.", "The payment is allocated.")
    case .impute: voice("Le règlement est réparti.", "The payment is split.")
    case .ecarte: voice("La ligne est écartée.", "The line is set aside.")
    case .procedure:
      voice(
        "La procédure est notée\u{A0}: plus aucune relance ne part, les pénalités s’arrêtent.",
        "The proceedings are recorded: no reminder leaves any more, and interest stops.")
    case .urgence: voice("L’offre et sa réponse sont notées.", "The offer and its answer are kept.")
    case .mots: voice("Vos mots sont retenus.", "Your words are remembered.")
    case .encours: voice("L’encours autorisé est fixé.", "The credit limit is set.")
    case .nature: voice("La nature du client est notée.", "What the customer is, is recorded.")
    case .motif:
      voice(
        "Le motif est noté, les pénalités sont recomptées.",
        "The reason is recorded, and interest counted again.")
    case .repris:
      voice(
        "La décision est reprise\u{A0}: la ligne attend de nouveau.",
        "The decision is taken back: the line waits again.")
    case .jamais:
      voice(
        "C’est retenu\u{A0}: ces lignes ne sont jamais d’un client.",
        "Noted: such lines are never a customer's payment.")
    case .payeur: voice("C’est retenu pour ce payeur.", "Noted for this payer.")
    case .envoi, .resolu, .echeancier, .signe, .profil, .regle, .suivi, .appel:
      saidOfCalls(voice)
    case .reglages: voice("Les réglages sont enregistrés.", "The settings are saved.")
    default: saidOfDunning(voice)
    }
  }

  /// Of calls, disputes, instalment plans and the payer's profile.
  private func saidOfCalls(_ voice: Voice) -> String {
    switch self {
    case .regle: voice("La règle est retirée.", "The rule is removed.")
    case .profil: voice("Le profil est corrigé.", "The profile is corrected.")
    case .envoi: voice("Le message partira.", "The message will leave.")
    case .suivi: voice("Le litige change de main.", "The dispute changes hands.")
    case .appel:
      voice(
        "L’appel est écarté\u{A0}; le message de l’étape part quand même.",
        "The call is put aside; the message of the step leaves all the same.")
    case .resolu: voice("Le litige est tranché.", "The dispute is decided.")
    case .echeancier: voice("L’échéancier est noté.", "The instalment plan is recorded.")
    case .signe: voice("L’échéancier est signé.", "The instalment plan is signed.")
    default: ""
    }
  }

  /// Of plans, of whom not to write to, and of messages.
  private func saidOfDunning(_ voice: Voice) -> String {
    switch self {
    case .scenario: voice("Le scénario est enregistré.", "The plan is saved.")
    case .vigueur:
      voice("Les scénarios en vigueur ont changé.", "The plans in force have changed.")
    case .interlocuteur: voice("L’interlocuteur est noté.", "The contact person is recorded.")
    case .adresse:
      voice("L’adresse est notée hors service.", "The address is recorded as out of order.")
    case .arret:
      voice("Plus aucune relance ne part à ce client.", "No reminder leaves to this customer.")
    case .facture: voice("La facture est laissée de côté.", "The invoice is left alone.")
    case .message: voice("C’est noté pour ce message.", "Recorded for this message.")
    case .etape:
      voice(
        "Ce qui avait changé d’étape depuis qu’il était écrit attend de nouveau votre accord.",
        "What has become another step since it was written waits for your word again.")
    case .traite: voice("La réponse est traitée.", "The reply is dealt with.")
    case .attend:
      voice("La réponse attend de nouveau.", "The reply waits again.")
    case .classe: voice("La réponse est classée.", "The reply is filed.")
    case .ligne: voice("La ligne est reprise.", "The line is taken in.")
    case .oubli:
      voice(
        "C’est oublié\u{A0}: le prochain relevé de cette forme vous sera demandé.",
        "It is forgotten: you will be asked for the next statement of that layout.")
    case .copie:
      voice(
        "La facture en PDF est gardée\u{A0}: elle part avec les relances.",
        "The invoice's PDF is kept: it goes with reminders.")
    case .file: voice("C’est en file d’envoi.", "It is in the outbox.")
    case .essai: voice("L’essai est parti.", "The trial has left.")
    default: ""
    }
  }
}
