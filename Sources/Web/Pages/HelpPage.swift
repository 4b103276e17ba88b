import Office
import Printing

/// One line for each word of the trade, and the keyboard's shortcuts.
func helpPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  var page = Page(voice("Aide", "Help"), in: .help) {
    div {
      div {
        h2(voice("Les mots du métier", "Words of the trade"))
        dl {
          for word in moneyWords(voice) + disputeWords(voice) + importWords(voice) {
            dt(word.0)
            dd(word.1)
          }
        }.class("terms")
      }.class("card")
      div {
        h2(voice("Raccourcis clavier", "Keyboard shortcuts")).id("raccourcis")
        shortcutTable(voice)
      }.class("card")
    }.class("split")
  }
  page.lead = voice(
    "Encaisse calcule et montre\u{A0}; c’est vous qui décidez et qui envoyez.",
    "Encaisse works out and shows; you decide and you send.")
  return try page.reply(to: visit)
}

/// What comes in, and what it takes to mend it.
private func importWords(_ voice: Voice) -> [(String, String)] {
  [
    (
      voice("Colonnes d’un relevé CSV", "Columns of a CSV statement"),
      voice(
        "Trouvées aux mots de l’en-tête et à ce qu’elles contiennent. Quand un doute reste, vous "
          + "dites une fois ce que chacune contient\u{A0}; c’est retenu pour les suivants.",
        "Found from the words of the header and from what they hold. Where a doubt is left, you "
          + "say once what each holds; it is kept for the next ones.")
    ),
    (
      voice("Ligne à corriger", "Line to mend"),
      voice(
        "Une ligne qui n’a pas pu être reprise, gardée telle quelle. Corrigez-la sur la page de "
          + "son import, ou dans un tableur\u{A0}: le reste du fichier est déjà repris.",
        "A line that could not be taken, kept as it stands. Mend it on the page of its import, or "
          + "in a spreadsheet: the rest of the file is taken already.")
    ),
  ]
}

/// What is owed, and what comes on top of it.
private func moneyWords(_ voice: Voice) -> [(String, String)] {
  [
    (
      voice("Encours", "Outstanding balance"),
      voice("Tout ce qu’un client vous doit, échu ou non.", "All a customer owes, due or not.")
    ),
    (
      voice("Échu", "Overdue"),
      voice(
        "La date d’échéance est passée. Le jour de l’échéance n’est pas un retard.",
        "The due date has passed. The due date itself is not late.")
    ),
    (
      voice("Relance", "Reminder"),
      voice(
        "Un message qui demande le paiement. Un seul par client, pour toutes ses factures.",
        "A message that asks for payment. One a customer, for all their invoices.")
    ),
    (
      voice("Pénalités de retard", "Late-payment interest"),
      voice(
        "Dues dès le lendemain de l’échéance, sans rappel. À défaut de taux dans vos CGV\u{A0}: "
          + "taux de la BCE + 10 points (C. com. L441-10).",
        "Owed from the day after the due date, without a reminder. Without a rate in your terms: "
          + "ECB rate + 10 points (C. com. L441-10).")
    ),
    (
      voice("Indemnité forfaitaire", "Fixed recovery compensation"),
      voice(
        "40\u{A0}€ par facture payée en retard, entre professionnels (C. com. D441-5).",
        "€40 for each invoice paid late, between professionals (C. com. D441-5).")
    ),
    (
      voice("Imputation, lettrage", "Allocation, cash application"),
      voice("Dire quelle facture un règlement paie.", "Saying which invoice a payment pays.")
    ),
  ]
}

/// What becomes of it, up to the court.
private func disputeWords(_ voice: Voice) -> [(String, String)] {
  [
    (
      voice("En compte, non imputé", "On account, unapplied"),
      voice(
        "De l’argent reçu d’un client, qui ne paie encore aucune facture.",
        "Money received from a customer that pays no invoice yet.")
    ),
    (
      voice("Litige", "Dispute"),
      voice(
        "Le client conteste\u{A0}: la part contestée n’est plus réclamée tant qu’il est ouvert.",
        "The customer contests: the contested part is not claimed while it is open.")
    ),
    (
      voice("Promesse", "Promise"),
      voice(
        "Un jour et un montant annoncés. Les relances attendent jusque-là, plus deux jours ouvrés.",
        "A day and an amount announced. Reminders wait until then, plus two working days.")
    ),
    (
      voice("Mise en demeure", "Formal notice"),
      voice(
        "La dernière demande avant la justice, par lettre recommandée avec avis de réception.",
        "The last demand before court, by registered letter with acknowledgement of receipt.")
    ),
    (
      voice("Balance âgée", "Aged balance"),
      voice("Ce qui vous est dû, par âge du retard.", "What is owed to you, by age of the delay.")
    ),
    (
      voice("Prescription", "Limitation"),
      voice(
        "Cinq ans entre professionnels\u{A0}; après, on ne peut plus agir en justice. Une simple "
          + "relance ne l’arrête pas.",
        "Five years between professionals; after it, no claim in court. A mere reminder does not "
          + "stop it.")
    ),
  ]
}
