import Law
import Quantities
import Testing

@Suite("Interest on one balance (R2.1, R2.2, R2.9 to R2.12)")
struct InterestSuite {
  private func range(_ first: Day, _ last: Day) -> DayRange { DayRange(first: first, last: last) }

  @Test("the service-public example: 1 to 30 September is 30 days")
  func servicePublic() {
    let days = range(Day(2020, 9, 1), Day(2020, 9, 30))
    let rate = Rate.percent(3, 11)
    #expect(interest(on: Money(cents: 200_000), over: days, at: rate) == Money(cents: 511))
    #expect(
      interest(on: Money(cents: 200_000), over: days, at: rate, counting: .actualActual)
        == Money(cents: 510))
  }

  @Test("half a cent goes up, a hair less goes down")
  func halfUp() {
    let day = range(Day(2026, 1, 1), Day(2026, 1, 1))
    // 36.50 € at 5 % for one day is exactly half a cent.
    #expect(interest(on: Money(cents: 3650), over: day, at: .percent(5)) == Money(cents: 1))
    #expect(interest(on: Money(cents: 3649), over: day, at: .percent(5)) == Money(cents: 0))
  }

  @Test("no day, no interest; no balance, no line")
  func empty() throws {
    let none = range(Day(2026, 7, 11), Day(2026, 7, 10))
    #expect(interest(on: Money(cents: 100_000), over: none, at: .percent(12)) == .zero)
    let rule = LatePaymentRate()
    #expect(try segments(on: Money(cents: 100_000), over: none, rate: rule.rate).isEmpty)
    let days = range(Day(2026, 7, 1), Day(2026, 7, 10))
    #expect(try segments(on: .zero, over: days, rate: rule.rate).isEmpty)
    #expect(try segments(on: Money(cents: -5), over: days, rate: rule.rate).isEmpty)
  }

  @Test("the account of STYLE.md: two half-years, two lines")
  func workedExample() throws {
    let days = range(Day(2025, 5, 31), Day(2025, 7, 15))
    let lines = try HalfYearRates.latePayment().segments(on: Money(cents: 100_000), over: days)
    #expect(lines.map(\.amount.decimal) == ["11.17", "4.99"])
    #expect(lines.map(\.rate.percent) == ["13.15", "12.15"])
    #expect(lines.map(\.days.count) == [31, 15])
    #expect(lines.allSatisfy { $0.base == 365 && $0.citation.sheet == "R2.3" })
  }

  @Test("the border of a half-year: 30 June is the old rate, 1 July the new one")
  func border() throws {
    let rates = HalfYearRates.latePayment()
    let balance = Money(cents: 10_000_000)
    let june = try rates.segments(on: balance, over: range(Day(2026, 6, 30), Day(2026, 6, 30)))
    let july = try rates.segments(on: balance, over: range(Day(2026, 7, 1), Day(2026, 7, 1)))
    #expect(june.map(\.rate) == [.percent(12, 15)])
    #expect(july.map(\.rate) == [.percent(12, 40)])
  }

  @Test("a delay that reaches an unknown half-year is refused whole")
  func refused() {
    let days = range(Day(2026, 12, 31), Day(2027, 1, 1))
    #expect(throws: UnknownRate(half: HalfYear(2027, 1))) {
      try HalfYearRates.latePayment().segments(on: Money(cents: 100), over: days)
    }
    for far in [range(Day(1800, 1, 1), Day(1800, 1, 2)), range(Day(3000, 1, 1), Day(3000, 1, 2))] {
      #expect(throws: UnknownRate.self) {
        try HalfYearRates.latePayment().interest(on: Money(cents: 100), over: far)
      }
    }
  }

  @Test("a fixed rate is one line; actual/actual cuts it at the leap year (R2.10, R2.11)")
  func fixedRate() {
    let days = range(Day(2023, 12, 16), Day(2025, 3, 15))
    let balance = Money(cents: 5_000_000)
    let one = segments(on: balance, over: days, at: .percent(12))
    #expect(one.count == 1 && one.first?.days == days)
    let cut = segments(on: balance, over: days, at: .percent(12), counting: .actualActual)
    #expect(cut.map(\.base) == [365, 366, 365])
    #expect(cut.map(\.days.count) == [16, 366, 74])
    #expect(cut[1].amount == Money(cents: 600_000))
    let whole = interest(on: balance, over: days, at: .percent(12), counting: .actualActual)
    #expect((cut.total - whole).magnitude.cents <= 1)
  }

  @Test("large balances take the long way and agree")
  func largeBalance() {
    let days = range(Day(2025, 1, 1), Day(2025, 12, 31))
    let balance = Money(cents: 9_000_000_000_000_000)
    let expected = Money(cents: 1_080_000_000_000_000)
    #expect(interest(on: balance, over: days, at: .percent(12)) == expected)
  }

  @Test("a hundred thousand accounts in a moment")
  func fast() throws {
    let rates = HalfYearRates.latePayment()
    let days = range(Day(2025, 5, 31), Day(2026, 9, 15))
    let clock = ContinuousClock()
    var total = Money.zero
    let time = try clock.measure {
      for cents in 1...100_000 as ClosedRange<Int64> {
        total += try rates.interest(on: Money(cents: 120_000 + cents), over: days)
      }
    }
    #expect(total > .zero)
    print("interest over four half-years, 100 000 accounts: \(time)")
    #expect(time < .seconds(5))
  }
}
