public import Claims
public import Ledger
public import Quantities
import Store

/// A promise with what became of it.
public struct PromiseFollowed: Hashable, Sendable {
  public let promise: Dated<PromiseToPay>
  public let standing: PromiseStanding
  /// What has come since it was made.
  public let received: Money
  /// Whether a later promise took its place before it was kept.
  public let isReplaced: Bool
}

/// A payment that the customer says to have made, with what became of it.
public struct SaidPaidFollowed: Hashable, Sendable {
  public let paid: Dated<SaidPaid>
  public let standing: SaidPaidStanding
}

/// A dispute with where it stands.
public struct DisputeFollowed: Hashable, Sendable {
  public let dispute: Dated<Dispute>
  public let standing: DisputeStanding
  public let resolution: Dated<DisputeResolution>?
  /// The number of the document.
  public let number: String
  /// Who looks after it on our side; empty for nobody.
  public let owner: String
  /// What is contested: the part, or what is left of the whole document.
  public let amount: Money

  /// How long it has been open, or was.
  public func ageInDays(on day: Day) -> Int {
    var last = resolution?.happened ?? day
    if case .settled(let settled) = standing { last = max(settled, dispute.happened) }
    return dispute.happened.days(to: min(day, last))
  }
}

/// What was promised, agreed and contested on one account.
public struct AccountFollowUp: Sendable {
  public let customer: Customer
  public let currency: Currency
  public let promises: [PromiseFollowed]
  public let saidPaid: [SaidPaidFollowed]
  public let plans: [PlanStanding]
  public let disputes: [DisputeFollowed]

  public var isEmpty: Bool {
    promises.isEmpty && saidPaid.isEmpty && plans.isEmpty && disputes.isEmpty
  }
}

extension Account {
  /// Each promise with what became of it, the newest first.
  func followedPromises(on day: Day, by practice: Practice) -> [PromiseFollowed] {
    let known = promises.filter { $0.happened <= day }
    return known.map { promise in
      let standing = standing(
        of: promise, on: day, grace: practice.choices.promiseGraceInDays,
        calendar: practice.choices.calendar)
      let isReplaced =
        standing != .kept
        && known.contains { ($0.happened, $0.number) > (promise.happened, promise.number) }
      return PromiseFollowed(
        promise: promise, standing: standing, received: received(toward: promise, through: day),
        isReplaced: isReplaced)
    }.sorted { ($0.promise.happened, $0.promise.number) > ($1.promise.happened, $1.promise.number) }
  }

  /// All that was promised, agreed and contested, as it stands on a day.
  func followUp(on day: Day, by practice: Practice) -> AccountFollowUp {
    AccountFollowUp(
      customer: customer, currency: currency,
      promises: followedPromises(on: day, by: practice),
      saidPaid: saidPaid.filter { $0.happened <= day }.reversed().map {
        SaidPaidFollowed(
          paid: $0, standing: standing(of: $0, on: day, calendar: practice.choices.calendar))
      },
      plans: planStandings(
        on: day, grace: practice.choices.promiseGraceInDays, calendar: practice.choices.calendar
      ).reversed(),
      disputes: followedDisputes(on: day).reversed())
  }

  /// Each dispute with where it stands, the oldest first.
  func followedDisputes(on day: Day) -> [DisputeFollowed] {
    disputes.filter { $0.happened <= day }.compactMap { dispute in
      guard let item = items.first(where: { $0.id == dispute.fact.document }) else { return nil }
      return DisputeFollowed(
        dispute: dispute, standing: standing(of: dispute, on: day),
        resolution: resolution(of: dispute, on: day), number: item.number,
        owner: owner(of: dispute, on: day),
        amount: dispute.fact.amount ?? item.balance(on: day))
    }
  }
}

extension Desk {
  /// What was promised, agreed and contested, customer by customer, as it stands on a day.
  public func followUp(on day: Day? = nil) throws -> [AccountFollowUp] {
    let day = day ?? today
    return try store.read { reader in
      let practice = try practice(reader)
      return try reader.customersWithAgreements(.first).flatMap { id in
        try reader.accounts(of: id, at: Moment(asOf: day)).map {
          $0.followUp(on: day, by: practice)
        }
      }.filter { !$0.isEmpty }
    }
  }

  /// The same of one customer.
  public func followUp(of id: CustomerID, on day: Day? = nil) throws -> [AccountFollowUp] {
    let day = day ?? today
    return try store.read { reader in
      let practice = try practice(reader)
      return try reader.accounts(of: id, at: Moment(asOf: day))
        .map { $0.followUp(on: day, by: practice) }.filter { !$0.isEmpty }
    }
  }
}
