public import Behaviour
public import Ledger
public import Quantities

/// A way for the customer to give something in return, worth as much as the shorter term.
public struct Alternative: Hashable, Sendable {
  /// Money that arrives, and when it is expected.
  public struct Receipt: Hashable, Sendable {
    public let day: Day
    public let amount: Money
  }

  public let kind: RushAnswer.Counterpart
  /// The deposit, the surcharge or the overdue amount to be paid with the order; for a shorter
  /// term, the order itself.
  public let amount: Money
  /// A surcharge that makes up what the deposit or the overdue amount falls short of.
  public let complement: Money
  /// What is expected of this order and when; the overdue amount, when it is part of the deal, too.
  public let receipts: [Receipt]
  /// The expected loss that is avoided; negative for a surcharge, which may go unpaid itself.
  public let riskRemoved: Money
  /// What it is worth to the firm.
  public let value: Money
  /// The steps that sum to the value.
  public let derivation: [ValueStep]

  /// Interest on the overdraft that is spared, and what a surcharge brings.
  public var gained: Money { value - riskRemoved }
}

/// One product that makes the value of an alternative.
public enum ValueStep: Hashable, Sendable {
  /// An amount received so many days sooner, at the cost of money.
  case interestSpared(Money, days: Int, at: Rate, gives: Money)
  /// The same amount, at the chance of default over the days of credit.
  case riskRemoved(Money, days: Int, over: Int, chance: Rate, gives: Money)
  /// A surcharge, paid with the invoice so many days after the order.
  case surcharge(Money, days: Int, at: Rate, chance: Rate, gives: Money)
}

/// What to answer a customer who wants an order faster: the counterpart, its alternatives of the
/// same value, and the conditions.
public struct CounterOffer: Hashable, Sendable {
  public let order: RushOrder
  public let counterpart: Counterpart
  /// The shorter term first; then what is worth as much. Empty when nothing is asked in return.
  public let alternatives: [Alternative]
  /// An extra surcharge for the halvings below "with the order"; zero when there is none.
  public let beyondOrder: Money
  public let conditions: [Condition]
  public let light: Light
  /// When the money is expected at the usual term, by the customer's habit.
  public let usualReceipt: Day
  /// What each alternative is worth.
  public let worth: Money
  public let costOfMoney: Rate
  public let habit: PaymentHabit

  /// The alternative of a kind; nil when it cannot be offered.
  public func alternative(_ kind: RushAnswer.Counterpart) -> Alternative? {
    alternatives.first { $0.kind == kind }
  }

  /// Days between the usual due date and the one asked for.
  public var daysGained: Int { counterpart.due.days(to: counterpart.usualDue) }
}
