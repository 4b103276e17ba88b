import Foundation
public import Quantities

/// The only place that reads the clock: the civil day in Paris.
public enum Today {
  /// Today's date in Paris, or the day that `ENCAISSE_TODAY` names (`2026-11-23`), for a rehearsal.
  public static func day() -> Day {
    if let text = named("ENCAISSE_TODAY"), let day = Day(iso: text) { return day }
    return now.parisDay
  }

  /// The time of day in Paris as it is now, on a day; the hour that `ENCAISSE_TIME` names (`10:30`)
  /// for a rehearsal.
  public static func instant(on day: Day) -> Instant {
    if let text = named("ENCAISSE_TIME") {
      let parts = text.split(separator: ":").compactMap { Int($0) }
      if parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) {
        return Instant(parisDay: day, minute: parts[0] * 60 + parts[1])
      }
    }
    let now = now
    if now.parisDay == day { return now }
    let start = Instant(parisDay: day, minute: now.parisMinute)
    return Instant(seconds: start.seconds + now.seconds % 60)
  }

  private static var now: Instant {
    Instant(seconds: Int64(Date().timeIntervalSince1970.rounded(.down)))
  }

  /// One variable of the environment: all of them are hundreds, and a sending run asks often.
  private static func named(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
