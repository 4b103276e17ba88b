import Quantities

/// The working days of the years that a world spans, worked out once.
struct Workdays {
  private let first: Day
  private let next: [Int32]

  /// Every day from `first` to `last` can be asked for.
  init(from first: Day, through last: Day) {
    self.first = first
    let calendar = BankCalendar.france
    var next: [Int32] = []
    for number in first.number...last.number {
      next.append(calendar.onOrAfter(Day(number: number)).number)
    }
    self.next = next
  }

  /// The day itself when worked, else the next working day.
  func onOrAfter(_ day: Day) -> Day {
    let place = Int(day.number - first.number)
    return next.indices.contains(place) ? Day(number: next[place]) : day
  }

  func isWorked(_ day: Day) -> Bool { onOrAfter(day) == day }
}
