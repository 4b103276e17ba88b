public import Ledger
public import Quantities

/// What is known of a payer beside its account: its bank, its group, its rush orders.
public struct PayerSignals: Hashable, Sendable {
  /// How a rush order ended.
  public struct RushRequest: Hashable, Sendable {
    public let asked: Day
    /// Whether the customer refused to give anything in return.
    public let isRefused: Bool

    public init(asked: Day, isRefused: Bool) {
      self.asked = asked
      self.isRefused = isRefused
    }
  }

  /// A payment by the same payer for another customer.
  public struct PaymentForOther: Hashable, Sendable {
    public let customer: CustomerID
    public let day: Day

    public init(customer: CustomerID, day: Day) {
      self.customer = customer
      self.day = day
    }
  }

  /// The days debits came back for want of money.
  public var returnedDebits: [Day]
  public var rushRequests: [RushRequest]
  public var paymentsForOthers: [PaymentForOther]

  public init(
    returnedDebits: [Day] = [], rushRequests: [RushRequest] = [],
    paymentsForOthers: [PaymentForOther] = []
  ) {
    self.returnedDebits = returnedDebits
    self.rushRequests = rushRequests
    self.paymentsForOthers = paymentsForOthers
  }
}
