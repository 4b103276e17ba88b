public import Ledger
public import Quantities

/// All that may be demanded of a customer on a day, in one currency (décompte).
public struct Claim: Hashable, Sendable {
  public let customer: Customer
  public let currency: Currency
  public let day: Day
  /// In the order of the account: what is open, in their favour too, and what was paid late.
  public let items: [OpenItem]
  /// The amounts that make `total`, document by document, each with its operands.
  public let lines: [ClaimLine]
  /// Reasons not to ask today; empty when nothing stands in the way.
  public let holds: [Hold]
  /// What is announced and awaited, whether it lets all that is asked for alone, some documents, or
  /// none.
  public let announced: [Hold]
  /// A promise that was not kept and that no later promise replaced.
  public let brokenPromise: Dated<PromiseToPay>?
  /// The instalment plans of the account, proposed ones too.
  public let plans: [PlanStanding]

  /// What is overdue and not contested: what letters ask for first.
  public let principal: Money
  public let interest: Money
  public let compensation: Money
  /// Credit notes and overpayments in the customer's favour.
  public let credits: Money
  /// Money of theirs on no document (non imputé).
  public let unapplied: Money
  /// The amount claimable on the day: principal and accessories, less credits; never below zero.
  public let total: Money
  /// The contested part of what is overdue.
  public let disputed: Money
  /// The outstanding balance by age, as the books have it.
  public let ageing: AgedAmounts
  /// Whom to speak to at the customer's.
  public let addresses: AddressBook
  let oldestPlace: Int?

  public var overdue: Money { ageing.overdue }
  public var notYetDue: Money { ageing.notDue }
  /// The outstanding balance (encours).
  public var balance: Money { ageing.total }

  /// The principal to ask for without accessories: what is overdue less credits, never below zero.
  public var principalLessCredits: Money { max(.zero, principal - credits - unapplied) }

  /// The item that leads: the oldest one with principal to ask for.
  public var oldest: OpenItem? { oldestPlace.map { items[$0] } }
  /// Days past the oldest due date asked for; zero when nothing is.
  public var daysOverdue: Int { oldest?.daysOverdue ?? 0 }

  /// An instalment plan of which a part is missing: what was agreed last.
  public var brokenPlan: PlanStanding? {
    plans.last { $0.missing.isPositive && $0.agreement != nil }
  }

  /// The item of a document, nil when it is not in the claim.
  public func item(_ document: EntryNumber) -> OpenItem? {
    items.first { $0.document == document }
  }

  /// The lines of a document.
  public func lines(of document: EntryNumber) -> [ClaimLine] {
    lines.filter { $0.document == document }
  }

  /// The oldest due date in the books that has passed unpaid, contested or not.
  public var oldestDue: Day? {
    var oldest: Day?
    for place in items.indices where items[place].overdue.isPositive {
      oldest = min(oldest ?? items[place].due, items[place].due)
    }
    return oldest
  }

  /// The documents whose principal is asked for, oldest due date first.
  public var claimedDocuments: [EntryNumber] {
    var found: [(due: Day, document: EntryNumber)] = []
    for place in items.indices where items[place].principal.isPositive {
      found.append((items[place].due, items[place].document))
    }
    found.sort { ($0.due, $0.document) < ($1.due, $1.document) }
    return found.map(\.document)
  }

  /// Items with something to ask for, oldest due date first.
  public var claimed: [OpenItem] {
    items.filter { $0.claimable.isPositive }.sorted {
      ($0.due, $0.document.raw) < ($1.due, $1.document.raw)
    }
  }

  /// Segments where the firm's contract rate lies below the floor, which was claimed instead: the
  /// sources do not say what replaces it (R2.7).
  public var segmentsAtFloor: [InterestSegment] {
    lines.compactMap(\.segment).filter { $0.basis == .floorForContract }
  }
}
