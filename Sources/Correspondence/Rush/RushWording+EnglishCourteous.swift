/// English, warm: the yes comes first, and each makes a step.
extension RushWording {
  static let englishCourteous = Voice(
    phone: [
      .term: """
      Yes, we will arrange to deliver in {delaiDemande} instead of {joursHabituels}; in return, \
      for this order, we count on payment {terme} {auLieuDe}: we meet halfway.
      """,
      .order: """
      Yes, we will arrange to deliver in {delaiDemande} instead of {joursHabituels}; in return, \
      just this once, we count on payment {terme} {auLieuDe}, and we start right away.
      """,
      .orderOnly: """
      We are happy to go on working with you: we can deliver in {delaiDemande}, payable with the \
      order.
      """,
      .surcharge: """
      Yes, we will arrange to deliver in {delaiDemande} instead of {joursHabituels}; you already \
      pay with the order, so we simply suggest an express surcharge of {supplement}.
      """,
      .overdue: """
      Yes, we will arrange to deliver in {delaiDemande} instead of {joursHabituels}; in return, \
      could you pay {impayes} together with this order?
      """,
      .accept: """
      Yes, with pleasure: we can deliver in {delaiDemande}, on the usual terms.
      """,
      .usual: """
      With pleasure: {delaiDemande} suits us very well, on the usual terms.
      """,
      .publicBuyer: """
      Yes, with pleasure: we can deliver in {delaiDemande}, and payment follows your usual \
      periods.
      """,
      .alsoOverdue: "Could you also pay {impayes} before delivery?",
      .alsoSurcharge: """
      As the time is really very short, please also allow for an express surcharge of \
      {supplement}.
      """,
      .alsoDeposit: """
      For an order of this amount, we ask for a deposit of {acompteDemande} with the order.
      """,
      .alsoFirstDeposit: """
      As we do for first orders, we ask for a deposit of {acompteDemande} with the order.
      """,
    ],
    answers: [
      .competitors: """
      That may be, and I understand the comparison. To deliver in {delaiDemande}, we have to \
      rearrange our schedule. We prefer to meet halfway: speed for you, {contrepartie} for us.
      """,
      .accounting: """
      I understand. It will be written plainly on the order confirmation: your accounts department \
      will have the document it needs, and nothing changes for your other invoices.
      """,
      .goodCustomer: """
      We value working with you, and that is why your order will come first. The exchange stays \
      balanced: {delaiDemande} instead of {joursHabituels} for you, {contrepartie} for us.
      """,
      .justOnce: """
      So is our request: {contrepartie} this once, and the next order goes as usual.
      """,
      .tooLong: """
      I hear you, and we will gladly talk about it: if we plan your next orders together, we will \
      be quicker. For this one, going from {delaiHabituel} to {delaiDemande} takes an effort; \
      {contrepartie} is what balances it.
      """,
      .askBoss: """
      Of course. I am sending you the essentials in writing right away, ready to pass on. To keep \
      the delivery of {livraison}, we would need your agreement today.
      """,
      .blackmail: """
      That is really not the idea, and the choice is yours: {delaiHabituel} on the usual terms, or \
      {delaiDemande} against {contrepartie}. Both suit us.
      """,
      .promise: """
      I do not doubt it, and that makes things easy: let us simply write it on the order \
      confirmation, and we both have peace of mind.
      """,
      .ifLate: """
      That is a fair question. Each of us commits in writing: we to the delivery on {livraison}, \
      you to {contrepartie}.
      """,
      .thenUsual: """
      With pleasure: delivery in {delaiHabituel}, on the usual terms. And should it become \
      pressing, call me back: we will look for a solution together.
      """,
      .prudentAccounting: """
      I understand. For the time being, orders are paid for when they are placed; I am sending you \
      the confirmation right away, so that your accounts department has the document it needs.
      """,
      .prudentGoodCustomer: """
      We want to go on working with you, and payment with the order is just what lets us serve you \
      without delay. We will look at it again together as soon as possible.
      """,
      .whyOverdue: """
      Because the due date has passed, and with an account up to date we can start on your order \
      with an easy mind. If something is holding it up, tell me: we will look at it together.
      """,
      .whyDeposit: """
      I understand. This deposit of {acompteDemande} is deducted from the invoice, and it lets us \
      start on your order right away.
      """,
    ],
    mail: [
      .term: """
      You would like to have your order in {delaiDemande} instead of {joursHabituels}: we will \
      arrange for it, with delivery on {livraison}.

      In return, for this order of {montant}, we suggest payment {terme} {auLieuDe}. For an \
      invoice issued on the day of delivery, the due date would be {echeance}.
      """,
      .order: """
      You would like to have your order in {delaiDemande} instead of {joursHabituels}: we will \
      arrange for it, with delivery on {livraison} for a payment received on {commande}.

      In return, for this order of {montant}, we suggest payment {terme} {auLieuDe}.
      """,
      .orderOnly: """
      Thank you for your order of {montant}. We can deliver it in {delaiDemande}, payable with the \
      order: for a payment received on {commande}, delivery will take place on {livraison}.

      Paying this way lets us go on serving you without delay. We will look at it again with you \
      as soon as possible.
      """,
      .surcharge: """
      You would like to have your order in {delaiDemande} instead of {joursHabituels}: we will \
      arrange for it, with delivery on {livraison} for a payment received on {commande}.

      You already pay with the order; so we simply suggest, for this order of {montant}, an \
      express surcharge of {supplement}.
      """,
      .overdue: """
      You would like to have your order in {delaiDemande} instead of {joursHabituels}: we will \
      arrange for it, with delivery on {livraison} for a payment received on {commande}.

      In return, we suggest that you pay {impayes} together with this order of {montant}.
      """,
      .accept: """
      We are pleased to confirm that your order of {montant} can be delivered in {delaiDemande}, \
      that is on {livraison}. The payment terms stay as usual.
      """,
      .usual: """
      A lead time of {delaiDemande} suits us very well: your order of {montant} will be delivered \
      on {livraison}. The payment terms stay as usual.
      """,
      .publicBuyer: """
      We are pleased to confirm that your order of {montant} can be delivered in {delaiDemande}, \
      that is on {livraison}. Payment follows the periods of public procurement.
      """,
      .alsoOverdue: """
      One point remains to be settled together before delivery: {impayes}. If your payment is \
      already on its way, thank you; if a question is holding it up, simply tell us.
      """,
      .alsoSurcharge: """
      As the time is really very short, an express surcharge of {supplement} is added to the \
      price.
      """,
      .alsoDeposit: """
      For an order of this amount, we ask for a deposit of {acompteDemande} with the order; it is \
      deducted from the invoice.
      """,
      .alsoFirstDeposit: """
      As we do for first orders, we ask for a deposit of {acompteDemande} with the order; it is \
      deducted from the invoice.
      """,
    ],
    parts: [
      .balance: """
      We meet halfway: you have your order sooner, we are paid sooner. This is for this order \
      only: your usual terms do not change.
      """,
      .thisOnce: """
      This is for this order only: your usual terms do not change.
      """,
      .ifDisputed: """
      If a question is holding up your payment, simply tell us: we will answer at once.
      """,
      .choices: """
      If you would rather keep your usual payment term, here is what suits us just as well:
      """,
      .choicesBesideSurcharge: """
      If you would rather keep your usual payment term, here is what suits us just as well, in \
      addition to the express surcharge of {supplement}:
      """,
      .reply: """
      If this suits you, simply answer “agreed” to this message: we will send you the order \
      confirmation at once. An answer today lets us keep the date of {livraison}.
      """,
      .replyChoice: """
      If this suits you, simply answer “agreed” to this message, or tell us which arrangement you \
      prefer: we will send you the order confirmation at once. An answer today lets us keep the \
      date of {livraison}.
      """,
      .replyAccept: """
      To confirm, simply answer “agreed” to this message.
      """,
      .closing: """
      Thank you for your business, and kind regards,

      {signature}
      """,
    ])
}
