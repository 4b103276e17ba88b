public import Behaviour
public import Ledger
public import Quantities

/// Where a customer stands when it asks for something: what is looked at before saying yes.
public struct Standing: Hashable, Sendable {
  /// An invoice past its due date that nothing keeps from being asked for.
  public struct OverdueInvoice: Hashable, Sendable {
    public let number: String
    public let amount: Money
    public let due: Day

    public init(number: String, amount: Money, due: Day) {
      self.number = number
      self.amount = amount
      self.due = due
    }
  }

  /// Nil for somebody who is not in the book.
  public let customer: Customer?
  public let habit: PaymentHabit
  /// Oldest due date first.
  public let overdue: [OverdueInvoice]
  /// The part of what is overdue that the customer contests.
  public let disputed: Money
  public let brokenPromises: Int
  public let insolvency: Insolvency?
  public let exposure: Exposure
  /// What kind of payer it is, as far as is known.
  public let payer: PayerProfile.Kind

  public init(
    customer: Customer?, habit: PaymentHabit, overdue: [OverdueInvoice] = [],
    disputed: Money = .zero, brokenPromises: Int = 0, insolvency: Insolvency? = nil,
    exposure: Exposure, payer: PayerProfile.Kind = .unknown
  ) {
    self.customer = customer
    self.habit = habit
    self.overdue = overdue
    self.disputed = disputed
    self.brokenPromises = brokenPromises
    self.insolvency = insolvency
    self.exposure = exposure
    self.payer = payer
  }

  public var overdueAmount: Money { overdue.lazy.map(\.amount).sum() }
}
