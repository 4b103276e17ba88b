/// French, warm: the yes comes first, and each makes a step.
extension RushWording {
  static let frenchCourteous = Voice(
    phone: [
      .term: """
      Oui, nous allons nous organiser pour vous livrer en {delaiDemande} au lieu de \
      {joursHabituels} ; en échange, pour cette commande, nous comptons sur un règlement {terme} \
      {auLieuDe} : chacun fait un pas.
      """,
      .order: """
      Oui, nous allons nous organiser pour vous livrer en {delaiDemande} au lieu de \
      {joursHabituels} ; en échange, pour cette fois, nous comptons sur un règlement {terme} \
      {auLieuDe}, et nous nous y mettons aussitôt.
      """,
      .orderOnly: """
      Nous sommes heureux de continuer à vous servir : nous pouvons vous livrer en {delaiDemande}, \
      avec un règlement à la commande.
      """,
      .surcharge: """
      Oui, nous allons nous organiser pour vous livrer en {delaiDemande} au lieu de \
      {joursHabituels} ; vous réglez déjà à la commande, alors nous vous proposons simplement un \
      supplément express de {supplement}.
      """,
      .overdue: """
      Oui, nous allons nous organiser pour vous livrer en {delaiDemande} au lieu de \
      {joursHabituels} ; en échange, pourriez-vous régler {impayes} en même temps que cette \
      commande ?
      """,
      .accept: """
      Oui, avec plaisir : nous vous livrons en {delaiDemande}, aux conditions habituelles.
      """,
      .usual: """
      Avec plaisir : {delaiDemande}, cela nous convient très bien, aux conditions habituelles.
      """,
      .publicBuyer: """
      Oui, avec plaisir : nous vous livrons en {delaiDemande}, et le règlement suivra vos délais \
      habituels.
      """,
      .alsoOverdue: "Pourriez-vous aussi régler {impayes} avant la livraison ?",
      .alsoSurcharge: """
      Le délai étant vraiment très court, il faut aussi compter un supplément express de \
      {supplement}.
      """,
      .alsoDeposit: """
      Pour une commande de ce montant, nous vous demandons un acompte de {acompteDemande} à la \
      commande.
      """,
      .alsoFirstDeposit: """
      Comme nous le faisons pour les premières commandes, nous vous demandons un acompte de \
      {acompteDemande} à la commande.
      """,
    ],
    answers: [
      .competitors: """
      C'est possible, et je comprends la comparaison. Pour vous livrer en {delaiDemande}, nous \
      bousculons notre planning. Nous préférons un accord où chacun fait un pas : la rapidité pour \
      vous, {contrepartie} pour nous.
      """,
      .accounting: """
      Je comprends. Ce sera écrit noir sur blanc sur la confirmation de commande : votre \
      comptabilité aura la pièce qu'il lui faut, et rien ne change pour vos autres factures.
      """,
      .goodCustomer: """
      Nous tenons à vous, et c'est bien pour cela que votre commande passera en priorité. \
      L'échange reste équilibré : {delaiDemande} au lieu de {joursHabituels} pour vous, \
      {contrepartie} pour nous.
      """,
      .justOnce: """
      Justement, notre demande aussi ne vaut que pour cette fois : {contrepartie}, et la commande \
      suivante se fera comme d'habitude.
      """,
      .tooLong: """
      Je vous entends, et nous en reparlerons volontiers : en prévoyant ensemble vos prochaines \
      commandes, nous irons plus vite. Pour celle-ci, passer de {delaiHabituel} à {delaiDemande} \
      nous demande un effort ; {contrepartie}, c'est ce qui l'équilibre.
      """,
      .askBoss: """
      Bien sûr. Je vous envoie l'essentiel par écrit tout de suite, prêt à transmettre. Pour tenir \
      la livraison du {livraison}, il nous faudrait votre accord dans la journée.
      """,
      .blackmail: """
      Ce n'est vraiment pas l'idée, et le choix vous appartient : {delaiHabituel} aux conditions \
      habituelles, ou {delaiDemande} avec {contrepartie}. Les deux nous conviennent.
      """,
      .promise: """
      Je n'en doute pas, et cela rend les choses faciles : écrivons-le simplement sur la \
      confirmation de commande, et nous avons tous les deux l'esprit tranquille.
      """,
      .ifLate: """
      Votre question est légitime. Chacun s'engage par écrit : nous sur la livraison le \
      {livraison}, vous sur {contrepartie}.
      """,
      .thenUsual: """
      Avec plaisir : livraison en {delaiHabituel}, aux conditions habituelles. Et si cela devenait \
      pressant, rappelez-moi : nous chercherons une solution ensemble.
      """,
      .prudentAccounting: """
      Je comprends. Pour le moment, nous travaillons avec un règlement à la commande ; je vous \
      envoie tout de suite la confirmation, pour que votre comptabilité ait la pièce qu'il lui \
      faut.
      """,
      .prudentGoodCustomer: """
      Nous tenons à continuer avec vous, et le règlement à la commande nous permet justement de \
      vous servir sans attendre. Nous referons le point ensemble dès que possible.
      """,
      .whyOverdue: """
      Parce que l'échéance est passée, et qu'avec un compte à jour nous nous mettons à votre \
      commande l'esprit tranquille. Si quelque chose bloque, dites-le-moi : nous le regardons \
      ensemble.
      """,
      .whyDeposit: """
      Je comprends. Cet acompte de {acompteDemande} vient en déduction de la facture, et il nous \
      permet de lancer votre commande tout de suite.
      """,
    ],
    mail: [
      .term: """
      Vous souhaitez recevoir votre commande en {delaiDemande} au lieu de {joursHabituels} : nous \
      allons nous organiser pour y arriver, avec une livraison le {livraison}.

      En échange, pour cette commande de {montant}, nous vous proposons un règlement {terme} \
      {auLieuDe}. Pour une facture émise le jour de la livraison, l'échéance serait le {echeance}.
      """,
      .order: """
      Vous souhaitez recevoir votre commande en {delaiDemande} au lieu de {joursHabituels} : nous \
      allons nous organiser pour y arriver, avec une livraison le {livraison} pour un règlement \
      reçu le {commande}.

      En échange, pour cette commande de {montant}, nous vous proposons un règlement {terme} \
      {auLieuDe}.
      """,
      .orderOnly: """
      Merci de votre commande de {montant}. Nous pouvons la livrer en {delaiDemande}, avec un \
      règlement à la commande : pour un règlement reçu le {commande}, la livraison aura lieu le \
      {livraison}.

      Ce mode de règlement nous permet de continuer à vous servir sans attendre. Nous referons le \
      point avec vous dès que possible.
      """,
      .surcharge: """
      Vous souhaitez recevoir votre commande en {delaiDemande} au lieu de {joursHabituels} : nous \
      allons nous organiser pour y arriver, avec une livraison le {livraison} pour un règlement \
      reçu le {commande}.

      Vous réglez déjà à la commande ; nous vous proposons donc simplement, pour cette commande de \
      {montant}, un supplément express de {supplement}.
      """,
      .overdue: """
      Vous souhaitez recevoir votre commande en {delaiDemande} au lieu de {joursHabituels} : nous \
      allons nous organiser pour y arriver, avec une livraison le {livraison} pour un règlement \
      reçu le {commande}.

      En échange, nous vous proposons de régler {impayes} en même temps que cette commande de \
      {montant}.
      """,
      .accept: """
      Nous avons le plaisir de vous confirmer que votre commande de {montant} peut être livrée en \
      {delaiDemande}, soit le {livraison}. Les conditions de règlement restent celles d'habitude.
      """,
      .usual: """
      Un délai de {delaiDemande} nous convient très bien : votre commande de {montant} sera livrée \
      le {livraison}. Les conditions de règlement restent celles d'habitude.
      """,
      .publicBuyer: """
      Nous avons le plaisir de vous confirmer que votre commande de {montant} peut être livrée en \
      {delaiDemande}, soit le {livraison}. Le règlement suivra les délais de la commande publique.
      """,
      .alsoOverdue: """
      Il reste un point à régler ensemble avant la livraison : {impayes}. Si votre règlement est \
      déjà parti, merci ; si une question le retient, dites-le-nous simplement.
      """,
      .alsoSurcharge: """
      Le délai étant vraiment très court, un supplément express de {supplement} s'ajoute au prix.
      """,
      .alsoDeposit: """
      Pour une commande de ce montant, nous vous demandons un acompte de {acompteDemande} à la \
      commande ; il vient en déduction de la facture.
      """,
      .alsoFirstDeposit: """
      Comme nous le faisons pour les premières commandes, nous vous demandons un acompte de \
      {acompteDemande} à la commande ; il vient en déduction de la facture.
      """,
    ],
    parts: [
      .balance: """
      Chacun fait un pas : vous avez votre commande plus tôt, nous sommes réglés plus tôt. Cela ne \
      vaut que pour cette fois : vos conditions habituelles ne changent pas.
      """,
      .thisOnce: """
      Cela ne vaut que pour cette fois : vos conditions habituelles ne changent pas.
      """,
      .ifDisputed: """
      Si une question retient votre paiement, dites-le-nous simplement : nous y répondrons \
      aussitôt.
      """,
      .choices: """
      Si vous préférez garder votre délai de paiement habituel, voici ce qui nous convient tout \
      autant :
      """,
      .choicesBesideSurcharge: """
      Si vous préférez garder votre délai de paiement habituel, voici ce qui nous convient tout \
      autant, en plus du supplément express de {supplement} :
      """,
      .reply: """
      Si cela vous convient, répondez simplement « d'accord » à ce message : nous vous adressons \
      aussitôt la confirmation de commande. Une réponse dans la journée nous permet de tenir la \
      date du {livraison}.
      """,
      .replyChoice: """
      Si cela vous convient, répondez simplement « d'accord » à ce message, ou indiquez-nous la \
      formule que vous préférez : nous vous adressons aussitôt la confirmation de commande. Une \
      réponse dans la journée nous permet de tenir la date du {livraison}.
      """,
      .replyAccept: """
      Pour confirmer, répondez simplement « d'accord » à ce message.
      """,
      .closing: """
      Merci de votre confiance, et bien cordialement,

      {signature}
      """,
    ])
}
