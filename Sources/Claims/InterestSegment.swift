public import Law
public import Quantities

/// Where the rate of a segment comes from.
public enum RateBasis: Hashable, Sendable {
  /// ECB refinancing rate plus ten points (L441-10 II).
  case legal
  /// The rate of the contract or of the terms of sale.
  case contract
  /// The floor of three times the legal interest rate, in place of a lower contract rate (R2.7).
  case floorForContract
  /// The same floor, in place of a lower default rate, for those who read it so (R2.6).
  case floorForDefault
  /// A public buyer: ECB rate at the start of the delay plus eight points, for all of it.
  case publicBuyer

  public var citation: Citation {
    switch self {
    case .legal: LatePaymentRate.citation
    case .contract: PenaltyFloor.citation
    case .floorForContract: ContractRate.citation
    case .floorForDefault: Citation("Code de commerce", "L441-10 II", sheet: "R2.6")
    case .publicBuyer: PublicBuyerRate.citation
    }
  }
}

/// Days over which one balance bore one rate: the operands of one interest figure.
public struct InterestSegment: Hashable, Sendable {
  /// What was overdue on each of the days, tax included, after payments and credit notes (R2.8).
  public let balance: Money
  /// The first and the last day counted; the day the money arrives is counted (R2.2).
  public let days: DayRange
  public let rate: Rate
  public let basis: RateBasis
  /// Days of the year the rate is spread over: 365, or 366 where the firm counts leap years so.
  public let daysInYear: Int

  public init(
    balance: Money, days: DayRange, rate: Rate, basis: RateBasis, daysInYear: Int = 365
  ) {
    self.balance = balance
    self.days = days
    self.rate = rate
    self.basis = basis
    self.daysInYear = daysInYear
  }

  /// balance × rate × days / days in the year, half-up to the cent (R2.9, R2.12).
  public var amount: Money {
    interest(on: balance, over: days, at: rate, counting: daysInYear == 366 ? .fixed366 : .fixed365)
  }
}
