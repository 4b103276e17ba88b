/// What is the same in each French tone: the clauses, what customers say, the short lines.
extension RushWording {
  static let french = Deed(
    clauses: [
      .term: """
      À votre demande, la livraison intervient dans un délai de {delaiDemande} à compter de votre \
      commande du {commande}, soit au plus tard le {livraison}, au lieu de {delaiHabituel}. En \
      contrepartie, le prix de {montant} TTC est payable à {termeContrat} à compter de la date \
      d'émission de la facture, soit au plus tard le {echeance} pour une facture émise le jour de \
      cette livraison.
      """,
      .order: """
      À votre demande, la livraison intervient dans un délai de {delaiDemande} au lieu de \
      {delaiHabituel}. En contrepartie, le prix de {montant} TTC est payable à la commande. Le \
      délai court à compter de la réception du règlement : pour un règlement reçu le {commande}, \
      la livraison intervient au plus tard le {livraison}.
      """,
      .orderOnly: """
      Le prix de {montant} TTC est payable à la commande. La livraison intervient dans un délai de \
      {delaiDemande} à compter de la réception du règlement : pour un règlement reçu le \
      {commande}, au plus tard le {livraison}.
      """,
      .surcharge: """
      À votre demande, la livraison intervient dans un délai de {delaiDemande} au lieu de \
      {delaiHabituel}. En contrepartie, un supplément express de {supplement} TTC s'ajoute au prix \
      de {montant} TTC ; l'ensemble est payable à la commande. Le délai court à compter de la \
      réception du règlement : pour un règlement reçu le {commande}, la livraison intervient au \
      plus tard le {livraison}.
      """,
      .overdue: """
      À votre demande, la livraison intervient dans un délai de {delaiDemande} au lieu de \
      {delaiHabituel}. En contrepartie, vous réglez avec la présente commande {impayes} ; le prix \
      de {montant} TTC reste payable à la commande. Le délai court à compter de la réception de \
      ces règlements : s'ils sont reçus le {commande}, la livraison intervient au plus tard le \
      {livraison}.
      """,
      .accept: """
      La livraison intervient dans un délai de {delaiDemande} à compter de votre commande du \
      {commande}, soit au plus tard le {livraison}. Les conditions de paiement habituelles \
      s'appliquent.
      """,
      .usual: """
      La livraison intervient dans un délai de {delaiDemande} à compter de votre commande du \
      {commande}, soit au plus tard le {livraison}. Les conditions de paiement habituelles \
      s'appliquent.
      """,
      .publicBuyer: """
      La livraison intervient dans un délai de {delaiDemande} à compter de votre commande du \
      {commande}, soit au plus tard le {livraison}. Le paiement intervient dans le délai fixé par \
      le code de la commande publique.
      """,
      .alsoOverdue: "La livraison est subordonnée au règlement préalable de {impayes}.",
      .alsoSurcharge: """
      Un supplément express de {supplement} TTC s'ajoute au prix et se règle avec lui.
      """,
      .alsoDeposit: """
      Un acompte de {acompteDemande} TTC est payable à la commande ; il s'impute sur le prix.
      """,
      .alsoFirstDeposit: """
      Un acompte de {acompteDemande} TTC est payable à la commande ; il s'impute sur le prix.
      """,
    ],
    objections: [
      .competitors: "Vos concurrents ne demandent rien.",
      .accounting: "Notre comptabilité paie {termeHabituel}.",
      .goodCustomer: "Nous sommes de bons clients.",
      .justOnce: "C'est juste pour cette fois.",
      .tooLong: "Votre délai habituel est trop long.",
      .askBoss: "Je dois demander à ma direction.",
      .blackmail: "C'est du chantage !",
      .promise: "Nous vous réglerons vite, pas besoin de l'écrire.",
      .ifLate: "Et si vous livrez en retard ?",
      .thenUsual: "Alors livrez-nous dans le délai habituel.",
      .prudentAccounting: "Notre comptabilité paie {termeHabituel}.",
      .prudentGoodCustomer: "Nous sommes de bons clients.",
      .whyOverdue: "Pourquoi régler cela maintenant ?",
      .whyDeposit: "Personne ne nous demande d'acompte.",
    ],
    parts: [
      .subject: "Votre commande urgente : livraison en {delaiDemande}",
      .subjectAccept: "Votre commande : livraison le {livraison}",
      .greeting: "Bonjour,",
      .choiceDeposit: """
      – un acompte de {acompte} à la commande, et le solde de {solde} {termeHabituel}
      """,
      .choiceDepositAndSurcharge: """
      – un acompte de {acompte} à la commande, et le solde de {solde}, avec un supplément express \
      de {complement}, {termeHabituel}
      """,
      .choiceSurcharge: """
      – un supplément express de {supplementAuChoix}, et votre délai de paiement habituel
      """,
      .answerElse: """
      Autre possibilité : vous gardez votre délai habituel, avec un supplément express de \
      {supplementAuChoix}.
      """,
      .clauseEnd: """
      Ces conditions ne valent que pour la présente commande ; le délai de livraison et le délai \
      de paiement habituels demeurent inchangés pour toute autre commande.
      """,
    ])
}
