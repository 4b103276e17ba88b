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

  @Test func theWholeAfterTheGraceIsLate() {
    let paid = (Day(2026, 3, 11), Int64(500_00))
    #expect(standing(on: Day(2026, 3, 20), paid: paid) == .late(on: Day(2026, 3, 11)))
  }

  @Test func moneyOnAnInvoiceThatIsSettledCounts() {
    var account = Account(
      customer: Customer(id: CustomerID(1), party: Party(name: "Durand")), currency: .eur)
    let made = Day(2026, 3, 2)
    let promise = Dated(
      number: EntryNumber(1), happened: made, learned: made,
      fact: PromiseToPay(
        on: Day(2026, 3, 6), amount: Money(cents: 500_00), words: "",
        documents: [EntryNumber(7)]))
    account.promises = [promise]
    func standing(_ document: Int64) -> PromiseStanding {
      account.settledReceipts = [
        Receipt(
          document: EntryNumber(document), day: Day(2026, 3, 5), amount: Money(cents: 500_00))
      ]
      return account.standing(of: promise, on: Day(2026, 3, 20), grace: 2, calendar: .france)
    }
    #expect(standing(7) == .kept)
    #expect(standing(8) == .broken(since: Day(2026, 3, 11)))
  }

  @Test func aPaymentTheBankTookBackKeepsNothing() {
    var account = Account(
      customer: Customer(id: CustomerID(1), party: Party(name: "Durand")), currency: .eur)
    let made = Day(2026, 3, 2)
    let promise = Dated(
      number: EntryNumber(1), happened: made, learned: made,
      fact: PromiseToPay(on: Day(2026, 3, 6), amount: Money(cents: 500_00), words: ""))
    account.settledReceipts = [(5, 500_00), (9, -500_00)].map { day, cents in
      Receipt(document: EntryNumber(7), day: Day(2026, 3, day), amount: Money(cents: cents))
    }
    let standing = account.standing(
      of: promise, on: Day(2026, 3, 20), grace: 2, calendar: .france)
    #expect(standing == .broken(since: Day(2026, 3, 11)))
  }

  @Test func tooLittleOrTooEarlyDoesNotKeepIt() {
    let broken = PromiseStanding.broken(since: Day(2026, 3, 11))
    #expect(standing(on: Day(2026, 3, 20), paid: (Day(2026, 3, 10), 499_99)) == broken)
    #expect(standing(on: Day(2026, 3, 20), paid: (Day(2026, 3, 1), 500_00)) == broken)
  }

  @Test func withoutAnAmountItIsAwaitedToItsDay() {
    #expect(
      standing(on: Day(2026, 3, 9), paid: (Day(2026, 3, 4), 1), promised: 0)
        == .open(until: Day(2026, 3, 10)))
  }
}
