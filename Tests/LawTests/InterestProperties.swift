import Law
import Quantities
import Testing

/// What must hold for every balance and every delay; a failure prints its seed.
@Suite("Interest, whatever the account (R2.8 to R2.12)")
struct InterestProperties {
  static let seeds: [UInt64] = Array(1...60)
  static let known = DayRange(first: Day(2023, 7, 1), last: Day(2026, 12, 31))
  let rates = HalfYearRates.latePayment()
  let rule = LatePaymentRate()

  private func delay(_ random: inout Seeded) -> DayRange {
    let one = random.day(Self.known)
    let other = random.day(Self.known)
    return DayRange(first: min(one, other), last: max(one, other))
  }

  @Test("two routes, one figure", arguments: seeds)
  func twoRoutes(seed: UInt64) throws {
    var random = Seeded(state: seed)
    for _ in 0..<3 {
      let balance = random.money()
      let days = delay(&random)
      for counting in [DayCount.fixed365, .actualActual] {
        let lines = try rates.segments(on: balance, over: days, counting: counting)
        let brute = BruteForce.interest(
          on: balance, over: days, isActual: counting == .actualActual)
        #expect(lines.total == brute, "seed \(seed) \(balance.decimal) \(days) \(counting)")
      }
    }
  }

  @Test("lines tile the delay and sum to the total", arguments: seeds)
  func linesTile(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let balance = random.money()
    let days = delay(&random)
    let lines = try rates.segments(on: balance, over: days)
    #expect(lines.map(\.days.count).reduce(0, +) == days.count, "seed \(seed)")
    #expect(lines.first?.days.first == days.first && lines.last?.days.last == days.last)
    for (line, next) in zip(lines, lines.dropFirst()) {
      #expect(line.days.last.nextDay == next.days.first, "seed \(seed)")
    }
    for line in lines {
      #expect(line.amount == interest(on: balance, over: line.days, at: line.rate))
    }
    #expect(try rates.interest(on: balance, over: days) == lines.total, "seed \(seed)")
  }

  @Test("the table of half-years says what the rule says", arguments: seeds)
  func tableIsRule(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let balance = random.money()
    let days = delay(&random)
    let asked = try segments(on: balance, over: days, rate: rule.rate)
    #expect(try rates.segments(on: balance, over: days) == asked, "seed \(seed)")
  }

  @Test("a day more never costs less", arguments: seeds)
  func growsWithDays(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let balance = random.money()
    let days = delay(&random)
    var before = Money.zero
    for count in stride(from: 0, to: days.count, by: 37) {
      let part = DayRange(first: days.first, last: days.first.adding(days: count))
      let now = try rates.interest(on: balance, over: part)
      #expect(now >= before, "seed \(seed)")
      before = now
    }
  }

  @Test("a cut anywhere changes half a cent a line at most", arguments: seeds)
  func cutAnywhere(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let balance = random.money()
    let days = delay(&random)
    let cut = random.day(days)
    let head = DayRange(first: days.first, last: cut)
    let tail = DayRange(first: cut.nextDay, last: days.last)
    let whole = try rates.segments(on: balance, over: days)
    let parts =
      try rates.segments(on: balance, over: head) + rates.segments(on: balance, over: tail)
    let difference = (whole.total - parts.total).magnitude
    // One cut adds one line: each of the three roundings concerned errs by half a cent.
    #expect(parts.count - whole.count <= 1)
    #expect(difference.cents * 2 <= 3, "seed \(seed): \(difference.decimal)")
    if parts.count == whole.count { #expect(difference == .zero, "seed \(seed)") }
  }

  @Test("rates of every half-year agree, known or refused")
  func everyHalfYear() throws {
    var half = HalfYear(2000, 1)
    while half.year < 2040 {
      #expect((try? rates.rate(for: half)) == (try? rule.rate(for: half)), "\(half)")
      half = half.next
    }
  }
}
