public import Quantities

/// What a customer owes and is about to owe, against the most it may (engagement).
public struct Exposure: Hashable, Sendable {
  /// The outstanding balance in the books.
  public let balance: Money
  /// Rush orders accepted and not invoiced yet.
  public let ordersUnderWay: Money
  /// The order that is being talked about.
  public let thisOrder: Money
  /// The most the customer may owe; nil when nobody has set it and there is too little to propose.
  public let limit: Money?
  /// Whether a person decided the limit; otherwise it is our proposal, and binds nobody.
  public let isGranted: Bool

  public init(
    balance: Money, ordersUnderWay: Money = .zero, thisOrder: Money, limit: Money?,
    isGranted: Bool = true
  ) {
    self.balance = balance
    self.ordersUnderWay = ordersUnderWay
    self.thisOrder = thisOrder
    self.limit = limit
    self.isGranted = isGranted
  }

  /// All of it: what would be at stake once the order is delivered unpaid.
  public var total: Money { balance + ordersUnderWay + thisOrder }

  /// What goes beyond the limit; zero when it holds, or when there is none.
  public var excess: Money { limit.map { max(.zero, total - $0) } ?? .zero }

  /// How much of the limit would be used, in percent; nil without a limit.
  public var usedInPercent: Int? {
    guard let limit, limit.isPositive else { return nil }
    return Int(total.scaled(by: 100, over: limit.cents).cents)
  }
}
