public import Law
public import Quantities

/// How the floor of three times the legal rate is read where the default rate lies below it, as it
/// did in 2024 (R2.6). The courts have not settled it: the firm chooses.
public enum FloorReading: String, Hashable, Sendable, CaseIterable {
  /// By its words, the floor bounds a contrary clause only: the default rate stands.
  case boundsClauses
  /// The floor is the least that is owed, contract or not.
  case raisesDefault
}

/// What a firm has chosen where the law leaves it a choice: how it claims.
///
/// Make it once for a run: it lays the rates out by half-year.
public struct Practice: Sendable {
  /// The choices a firm may make; the defaults claim what the law gives of right.
  public struct Choices: Hashable, Sendable {
    /// The yearly rate of the contract or terms of sale; nil for the law's.
    public var contractRate: Rate?
    public var dayCount = DayCount.fixed365
    /// Principal first: a payment stays where it was booked, the customer reads the same balance
    /// in both books, and interest is claimed beside it. Interest first is the law's order where
    /// nothing was agreed (R3.4); an invoice settled in full is not opened again for it (R3.5).
    public var order = ImputationOrder.principalFirst
    public var floorReading = FloorReading.boundsClauses
    public var claimsInterest = true
    public var claimsCompensation = true
    public var calendar = BankCalendar.france
    /// Working days after a promised day before the promise counts as broken.
    public var promiseGraceInDays = 2

    public init() {}
  }

  public let rates: LegalRates
  public let choices: Choices
  let business: RateSchedule
  let publicBuyer: RateSchedule

  public init(_ choices: Choices = Choices(), rates: LegalRates = .published) {
    self.rates = rates
    self.choices = choices
    business = .business(choices, rates)
    publicBuyer = .publicBuyer(choices, rates)
  }

  /// The law's defaults with the published rates.
  public static let standard = Practice()
}
