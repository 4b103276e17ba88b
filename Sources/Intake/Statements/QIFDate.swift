import Ledger
import Quantities

/// Three numbers of a QIF date, before it is known which is the day: `12/8/13`, `1/12'2003`,
/// `12.08.2013`, `2013-08-12`.
struct QIFDate {
  let first: Int
  let second: Int
  let third: Int
  /// The year stands first.
  let isYearFirst: Bool

  /// Nil for anything but three numbers with signs between.
  init?(_ text: Bytes) {
    var numbers: [Int] = []
    var lengths: [Int] = []
    var hasApostrophe = false
    var isInNumber = false
    guard text.count <= 20 else { return nil }
    for byte in text {
      if byte &- 48 <= 9 {
        if !isInNumber {
          numbers.append(0)
          lengths.append(0)
        }
        isInNumber = true
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 48)
        lengths[lengths.count - 1] += 1
        if lengths[lengths.count - 1] > 4 { return nil }
      } else {
        guard [32, 39, 45, 46, 47].contains(byte) else { return nil }
        if byte == 39 { hasApostrophe = true }
        isInNumber = false
      }
    }
    guard numbers.count == 3, lengths[1] <= 2 else { return nil }
    isYearFirst = lengths[0] == 4
    guard isYearFirst || lengths[0] <= 2 else { return nil }
    first = numbers[0]
    second = numbers[1]
    third =
      isYearFirst || lengths[2] == 4
      ? numbers[2] : QIFDate.year(numbers[2], hasApostrophe: hasApostrophe)
  }

  /// Quicken puts an apostrophe before the years from 2000 on; others write two digits for any.
  private static func year(_ number: Int, hasApostrophe: Bool) -> Int {
    hasApostrophe || number < 70 ? 2000 + number : 1900 + number
  }

  func day(isMonthFirst: Bool) -> Day? {
    if isYearFirst { return Day(year: first, month: second, day: third) }
    return isMonthFirst
      ? Day(year: third, month: first, day: second) : Day(year: third, month: second, day: first)
  }
}

/// Which of the two orders the dates of a file are in, by all of them.
struct QIFDateOrder {
  private var dayFirst = 0
  private var monthFirst = 0
  private var isDoubtful = false
  private var previous: (byDay: Day?, byMonth: Day?) = (nil, nil)
  /// Steps back in time, in either reading: banks export in the order of days, up or down.
  private var steps = (dayUp: 0, dayDown: 0, monthUp: 0, monthDown: 0)

  init() {}

  mutating func weigh(_ date: QIFDate) {
    guard !date.isYearFirst else { return }
    if date.first > 12, date.second <= 12 { dayFirst += 1 }
    if date.second > 12, date.first <= 12 { monthFirst += 1 }
    if date.first <= 12, date.second <= 12, date.first != date.second { isDoubtful = true }
    let (byDay, byMonth) = (date.day(isMonthFirst: false), date.day(isMonthFirst: true))
    if let byDay, let before = previous.byDay {
      steps.dayUp += byDay > before ? 1 : 0
      steps.dayDown += byDay < before ? 1 : 0
    }
    if let byMonth, let before = previous.byMonth {
      steps.monthUp += byMonth > before ? 1 : 0
      steps.monthDown += byMonth < before ? 1 : 0
    }
    previous = (byDay, byMonth)
  }

  /// Month first when some date can be read in no other way and none speaks against; without such
  /// a date, when that reading alone keeps the order of days. Else day first, as in France.
  var isMonthFirst: Bool {
    if dayFirst + monthFirst > 0 { return dayFirst == 0 }
    return min(steps.monthUp, steps.monthDown) == 0 && min(steps.dayUp, steps.dayDown) > 0
  }

  /// Which reading was taken, and whether the file forced it; nil when there was no choice.
  var note: Phrase? {
    guard dayFirst + monthFirst > 0 || isDoubtful else { return nil }
    let isForced = dayFirst + monthFirst > 0
    let french = isMonthFirst ? "mois/jour/année" : "jour/mois/année"
    let english = isMonthFirst ? "month/day/year" : "day/month/year"
    return Phrase(
      french: "dates lues \(french)"
        + (isForced ? "" : "\u{A0}: aucune ne permet d’en être certain, vérifiez"),
      english: "dates read as \(english)"
        + (isForced ? "" : ": none of them makes it certain, please check"))
  }
}
