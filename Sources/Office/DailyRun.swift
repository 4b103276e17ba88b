public import Claims
public import Dunning
public import Law
public import Ledger
public import Quantities
public import Store
import Synchronization

/// The day's work from end to end: load each account, assess it, decide about it.
public struct DailyRun {
  /// What the run found about one account.
  public struct Finding: Sendable {
    public let claim: Claim
    /// The plan by which the customer is asked.
    public let plan: DunningPlan
    /// The kind of payer that chose the plan; nil where every kind is decided alike.
    public let profile: String?
    public let decision: Decision
    /// The call to make; nil for none.
    public let call: Contact?
    /// The rate that the claim's interest lacks; nil when it is complete.
    public let missingRate: UnknownRate?
  }

  /// What the decisions hang on beside the book: it reads nothing, so all cores may ask it.
  let judge: Judge
  /// The kind of payer of a customer, where some plan asks for it.
  private let kind: (CustomerID) throws -> String?

  public init(
    on day: Day, practice: Practice, plans: PlanBook, newestBankDay: Day?,
    kind: @escaping (CustomerID) throws -> String? = { _ in nil }
  ) {
    self.kind = kind
    judge = Judge(
      assessor: Assessor(practice), plans: plans,
      gate: FreshnessGate(newest: newestBankDay, on: day, calendar: practice.choices.calendar),
      day: day)
  }

  /// What to do about one account.
  ///
  /// The kind of payer is read only where it makes a difference, and where the plan is to be shown.
  public func finding(on account: Account, namingPlan: Bool = false) throws -> Finding {
    let opinion = try judge.opinion(on: account)
    let isAsked = opinion.candidates.count > 1 && (namingPlan || opinion.hangsOnKind)
    return judge.finding(from: opinion, kind: isAsked ? try kind(account.customer.id) : nil)
  }
}

extension DailyRun {
  /// What is known of an account before the kind of its payer.
  struct Opinion: Sendable {
    let assessed: Assessor.Assessed
    let candidates: [DunningPlan]
    let decisions: [Decision]
    let calls: [Contact?]
    /// Whether the kind of payer would put the customer elsewhere on the list.
    var hangsOnKind: Bool {
      candidates.count > 1 && (decisions.differ || calls.contains { $0 != calls[0] })
    }
  }

  /// Assesses an account and decides about it by every plan that may be the customer's.
  struct Judge: Sendable {
    let assessor: Assessor
    let plans: PlanBook
    let gate: FreshnessGate
    let day: Day

    func opinion(on account: Account) throws -> Opinion {
      let assessed = try assessor.assess(account, on: day)
      let candidates = plans.candidates(for: assessed.claim)
      let decisions = candidates.map {
        decide(assessed.claim, after: account.reminders, by: $0, gate: gate)
      }
      return Opinion(
        assessed: assessed, candidates: candidates, decisions: decisions,
        calls: zip(candidates, decisions).map { plan, decision in
          callToMake(decision, assessed.claim, after: account.reminders, by: plan, gate: gate)
        })
    }

    /// What to do, once the kind of payer is known; nil where it was not asked.
    func finding(from opinion: Opinion, kind: String?) -> Finding {
      let (claim, candidates) = (opinion.assessed.claim, opinion.candidates)
      var place = candidates.count - 1
      if place > 0, let kind {
        let plan = plans.plan(for: claim, profile: kind)
        place = candidates.firstIndex { $0.key == plan.key } ?? place
      }
      return Finding(
        claim: claim, plan: candidates[place], profile: kind,
        decision: opinion.decisions[place], call: opinion.calls[place],
        missingRate: opinion.assessed.missingRate)
    }
  }
}

extension [Decision] {
  /// Whether another plan would put the customer elsewhere on the list.
  fileprivate var differ: Bool {
    contains { decision in
      switch decision {
      case .send: true
      default: decision.kindOfList != first?.kindOfList
      }
    }
  }
}

extension Decision {
  /// What the list tells of it: a step that opens later is only counted.
  fileprivate var kindOfList: [Reason]? {
    switch self {
    case .wait(let reasons): reasons
    case .send, .tooSoon, .nothingDue: nil
    }
  }
}

/// Today's list with what surrounds it.
public struct DayList: Sendable {
  public let day: Day
  public let worklist: Worklist
  public let newestBankDay: Day?
  public let counts: BookCounts
  /// Bank data too old to ask anyone for anything; nil when they are fresh.
  public let staleHold: Hold?
  /// A rate not published yet, without which some claims hold no interest; nil when none lacks.
  public let missingRate: UnknownRate?
  /// Bank lines on which the program has a proposal, or none: a person should look.
  public var linesToDecide: Int { counts.openLines }
}

/// Which account: a customer's in one currency.
struct AccountKey: Hashable {
  let customer: CustomerID
  let currency: Currency
}

/// The list as it was last made, kept until the day or the book changes.
struct KeptList: Sendable {
  /// What every decision hangs on, beside its own account.
  struct Ground: Hashable {
    let day: Day
    let newestBankDay: Day?
    let settings: [String: String]
    let plans: PlanBook
  }
  let ground: Ground
  let revision: Int64
  let newest: EntryNumber
  /// Proposals come and go without an entry: a number for what is proposed to each customer.
  let proposals: [CustomerID: Int]
  var decided: DecidedBook
  var list: DayList
}

extension Desk {
  /// Today's list. Kept in memory: after a change of the book only the accounts that the change
  /// touched are decided anew.
  ///
  /// For another day than today the whole book is decided as of that day, with what happened by
  /// then. Where a rate is not published yet, claims hold no interest and `missingRate` says so.
  public func dayList(on day: Day? = nil) throws -> DayList {
    let day = day ?? today
    guard day == today else { return try pastList(on: day) }
    return try store.read { reader in
      let kept = list.withLock { $0 }
      if let kept, kept.ground.day == day, kept.revision == (try reader.revision()) {
        return kept.list
      }
      let made = try refreshed(kept, on: day, reader)
      list.withLock { $0 = made }
      return made.list
    }
  }

  private func refreshed(
    _ kept: KeptList?, on day: Day, _ reader: BookReader
  ) throws -> KeptList {
    let practice = try practice(reader)
    let kinds = PayerKinds(on: day, by: practice.choices, reader)
    let run = try dailyRun(on: day, practice, kinds, reader)
    let ground = KeptList.Ground(
      day: day, newestBankDay: try reader.newestBankDay(.first, by: day),
      settings: try reader.settings().filter { !MatchingRun.marks.contains($0.key) },
      plans: try shelf(reader).book)
    let proposals = try reader.proposalMarks(.first)
    var decided: DecidedBook
    // A new statement changes how fresh the bank data are for everyone.
    if let kept, kept.ground == ground,
      let changed = try reader.customers(changedAfter: kept.newest, limit: 2_000)
    {
      let touched = changed.union(kept.customers(withOtherProposalsThan: proposals))
      decided = kept.decided
      try decided.renew(touched, by: run, reader)
    } else {
      decided = try wholeBook(by: run, kinds, on: day, reader)
    }
    return KeptList(
      ground: ground, revision: try reader.revision(), newest: try reader.newestEntry(),
      proposals: proposals, decided: decided, list: try makeList(decided, on: day, reader))
  }

  func dailyRun(on day: Day, _ reader: BookReader) throws -> DailyRun {
    let practice = try practice(reader)
    let kinds = PayerKinds(on: day, by: practice.choices, reader)
    return try dailyRun(on: day, practice, kinds, reader)
  }

  private func dailyRun(
    on day: Day, _ practice: Practice, _ kinds: PayerKinds, _ reader: BookReader
  ) throws -> DailyRun {
    DailyRun(
      on: day, practice: practice, plans: try shelf(reader, on: day).book,
      newestBankDay: try reader.newestBankDay(.first, by: day), kind: kinds.kind(of:))
  }

  private func makeList(
    _ decided: DecidedBook, on day: Day, _ reader: BookReader
  ) throws -> DayList {
    let findings = decided.findings
    var worklist = Worklist(on: day)
    for (key, finding) in findings {
      worklist.add(
        finding.claim, finding.decision, call: finding.call, chanceByItself: decided.chances[key])
    }
    worklist.rank()
    let newest = try reader.newestBankDay(.first, by: day)
    return DayList(
      day: day, worklist: worklist, newestBankDay: newest, counts: try counts(reader),
      staleHold: FreshnessGate(newest: newest, on: day).hold,
      missingRate: findings.values.lazy.compactMap(\.missingRate).min { $0.half < $1.half })
  }

  private func pastList(on day: Day) throws -> DayList {
    try store.read { reader in
      let moment = Moment(asOf: day)
      let run = try dailyRun(on: day, reader)
      var findings: [AccountKey: DailyRun.Finding] = [:]
      for customer in try reader.customersWithDocuments(.first, by: day) {
        for account in try reader.accounts(of: customer, at: moment) {
          findings[AccountKey(of: account)] = try run.finding(on: account.unsettled(on: day))
        }
      }
      let traces = try reader.documentTraces(on: day)
      let foretold = Foretold(traces, on: day)
      let decided = DecidedBook(
        findings: findings, foretold: foretold, chances: foretold.chances(findings, traces))
      return try makeList(decided, on: day, reader)
    }
  }

  /// What was decided about a customer: one finding a currency.
  public func findings(about id: CustomerID, on day: Day? = nil) throws -> [DailyRun.Finding] {
    let day = day ?? today
    return try store.read { reader in
      let run = try dailyRun(on: day, reader)
      return try reader.accounts(of: id, at: Moment(asOf: day)).map {
        try run.finding(on: $0.unsettled(on: day), namingPlan: true)
      }
    }
  }
}

extension KeptList {
  /// Those to whom the program proposes something else than when the list was made.
  fileprivate func customers(
    withOtherProposalsThan new: [CustomerID: Int]
  ) -> Set<CustomerID> {
    Set(proposals.keys).union(new.keys).filter { proposals[$0] != new[$0] }
  }
}

extension AccountKey {
  init(of account: Account) {
    self.init(customer: account.customer.id, currency: account.currency)
  }
}
