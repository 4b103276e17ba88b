import Law
import Quantities
import Testing

@Suite("D441-5: the 40 € (R2.17 to R2.20)")
struct FixedCompensationSuite {
  let due = Day(2026, 6, 20)

  @Test("due from the first day late, not on the due date")
  func border() {
    #expect(FixedCompensation.due(due, settledOrSeen: due) == .zero)
    #expect(FixedCompensation.due(due, settledOrSeen: due.nextDay) == Money(cents: 4000))
  }

  @Test("not once insolvency opened by the due date, nor from a consumer")
  func exceptions() {
    let seen = Day(2026, 9, 1)
    #expect(FixedCompensation.due(due, settledOrSeen: seen, opening: due) == .zero)
    #expect(
      FixedCompensation.due(due, settledOrSeen: seen, opening: due.nextDay) == Money(cents: 4000))
    #expect(FixedCompensation.due(due, settledOrSeen: seen, isProfessional: false) == .zero)
  }
}

@Suite("1343-1 and 1343-2: imputation and capitalisation (R2.22, R3.4, R3.5, R3.7)")
struct DebtSuite {
  let rates = HalfYearRates.latePayment()

  private func account(
    _ cents: Int64, _ payments: [DatedAmount], _ order: ImputationOrder = .interestFirst
  ) throws -> DebtAccount {
    try DebtAccount(
      principal: Money(cents: cents), due: Day(2026, 1, 31), payments: payments,
      through: Day(2026, 6, 30), order: order
    ) { balance, days throws(UnknownRate) in try rates.segments(on: balance, over: days) }
  }

  @Test("paying the exact interest leaves the principal whole")
  func interestOnly() throws {
    let paid = DatedAmount(Money(cents: 19_640), on: Day(2026, 3, 31))
    let result = try account(1_000_000, [paid])
    #expect(result.principal == Money(cents: 1_000_000))
    #expect(result.openInterest == result.segments.total - Money(cents: 19_640))
  }

  @Test("a payment on or before the due date lowers the principal and bears nothing")
  func early() throws {
    for day in [Day(2026, 1, 15), Day(2026, 1, 31)] {
      let result = try account(1_000_000, [DatedAmount(Money(cents: 1_000_000), on: day)])
      #expect(result.principal == .zero && result.segments.isEmpty && result.excess == .zero)
    }
  }

  @Test("a part paid early leaves interest to start the day after the due date")
  func partEarly() throws {
    let result = try account(1_000_000, [DatedAmount(Money(cents: 400_000), on: Day(2026, 1, 15))])
    #expect(result.segments.map(\.balance.cents) == [600_000])
    #expect(result.segments.first?.days.first == Day(2026, 2, 1))
  }

  @Test("what is paid beyond the debt is kept as a credit (R3.10)")
  func excess() throws {
    let result = try account(100_000, [DatedAmount(Money(cents: 200_000), on: Day(2026, 3, 31))])
    #expect(result.principal == .zero && result.openInterest == .zero)
    #expect(result.excess == Money(cents: 200_000) - Money(cents: 100_000) - Money(cents: 1964))
  }

  @Test("a later allowance lowers the principal, never the interest")
  func allowance() throws {
    let note = DatedAmount(Money(cents: 150_000), on: Day(2026, 3, 20), kind: .allowance)
    let result = try account(800_000, [note])
    #expect(result.principal == Money(cents: 650_000))
    #expect(result.openInterest == result.segments.total)
    #expect(result.segments.map(\.balance.cents) == [800_000, 650_000])
  }

  @Test("money is neither made nor lost", arguments: 1...80 as ClosedRange<UInt64>)
  func conserved(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let principal = random.money(upTo: 20_000)
    let payments = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      DatedAmount(
        random.money(upTo: 8000),
        on: random.day(DayRange(first: Day(2026, 1, 1), last: Day(2026, 8, 31))),
        kind: Bool.random(using: &random) ? .payment : .allowance)
    }
    for order in ImputationOrder.allCases {
      let result = try account(principal.cents, payments, order)
      let counted = payments.filter { $0.day <= Day(2026, 6, 30) }.map(\.amount).sum()
      let owed = principal + result.segments.total
      #expect(
        owed - counted == result.principal + result.openInterest - result.excess, "seed \(seed)")
      #expect(!result.principal.isNegative && !result.openInterest.isNegative, "seed \(seed)")
    }
  }

  @Test(
    "interest first never leaves less to pay than principal first",
    arguments: 1...20 as ClosedRange<UInt64>)
  func order(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let principal = random.money(upTo: 20_000)
    let payments = (0..<3).map { _ in
      DatedAmount(
        Money(cents: principal.cents / 4),
        on: random.day(DayRange(first: Day(2026, 2, 1), last: Day(2026, 6, 30))))
    }
    let first = try account(principal.cents, payments)
    let second = try account(principal.cents, payments, .principalFirst)
    #expect(
      first.principal + first.openInterest + Money(cents: 3)
        >= second.principal + second.openInterest, "seed \(seed)")
  }

  @Test("interest joins the capital after a full year, not a day before")
  func capitalisation() throws {
    #expect(Capitalisation.isAllowed(since: Day(2025, 1, 1), on: Day(2026, 1, 1)))
    #expect(!Capitalisation.isAllowed(since: Day(2025, 1, 1), on: Day(2025, 12, 31)))
    #expect(Capitalisation.isAllowed(since: Day(2024, 2, 29), on: Day(2025, 2, 28)))
    let days = DayRange(first: Day(2025, 1, 1), last: Day(2026, 6, 30))
    let lines = try Capitalisation.account(
      of: Money(cents: 1_000_000), over: days, joinings: [Day(2025, 7, 1)],
      rate: LatePaymentRate().rate)
    #expect(lines.allSatisfy { $0.balance == Money(cents: 1_000_000) })
  }
}

@Suite("L622-28 and L622-24: insolvency (R8.4, R8.6 to R8.11)")
struct InsolvencySuite {
  @Test("the last day of interest is the eve of the judgment")
  func stop() {
    let days = DayRange(first: Day(2026, 4, 1), last: Day(2026, 9, 1))
    let opening = Day(2026, 6, 18)
    #expect(InsolvencyStop.limiting(days, opening: opening).last == Day(2026, 6, 17))
    #expect(InsolvencyStop.limiting(days, opening: opening).count == 78)
    #expect(InsolvencyStop.limiting(days, opening: nil) == days)
    #expect(InsolvencyStop.limiting(days, opening: Day(2026, 3, 1)).isEmpty)
  }

  @Test("publication on 30 June 2026: rolled for the law, the Friday before for us")
  func deadlines() {
    let days = InsolvencyDeadlines(published: Day(2026, 6, 30))
    #expect(days.claim == Day(2026, 8, 31) && days.prudentClaim == Day(2026, 8, 28))
    #expect(days.claimAbroad == Day(2026, 10, 30))
    #expect(days.retentionOfTitle == Day(2026, 9, 30) && days.relief == Day(2026, 12, 30))
  }
}
