public import Ledger
import Quantities

/// What instalment plans do to the documents that they cover.
struct PlannedDocuments {
  let standings: [PlanStanding]
  /// The last day of interest of the documents of a plan that stopped it.
  private var interestEnd: [EntryNumber: Day] = [:]
  private(set) var acknowledged: [EntryNumber: [Day]] = [:]
  /// What is to be paid later; nil for a document that is set aside whole.
  private var deferrals: [EntryNumber: Money?] = [:]

  init(of account: Account, on today: Day, by choices: Practice.Choices) {
    guard !account.plans.isEmpty else {
      standings = []
      return
    }
    standings = account.planStandings(
      on: today, grace: choices.promiseGraceInDays, calendar: choices.calendar)
    for standing in standings { add(standing, account, today) }
  }

  private mutating func add(_ standing: PlanStanding, _ account: Account, _ today: Day) {
    guard let agreement = standing.agreement else { return }
    let documents = standing.plan.fact.documents
    for document in documents {
      if agreement.fact.acknowledgesDebt {
        acknowledged[document, default: []].append(agreement.fact.signed)
      }
      if standing.freezesInterest { interestEnd[document] = agreement.fact.signed }
      if standing.isRunning { deferrals[document] = .some(nil) }
    }
    guard case .behind = standing.state else { return }
    var later = standing.later
    // The newest documents wait: what is missing is asked for on the oldest.
    let covered = account.items.filter { documents.contains($0.id) }
    for item in covered.sorted(by: { ($0.issue, $0.id) > ($1.issue, $1.id) }) {
      let share = min(later, max(.zero, item.balance(on: today)))
      later -= share
      deferrals[item.id] = share
    }
  }

  /// The last day of interest on a document: that of its plan, when that stopped it.
  func lastInterestDay(of document: EntryNumber, before last: Day) -> Day {
    min(last, interestEnd[document] ?? last)
  }

  /// What of a document is to be paid later; nil when all of it is set aside.
  func deferral(of document: EntryNumber, balance: Money) -> Money? {
    guard let known = deferrals[document] else { return .zero }
    return known.map { max(.zero, min($0, balance)) }
  }
}

extension PlanStanding {
  /// What falls due later by the plan.
  var later: Money {
    parts.lazy.filter { if case .awaited = $0.state { true } else { false } }
      .map { $0.part.amount - $0.received }.sum()
  }

  /// Whether the plan is about a document.
  public func covers(_ document: EntryNumber) -> Bool { plan.fact.documents.contains(document) }
}
