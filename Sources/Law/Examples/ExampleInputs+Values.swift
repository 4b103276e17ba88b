import Quantities

extension ExampleInputs {
  /// Dates `2026-11-23` from 1900 to 2200.
  static func day(_ text: String, key: String) throws(Unanswerable) -> Day {
    guard text.utf8.count == 10, let day = Day(iso: text), (1900...2200).contains(day.year) else {
      throw Unanswerable(key, found: text, wanted: "a date that exists, such as 2026-11-23")
    }
    return day
  }

  /// Amounts from zero to 100 billion, `1234.50` or `1 234,50`, at most two decimals.
  static func money(_ text: String, key: String) throws(Unanswerable) -> Money {
    guard let money = Money(decimal: text) ?? Money(french: text), !money.isNegative,
      money.cents <= 10_000_000_000_000
    else { throw Unanswerable(key, found: text, wanted: "an amount such as 1234.50") }
    return money
  }

  /// `4000.00@2026-03-31`, several keys or several values joined by `+`.
  mutating func datedAmounts(
    _ key: String, kind: DatedAmount.Kind = .payment
  ) throws(Unanswerable) -> [DatedAmount] {
    var amounts: [DatedAmount] = []
    for text in list(key) {
      let parts = text.split(separator: "@").map(ExampleInputs.trimmed)
      guard parts.count == 2 else {
        throw Unanswerable(key, found: text, wanted: "amount@date, such as 4000.00@2026-03-31")
      }
      amounts.append(
        DatedAmount(
          try ExampleInputs.money(parts[0], key: key),
          on: try ExampleInputs.day(parts[1], key: key), kind: kind))
    }
    return amounts
  }

  /// Dates, several keys or several values joined by `+`.
  mutating func days(_ key: String) throws(Unanswerable) -> [Day] {
    var days: [Day] = []
    for text in list(key) { days.append(try ExampleInputs.day(text, key: key)) }
    return days
  }

  /// `2026-02-01/2026-04-20`, several keys or several values joined by `+`.
  mutating func ranges(_ key: String) throws(Unanswerable) -> [DayRange] {
    var ranges: [DayRange] = []
    for text in list(key) {
      let parts = text.split(separator: "/").map(ExampleInputs.trimmed)
      guard parts.count == 2 else {
        throw Unanswerable(key, found: text, wanted: "2026-02-01/2026-04-20")
      }
      let range = DayRange(
        first: try ExampleInputs.day(parts[0], key: key),
        last: try ExampleInputs.day(parts[1], key: key))
      guard range.first <= range.last else {
        throw Unanswerable(key, found: text, wanted: "the earlier day first")
      }
      ranges.append(range)
    }
    return ranges
  }

  /// `10d`, `1m`, `1m+15d`, `5y`: months and years together, then days.
  mutating func period(
    _ key: String
  ) throws(Unanswerable) -> (months: Int, days: Int)? {
    guard let text = try text(key) else { return nil }
    var months = 0
    var days = 0
    for part in text.split(separator: "+", omittingEmptySubsequences: false) {
      let part = ExampleInputs.trimmed(part)
      guard let unit = part.last, let number = Int(part.dropLast()), (0...4000).contains(number)
      else { throw Unanswerable(key, found: text, wanted: "10d, 1m, 5y or a sum such as 1m+15d") }
      switch unit {
      case "d": days += number
      case "w": days += 7 * number
      case "m": months += number
      case "y": months += 12 * number
      default: throw Unanswerable(key, found: text, wanted: "10d, 1m, 5y or 1m+15d")
      }
    }
    guard months <= 1200, days <= 36_500 else {
      throw Unanswerable(key, found: text, wanted: "100 years at most")
    }
    return (months, days)
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
