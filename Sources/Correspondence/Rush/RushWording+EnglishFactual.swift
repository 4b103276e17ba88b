/// English, plain: the figures, the exchange, nothing more.
extension RushWording {
  static let englishFactual = Voice(
    phone: [
      .term: """
      We can deliver in {delaiDemande} instead of {joursHabituels}, against payment {terme} \
      {auLieuDe} for this order.
      """,
      .order: """
      We can deliver in {delaiDemande} instead of {joursHabituels}, against payment {terme} \
      {auLieuDe}, this time only.
      """,
      .orderOnly: """
      We can deliver in {delaiDemande}, payable with the order.
      """,
      .surcharge: """
      We can deliver in {delaiDemande} instead of {joursHabituels}, with an express surcharge of \
      {supplement} paid with the order, like the rest.
      """,
      .overdue: """
      We can deliver in {delaiDemande} instead of {joursHabituels}, against payment of {impayes} \
      together with this order.
      """,
      .accept: """
      Agreed: we deliver in {delaiDemande}, on the usual terms.
      """,
      .usual: """
      Agreed: delivery in {delaiDemande}, on the usual terms.
      """,
      .publicBuyer: """
      Agreed: we deliver in {delaiDemande}, and payment follows the periods of public procurement.
      """,
      .alsoOverdue: "We still expect payment of {impayes} before delivery.",
      .alsoSurcharge: "An express surcharge of {supplement} is added.",
      .alsoDeposit: "A deposit of {acompteDemande} is payable with the order.",
      .alsoFirstDeposit: """
      As for first orders, a deposit of {acompteDemande} is payable with the order.
      """,
    ],
    answers: [
      .competitors: """
      Everyone has their own terms. With us, delivery in {delaiHabituel} is on the usual terms; in \
      {delaiDemande}, we ask for {contrepartie}.
      """,
      .accounting: """
      It will be written on the order confirmation, which your accounts department can file with \
      the invoice. It concerns this order only.
      """,
      .goodCustomer: """
      We bear that in mind, and your order comes first. In return for the shorter time, we ask for \
      {contrepartie}.
      """,
      .justOnce: """
      Our request is for this once too: {contrepartie}. The next order is on the usual terms \
      again.
      """,
      .tooLong: """
      That is what an order takes in the normal run of things. In {delaiDemande}, it goes ahead of \
      the others; in return, we ask for {contrepartie}.
      """,
      .askBoss: """
      Of course. I am sending you the proposal in writing. Delivery on {livraison} depends on your \
      agreement today.
      """,
      .blackmail: """
      It is a choice: {delaiHabituel} on the usual terms, or {delaiDemande} against \
      {contrepartie}. Both suit us.
      """,
      .promise: """
      Very well: let us write it on the order confirmation, and all is clear on both sides.
      """,
      .ifLate: """
      The order confirmation bears both commitments: delivery on {livraison} on our side, \
      {contrepartie} on yours.
      """,
      .thenUsual: """
      Agreed: delivery in {delaiHabituel}, on the usual terms.
      """,
      .prudentAccounting: """
      For the time being, orders are paid for when they are placed. I am sending you the \
      confirmation, which your accounts department can use as its document.
      """,
      .prudentGoodCustomer: """
      We wish to go on delivering to you, and payment with the order allows it. We will look at it \
      again together.
      """,
      .whyOverdue: """
      The due date has passed, and we deliver on an account up to date. If you disagree with this \
      amount, tell me: we will examine it.
      """,
      .whyDeposit: """
      The deposit of {acompteDemande} is deducted from the invoice; it lets us start on the order.
      """,
    ],
    mail: [
      .term: """
      You ask for delivery in {delaiDemande} instead of {joursHabituels} for your order of \
      {montant}. Here is our proposal:
      – delivery on {livraison};
      – payment {terme} {auLieuDe}, that is on {echeance} for an invoice issued on the day of \
      delivery.
      """,
      .order: """
      You ask for delivery in {delaiDemande} instead of {joursHabituels} for your order of \
      {montant}. Here is our proposal:
      – delivery on {livraison}, for a payment received on {commande};
      – payment {terme} {auLieuDe}.
      """,
      .orderOnly: """
      We can deliver your order of {montant} in {delaiDemande}, payable with the order. For a \
      payment received on {commande}, delivery takes place on {livraison}.
      """,
      .surcharge: """
      You ask for delivery in {delaiDemande} instead of {joursHabituels} for your order of \
      {montant}. Here is our proposal:
      – delivery on {livraison}, for a payment received on {commande};
      – an express surcharge of {supplement}, paid with the order like the rest.
      """,
      .overdue: """
      You ask for delivery in {delaiDemande} instead of {joursHabituels} for your order of \
      {montant}. Here is our proposal:
      – delivery on {livraison}, for payments received on {commande};
      – payment of {impayes} together with this order.
      """,
      .accept: """
      Your order of {montant} can be delivered in {delaiDemande}, that is on {livraison}. The \
      usual payment terms apply.
      """,
      .usual: """
      Your order of {montant} will be delivered in {delaiDemande}, that is on {livraison}. The \
      usual payment terms apply.
      """,
      .publicBuyer: """
      Your order of {montant} can be delivered in {delaiDemande}, that is on {livraison}. Payment \
      follows the periods of public procurement.
      """,
      .alsoOverdue: """
      We still expect payment of {impayes} before delivery. If your payment is already on its way, \
      simply tell us its date.
      """,
      .alsoSurcharge: "An express surcharge of {supplement} is added.",
      .alsoDeposit: """
      A deposit of {acompteDemande} is payable with the order; it is deducted from the invoice.
      """,
      .alsoFirstDeposit: """
      As for first orders, a deposit of {acompteDemande} is payable with the order; it is deducted \
      from the invoice.
      """,
    ],
    parts: [
      .balance: """
      The exchange is balanced: delivery sooner, payment sooner. It holds for this order only; \
      your usual terms do not change.
      """,
      .thisOnce: """
      This proposal holds for this order only; your usual terms do not change.
      """,
      .ifDisputed: """
      If you disagree with this amount, tell us: we will examine it at once.
      """,
      .choices: "If you wish to keep your usual payment term, this suits us as well:",
      .choicesBesideSurcharge: """
      If you wish to keep your usual payment term, this suits us as well, in addition to the \
      express surcharge of {supplement}:
      """,
      .reply: """
      To accept, simply answer “agreed” to this message. The date of {livraison} depends on an \
      answer today.
      """,
      .replyChoice: """
      To accept, simply answer “agreed” to this message, or name the arrangement you choose. The \
      date of {livraison} depends on an answer today.
      """,
      .replyAccept: "To confirm, simply answer “agreed” to this message.",
      .closing: """
      Kind regards,

      {signature}
      """,
    ])
}
