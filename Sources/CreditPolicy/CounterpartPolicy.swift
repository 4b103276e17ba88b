import Ledger

/// How a shorter lead time is turned into a shorter payment term: nothing for nothing.
public struct CounterpartPolicy: Hashable, Sendable {
  /// The two ways of the house.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Each halving of the lead time is one rung down the house's terms.
    case ladder
    /// The term shrinks as the lead time does.
    case proportional
  }

  /// What counts when the lead time falls between two halvings.
  public enum Rounding: String, Hashable, Sendable, CaseIterable {
    /// The nearest halving: 15 → 10 days is one rung, 15 → 14 none.
    case nearest
    /// A halving begun counts: 15 → 14 days is one rung.
    case forSupplier
    /// Only whole halvings count: 15 → 8 days is no rung.
    case forCustomer
  }

  /// What a proportional term is rounded down to.
  public enum Step: String, Hashable, Sendable, CaseIterable { case day, rung }

  public var method: Method
  public var rounding: Rounding
  public var step: Step
  /// The house's terms in days from the invoice, longest first; payment with the order is the
  /// last rung of every house and is not in the list.
  public let rungsInDays: [Int]

  /// Rungs are put in order; those not between 1 and 180 days, and repeated ones, are left out.
  public init(
    _ method: Method = .ladder, rounding: Rounding = .nearest, step: Step = .day,
    rungsInDays: [Int] = CounterpartPolicy.houseRungsInDays
  ) {
    self.method = method
    self.rounding = rounding
    self.step = step
    let known = Set(rungsInDays.filter { (1...180).contains($0) })
    self.rungsInDays = known.sorted(by: >)
  }

  /// 60 days, then 30, then with the order.
  public static let houseRungsInDays = [60, 30]

  /// How many halvings of the usual lead time the asked one is worth. Whole numbers only: `n` are
  /// reached, to the nearest, when the square of the ratio reaches 2 to the power of 2n − 1.
  public func halvings(from usual: Int, to asked: Int) -> Int {
    guard asked > 0, asked < usual else { return 0 }
    var steps = 0
    switch rounding {
    case .nearest: while usual * usual >= (asked * asked) << (2 * steps + 1) { steps += 1 }
    case .forCustomer: while usual >= asked << (steps + 1) { steps += 1 }
    case .forSupplier: while usual > asked << steps { steps += 1 }
    }
    return steps
  }

  /// The height of a rung on the average, in days: what one more halving is worth once the term is
  /// already "with the order".
  public var rungHeightInDays: Int {
    guard let longest = rungsInDays.first else { return 30 }
    return max(1, longest / rungsInDays.count)
  }
}
