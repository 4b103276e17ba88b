public import Quantities

/// The customer says that it has paid: to be looked for at the bank, and no promise (dit avoir
/// payé).
public struct SaidPaid: Hashable, Sendable {
  /// The day of the payment, as the customer says.
  public let on: Day
  public let amount: Money
  public let words: String
  /// Who said it; empty when nobody noted the name.
  public let saidBy: String

  public init(on: Day, amount: Money, words: String = "", saidBy: String = "") {
    self.on = on
    self.amount = amount
    self.words = words
    self.saidBy = saidBy
  }
}

/// Somebody else on our side looks after a dispute.
public struct DisputeOwner: Hashable, Sendable {
  public let dispute: EntryNumber
  /// Empty for nobody.
  public let name: String

  public init(of dispute: EntryNumber, name: String) {
    self.dispute = dispute
    self.name = name
  }
}
