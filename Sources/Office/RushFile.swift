import Behaviour
import Claims
public import Correspondence
public import CreditPolicy
public import Law
public import Ledger
public import Quantities
public import Store

/// A rush order as somebody puts it. What is not given is taken from the account.
public struct RushQuestion: Hashable, Sendable {
  public var customer: CustomerID?
  public var amount: Money
  public var currency: Currency
  public var usualLeadInDays: Int?
  public var askedLeadInDays: Int
  public var usualTerm: SaleTerm?
  /// The policy to follow this once; the house's own when nil.
  public var method: CounterpartPolicy.Method?

  public init(
    customer: CustomerID? = nil, amount: Money, currency: Currency = .eur,
    usualLeadInDays: Int? = nil, askedLeadInDays: Int, usualTerm: SaleTerm? = nil,
    method: CounterpartPolicy.Method? = nil
  ) {
    self.customer = customer
    self.amount = amount
    self.currency = currency
    self.usualLeadInDays = usualLeadInDays
    self.askedLeadInDays = askedLeadInDays
    self.usualTerm = usualTerm
    self.method = method
  }
}

/// What is usual with a customer, and where we have it from.
public struct UsualTerms: Hashable, Sendable {
  /// Where something usual is known from.
  public enum Origin: String, Hashable, Sendable {
    /// Given at the last rush order, or in the customer's file.
    case remembered
    /// Worked out of earlier invoices.
    case observed
    /// Nothing is known of this customer: the house's own, or the law's.
    case house
  }

  public let leadInDays: Int
  public let leadOrigin: Origin
  public let term: SaleTerm
  public let termOrigin: Origin
}

/// All there is to say about one rush order before it is answered.
public struct RushFile: Sendable {
  public let question: RushQuestion
  public let customer: Customer?
  public let usual: UsualTerms
  public let standing: Standing
  public let proposedLimit: CreditLimit
  public let grantedLimit: Dated<GrantedLimit>?
  public let house: HousePolicy
  public let offer: CounterOffer
  /// The customer's earlier rush orders, oldest first.
  public let stories: [RushStory]
  /// What is put to the customer: the counterpart, unless credit would be unwise.
  public var proposal: RushProposal { RushProposal(offer, to: customer) }
  /// A rate not published yet, without which what is owed holds no interest.
  public let missingRate: UnknownRate?
}

extension RushFile {
  /// What to answer a rush order of somebody who is in no book, by a house's policy.
  ///
  /// Throws for figures that make no sense.
  public init(
    _ question: RushQuestion, on today: Day, by house: HousePolicy = HousePolicy()
  ) throws(RushFault) {
    let house = house.following(question.method)
    try self.init(question, Acquaintance(ofNobodyOn: today, house: house), on: today, by: house)
  }

  fileprivate init(
    _ question: RushQuestion, _ known: Acquaintance, on today: Day, by house: HousePolicy
  ) throws(RushFault) {
    usual = known.usual
    let order = try RushOrder(
      amount: question.amount,
      usualLeadInDays: question.usualLeadInDays ?? usual.leadInDays,
      askedLeadInDays: question.askedLeadInDays,
      usualTerm: question.usualTerm ?? usual.term, ordered: today)
    self.question = question
    self.house = house
    customer = known.customer
    standing = known.standing(asking: order.amount)
    proposedLimit = known.proposedLimit
    grantedLimit = known.account?.limit
    offer = advise(order, from: standing, by: house)
    stories = known.stories
    missingRate = known.missingRate
  }
}

extension HousePolicy {
  /// The policy with another method for once; the same when none is given.
  fileprivate func following(_ method: CounterpartPolicy.Method?) -> HousePolicy {
    var house = self
    if let method { house.counterpart.method = method }
    return house
  }
}

extension Desk {
  /// What to answer a rush order, with what the account says of the customer.
  ///
  /// Throws `RushFault` for figures that make no sense, `DeskRefusal` for an unknown customer.
  public func rushFile(for question: RushQuestion) throws -> RushFile {
    try store.read { reader in
      let house = HousePolicy(settings: try reader.settings()).following(question.method)
      let today = today
      let known = try Acquaintance(
        question.customer, in: question.currency, on: today, house: house, practice(reader), reader)
      return try RushFile(question, known, on: today, by: house)
    }
  }

  /// What is usual with a customer: its lead time and its term.
  public func usualTerms(of customer: CustomerID?) throws -> UsualTerms {
    try store.read { reader in
      try Acquaintance(
        customer, in: .eur, on: today, house: HousePolicy(settings: reader.settings()),
        practice(reader), reader
      ).usual
    }
  }

  /// The customer's exposure against its limit, without a new order, and the limit proposed.
  public func credit(
    of customer: CustomerID, in currency: Currency = .eur
  ) throws -> (exposure: Exposure, proposed: CreditLimit, granted: Dated<GrantedLimit>?) {
    try store.read { reader in
      let known = try Acquaintance(
        customer, in: currency, on: today, house: HousePolicy(settings: reader.settings()),
        practice(reader), reader)
      return (
        known.standing(asking: .zero).exposure, known.proposedLimit, known.account?.limit
      )
    }
  }

  /// Decides the most that a customer may owe.
  public func grantLimit(
    _ customer: CustomerID, _ amount: Money, in currency: Currency = .eur, reason: String
  ) throws {
    guard !reason.isEmpty else { throw DeskRefusal.emptyReason }
    guard !amount.isNegative else { throw DeskRefusal.tooMuch(wanted: amount, left: .zero) }
    let today = today
    try store.write(learned: today) { pen in
      guard try pen.reader.customer(customer) != nil else {
        throw DeskRefusal.unknownCustomer(customer)
      }
      try pen.append(
        .limit(GrantedLimit(amount: amount, reason: reason)), customer: customer,
        currency: currency, happened: today)
    }
  }
}
