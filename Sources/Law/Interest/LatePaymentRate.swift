public import Quantities

/// The ECB refinancing rate in force on the first day of the half-year, plus ten points.
public struct LatePaymentRate: Rule {
  public static let citation = Citation("Code de commerce", "L441-10 II", sheet: "R2.3")
  let rates: LegalRates

  public init(_ rates: LegalRates = .published) { self.rates = rates }

  /// The yearly rate of late-payment penalties for a half-year; throws when it is not published.
  public func rate(for half: HalfYear) throws(UnknownRate) -> Rate {
    try rates.figure(.refinancing, for: half) + .percent(10)
  }
}

/// Default interest against a public buyer: the ECB rate of the half-year in which interest
/// started, plus eight points, one rate for the whole delay.
public struct PublicBuyerRate: Rule {
  public static let citation = Citation(
    "Code de la commande publique", "R2192-31", sheet: "R1.24")
  let rates: LegalRates

  public init(_ rates: LegalRates = .published) { self.rates = rates }

  /// The rate for a delay whose first day of interest is `day`; throws when it is not published.
  public func rate(startingOn day: Day) throws(UnknownRate) -> Rate {
    try rate(for: HalfYear(of: day))
  }

  /// The rate for a delay that starts in this half-year; throws when it is not published.
  public func rate(for half: HalfYear) throws(UnknownRate) -> Rate {
    try rates.figure(.refinancing, for: half) + .percent(8)
  }
}

/// Legal interest alone, by half-year and by who the creditor is (R2.24).
public struct LegalInterest: Rule {
  public static let citation = Citation("Code monétaire et financier", "L313-2", sheet: "R2.24")
  let rates: LegalRates
  let isIndividual: Bool

  /// `isIndividual`: the creditor is a natural person acting outside trade.
  public init(_ rates: LegalRates = .published, isIndividual: Bool = false) {
    self.rates = rates
    self.isIndividual = isIndividual
  }

  /// The legal interest rate of a half-year; throws when it is not published.
  public func rate(for half: HalfYear) throws(UnknownRate) -> Rate {
    try rates.figure(isIndividual ? .legalInterestIndividual : .legalInterest, for: half)
  }
}

/// Legal interest after judgment: five points more from two months after it became enforceable.
public struct EnforcedTitleRate: Rule {
  public static let citation = Citation("Code monétaire et financier", "L313-3", sheet: "R2.23")
  public static let increase = Rate.percent(5)
  let legal: LegalInterest

  public init(_ rates: LegalRates = .published, isIndividual: Bool = false) {
    legal = LegalInterest(rates, isIndividual: isIndividual)
  }

  /// The first day that bears the five points more.
  public static func firstDay(enforceableOn day: Day) -> Day { day.adding(months: 2).nextDay }

  /// The legal rate with the increase; throws when the half-year is not published.
  public func rate(for half: HalfYear) throws(UnknownRate) -> Rate {
    EnforcedTitleRate.increased(try legal.rate(for: half))
  }

  /// A known legal rate with the increase.
  public static func increased(_ legalRate: Rate) -> Rate { legalRate + increase }
}
