/// What is the same in each English tone: the clauses, what customers say, the short lines.
extension RushWording {
  static let english = Deed(
    clauses: [
      .term: """
      At your request, delivery takes place within {delaiDemande} of your order of {commande}, \
      that is by {livraison}, instead of {delaiHabituel}. In return, the price of {montant}, VAT \
      included, is payable at {termeContrat} from the date of issue of the invoice, that is by \
      {echeance} for an invoice issued on the day of that delivery.
      """,
      .order: """
      At your request, delivery takes place within {delaiDemande} instead of {delaiHabituel}. In \
      return, the price of {montant}, VAT included, is payable with the order. The time runs from \
      receipt of the payment: for a payment received on {commande}, delivery takes place by \
      {livraison}.
      """,
      .orderOnly: """
      The price of {montant}, VAT included, is payable with the order. Delivery takes place within \
      {delaiDemande} of receipt of the payment: for a payment received on {commande}, by \
      {livraison}.
      """,
      .surcharge: """
      At your request, delivery takes place within {delaiDemande} instead of {delaiHabituel}. In \
      return, an express surcharge of {supplement}, VAT included, is added to the price of \
      {montant}, VAT included; both are payable with the order. The time runs from receipt of the \
      payment: for a payment received on {commande}, delivery takes place by {livraison}.
      """,
      .overdue: """
      At your request, delivery takes place within {delaiDemande} instead of {delaiHabituel}. In \
      return, you pay {impayes} with this order; the price of {montant}, VAT included, remains \
      payable with the order. The time runs from receipt of these payments: if they are received \
      on {commande}, delivery takes place by {livraison}.
      """,
      .accept: """
      Delivery takes place within {delaiDemande} of your order of {commande}, that is by \
      {livraison}. The usual payment terms apply.
      """,
      .usual: """
      Delivery takes place within {delaiDemande} of your order of {commande}, that is by \
      {livraison}. The usual payment terms apply.
      """,
      .publicBuyer: """
      Delivery takes place within {delaiDemande} of your order of {commande}, that is by \
      {livraison}. Payment follows the period set by the French code de la commande publique.
      """,
      .alsoOverdue: "Delivery is conditional on prior payment of {impayes}.",
      .alsoSurcharge: """
      An express surcharge of {supplement}, VAT included, is added to the price and paid with it.
      """,
      .alsoDeposit: """
      A deposit of {acompteDemande}, VAT included, is payable with the order and is deducted from \
      the price.
      """,
      .alsoFirstDeposit: """
      A deposit of {acompteDemande}, VAT included, is payable with the order and is deducted from \
      the price.
      """,
    ],
    objections: [
      .competitors: "Your competitors ask for nothing.",
      .accounting: "Our accounts department pays {termeHabituel}.",
      .goodCustomer: "We are good customers.",
      .justOnce: "It is just this once.",
      .tooLong: "Your usual lead time is too long.",
      .askBoss: "I have to ask my management.",
      .blackmail: "That is blackmail!",
      .promise: "We will pay you soon, no need to write it down.",
      .ifLate: "And if you deliver late?",
      .thenUsual: "Then deliver in the usual time.",
      .prudentAccounting: "Our accounts department pays {termeHabituel}.",
      .prudentGoodCustomer: "We are good customers.",
      .whyOverdue: "Why pay that now?",
      .whyDeposit: "Nobody asks us for a deposit.",
    ],
    parts: [
      .subject: "Your rush order: delivery in {delaiDemande}",
      .subjectAccept: "Your order: delivery on {livraison}",
      .greeting: "Hello,",
      .choiceDeposit: """
      – a deposit of {acompte} with the order, and the balance of {solde} {termeHabituel}
      """,
      .choiceDepositAndSurcharge: """
      – a deposit of {acompte} with the order, and the balance of {solde}, with an express \
      surcharge of {complement}, {termeHabituel}
      """,
      .choiceSurcharge: """
      – an express surcharge of {supplementAuChoix}, and your usual payment term
      """,
      .answerElse: """
      Another possibility: you keep your usual term, with an express surcharge of \
      {supplementAuChoix}.
      """,
      .clauseEnd: """
      These terms hold for this order only; the usual delivery time and the usual payment term \
      remain unchanged for any other order.
      """,
    ])
}
