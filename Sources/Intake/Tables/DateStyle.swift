import Quantities

/// How a table writes its dates, where the order of day and month leaves a doubt.
struct DateStyle: Hashable {
  let isMonthFirst: Bool

  /// Dates outside are slips of the keyboard: 0202 for 2020, 2926 for 2026.
  private static let years = 1970...2199

  /// The day a cell gives; nil when it gives none that exists.
  @inline(__always)
  func day(_ cell: Cell) -> Day? {
    let text = cell.start
    guard cell.count == 10 else {
      return cell.count == 8 ? compact(text) ?? loose(cell) : loose(cell)
    }
    if text[4] == 45, text[7] == 45 {
      return made(DateStyle.four(text), DateStyle.two(text + 5), DateStyle.two(text + 8))
    }
    guard text[2] == text[5], text[2] == 47 || text[2] == 45 || text[2] == 46 else {
      return loose(cell)
    }
    return ordered(DateStyle.two(text), DateStyle.two(text + 3), DateStyle.four(text + 6), text[2])
  }

  private func ordered(_ first: Int, _ second: Int, _ year: Int, _ separator: UInt8) -> Day? {
    let isMonthFirst = self.isMonthFirst && separator != 46
    return isMonthFirst ? made(year, first, second) : made(year, second, first)
  }

  private func made(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    guard DateStyle.years.contains(year) else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// `20261123`.
  private func compact(_ text: UnsafePointer<UInt8>) -> Day? {
    made(DateStyle.four(text), DateStyle.two(text + 4), DateStyle.two(text + 6))
  }

  /// `3/1/26`, `2012/3/22`, and any date with a time behind it.
  private func loose(_ cell: Cell) -> Day? {
    guard let parts = DateStyle.parts(cell) else { return nil }
    if parts.lengths.0 == 4 { return made(parts.first, parts.second, parts.third) }
    guard parts.lengths.0 <= 2, parts.lengths.1 <= 2 else { return nil }
    switch parts.lengths.2 {
    case 2: return ordered(parts.first, parts.second, 2000 + parts.third, parts.separator)
    case 4: return ordered(parts.first, parts.second, parts.third, parts.separator)
    default: return nil
    }
  }

  struct Parts {
    var first = 0
    var second = 0
    var third = 0
    var lengths = (0, 0, 0)
    var separator: UInt8 = 0
  }

  /// Three numbers with the same separator between; what follows a space or a T is a time.
  static func parts(_ cell: Cell) -> Parts? {
    var parts = Parts()
    var place = 0
    var index = 0
    scan: while place < cell.count {
      let byte = cell.start[place]
      place += 1
      if byte &- 48 <= 9 {
        let digit = Int(byte &- 48)
        switch index {
        case 0: (parts.first, parts.lengths.0) = (parts.first * 10 + digit, parts.lengths.0 + 1)
        case 1: (parts.second, parts.lengths.1) = (parts.second * 10 + digit, parts.lengths.1 + 1)
        default: (parts.third, parts.lengths.2) = (parts.third * 10 + digit, parts.lengths.2 + 1)
        }
        if max(parts.lengths.0, parts.lengths.1, parts.lengths.2) > 4 { return nil }
      } else if index == 2, byte == 0x20 || byte == UInt8(ascii: "T") {
        guard isTime(cell, from: place) else { return nil }
        break scan
      } else {
        guard index < 2, byte == 47 || byte == 45 || byte == 46,
          index == 0 || byte == parts.separator
        else { return nil }
        parts.separator = byte
        index += 1
      }
    }
    return index == 2 && parts.lengths.1 > 0 && parts.lengths.1 <= 2 ? parts : nil
  }

  private static func isTime(_ cell: Cell, from start: Int) -> Bool {
    let others = Array(":.+-Z APMapmh".utf8)
    for place in start..<cell.count {
      let byte = cell.start[place]
      guard byte &- 48 <= 9 || others.contains(byte) else { return false }
    }
    return true
  }

  /// Two digits; out of every range when they are not digits.
  @inline(__always)
  private static func two(_ text: UnsafePointer<UInt8>) -> Int {
    let tens = text[0] &- 48
    let units = text[1] &- 48
    return tens <= 9 && units <= 9 ? Int(tens) * 10 + Int(units) : -10_000_000
  }

  @inline(__always)
  private static func four(_ text: UnsafePointer<UInt8>) -> Int {
    two(text) * 100 + two(text + 2)
  }
}

/// What the dates of a table say about the order of day and month.
struct DateEvidence {
  private(set) var dayFirst = 0
  private(set) var monthFirst = 0
  /// Some date reads both ways.
  private(set) var isDoubtful = false

  var isDecided: Bool { dayFirst + monthFirst > 0 || !isDoubtful }

  mutating func weigh(_ cell: Cell) {
    // Year first, or dots as only the day-first countries write: nothing to find out.
    guard let parts = DateStyle.parts(cell), parts.lengths.0 <= 2, parts.separator != 46 else {
      return
    }
    if parts.first > 12, parts.second <= 12 {
      dayFirst += 1
    } else if parts.second > 12, parts.first <= 12 {
      monthFirst += 1
    } else if parts.first != parts.second {
      isDoubtful = true
    }
  }

  /// Month first only when dates force it and none speaks against.
  var style: DateStyle { DateStyle(isMonthFirst: monthFirst > 0 && dayFirst == 0) }
}
