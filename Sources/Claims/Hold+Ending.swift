public import Ledger
import Quantities

extension Hold {
  /// How the hold ends: the day on which it does by itself, or what a person can do.
  public func ending(in language: Customer.Language) -> String {
    language == .french ? frenchEnding : englishEnding
  }

  private var frenchEnding: String {
    switch self {
    case .insolvent: "prend fin avec la procédure\u{A0}: déclarez la créance au mandataire"
    case .disputed: "prend fin quand vous levez le litige, ou avec un avoir"
    case .lifecycle(let hold, _):
      hold.until.map { "prend fin d’elle-même après le \($0.french)" }
        ?? "prend fin avec un nouveau statut de la plateforme, ou quand vous tranchez"
    case .promised(_, let until):
      "prend fin au règlement, ou le \(until.nextDay.french) si rien n’est venu"
    case .saidPaid(_, let until):
      "prend fin quand la banque le montre, ou le \(until.nextDay.french) si rien n’est venu"
    case .instalmentPlan: "prend fin avec la dernière échéance, ou si l’une d’elles manque"
    case .unappliedCash: "prend fin quand l’argent est imputé\u{A0}: page Rapprochement"
    case .staleBankData: "prend fin à l’import d’un relevé à jour"
    case .snoozed(let snooze): "prend fin le \(snooze.until.french)"
    case .replyWaiting: "prend fin quand vous l’avez traitée\u{A0}: page Réponses"
    case .legalStop: "prend fin quand vous levez l’arrêt, sur la fiche du client"
    case .wrongAddress, .noAddress:
      "prend fin quand vous donnez une adresse, sur la fiche du client"
    case .timeBarred: "ne prend pas fin seule\u{A0}: à vous de décider"
    case .nothingToClaim: "prend fin quand davantage est échu, ou les avoirs imputés"
    }
  }

  private var englishEnding: String {
    switch self {
    case .insolvent: "ends with the proceedings: file the proof of claim"
    case .disputed: "ends when you lift the dispute, or with a credit note"
    case .lifecycle(let hold, _):
      hold.until.map { "ends by itself after \($0.englishLong)" }
        ?? "ends with a new status from the platform, or when you decide"
    case .promised(_, let until):
      "ends with the payment, or on \(until.nextDay.englishLong) if none came"
    case .saidPaid(_, let until):
      "ends when the bank shows it, or on \(until.nextDay.englishLong) if nothing came"
    case .instalmentPlan: "ends with the last part, or if one is missed"
    case .unappliedCash: "ends when the money is allocated: page Reconciliation"
    case .staleBankData: "ends when a newer statement is imported"
    case .snoozed(let snooze): "ends on \(snooze.until.englishLong)"
    case .replyWaiting: "ends when you have dealt with it: page Replies"
    case .legalStop: "ends when you lift it, in the customer's file"
    case .wrongAddress, .noAddress: "ends when you give an address, in the customer's file"
    case .timeBarred: "does not end by itself: you decide"
    case .nothingToClaim: "ends when more is overdue, or the credits are allocated"
    }
  }
}
