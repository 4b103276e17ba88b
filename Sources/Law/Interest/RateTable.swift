/// The published tables of yearly rates that the rules read.
public enum RateTable: String, Sendable, CaseIterable {
  /// The ECB rate on main refinancing operations (R2.3).
  case refinancing = "ecb_mro"
  /// Legal interest, "all other cases": the creditor is a professional (R2.5).
  case legalInterest = "legal_interest_professional"
  /// Legal interest, creditor a natural person outside trade (R2.24).
  case legalInterestIndividual = "legal_interest_individual"

  /// The table's name for French readers.
  public var french: String {
    switch self {
    case .refinancing: "taux de refinancement de la BCE"
    case .legalInterest: "taux de l’intérêt légal (professionnels)"
    case .legalInterestIndividual: "taux de l’intérêt légal (particuliers)"
    }
  }

  /// The table's name for English readers.
  public var english: String {
    switch self {
    case .refinancing: "ECB main refinancing rate"
    case .legalInterest: "legal interest rate (professionals)"
    case .legalInterestIndividual: "legal interest rate (individuals)"
    }
  }
}
