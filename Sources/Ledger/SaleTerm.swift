public import Law
public import Quantities

/// When a sale is paid: with the order, before anything is made, or after the invoice by a term.
public enum SaleTerm: Hashable, Sendable {
  /// Payment on receipt of the order (à la commande).
  case onOrder
  /// A payment term in the sense of L441-10 (délai de paiement).
  case credit(TermFormula)

  /// `onOrder`, or the formula's own notation: `net(30)`, `daysThenEOM(45)`.
  public var notation: String {
    switch self {
    case .onOrder: "onOrder"
    case .credit(let formula): formula.notation
    }
  }

  /// Reads `notation` back; nil for anything else.
  public init?(notation: some StringProtocol) {
    if notation == "onOrder" {
      self = .onOrder
    } else if let formula = TermFormula(notation: notation) {
      self = .credit(formula)
    } else {
      return nil
    }
  }

  /// The last day to pay on time what is invoiced, and delivered, on a day. What is payable with
  /// the order is due at the latest when its invoice is issued.
  public func due(invoicedOn day: Day) -> Day {
    guard case .credit(let formula) = self else { return day }
    let dates = TermDates(issue: day, delivery: day, receipt: day)
    guard let due = try? DueDate.day(formula, from: dates) else {
      preconditionFailure("every day a term counts from is given")
    }
    return due
  }

  /// How long the term is on the average, in days from the invoice; zero with the order. "30 jours
  /// fin de mois" is about 45: half a month is waited for on the average.
  public var averageInDays: Int {
    guard case .credit(let formula) = self else { return 0 }
    return switch formula {
    case .none: DueDate.defaultDays
    case .onReceipt: 0
    case .net(let days), .publicBuyer(let days): days
    case .daysThenEndOfMonth(let days), .endOfMonthThenDays(let days),
      .afterDeliveryMonth(let days):
      days + 15
    case .daysThenEndOfMonthThe(let days, let day): days + 15 + day
    case .decade(let days): days + 5
    }
  }

  /// Whether nothing is left to shorten.
  public var isOnOrder: Bool { self == .onOrder }
}
