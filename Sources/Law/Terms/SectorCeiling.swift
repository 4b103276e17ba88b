public import Quantities

/// The longest payment term of a trade, as the law sheet lists them (sheet 1.2).
public struct SectorCeiling: Rule, Hashable {
  public static let citation = Citation(
    "Code de commerce", "L441-10 I, L441-11, L441-12, D441-5-1", sheet: "R1.2, R1.12")

  public let sector: Sector
  /// The invoice groups the deliveries of a period (facture récapitulative).
  public let isPeriodic: Bool
  /// The contract expressly provides "45 jours fin de mois" (R1.3).
  public let allowsEndOfMonth: Bool
  /// The buyer issues the invoice for the seller (autofacturation).
  public let isSelfBilled: Bool

  public init(
    _ sector: Sector = .general, isPeriodic: Bool = false, allowsEndOfMonth: Bool = false,
    isSelfBilled: Bool = false
  ) {
    self.sector = sector
    self.isPeriodic = isPeriodic
    self.allowsEndOfMonth = allowsEndOfMonth
    self.isSelfBilled = isSelfBilled
  }

  /// The article that sets this trade's ceiling.
  public var citation: Citation {
    switch sector {
    case .general where isPeriodic: Citation("Code de commerce", "L441-10 I", sheet: "R1.5")
    case .general where allowsEndOfMonth: Citation("Code de commerce", "L441-10 I", sheet: "R1.3")
    case .general, .dryFood: Citation("Code de commerce", "L441-10 I", sheet: "R1.2")
    case .perishable, .fruitAndVegetables:
      Citation("Code de commerce", "L441-11 II 1°", sheet: "R1.12")
    case .livestock: Citation("Code de commerce", "L441-11 II 2°", sheet: "1.2")
    case .spirits: Citation("Code de commerce", "L441-11 II 3°", sheet: "1.2")
    case .wine: Citation("Code de commerce", "L441-11 II 4°", sheet: "1.2")
    case .transport: Citation("Code de commerce", "L441-11 II 5°", sheet: "1.2")
    case .greenSpaceEquipment, .farmMachinery, .snowSports, .leather, .watchesAndJewellery, .toys:
      Citation("Code de commerce", "D441-5-1", sheet: "1.2")
    case .export: Citation("Code de commerce", "L441-12", sheet: "1.2")
    }
  }

  /// The latest lawful due date; throws when the day it counts from is not known.
  public func latestDay(from dates: TermDates) throws(MissingDay) -> Day {
    switch sector {
    case .general: try general(dates)
    case .perishable: try SectorCeiling.after(isPeriodic ? .decade(30) : nil, 30, dates)
    case .livestock: try SectorCeiling.after(nil, 20, dates)
    case .spirits, .fruitAndVegetables: try DueDate.day(.afterDeliveryMonth(30), from: dates)
    case .wine: try later(endOfMonth: 45, net: 60, dates)
    case .dryFood:
      isSelfBilled
        ? try SectorCeiling.after(nil, 60, dates) : try DueDate.day(.net(60), from: dates)
    case .transport: try DueDate.day(.net(30), from: dates)
    case .greenSpaceEquipment: try later(endOfMonth: 55, net: nil, dates)
    case .farmMachinery: try later(endOfMonth: 110, net: nil, dates)
    case .snowSports: try general(dates).adding(days: 30)
    case .leather: try later(endOfMonth: 54, net: nil, dates)
    case .watchesAndJewellery: try later(endOfMonth: 59, net: 74, dates)
    case .toys: try toys(dates)
    case .export: try DueDate.day(.net(90), from: dates)
    }
  }

  /// 60 days, 45 for a periodic invoice, both readings of 45 days end of month when contracted.
  private func general(_ dates: TermDates) throws(MissingDay) -> Day {
    if isPeriodic { return try DueDate.day(.net(45), from: dates) }
    guard allowsEndOfMonth else { return try DueDate.day(.net(60), from: dates) }
    return try later(endOfMonth: 45, net: 60, dates)
  }

  /// 95 days from January to September, 75 from October to December, by the month of issue.
  private func toys(_ dates: TermDates) throws(MissingDay) -> Day {
    let start = try DueDate.day(.net(0), from: dates)
    return start.adding(days: start.month <= 9 ? 95 : 75)
  }

  private func later(
    endOfMonth days: Int, net: Int?, _ dates: TermDates
  ) throws(MissingDay) -> Day {
    let issue = try DueDate.day(.net(0), from: dates)
    let readings = EndOfMonthDates(days: days, issue: issue)
    return max(readings.dueForCreditor, issue.adding(days: net ?? 0))
  }

  private static func after(
    _ term: TermFormula?, _ days: Int, _ dates: TermDates
  ) throws(MissingDay) -> Day {
    if let term { return try DueDate.day(term, from: dates) }
    guard let delivery = dates.delivery else { throw .delivery }
    return delivery.adding(days: days)
  }
}
