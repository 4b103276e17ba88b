import Claims
import Ledger
import Quantities
import Testing

@Suite("What becomes of a promise, around its day")
struct PromiseStandingTests {
  /// Promised on Monday 2 March for Friday 6 March 2026: two working days more end on the 10th.
  private func standing(
    on day: Day, paid: (day: Day, cents: Int64)? = nil, promised: Int64 = 500_00
  ) -> PromiseStanding {
    var account = Account(
      customer: Customer(id: CustomerID(1), party: Party(name: "Durand")), currency: .eur)
    let made = Day(2026, 3, 2)
    let promise = Dated(
      number: EntryNumber(1), happened: made, learned: made,
      fact: PromiseToPay(on: Day(2026, 3, 6), amount: Money(cents: promised), words: ""))
    account.promises = [promise]
    if let paid {
      account.unapplied = [
        UnappliedCash(
          line: EntryNumber(2), received: paid.day, amount: Money(cents: paid.cents),
          certainty: .onAccount)
      ]
    }
    return account.standing(of: promise, on: day, grace: 2, calendar: .france)
  }

  @Test func isAwaitedThroughTheGrace() {
    #expect(standing(on: Day(2026, 3, 2)) == .open(until: Day(2026, 3, 10)))
    #expect(standing(on: Day(2026, 3, 10)) == .open(until: Day(2026, 3, 10)))
    #expect(standing(on: Day(2026, 3, 11)) == .broken(since: Day(2026, 3, 11)))
  }

  @Test func isKeptByTheAmountInTime() {
    #expect(standing(on: Day(2026, 3, 20), paid: (Day(2026, 3, 10), 500_00)) == .kept)
    #expect(standing(on: Day(2026, 3, 5), paid: (Day(2026, 3, 4), 500_00)) == .kept)
  }

  @Test func tooLittleTooLateOrTooEarlyDoesNotKeepIt() {
    let broken = PromiseStanding.broken(since: Day(2026, 3, 11))
    #expect(standing(on: Day(2026, 3, 20), paid: (Day(2026, 3, 10), 499_99)) == broken)
    #expect(standing(on: Day(2026, 3, 20), paid: (Day(2026, 3, 11), 500_00)) == broken)
    #expect(standing(on: Day(2026, 3, 20), paid: (Day(2026, 3, 1), 500_00)) == broken)
  }

  @Test func withoutAnAmountItIsAwaitedToItsDay() {
    #expect(
      standing(on: Day(2026, 3, 9), paid: (Day(2026, 3, 4), 1), promised: 0)
        == .open(until: Day(2026, 3, 10)))
  }
}
