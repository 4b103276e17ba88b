public import Quantities

/// The time limits of a payment order (injonction de payer): serve, oppose, enforce.
public struct PaymentOrder: Rule {
  public static let citation = Citation(
    "Code de procédure civile", "1411, 1416, 1422 ; décret 2026-96", sheet: "R7.10, R7.11")

  /// Orders rendered from this day must be served within three months instead of six.
  public static let reform = Day(2026, 9, 1)

  /// Months allowed to serve an order, by the day it was rendered.
  public static func monthsToServe(rendered: Day) -> Int { rendered >= reform ? 3 : 6 }

  /// The last day to serve the order on the debtor; after it the order lapses.
  public static func serveBy(rendered: Day, calendar: BankCalendar = .france) -> Day {
    ProceduralDeadline(months: monthsToServe(rendered: rendered), calendar: calendar)
      .lastDay(after: rendered)
  }

  /// The careful last day to serve: no roll counted on.
  public static func prudentServeBy(rendered: Day, calendar: BankCalendar = .france) -> Day {
    ProceduralDeadline(months: monthsToServe(rendered: rendered), calendar: calendar)
      .prudentLastDay(after: rendered)
  }

  /// The debtor's last day to oppose, one month after service in person or, failing that, after the
  /// first act served in person or the first seizure measure.
  public static func oppositionUntil(
    served: Day, distance: ProceduralDeadline.Distance = .metropolitan,
    calendar: BankCalendar = .france
  ) -> Day {
    ProceduralDeadline(months: 1, distance: distance, calendar: calendar).lastDay(after: served)
  }

  /// The first day to enforce when no opposition was notified: two months after service. A limit
  /// that protects the debtor rolls to the later day (R6.12).
  public static func enforceableFrom(served: Day, calendar: BankCalendar = .france) -> Day {
    ProceduralDeadline(months: 2, calendar: calendar).lastDay(after: served)
  }
}

/// The steps of the procedure for uncontested commercial claims (R7.3).
///
/// Its decree was not published at the state date: ask a commissaire de justice whether it is open
/// (R7.1).
public struct UncontestedClaim: Rule {
  public static let citation = Citation(
    "Code des procédures civiles d’exécution", "L126-1 à L126-5", sheet: "R7.3")

  /// The debtor's last day to pay or contest: one month after the commandement, not rolled, as the
  /// only source reads it; treat an answer on the next working day as in time.
  public static func contestUntil(served: Day) -> Day { served.adding(months: 1) }

  /// The first day for the record of non-contestation: eight days after that last day.
  public static func recordFrom(contestEnd: Day) -> Day { contestEnd.adding(days: 8) }

  /// The last day to serve the record once the registrar made it enforceable: six months.
  public static func serveBy(enforceable: Day, calendar: BankCalendar = .france) -> Day {
    ProceduralDeadline(months: 6, calendar: calendar).lastDay(after: enforceable)
  }
}
