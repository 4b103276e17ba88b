import Quantities

/// Which days payments arrive on: the day of the week, and the days on which firms pay in one go
/// (the 5th, 10th, 15th, 20th, 25th, the last of the month, or the first working day after).
struct PaymentCalendar: Sendable {
  /// Seven days of the week by seven places in the month.
  static let weekdayCount = 7
  static let placeCount = 7
  static let cellCount = weekdayCount * placeCount

  let first: Day
  /// The cell of each day from the first.
  let cells: [UInt8]

  init(from first: Day, through last: Day, workingDays: BankCalendar = .france) {
    self.first = first
    var cells: [UInt8] = []
    cells.reserveCapacity(first.days(to: last) + 1)
    // A pay day that falls on a closed day is paid on the next open one.
    var carried: UInt8 = 0
    var day = first.adding(days: -7)
    while day <= last {
      let isOpen = workingDays.isWorkingDay(day)
      let own = PaymentCalendar.place(of: day)
      let place = own != 0 ? own : isOpen ? carried : 0
      // A closed day in the week is as quiet as a Sunday.
      let weekday = isOpen || day.weekday >= 6 ? day.weekday - 1 : 6
      if day >= first { cells.append(UInt8(weekday) * UInt8(PaymentCalendar.placeCount) + place) }
      carried = isOpen ? 0 : max(carried, own)
      day = day.nextDay
    }
    self.cells = cells
  }

  private static func place(of day: Day) -> UInt8 {
    switch day.dayOfMonth {
    case 5: 1
    case 10: 2
    case 15: 3
    case 20: 4
    case 25: 5
    default: day.nextDay.dayOfMonth == 1 ? 6 : 0
    }
  }

  /// The cell of a day, of the nearest one known outside.
  func cell(of day: Day) -> Int {
    Int(cells[max(0, min(cells.count - 1, first.days(to: day)))])
  }

  /// How many days of each place lie between two days.
  func exposure(from start: Day, through end: Day) -> [Float] {
    var days = [Float](repeating: 0, count: PaymentCalendar.cellCount)
    var day = start
    while day <= end {
      days[cell(of: day)] += 1
      day = day.nextDay
    }
    return days
  }
}

/// How much likelier than on any other day a payment is on each kind of day.
struct DayTaste: Sendable {
  /// By cell of the calendar; one means no preference.
  let factors: [Float]

  /// Shares of weekdays and of places, from days seen and a prior that weighs as much as some.
  struct Shares: Sendable {
    var weekdays: [Float]
    var places: [Float]

    static let even = Shares(
      weekdays: [Float](repeating: 1 / 7, count: PaymentCalendar.weekdayCount),
      places: [Float](repeating: 1 / 7, count: PaymentCalendar.placeCount))
  }

  /// `seen` holds the cell of each payment and its weight.
  static func shares(
    of seen: [(cell: Int, weight: Float)], prior: Shares, weight: Float
  ) -> Shares {
    var weekdays = prior.weekdays.map { $0 * weight }
    var places = prior.places.map { $0 * weight }
    var sum = weight
    for (cell, one) in seen {
      weekdays[cell / PaymentCalendar.placeCount] += one
      places[cell % PaymentCalendar.placeCount] += one
      sum += one
    }
    return Shares(weekdays: weekdays.map { $0 / sum }, places: places.map { $0 / sum })
  }

  init(_ shares: Shares, exposure: [Float]) {
    var expected = [Float](repeating: 0, count: PaymentCalendar.placeCount)
    var sum: Float = 0
    let weekdays = shares.weekdays.map { $0 * 7 }
    for cell in 0..<PaymentCalendar.cellCount {
      let one = exposure[cell] * weekdays[cell / PaymentCalendar.placeCount]
      expected[cell % PaymentCalendar.placeCount] += one
      sum += one
    }
    factors = (0..<PaymentCalendar.cellCount).map { cell in
      let place = cell % PaymentCalendar.placeCount
      let likely = expected[place] > 0 ? shares.places[place] * sum / expected[place] : 1
      return weekdays[cell / PaymentCalendar.placeCount] * likely
    }
  }
}
