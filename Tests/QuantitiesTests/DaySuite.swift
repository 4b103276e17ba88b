import Quantities
import Testing

@Suite("Day: civil dates")
struct DaySuite {
  @Test("every day from 1900 to 2100 comes back, and the weekday turns by one")
  func roundTrip() {
    var number = Day(1900, 1, 1).number
    var weekday = 1  // 1 January 1900 was a Monday.
    var wrong = 0
    var counted = 0
    for year in 1900...2100 {
      for month in 1...12 {
        for dayOfMonth in 1...Day.length(ofMonth: month, year: year) {
          let day = Day(year, month, dayOfMonth)
          let parts = day.parts
          if day.number != number || parts.year != year || parts.month != month
            || parts.day != dayOfMonth || day.weekday != weekday
          {
            wrong += 1
          }
          number += 1
          weekday = weekday % 7 + 1
          counted += 1
        }
      }
    }
    #expect(wrong == 0)
    #expect(counted == 73_414)
    #expect(Day(1970, 1, 1).number == 0)
  }

  @Test("text reads back, and dates that do not exist do not")
  func text() {
    var day = Day(1999, 12, 1)
    while day < Day(2005, 3, 2) {
      #expect(Day(iso: day.iso) == day && Day(french: day.french) == day)
      day = day.nextDay
    }
    for text in ["2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-01", "", "x"] {
      #expect(Day(iso: text) == nil, "\(text)")
    }
    #expect(Day(iso: "2026-11-23T10:00:00Z") == Day(2026, 11, 23))
    #expect(Day(iso: "2026-11-23+01:00") == Day(2026, 11, 23))
    #expect(Day(iso: "2026-11-234") == nil)
    #expect(Day(compact: "20240229") == Day(2024, 2, 29) && Day(compact: "20230229") == nil)
    #expect(Day(french: "3/1/26") == Day(2026, 1, 3))
    #expect(Day(french: "31.12.2026") == Day(2026, 12, 31))
    for text in ["31/04/2026", "29/02/2023", "1/1", "1/1/026", "a/b/c", "//", "01/01/2026/1"] {
      #expect(Day(french: text) == nil, "\(text)")
    }
  }

  @Test("months later: the same day, or the last of the month")
  func months() {
    #expect(Day(2026, 1, 31).adding(months: 1) == Day(2026, 2, 28))
    #expect(Day(2024, 1, 31).adding(months: 1) == Day(2024, 2, 29))
    #expect(Day(2026, 1, 31).adding(months: 3) == Day(2026, 4, 30))
    #expect(Day(2026, 12, 15).adding(months: 1) == Day(2027, 1, 15))
    #expect(Day(2026, 1, 15).adding(months: -1) == Day(2025, 12, 15))
    #expect(Day(2026, 3, 31).adding(months: -13) == Day(2025, 2, 28))
    #expect(Day(2024, 2, 29).adding(years: 1) == Day(2025, 2, 28))
    #expect(Day(2024, 2, 29).adding(years: -4) == Day(2020, 2, 29))
  }

  @Test("leap years by the century rule")
  func leap() {
    #expect([1900, 2000, 2023, 2024, 2100].map(Day.isLeap) == [false, true, false, true, false])
    #expect(Day(2000, 2, 1).endOfMonth == Day(2000, 2, 29))
    #expect(Day(1900, 2, 1).endOfMonth == Day(1900, 2, 28))
  }

  @Test("decades end on the 10th, the 20th and the last day")
  func decades() {
    let ends = [1, 10, 11, 20, 21, 28].map { Day(2026, 2, $0).endOfDecade.dayOfMonth }
    #expect(ends == [10, 10, 20, 20, 28, 28])
  }

  @Test("Easter on its known days")
  func easter() {
    let known = [
      Day(1943, 4, 25), Day(1961, 4, 2), Day(2000, 4, 23), Day(2008, 3, 23), Day(2011, 4, 24),
      Day(2016, 3, 27), Day(2019, 4, 21), Day(2024, 3, 31), Day(2025, 4, 20), Day(2026, 4, 5),
      Day(2027, 3, 28), Day(2038, 4, 25),
    ]
    for day in known { #expect(Day.easter(day.year) == day) }
    for year in 1900...2100 { #expect(Day.easter(year).weekday == 7) }
  }

  @Test("long dates in both languages, with a no-break space after the number")
  func long() {
    #expect(Day(2027, 1, 1).frenchLong == "1er\u{A0}janvier 2027")
    #expect(Day(2026, 8, 23).frenchLong == "23\u{A0}août 2026")
    #expect(Day(2026, 11, 3).englishLong == "3\u{A0}November 2026")
    #expect(Day(26, 1, 3).iso == "0026-01-03")
  }
}

@Suite("DayRange and HalfYear")
struct DayRangeSuite {
  @Test("a range is cut at each 1 January and 1 July")
  func halfYears() {
    let range = DayRange(first: Day(2025, 6, 30), last: Day(2026, 7, 1))
    let pieces = range.halfYears
    #expect(pieces.map(\.count) == [1, 184, 181, 1])
    #expect(
      pieces.map { HalfYear(of: $0.first).description }
        == ["2025S1", "2025S2", "2026S1", "2026S2"])
    #expect(DayRange(first: range.last, last: range.first).halfYears.isEmpty)
  }

  @Test("counts, holds and meets")
  func sets() {
    let june = DayRange(first: Day(2026, 6, 1), last: Day(2026, 6, 30))
    #expect(june.count == 30 && !june.isEmpty)
    #expect(june.contains(june.first) && june.contains(june.last))
    #expect(!june.contains(june.last.nextDay) && !june.contains(june.first.previousDay))
    let may = DayRange(first: Day(2026, 5, 1), last: Day(2026, 5, 31))
    #expect(june.intersection(may).isEmpty && june.intersection(may).count == 0)
  }

  @Test("half-years read, turn and compare")
  func half() {
    #expect(HalfYear("2026S2") == HalfYear(2026, 2))
    for text in ["2026S3", "2026", "S2", "2026S", "0S1", "2026s2", "", "S"] {
      #expect(HalfYear(text) == nil, "\(text)")
    }
    #expect(HalfYear(2026, 2).next == HalfYear(2027, 1))
    #expect(HalfYear(2026, 1).lastDay.nextDay == HalfYear(2026, 2).firstDay)
    #expect(HalfYear(2025, 2) < HalfYear(2026, 1))
    #expect(HalfYear(of: Day(2026, 6, 30)) == HalfYear(2026, 1))
  }
}

@Suite("BankCalendar: the working days of a French firm")
struct BankCalendarSuite {
  let calendar = BankCalendar.france
  let local = BankCalendar(keepsAlsaceMoselle: true)

  @Test("the eleven national holidays of 2026, and no other")
  func holidays() {
    let expected = [
      Day(2026, 1, 1), Day(2026, 4, 6), Day(2026, 5, 1), Day(2026, 5, 8), Day(2026, 5, 14),
      Day(2026, 5, 25), Day(2026, 7, 14), Day(2026, 8, 15), Day(2026, 11, 1), Day(2026, 11, 11),
      Day(2026, 12, 25),
    ]
    let year = (0..<365).map { Day(2026, 1, 1).adding(days: $0) }
    #expect(year.filter(calendar.isHoliday) == expected)
    let alsace = year.filter(local.isHoliday)
    #expect(Set(alsace).subtracting(expected) == [Day(2026, 4, 3), Day(2026, 12, 26)])
  }

  @Test("on or after, on or before, over a long weekend")
  func moving() {
    #expect(calendar.onOrAfter(Day(2026, 5, 14)) == Day(2026, 5, 15))
    #expect(calendar.onOrAfter(Day(2026, 4, 4)) == Day(2026, 4, 7))
    #expect(calendar.onOrBefore(Day(2026, 4, 6)) == Day(2026, 4, 3))
    #expect(local.onOrBefore(Day(2026, 4, 6)) == Day(2026, 4, 2))
    #expect(calendar.onOrAfter(Day(2026, 11, 23)) == Day(2026, 11, 23))
  }

  @Test("working days between")
  func counting() {
    #expect(calendar.workingDays(after: Day(2026, 11, 20), through: Day(2026, 11, 23)) == 1)
    #expect(calendar.workingDays(after: Day(2026, 11, 20), through: Day(2026, 11, 22)) == 0)
    #expect(calendar.workingDays(after: Day(2026, 11, 23), through: Day(2026, 11, 20)) == 0)
    #expect(calendar.workingDays(after: Day(2026, 5, 7), through: Day(2026, 5, 15)) == 4)
  }
}
