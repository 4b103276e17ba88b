public import Claims
import Dunning
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
      guard outcome != .partial || amount.isPositive else {
        throw DeskRefusal.nothingRecognised
      }
      let currency = try reader.currency(of: known.document) ?? .eur
      guard amount <= contested else {
        throw DeskRefusal.tooMuch(wanted: amount, left: contested, in: currency)
      }
      try pen.append(
        .resolution(
          DisputeResolution(dispute: dispute, outcome: outcome, recognised: amount, words: words)),
        customer: customer, currency: currency, happened: today)
    }
  }

  /// Gives a dispute to somebody on our side to look after; to nobody for an empty name.
  public func assign(_ dispute: EntryNumber, to name: String) throws {
    let today = today
    try store.write(learned: today) { pen in
      let reader = try pen.reader
      guard let (known, customer) = try reader.dispute(dispute) else {
        throw DeskRefusal.unknownAllocation(dispute)
      }
      try pen.append(
        .disputeOwner(DisputeOwner(of: dispute, name: name)), customer: customer,
        currency: reader.currency(of: known.document) ?? .eur, happened: today)
    }
  }

  /// The call of a step is not to be made; its message is written all the same.
  public func putCallAside(_ sheet: CallSheet, because reason: String) throws {
    guard !reason.isEmpty else { throw DeskRefusal.emptyReason }
    guard let contact = sheet.contact else { throw DeskRefusal.nothingChosen }
    let today = today
    try store.write(learned: today) { pen in
      try pen.append(
        .reminder(
          Reminder(
            level: contact.level.name.rawValue, channel: .task, documents: contact.documents,
            note: "appel écarté / call put aside · " + reason, step: contact.step)),
        customer: sheet.customer.id, currency: sheet.currency, happened: today)
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

  /// Keeps an instalment plan that was proposed, for the customer to sign. Gives its number. While
  /// another one is in force for the same documents it is refused.
  @discardableResult
  public func record(
    _ plan: InstalmentPlan, for id: CustomerID, in currency: Currency = .eur
  ) throws -> EntryNumber? {
    guard !plan.parts.isEmpty else { throw DeskRefusal.nothingChosen }
    let today = today
    return try store.write(learned: today) { pen in
      guard try pen.reader.customer(id) != nil else { throw DeskRefusal.unknownCustomer(id) }
      let known = try standings(of: id, in: currency, pen.reader)
      try refuse(plan, known, currency)
      // The same plan kept twice is one plan.
      let same = known.first {
        $0.agreement == nil && $0.plan.fact == plan && $0.plan.happened == today
      }
      if let same { return same.plan.number }
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
      let known = try standings(of: customer, in: currency, pen.reader)
      if let signed = known.first(where: { $0.plan.number == plan }) {
        try refuse(signed.plan.fact, known.filter { $0.plan.number != plan }, currency)
      }
      try pen.append(
        .planAgreement(
          PlanAgreement(
            plan: plan, signed: day, acknowledgesDebt: acknowledgesDebt, words: words)),
        customer: customer, currency: currency, happened: day)
    }
  }
}

extension Desk {
  private func standings(
    of id: CustomerID, in currency: Currency, _ reader: BookReader
  ) throws -> [PlanStanding] {
    let choices = try practice(reader).choices
    let accounts = try reader.accounts(of: id, at: Moment(asOf: today))
    return accounts.filter { $0.currency == currency }.flatMap {
      $0.planStandings(
        on: today, grace: choices.promiseGraceInDays, calendar: choices.calendar)
    }
  }

  private func refuse(
    _ plan: InstalmentPlan, _ known: [PlanStanding], _ currency: Currency
  ) throws {
    let rival = known.first {
      $0.isRunning && !Set($0.plan.fact.documents).isDisjoint(with: plan.documents)
    }
    if let rival { throw DeskRefusal.planInForce(rival.plan.fact.total, in: currency) }
  }
}
