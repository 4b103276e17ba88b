import Claims
import Law
import Ledger
import Quantities
import Testing

/// Interest worked out again the slow way: each day on its own, from the movements themselves.
@Suite("Interest, day by day")
struct DayByDayTests {
  /// What one instalment owes at the start of a day, from the raw movements.
  private func balance(
    of place: Int, in invoice: Invoice, _ item: AccountItem, setAside: Money, before day: Day,
    knownOn today: Day
  ) -> Money {
    var paid = setAside
    for movement in item.movements where movement.day <= today {
      let isFromTheStart = movement.cause == .setOff && movement.creditReason != .allowance
      if isFromTheStart || movement.day < day { paid += movement.amount }
    }
    // Euro by euro, the oldest instalment first.
    for earlier in invoice.instalments[..<place] { paid -= min(max(paid, .zero), earlier.amount) }
    let amount = invoice.instalments[place].amount
    return amount - min(max(paid, .zero), amount)
  }

  private func interest(
    of item: AccountItem, _ invoice: Invoice, setAside: Money, through last: Day, today: Day
  ) throws -> Money {
    var sum = Money.zero
    for place in invoice.instalments.indices {
      var day = invoice.instalments[place].due.nextDay
      var run: (balance: Money, half: HalfYear, days: Int64)?
      func close() throws {
        guard let run else { return }
        let rate = try LatePaymentRate().rate(for: run.half).partsPerMillion
        sum += run.balance.scaled(by: rate * run.days, over: 365_000_000)
      }
      while day <= last {
        let owed = balance(
          of: place, in: invoice, item, setAside: setAside, before: day, knownOn: today)
        let half = HalfYear(of: day)
        if let open = run, open.balance == owed, open.half == half {
          run = (owed, half, open.days + 1)
        } else {
          try close()
          run = (owed, half, 1)
        }
        day = day.nextDay
      }
      try close()
    }
    return sum
  }

  @Test func sameToTheCent() throws {
    var compared = 0
    for seed in UInt64(1)..<400 {
      let account = RandomAccount(seed: seed).account
      guard account.customer.kind == .business else { continue }
      let today = RandomAccount.today
      let claim = try assess(account, on: today, by: .standard)
      let opened = account.insolvency?.fact.opened ?? today.nextDay
      let last = min(today, opened.previousDay)
      for item in account.items {
        guard case .invoice(let invoice) = item.kind, let found = claim.item(item.id),
          found.claimable.isPositive,
          !account.waivers.contains(where: {
            $0.fact.document == item.id && $0.fact.waivesInterest
          })
        else { continue }
        let frozen = claim.plans.filter {
          $0.freezesInterest && $0.plan.fact.documents.contains(item.id)
        }.compactMap { $0.agreement?.fact.signed }.last
        let expected = try interest(
          of: item, invoice,
          setAside: max(.zero, min(found.balance, found.disputed + found.deferred)),
          through: min(last, frozen ?? last), today: today)
        #expect(found.interest == expected, "seed \(seed), \(item.number)")
        compared += 1
      }
    }
    #expect(compared > 300)
  }
}
