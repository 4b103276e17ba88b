import Intake
import Ledger
import Quantities

extension DeskRefusal {
  /// Why something cannot be noted of a call, a promise, a plan or a dispute.
  var wordsAboutAgreements: Phrase {
    switch self {
    case .moreThanOwed(let amount, let owed, let currency):
      Phrase(
        french: "\(amount.french(in: currency)), c’est plus que les \(owed.french(in: currency)) "
          + "dus. Corrigez, ou cochez «\u{A0}C’est bien ce qui a été dit\u{A0}».",
        english: "\(amount.english(in: currency)) is more than the \(owed.english(in: currency)) "
          + "owed. Correct it, or tick “That is what was said”.")
    case .farAway(let day, let last):
      Phrase(
        french: "Le \(day.french) est loin\u{A0}: au-delà du \(last.french), cochez "
          + "«\u{A0}C’est bien ce qui a été dit\u{A0}», ou proposez un échéancier.",
        english: "\(day.iso) is far away: beyond \(last.iso) tick “That is what was said”, or "
          + "offer an instalment plan.")
    case .dateAhead(let day):
      Phrase(
        french: "Le \(day.french) n’est pas encore venu\u{A0}: notez plutôt une promesse.",
        english: "\(day.iso) is still to come: record a promise instead.")
    case .callRecorded:
      Phrase(
        french:
          "Un autre appel à ce client vient d’être noté\u{A0}: le vôtre ne l’est pas, pour ne "
          + "rien doubler.",
        english: "Another call to this customer has just been recorded: yours is not, so that "
          + "nothing is doubled.")
    case .planInForce(let total, let currency):
      Phrase(
        french: "Un échéancier de \(total.french(in: currency)) est déjà en vigueur pour ces "
          + "factures\u{A0}: annulez-le d’abord.",
        english: "A plan of \(total.english(in: currency)) is in force for these invoices: undo it "
          + "first.")
    case .nothingRecognised:
      Phrase(
        french: "Un avoir partiel\u{A0}: indiquez le montant reconnu.",
        english: "A partial credit note: give the amount recognised.")
    default: wordsAboutLines
    }
  }
}
