public import Ledger
public import Quantities

/// One invoice as the customer's habit shows in it: when it fell due and when it was settled.
public struct PastPayment: Hashable, Sendable {
  public let issued: Day
  public let due: Day
  /// The day its last payment came; nil while something is open.
  public let settled: Day?

  public init(issued: Day, due: Day, settled: Day?) {
    self.issued = issued
    self.due = due
    self.settled = settled
  }

  /// What an invoice tells, as known on a day; nil when it tells nothing: given up, or settled
  /// without money. Its delay is no habit.
  init?(of trace: DocumentTrace, on today: Day) {
    guard trace.isInvoice, trace.issue <= today else { return nil }
    if trace.balance(on: today).isPositive {
      self.init(issued: trace.issue, due: trace.due, settled: nil)
      return
    }
    guard !trace.movements.contains(where: { $0.cause == .writeOff && $0.day <= today }),
      let settled = trace.lastPayment(by: today)
    else { return nil }
    self.init(issued: trace.issue, due: trace.due, settled: settled)
  }

  /// Days past the due date: of the settlement, or of a day where it is still open.
  public func delayInDays(on day: Day) -> Int { due.days(to: settled ?? day) }
}

extension Account {
  /// The invoices that tell how the customer pays, as known on a day, oldest first.
  ///
  /// Left out: what was contested, given up, or settled without money. Its delay is no habit.
  public func pastPayments(on today: Day) -> [PastPayment] {
    items.lazy.map(\.trace).pastPayments(on: today, contested: contested(by: today))
  }

  /// The documents contested by a day.
  public func contested(by today: Day) -> Set<EntryNumber> {
    Set(disputes.lazy.filter { $0.happened <= today }.map(\.fact.document))
  }
}

extension Sequence where Element == DocumentTrace {
  /// The invoices that tell how the customer pays, as known on a day.
  public func pastPayments(on today: Day, contested: Set<EntryNumber>) -> [PastPayment] {
    compactMap { contested.contains($0.id) ? nil : PastPayment(of: $0, on: today) }
  }
}

extension DocumentTrace {
  /// The day of the last payment; nil when no money came for it: a credit note is no habit.
  func lastPayment(by today: Day) -> Day? {
    var last: Day?
    for movement in movements
    where movement.cause == .payment && movement.amount.isPositive && movement.day <= today {
      last = Swift.max(last ?? movement.day, movement.day)
    }
    return last
  }

  /// Whether a payment left a tenth or more open where one date was agreed for all of it.
  func isPaidInParts(by today: Day) -> Bool {
    guard isInvoice, isDueAtOnce else { return false }
    var left = total
    for movement in movements where movement.day <= today {
      left -= movement.amount
      if movement.cause == .payment, movement.amount.isPositive, left.cents * 10 >= total.cents,
        left < total
      {
        return true
      }
    }
    return false
  }
}
