public import Claims
public import Ledger
public import Quantities

/// Open items by customer and age on a day (balance âgée), for one currency.
///
/// Built from a stream of amounts, so that a book of a million documents needs no accounts: what
/// is added sums to the ledger, whatever its sign and date.
public struct AgedBalance: Sendable {
  /// One customer's line.
  public struct Row: Hashable, Sendable {
    public let customer: CustomerID
    public internal(set) var amounts = AgedAmounts()
    /// The oldest due date not paid; nil when nothing is overdue.
    public internal(set) var oldestDue: Day?

    /// Days past the oldest due date on a day; zero when nothing is overdue.
    public func daysOverdue(on day: Day) -> Int { oldestDue.map { max(0, $0.days(to: day)) } ?? 0 }
  }

  public let day: Day
  public let currency: Currency
  /// All customers together.
  public private(set) var totals = AgedAmounts()
  private var places: [CustomerID: Int] = [:]
  private var unranked: [Row] = []
  /// The customer added last: a stream usually comes customer by customer.
  private var last: (customer: CustomerID, place: Int)?

  public init(on day: Day, currency: Currency = .eur, customerCount: Int = 0) {
    self.day = day
    self.currency = currency
    places.reserveCapacity(customerCount)
    unranked.reserveCapacity(customerCount)
  }

  /// Adds what is left on the day of one instalment or document. A negative amount stands in the
  /// customer's favour and goes to the unallocated column, whatever its date.
  public mutating func add(customer: CustomerID, due: Day, open: Money) {
    guard !open.isZero else { return }
    guard open.isPositive else { return addUnallocated(customer: customer, -open) }
    let place = place(of: customer)
    let bucket = AgeingBucket(daysOverdue: due.days(to: day))
    totals[bucket] += open
    unranked[place].amounts[bucket] += open
    if bucket != .notDue, unranked[place].oldestDue.map({ due < $0 }) ?? true {
      unranked[place].oldestDue = due
    }
  }

  /// Adds money or a credit of the customer's that stands on no document: a positive amount.
  public mutating func addUnallocated(customer: CustomerID, _ amount: Money) {
    guard !amount.isZero else { return }
    let place = place(of: customer)
    totals.unallocated -= amount
    unranked[place].amounts.unallocated -= amount
  }

  /// Adds a whole account as a claim on the same day and in the same currency has it.
  public mutating func add(_ claim: Claim) {
    precondition(claim.day == day && claim.currency == currency, "one day, one currency")
    guard claim.ageing != AgedAmounts() else { return }
    let place = place(of: claim.customer.id)
    totals += claim.ageing
    unranked[place].amounts += claim.ageing
    guard let due = claim.oldestDue else { return }
    unranked[place].oldestDue = min(unranked[place].oldestDue ?? due, due)
  }

  private mutating func place(of customer: CustomerID) -> Int {
    if let last, last.customer == customer { return last.place }
    let place: Int
    if let known = places[customer] {
      place = known
    } else {
      place = unranked.count
      places[customer] = place
      unranked.append(Row(customer: customer))
    }
    last = (customer, place)
    return place
  }

  /// The line of a customer; nil when nothing of theirs is open.
  public subscript(customer: CustomerID) -> Row? { places[customer].map { unranked[$0] } }

  public var customerCount: Int { unranked.count }

  /// The lines, largest overdue amount first, then largest balance, then by customer number.
  public var rows: [Row] {
    unranked.sorted {
      let (left, right) = ($0.amounts, $1.amounts)
      if left.overdue != right.overdue { return left.overdue > right.overdue }
      if left.total != right.total { return left.total > right.total }
      return $0.customer < $1.customer
    }
  }

  /// The share of each bucket in what is owed, in thousandths; zeros when nothing is.
  public var shares: [AgeingBucket: Int] {
    let owed = totals.notDue + totals.overdue
    var shares: [AgeingBucket: Int] = [:]
    for bucket in AgeingBucket.allCases {
      shares[bucket] =
        owed.isPositive
        ? Int(Money(cents: 1000).scaled(by: totals[bucket].cents, over: owed.cents).cents) : 0
    }
    return shares
  }
}
