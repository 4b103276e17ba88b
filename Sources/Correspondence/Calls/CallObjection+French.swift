/// French answers: lawful, courteous, each with a question that moves the matter on.
extension CallObjection {
  static let french: [CallObjection: Exchange] = [
    .notReceived: Exchange(
      "Je n’ai pas reçu la facture.",
      """
      Je vous la renvoie pendant que nous parlons\u{A0}: à quelle adresse exactement\u{A0}? Elle \
      porte l’échéance du {echeance}. L’avez-vous maintenant sous les yeux\u{A0}? Quel jour \
      partira le virement\u{A0}?
      """),
    .oversight: Exchange(
      "Ah, c’est un oubli.",
      """
      Cela arrive à tout le monde. Pouvez-vous le faire partir aujourd’hui, ou quel jour vous \
      arrange\u{A0}? Je vous envoie notre IBAN par e-mail.
      """),
    .sixtyDays: Exchange(
      "Je paie à 60 jours.",
      """
      Je comprends que ce soit votre usage. La facture {numero} porte l’échéance convenue, le \
      {echeance}\u{A0}; c’est elle qui compte entre nous. Réglons celle-ci, et parlons ensemble du \
      délai pour les prochaines commandes\u{A0}: quel jour vous convient\u{A0}?
      """),
    .nextRun: Exchange(
      "Ce sera au prochain train de virements.",
      """
      Très bien. À quelle date part-il, et la facture {numero} y est-elle déjà inscrite\u{A0}? Je \
      note cette date et le montant de {montant}.
      """),
    .chequeSent: Exchange(
      "Le chèque est parti.",
      """
      Merci. Pour le reconnaître à son arrivée\u{A0}: quel jour est-il parti, de quel montant, et \
      quel en est le numéro\u{A0}? S’il s’égarait, un virement vous irait-il\u{A0}?
      """),
    .alreadyPaid: Exchange(
      "C’est déjà payé.",
      """
      Merci, je regarde pendant que nous parlons. Quel jour, quel montant, et sous quelle \
      référence\u{A0}? Si je ne le trouve pas, un avis de virement m’aiderait à le chercher.
      """),
    .approval: Exchange(
      "C’est dans le circuit de validation.",
      """
      Qui doit encore la valider, et lui manque-t-il une pièce\u{A0}? Je peux la lui envoyer tout \
      de suite. Une fois validée, quel jour partira le virement\u{A0}? Je vous rappelle à la date \
      que vous me direz.
      """),
    .accountant: Exchange(
      "Voyez avec le comptable.",
      """
      Volontiers. Puis-je avoir son nom et sa ligne directe\u{A0}? Et puis-je lui dire que, de \
      votre côté, le règlement vous convient\u{A0}?
      """),
    .signatoryAway: Exchange(
      "La personne qui signe est absente.",
      """
      Quand revient-elle, et quelqu’un peut-il signer d’ici là\u{A0}? Je la rappelle ce \
      jour-là\u{A0}: à quelle heure puis-je la joindre\u{A0}?
      """),
    .inMeeting: Exchange(
      "Je suis en réunion, rappelez-moi.",
      """
      Bien sûr. Quel jour et à quelle heure puis-je vous rappeler sans vous déranger\u{A0}? Je \
      vous envoie d’ici là le détail par e-mail.
      """),
    .waitingForMoney: Exchange(
      "Nous attendons d’être payés nous-mêmes.",
      """
      C’est une situation que nous connaissons aussi. Notre facture ne dépend pas de ce \
      règlement\u{A0}; que pouvez-vous verser dès maintenant, même une partie, et à quelles dates \
      le reste\u{A0}? Nous l’écrivons ensemble.
      """),
    .noCash: Exchange(
      "Nous n’avons pas de trésorerie.",
      """
      Merci de me le dire franchement. Quel montant pouvez-vous verser cette semaine\u{A0}? Pour \
      le reste, je vous propose un échéancier écrit, à des dates que vous pourrez tenir.
      """),
    .dispute: Exchange(
      "Je conteste cette facture.",
      """
      Dites-moi ce qui ne va pas\u{A0}: je le note mot pour mot, et nous vous répondons par écrit. \
      Quelle facture, et quel montant\u{A0}? Ce qui n’est pas contesté peut-il partir dès \
      maintenant\u{A0}?
      """),
    .creditNote: Exchange(
      "J’attends un avoir.",
      """
      Sur quelle facture, de quel montant et pour quelle raison\u{A0}? Je le fais vérifier tout de \
      suite. En attendant, pouvez-vous régler la différence\u{A0}?
      """),
    .missingOrder: Exchange(
      "Il manque le numéro de commande ou le bon de livraison.",
      """
      Je vous l’envoie aujourd’hui. À quelle adresse, et à l’attention de qui\u{A0}? Une fois la \
      pièce reçue, quel jour partira le virement\u{A0}?
      """),
    .interest: Exchange(
      "Je ne paierai pas les pénalités.",
      """
      Entre professionnels, la loi les prévoit de plein droit\u{A0}: article L441-10 du code de \
      commerce. Je transmets votre demande et nous vous répondons par écrit. Pour la facture \
      elle-même, quel jour partira le virement\u{A0}?
      """),
    .leaving: Exchange(
      "Si vous insistez, nous changerons de fournisseur.",
      """
      Nous tenons à travailler avec vous, et c’est pourquoi je vous appelle plutôt que d’écrire. \
      Dites-moi ce qui vous a déplu. Et pour cette facture, quelle date vous convient\u{A0}?
      """),
    .insolvency: Exchange(
      "Nous sommes en redressement judiciaire.",
      """
      Merci de me le dire. Depuis quelle date, et qui est votre mandataire\u{A0}? Je ne vous \
      demande plus rien pour ces factures\u{A0}: nous déclarerons notre créance, comme la loi le \
      prévoit.
      """),
  ]
}
