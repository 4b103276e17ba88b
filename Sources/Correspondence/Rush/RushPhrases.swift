import CreditPolicy
import Law
import Ledger
import Quantities

/// Figures and terms as they stand inside a sentence of one language.
struct RushPhrases {
  let language: Customer.Language
  let currency: Currency

  private var isFrench: Bool { language == .french }

  func amount(_ amount: Money) -> String {
    isFrench ? amount.french(in: currency) : amount.english(in: currency)
  }

  func positive(_ amount: Money) -> String? { amount.isPositive ? self.amount(amount) : nil }

  func date(_ day: Day) -> String { isFrench ? day.frenchLong : day.englishLong }

  func days(_ count: Int) -> String {
    isFrench ? FrenchWording.days(count) : EnglishWording.days(count)
  }

  /// When something is paid, after a verb: `à 30 jours`, `à la commande`, `within 30 days`.
  func adverb(_ term: SaleTerm) -> String {
    switch term {
    case .onOrder: isFrench ? "à la commande" : "with the order"
    case .credit(let formula): isFrench ? french(formula) : english(formula)
    }
  }

  private func french(_ formula: TermFormula) -> String {
    switch formula {
    case .none: "30 jours après réception"
    case .onReceipt: "à réception de la facture"
    case .net(let days), .publicBuyer(let days): "à \(self.days(days))"
    case .daysThenEndOfMonth(let days): "à \(self.days(days)) fin de mois"
    case .endOfMonthThenDays(0): "à la fin du mois"
    case .endOfMonthThenDays(let days): "\(self.days(days)) après la fin du mois"
    case .daysThenEndOfMonthThe(let days, let day):
      "à \(self.days(days)) fin de mois le \(day)"
    case .decade(let days): "à \(self.days(days)) fin de décade"
    case .afterDeliveryMonth(let days): "\(self.days(days)) après la fin du mois de livraison"
    }
  }

  private func english(_ formula: TermFormula) -> String {
    switch formula {
    case .none: "30 days after receipt"
    case .onReceipt: "on receipt of the invoice"
    case .net(let days), .publicBuyer(let days): "within \(self.days(days))"
    case .daysThenEndOfMonth(let days): "at \(self.days(days)) end of month"
    case .endOfMonthThenDays(0): "at the end of the month"
    case .endOfMonthThenDays(let days): "\(self.days(days)) after the end of the month"
    case .daysThenEndOfMonthThe(let days, let day):
      "at \(self.days(days)) end of month the \(day)"
    case .decade(let days): "\(self.days(days)) after the ten-day period"
    case .afterDeliveryMonth(let days): "\(self.days(days)) after the month of delivery"
    }
  }

  /// The comparison with the usual term: `au lieu de 60`, `plutôt qu’à 30 jours`.
  func instead(of usual: SaleTerm, by term: SaleTerm) -> String {
    // Between two plain numbers of days the unit is said once, as people speak.
    if case .credit(.net(let days)) = usual, case .credit(.net) = term {
      return isFrench ? "au lieu de \(days)" : "instead of \(days)"
    }
    let words = adverb(usual)
    guard isFrench else { return "rather than \(words)" }
    return words.hasPrefix("à") ? "plutôt qu’\(words)" : "plutôt que \(words)"
  }

  /// What is asked in return, as a thing: `un règlement à 30 jours`.
  func counterpart(of proposal: RushProposal) -> String? {
    switch proposal.ask {
    case .term, .order, .orderOnly:
      return proposal.term.map {
        isFrench ? "un règlement \(adverb($0))" : "payment \(adverb($0))"
      }
    case .surcharge(let amount):
      let figure = self.amount(amount)
      return isFrench ? "un supplément express de \(figure)" : "an express surcharge of \(figure)"
    case .overdue:
      return overdue(proposal).map {
        isFrench ? "le règlement de \($0)" : "payment of \($0)"
      }
    case .nothing: return nil
    }
  }

  /// `la facture F-2031 (4 812,00 €)`, `vos 3 factures échues (9 000,00 €, dont F-2031)`.
  func overdue(_ proposal: RushProposal) -> String? {
    guard let first = proposal.overdue.first, proposal.overdueAmount.isPositive else { return nil }
    let number = first.number.inOneLine ?? "–"
    let sum = amount(proposal.overdueAmount)
    let count = proposal.overdue.count
    if count == 1 {
      return isFrench ? "la facture \(number) (\(sum))" : "invoice \(number) (\(sum))"
    }
    return isFrench
      ? "vos \(count) factures échues (\(sum), dont \(number))"
      : "your \(count) overdue invoices (\(sum), including \(number))"
  }
}
