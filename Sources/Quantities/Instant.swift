/// A point in time to the second, for what happens within a day: a message leaves, a server
/// answers.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1 January 1970, 0 h UTC.
  public let seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  /// A time of day in Paris on a day; an hour that the change to summer time skips is taken late.
  public init(parisDay day: Day, minute: Int) {
    let local = Int64(day.number) * 86_400 + Int64(minute) * 60
    let winter = Instant(seconds: local - 3_600)
    let summer = Instant(seconds: local - 7_200)
    self = summer.isParisSummer ? summer : winter
  }

  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  /// The instant so many minutes later.
  public func adding(minutes: Int) -> Instant { Instant(seconds: seconds + Int64(minutes) * 60) }

  /// The civil day in Paris.
  public var parisDay: Day { Day(number: Int32(floorDivision(parisSeconds, 86_400))) }

  /// Minutes since midnight in Paris.
  public var parisMinute: Int {
    Int((parisSeconds - floorDivision(parisSeconds, 86_400) * 86_400) / 60)
  }

  private var parisSeconds: Int64 { seconds + (isParisSummer ? 7_200 : 3_600) }

  /// Summer time runs from 1 h UTC on the last Sunday of March to that of October (directive
  /// 2000/84/EC).
  private var isParisSummer: Bool {
    let year = Day(number: Int32(floorDivision(seconds, 86_400))).year
    return seconds >= Instant.change(year, month: 3) && seconds < Instant.change(year, month: 10)
  }

  private static func change(_ year: Int, month: Int) -> Int64 {
    let last = Day(year, month, 31)
    let sunday = last.adding(days: -(last.weekday % 7))
    return Int64(sunday.number) * 86_400 + 3_600
  }
}

private func floorDivision(_ value: Int64, _ by: Int64) -> Int64 {
  value >= 0 ? value / by : -((-value + by - 1) / by)
}

extension Instant {
  /// `14 h 05`, as French clocks say it, in Paris.
  public var frenchTime: String {
    let minute = parisMinute % 60
    return "\(parisMinute / 60)\u{A0}h\u{A0}" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  /// `14:05`, in Paris.
  public var englishTime: String {
    let (hour, minute) = (parisMinute / 60, parisMinute % 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  /// The date of a mail's head (RFC 5322), in universal time: `Mon, 23 Nov 2026 13:05:00 +0000`.
  public var mailDate: String {
    let day = Day(number: Int32(floorDivision(seconds, 86_400)))
    let rest = seconds - Int64(day.number) * 86_400
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + "\(number)" }
    let parts = day.parts
    return "\(names[day.weekday - 1]), \(two(Int64(parts.day))) \(months[parts.month - 1]) "
      + "\(parts.year) \(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60)) +0000"
  }
}
