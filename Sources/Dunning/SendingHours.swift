public import Ledger
public import Quantities

/// The hours of the day, in Paris, in which messages leave (heures ouvrées).
public struct SendingHours: Hashable, Sendable {
  /// Minutes since midnight.
  public let first: Int
  /// The minute from which nothing leaves any more.
  public let end: Int

  /// Nil where the hours are none of a day's.
  public init?(first: Int, end: Int) {
    guard first >= 0, first < end, end <= 24 * 60 else { return nil }
    self.first = first
    self.end = end
  }

  private init(of first: Int, to end: Int) {
    self.first = first
    self.end = end
  }

  /// From half past eight to six.
  public static let office = SendingHours(of: 8 * 60 + 30, to: 18 * 60)

  /// Whether a message may leave at a minute of the day.
  public func allow(minute: Int) -> Bool { first <= minute && minute < end }
}

/// The days on which a channel is used: a letter may bear a Saturday's date, a call is not made
/// then. Each holds those before it.
public enum SendingDays: String, CaseIterable, Hashable, Comparable, Sendable {
  /// Monday to Friday, less public holidays.
  case workingDays
  /// And Saturdays that are no holiday.
  case saturdays
  /// And Sundays that are no holiday.
  case weekEnds
  /// Holidays too.
  case everyDay

  private var rank: Int { SendingDays.allCases.firstIndex(of: self) ?? 0 }

  public static func < (left: SendingDays, right: SendingDays) -> Bool { left.rank < right.rank }

  /// Whether they hold a day.
  public func include(_ day: Day, _ calendar: BankCalendar) -> Bool {
    if self == .everyDay || calendar.isWorkingDay(day) { return true }
    guard !calendar.isHoliday(day) else { return false }
    return day.weekday == 6 ? self >= .saturdays : self >= .weekEnds
  }
}

extension DunningPlan {
  /// The days on which a step is made: a step with a call waits for a day of both channels.
  public func days(of level: DunningLevel) -> SendingDays {
    let own = days[level.channel] ?? .workingDays
    return level.isWithCall ? min(own, days[.call] ?? .workingDays) : own
  }

  /// Whether a step may be made on a day.
  func allows(_ day: Day, for level: DunningLevel) -> Bool {
    days(of: level).include(day, calendar)
  }

  /// The day itself where a step may be made on it, else the next such day.
  func onOrAfter(_ day: Day, for level: DunningLevel) -> Day {
    var day = day
    while !allows(day, for: level) { day = day.nextDay }
    return day
  }

  /// When a message that is ready may leave at the earliest: the same minute, else when the plan's
  /// hours open next on a day of its channel.
  public func leaving(
    by channel: Reminder.Channel, ready day: Day, minute: Int
  ) -> (day: Day, minute: Int) {
    let days = days[channel] ?? .workingDays
    if days.include(day, calendar) {
      if hours.allow(minute: minute) { return (day, minute) }
      if minute < hours.first { return (day, hours.first) }
    }
    var next = day.nextDay
    while !days.include(next, calendar) { next = next.nextDay }
    return (next, hours.first)
  }
}

extension SendingDays {
  /// The days in the words of a reader.
  public func words(in language: Customer.Language) -> String {
    switch (self, language) {
    case (.workingDays, .french): "jours ouvrés"
    case (.workingDays, .english): "working days"
    case (.saturdays, .french): "samedis aussi"
    case (.saturdays, .english): "Saturdays too"
    case (.weekEnds, .french): "samedis et dimanches aussi"
    case (.weekEnds, .english): "week-ends too"
    case (.everyDay, .french): "tous les jours, fériés compris"
    case (.everyDay, .english): "every day, holidays too"
    }
  }
}
