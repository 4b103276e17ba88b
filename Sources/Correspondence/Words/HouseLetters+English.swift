import Dunning

extension HouseLetters {
  static let english: [LetterKind: Tones] = [
    .preDue: [.courteous: preDueCourteous, .factual: preDueFactual],
    .courtesy: [.courteous: courtesyCourteous, .factual: courtesyFactual],
    .reminder: [
      .courteous: reminderCourteous, .factual: reminderFactual, .firm: reminderFirm,
    ],
    .firm: [.factual: firmFactual, .firm: firmFirm],
    .formalNotice: [.formal: notice],
    .thanks: [.courteous: thanks],
  ]

  private static let promise = """
    You told us of a payment of {promesse} for {promesseDate}; unless we are mistaken, it has not \
    reached us.
    """

  private static let accessoriesLeft = """
    As of today, amounts remain due because earlier payments were \
    late[[, despite {messages}]].
    """

  private static let accessoriesBeside = """
    [[For your information, French law provides for late-payment interest and a fixed compensation \
    of €40 per invoice ({articles}). They amount to {accessoires} today and are not included in \
    the sum above.]]
    """

  private static let crossed =
    "If you have paid in the meantime, please disregard this message and accept our thanks."

  private static let preDueCourteous: Texts = [
    .subjectOne: "Your invoice {facture} falls due on {echeance}",
    .subjectSeveral: "{nombre} invoices will soon fall due",
    .openingOne: "To help you plan, here is the invoice that will fall due on {echeance}.",
    .openingSeveral: """
    To help you plan, here are the {nombre} invoices that will soon fall due, {total} in all.
    """,
    .request: """
    If you lack a document or an order number, or if a line looks wrong to you, please tell us \
    now: we can then answer before the due date.
    """,
    .ending: """
    If your payment is already scheduled, there is nothing you need to do. Thank you for your \
    custom.
    """,
  ]

  private static let preDueFactual: Texts = [
    .subjectOne: "Invoice {facture}: due on {echeance}",
    .subjectSeveral: "{nombre} invoices due soon",
    .openingOne: "The invoice below falls due on {echeance}.",
    .openingSeveral: "The {nombre} invoices below, {total} in all, will soon fall due.",
    .request: """
    If you lack a document or an order number, or have a remark on a line, please tell us before \
    the due date.
    """,
    .ending: "If the payment is already scheduled, there is nothing you need to do.",
  ]

  private static let courtesyCourteous: Texts = [
    .subjectOne: "Invoice {facture}: perhaps an oversight",
    .subjectSeveral: "{nombre} overdue invoices: perhaps an oversight",
    .subjectAccessories: "Your account: perhaps an oversight",
    .openingOne: """
    Unless we are mistaken, the invoice below, due on {echeance}, has not been paid yet. It is no \
    doubt a simple oversight.
    """,
    .openingSeveral: """
    Unless we are mistaken, the {nombre} invoices below are past their due dates and have not been \
    paid yet. It is no doubt a simple oversight.
    """,
    .openingAccessories: accessoriesLeft,
    .brokenPromise: promise,
    .request: """
    Please be so kind as to send us {total}[[, {comprenant},]] as soon as you can. If a question \
    is holding up your payment, simply tell us: we will answer at once.
    """,
    .ending: crossed,
  ]

  private static let courtesyFactual: Texts = [
    .subjectOne: "Invoice {facture}: payment not received to date",
    .subjectSeveral: "{nombre} overdue invoices: payment not received to date",
    .subjectAccessories: "Your account: an amount remains due",
    .openingOne: """
    Unless we are mistaken, we have not yet received payment of the invoice below, due on \
    {echeance}.
    """,
    .openingSeveral: """
    Unless we are mistaken, we have not yet received payment of the {nombre} overdue invoices below.
    """,
    .request: """
    Please send us {total}[[, {comprenant},]] or tell us what is holding up the payment: we will \
    answer at once.
    """,
  ]

  private static let reminderCourteous: Texts = [
    .subjectOne: "Invoice {facture}: may we come back to you",
    .subjectSeveral: "{nombre} overdue invoices: may we come back to you",
    .subjectAccessories: "Your account: may we come back to you",
    .openingOne: """
    May we come back to you about the invoice below: it is {retard} past its due date and, unless \
    we are mistaken, remains to be paid[[ (see {messages})]].
    """,
    .openingSeveral: """
    May we come back to you about the {nombre} invoices below: the oldest is {retard} past its due \
    date and, unless we are mistaken, they remain to be paid[[ (see {messages})]].
    """,
    .openingAccessories: accessoriesLeft,
    .brokenPromise: promise,
    .request: """
    We would be grateful if you sent us {total}[[, {comprenant},]] or told us the date on which it \
    will reach us. If a difficulty or a question is holding up your payment, please tell us: we \
    will look for a solution with you.

    \(accessoriesBeside)
    """,
    .ending: crossed,
  ]

  private static let reminderFactual: Texts = [
    .subjectOne: "Reminder: invoice {facture} awaiting payment",
    .subjectSeveral: "Reminder: {nombre} overdue invoices awaiting payment",
    .subjectAccessories: "Reminder: your account awaiting payment",
    .openingOne: """
    As of today the invoice below, {retard} past its due date, remains to be paid.
    """,
    .openingSeveral: """
    As of today the {nombre} invoices below remain to be paid; the oldest is \
    {retard} past its due date.
    """,
    .request: """
    Please pay {total}[[, {comprenant},]] on receipt of this message, or tell us the date on which \
    it will reach us.

    \(accessoriesBeside)
    """,
  ]

  private static let reminderFirm: Texts = [
    .subjectOne: "Unpaid invoice {facture}: we await your answer",
    .subjectSeveral: "{nombre} unpaid invoices: we await your answer",
    .subjectAccessories: "Your account: we await your answer",
    .openingOne: """
    The invoice below, {retard} past its due date, remains unpaid[[, despite {messages}]].
    """,
    .openingSeveral: """
    The {nombre} invoices below remain unpaid[[, despite {messages}]]; the oldest is {retard} past \
    its due date.
    """,
    .request: """
    We ask you to pay {total}[[, {comprenant},]] on receipt of this message. If you contest part \
    of this sum or are in difficulty, please tell us by return: an answer lets us take it into \
    account.

    \(accessoriesBeside)
    """,
  ]

  private static let firmFactual: Texts = [
    .subjectOne: "Payment expected: invoice {facture}, {total}",
    .subjectSeveral: "Payment expected: {nombre} overdue invoices, {total}",
    .subjectAccessories: "Payment expected: your account, {total}",
    .openingOne: """
    As of today, invoice {facture}, {retard} past its due date, is still \
    unpaid[[ ({messages})]].
    """,
    .openingSeveral: """
    As of today, {nombre} invoices are still unpaid[[ ({messages})]]; the oldest is \
    {retard} past its due date.
    """,
    .openingAccessories: accessoriesLeft,
    .brokenPromise: promise,
    .request: """
    Please pay {total}[[, {comprenant},]] by {dateLimite} at the latest.

    If this date is difficult for you, or if you contest part of this sum, please call us[[ on \
    {telephone}]]: we will look for a solution with you, such as payment in instalments. If we do \
    not hear from you, we will have to take the next step, a formal notice.
    """,
    .ending: "If you have paid in the meantime, please tell us the date of your payment.",
  ]

  private static let firmFirm: Texts = [
    .openingOne: """
    As of today, invoice {facture}, {retard} past its due date, remains \
    unpaid[[, despite {messages}]].
    """,
    .openingSeveral: """
    As of today, {nombre} invoices remain unpaid[[, despite {messages}]]; the \
    oldest is {retard} past its due date.
    """,
    .request: """
    We ask you to pay {total}[[, {comprenant},]] by {dateLimite} at the latest.

    If something prevents you from keeping this date, or if you contest part of this sum, please \
    call us[[ on {telephone}]]: we will look for a solution with you, such as payment in \
    instalments. Without payment or an answer, the next step will be a formal notice.
    """,
  ]

  private static let notice: Texts = [
    .subjectOne: "Formal notice to pay {total}",
    .subjectSeveral: "Formal notice to pay {total}",
    .subjectAccessories: "Formal notice to pay {total}",
    .openingOne: """
    At the date of this letter, and unless a payment has reached us meanwhile, invoice {facture}, \
    {retard} past its due date, remains unpaid[[, despite {messages}]].
    """,
    .openingSeveral: """
    At the date of this letter, and unless a payment has reached us meanwhile, {nombre} invoices \
    remain unpaid[[, despite {messages}]]; the oldest is {retard} past its due date.
    """,
    .openingAccessories: """
    At the date of this letter, and unless a payment has reached us meanwhile, amounts remain due \
    because earlier payments were late[[, despite {messages}]].
    """,
    .brokenPromise: promise,
    .request: """
    [[Late-payment interest continues to run until the day of payment, at {parJour} a day as of \
    today ({taux}).]]

    We therefore give you formal notice to pay {total} within {delai} of receiving this letter.

    {fondement}

    Failing full payment within this time, we reserve the right to bring the matter before the \
    competent court to obtain payment of {sommes} and of the costs that the law places on the \
    debtor.
    """,
    .ending: """
    If you contest all or part of this sum, or if you are in temporary difficulty, please write to \
    us or call us[[ on {telephone}]] within the same time: your answer will be considered, and an \
    amicable solution remains possible.
    """,
  ]

  private static let thanks: Texts = [
    .subject: "We have received your payment: thank you",
    .opening: """
    On {recuLe} we received your payment of {reglement}[[, for {factures}]]. Thank you.

    {solde}
    """,
    .ending: "We remain at your disposal for any question.",
  ]
}
