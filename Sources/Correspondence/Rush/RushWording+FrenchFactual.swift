/// French, plain: the figures, the exchange, nothing more.
extension RushWording {
  static let frenchFactual = Voice(
    phone: [
      .term: """
      Nous pouvons livrer en {delaiDemande} au lieu de {joursHabituels}, contre un règlement \
      {terme} {auLieuDe} pour cette commande.
      """,
      .order: """
      Nous pouvons livrer en {delaiDemande} au lieu de {joursHabituels}, contre, pour cette fois, \
      un règlement {terme} {auLieuDe}.
      """,
      .orderOnly: """
      Nous pouvons livrer en {delaiDemande}, avec un règlement à la commande.
      """,
      .surcharge: """
      Nous pouvons livrer en {delaiDemande} au lieu de {joursHabituels}, avec un supplément \
      express de {supplement} réglé à la commande, comme le reste.
      """,
      .overdue: """
      Nous pouvons livrer en {delaiDemande} au lieu de {joursHabituels}, contre le règlement de \
      {impayes} en même temps que cette commande.
      """,
      .accept: """
      C'est d'accord : nous livrons en {delaiDemande}, aux conditions habituelles.
      """,
      .usual: """
      C'est d'accord pour une livraison en {delaiDemande}, aux conditions habituelles.
      """,
      .publicBuyer: """
      C'est d'accord : nous livrons en {delaiDemande}, et le règlement suit les délais de la \
      commande publique.
      """,
      .alsoOverdue: "Il reste à régler {impayes} avant la livraison.",
      .alsoSurcharge: "S'y ajoute un supplément express de {supplement}.",
      .alsoDeposit: "Un acompte de {acompteDemande} est à verser à la commande.",
      .alsoFirstDeposit: """
      Comme pour les premières commandes, un acompte de {acompteDemande} est à verser à la \
      commande.
      """,
    ],
    answers: [
      .competitors: """
      Chacun a ses conditions. Chez nous, une livraison en {delaiHabituel} se fait aux conditions \
      habituelles ; en {delaiDemande}, elle va avec {contrepartie}.
      """,
      .accounting: """
      Ce sera écrit sur la confirmation de commande, que votre comptabilité pourra joindre à la \
      facture. Cela ne concerne que cette commande.
      """,
      .goodCustomer: """
      Nous y sommes attentifs, et votre commande passe en priorité. En échange du délai plus \
      court, nous demandons {contrepartie}.
      """,
      .justOnce: """
      Notre demande aussi ne vaut que pour cette fois : {contrepartie}. La commande suivante \
      reprend les conditions habituelles.
      """,
      .tooLong: """
      C'est le temps d'une commande qui suit son cours. En {delaiDemande}, elle passe devant les \
      autres ; en échange, nous demandons {contrepartie}.
      """,
      .askBoss: """
      Bien sûr. Je vous envoie la proposition par écrit. La livraison du {livraison} suppose un \
      accord dans la journée.
      """,
      .blackmail: """
      C'est un choix : {delaiHabituel} aux conditions habituelles, ou {delaiDemande} avec \
      {contrepartie}. Les deux nous conviennent.
      """,
      .promise: """
      Très bien : écrivons-le sur la confirmation de commande, et tout est clair des deux côtés.
      """,
      .ifLate: """
      La confirmation de commande porte les deux engagements : la livraison le {livraison} de \
      notre côté, {contrepartie} du vôtre.
      """,
      .thenUsual: """
      C'est entendu : livraison en {delaiHabituel}, aux conditions habituelles.
      """,
      .prudentAccounting: """
      Pour le moment, nous travaillons avec un règlement à la commande. Je vous envoie la \
      confirmation, qui servira de pièce à votre comptabilité.
      """,
      .prudentGoodCustomer: """
      Nous souhaitons continuer à vous livrer, et le règlement à la commande le permet. Nous \
      referons le point ensemble.
      """,
      .whyOverdue: """
      L'échéance est passée, et nous livrons sur un compte à jour. En cas de désaccord sur cette \
      somme, dites-le-moi : nous l'examinons.
      """,
      .whyDeposit: """
      L'acompte de {acompteDemande} vient en déduction de la facture ; il permet de lancer la \
      commande.
      """,
    ],
    mail: [
      .term: """
      Vous demandez une livraison en {delaiDemande} au lieu de {joursHabituels} pour votre \
      commande de {montant}. Voici notre proposition :
      – livraison le {livraison} ;
      – règlement {terme} {auLieuDe}, soit le {echeance} pour une facture émise le jour de la \
      livraison.
      """,
      .order: """
      Vous demandez une livraison en {delaiDemande} au lieu de {joursHabituels} pour votre \
      commande de {montant}. Voici notre proposition :
      – livraison le {livraison}, pour un règlement reçu le {commande} ;
      – règlement {terme} {auLieuDe}.
      """,
      .orderOnly: """
      Nous pouvons livrer votre commande de {montant} en {delaiDemande}, avec un règlement à la \
      commande. Pour un règlement reçu le {commande}, la livraison a lieu le {livraison}.
      """,
      .surcharge: """
      Vous demandez une livraison en {delaiDemande} au lieu de {joursHabituels} pour votre \
      commande de {montant}. Voici notre proposition :
      – livraison le {livraison}, pour un règlement reçu le {commande} ;
      – supplément express de {supplement}, réglé à la commande avec le reste.
      """,
      .overdue: """
      Vous demandez une livraison en {delaiDemande} au lieu de {joursHabituels} pour votre \
      commande de {montant}. Voici notre proposition :
      – livraison le {livraison}, pour des règlements reçus le {commande} ;
      – règlement de {impayes} en même temps que cette commande.
      """,
      .accept: """
      Votre commande de {montant} peut être livrée en {delaiDemande}, soit le {livraison}. Les \
      conditions de règlement habituelles s'appliquent.
      """,
      .usual: """
      Votre commande de {montant} sera livrée en {delaiDemande}, soit le {livraison}. Les \
      conditions de règlement habituelles s'appliquent.
      """,
      .publicBuyer: """
      Votre commande de {montant} peut être livrée en {delaiDemande}, soit le {livraison}. Le \
      règlement suit les délais de la commande publique.
      """,
      .alsoOverdue: """
      Avant la livraison, il reste à régler {impayes}. Si votre règlement est déjà parti, \
      indiquez-nous simplement sa date.
      """,
      .alsoSurcharge: "S'y ajoute un supplément express de {supplement}.",
      .alsoDeposit: """
      Un acompte de {acompteDemande} est à verser à la commande ; il vient en déduction de la \
      facture.
      """,
      .alsoFirstDeposit: """
      Comme pour les premières commandes, un acompte de {acompteDemande} est à verser à la \
      commande ; il vient en déduction de la facture.
      """,
    ],
    parts: [
      .balance: """
      L'échange est équilibré : livraison plus tôt, règlement plus tôt. Il ne vaut que pour cette \
      commande ; vos conditions habituelles ne changent pas.
      """,
      .thisOnce: """
      Cette proposition ne vaut que pour cette commande ; vos conditions habituelles ne changent \
      pas.
      """,
      .ifDisputed: """
      En cas de désaccord sur cette somme, dites-le-nous : nous l'examinerons aussitôt.
      """,
      .choices: """
      Si vous souhaitez garder votre délai de paiement habituel, ceci nous convient également :
      """,
      .choicesBesideSurcharge: """
      Si vous souhaitez garder votre délai de paiement habituel, ceci nous convient également, en \
      plus du supplément express de {supplement} :
      """,
      .reply: """
      Pour accepter, répondez simplement « d'accord » à ce message. La date du {livraison} suppose \
      une réponse dans la journée.
      """,
      .replyChoice: """
      Pour accepter, répondez simplement « d'accord » à ce message, ou indiquez la formule \
      choisie. La date du {livraison} suppose une réponse dans la journée.
      """,
      .replyAccept: "Pour confirmer, répondez simplement « d'accord » à ce message.",
      .closing: """
      Cordialement,

      {signature}
      """,
    ])
}
