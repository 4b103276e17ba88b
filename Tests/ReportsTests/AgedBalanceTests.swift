import Claims
import Ledger
import Quantities
import Reports
import Testing

@Suite("The aged balance adds up to the ledger")
struct AgedBalanceTests {
  static let today = Day(2026, 11, 23)

  @Test(arguments: [
    (0, AgeingBucket.notDue), (-40, .notDue), (1, .days1to30), (30, .days1to30),
    (31, .days31to60), (60, .days31to60), (61, .days61to90), (90, .days61to90), (91, .over90),
  ])
  func border(late: Int, bucket: AgeingBucket) {
    var aged = AgedBalance(on: Self.today)
    aged.add(
      customer: CustomerID(1), due: Self.today.adding(days: -late), open: Money(cents: 100))
    #expect(aged.totals[bucket] == Money(cents: 100))
    #expect(aged.totals.total == Money(cents: 100))
  }

  @Test func creditsStandApartAndStillCount() {
    var aged = AgedBalance(on: Self.today)
    let one = CustomerID(1)
    aged.add(customer: one, due: Day(2026, 10, 1), open: Money(cents: 500_00))
    aged.add(customer: one, due: Day(2026, 12, 1), open: Money(cents: 200_00))
    aged.add(customer: one, due: Day(2026, 1, 1), open: Money(cents: -120_00))
    aged.addUnallocated(customer: one, Money(cents: 30_00))
    #expect(aged[one]?.amounts.unallocated == Money(cents: -150_00))
    #expect(aged[one]?.amounts.days31to60 == Money(cents: 500_00))
    #expect(aged.totals.total == Money(cents: 550_00))
    #expect(aged[one]?.daysOverdue(on: Self.today) == 53)
    #expect(aged[CustomerID(2)] == nil)
  }

  @Test func rowsComeLargestOverdueFirst() {
    var aged = AgedBalance(on: Self.today)
    for (customer, due, euros) in [
      (4, Day(2026, 11, 1), 100), (1, Day(2026, 12, 1), 9000), (3, Day(2026, 11, 1), 700),
      (2, Day(2026, 11, 1), 100),
    ] as [(Int64, Day, Int64)] {
      aged.add(customer: CustomerID(customer), due: due, open: Money(cents: euros * 100))
    }
    #expect(aged.rows.map(\.customer.raw) == [3, 2, 4, 1])
    #expect(aged.shares[.notDue] == 909)
    #expect(aged.shares[.days1to30] == 91)
  }

  @Test func currenciesAreKeptApart() throws {
    let dollar = try #require(Currency("USD"))
    var book = AgedBook(on: Self.today)
    book.add(customer: CustomerID(1), due: Day(2026, 1, 1), open: Money(cents: 5), in: dollar)
    book.add(customer: CustomerID(1), due: Day(2026, 1, 1), open: Money(cents: 7), in: .eur)
    book.addUnallocated(customer: CustomerID(1), Money(cents: 2), in: dollar)
    #expect(book.currencies == [.eur, dollar])
    #expect(book[.eur]?.totals.total == Money(cents: 7))
    #expect(book[dollar]?.totals.total == Money(cents: 3))
  }

  /// Random streams against sums worked out apart; a failure prints its seed.
  @Test(arguments: UInt64(1)...50)
  func sumsHoldForAnyStream(seed: UInt64) {
    var state = seed
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    var aged = AgedBalance(on: Self.today)
    var ledger = Money.zero
    var late = Money.zero
    var byCustomer: [Int64: Money] = [:]
    for _ in 0..<300 {
      let customer = Int64(below(20))
      let due = Self.today.adding(days: 60 - below(200))
      let open = Money(cents: Int64(below(1_000_000) - 200_000))
      aged.add(customer: CustomerID(customer), due: due, open: open)
      ledger += open
      byCustomer[customer, default: .zero] += open
      if open.isPositive, due < Self.today { late += open }
    }
    #expect(aged.totals.total == ledger, "seed \(seed)")
    #expect(aged.totals.overdue == late, "seed \(seed)")
    for row in aged.rows {
      #expect(row.amounts.total == byCustomer[row.customer.raw], "seed \(seed)")
    }
    var sum = AgedAmounts()
    for row in aged.rows { sum += row.amounts }
    #expect(sum == aged.totals, "seed \(seed)")
  }
}
