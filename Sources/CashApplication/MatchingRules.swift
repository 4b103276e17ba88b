public import Quantities

/// Beyond a thousand billion units no amount is matched: sums stay far from the end of integers.
let largestAmountInCents: Int64 = 100_000_000_000_000

/// From which score money is booked without asking, and how far an amount may be off.
public struct MatchingRules: Hashable, Sendable {
  /// Scores from here on are applied; below, proposed. Between 0 and 1000.
  public var appliedFrom: Int
  /// The most a payer's or our own bank takes from a transfer (frais bancaires).
  public var highestCharge: Money
  /// The highest cash discount a payer may take, in thousandths of the document (escompte).
  public var highestDiscountInThousandths: Int64
  /// Above this excess, a payment with one reference is shown to a person.
  public var highestExcess: Money
  /// The most open documents among which a sum is looked for.
  public var mostDocumentsInSearch: Int

  public init(
    appliedFrom: Int = 970, highestCharge: Money = Money(cents: 3_000),
    highestDiscountInThousandths: Int64 = 30, highestExcess: Money = Money(cents: 25_000),
    mostDocumentsInSearch: Int = 18
  ) {
    self.appliedFrom = appliedFrom
    self.highestCharge = highestCharge
    self.highestDiscountInThousandths = highestDiscountInThousandths
    self.highestExcess = highestExcess
    self.mostDocumentsInSearch = mostDocumentsInSearch
  }

  public static let standard = MatchingRules()
}
