public import Quantities

/// The lowest rate a contract may set: three times the legal interest rate of the half-year.
///
/// Read by its words: it bounds a contrary clause and does not raise the default rate (R2.6).
public struct PenaltyFloor: Rule {
  public static let citation = Citation("Code de commerce", "L441-10 II", sheet: "R2.5")
  let rates: LegalRates

  public init(_ rates: LegalRates = .published) { self.rates = rates }

  /// The floor of a half-year; throws when the legal rate is not published.
  public func rate(for half: HalfYear) throws(UnknownRate) -> Rate {
    try rates.figure(.legalInterest, for: half) * 3
  }
}

/// A contract's own penalty rate, tested against the floor half-year by half-year.
public struct ContractRate: Rule {
  public static let citation = Citation("Code de commerce", "L441-10 II", sheet: "R2.7")
  public let rate: Rate
  let floor: PenaltyFloor

  public init(_ rate: Rate, legal rates: LegalRates = .published) {
    self.rate = rate
    floor = PenaltyFloor(rates)
  }

  /// Below three times the legal rate in this half-year; throws when that is not published.
  public func isBelowFloor(in half: HalfYear) throws(UnknownRate) -> Bool {
    rate < (try floor.rate(for: half))
  }

  /// The half-years of a delay in which the rate lies below the floor, in order.
  public func halfYearsBelowFloor(over days: DayRange) throws(UnknownRate) -> [HalfYear] {
    var below: [HalfYear] = []
    guard !days.isEmpty else { return below }
    var half = HalfYear(of: days.first)
    while half.firstDay <= days.last {
      if try isBelowFloor(in: half) { below.append(half) }
      half = half.next
    }
    return below
  }

  /// The prudent rate to claim: the contract's, or the floor where the contract is below it (R2.7).
  public func prudentRate(for half: HalfYear) throws(UnknownRate) -> Rate {
    max(rate, try floor.rate(for: half))
  }
}
