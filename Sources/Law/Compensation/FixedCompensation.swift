public import Quantities

/// The fixed recovery compensation: once for each late invoice, between professionals only.
public struct FixedCompensation: Rule {
  public static let citation = Citation("Code de commerce", "D441-5", sheet: "R2.17")
  /// 40 €.
  public static let amount = Money(cents: 4000)

  /// What is due for one invoice: 40 € when it was paid, or is still unpaid, after its due date.
  ///
  /// Nothing when the debtor is not a professional (R2.19), nor when the debtor's insolvency opened
  /// on or before the due date and so forbade payment on it (R2.20).
  public static func due(
    _ due: Day, settledOrSeen day: Day, opening: Day? = nil, isProfessional: Bool = true
  ) -> Money {
    guard isProfessional, day > due else { return .zero }
    if let opening, opening <= due { return .zero }
    return amount
  }
}
