import Intake
import Ledger
import Quantities

extension DeskRefusal {
  /// Why something cannot be decided about a message that came in.
  var wordsAboutReplies: Phrase {
    switch self {
    case .unknownReply(let reply):
      Phrase(
        french: "Aucune réponse ne porte le n° \(reply.raw).",
        english: "There is no reply of number \(reply.raw).")
    case .replyAnswered(let reply, let day):
      Phrase(
        french: "La réponse n° \(reply.raw) est déjà traitée, le \(day.french).",
        english: "Reply \(reply.raw) was dealt with before, on \(day.iso).")
    case .replyWaits(let reply):
      Phrase(
        french: "La réponse n° \(reply.raw) n’est pas traitée : il n’y a rien à reprendre.",
        english: "Reply \(reply.raw) is not dealt with: there is nothing to take back.")
    case .replyUnfiled(let reply):
      Phrase(
        french: "Dites d’abord de quel client vient la réponse n° \(reply.raw).",
        english: "First say which customer wrote reply \(reply.raw).")
    default: wordsAboutImports
    }
  }
}
