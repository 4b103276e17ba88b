public import Claims
public import Ledger
public import Quantities
import Store

extension Desk {
  /// Decides a dispute. What we recognise was never owed is set aside until its credit note comes;
  /// a dispute that is rejected or withdrawn stopped no interest.
  public func resolve(
    _ dispute: EntryNumber, as outcome: DisputeResolution.Outcome, recognised: Money?,
    words: String
  ) throws {
    let today = today
    try store.write(learned: today) { pen in
      let reader = try pen.reader
      guard let (known, customer) = try reader.dispute(dispute) else {
        throw DeskRefusal.unknownAllocation(dispute)
      }
      let contested = try known.amount ?? reader.open(ofDocument: known.document)
      let amount = outcome == .creditNote ? recognised ?? contested : recognised ?? .zero
      guard amount <= contested, outcome != .partial || amount.isPositive else {
        throw DeskRefusal.tooMuch(wanted: amount, left: contested)
      }
      try pen.append(
        .resolution(
          DisputeResolution(dispute: dispute, outcome: outcome, recognised: amount, words: words)),
        customer: customer, currency: reader.currency(of: known.document) ?? .eur,
        happened: today)
    }
  }

  /// An instalment plan for all that is claimable of a customer today; nothing is written.
  public func proposePlan(
    _ terms: PlanTerms, for id: CustomerID, in currency: Currency = .eur
  ) throws -> PlanProposal {
    let day = today
    return try store.read { reader in
      let practice = try practice(reader)
      let account = try reader.accounts(of: id, at: Moment(asOf: day))
        .first { $0.currency == currency }
      guard let account else { throw DeskRefusal.unknownCustomer(id) }
      let claim = try Assessor(practice).assess(account.unsettled(on: day), on: day).claim
      return try propose(
        terms, for: claim, calendar: practice.choices.calendar,
        periodInYears: account.customer.kind == .consumer ? 2 : 5)
    }
  }

  /// Keeps an instalment plan that was proposed, for the customer to sign. Gives its number.
  @discardableResult
  public func record(
    _ plan: InstalmentPlan, for id: CustomerID, in currency: Currency = .eur
  ) throws -> EntryNumber? {
    guard !plan.parts.isEmpty else { throw DeskRefusal.nothingChosen }
    let today = today
    return try store.write(learned: today) { pen in
      guard try pen.reader.customer(id) != nil else { throw DeskRefusal.unknownCustomer(id) }
      return try pen.append(
        .instalmentPlan(plan), customer: id, currency: currency, happened: today)
    }
  }

  /// Notes that the customer agreed to a plan in writing.
  public func sign(
    _ plan: EntryNumber, on day: Day, acknowledgesDebt: Bool, words: String
  ) throws {
    let today = today
    guard day <= today else { throw DeskRefusal.dateNotAhead(day) }
    try store.write(learned: today) { pen in
      guard let (customer, currency) = try pen.reader.planOwner(plan) else {
        throw DeskRefusal.unknownAllocation(plan)
      }
      try pen.append(
        .planAgreement(
          PlanAgreement(
            plan: plan, signed: day, acknowledgesDebt: acknowledgesDebt, words: words)),
        customer: customer, currency: currency, happened: day)
    }
  }
}
