/// English, decided: the condition first, the choice left open, never a threat.
extension RushWording {
  static let englishFirm = Voice(
    phone: [
      .term: """
      We deliver in {delaiDemande} instead of {joursHabituels} on one condition: payment {terme} \
      {auLieuDe} for this order.
      """,
      .order: """
      We deliver in {delaiDemande} instead of {joursHabituels} on one condition: payment {terme} \
      {auLieuDe}.
      """,
      .orderOnly: """
      We deliver in {delaiDemande} from your payment, which this time is made with the order.
      """,
      .surcharge: """
      We deliver in {delaiDemande} instead of {joursHabituels} on one condition: an express \
      surcharge of {supplement}, paid with the order.
      """,
      .overdue: """
      We deliver in {delaiDemande} instead of {joursHabituels} on one condition: payment of \
      {impayes} with this order.
      """,
      .accept: """
      Agreed: delivery in {delaiDemande}, on the usual terms.
      """,
      .usual: """
      Agreed: delivery in {delaiDemande}, on the usual terms.
      """,
      .publicBuyer: """
      Agreed: delivery in {delaiDemande}, and payment within the periods of public procurement.
      """,
      .alsoOverdue: "Delivery will follow payment of {impayes}.",
      .alsoSurcharge: "An express surcharge of {supplement} is added to this condition.",
      .alsoDeposit: "A deposit of {acompteDemande} is needed with the order.",
      .alsoFirstDeposit: """
      For first orders a deposit is needed: here, {acompteDemande} with the order.
      """,
    ],
    answers: [
      .competitors: """
      That is their choice. Ours is clear: in {delaiDemande}, we ask for {contrepartie}; in \
      {delaiHabituel}, for nothing more than usual.
      """,
      .accounting: """
      This order is an exception to our delivery time; it is an exception to your payment term as \
      well. The agreement will be in writing: your accounts department only has to apply it.
      """,
      .goodCustomer: """
      And we want to stay a good supplier: so the effort is shared. A shorter time for you, \
      {contrepartie} for us.
      """,
      .justOnce: "So is our request: {contrepartie} this once, and this once only.",
      .tooLong: """
      It is our normal lead time, and we keep to it. Shorter is possible, with {contrepartie}.
      """,
      .askBoss: """
      Understood. You will have the proposal in writing in a moment. The date of {livraison} needs \
      an agreement today.
      """,
      .blackmail: """
      No, it is an exchange: faster for you, {contrepartie} for us. And {delaiHabituel} on the \
      usual terms is always possible.
      """,
      .promise: "Then let us write it on the order confirmation: {contrepartie}.",
      .ifLate: """
      The date of {livraison} will be in writing, and it binds us; on your side, it is \
      {contrepartie}.
      """,
      .thenUsual: """
      Agreed: delivery in {delaiHabituel}, on the usual terms.
      """,
      .prudentAccounting: """
      For this order, payment is made with the order. Your accounts department can use the written \
      confirmation as its document.
      """,
      .prudentGoodCustomer: """
      We want to go on delivering to you, and this is how we can today. We will look at it again \
      together.
      """,
      .whyOverdue: """
      Because the due date has passed: before a new delivery, we need an account up to date. If \
      you disagree, tell me now and we will deal with it.
      """,
      .whyDeposit: """
      It is our condition for starting on this order: {acompteDemande}, deducted from the invoice.
      """,
    ],
    mail: [
      .term: """
      We deliver your order of {montant} in {delaiDemande} instead of {joursHabituels}, that is on \
      {livraison}, on one condition: payment {terme} {auLieuDe}. For an invoice issued on the day \
      of delivery, the due date is {echeance}.
      """,
      .order: """
      We deliver your order of {montant} in {delaiDemande} instead of {joursHabituels}, on one \
      condition: payment {terme} {auLieuDe}. For a payment received on {commande}, delivery takes \
      place on {livraison}.
      """,
      .orderOnly: """
      We deliver your order of {montant} in {delaiDemande} from your payment, which this time is \
      made with the order. For a payment received on {commande}, delivery takes place on \
      {livraison}.
      """,
      .surcharge: """
      We deliver your order of {montant} in {delaiDemande} instead of {joursHabituels}, on one \
      condition: an express surcharge of {supplement}, paid with the order. For a payment received \
      on {commande}, delivery takes place on {livraison}.
      """,
      .overdue: """
      We deliver your order of {montant} in {delaiDemande} instead of {joursHabituels}, on one \
      condition: payment of {impayes} with this order. For payments received on {commande}, \
      delivery takes place on {livraison}.
      """,
      .accept: """
      Your order of {montant} will be delivered in {delaiDemande}, that is on {livraison}, on the \
      usual payment terms.
      """,
      .usual: """
      Your order of {montant} will be delivered in {delaiDemande}, that is on {livraison}, on the \
      usual payment terms.
      """,
      .publicBuyer: """
      Your order of {montant} will be delivered in {delaiDemande}, that is on {livraison}. Payment \
      follows the periods of public procurement.
      """,
      .alsoOverdue: """
      Delivery will follow payment of {impayes}. If your payment is already on its way, tell us \
      its date; if you disagree, tell us now.
      """,
      .alsoSurcharge: "An express surcharge of {supplement} is added to this condition.",
      .alsoDeposit: """
      A deposit of {acompteDemande} is needed with the order; it is deducted from the invoice.
      """,
      .alsoFirstDeposit: """
      For first orders a deposit is needed: here, {acompteDemande} with the order, deducted from \
      the invoice.
      """,
    ],
    parts: [
      .balance: """
      The effort is shared: you receive sooner, we are paid sooner. This holds for this order \
      only. If you prefer to change nothing, we deliver in {delaiHabituel}, on the usual terms.
      """,
      .thisOnce: """
      This holds for this order only. If you prefer to change nothing, we deliver in \
      {delaiHabituel}, on the usual terms.
      """,
      .ifDisputed: """
      If you disagree with this amount, tell us now, and we will deal with it.
      """,
      .choices: "If you would rather keep your usual payment term, we also accept:",
      .choicesBesideSurcharge: """
      If you would rather keep your usual payment term, we also accept, in addition to the express \
      surcharge of {supplement}:
      """,
      .reply: """
      To accept, answer “agreed” to this message today: that is what lets us keep the date of \
      {livraison}.
      """,
      .replyChoice: """
      To accept, answer “agreed” to this message today, or name the arrangement you choose: that \
      is what lets us keep the date of {livraison}.
      """,
      .replyAccept: "To confirm, answer “agreed” to this message.",
      .closing: """
      Kind regards,

      {signature}
      """,
    ])
}
