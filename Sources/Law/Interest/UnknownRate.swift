public import Quantities

/// A refusal: the rate of this half-year is not in the table, and no other may stand in (R2.4).
public struct UnknownRate: Error, Hashable, Sendable {
  /// The half-year whose rate is missing.
  public let half: HalfYear
  /// The table that lacks it.
  public let table: RateTable

  public init(half: HalfYear, table: RateTable = .refinancing) {
    self.half = half
    self.table = table
  }

  /// What is missing and what to do, for French readers.
  public var remedyFrench: String {
    "Le \(table.french) du semestre \(half) n’est pas connu\u{A0}: aucun calcul n’est fait avec le "
      + "taux d’un autre semestre. Ajoutez-le avec sa source, sur la page ou par law add-rate"
      + "\u{A0}: \(exampleRow)"
  }

  /// What is missing and what to do, for English readers.
  public var remedyEnglish: String {
    "The \(table.english) for \(half) is not known, and no other half-year's rate is used in its "
      + "place. Add it with its source, on the page or by law add-rate: \(exampleRow)"
  }

  private var exampleRow: String { "\(table.rawValue),\(half.firstDay.iso),0.00,source" }
}
