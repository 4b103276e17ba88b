public import Claims
public import Ledger
public import Quantities

/// Whom to contact on a day, ranked by what asking is worth, and who is left alone and why.
public struct Worklist: Sendable {
  /// A customer to contact.
  public struct Entry: Hashable, Sendable {
    public let customer: Customer
    public let currency: Currency
    public let contact: Contact
    /// All that may be claimed of them today.
    public let claimable: Money
    public let overdue: Money
    public let daysOverdue: Int
    /// What asking is worth: what ranks the entry.
    public let stake: Stake
    /// Whether a telephone number is known for the step.
    public let hasPhone: Bool
  }

  /// A customer who owes us and is not asked, with the reasons.
  public struct Held: Hashable, Sendable {
    public let customer: Customer
    public let currency: Currency
    public let reasons: [Decision.Reason]
    /// What the books have overdue, contested parts included.
    public let overdue: Money
  }

  /// Sums of one currency: two currencies are never added.
  public struct Totals: Hashable, Sendable {
    /// What the entries may claim, those before the due date aside.
    public var claimable = Money.zero
    public var overdue = Money.zero
    public var balance = Money.zero
    /// Overdue, and held back.
    public var held = Money.zero
  }

  public let day: Day
  public private(set) var entries: [Entry] = []
  public private(set) var held: [Held] = []
  /// The calls to make: steps of today that ask for one, and those of messages written before.
  public private(set) var calls: [Entry] = []
  public private(set) var totals: [Currency: Totals] = [:]
  /// Accounts looked at.
  public private(set) var accountCount = 0
  /// Accounts whose next step opens later.
  public private(set) var laterCount = 0

  public init(on day: Day) { self.day = day }

  /// Adds what was decided about one account and the call to make, with the chance that its oldest
  /// invoice is paid within the week without a word, where that is foretold.
  public mutating func add(
    _ claim: Claim, _ decision: Decision, call: Contact? = nil, chanceByItself: Rate? = nil
  ) {
    if let call { calls.append(entry(call, claim, chanceByItself)) }
    accountCount += 1
    totals[claim.currency, default: Totals()].overdue += claim.overdue
    totals[claim.currency, default: Totals()].balance += claim.balance
    switch decision {
    case .send(let contact):
      if !contact.isBeforeDue {
        totals[claim.currency, default: Totals()].claimable += claim.total
      }
      entries.append(entry(contact, claim, chanceByItself))
    case .wait(let reasons):
      totals[claim.currency, default: Totals()].held += claim.overdue
      held.append(
        Held(
          customer: claim.customer, currency: claim.currency, reasons: reasons,
          overdue: claim.overdue))
    case .tooSoon: laterCount += 1
    case .nothingDue: break
    }
  }

  private func entry(_ contact: Contact, _ claim: Claim, _ chanceByItself: Rate?) -> Entry {
    let phone = claim.addresses.recipient(
      of: claim.customer, for: contact.level.role, by: .call, on: claim.day)
    return Entry(
      customer: claim.customer, currency: claim.currency, contact: contact,
      claimable: claim.total, overdue: claim.overdue, daysOverdue: claim.daysOverdue,
      stake: Stake(of: contact, in: claim, chanceByItself: chanceByItself),
      hasPhone: phone != nil)
  }

  /// Puts the entries in the order to work them: the euro first, then what cannot wait, then what
  /// asking is worth, the most first; what is only about to fall due comes last. Among those held,
  /// who announced money for today comes first.
  public mutating func rank() {
    entries = Worklist.ranked(entries)
    calls = Worklist.ranked(calls)
    held.sort {
      if $0.currency != $1.currency { return $0.currency.ranksBefore($1.currency) }
      if $0.isAnnounced(for: day) != $1.isAnnounced(for: day) { return $0.isAnnounced(for: day) }
      return ($1.overdue, $0.customer.id) < ($0.overdue, $1.customer.id)
    }
  }

  private static func ranked(_ entries: [Entry]) -> [Entry] {
    // Small keys are sorted, then each entry moves once.
    var keys = entries.indices.map { Key(entries[$0], place: $0) }
    keys.sort { $0.precedes($1) }
    return keys.map { entries[$0.place] }
  }

  /// The entries that ask for something overdue.
  public var overdueCount: Int { entries.count { !$0.contact.isBeforeDue } }
}

extension Worklist.Entry {
  /// What is shown beside it: the claim, or what falls due.
  public var rankingAmount: Money { contact.isBeforeDue ? contact.claiming : claimable }
}

extension Worklist.Held {
  /// Whether money is announced for a day.
  fileprivate func isAnnounced(for day: Day) -> Bool {
    reasons.contains {
      if case .held(.promised(let promise, _)) = $0 { promise.on == day } else { false }
    }
  }
}

/// What decides the rank of an entry.
private struct Key {
  let isBeforeDue: Bool
  let currency: Currency
  let turn: Int
  let worth: Money
  let amount: Money
  let daysOverdue: Int
  let customer: CustomerID
  let place: Int

  init(_ entry: borrowing Worklist.Entry, place: Int) {
    isBeforeDue = entry.contact.isBeforeDue
    currency = entry.currency
    turn = entry.stake.turn
    worth = entry.stake.worth
    amount = entry.rankingAmount
    daysOverdue = entry.daysOverdue
    customer = entry.customer.id
    self.place = place
  }

  func precedes(_ other: Key) -> Bool {
    if isBeforeDue != other.isBeforeDue { return !isBeforeDue }
    if currency != other.currency { return currency.ranksBefore(other.currency) }
    if turn != other.turn { return turn < other.turn }
    if worth != other.worth { return worth > other.worth }
    if amount != other.amount { return amount > other.amount }
    if daysOverdue != other.daysOverdue { return daysOverdue > other.daysOverdue }
    return customer < other.customer
  }
}

extension Currency {
  /// The euro first, then by code.
  fileprivate func ranksBefore(_ other: Currency) -> Bool {
    isEuro != other.isEuro ? isEuro : self < other
  }
}
