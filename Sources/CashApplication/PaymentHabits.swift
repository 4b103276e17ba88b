import Ledger

/// How each customer has paid so far, as far as the allocations that are certain tell.
///
/// It orders explanations that are otherwise equal: a customer who pays ten days late has most
/// likely paid the invoice that fell due ten days ago.
struct PaymentHabits {
  private struct Habit {
    var count: Int32 = 0
    var transfers: Int32 = 0
    var cheques: Int32 = 0
    var delay: Int64 = 0
    var squares: Int64 = 0

    /// By what the customer's file says that he pays.
    var means: PaymentMeans?

    func count(of operation: BankLine.Operation) -> Double {
      let seen = Double(operation == .cheque ? cheques : transfers)
      let isUsual = means == (operation == .cheque ? .cheque : .transfer)
      return seen + (isUsual ? Habit.weightOfFile : 0)
    }

    /// How many payments were seen, and those for which the file stands.
    var known: Double { Double(count) + (means == nil ? 0 : Habit.weightOfFile) }

    /// What the file says counts as so many payments.
    private static let weightOfFile = 3.0

    mutating func add(_ days: Int64, _ operation: BankLine.Operation) {
      count += 1
      delay += days
      squares += days * days
      if operation == .cheque { cheques += 1 }
      if operation == .transfer || operation == .other { transfers += 1 }
    }
  }

  private var habits: [Habit]
  private var all = Habit()

  init(of index: OpenItemIndex) {
    habits = index.customers.indices.map {
      var habit = Habit()
      habit.means = index.means(of: Int32($0))
      return habit
    }
  }

  /// Remembers a payment that came so many days after the due date.
  mutating func note(_ customer: Int32, delay: Int32, by operation: BankLine.Operation) {
    let days = Int64(max(-60, min(180, delay)))
    habits[Int(customer)].add(usual(days, of: customer), operation)
    all.add(days, operation)
  }

  /// A delay as the habit takes it in: once it is known well enough, what lies far outside counts
  /// as its edge. An invoice that was in dispute for a year says nothing of the others.
  private func usual(_ days: Int64, of customer: Int32) -> Int64 {
    guard habits[Int(customer)].count >= 4 else { return days }
    let habit = habit(of: customer)
    return Int64(
      max(habit.mean - 3 * habit.spread, min(habit.mean + 3 * habit.spread, Double(days))))
  }

  /// The usual delay of a customer in days after the due date, and how far it spreads. As long as
  /// little is known of a customer, all of them together lend their habit.
  func habit(of customer: Int32) -> UsualDelay {
    let habit = habits[Int(customer)]
    let weight = 3.0
    let common = all.count > 0 ? Double(all.delay) / Double(all.count) : 5
    let count = Double(habit.count)
    let mean = (Double(habit.delay) + weight * common) / (count + weight)
    let squares = (Double(habit.squares) + weight * (common * common + 100)) / (count + weight)
    return UsualDelay(mean: mean, spread: max(9, squares - mean * mean).squareRoot())
  }

  func strangeness(of delay: Int32, for customer: Int32) -> Double {
    habit(of: customer).strangeness(of: delay)
  }

  func likelihood(of delay: Int32, for customer: Int32) -> Double {
    habit(of: customer).likelihood(of: delay)
  }

  func patience(of delay: Int32, for customer: Int32) -> Double {
    habit(of: customer).patience(of: delay)
  }

  /// How likely a payment of the customer comes by this kind of operation rather than by others:
  /// who paid one bill by cheque pays the next one so, and as the file says that he does. Even
  /// while nothing is known.
  func share(of operation: BankLine.Operation, by customer: Int32) -> Double {
    let habit = habits[Int(customer)]
    return (habit.count(of: operation) + 0.1) / (habit.known + 0.2)
  }
}

/// How many days after the due date a customer pays as a rule, and how far that spreads.
struct UsualDelay {
  let mean: Double
  let spread: Double

  /// How far a delay lies from the habit: 0 is typical, and each unit is about one standard
  /// deviation.
  func strangeness(of delay: Int32) -> Double { abs(Double(delay) - mean) / spread }

  /// How likely the customer pays on this one day, so many days after the due date.
  func likelihood(of delay: Int32) -> Double {
    let distance = (Double(delay) - mean) / spread
    // A bell with somewhat heavier ends than the normal one, on a broad foot: habits are broken now
    // and then, and some documents wait for a year.
    let bell = 1 / (1 + distance * distance / 6)
    let foot = delay < -45 || delay > 400 ? 1e-6 : delay > 150 ? 1e-5 : 4e-4
    return 0.4 * bell * bell * bell * bell / spread + foot
  }

  /// How likely a customer who has not paid by so many days after the due date still will.
  func patience(of delay: Int32) -> Double {
    let distance = (Double(delay) - mean) / spread
    let end = 0.5 / (1 + abs(distance) * (1 + abs(distance)))
    return distance < 0 ? 1 - end : end
  }
}

/// The habits of customers one after the other: that of one who comes again is at hand.
struct HabitAtHand {
  private var customer: Int32 = -1
  private var habit = UsualDelay(mean: 0, spread: 1)

  mutating func habit(of customer: Int32, in habits: PaymentHabits) -> UsualDelay {
    if customer != self.customer { (self.customer, habit) = (customer, habits.habit(of: customer)) }
    return habit
  }
}
