import Intake
import Ledger

extension DeskRefusal {
  /// Why something cannot be decided about a bank line or a payer.
  var wordsAboutLines: Phrase {
    switch self {
    case .nothingToTakeBack:
      Phrase(
        french: "Il n’y a plus rien à reprendre sur cette ligne ici. Une imputation plus ancienne "
          + "s’annule sur la page de sa facture.",
        english: "There is nothing left to take back on this line here. An older allocation is "
          + "undone on the page of its invoice.")
    case .untellingWords(let words):
      Phrase(
        french: "« \(words) » est trop court pour reconnaître une ligne\u{A0}: donnez au moins "
          + "quatre lettres.",
        english: "“\(words)” is too short to know a line by: give at least four letters.")
    case .wordsOfCustomers(let words, let count, let example):
      Phrase(
        french: "« \(words) » se lit aussi sur \(count) "
          + (count > 1 ? "règlements déjà imputés" : "règlement déjà imputé")
          + " à des clients, par exemple « \(example) ». Donnez des mots plus précis.",
        english: "“\(words)” also stands on \(count) payments allocated to customers, such as "
          + "“\(example)”. Give more telling words.")
    case .unknownRule(let rule):
      Phrase(
        french: "Règle inconnue ou déjà retirée (n° \(rule.raw)).",
        english: "Unknown rule, or removed before (\(rule.raw)).")
    case .namelessPayer:
      Phrase(
        french: "La banque ne nomme ni payeur ni compte sur cette ligne\u{A0}: il n’y a rien à "
          + "retenir.",
        english: "The bank names neither payer nor account on this line: there is nothing to learn."
      )
    default: wordsAboutReplies
    }
  }
}
