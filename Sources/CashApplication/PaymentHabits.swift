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
    var usual = UsualDelay(mean: 0, spread: 1)
    var delays = Delays()

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

    mutating func add(_ operation: BankLine.Operation) {
      count += 1
      if operation == .cheque { cheques += 1 }
      if operation == .transfer || operation == .other { transfers += 1 }
    }
  }

  /// The delays of a customer's payments, each weighed by how far it lies in the habit.
  private struct Delays {
    var weights = 0.0
    var sum = 0.0
    var squares = 0.0

    /// What lies far outside counts little: an invoice that was in dispute for a year says nothing
    /// of the others. (The weights of Student's distribution with four degrees of freedom.)
    mutating func add(_ days: Double, by usual: UsualDelay) {
      let distance = (days - usual.mean) / usual.spread * Delays.width
      let weight = 5 / (4 + distance * distance)
      weights += weight
      sum += weight * days
      squares += weight * days * days
    }

    /// The usual delay, beside what customers in common do.
    func usual(beside common: Double) -> UsualDelay {
      let all = weights + Delays.weightOfCommon
      let mean = (sum + Delays.weightOfCommon * common) / all
      let off = squares - 2 * mean * sum + mean * mean * weights
      let variance = (max(0, off) + Delays.weightOfCommon * 100) / all
      return UsualDelay(mean: mean, spread: Delays.width * max(3, variance.squareRoot()))
    }

    /// What customers in common do counts as so many payments, ten days apart.
    private static let weightOfCommon = 1.5
    /// What is known of few payments spreads wider than they do.
    private static let width = 1.25
  }

  private var habits: [Habit]
  /// The first delays of each customer, so many places for each.
  private var early: [Int16]
  /// The usual delay of all customers together, and of how many payments it is known.
  private var common = 5.0
  private var seen = 0.0

  /// So many of a customer's payments are weighed again with each that is added.
  private static let first = 12

  init(of index: OpenItemIndex) {
    habits = index.customers.indices.map {
      var habit = Habit()
      habit.means = index.means(of: Int32($0))
      return habit
    }
    early = Array(repeating: 0, count: habits.count * PaymentHabits.first)
  }

  /// Remembers a payment that came so many days after the due date.
  mutating func note(_ customer: Int32, delay: Int32, by operation: BankLine.Operation) {
    let days = max(-60, min(180, delay))
    let (here, usual) = (Int(customer), habit(of: customer))
    noteCommon(Double(days), usual)
    let count = Int(habits[here].count)
    habits[here].add(operation)
    if count < PaymentHabits.first {
      early[here * PaymentHabits.first + count] = Int16(days)
      weighEarly(here, from: usual)
    } else {
      habits[here].delays.add(Double(days), by: usual)
      habits[here].usual = habits[here].delays.usual(beside: common)
    }
  }

  /// To all customers together a delay far outside its customer's habit counts as the habit's edge.
  private mutating func noteCommon(_ days: Double, _ usual: UsualDelay) {
    let edge = 3 * usual.spread
    seen += 1
    common += (max(usual.mean - edge, min(usual.mean + edge, days)) - common) / seen
  }

  /// Finds the habit that fits a customer's first payments best, step by step from what was known.
  private mutating func weighEarly(_ here: Int, from usual: UsualDelay) {
    let start = here * PaymentHabits.first
    habits[here].usual = usual
    for _ in 0..<3 {
      var delays = Delays()
      for days in early[start..<(start + Int(habits[here].count))] {
        delays.add(Double(days), by: habits[here].usual)
      }
      habits[here].delays = delays
      habits[here].usual = delays.usual(beside: common)
    }
  }

  /// The usual delay of a customer in days after the due date, and how far it spreads. As long as
  /// little is known of a customer, all of them together lend their habit.
  func habit(of customer: Int32) -> UsualDelay {
    let habit = habits[Int(customer)]
    return habit.count > 0 ? habit.usual : UsualDelay(mean: common, spread: 10)
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
