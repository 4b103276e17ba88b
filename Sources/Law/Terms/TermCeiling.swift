public import Quantities

/// A term above the ceiling is not applied for the part above it: the ceilings are public policy.
public struct TermCeiling: Rule, Hashable {
  public static let citation = Citation("Code de commerce", "L441-10 I, L441-16", sheet: "R1.15")

  /// The date the contract gives.
  public let contractual: Day
  /// The latest date the law allows.
  public let ceiling: Day
  /// The article of the ceiling.
  public let source: Citation

  public init(contractual: Day, ceiling: Day, source: Citation = SectorCeiling.citation) {
    self.contractual = contractual
    self.ceiling = ceiling
    self.source = source
  }

  /// Tests a term against its trade's ceiling. Without an agreed term the law's own 30 days stand.
  public init(
    _ term: TermFormula, from dates: TermDates, in sector: SectorCeiling = SectorCeiling()
  ) throws(MissingDay) {
    let contractual = try DueDate.day(term, from: dates)
    switch term {
    case .none, .publicBuyer:
      self.init(contractual: contractual, ceiling: contractual, source: DueDate.citation)
    default:
      self.init(
        contractual: contractual, ceiling: try sector.latestDay(from: dates),
        source: sector.citation)
    }
  }

  /// The date to work with: the earlier of the two.
  public var due: Day { min(contractual, ceiling) }

  /// What to tell the user when the contract goes beyond the law; nil when it does not.
  public var warning: TermWarning? {
    guard contractual > ceiling else { return nil }
    return TermWarning(
      contractual: contractual, ceiling: ceiling, source: source)
  }
}

/// A term longer than the law allows, with the article that says so.
public struct TermWarning: Hashable, Sendable {
  public let contractual: Day
  public let ceiling: Day
  public let source: Citation

  public var daysBeyond: Int { ceiling.days(to: contractual) }

  public var french: String {
    "Le délai convenu (échéance du \(contractual.french)) dépasse de \(daysBeyond) j le plafond "
      + "légal (\(ceiling.french)), \(source.text), art. \(source.article)\u{A0}: l’échéance "
      + "retenue est celle du plafond."
  }

  public var english: String {
    "The agreed term (due \(contractual.iso)) exceeds the legal ceiling (\(ceiling.iso)) by "
      + "\(daysBeyond) days, \(source.text), \(source.article): the ceiling's date is used."
  }
}
