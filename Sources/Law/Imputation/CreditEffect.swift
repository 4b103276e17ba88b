public import Quantities

/// From when a credit note lowers the amount that bears interest (R3.7): by its reason, which a
/// person gives; no authority settles it.
public enum CreditEffect: String, Rule, Hashable, CaseIterable {
  /// It corrects what was never owed: interest is counted anew from the first day.
  case fromTheStart = "error"
  /// A commercial allowance made later: it counts from its own date.
  case fromItsDate = "allowance"

  public static let citation = Citation(
    "Règle déduite", "aucun texte trouvé", sheet: "R3.7")

  /// The first day that bears interest on the lowered balance; nil when every day does.
  public func firstLowerDay(creditedOn day: Day) -> Day? {
    self == .fromTheStart ? nil : day.nextDay
  }
}
