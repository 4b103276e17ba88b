/// English answers: lawful, courteous, each with a question that moves the matter on.
extension CallObjection {
  static let english: [CallObjection: Exchange] = [
    .notReceived: Exchange(
      "I never received the invoice.",
      """
      I am sending it again while we speak: to which address exactly? It falls due on {echeance}. \
      Do you have it before you now? On which day will the transfer leave?
      """),
    .oversight: Exchange(
      "Oh, it was forgotten.",
      """
      It happens to all of us. Can you send it today, or which day suits you? I will send you our \
      IBAN by e-mail.
      """),
    .sixtyDays: Exchange(
      "I pay at 60 days.",
      """
      I understand that this is your habit. Invoice {numero} bears the due date that was agreed, \
      {echeance}, and that is the one that counts between us. Let us settle this one, and talk \
      about the term of the next orders: which day suits you?
      """),
    .nextRun: Exchange(
      "It will be in the next payment run.",
      """
      Very well. On which date does it leave, and is invoice {numero} already in it? I note that \
      date and the amount of {montant}.
      """),
    .chequeSent: Exchange(
      "The cheque is in the post.",
      """
      Thank you. So that we recognise it: on which day did it leave, for how much, and what is its \
      number? Should it be lost, would a transfer suit you?
      """),
    .alreadyPaid: Exchange(
      "It has been paid.",
      """
      Thank you, I am looking while we speak. On which day, for how much, and with which \
      reference? If I do not find it, a copy of the transfer would help me to trace it.
      """),
    .approval: Exchange(
      "It is waiting for approval.",
      """
      Who has still to approve it, and do they lack a paper? I can send it right now. Once \
      approved, on which day will the transfer leave? I will call you back on the day you tell me.
      """),
    .accountant: Exchange(
      "Talk to our accountant.",
      """
      Gladly. May I have the name and the direct line? And may I say that, for your part, the \
      payment is fine?
      """),
    .signatoryAway: Exchange(
      "The person who signs is away.",
      """
      When are they back, and can somebody else sign meanwhile? I will call on that day: at what \
      time can I reach them?
      """),
    .inMeeting: Exchange(
      "I am in a meeting, call me back.",
      """
      Of course. On which day and at what time may I call without disturbing you? I will send you \
      the details by e-mail meanwhile.
      """),
    .waitingForMoney: Exchange(
      "We are waiting to be paid ourselves.",
      """
      We know that situation too. Our invoice does not depend on that payment; what can you pay \
      now, even a part, and on which days the rest? Let us write it down together.
      """),
    .noCash: Exchange(
      "We have no cash at the moment.",
      """
      Thank you for telling me frankly. How much can you pay this week? For the rest I suggest a \
      written instalment plan, on days that you can keep.
      """),
    .dispute: Exchange(
      "I contest this invoice.",
      """
      Tell me what is wrong: I note it word for word, and we will answer you in writing. Which \
      invoice, and which amount? Can the part that is right leave now?
      """),
    .creditNote: Exchange(
      "I am waiting for a credit note.",
      """
      On which invoice, for how much and why? I will have it checked right away. Meanwhile, can \
      you pay the difference?
      """),
    .missingOrder: Exchange(
      "The order number or the delivery note is missing.",
      """
      I will send it to you today. To which address, and for whose attention? Once you have it, on \
      which day will the transfer leave?
      """),
    .interest: Exchange(
      "I will not pay the interest.",
      """
      Between professionals the law provides for it as of right: article L441-10 of the French \
      commercial code. I pass your request on and we will answer in writing. For the invoice \
      itself, on which day will the transfer leave?
      """),
    .leaving: Exchange(
      "If you insist, we will go elsewhere.",
      """
      We want to go on working with you, and that is why I call rather than write. Tell me what \
      displeased you. And for this invoice, which date suits you?
      """),
    .insolvency: Exchange(
      "We are in insolvency proceedings.",
      """
      Thank you for telling me. Since which date, and who is your administrator? I ask nothing \
      more for these invoices: we will file our claim, as the law provides.
      """),
  ]
}
