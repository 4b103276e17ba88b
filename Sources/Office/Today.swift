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

  /// The time of day in Paris as it is now, on a day; the hour that `ENCAISSE_TIME` names (`10:30`)
  /// for a rehearsal.
  public static func instant(on day: Day) -> Instant {
    if let text = ProcessInfo.processInfo.environment["ENCAISSE_TIME"] {
      let parts = text.split(separator: ":").compactMap { Int($0) }
      if parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) {
        return Instant(parisDay: day, minute: parts[0] * 60 + parts[1])
      }
    }
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    if now.parisDay == day { return now }
    let start = Instant(parisDay: day, minute: now.parisMinute)
    return Instant(seconds: start.seconds + now.seconds % 60)
  }

  static func day(of moment: Date) -> Day {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: moment)
    return Day(parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
  }
}
