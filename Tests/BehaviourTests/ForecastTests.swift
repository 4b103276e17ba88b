import Behaviour
import Quantities
import Testing

/// When an invoice will be paid, and how sure that is.
@Suite struct ForecastTests {
  private let known = Day(2026, 6, 30)

  /// Invoices of one payer, one a week for two years, each paid on the day `paid` gives.
  private func history(_ paid: (Day) -> Day) -> [PastPayment] {
    (0..<100).map { week in
      let due = known.adding(days: -7 * (100 - week) - 45)
      return PastPayment(issued: due.adding(days: -30), due: due, settled: paid(due))
    }
  }

  private func forecast(
    _ payments: [PastPayment], among others: [[PastPayment]] = [], due: Day
  ) -> PaymentForecast {
    let population = PaymentPopulation(knownOn: known, payers: [payments] + others)
    return PaymentRhythm(of: payments, among: population)
      .forecast(due: due, unpaidOn: due.adding(days: -30))
  }

  @Test func aRegularPayerIsForetoldToTheDay() throws {
    let due = Day(2026, 7, 15)
    let forecast = forecast(history { $0.adding(days: 12) }, due: due)
    let likely = try #require(forecast.likely)
    #expect(abs(due.adding(days: 12).days(to: likely)) <= 2)
    let (first, last) = (try #require(forecast.earliest), try #require(forecast.latest))
    #expect(first <= likely && likely <= last && first.days(to: last) < 15)
  }

  @Test func whoPaysAtTheEndOfTheMonthIsForetoldThere() throws {
    let forecast = forecast(history { $0.endOfMonth }, due: Day(2026, 7, 15))
    #expect(forecast.likely == Day(2026, 7, 31))
  }

  @Test func theChanceGrowsWithTheDayAndHoldsTheMiddle() throws {
    let due = Day(2026, 7, 15)
    let forecast = forecast(history { $0.adding(days: Int($0.number) % 30) }, due: due)
    var last = forecast.chancePaid(by: due.adding(days: -70))
    #expect(last.partsPerMillion == 0)
    for day in stride(from: -60, through: 300, by: 1) {
      let chance = forecast.chancePaid(by: due.adding(days: day))
      #expect(chance >= last)
      last = chance
    }
    #expect(forecast.chancePaid(by: try #require(forecast.likely)) >= .percent(50))
  }

  @Test func anInvoiceStillOpenIsForetoldLater() throws {
    let payments = history { $0.adding(days: 5 + Int($0.number) % 40) }
    let population = PaymentPopulation(knownOn: known, payers: [payments])
    let rhythm = PaymentRhythm(of: payments, among: population)
    let due = Day(2026, 6, 10)
    let today = due.adding(days: 30)
    let likely = try #require(rhythm.forecast(due: due, unpaidOn: today).likely)
    #expect(likely > today)
    #expect(rhythm.forecast(due: due, unpaidOn: today).chancePaid(by: today).partsPerMillion == 0)
  }

  @Test func aNewPayerIsForetoldAsTheOthersPay() throws {
    let due = Day(2026, 7, 15)
    let others = (0..<5).map { _ in history { $0.adding(days: 20) } }
    let likely = try #require(forecast([], among: others, due: due).likely)
    #expect(abs(due.adding(days: 20).days(to: likely)) <= 3)
  }

  @Test func anEmptyBookForetellsNothing() {
    let population = PaymentPopulation(knownOn: known, payers: [])
    let forecast = PaymentRhythm(of: [], among: population)
      .forecast(due: Day(2026, 7, 15), unpaidOn: known)
    #expect(forecast.likely == nil)
    #expect(forecast.chanceEver < .percent(50))
    #expect(forecast.chanceEver == forecast.chancePaid(by: forecast.horizon.nextDay))
    #expect(forecast.chancePaid(by: Day(2027, 7, 15)).partsPerMillion == 0)
  }

  /// Only what was known by the day counts: a payment learned later changes nothing.
  @Test func theFutureIsNotLookedAt() throws {
    let payments = history { $0.adding(days: 12) }
    let later =
      payments + [
        PastPayment(
          issued: known.nextDay, due: known.adding(days: 30), settled: known.adding(days: 200))
      ]
    let due = Day(2026, 7, 15)
    #expect(forecast(payments, due: due).likely == forecast(later, due: due).likely)
  }

  @Test func theOrderOfInvoicesDoesNotMatter() {
    let payments = history { $0.adding(days: Int($0.number) % 25) }
    let due = Day(2026, 7, 15)
    let (one, other) = (forecast(payments, due: due), forecast(payments.reversed(), due: due))
    #expect(one.likely == other.likely)
    #expect(one.latest == other.latest)
  }
}
