import Ledger

/// How each customer has paid so far, as far as the allocations that are certain tell.
///
/// It orders explanations that are otherwise equal: a customer who pays ten days late has most
/// likely paid the invoice that fell due ten days ago.
struct PaymentHabits {
  fileprivate struct Habit {
    var count: Int32 = 0
    var transfers: Int32 = 0
    var cheques: Int32 = 0
    var delay: Int64 = 0
    var squares: Int64 = 0
  }

  private var habits: [Habit]
  private var all = Habit()

  init(customers: Int) { habits = Array(repeating: Habit(), count: customers) }

  mutating func note(_ customer: Int32, delay: Int32, by operation: BankLine.Operation) {
    let days = Int64(max(-60, min(180, delay)))
    habits[Int(customer)].add(days, operation)
    all.add(days, operation)
  }

  /// How far a delay, in days after the due date, lies from the customer's habit: 0 is typical,
  /// and each unit is about one standard deviation.
  func strangeness(of delay: Int32, for customer: Int32) -> Double {
    let habit = habits[Int(customer)]
    let weight = 3.0
    let common = all.count > 0 ? Double(all.delay) / Double(all.count) : 5
    let count = Double(habit.count)
    let mean = (Double(habit.delay) + weight * common) / (count + weight)
    let spread = (Double(habit.squares) + weight * (common * common + 100)) / (count + weight)
    let variance = max(9, spread - mean * mean)
    return abs(Double(delay) - mean) / variance.squareRoot()
  }

  /// Whether the customer was never seen to pay otherwise than by this kind of operation.
  func allows(_ operation: BankLine.Operation, by customer: Int32) -> Bool {
    let habit = habits[Int(customer)]
    let others = habit.count - (operation == .cheque ? habit.cheques : habit.transfers)
    return others <= habit.count / 4
  }
}

extension PaymentHabits.Habit {
  fileprivate mutating func add(_ days: Int64, _ operation: BankLine.Operation) {
    count += 1
    delay += days
    squares += days * days
    if operation == .cheque { cheques += 1 }
    if operation == .transfer || operation == .other { transfers += 1 }
  }
}
