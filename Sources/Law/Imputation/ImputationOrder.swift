/// What a payment on one debt extinguishes first (R3.4, R3.5).
public enum ImputationOrder: String, Rule, Hashable, CaseIterable {
  /// The law's order, unless the creditor agrees otherwise.
  case interestFirst = "interest_first"
  /// The creditor agreed that principal goes first.
  case principalFirst = "principal_first"

  public static let citation = Citation("Code civil", "1343-1", sheet: "R3.4")
}
