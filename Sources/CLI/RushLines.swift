import CreditPolicy
import Ledger
import Office
import Quantities
import Store

extension RushHistory {
  /// The offers made, newest first, and what they have brought.
  var lines: [String] {
    guard !chapters.isEmpty else { return ["Aucune proposition n’a été notée."] }
    var lines = [Terminal.bold("Propositions de contrepartie, les dernières d’abord")]
    lines += chapters.map { "  " + $0.line }
    for (currency, balance) in balances {
      lines.append(
        Terminal.bold(
          "\(balance.offers) proposition\(balance.offers > 1 ? "s" : "")\u{A0}: "
            + "\(balance.accepted) acceptées, \(balance.refused) refusées, "
            + "\(balance.unanswered) sans réponse\u{A0}; valeur obtenue "
            + balance.gained.french(in: currency)))
    }
    return lines
  }
}

extension RushChapter {
  /// `n° 812  23/11/2026  Dubois SARL  8 000,00 €  15 → 7 j  …`
  var line: String {
    let offer = story.offer.fact
    let asked = offer.counterTerm.map { " → " + $0.words(in: .french) } ?? ""
    return Terminal.column("n° \(story.offer.number.raw)", 9)
      + Terminal.column(story.offer.happened.french, 12) + Terminal.column(customer.name, 28)
      + Terminal.rightColumn(offer.amount.french(in: story.currency), 15) + "  "
      + Terminal.column("\(offer.usualLeadInDays) → \(offer.askedLeadInDays)\u{A0}j", 12)
      + "\(offer.usualTerm.words(in: .french))\(asked)\u{A0}: \(outcome)"
      + (invoice.map { ", facture \($0)" } ?? "")
  }

  private var outcome: String {
    guard let answer = story.answer?.fact else { return "pas encore de réponse" }
    switch answer.outcome {
    case .refused: return "refusé"
    case .noAnswer: return "sans réponse"
    case .accepted:
      let kind = answer.counterpart.map { " (\($0.words(in: .french)))" } ?? ""
      let amount = answer.amount.map { ", " + $0.french(in: story.currency) } ?? ""
      return "accepté" + kind + amount
    }
  }
}

extension MissedOccasions {
  /// The fast deliveries for which nothing was asked, the dearest first.
  var lines: [String] {
    let span = "du \(days.first.french) au \(days.last.french)"
    guard !list.isEmpty else { return ["Aucune occasion manquée \(span)."] }
    let worth = worth.sorted { $0.key < $1.key }.map { $0.value.french(in: $0.key) }
    var lines = [
      Terminal.bold(
        "\(list.count) livraison\(list.count > 1 ? "s" : "") rapide\(list.count > 1 ? "s" : "") "
          + "sans contrepartie \(span)\u{A0}: \(daysGiven)\u{A0}j donnés, valeur "
          + worth.joined(separator: " + "))
    ]
    for occasion in list {
      let order = occasion.offer.order
      let term = occasion.offer.counterpart.term.map { ", contre " + $0.words(in: .french) } ?? ""
      lines.append(
        "  " + Terminal.column(occasion.customer.name, 28) + Terminal.column(occasion.number, 16)
          + Terminal.rightColumn(order.amount.french(in: occasion.currency), 15) + "  "
          + Terminal.column("\(order.usualLeadInDays) → \(order.askedLeadInDays)\u{A0}j", 12)
          + "valait \(occasion.offer.worth.french(in: occasion.currency))\(term)")
    }
    return lines
  }
}
