public import Behaviour
public import Law
public import Quantities

/// What a firm has chosen about terms, rush orders and its own money.
public struct HousePolicy: Hashable, Sendable {
  public var counterpart = CounterpartPolicy()
  /// What the firm's own money costs it in a year: its overdraft rate. Eight percent is a
  /// supposition until the firm gives its own.
  public var costOfMoney = Rate.percent(8)
  /// What is supposed of a payer without history.
  public var prior = PaymentHabit.Prior()
  /// The trade whose ceilings apply (R1.14: chosen by a person).
  public var sector = Sector.general
  /// From order to delivery as a rule, where nothing is known of the customer.
  public var usualLeadInDays = 15

  public init() {}
}
