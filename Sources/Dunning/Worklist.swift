public import Claims
public import Ledger
public import Quantities

/// Whom to contact on a day, ranked in euros, and who is left alone for which reason.
public struct Worklist: Sendable {
  /// A customer to contact.
  public struct Entry: Hashable, Sendable {
    public let customer: Customer
    public let currency: Currency
    public let contact: Contact
    /// All that may be claimed of them today: what ranks the entry.
    public let claimable: Money
    public let overdue: Money
    public let daysOverdue: Int
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
  public private(set) var totals: [Currency: Totals] = [:]
  /// Accounts looked at.
  public private(set) var accountCount = 0
  /// Accounts whose next step opens later.
  public private(set) var laterCount = 0

  public init(on day: Day) { self.day = day }

  /// Adds what was decided about one account.
  public mutating func add(_ claim: Claim, _ decision: Decision) {
    accountCount += 1
    totals[claim.currency, default: Totals()].overdue += claim.overdue
    totals[claim.currency, default: Totals()].balance += claim.balance
    switch decision {
    case .send(let contact):
      if !contact.isBeforeDue {
        totals[claim.currency, default: Totals()].claimable += claim.total
      }
      entries.append(
        Entry(
          customer: claim.customer, currency: claim.currency, contact: contact,
          claimable: claim.total, overdue: claim.overdue, daysOverdue: claim.daysOverdue))
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

  /// Puts the entries in the order to work them: euros first, then what is claimable, the largest
  /// amount first; what is only about to fall due comes last.
  public mutating func rank() {
    // Small keys are sorted, then each entry moves once.
    var keys = entries.indices.map { Key(entries[$0], place: $0) }
    keys.sort { $0.precedes($1) }
    entries = keys.map { entries[$0.place] }
    held.sort {
      if $0.currency != $1.currency { return $0.currency.ranksBefore($1.currency) }
      return ($1.overdue, $0.customer.id) < ($0.overdue, $1.customer.id)
    }
  }

  /// The entries that ask for something overdue.
  public var overdueCount: Int { entries.count { !$0.contact.isBeforeDue } }
}

extension Worklist.Entry {
  /// What ranks it: the claim, or what falls due.
  public var rankingAmount: Money { contact.isBeforeDue ? contact.claiming : claimable }
}

/// What decides the rank of an entry.
private struct Key {
  let isBeforeDue: Bool
  let currency: Currency
  let amount: Money
  let daysOverdue: Int
  let customer: CustomerID
  let place: Int

  init(_ entry: borrowing Worklist.Entry, place: Int) {
    isBeforeDue = entry.contact.isBeforeDue
    currency = entry.currency
    amount = entry.rankingAmount
    daysOverdue = entry.daysOverdue
    customer = entry.customer.id
    self.place = place
  }

  func precedes(_ other: Key) -> Bool {
    if isBeforeDue != other.isBeforeDue { return !isBeforeDue }
    if currency != other.currency { return currency.ranksBefore(other.currency) }
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
