import Correspondence
import CreditPolicy
public import Ledger
public import Quantities
public import Store

/// What rush orders have brought so far.
public struct RushBalance: Hashable, Sendable {
  public var offers = 0
  public var accepted = 0
  public var refused = 0
  public var unanswered = 0
  /// What the counterparts obtained are worth.
  public var gained = Money.zero

  public init(_ stories: [RushStory]) {
    for story in stories {
      offers += 1
      switch story.answer?.fact.outcome {
      case .accepted?:
        accepted += 1
        gained += story.offer.fact.worth
      case .refused?: refused += 1
      case .noAnswer?, nil: unanswered += 1
      }
    }
  }
}

extension Desk {
  /// Writes down that a rush offer was made; gives the number that its answer refers to.
  @discardableResult
  public func record(
    _ file: RushFile, order: String = "", words: String = ""
  ) throws -> EntryNumber {
    guard let customer = file.customer else { throw DeskRefusal.nothingChosen }
    let asked = file.offer.order
    let offer = RushOffer(
      amount: asked.amount, usualLeadInDays: asked.usualLeadInDays,
      askedLeadInDays: asked.askedLeadInDays, usualTerm: asked.usualTerm,
      counterTerm: file.proposal.term, worth: file.offer.worth,
      policy: file.house.counterpart.method.rawValue, order: order, words: words)
    let today = today
    return try store.write(learned: today) { pen in
      let number = try pen.append(
        .rushOffer(offer), customer: customer.id, currency: file.question.currency,
        happened: today)
      guard let number else { preconditionFailure("an offer is always new") }
      return number
    }
  }

  /// Writes down how a rush offer was answered. A later answer replaces an earlier one.
  public func answer(
    _ offer: EntryNumber, _ outcome: RushAnswer.Outcome,
    by counterpart: RushAnswer.Counterpart? = nil, amount: Money? = nil, words: String = ""
  ) throws {
    let today = today
    try store.write(learned: today) { pen in
      guard let story = try pen.reader.rushStories().first(where: { $0.offer.number == offer })
      else { throw DeskRefusal.unknownOffer(offer) }
      let isAccepted = outcome == .accepted
      if isAccepted, counterpart == nil { throw DeskRefusal.nothingChosen }
      let shortens = isAccepted && counterpart == .shorterTerm
      if shortens, story.offer.fact.counterTerm == nil { throw DeskRefusal.nothingChosen }
      try pen.append(
        .rushAnswer(
          RushAnswer(
            offer: offer, outcome: outcome, counterpart: isAccepted ? counterpart : nil,
            term: shortens ? story.offer.fact.counterTerm : nil,
            amount: isAccepted ? amount : nil, words: words)),
        customer: story.customer, currency: story.currency, happened: today)
      try RushMeeting(pen: pen).run()
    }
  }

  /// The rush orders of a customer, or of all, oldest first, with their answers and invoices.
  public func rushStories(of customer: CustomerID? = nil) throws -> [RushStory] {
    try store.read { try $0.rushStories(of: customer) }
  }
}
