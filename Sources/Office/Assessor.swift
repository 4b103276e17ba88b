public import Claims
public import Law
public import Ledger
public import Quantities

/// Assesses accounts by the firm's practice, and says so when a rate is not published yet.
///
/// No other half-year's rate stands in for a missing one (R2.4). Without it the claim holds the
/// principal and the compensation, and no interest at all: the list goes on, and asks for less.
public struct Assessor: Sendable {
  /// A claim, and the rate that its interest lacks; nil when it is complete.
  public struct Assessed: Sendable {
    public let claim: Claim
    public let missingRate: UnknownRate?
  }

  private let practice: Practice
  private let withoutInterest: Practice

  public init(_ practice: Practice) {
    self.practice = practice
    var choices = practice.choices
    choices.claimsInterest = false
    withoutInterest = Practice(choices, rates: practice.rates)
  }

  public func assess(_ account: Account, on day: Day) throws(UnknownRate) -> Assessed {
    let missing: UnknownRate
    do {
      return Assessed(
        claim: try Claims.assess(account, on: day, by: practice), missingRate: nil)
    } catch {
      missing = error
    }
    return Assessed(
      claim: try Claims.assess(account, on: day, by: withoutInterest), missingRate: missing)
  }
}
