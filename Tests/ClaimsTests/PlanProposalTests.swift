import Claims
import Ledger
import Quantities
import Testing

@Suite("An instalment plan drawn up from a claim")
struct PlanProposalTests {
  private static let today = Day(2026, 11, 23)

  private func claim(of cents: Int64, due: Day = Day(2026, 10, 1)) throws -> Claim {
    var account = Account(
      customer: Customer(id: CustomerID(1), party: Party(name: "Durand")), currency: .eur)
    let amount = Money(cents: cents)
    let invoice = Invoice(
      number: "F-1", issue: due.adding(days: -30),
      instalments: [Instalment(due: due, amount: amount)], net: amount, tax: .zero,
      gross: amount, payable: amount)
    account.items = [AccountItem(id: EntryNumber(1), kind: .invoice(invoice), learned: due)]
    return try assess(account, on: Self.today, by: .standard)
  }

  private func amounts(_ proposal: PlanProposal) -> [String] {
    proposal.plan.parts.map { $0.on.iso + " " + $0.amount.decimal }
  }

  @Test func theLastPartTakesTheRounding() throws {
    let claim = try claim(of: 1000_00)
    // 1000.00 + 1000.00 x 12.40 % x 53/365 = 18.01, and 40.00.
    #expect(claim.total == Money(cents: 1058_01))
    let terms = PlanTerms(split: .parts(4), start: Day(2026, 11, 30))
    #expect(
      amounts(try propose(terms, for: claim)) == [
        "2026-11-30 264.50", "2026-12-30 264.50", "2027-02-01 264.50", "2027-03-01 264.51",
      ])
  }

  @Test func aFirstPaymentThenWhatTheCustomerCanPay() throws {
    var terms = PlanTerms(split: .monthly(Money(cents: 300_00)), start: Day(2026, 12, 1))
    terms.first = Money(cents: 300_00)
    #expect(
      amounts(try propose(terms, for: try claim(of: 1000_00))) == [
        "2026-12-01 300.00", "2027-01-04 300.00", "2027-02-01 300.00", "2027-03-01 158.01",
      ])
  }

  @Test func whatCannotBeDrawnUpIsRefused() throws {
    let claim = try claim(of: 1000_00)
    #expect(throws: PlanRefusal.unworkableSplit) {
      try propose(PlanTerms(split: .parts(0), start: Self.today), for: claim)
    }
    #expect(throws: PlanRefusal.unworkableSplit) {
      try propose(
        PlanTerms(split: .monthly(Money(cents: 1)), start: Self.today), for: claim)
    }
    #expect(throws: PlanRefusal.startsInThePast(Day(2026, 11, 22))) {
      try propose(PlanTerms(split: .parts(2), start: Day(2026, 11, 22)), for: claim)
    }
    // Six months is the border: 23 May is the last day.
    let last = Day(2027, 5, 23)
    for far in [last.nextDay, Day(2099, 1, 1)] {
      #expect(throws: PlanRefusal.startsTooLate(far, last: last)) {
        try propose(PlanTerms(split: .parts(2), start: far), for: claim)
      }
    }
    #expect(try propose(PlanTerms(split: .parts(2), start: last), for: claim).plan.parts.count == 2)
    var terms = PlanTerms(split: .parts(2), start: Self.today)
    terms.first = claim.total
    #expect(throws: PlanRefusal.firstTooLarge(claim.total, total: claim.total)) {
      try propose(terms, for: claim)
    }
    #expect(throws: PlanRefusal.nothingOwed) {
      try propose(
        PlanTerms(split: .parts(2), start: Self.today),
        for: try self.claim(of: 1000_00, due: Day(2026, 12, 24)))
    }
  }

  @Test func theLimitationAndTheLengthAreSaid() throws {
    let old = try claim(of: 1000_00, due: Day(2022, 2, 15))
    var terms = PlanTerms(split: .parts(3), start: Day(2026, 12, 1))
    // Issued on 16 January 2022: the last useful day is 16 January 2027 (R6.1).
    #expect(
      try propose(terms, for: old).warnings == [.beyondLimitation(Day(2027, 1, 16))])
    terms.split = .parts(24)
    #expect(try propose(terms, for: old).warnings.contains(.longerThan(months: 12)))
  }

  @Test func partsAlwaysAddUpToTheClaim() throws {
    for seed in UInt64(1)..<2000 {
      var random = Seeded(seed)
      let account = RandomAccount(seed: seed).account
      let claim = try assess(account, on: RandomAccount.today, by: .standard)
      var terms = PlanTerms(
        split: random.chance(2)
          ? .parts(1 + random.below(36)) : .monthly(Money(cents: Int64(1 + random.below(90_000)))),
        start: RandomAccount.today.adding(days: random.below(60)))
      if random.chance(2) { terms.first = Money(cents: Int64(random.below(100_000))) }
      guard let proposal = try? propose(terms, for: claim) else { continue }
      let parts = proposal.plan.parts
      #expect(parts.map(\.amount).sum() == claim.total, "seed \(seed)")
      #expect(parts.allSatisfy { $0.amount.isPositive }, "seed \(seed)")
      #expect(
        zip(parts, parts.dropFirst()).allSatisfy { $0.on < $1.on }, "seed \(seed)")
      #expect(
        parts.allSatisfy { BankCalendar.france.isWorkingDay($0.on) }, "seed \(seed)")
      // What is stored is read back as it was.
      #expect(
        InstalmentPlan.parts(stored: proposal.plan.storedParts) == parts, "seed \(seed)")
    }
  }
}
