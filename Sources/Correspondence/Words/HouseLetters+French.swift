import Dunning

extension HouseLetters {
  static let french: [LetterKind: Tones] = [
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
    Vous nous aviez annoncé un règlement de {promesse} pour le {promesseDate} ; sauf erreur de \
    notre part, il ne nous est pas parvenu.
    """

  private static let accessoriesLeft = """
    À la date de ce courrier, des sommes restent dues à la suite de règlements reçus en \
    retard[[, malgré {messages}]].
    """

  /// Penalties run by law without being asked for; a reminder says so once, with the figures.
  private static let accessoriesBeside = """
    [[Pour votre information, la loi prévoit en cas de retard des pénalités et une indemnité \
    forfaitaire de recouvrement de 40 € par facture ({articles}). Elles s'élèvent à ce jour à \
    {accessoires} et ne sont pas comprises dans la somme ci-dessus.]]
    """

  private static let crossed = """
    Si votre règlement nous a été adressé entre-temps, nous vous prions de ne pas tenir compte de \
    ce message et vous en remercions.
    """

  private static let preDueCourteous: Texts = [
    .subjectOne: "Votre facture {facture} arrive à échéance le {echeance}",
    .subjectSeveral: "{nombre} factures arrivent prochainement à échéance",
    .openingOne: """
    Pour faciliter votre organisation, nous vous rappelons que la facture ci-dessous arrivera à \
    échéance le {echeance}.
    """,
    .openingSeveral: """
    Pour faciliter votre organisation, voici les {nombre} factures qui arriveront prochainement à \
    échéance, pour un total de {total}.
    """,
    .request: """
    S'il vous manque un document ou un numéro de commande, ou si une ligne vous paraît inexacte, \
    dites-le-nous dès maintenant : nous pourrons vous répondre avant l'échéance.
    """,
    .ending: """
    Si votre règlement est déjà programmé, ce message n'appelle aucune action de votre part. Nous \
    vous remercions de votre confiance.
    """,
  ]

  private static let preDueFactual: Texts = [
    .subjectOne: "Facture {facture} : échéance le {echeance}",
    .subjectSeveral: "{nombre} factures à échéance prochaine",
    .openingOne: "La facture ci-dessous arrive à échéance le {echeance}.",
    .openingSeveral: """
    Les {nombre} factures ci-dessous, d'un total de {total}, arrivent prochainement à échéance.
    """,
    .request: """
    Si un document ou un numéro de commande vous manque, ou si une ligne appelle une remarque, \
    merci de nous l'indiquer avant l'échéance.
    """,
    .ending: "Si le règlement est déjà programmé, ce message n'appelle aucune action.",
  ]

  private static let courtesyCourteous: Texts = [
    .subjectOne: "Facture {facture} : peut-être un oubli",
    .subjectSeveral: "{nombre} factures échues : peut-être un oubli",
    .subjectAccessories: "Votre compte : peut-être un oubli",
    .openingOne: """
    Sauf erreur de notre part, la facture ci-dessous, échue le {echeance}, ne nous a pas encore \
    été réglée. Il s'agit sans doute d'un simple oubli.
    """,
    .openingSeveral: """
    Sauf erreur de notre part, les {nombre} factures ci-dessous, arrivées à échéance, ne nous ont \
    pas encore été réglées. Il s'agit sans doute d'un simple oubli.
    """,
    .openingAccessories: accessoriesLeft,
    .brokenPromise: promise,
    .request: """
    Nous vous remercions de bien vouloir nous adresser le règlement de {total}[[, {comprenant},]] \
    dès que possible. Si une question retient votre paiement, dites-le-nous simplement : nous y \
    répondrons aussitôt.
    """,
    .ending: crossed,
  ]

  private static let courtesyFactual: Texts = [
    .subjectOne: "Facture {facture} : règlement non reçu à ce jour",
    .subjectSeveral: "{nombre} factures échues : règlement non reçu à ce jour",
    .subjectAccessories: "Votre compte : somme restant due",
    .openingOne: """
    Sauf erreur de notre part, nous n'avons pas encore reçu le règlement de la facture ci-dessous, \
    échue le {echeance}.
    """,
    .openingSeveral: """
    Sauf erreur de notre part, nous n'avons pas encore reçu le règlement des {nombre} factures \
    échues ci-dessous.
    """,
    .request: """
    Merci de nous adresser le règlement de {total}[[, {comprenant},]] ou, si une question le \
    retient, de nous la poser : nous y répondrons aussitôt.
    """,
  ]

  private static let reminderCourteous: Texts = [
    .subjectOne: "Facture {facture} : nous nous permettons de revenir vers vous",
    .subjectSeveral: "{nombre} factures échues : nous nous permettons de revenir vers vous",
    .subjectAccessories: "Votre compte : nous nous permettons de revenir vers vous",
    .openingOne: """
    Nous nous permettons de revenir vers vous au sujet de la facture ci-dessous, échue depuis \
    {retard}, qui reste à régler sauf erreur de notre part[[ (voir {messages})]].
    """,
    .openingSeveral: """
    Nous nous permettons de revenir vers vous au sujet des {nombre} factures ci-dessous, dont la \
    plus ancienne est échue depuis {retard}, et qui restent à régler sauf erreur de notre \
    part[[ (voir {messages})]].
    """,
    .openingAccessories: accessoriesLeft,
    .brokenPromise: promise,
    .request: """
    Nous vous serions reconnaissants de nous adresser le règlement de {total}[[, {comprenant},]] \
    ou de nous indiquer la date à laquelle il nous parviendra. Si une difficulté ou une question \
    retient votre paiement, dites-le-nous : nous chercherons une solution avec vous.

    \(accessoriesBeside)
    """,
    .ending: crossed,
  ]

  private static let reminderFactual: Texts = [
    .subjectOne: "Rappel : facture {facture} en attente de règlement",
    .subjectSeveral: "Rappel : {nombre} factures échues en attente de règlement",
    .subjectAccessories: "Rappel : votre compte en attente de règlement",
    .openingOne: """
    À la date de ce courrier, la facture ci-dessous, échue depuis {retard}, reste à régler.
    """,
    .openingSeveral: """
    À la date de ce courrier, les {nombre} factures ci-dessous, dont la plus ancienne est échue \
    depuis {retard}, restent à régler.
    """,
    .request: """
    Nous vous remercions de procéder au règlement de {total}[[, {comprenant},]] dès réception de \
    ce courrier, ou de nous indiquer la date à laquelle il nous parviendra.

    \(accessoriesBeside)
    """,
  ]

  private static let reminderFirm: Texts = [
    .subjectOne: "Facture {facture} impayée : votre réponse est attendue",
    .subjectSeveral: "{nombre} factures impayées : votre réponse est attendue",
    .subjectAccessories: "Votre compte : votre réponse est attendue",
    .openingOne: """
    La facture ci-dessous, échue depuis {retard}, demeure impayée[[, malgré {messages}]].
    """,
    .openingSeveral: """
    Les {nombre} factures ci-dessous, dont la plus ancienne est échue depuis {retard}, demeurent \
    impayées[[, malgré {messages}]].
    """,
    .request: """
    Nous vous demandons de procéder dès réception de ce courrier au règlement de \
    {total}[[, {comprenant}]]. Si vous contestez une partie de cette somme ou si une difficulté \
    vous arrête, dites-le-nous par retour : une réponse de votre part nous permet d'en tenir compte.

    \(accessoriesBeside)
    """,
  ]

  private static let firmFactual: Texts = [
    .subjectOne: "Règlement attendu : facture {facture}, {total}",
    .subjectSeveral: "Règlement attendu : {nombre} factures échues, {total}",
    .subjectAccessories: "Règlement attendu : votre compte, {total}",
    .openingOne: """
    À la date de ce courrier, la facture {facture}, échue depuis {retard}, reste \
    impayée[[ ({messages})]].
    """,
    .openingSeveral: """
    À la date de ce courrier, {nombre} factures, dont la plus ancienne est échue depuis {retard}, \
    restent impayées[[ ({messages})]].
    """,
    .openingAccessories: accessoriesLeft,
    .brokenPromise: promise,
    .request: """
    Nous vous remercions de nous régler la somme de {total}[[, {comprenant},]] au plus tard le \
    {dateLimite}.

    Si cette date vous est difficile, ou si vous contestez une partie de cette somme, \
    appelez-nous[[ au {telephone}]] : nous examinerons ensemble une solution, par exemple un \
    échéancier. Sans nouvelle de votre part, nous devrons passer à l'étape suivante, une mise en \
    demeure.
    """,
    .ending: """
    Si votre règlement nous a été adressé entre-temps, merci de nous en indiquer la date.
    """,
  ]

  private static let firmFirm: Texts = [
    .openingOne: """
    À la date de ce courrier, la facture {facture}, échue depuis {retard}, demeure \
    impayée[[, malgré {messages}]].
    """,
    .openingSeveral: """
    À la date de ce courrier, {nombre} factures, dont la plus ancienne est échue depuis {retard}, \
    demeurent impayées[[, malgré {messages}]].
    """,
    .request: """
    Nous vous demandons de nous régler la somme de {total}[[, {comprenant},]] au plus tard le \
    {dateLimite}.

    Si une difficulté vous empêche de respecter cette date, ou si vous contestez une partie de \
    cette somme, appelez-nous[[ au {telephone}]] : nous examinerons ensemble une solution, par \
    exemple un échéancier. Sans règlement ni réponse de votre part, la prochaine étape sera \
    l'envoi d'une mise en demeure.
    """,
  ]

  private static let notice: Texts = [
    .subjectOne: "Mise en demeure de payer {total}",
    .subjectSeveral: "Mise en demeure de payer {total}",
    .subjectAccessories: "Mise en demeure de payer {total}",
    .openingOne: """
    À la date de ce courrier, et sauf règlement qui nous serait parvenu entre-temps, la facture \
    suivante demeure impayée[[, malgré {messages}]].
    """,
    .openingSeveral: """
    À la date de ce courrier, et sauf règlement qui nous serait parvenu entre-temps, les {nombre} \
    factures suivantes demeurent impayées[[, malgré {messages}]].
    """,
    .openingAccessories: """
    À la date de ce courrier, et sauf règlement qui nous serait parvenu entre-temps, les sommes \
    détaillées ci-dessous restent dues à la suite de règlements reçus en \
    retard[[, malgré {messages}]].
    """,
    .brokenPromise: promise,
    .request: """
    [[Les pénalités de retard continuent de courir jusqu'au jour du paiement, à raison de \
    {parJour} par jour à ce jour ({taux}).]]

    En conséquence, nous vous mettons en demeure de nous régler la somme de {total} dans un délai \
    de {delai} à compter de la réception de cette lettre.

    {fondement}

    À défaut de règlement complet dans ce délai, nous nous réservons la possibilité de saisir la \
    juridiction compétente pour obtenir le paiement de {sommes} et des frais que la loi met à la \
    charge du débiteur.
    """,
    .ending: """
    Si vous contestez tout ou partie de cette somme, ou si vous rencontrez une difficulté \
    passagère, écrivez-nous ou appelez-nous[[ au {telephone}]] dans ce même délai : votre réponse \
    sera examinée, et une solution amiable reste possible.
    """,
  ]

  private static let thanks: Texts = [
    .subject: "Votre règlement nous est bien parvenu : merci",
    .opening: """
    Nous avons bien reçu le {recuLe} votre règlement de {reglement}[[, pour {factures}]]. Nous \
    vous en remercions.

    {solde}
    """,
    .ending: "Nous restons à votre disposition pour toute question.",
  ]
}
