public import Quantities

/// What was offered to a customer who wants an order faster than usual (commande urgente).
public struct RushOffer: Hashable, Sendable {
  /// What the order comes to, tax included.
  public let amount: Money
  /// From order to delivery as a rule, in days.
  public let usualLeadInDays: Int
  /// From order to delivery as asked this time, in days.
  public let askedLeadInDays: Int
  public let usualTerm: SaleTerm
  /// The shorter term asked in return; nil when only an alternative was offered.
  public let counterTerm: SaleTerm?
  /// What the counterpart is worth to us: interest spared and risk removed.
  public let worth: Money
  /// The policy it follows: `ladder` or `proportional`.
  public let policy: String
  /// The customer's order number; empty when not known yet.
  public let order: String
  /// The words that were said or sent; empty when the house's own were used unchanged.
  public let words: String

  public init(
    amount: Money, usualLeadInDays: Int, askedLeadInDays: Int, usualTerm: SaleTerm,
    counterTerm: SaleTerm?, worth: Money, policy: String, order: String = "", words: String = ""
  ) {
    self.amount = amount
    self.usualLeadInDays = usualLeadInDays
    self.askedLeadInDays = askedLeadInDays
    self.usualTerm = usualTerm
    self.counterTerm = counterTerm
    self.worth = worth
    self.policy = policy
    self.order = order
    self.words = words
  }
}

/// What the customer answered to a rush offer.
public struct RushAnswer: Hashable, Sendable {
  /// How it ended.
  public enum Outcome: String, Sendable, CaseIterable {
    case accepted, refused, noAnswer
  }
  /// What the customer gives in return.
  public enum Counterpart: String, Sendable, CaseIterable {
    case shorterTerm, deposit, surcharge, settleOverdue
  }

  public let offer: EntryNumber
  public let outcome: Outcome
  /// Which counterpart was accepted; nil unless accepted.
  public let counterpart: Counterpart?
  /// The term that was agreed; nil when the usual one stands.
  public let term: SaleTerm?
  /// The deposit, the surcharge, or the overdue amount that was agreed.
  public let amount: Money?
  /// What the customer said; may be empty.
  public let words: String

  public init(
    offer: EntryNumber, outcome: Outcome, counterpart: Counterpart? = nil,
    term: SaleTerm? = nil, amount: Money? = nil, words: String = ""
  ) {
    self.offer = offer
    self.outcome = outcome
    self.counterpart = counterpart
    self.term = term
    self.amount = amount
    self.words = words
  }
}

/// The invoice that followed an accepted rush offer: the agreed term is held against it.
public struct RushInvoice: Hashable, Sendable {
  public let offer: EntryNumber
  public let document: EntryNumber
  /// The agreed term; nil when the counterpart was something else.
  public let term: SaleTerm?

  public init(offer: EntryNumber, document: EntryNumber, term: SaleTerm?) {
    self.offer = offer
    self.document = document
    self.term = term
  }

  /// The agreed due date of the invoice, when it lies before the one the invoice bears: the
  /// invoice carries the old term and wants correcting. Nil when it keeps to what was agreed.
  public func forgottenDue(on invoice: Invoice) -> Day? {
    guard let term, let printed = invoice.instalments.last?.due else { return nil }
    let agreed = term.due(invoicedOn: invoice.issue)
    return agreed < printed ? agreed : nil
  }
}

/// The most that a customer may owe us, as a person decided (encours autorisé).
public struct GrantedLimit: Hashable, Sendable {
  public let amount: Money
  public let reason: String

  public init(amount: Money, reason: String) {
    self.amount = amount
    self.reason = reason
  }
}
