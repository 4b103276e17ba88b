public import Quantities

/// A document as a payer's habit shows in it: its days, its amount, and what changed its balance.
/// No words and no number of the firm's: a million of them are read in one go.
public struct DocumentTrace: Hashable, Sendable {
  /// One change of the balance.
  public struct Movement: Hashable, Sendable {
    public let day: Day
    /// Positive when the balance of an invoice shrinks.
    public let amount: Money
    public let cause: AccountItem.Movement.Cause

    public init(day: Day, amount: Money, cause: AccountItem.Movement.Cause) {
      self.day = day
      self.amount = amount
      self.cause = cause
    }
  }

  public let id: EntryNumber
  /// False for a credit note.
  public let isInvoice: Bool
  public let issue: Day
  /// The last due date of an invoice; the day of issue of a credit note.
  public let due: Day
  /// Whether one date was agreed for all of it.
  public let isDueAtOnce: Bool
  /// Positive for an invoice, negative for a credit note.
  public let total: Money
  /// Oldest first.
  public let movements: [Movement]

  public init(
    id: EntryNumber, issue: Day, due: Day? = nil, isDueAtOnce: Bool = true, total: Money,
    movements: [Movement]
  ) {
    self.id = id
    isInvoice = due != nil
    self.issue = issue
    self.due = due ?? issue
    self.isDueAtOnce = isDueAtOnce
    self.total = total
    self.movements = movements
  }

  /// What is left of it at the end of a day.
  public func balance(on day: Day) -> Money {
    guard issue <= day else { return .zero }
    return movements.reduce(total) { $1.day <= day ? $0 - $1.amount : $0 }
  }
}

extension AccountItem {
  /// The document as the payer's habit shows in it.
  public var trace: DocumentTrace {
    var moved = movements.map {
      DocumentTrace.Movement(day: $0.day, amount: $0.amount, cause: $0.cause)
    }
    if moved.count > 1 { moved.sort { $0.day < $1.day } }
    switch kind {
    case .invoice(let invoice):
      return DocumentTrace(
        id: id, issue: invoice.issue, due: invoice.instalments.last?.due ?? invoice.issue,
        isDueAtOnce: invoice.instalments.count == 1, total: total, movements: moved)
    case .creditNote(let credit):
      return DocumentTrace(id: id, issue: credit.issue, total: total, movements: moved)
    }
  }
}
