public import Quantities

/// A public buyer's term to pay, from the reception of the payment request (R1.20 to R1.23).
public struct PublicBuyerTerm: Rule, Hashable {
  public static let citation = Citation(
    "Code de la commande publique", "R2192-10, R2192-11", sheet: "R1.20")

  /// The kinds of public buyers, by the term the code sets; no contract can lengthen it.
  public enum Buyer: String, Hashable, Sendable, CaseIterable {
    /// The State, local authorities and their administrative bodies.
    case authority
    /// Public hospitals and the army health service.
    case hospital
    /// Other public undertakings.
    case undertaking

    public var days: Int { self == .authority ? 30 : self == .hospital ? 50 : 60 }
  }

  /// The one suspension allowed: the request was incomplete (R1.23).
  public struct Suspension: Hashable, Sendable {
    /// The day the buyer named the missing items.
    public let from: Day
    /// The day they were supplied.
    public let until: Day

    public init(from: Day, until: Day) {
      self.from = from
      self.until = until
    }
  }

  public let days: Int

  public init(_ buyer: Buyer) { days = buyer.days }
  public init(days: Int) { self.days = days }

  /// The day that the term counts from (R1.21): reception; performance when it is later or when
  /// reception is uncertain; two days after the request when no reception can be proved.
  public static func start(received: Day?, performed: Day?, requested: Day?) -> Day? {
    if let received { return max(received, performed ?? received) }
    if let performed { return max(performed, requested.map { $0.adding(days: 2) } ?? performed) }
    return requested?.adding(days: 2)
  }

  /// The last day to pay. After a suspension the days that were left run on, at most 30 of them.
  public func due(start: Day, suspension: Suspension? = nil) -> Day {
    let last = start.adding(days: days)
    guard let suspension, suspension.from >= start, suspension.from <= last,
      suspension.until >= suspension.from
    else { return last }
    return suspension.until.adding(days: min(suspension.from.days(to: last), 30))
  }
}
