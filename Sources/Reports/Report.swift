public import Claims
public import Quantities

/// The figures of a book on a day, account by account: the line at the end of a run, the head of
/// the pages.
public struct BookReport: Sendable {
  /// Sums of one currency: two currencies are never added.
  public struct Sums: Hashable, Sendable {
    /// What customers owe, less what stands in their favour (encours).
    public var balance = Money.zero
    public var overdue = Money.zero
    public var notYetDue = Money.zero
    /// What may be claimed on the day, interest and compensation included.
    public var claimable = Money.zero
    public var interest = Money.zero
    public var compensation = Money.zero
    /// Contested, of what is overdue.
    public var disputed = Money.zero

    public init() {}
  }

  public let day: Day
  public private(set) var sums: [Currency: Sums] = [:]
  public private(set) var aged: AgedBook
  /// Accounts with an open item.
  public private(set) var openAccountCount = 0
  /// Documents still open, in the customers' favour too.
  public private(set) var openItemCount = 0
  /// Accounts with something overdue.
  public private(set) var lateAccountCount = 0

  public init(on day: Day) {
    self.day = day
    aged = AgedBook(on: day)
  }

  fileprivate mutating func add(_ claim: Claim) {
    var sum = sums[claim.currency] ?? Sums()
    sum.balance += claim.balance
    sum.overdue += claim.overdue
    sum.notYetDue += claim.notYetDue
    sum.claimable += claim.total
    sum.interest += claim.interest
    sum.compensation += claim.compensation
    sum.disputed += claim.disputed
    sums[claim.currency] = sum
    aged.add(claim)
    let open = claim.items.count { !$0.balance.isZero }
    openItemCount += open
    if open > 0 { openAccountCount += 1 }
    if claim.overdue.isPositive { lateAccountCount += 1 }
  }
}

/// Adds one account to the figures of the book, as its claim on the day has it.
public func report(_ claim: Claim, into book: inout BookReport) {
  book.add(claim)
}
