/// French, decided: the condition first, the choice left open, never a threat.
extension RushWording {
  static let frenchFirm = Voice(
    phone: [
      .term: """
      Nous livrons en {delaiDemande} au lieu de {joursHabituels} à une condition : un règlement \
      {terme} {auLieuDe} pour cette commande.
      """,
      .order: """
      Nous livrons en {delaiDemande} au lieu de {joursHabituels} à une condition : un règlement \
      {terme} {auLieuDe}.
      """,
      .orderOnly: """
      Nous livrons en {delaiDemande} à partir de votre règlement, qui se fait cette fois à la \
      commande.
      """,
      .surcharge: """
      Nous livrons en {delaiDemande} au lieu de {joursHabituels} à une condition : un supplément \
      express de {supplement}, réglé à la commande.
      """,
      .overdue: """
      Nous livrons en {delaiDemande} au lieu de {joursHabituels} à une condition : le règlement de \
      {impayes} avec cette commande.
      """,
      .accept: """
      C'est entendu : livraison en {delaiDemande}, aux conditions habituelles.
      """,
      .usual: """
      C'est entendu : livraison en {delaiDemande}, aux conditions habituelles.
      """,
      .publicBuyer: """
      C'est entendu : livraison en {delaiDemande}, et règlement dans les délais de la commande \
      publique.
      """,
      .alsoOverdue: "La livraison suivra le règlement de {impayes}.",
      .alsoSurcharge: "À cette condition s'ajoute un supplément express de {supplement}.",
      .alsoDeposit: "Un acompte de {acompteDemande} est nécessaire à la commande.",
      .alsoFirstDeposit: """
      Pour les premières commandes, un acompte est nécessaire : ici, {acompteDemande} à la \
      commande.
      """,
    ],
    answers: [
      .competitors: """
      C'est leur choix. Le nôtre est clair : en {delaiDemande}, nous demandons {contrepartie} ; en \
      {delaiHabituel}, rien de plus que d'habitude.
      """,
      .accounting: """
      Cette commande fait exception à notre délai de livraison ; elle fait aussi exception à votre \
      délai de règlement. L'accord sera écrit : votre comptabilité n'aura qu'à l'appliquer.
      """,
      .goodCustomer: """
      Et nous voulons rester un bon fournisseur : l'effort est donc partagé. Un délai plus court \
      pour vous, {contrepartie} pour nous.
      """,
      .justOnce: "Notre demande aussi : {contrepartie} pour cette fois, et seulement cette fois.",
      .tooLong: """
      C'est notre délai normal, et il tient. Plus court, c'est possible, avec {contrepartie}.
      """,
      .askBoss: """
      Entendu. Vous avez la proposition par écrit dans un instant. La date du {livraison} demande \
      un accord dans la journée.
      """,
      .blackmail: """
      Non, c'est un échange : plus vite pour vous, {contrepartie} pour nous. Et {delaiHabituel} \
      aux conditions habituelles, c'est toujours possible.
      """,
      .promise: "Alors écrivons-le sur la confirmation de commande : {contrepartie}.",
      .ifLate: """
      La date du {livraison} sera écrite, et elle nous engage ; de votre côté, c'est \
      {contrepartie}.
      """,
      .thenUsual: """
      C'est entendu : livraison en {delaiHabituel}, aux conditions habituelles.
      """,
      .prudentAccounting: """
      Pour cette commande, le règlement se fait à la commande. La confirmation écrite servira de \
      pièce à votre comptabilité.
      """,
      .prudentGoodCustomer: """
      Nous voulons continuer à vous livrer, et c'est de cette façon que nous le pouvons \
      aujourd'hui. Nous referons le point ensemble.
      """,
      .whyOverdue: """
      Parce que l'échéance est passée : avant une nouvelle livraison, il nous faut un compte à \
      jour. En cas de désaccord, dites-le-moi maintenant, et nous le traitons.
      """,
      .whyDeposit: """
      C'est notre condition pour lancer cette commande : {acompteDemande}, déduits de la facture.
      """,
    ],
    mail: [
      .term: """
      Nous livrons votre commande de {montant} en {delaiDemande} au lieu de {joursHabituels}, soit \
      le {livraison}, à une condition : un règlement {terme} {auLieuDe}. Pour une facture émise le \
      jour de la livraison, l'échéance est le {echeance}.
      """,
      .order: """
      Nous livrons votre commande de {montant} en {delaiDemande} au lieu de {joursHabituels}, à \
      une condition : un règlement {terme} {auLieuDe}. Pour un règlement reçu le {commande}, la \
      livraison a lieu le {livraison}.
      """,
      .orderOnly: """
      Nous livrons votre commande de {montant} en {delaiDemande} à partir de votre règlement, qui \
      se fait cette fois à la commande. Pour un règlement reçu le {commande}, la livraison a lieu \
      le {livraison}.
      """,
      .surcharge: """
      Nous livrons votre commande de {montant} en {delaiDemande} au lieu de {joursHabituels}, à \
      une condition : un supplément express de {supplement}, réglé à la commande. Pour un \
      règlement reçu le {commande}, la livraison a lieu le {livraison}.
      """,
      .overdue: """
      Nous livrons votre commande de {montant} en {delaiDemande} au lieu de {joursHabituels}, à \
      une condition : le règlement de {impayes} avec cette commande. Pour des règlements reçus le \
      {commande}, la livraison a lieu le {livraison}.
      """,
      .accept: """
      Votre commande de {montant} sera livrée en {delaiDemande}, soit le {livraison}, aux \
      conditions de règlement habituelles.
      """,
      .usual: """
      Votre commande de {montant} sera livrée en {delaiDemande}, soit le {livraison}, aux \
      conditions de règlement habituelles.
      """,
      .publicBuyer: """
      Votre commande de {montant} sera livrée en {delaiDemande}, soit le {livraison}. Le règlement \
      suit les délais de la commande publique.
      """,
      .alsoOverdue: """
      La livraison suivra le règlement de {impayes}. Si votre règlement est déjà parti, \
      indiquez-nous sa date ; en cas de désaccord, dites-le-nous dès maintenant.
      """,
      .alsoSurcharge: "À cette condition s'ajoute un supplément express de {supplement}.",
      .alsoDeposit: """
      Un acompte de {acompteDemande} est nécessaire à la commande ; il est déduit de la facture.
      """,
      .alsoFirstDeposit: """
      Pour les premières commandes, un acompte est nécessaire : ici, {acompteDemande} à la \
      commande, déduits de la facture.
      """,
    ],
    parts: [
      .balance: """
      L'effort est partagé : vous recevez plus tôt, nous sommes réglés plus tôt. Cela ne vaut que \
      pour cette commande. Si vous préférez ne rien changer, nous livrons en {delaiHabituel}, aux \
      conditions habituelles.
      """,
      .thisOnce: """
      Cela ne vaut que pour cette commande. Si vous préférez ne rien changer, nous livrons en \
      {delaiHabituel}, aux conditions habituelles.
      """,
      .ifDisputed: """
      En cas de désaccord sur cette somme, dites-le-nous dès maintenant, et nous le traitons.
      """,
      .choices: "Si vous tenez à votre délai de paiement habituel, nous acceptons aussi :",
      .choicesBesideSurcharge: """
      Si vous tenez à votre délai de paiement habituel, nous acceptons aussi, en plus du \
      supplément express de {supplement} :
      """,
      .reply: """
      Pour accepter, répondez « d'accord » à ce message dans la journée : c'est ce qui permet de \
      tenir la date du {livraison}.
      """,
      .replyChoice: """
      Pour accepter, répondez « d'accord » à ce message dans la journée, ou indiquez la formule \
      choisie : c'est ce qui permet de tenir la date du {livraison}.
      """,
      .replyAccept: "Pour confirmer, répondez « d'accord » à ce message.",
      .closing: """
      Cordialement,

      {signature}
      """,
    ])
}
