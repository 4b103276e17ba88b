/// An amount in the minor unit of the currency of the account it belongs to: cents for the euro.
///
/// The currency itself stands on the account or document, so that amounts of one account add
/// freely and amounts of two currencies never meet. Range: ±92 233 720 368 547 758,07.
public struct Money: Hashable, Comparable, Sendable {
  /// Signed number of minor units (cents for EUR).
  public var cents: Int64

  public init(cents: Int64) { self.cents = cents }

  public static let zero = Money(cents: 0)

  public var isZero: Bool { cents == 0 }
  public var isPositive: Bool { cents > 0 }
  public var isNegative: Bool { cents < 0 }
  public var magnitude: Money { Money(cents: abs(cents)) }

  public static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }
  public static func + (left: Money, right: Money) -> Money {
    Money(cents: left.cents + right.cents)
  }
  public static func - (left: Money, right: Money) -> Money {
    Money(cents: left.cents - right.cents)
  }
  public static prefix func - (amount: Money) -> Money { Money(cents: -amount.cents) }
  public static func += (left: inout Money, right: Money) { left.cents += right.cents }
  public static func -= (left: inout Money, right: Money) { left.cents -= right.cents }
  public static func * (amount: Money, count: Int) -> Money {
    Money(cents: amount.cents * Int64(count))
  }

  /// The amount times `numerator` over `denominator`, rounded to the cent, half away from zero.
  ///
  /// The product is taken on 128 bits: no intermediate overflow. `denominator` must be positive.
  public func scaled(by numerator: Int64, over denominator: Int64) -> Money {
    precondition(denominator > 0, "a share needs a positive whole")
    let product = Int128(cents) * Int128(numerator)
    let whole = Int128(denominator)
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: whole)
    guard 2 * remainder.magnitude >= whole.magnitude else { return Money(cents: Int64(quotient)) }
    return Money(cents: Int64(quotient) + (product < 0 ? -1 : 1))
  }
}

extension Sequence<Money> {
  /// The sum of the amounts, all of one account's currency.
  public func sum() -> Money { reduce(.zero, +) }
}
