import Correspondence
import Ledger
import Testing

/// R5.7, R10.2, R10.3, R10.6 and CPCE L111-8, sentence by sentence: what may not be said, and what
/// stands near it and may.
@Suite struct ConductTests {
  struct Sentence: CustomTestStringConvertible, Sendable {
    let text: String
    let misconduct: Misconduct
    let language: Customer.Language
    var testDescription: String { text }
  }

  private static func no(_ misconduct: Misconduct, _ texts: String...) -> [Sentence] {
    texts.map { Sentence(text: $0, misconduct: misconduct, language: .french) }
  }

  private static func noEnglish(_ misconduct: Misconduct, _ texts: String...) -> [Sentence] {
    texts.map { Sentence(text: $0, misconduct: misconduct, language: .english) }
  }

  static let forbidden: [Sentence] = [
    no(
      .publication,
      "Nous publierons votre nom sur les réseaux sociaux et préviendrons vos clients.",
      "Sans règlement, le nom de votre société sera publié sur notre site internet.",
      "Nous nous réservons le droit de rendre public votre retard.",
      "Vos impayés seront diffusés auprès de la profession.",
      "Nous afficherons votre dette dans notre magasin.",
      "Nous serons obligés de déposer un avis négatif sur votre fiche."),
    no(
      .thirdParties,
      "Nous signalerons votre dette à la Banque de France et à votre banquier.",
      "Nous préviendrons vos clients.", "Nous allons informer vos fournisseurs de votre défaut.",
      "Votre banque sera avertie de cette situation.",
      "Nous serions contraints de contacter votre employeur.",
      "Vos voisins sauront que vous ne payez pas.", "Que dira votre famille\u{A0}?",
      "Nous en parlerons à vos concurrents.", "Vous serez inscrit à la Banque de France.",
      "Nous avertissons votre assureur dès demain\u{A0}; nous avertissons aussi la presse."),
    no(
      .costs, "Les frais de recouvrement de 250 € seront à votre charge.",
      "Des frais de dossier de 35 € vous seront facturés.",
      "Nous ajouterons 15 € de frais de relance à chaque courrier.",
      "Les honoraires de notre avocat seront à votre charge.",
      "Vous devrez payer nos frais de contentieux, soit 400 €."),
    no(
      .seizure, "Nous saisirons vos comptes bancaires.", "Un huissier passera vendredi.",
      "Une saisie sera pratiquée sur vos biens.",
      "Notre commissaire de justice est déjà mandaté.", "Nous ferons vendre vos biens aux enchères."
    ),
    no(
      .officialAppearance, "COMMANDEMENT DE PAYER", "Sommation de payer sous huitaine",
      "Au nom du peuple français, vous devez payer.", "Ceci est un acte officiel.",
      "Nous agissons en vertu d’un titre exécutoire.", "Le procureur sera saisi du dossier.",
      "Nous demanderons le concours de la force publique."),
    no(
      .falseLaw, "La loi vous accorde 48 heures pour payer.",
      "Le délai légal de 8 jours est écoulé, nous agirons.",
      "Vous disposez légalement de cinq jours.",
      "Votre silence vaudra reconnaissance de la dette.",
      "Passé ce délai, la facture sera réputée acceptée."),
    no(
      .threat, "Vous serez condamné.", "Nous déposons plainte demain.",
      "Dernier avertissement avant poursuites.", "Votre réputation en souffrira."),
    no(.insult, "Vous êtes malhonnête.", "C’est une honte.", "Vous êtes un mauvais payeur."),
    no(
      .harassment, "Nous vous appellerons chaque jour jusqu’au paiement.",
      "Nous viendrons vous voir à votre domicile."),
    no(.advertisement, "Profitez de notre offre spéciale en réglant ce jour."),
    noEnglish(
      .publication, "We will publish your name on social media.",
      "Your unpaid invoices will be posted: name and shame."),
    noEnglish(
      .thirdParties, "We will tell your customers that you do not pay.",
      "We shall report your debt to the Banque de France.",
      "Your suppliers will be informed of the matter.", "We may be forced to contact your landlord."
    ),
    noEnglish(
      .costs, "Collection costs of €250 will be charged to you.",
      "A reminder fee of €15 will be added to each letter."),
    noEnglish(
      .seizure, "A bailiff will call on Friday.", "We will freeze your accounts."),
    noEnglish(
      .falseLaw, "The law gives you 48 hours to pay.",
      "Your silence will be taken for an acknowledgement."),
    noEnglish(.threat, "You will be prosecuted.", "This is our final warning."),
    noEnglish(.insult, "This is dishonest."),
    noEnglish(.officialAppearance, "By order of the enforcement office: official notice."),
  ].flatMap(\.self)

  @Test(arguments: forbidden)
  func whatTheLawForbidsIsFound(sentence: Sentence) {
    let faults = WordingCheck.faults(inText: sentence.text, sentence.language)
    #expect(
      faults.contains {
        if case .forbidden(_, sentence.misconduct) = $0 { true } else { false }
      }, "\(faults)")
  }

  static let allowed: [(String, Customer.Language)] =
    [
      "Une indemnité forfaitaire pour frais de recouvrement de 40 € est due par facture.",
      "Vous devez 40 € de frais de recouvrement par facture payée en retard (D441-5).",
      "Si nos frais de recouvrement dépassent 40 €, une indemnisation complémentaire peut être "
        + "demandée, sur justificatifs (L441-10 II).",
      "Les pénalités de retard courent au taux de 12,15 % l’an.",
      "À défaut, nous saisirons la juridiction compétente.",
      "Nous nous réservons la possibilité de demander une injonction de payer au tribunal.",
      "Le juge peut mettre à votre charge les frais de procédure.",
      "Nous vous mettons en demeure de payer 1 200,00 € sous 8 jours.",
      "Sauf erreur de saisie de notre part, cette facture reste à régler.",
      "Vous pouvez prévenir votre banque du virement.",
      "Merci de signaler ce virement à votre banque.",
      "Nous vous informons que votre banque a rejeté le prélèvement.",
      "Votre comptable peut nous appeler au 04 72 00 00 00.",
      "Nous contacterons la personne qui suit vos règlements.",
      "Nous avons publié votre facture sur la plateforme agréée.",
      "Le délai légal de paiement de 60 jours est dépassé.",
      "Le délai convenu est passé depuis 8 jours.",
      "Votre exploitation agricole est notre cliente depuis dix ans.",
      "Nous suspendrons nos livraisons, comme nos conditions de vente le prévoient.",
      "Un échéancier écrit est possible\u{A0}: appelez-nous.",
      "Nos frais de port sont compris.", "Je vous rappelle mardi à 14 h 30.",
    ].map { ($0, .french) }
    + [
      "The fixed compensation of €40 for recovery costs is due for each late invoice.",
      "Further recovery costs may be claimed on proof (L441-10 II).",
      "Failing that, we reserve the right to bring the matter before the court.",
      "Please tell your bank to send the transfer.",
      "We inform you that your bank returned the direct debit.",
      "You can pay online.", "We will call you back on Tuesday.",
      "Your invoice is published on the platform.", "Let us settle on a plan that you can keep.",
    ].map { ($0, .english) }

  @Test(arguments: allowed)
  func whatMayBeSaidIsLeftAlone(text: String, language: Customer.Language) {
    #expect(WordingCheck.faults(inText: text, language) == [])
  }

  @Test func theTableIsLongEnough() {
    #expect(Self.forbidden.count + Self.allowed.count >= 90)
    #expect(Set(Self.forbidden.map(\.misconduct)) == Set(Misconduct.allCases))
  }

  @Test func wordsAreQuotedAsTheyWereWritten() {
    func quoted(_ text: String) -> [String] {
      WordingCheck.faults(inText: text, .french).compactMap {
        if case .forbidden(let phrase, _) = $0 { phrase } else { nil }
      }
    }
    #expect(quoted("Vous êtes MALHONNÊTES, Monsieur.") == ["MALHONNÊTES"])
    // An accent may be a sign of its own, after its letter.
    #expect(quoted("Vous e\u{302}tes malhonne\u{302}te.") == ["malhonne\u{302}te"])
    #expect(
      quoted("Bonjour. Nous préviendrons vos clients, l’été venu. Merci.")
        == ["préviendrons vos clients"])
    #expect(
      quoted(
        "Nous préviendrons, si rien ne vient d’ici la fin de ce mois et malgré nos efforts pour "
          + "trouver une solution avec vous, tous vos clients.")
        == ["préviendrons … vos clients"])
    // What is said of two sentences is not put together.
    #expect(quoted("Nous vous écrirons. Vos clients nous importent.") == [])
  }

  @Test func eachReasonIsSaidWithItsSource() {
    for misconduct in Misconduct.allCases {
      for language in Customer.Language.allCases {
        #expect(misconduct.words(in: language).contains(/R\d/))
      }
    }
  }
}
