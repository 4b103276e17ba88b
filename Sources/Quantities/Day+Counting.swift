extension Day {
  /// The date `days` later (earlier when negative).
  public func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

  /// The same day number `months` later, or that month's last day when it is missing (CPC 641).
  public func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let count = year * 12 + (month - 1) + months
    let newYear = count / 12
    let newMonth = count % 12 + 1
    return Day(newYear, newMonth, min(day, Day.length(ofMonth: newMonth, year: newYear)))
  }

  /// The same date `years` later; 28 February for a 29th that is missing.
  public func adding(years: Int) -> Day { adding(months: 12 * years) }

  /// Number of days from this date to `other`; negative when `other` is earlier.
  public func days(to other: Day) -> Int { Int(other.number) - Int(number) }

  public var endOfMonth: Day {
    let (year, month, _) = parts
    return Day(year, month, Day.length(ofMonth: month, year: year))
  }

  /// The end of the ten-day period of the month: the 10th, the 20th or the last day.
  public var endOfDecade: Day {
    let (year, month, day) = parts
    return day <= 10 ? Day(year, month, 10) : day <= 20 ? Day(year, month, 20) : endOfMonth
  }

  public var nextDay: Day { Day(number: number + 1) }
  public var previousDay: Day { Day(number: number - 1) }

  /// Easter Sunday of the year (Gregorian computus).
  public static func easter(_ year: Int) -> Day {
    let golden = year % 19
    let century = year / 100
    let rest = year % 100
    let correction = (8 * century + 13) / 25
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let moon = (golden + 11 * epact) / 319
    let weekday = (2 * (century % 4) + 2 * (rest / 4) - rest % 4 - epact + moon + 32) % 7
    let month = (epact - moon + weekday + 90) / 25
    let day = (epact - moon + weekday + month + 19) % 32
    return Day(year, month, day)
  }
}
