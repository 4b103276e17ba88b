import Foundation
public import Quantities

/// The only place that reads the clock: the civil day in Paris.
public enum Today {
  /// Today's date in Paris, or the day that `ENCAISSE_TODAY` names (`2026-11-23`), for a rehearsal.
  public static func day() -> Day {
    if let text = ProcessInfo.processInfo.environment["ENCAISSE_TODAY"], let day = Day(iso: text) {
      return day
    }
    return day(of: Date())
  }

  static func day(of moment: Date) -> Day {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: moment)
    return Day(parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
  }
}
