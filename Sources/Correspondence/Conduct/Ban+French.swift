/// What French letters, messages and calls may not say.
extension Ban {
  static let french: [Ban] = frenchThreats + frenchOthers + frenchCosts

  private static let frenchThreats = [
    Ban(
      .threat,
      [
        "vous serez condamne", "serez poursuivi", "poursuites penales", "penalement", "plainte",
        "prison", "casier judiciaire", "juge vous condamnera", "tribunal vous condamnera",
        "tribunal de commerce vous", "condamnation certaine", "dernier avertissement",
        "avant poursuites", "liste noire", "votre reputation", "vous le regretterez",
        "represailles",
      ]),
    Ban(
      .insult,
      [
        "escroc", "malhonnete", "mauvaise foi", "mauvais payeur", "honte", "inadmissible",
        "intolerable", "scandaleux", "sans scrupule", "voleur", "menteur", "irresponsable",
      ]),
    Ban(
      .officialAppearance,
      [
        "commandement de payer", "au nom du peuple", "republique francaise", "greffe",
        "titre executoire", "par exploit", "exploit d", "sommation de payer",
        "sommation interpellative", "ordonnance d injonction", "par ordre du",
        "ministere de la justice", "officier ministeriel", "officier public", "acte officiel",
        "avis officiel", "notification officielle", "avis a tiers detenteur", "force publique",
        "procureur", "gendarmerie", "services de police",
      ]),
    Ban(.seizure, ["huissier", "commissaire de justice"]),
    Ban(
      .seizure, ["saisie"],
      unless: ["erreur de saisie", "faute de saisie", "saisie comptable", "saisie de la facture"]),
    Ban(
      .seizure,
      [
        "saisirons", "saisir ", "saisissons", "ferons saisir", "bloquerons", "bloquer ",
        "gelerons", "geler ", "seront bloque", "sera bloque", "seront saisi", "sera saisi",
        "aux encheres",
      ],
      [
        "vos comptes", "votre compte bancaire", "votre compte en banque", "vos biens",
        "vos meubles", "votre materiel", "vos machines", "votre vehicule", "vos vehicules",
        "vos stocks", "votre stock", "votre fonds de commerce", "votre salaire", "vos revenus",
        "vos creances",
      ]),
    Ban(
      .falseLaw,
      [
        "la loi vous laisse", "la loi vous accorde", "la loi vous donne", "la loi vous impose",
        "vous disposez legalement de", "legalement tenu de payer sous", "delai fixe par la loi",
        "delai imparti par la loi", "delai legal pour", "silence vaut", "silence vaudra",
        "absence de reponse vaut", "absence de reponse vaudra", "reputee accepte",
        "repute accepte", "reputee reconnue",
      ]),
    Ban(
      .falseLaw, ["delai legal"], ["heures", "8 jours", "10 jours", "15 jours"],
      unless: ["delai legal de paiement"]),
    Ban(
      .harassment,
      [
        "tous les jours jusqu", "chaque jour jusqu", "toutes les heures jusqu", "jour et nuit",
        "votre telephone personnel", "votre numero personnel",
      ]),
    Ban(
      .harassment, ["passer", "viendr", "rendre visite", "rendrons", "appeler", "deplac"],
      ["a votre domicile", "sur votre lieu de travail"]),
    Ban(.advertisement, ["offre speciale", "promotion"]),
  ]

  private static let frenchOthers = [
    Ban(.thirdParties, ["votre banque sera", "vos clients seront", "vos salaries"]),
    Ban(.thirdParties, ["votre famille", "vos proches"]),
    Ban(.thirdParties, telling, others, unless: asking),
    Ban(
      .thirdParties, ["fich", "inscri", "cotation", "declarer", "signal"], ["banque de france"]),
    Ban(
      .publication,
      [
        "publierons", "publierai", "publier ", "sera publie", "seront publie", "rendrons public",
        "rendre public", "sera rendu public", "sera rendue publique", "seront rendus publics",
        "seront rendues publiques", "diffuserons", "diffuser ", "sera diffuse", "seront diffuse",
        "afficherons", "afficher ", "sera affiche", "seront affiche", "mettrons en ligne",
        "sera mis en ligne", "sera mise en ligne", "ferons connaitre", "posterons",
        "partagerons", "publication de",
      ],
      [
        "votre nom", "nom de votre", "votre dette", "votre impaye", "vos impayes", "vos retards",
        "votre retard", "votre defaut", "votre entreprise", "votre societe", "reseaux sociaux",
        "reseau social", "internet", "facebook", "linkedin", "place publique", "dans la presse",
      ]),
    Ban(
      .publication, ["laisser", "deposer", "posterons", "publier", "mettrons"],
      ["avis negatif", "mauvais avis", "avis google"]),
  ]

  /// Ourselves about to tell, or others about to hear.
  private static let telling =
    [
      "previendr", "informerons", "informerai", "avertirons", "avertirai", "signalerons",
      "signalerai", "alerterons", "alerterai", "contacterons", "contacterai", "aviserons",
      "transmettrons", "communiquerons", "ferons savoir", "ferons part", "dirons", "parlerons",
      "appellerons", "ecrirons", "denonc", "mettrons au courant", "tiendrons au courant",
      "apprendr", "sauront", "nous informons", "nous avertissons", "nous signalons",
      "nous alertons", "nous contactons", "nous prevenons", "interrogerons", "saisirons",
    ]
    + ["prevenir", "informer", "avertir", "signaler", "alerter", "contacter", "aviser", "parler"]
    .flatMap { verb in
      ["de ", "d ", "a ", "allons ", "devoir ", "devrons "].map { $0 + verb }
    }
    + ["informe", "averti", "prevenu", "alerte", "avise", "contacte", "mis au courant", "saisi"]
    .flatMap { ["sera \($0)", "seront \($0)", "serait \($0)", "seraient \($0)"] }

  private static let others = [
    "vos clients", "votre clientele", "vos fournisseurs", "votre banque ", "votre banquier",
    "vos banques", "vos banquiers", "banque de france", "vos voisins", "votre voisinage",
    "vos partenaires", "votre conjoint", "votre epou", "votre femme", "votre mari", "vos parents",
    "vos enfants", "vos employes", "votre personnel", "votre employeur", "vos concurrents",
    "vos actionnaires", "vos confreres", "la presse", "les medias", "les journa",
    "votre entourage", "votre assureur", "votre bailleur", "votre ordre professionnel",
  ]

  /// A sentence that asks the customer to do it, or offers to.
  private static let asking = [
    "vous invitons", "vous pouvez", "pouvez vous", "pourriez vous", "vous conseillons",
    "n hesitez pas", "vous remercions", "merci de", "vous prions", "veuillez",
  ]

  private static let frenchCosts = [
    Ban(
      .costs,
      [
        "frais de recouvrement", "frais de relance", "frais de dossier", "frais de gestion",
        "frais de contentieux", "frais d impaye", "frais administratifs", "frais bancaires",
        "frais de mise en demeure", "frais de rappel",
      ], charging, unless: ["indemnite forfaitaire", "forfait legal", "justific", "40 "]),
    Ban(
      .costs,
      ["frais d avocat", "honoraires", "frais de procedure", "frais de justice"],
      charging, unless: ["juge", "juridiction", "tribunal", "justific"]),
  ]

  private static let charging = [
    "a votre charge", "mis a votre", "mises a votre", "vous incomb", "vous seront factur",
    "vous sera factur", "seront factur", "sera factur", "facturerons", "nous facturons",
    "seront ajoutes", "sera ajoute", "s ajoutent", "s ajouteront", "ajouterons",
    "vous seront reclames", "vous seront demandes", "vous devrez", "vous devez", "en sus",
    "serez redevable", "etes redevable", "seront dus", "vous sont imputes", "a vos frais",
  ]
}
