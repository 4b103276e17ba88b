/// The working days of a French firm: Monday to Friday, less the holidays of C. trav. L3133-1.
public struct BankCalendar: Hashable, Sendable {
  /// Adds Good Friday and 26 December, holidays in Alsace and Moselle.
  public let keepsAlsaceMoselle: Bool

  public init(keepsAlsaceMoselle: Bool = false) { self.keepsAlsaceMoselle = keepsAlsaceMoselle }

  public static let france = BankCalendar()

  /// Whether a day is a public holiday, whatever its weekday.
  public func isHoliday(_ day: Day) -> Bool {
    let (year, month, dayOfMonth) = day.parts
    switch (month, dayOfMonth) {
    case (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25): return true
    case (12, 26): return keepsAlsaceMoselle
    default: break
    }
    guard (3...6).contains(month) else { return false }
    switch Day.easter(year).days(to: day) {
    case 1, 39, 50: return true  // Easter Monday, Ascension, Whit Monday
    case -2: return keepsAlsaceMoselle
    default: return false
    }
  }

  /// Whether a day is worked: Monday to Friday and not a holiday.
  public func isWorkingDay(_ day: Day) -> Bool { day.weekday <= 5 && !isHoliday(day) }

  /// The day itself when worked, else the next working day.
  public func onOrAfter(_ day: Day) -> Day {
    var day = day
    while !isWorkingDay(day) { day = day.nextDay }
    return day
  }

  /// The day itself when worked, else the working day before.
  public func onOrBefore(_ day: Day) -> Day {
    var day = day
    while !isWorkingDay(day) { day = day.previousDay }
    return day
  }

  /// Working days after `first` up to and including `last`; zero when `last` is not later.
  public func workingDays(after first: Day, through last: Day) -> Int {
    var count = 0
    var day = first.nextDay
    while day <= last {
      if isWorkingDay(day) { count += 1 }
      day = day.nextDay
    }
    return count
  }
}
