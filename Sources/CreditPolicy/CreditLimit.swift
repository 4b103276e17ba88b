public import Behaviour
public import Ledger
public import Quantities

/// The most a customer should owe, worked out of what it buys and how it pays (encours autorisé).
///
/// What a year of purchases leaves outstanding at its term and its average delay, and a fifth more
/// for the ups and downs; halved for a customer that has let invoices go unpaid or broken a
/// promise; nothing once collective proceedings are open.
public struct CreditLimit: Hashable, Sendable {
  /// What was invoiced over the last year, tax included, credit notes deducted.
  public let yearlySales: Money
  /// The usual term, on the average, with the average delay, in days.
  public let waitInDays: Int
  public let isHalved: Bool
  public let isInsolvent: Bool
  /// The proposal, rounded up to a hundred; nil when there is no year of history to speak of.
  public let amount: Money?

  public init(
    yearlySales: Money, waitInDays: Int, isHalved: Bool = false, isInsolvent: Bool = false
  ) {
    self.yearlySales = yearlySales
    self.waitInDays = waitInDays
    self.isHalved = isHalved
    self.isInsolvent = isInsolvent
    if isInsolvent {
      amount = .zero
    } else if !yearlySales.isPositive {
      amount = nil
    } else {
      let outstanding = yearlySales.scaled(by: Int64(max(1, waitInDays)) * 6, over: 365 * 5)
      let prudent = isHalved ? outstanding.scaled(by: 1, over: 2) : outstanding
      amount = Money(cents: (prudent.cents + 9_999) / 10_000 * 10_000)
    }
  }

  /// The proposal for an account on a day.
  public init(of account: Account, habit: PaymentHabit, on today: Day, usualTerm: SaleTerm) {
    let first = today.adding(days: -365)
    let sales = account.items.lazy.filter { $0.issue > first && $0.issue <= today }
      .map(\.total).sum()
    self.init(
      yearlySales: sales,
      waitInDays: usualTerm.averageInDays + max(0, habit.averageDelayInDays),
      isHalved: habit.lost > 0,
      isInsolvent: account.insolvency.map { $0.happened <= today } ?? false)
  }

  /// How the proposal was found: `12 mois de ventes 96 000,00 € × 38 j / 365 × 1,2`.
  public func derivation(in language: Customer.Language, _ currency: Currency) -> String {
    if isInsolvent {
      return language == .french
        ? "procédure collective ouverte\u{A0}: plus de crédit"
        : "insolvency proceedings are open: no credit"
    }
    switch language {
    case .french:
      return "12 mois de ventes, \(yearlySales.french(in: currency)) × \(waitInDays)\u{A0}j / 365 "
        + "× 1,2" + (isHalved ? ", réduit de moitié (facture restée impayée)" : "")
        + ", arrondi à la centaine supérieure"
    case .english:
      return "12 months of sales, \(yearlySales.english(in: currency)) × \(waitInDays) days / 365 "
        + "× 1.2" + (isHalved ? ", halved (an invoice was left unpaid)" : "")
        + ", rounded up to a hundred"
    }
  }
}
