public import Law
public import Ledger
public import Quantities

/// One amount of a claim, with the operands it came from and the rule behind it.
public struct ClaimLine: Hashable, Sendable {
  /// What the amount is for, with what is particular to it.
  public enum Kind: Hashable, Sendable {
    /// The part of a document past its due date and not contested.
    case principal
    /// Late-payment interest of one segment.
    case interest(InterestSegment)
    /// Interest that a payment settled before the principal (C. civ. 1343-1): negative.
    case interestSettled(on: Day)
    /// The fixed compensation for recovery costs, once an invoice, by the decree for the buyer.
    case compensation(toPublicBuyer: Bool)
    /// A credit note or an overpayment in the customer's favour: negative.
    case credit
    /// Money received on the day, on the account and on no document yet: negative.
    case unapplied(received: Day)
  }

  public let kind: Kind
  /// The document the amount belongs to, or the bank line of unapplied money.
  public let document: EntryNumber
  public let amount: Money

  public init(_ kind: Kind, document: EntryNumber, amount: Money) {
    self.kind = kind
    self.document = document
    self.amount = amount
  }

  /// The days, balance and rate, when the line is interest.
  public var segment: InterestSegment? {
    if case .interest(let segment) = kind { segment } else { nil }
  }

  /// The rule behind the amount.
  public var citation: Citation {
    switch kind {
    case .principal: Citation("Code civil", "1103", sheet: "R2.8")
    case .interest(let segment): segment.basis.citation
    case .interestSettled: ImputationOrder.citation
    case .compensation(toPublicBuyer: false): FixedCompensation.citation
    case .compensation(toPublicBuyer: true):
      Citation("Code de la commande publique", "D2192-35", sheet: "R1.24")
    case .credit: Citation("Code civil", "1347", sheet: "R3.9")
    case .unapplied: Citation("Code civil", "1342-10", sheet: "R3.10")
    }
  }
}
