import Claims
import Dunning
import Ledger
import Quantities
import Testing

/// Days and levels drawn from a seed: what must hold for every decision. A failure prints its seed.
@Suite("Decisions that always hold")
struct DecideTests {
  static let start = Day(2025, 9, 1)
  static let end = Day(2026, 6, 30)

  /// Whole numbers whose sequence depends on the seed alone.
  struct Seeded {
    var state: UInt64
    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  private func account(seed: UInt64) -> Account {
    var random = Seeded(state: seed)
    var account = Account(
      customer: Customer(id: CustomerID(Int64(seed)), party: Party(name: "C\(seed)")),
      currency: .eur)
    for place in 0..<(1 + random.below(5)) {
      let issue = Self.start.adding(days: random.below(250))
      let due = issue.adding(days: 30)
      let total = Money(cents: Int64(500 + random.below(300_000)))
      let invoice = Invoice(
        number: "F-\(place)", issue: issue, instalments: [Instalment(due: due, amount: total)],
        net: total, tax: .zero, gross: total, payable: total)
      var item = AccountItem(
        id: EntryNumber(Int64(place + 1)), kind: .invoice(invoice), learned: issue)
      if random.below(3) > 0 {
        let paid = due.adding(days: random.below(90) - 10)
        item.movements.append(
          .init(
            number: EntryNumber(100), day: paid, learned: paid, amount: total, cause: .payment))
      }
      account.items.append(item)
    }
    if random.below(3) == 0 {
      let made = Self.start.adding(days: random.below(300))
      let promise = PromiseToPay(
        on: made.adding(days: random.below(20)), amount: Money(cents: 100_00), words: "")
      account.promises.append(
        Dated(number: EntryNumber(200), happened: made, learned: made, fact: promise))
    }
    return account
  }

  /// Lives through the days, recording each contact, and shows every decision.
  private func live(
    _ seed: UInt64, _ body: (Claim, Decision, [Dated<Reminder>]) -> Void
  ) throws {
    var account = account(seed: seed)
    var day = Self.start
    while day <= Self.end {
      let claim = try assess(account, on: day, by: .standard)
      let decision = decide(claim, after: account.reminders, by: .standard, gate: .open)
      body(claim, decision, account.reminders)
      if case .send(let contact) = decision {
        let reminder = Reminder(
          level: contact.level.name.rawValue, channel: contact.level.channel,
          documents: contact.documents, note: "")
        account.reminders.append(
          Dated(number: EntryNumber(300), happened: day, learned: day, fact: reminder))
        let again = decide(claim, after: account.reminders, by: .standard, gate: .open)
        if case .send = again { Issue.record("sent twice on \(day.iso), seed \(seed)") }
      }
      day = day.nextDay
    }
  }

  @Test(arguments: UInt64(1)...40)
  func neverTooOftenNorOnAHeldItem(seed: UInt64) throws {
    try live(seed) { claim, decision, reminders in
      guard case .send(let contact) = decision else { return }
      #expect(claim.holds.isEmpty, "seed \(seed)")
      #expect(BankCalendar.france.isWorkingDay(claim.day), "seed \(seed)")
      if let last = reminders.last {
        #expect(last.happened.days(to: claim.day) >= 7, "seed \(seed)")
      }
      #expect(contact.claiming.isPositive && !contact.documents.isEmpty, "seed \(seed)")
      if !contact.isBeforeDue {
        #expect(contact.lead.due == claim.claimed.first { $0.principal.isPositive }?.due)
      }
    }
  }

  @Test(arguments: UInt64(1)...40)
  func aNoticeComesAfterTwoReminders(seed: UInt64) throws {
    try live(seed) { _, decision, reminders in
      guard case .send(let contact) = decision, contact.level.name == .formalNotice else { return }
      let earlier = reminders.filter {
        $0.fact.documents.contains(contact.lead.document) && $0.happened > contact.lead.due
      }
      #expect(earlier.count >= 2, "seed \(seed)")
      #expect(contact.lead.daysOverdue >= 30, "seed \(seed)")
    }
  }

  @Test func tooSoonMeansNotBeforeAndThenAtOnce() throws {
    for seed in UInt64(1)...40 {
      let account = account(seed: seed)
      let day = Self.start.adding(days: Int(seed) * 6)
      let claim = try assess(account, on: day, by: .standard)
      let decision = decide(claim, after: [], by: .standard, gate: .open)
      guard case .tooSoon(let until, _) = decision else { continue }
      #expect(until > day, "seed \(seed)")
      let later = try assess(account, on: until, by: .standard)
      guard later.balance == claim.balance, later.holds.isEmpty else { continue }
      guard case .send = decide(later, after: [], by: .standard, gate: .open) else {
        Issue.record("nothing on \(until.iso), seed \(seed)")
        continue
      }
    }
  }

  @Test func aStaleGateHoldsWhoeverOwes() throws {
    let gate = FreshnessGate(newest: nil, on: Self.end)
    var held = 0
    for seed in UInt64(1)...60 {
      let claim = try assess(account(seed: seed), on: Self.end, by: .standard)
      let decision = decide(claim, after: [], by: .standard, gate: gate)
      guard claim.principal.isPositive else { continue }
      guard case .wait(let reasons) = decision else {
        Issue.record("asked on stale data, seed \(seed)")
        continue
      }
      #expect(reasons.contains(.held(.staleBankData(newest: nil))))
      held += 1
    }
    #expect(held > 5)
  }
}
