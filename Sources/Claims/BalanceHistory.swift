public import Ledger
public import Quantities

/// What was left of a document day after day, as the law counts interest on it.
///
/// A payment counts at the end of the day it arrived (R2.2), an allowance at the end of its own
/// day; a credit note for an amount never owed counts from the start (R3.7), and so does one
/// whose reason is not known, the reading that claims less.
public struct BalanceHistory: Hashable, Sendable {
  /// Something that changed the balance at the end of a day.
  public struct Step: Hashable, Sendable {
    public let day: Day
    /// Positive when the balance shrinks.
    public let amount: Money
    public let cause: AccountItem.Movement.Cause

    public init(day: Day, amount: Money, cause: AccountItem.Movement.Cause) {
      self.day = day
      self.amount = amount
      self.cause = cause
    }
  }

  public let total: Money
  /// What counts as never owed.
  public internal(set) var fromTheStart: Money
  /// In order of their days.
  public internal(set) var steps: [Step]
  /// Whether interest was reckoned at each step, so that each one ends a segment.
  var cutsAtEachStep = false

  public init(total: Money, fromTheStart: Money = .zero, steps: [Step] = []) {
    self.total = total
    self.fromTheStart = fromTheStart
    self.steps = steps
  }

  /// What happened to a document up to and including a day.
  public init(of item: AccountItem, through today: Day) {
    var fromTheStart = Money.zero
    var steps: [Step] = []
    var isSorted = true
    for movement in item.movements where movement.day <= today {
      if movement.cause == .setOff, movement.creditReason != .allowance {
        fromTheStart += movement.amount
        continue
      }
      if let last = steps.last, last.day > movement.day { isSorted = false }
      steps.append(Step(day: movement.day, amount: movement.amount, cause: movement.cause))
    }
    if !isSorted { steps.sort { $0.day < $1.day } }
    self.init(total: item.total, fromTheStart: fromTheStart, steps: steps)
  }

  /// What had been settled at the end of a day.
  public func settled(through day: Day) -> Money {
    var settled = fromTheStart
    for step in steps {
      if step.day > day { break }
      settled += step.amount
    }
    return settled
  }

  /// What interest is counted on from the day after.
  public func balance(on day: Day) -> Money { total - settled(through: day) }

  /// What is left after all of it.
  public var open: Money { steps.reduce(total - fromTheStart) { $0 - $1.amount } }

  /// Whether some of it was given up in the books.
  public var hasWriteOff: Bool { steps.contains { $0.cause == .writeOff } }
}

/// An instalment with what falls due before it: payments fill the oldest first.
struct DuePart {
  let due: Day
  /// The sum of the earlier instalments.
  let before: Money
  let amount: Money

  /// What is left of the instalment once `settled` was paid on the document.
  func open(settled: Money) -> Money {
    let left = max(.zero, before + amount - settled)
    // More than was asked is owed once a payment was returned with its fee: it joins the oldest.
    return before.isZero ? left : min(amount, left)
  }

  /// What bears interest: never more than the instalment asked for.
  func bearing(settled: Money) -> Money { min(amount, open(settled: settled)) }
}

/// The instalments of an invoice; most have one, kept without an array.
struct DueParts: RandomAccessCollection {
  let first: DuePart
  let others: [DuePart]

  init(first: DuePart, others: [DuePart]) {
    self.first = first
    self.others = others
  }

  /// All of it due on one day.
  init(wholeDue day: Day, _ amount: Money) {
    self.init(first: DuePart(due: day, before: .zero, amount: amount), others: [])
  }

  var startIndex: Int { 0 }
  var endIndex: Int { others.count + 1 }
  subscript(place: Int) -> DuePart { place == 0 ? first : others[place - 1] }
}
