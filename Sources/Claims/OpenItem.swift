public import Ledger
public import Quantities

/// A document that is not fully settled on a day, or that was settled late and still owes its
/// accessories (non lettré).
///
/// Payments fill the oldest instalment first, so what is chased is the instalment.
public struct OpenItem: Hashable, Sendable {
  public let document: EntryNumber
  public let number: String
  public let issue: Day
  /// The earliest due date not paid; the last one when nothing is left.
  public internal(set) var due: Day
  /// The due date agreed for a rush order that the invoice forgot; nil when it forgot none.
  /// Reminders go by it, interest and the 40 € by the date that the invoice bears.
  public internal(set) var agreedDue: Day?
  /// The earliest due date that is still ahead; nil when all have passed.
  public internal(set) var nextDue: Day?
  /// What falls due on `nextDue`.
  public internal(set) var nextAmount = Money.zero
  /// What the document asked for; negative for a credit note.
  public let total: Money
  /// What is left in the books; negative when it stands in the customer's favour.
  public internal(set) var balance = Money.zero
  /// The part of the balance past its due date.
  public internal(set) var overdue = Money.zero
  public internal(set) var notYetDue = Money.zero
  /// The contested part of the balance, which is not claimed (R3.11).
  public internal(set) var disputed = Money.zero
  /// The part that an instalment plan lets the customer pay later: not asked for now.
  public internal(set) var deferred = Money.zero
  /// What may be asked for today: its overdue part not contested, and its accessories.
  public internal(set) var principal = Money.zero
  public internal(set) var interest = Money.zero
  public internal(set) var compensation = Money.zero
  /// Days past `due` on the day of the claim; zero when nothing is overdue.
  public internal(set) var daysOverdue = 0
  /// From when the limitation runs at the earliest: delivery, else issue (R6.1).
  public let limitationStart: Day
  /// The days on which the customer acknowledged the debt, each of which restarts the limitation
  /// (C. civ. 2240, R6.3).
  public internal(set) var acknowledged: [Day] = []
  /// Too old to be asked for by the program: a person decides (R6.9). Nothing of it is claimed.
  public internal(set) var isTimeBarred = false

  /// The lifecycle status that keeps it, or part of it, from being asked for; 0 for none.
  public internal(set) var heldByStatus = 0
  /// Money that would pay it whole was announced, and is awaited through this day: not asked for
  /// before. Nil when none was.
  public internal(set) var announcedUntil: Day?
  /// A person wants it left alone until this day; nil when nobody does.
  public internal(set) var snoozedUntil: Day?

  /// Whether nothing is left to pay of it: accessories may remain.
  public var isSettled: Bool { !balance.isPositive }
  /// Whether it stands in the customer's favour: a credit note, or an invoice paid twice.
  public var isCredit: Bool { balance.isNegative }
  public var claimable: Money { principal + interest + compensation }
  public var bucket: AgeingBucket { AgeingBucket(daysOverdue: daysOverdue) }

  /// The limitation of its oldest unpaid part, for a period in years.
  public func limitation(ofYears period: Int) -> LimitationDate {
    LimitationDate(
      start: limitationStart, due: due, periodInYears: period, acknowledged: acknowledged)
  }

  init(_ item: borrowing AccountItem, due: Day, balance: Money, limitationStart: Day) {
    document = item.id
    number = item.number
    issue = item.issue
    self.due = due
    total = item.total
    self.balance = balance
    self.limitationStart = limitationStart
  }
}
